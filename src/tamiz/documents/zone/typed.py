"""A zone that somebody typed, as it may be held against what was declared.

A zone that somebody typed has letters where only digits may stand. Such a slip is put right before
it is compared if hardly another reading is left; the zone as given stays in the dossier.
"""

from tamiz.documents.zone.parts import Part, ZoneFormat
from tamiz.documents.zone.reader import NoZone, read_zone
from tamiz.documents.zone.repair import repairs
from tamiz.documents.zone.spellings import cyrillic_of
from tamiz.documents.zone.zone import Oddity, Zone

AS_GOOD_AS_CERTAIN = 0.9  # of a repair: signs of the wrong kind only, and every check digit holds

# Signs that no zone has, or no name at all: a zone of fillers alone holds together, and says
# nothing of anybody.
_ILLEGIBLE = frozenset({Oddity.FOREIGN_SIGN, Oddity.CHECK_UNREADABLE, Oddity.NAME_EMPTY})
_NOT_HOLDING = frozenset({Oddity.CHECK_DIGIT, Oddity.NO_DAY, Oddity.NO_DATE})
# The words for check digits that findings have had since before there were more parts.
_NAMES = {Part.OPTIONAL: "personal_number"}
CHECKED = tuple("number birth_date expiry_date personal_number composite".split())


def typed_zone(lines: tuple[str, ...]) -> Zone | None:
    """The zone of these lines; None if they are none, or not legible as one."""
    zone = read_zone(lines)
    if isinstance(zone, NoZone) or zone.flags:
        best = next(iter(repairs(lines, most_changed=0)), None)
        if best is not None and best.probability >= AS_GOOD_AS_CERTAIN:
            return best.zone
    if isinstance(zone, NoZone) or any(flag.oddity in _ILLEGIBLE for flag in zone.flags):
        return None
    return zone


def failing(zone: Zone) -> tuple[str, ...]:
    """The parts, by their names in ``CHECKED``, that are no date or whose digit does not hold."""
    told = (flag.part for flag in zone.flags if flag.oddity in _NOT_HOLDING)
    return tuple(dict.fromkeys(_NAMES.get(part, part.value) for part in told))


def identifiers_of(zone: Zone) -> tuple[str, str]:
    """The primary and secondary identifier; of a Russian internal passport in Cyrillic."""
    found = zone.primary_identifier, zone.secondary_identifier
    if zone.format is ZoneFormat.RUS_PN:
        return cyrillic_of(found[0]), cyrillic_of(found[1])
    return found
