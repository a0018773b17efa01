"""Where older and national zones have their parts."""

from msgspec import Struct

from tamiz.documents.zone.layouts import (
    ICAO,
    TD3,
    Layout,
    Place,
    at,
    composite_at,
    date_at,
    letters_at,
    sex_at,
    two_lines,
)
from tamiz.documents.zone.parts import Part, Signs, ZoneFormat

# French identity cards of 1988 to 2021. Only citizens had one: the State is the nationality.
# The number is year and month of issue, department and a serial number; there is no expiry date.
_FRA_ID_1988 = Layout(
    format=ZoneFormat.FRA_ID_1988,
    widths=(36, 36),
    places=(
        letters_at(Part.DOCUMENT_CODE, 0, 0, 2),
        letters_at(Part.ISSUING_STATE, 0, 2, 5),
        letters_at(Part.NAME, 0, 5, 30),
        Place(Part.OPTIONAL, at(0, 30, 36)),
        Place(Part.NUMBER, at(1, 0, 12), digit=at(1, 12, 13)),
        letters_at(Part.NATIONALITY, 0, 2, 5),
        letters_at(Part.GIVEN_NAMES, 1, 13, 27),
        date_at(Part.BIRTH_DATE, 1, 27),
        sex_at(1, 34),
        composite_at(1, 35, at(0, 0, 36), at(1, 0, 35)),
    ),
    starts=("IDFRA",),
    codes="I",
    extras=(
        Place(Part.ISSUE_DATE, at(1, 0, 4), Signs.DIGITS, is_verbatim=True),
        Place(Part.AUTHORITY, at(1, 4, 7)),
    ),
)
# Internal passports since July 2011 (order 773 of the Ministry of the Interior, 16 November 2020,
# appendix): the fourth digit of the series, the date of issue and the office's code stand in the
# optional data; they never expire.
_RUS_PN = Layout(
    format=ZoneFormat.RUS_PN,
    widths=(44, 44),
    places=TD3.places,
    starts=("PNRUS",),
    codes="P",
    extras=(
        Place(Part.SERIES_END, at(1, 28, 29), Signs.DIGITS),
        Place(Part.ISSUE_DATE, at(1, 29, 35), Signs.DIGITS, is_verbatim=True),
        Place(Part.AUTHORITY, at(1, 35, 41), Signs.DIGITS),
    ),
    is_name_numbered=True,
)
# Driving licences of one line, as France has printed them since 2013. The number's check digit
# covers the line from its start.
_LICENCE_1 = Layout(
    format=ZoneFormat.LICENCE_1,
    widths=(30,),
    places=(
        Place(Part.DOCUMENT_CODE, at(0, 0, 2)),
        letters_at(Part.ISSUING_STATE, 0, 2, 5),
        Place(Part.NUMBER, at(0, 5, 14), Signs.ANY, at(0, 14, 15), (at(0, 0, 14),)),
        Place(Part.EXPIRY_DATE, at(0, 15, 21), Signs.DIGITS, is_verbatim=True),
        letters_at(Part.NAME, 0, 21, 29),
        composite_at(0, 29, at(0, 0, 29)),
    ),
    starts=("D",),
    codes="D",
    is_surname_only=True,
    is_exact=True,
)
# Swiss driving licences: the blank's number and language; the bearer's number, then its version.
_CHE_LICENCE = Layout(
    format=ZoneFormat.CHE_LICENCE,
    widths=(9, 30, 30),
    places=(
        letters_at(Part.DOCUMENT_CODE, 1, 0, 2),
        letters_at(Part.ISSUING_STATE, 1, 2, 5),
        Place(Part.NUMBER, at(1, 5, 14), Signs.DIGITS),
        Place(Part.BIRTH_DATE, at(1, 19, 25), Signs.DIGITS, is_verbatim=True),
        letters_at(Part.NAME, 2, 0, 30),
    ),
    starts=("FACHE", "FALIE"),
    starts_in=1,
    is_exact=True,
    codes="F",
    extras=(
        Place(Part.BLANK_NUMBER, at(0, 0, 6)),
        Place(Part.VERSION, at(1, 14, 17), Signs.DIGITS),
    ),
)
# Slovak cards before 2008: no check digit over all.
_SVK_ID_34 = Layout(
    format=ZoneFormat.SVK_ID_34,
    widths=(34, 34),
    places=(*two_lines(34), Place(Part.OPTIONAL, at(1, 28, 34))),
    codes="ACI",
    is_exact=True,
)
NATIONAL = (_FRA_ID_1988, _RUS_PN, _LICENCE_1, _CHE_LICENCE, _SVK_ID_34)
LAYOUTS = (*NATIONAL, *ICAO)  # in the order in which they are tried


class Within(Struct, frozen=True):
    """What a State writes into the optional data of an ICAO format."""

    format: ZoneFormat
    issuing_state: str
    place: Place


# The Dutch citizen service number (BSN): nine digits; on cards with a check digit at the line's
# end, in passports under the optional data's own.
WITHIN = (
    Within(
        ZoneFormat.TD1,
        "NLD",
        Place(Part.PERSONAL_NUMBER, at(0, 15, 24), Signs.DIGITS, at(0, 29, 30)),
    ),
    Within(ZoneFormat.TD3, "NLD", Place(Part.PERSONAL_NUMBER, at(1, 28, 37), Signs.DIGITS)),
    Within(ZoneFormat.TD1, "BEL", Place(Part.PERSONAL_NUMBER, at(1, 18, 29), Signs.DIGITS)),
)
