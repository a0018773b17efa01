"""What is odd about a zone is told, part by part, and stops nothing."""

import pytest

from documents.zone.zones import TD1, TD3, read
from tamiz.documents.zone import Oddity, Part, check_digit


def passport(
    code: str = "P<", state: str = "SLV", name: str = "PEREZ<LOPEZ<<ANA", number: str = "A00000000",
    nationality: str = "SLV", born: str = "740812", sex: str = "F", expires: str = "300415",
) -> tuple[str, str]:  # fmt: skip
    """The lines of a passport whose check digits hold, whatever it says."""
    first = f"{code}{state}{name}".ljust(44, "<")
    number, born, expires = (text + check_digit(text) for text in (number, born, expires))
    optional = "<" * 14 + "0"
    composite = check_digit(number + born + expires + optional)
    return first, f"{number}{nationality}{born}{sex}{expires}{optional}{composite}"


@pytest.mark.parametrize(
    ("lines", "oddity", "part"),
    [
        (passport(born="740231"), Oddity.NO_DAY, Part.BIRTH_DATE),
        (passport(born="741301"), Oddity.NO_DAY, Part.BIRTH_DATE),
        (passport(born="7A0812"), Oddity.NO_DATE, Part.BIRTH_DATE),
        (passport(born="7<0812"), Oddity.NO_DATE, Part.BIRTH_DATE),
        (passport(expires="300231"), Oddity.NO_DAY, Part.EXPIRY_DATE),
        (passport(state="HLO"), Oddity.STATE_UNKNOWN, Part.ISSUING_STATE),
        (passport(nationality="DEU"), Oddity.STATE_UNKNOWN, Part.NATIONALITY),
        (passport(state="UTO"), Oddity.STATE_SPECIMEN, Part.ISSUING_STATE),
        (passport(state="BDR"), Oddity.STATE_SPECIMEN, Part.ISSUING_STATE),
        (passport(state="YUG"), Oddity.STATE_WITHDRAWN, Part.ISSUING_STATE),
        (passport(state="SI<"), Oddity.STATE_TWO_LETTERS, Part.ISSUING_STATE),
        (passport(code="X<"), Oddity.DOCUMENT_CODE, Part.DOCUMENT_CODE),
        (passport(name="PEREZ<<AN4"), Oddity.DIGIT_IN_NAME, Part.NAME),
        (passport(name=""), Oddity.NAME_EMPTY, Part.NAME),
        (passport(name="<<ANA"), Oddity.NAME_STARTS_WITH_FILLER, Part.NAME),
        (passport(number="<<<<<<<<<"), Oddity.NUMBER_EMPTY, Part.NUMBER),
        (passport(number="AA<<00000"), Oddity.NUMBER_BROKEN, Part.NUMBER),
        (passport(sex="W"), Oddity.SEX, Part.SEX),
    ],
)
def test_an_oddity_is_told_though_every_check_digit_holds(
    lines: tuple[str, str], oddity: Oddity, part: Part
) -> None:
    zone = read(*lines)

    assert zone.is_consistent
    assert [(flag.oddity, flag.part) for flag in zone.flags] == [(oddity, part)]


@pytest.mark.parametrize(
    "lines",
    [
        passport(),
        passport(state="D<<", nationality="D<<"),
        passport(nationality="XXB"),
        passport(state="RKS", nationality="GBD"),
        passport(sex="<"),
        passport(sex="X"),
        passport(born="74<<<<"),
        passport(born="<<<<<<", expires="<<<<<<"),
        passport(name="ARKFREITH"),
        passport(code="PD"),
    ],
)
def test_nothing_is_odd_about_what_the_standard_allows(lines: tuple[str, str]) -> None:
    assert read(*lines).flags == ()


def test_two_letters_o_for_two_noughts_pass_every_check_digit() -> None:
    """Weights 7 and 3 over the same sign add up to tens: only a number's format can tell."""
    zone = read("IDSLVOO12345678<<<<<<<<<<<<<<<", "9306026F2708252SLV<<<<<<<<<<<4", TD1[2])

    assert zone.is_consistent


def test_all_that_fails_is_told() -> None:
    zone = read(TD3[0], "L898902C37UTO7408123F1204150ZE184226B<<<<<20")

    assert set(zone.failing) == {
        Part.NUMBER, Part.BIRTH_DATE, Part.EXPIRY_DATE, Part.OPTIONAL, Part.COMPOSITE,
    }  # fmt: skip
