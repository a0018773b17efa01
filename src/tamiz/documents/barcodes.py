"""What the barcode of an identity document says, where its form is known.

Four forms: a machine-readable zone in a barcode; the cards of the United States and Canada (AAMVA
DL/ID Card Design Standard 2020, annex D.12); the yellow Colombian card and the Argentine card, whose
fields no publication of the issuers describes: they were found in cards.
"""

import re
from calendar import monthrange
from typing import NamedTuple

from tamiz.documents.zone import Part, Zone, read_zone

Day = tuple[int, int, int]  # year, month, day

LONGEST = 4_000  # characters: a PDF417 holds fewer than 2,000 letters
_AAMVA = re.compile(r"ANSI \d{6}")
_ELEMENT = re.compile(r"(?:^|[\n\r]|DL|ID)(D[A-Z]{2})([^\n\r]*)")
# Fields of the Colombian card from its mark on: number, four names, sex, birth date.
_COLOMBIAN, _COLOMBIAN_FIELDS = "PubDSK_", (
    slice(48, 58), slice(58, 81), slice(81, 104), slice(104, 127), slice(127, 150),
    slice(151, 152), slice(152, 160),
)  # fmt: skip
_ARGENTINE = re.compile(  # procedure@surnames@names@sex@number@copy@born@issued
    r"\d{11}@(?P<family>[^@]+)@(?P<given>[^@]+)@(?P<sex>[MFX])@(?P<number>\d{7,8})@[A-Z]@"
    r"(?P<born>\d{2}/\d{2}/\d{4})@"
)
_SEXES = {"1": "M", "2": "F"}  # AAMVA's DBC; 9 is not specified


class BarcodeData(NamedTuple):
    """What it says; empty or None where it does not. ``sex`` is M or F."""

    form: str
    number: str = ""
    name: str = ""
    birth_date: Day | None = None
    sex: str = ""
    expiry_date: Day | None = None


def read_barcode(text: str) -> BarcodeData | None:
    """The data of a barcode; None if its form is not known, which says nothing against it.

    >>> read_barcode("https://example.org/ticket/7") is None
    True
    """
    text = text[:LONGEST]
    for read in (_zone, _aamva, _colombian, _argentine):
        found = read(text)
        if found is not None:
            return found
    return None


def _zone(text: str) -> BarcodeData | None:
    if "<" not in text:
        return None
    zone = read_zone(tuple(text.split()))
    if not isinstance(zone, Zone) or not zone.is_consistent:
        return None
    name = f"{zone.primary_identifier}, {zone.secondary_identifier}".rstrip(", ")
    sex = zone.value(Part.SEX)
    # Two digits of a year: a date of the zone is left to the zone's own rules.
    return BarcodeData("zone", zone.value(Part.NUMBER), name, sex=sex if sex in {"M", "F"} else "")


def _aamva(text: str) -> BarcodeData | None:
    if not _AAMVA.search(text):
        return None
    told = {code: value.strip() for code, value in _ELEMENT.findall(text)}
    given = " ".join(filter(None, (told.get("DAC", ""), told.get("DAD", ""))))
    is_canadian = told.get("DCG") == "CAN"
    return BarcodeData(
        "aamva",
        number=told.get("DAQ", ""),
        name=", ".join(filter(None, (told.get("DCS", ""), given))),
        birth_date=_day(told.get("DBB", ""), year_first=is_canadian),
        sex=_SEXES.get(told.get("DBC", ""), ""),
        expiry_date=_day(told.get("DBA", ""), year_first=is_canadian),
    )


def _colombian(text: str) -> BarcodeData | None:
    at = text.find(_COLOMBIAN)
    if at < 0:
        return None
    number, *names, sex, born = (text[at:][field].strip("\0 ") for field in _COLOMBIAN_FIELDS)
    day = _day(born, year_first=True)
    if not number.isdecimal() or sex not in {"M", "F"} or day is None:
        return None  # another edition of the card
    return BarcodeData("co_card", number.lstrip("0"), " ".join(filter(None, names)), day, sex)


def _argentine(text: str) -> BarcodeData | None:
    found = _ARGENTINE.search(text)
    if found is None:
        return None
    day, month, year = found["born"].split("/")
    return BarcodeData(
        "ar_card",
        number=found["number"],
        name=f"{found['family']}, {found['given']}",
        birth_date=_day(year + month + day, year_first=True),
        sex=found["sex"] if found["sex"] in {"M", "F"} else "",
    )


def _day(text: str, *, year_first: bool) -> Day | None:
    """``YYYYMMDD`` or ``MMDDYYYY``; None if it is no day of the calendar."""
    if len(text) != len("YYYYMMDD") or not text.isascii() or not text.isdecimal():
        return None
    if year_first:
        year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    else:
        month, day, year = int(text[:2]), int(text[2:4]), int(text[4:])
    is_day = year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]  # noqa: PLR2004 - months
    return (year, month, day) if is_day else None
