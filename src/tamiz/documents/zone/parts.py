"""The words for what stands in a machine-readable zone: formats, parts, positions."""

from enum import StrEnum
from typing import NamedTuple


class ZoneFormat(StrEnum):
    """The formats of Doc 9303-4 to -7, and older and national ones."""

    TD1 = "TD1"  # cards, three lines of 30
    TD2 = "TD2"  # larger cards, two lines of 36
    TD3 = "TD3"  # passports, two lines of 44
    MRVA = "MRVA"  # visas of a passport's width
    MRVB = "MRVB"  # visas of a card's width
    FRA_ID_1988 = "FRA_ID_1988"  # French cards until 2021: two lines of 36, an order of their own
    RUS_PN = "RUS_PN"  # Russian internal passports: TD3, Cyrillic written with digits
    LICENCE_1 = "LICENCE_1"  # driving licences, one line of 30 (ISO/IEC 18013; D1FRA)
    CHE_LICENCE = "CHE_LICENCE"  # Swiss driving licences: lines of 9, 30 and 30
    SVK_ID_34 = "SVK_ID_34"  # old Slovak cards: two lines of 34


class Part(StrEnum):
    """A part of a zone, as the standard calls it."""

    DOCUMENT_CODE = "document_code"
    ISSUING_STATE = "issuing_state"
    NAME = "name"
    GIVEN_NAMES = "given_names"  # where a format has them apart
    NUMBER = "number"
    NATIONALITY = "nationality"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    EXPIRY_DATE = "expiry_date"
    OPTIONAL = "optional"
    OPTIONAL_2 = "optional_2"  # of a TD1, in its second line
    COMPOSITE = "composite"
    PERSONAL_NUMBER = "personal_number"  # within optional data, by the issuing State's rule
    ISSUE_DATE = "issue_date"  # YYMMDD, or YYMM on French cards
    AUTHORITY = "authority"
    BLANK_NUMBER = "blank_number"
    VERSION = "version"
    SERIES_END = "series_end"  # the digit of a Russian series that has no room in the number


class Signs(StrEnum):
    """Which signs may stand in a part, beside fillers."""

    LETTERS = "letters"
    DIGITS = "digits"
    ANY = "any"


class Span(NamedTuple):
    """A stretch of a line; lines and columns count from nought, ``end`` is behind the last."""

    line: int
    start: int
    end: int
