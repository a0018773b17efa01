"""What OFAC's advanced XML points at by number: words, places and periods.

In this form (``Sanctions`` 1.0, a schema shared with the UN) a record holds numbers; the words
stand once, at the top, in ``ReferenceValueSets``, and addresses in ``Locations``.
"""

from datetime import date

from msgspec import Struct, field

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.ofac_dates import period
from tamiz.model import Address, Identifier, PartialDate, PartyType

FIELD = "Feature"
_PARTS = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION", "POSTAL CODE")
_TYPES = {
    "Individual": PartyType.PERSON,
    "Entity": PartyType.ORGANISATION,
    "Vessel": PartyType.VESSEL,
    "Aircraft": PartyType.AIRCRAFT,
}


class Values(Struct, frozen=True):
    """The reference values: ``words["Script"]["215"]`` is ``Latin``."""

    words: dict[str, dict[str, str]] = {}
    country_codes: dict[str, str] = {}
    party_types: dict[str, PartyType] = {}

    def word(self, element: Element, attribute: str, kind: str = "") -> str:
        """The word an attribute stands for (``ScriptID`` names a ``Script``); empty if none."""
        values = self.words.get(kind or attribute.removesuffix("ID"), {})
        return values.get(str(element.get(attribute) or ""), "")


class References(Struct):
    """What records point at: places by their number, documents by the identity they name."""

    values: Values = field(default_factory=Values)
    locations: dict[str, Address] = field(default_factory=dict)
    documents: dict[str, list[Identifier]] = field(default_factory=dict)


def read_values(element: Element) -> Values:
    """The words of ``ReferenceValueSets``."""
    words: dict[str, dict[str, str]] = {}
    for item in element.iterfind("{*}*/{*}*"):
        words.setdefault(xml.local(item), {})[str(item.get("ID"))] = xml.text(item)
    countries = xml.children(element, "CountryValues", "Country")
    sub_types = xml.children(element, "PartySubTypeValues", "PartySubType")
    return Values(
        words=words,
        country_codes={
            str(one.get("ID")): str(one.get("ISO2")).lower() for one in countries if one.get("ISO2")
        },
        party_types={
            str(one.get("ID")): _party_type(one, words.get("PartyType", {})) for one in sub_types
        },
    )


def _party_type(sub_type: Element, party_types: dict[str, str]) -> PartyType:
    """Only a means of transport has a sub-type of its own; the others are told by their type."""
    above = party_types.get(str(sub_type.get("PartyTypeID")), "")
    return _TYPES.get(xml.text(sub_type)) or _TYPES.get(above, PartyType.UNKNOWN)


def read_location(element: Element, values: Values) -> Address:
    """One ``Location`` on one line, the country last; a nationality is a country alone."""
    place = xml.child(element, "LocationCountry")
    name = "" if place is None else values.word(place, "CountryID")
    code = None if place is None else values.country_codes.get(str(place.get("CountryID")))
    pieces = {
        values.word(part, "LocPartTypeID"): xml.text(part, "LocationPartValue", "Value")
        for part in xml.children(element, "LocationPart")
    }
    text = ", ".join(filter(None, [*(pieces.get(part, "") for part in _PARTS), name]))
    return Address(text=text, country=code, field=FIELD)


def read_period(element: Element) -> PartialDate | None:
    """A ``DatePeriod`` as precisely as it is meant; None if it holds no day.

    The schema knows only days; "circa" is ``Approximate``.
    """
    start = xml.child(element, "Start")
    first = _day(xml.child(element, "Start", "From"))
    last = _day(xml.child(element, "End", "To")) or first
    if start is None or first is None or last is None:
        return None
    circa = start.get("Approximate") == "true"
    return period(first, last, circa=circa, field=FIELD)


def iso_date(element: Element | None) -> str:
    """``Year``, ``Month`` and ``Day`` below an element, ISO; empty if they are no day."""
    day = _day(element)
    return "" if day is None else day.isoformat()


def _day(element: Element | None) -> date | None:
    if element is None:
        return None
    year, month, day = (xml.text(element, step) for step in ("Year", "Month", "Day"))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
