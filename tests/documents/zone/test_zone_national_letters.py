"""Ñ in a zone, as an official Spanish leaflet shows it: read, and told as no letter of zones."""

from unicodedata import normalize

import pytest

from documents.zone.zones import read
from tamiz.documents.zone import Check, Oddity, Part, Tidied, Zone

# A Spanish card as it was printed before 2015, its person invented: Ñ, and one filler only
# between surnames and given name.
SPANISH = (
    "IDESPAAA1000018<00000023T<<<<<",
    "7212011F1101236ESP<<<<<<<<<<<8",
    "ESPAÑOLA<ESPAÑOLA<CARMEN<<<<<<",
)


def card(lines: tuple[str, ...]) -> Zone:
    """The card, whose name alone is odd."""
    zone = read(*lines)
    assert [(flag.oddity, flag.part) for flag in zone.flags] == [
        (Oddity.NATIONAL_SIGN, Part.NAME),
    ]
    assert (zone.value(Part.NUMBER), zone.value(Part.NATIONALITY)) == ("AAA100001", "ESP")
    assert zone.primary_identifier == "ESPAÑOLA ESPAÑOLA CARMEN"
    return zone


def test_a_spanish_card_with_its_national_letter_is_read_and_its_name_flagged() -> None:
    zone = card(SPANISH)

    assert zone.is_consistent
    assert zone.tidied == ()


@pytest.mark.parametrize(
    ("lines", "tidied"),
    [
        (tuple(line.lower() for line in SPANISH), {Tidied.CASE}),
        # N and a tilde of its own, as some programs store it: one sign more than the line has.
        (tuple(normalize("NFD", line) for line in SPANISH), set()),
        (("".join(SPANISH),), {Tidied.LINES_CUT}),
        ((*SPANISH[:2], SPANISH[2].rstrip("<")), {Tidied.FILLERS}),
    ],
)
def test_a_national_letter_is_read_however_it_is_typed(
    lines: tuple[str, ...], tidied: set[Tidied]
) -> None:
    assert set(card(lines).tidied) == tidied


def test_a_national_letter_under_a_check_digit_makes_it_unreadable_not_wrong() -> None:
    zone = read(SPANISH[0].replace("AAA1", "AÑA1"), *SPANISH[1:])

    assert zone.number is not None
    assert zone.number.check is Check.UNREADABLE
    assert zone.has(Oddity.NATIONAL_SIGN, Part.NUMBER)
    assert not zone.is_consistent
