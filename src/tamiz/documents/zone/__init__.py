"""The machine-readable zone of identity documents: read, judged, compared, repaired, written.

``docs/machine-readable-zone.md`` shows the functions in ten lines.
"""

from tamiz.documents.zone.check_digits import check_digit
from tamiz.documents.zone.compare import NameVerdict, compare_name_field, compare_zone_name
from tamiz.documents.zone.dates import birth_readings, date_oddity, expiry_readings
from tamiz.documents.zone.names import identifiers
from tamiz.documents.zone.parts import Part, Span, ZoneFormat
from tamiz.documents.zone.reader import NoZone, read_zone
from tamiz.documents.zone.repair import Change, Repair, repairs
from tamiz.documents.zone.spellings import cyrillic_of
from tamiz.documents.zone.states import State, StateKind, state_of, state_of_two, states
from tamiz.documents.zone.typed import failing, identifiers_of, typed_zone
from tamiz.documents.zone.write import ZoneData, write_zone
from tamiz.documents.zone.zone import Check, Field, Flag, NumberVariant, Oddity, Tidied, Zone

__all__ = [
    "Change",
    "Check",
    "Field",
    "Flag",
    "NameVerdict",
    "NoZone",
    "NumberVariant",
    "Oddity",
    "Part",
    "Repair",
    "Span",
    "State",
    "StateKind",
    "Tidied",
    "Zone",
    "ZoneData",
    "ZoneFormat",
    "birth_readings",
    "check_digit",
    "compare_name_field",
    "compare_zone_name",
    "cyrillic_of",
    "date_oddity",
    "expiry_readings",
    "failing",
    "identifiers",
    "identifiers_of",
    "read_zone",
    "repairs",
    "state_of",
    "state_of_two",
    "states",
    "typed_zone",
    "write_zone",
]
