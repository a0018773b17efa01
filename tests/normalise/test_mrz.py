"""Machine-readable zones as typed values."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_data import shared_data
from tamiz.normalise.mrz import Mrz, MrzFault, check_digit, read_mrz, read_names
from tamiz.normalise.mrz_layouts import MrzFormat, MrzPart

# The specimens of Doc 9303-5, -6, -4 and -7.
TD1 = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD3 = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
MRVA = (
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)
MRVB = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
# Invented, in the order of French cards from 1988 on.
FRA = ("IDFRAMOREL<<<<<<<<<<<<<<<<<<<<751001", "9001751000014ANNE<<MARIE<<<7001017F9")
ALL = {
    MrzFormat.TD1: TD1, MrzFormat.TD2: TD2, MrzFormat.TD3: TD3,
    MrzFormat.MRVA: MRVA, MrzFormat.MRVB: MRVB,
}  # fmt: skip


def read(*lines: str) -> Mrz:
    found = read_mrz(lines)
    assert isinstance(found, Mrz), found
    return found


@pytest.mark.parametrize(
    ("kind", "number", "nationality", "born", "expires"),
    [
        (MrzFormat.TD1, "D23145890", "UTO", "740812", "120415"),
        (MrzFormat.TD2, "D23145890", "UTO", "740812", "120415"),
        (MrzFormat.TD3, "L898902C3", "UTO", "740812", "120415"),
        (MrzFormat.MRVA, "L8988901C", "XXX", "400907", "961210"),
        (MrzFormat.MRVB, "L8988901C", "XXX", "400907", "961210"),
    ],
)
def test_the_specimens_are_read(
    kind: MrzFormat, number: str, nationality: str, born: str, expires: str
) -> None:
    zone = read(*ALL[kind])

    assert (zone.format, zone.number, zone.nationality) == (kind, number, nationality)
    assert (zone.birth_date, zone.expiry_date, zone.sex) == (born, expires, "F")
    assert (zone.issuing_state, zone.primary_identifier, zone.secondary_identifier) == (
        "UTO", "ERIKSSON", "ANNA MARIA"
    )  # fmt: skip
    assert (zone.failing, zone.is_name_full) == ((), False)


def test_a_french_card_has_an_order_of_its_own() -> None:
    zone = read(*FRA)

    assert (zone.format, zone.number, zone.birth_date) == (MrzFormat.FRA, "900175100001", "700101")
    assert (zone.primary_identifier, zone.secondary_identifier) == ("MOREL", "ANNE MARIE")
    assert zone.failing == ()


@pytest.mark.parametrize(
    "written",
    [
        ("".join(TD3),),
        (" ".join(TD3),),
        (TD3[0].lower(), TD3[1].lower()),
        (TD3[0].replace("<", "«"), TD3[1].replace("<", "‹")),
        (TD3[0].replace("<", "&lt;"), TD3[1]),
        (TD3[0].rstrip("<"), TD3[1]),
        (TD3[0][:-1], TD3[1]),
        (TD3[0] + "<", TD3[1]),
        (TD3[0], TD3[1].replace("<<<<<", "<<<<")),
        (TD3[0], TD3[1].replace("<<<<<", "<<<<<<<")),
        ("\n".join(TD3),),
        (" ".join(TD3[0]), " ".join(TD3[1])),
        (TD3[0], TD3[1].replace("120415", "12O4I5")),
        (TD3[0].replace("O", "0"), TD3[1]),
        (TD3[0].replace("A", "А"), TD3[1].replace("C", "С")),  # Cyrillic А, С
    ],
)
def test_what_typists_do_to_a_zone_is_put_right(written: tuple[str, ...]) -> None:
    assert read(*written) == read(*TD3)


@pytest.mark.parametrize("kind", [MrzFormat.TD1, MrzFormat.TD2, MrzFormat.MRVA, MrzFormat.MRVB])
def test_lines_may_be_run_together(kind: MrzFormat) -> None:
    assert read("".join(ALL[kind])) == read(*ALL[kind])


def test_the_number_of_a_card_goes_on_in_its_optional_data() -> None:
    number = "D23145890734"
    first = f"I<UTO{number[:9]}<{number[9:]}{check_digit(number)}<<<<<<<<<<<"

    zone = read(first, TD1[1], TD1[2])

    assert zone.number == number
    assert MrzPart.NUMBER not in zone.failing


@pytest.mark.parametrize(
    ("line", "found", "failing"),
    [
        (1, ("L898902C36", "L898902C37"), {MrzPart.NUMBER, MrzPart.COMPOSITE}),
        (1, ("7408122", "7408123"), {MrzPart.BIRTH_DATE, MrzPart.COMPOSITE}),
        (1, ("1204159", "1204158"), {MrzPart.EXPIRY_DATE, MrzPart.COMPOSITE}),
        (1, ("<<<<<10", "<<<<<20"), {MrzPart.PERSONAL_NUMBER, MrzPart.COMPOSITE}),
        (1, ("<<<<<10", "<<<<<11"), {MrzPart.COMPOSITE}),
        (1, ("7408122", "74X8122"), {MrzPart.BIRTH_DATE, MrzPart.COMPOSITE}),
    ],
)
def test_a_check_digit_that_does_not_hold_is_named(
    line: int, found: tuple[str, str], failing: set[MrzPart]
) -> None:
    lines = [*TD3]
    lines[line] = lines[line].replace(*found)

    assert set(read(*lines).failing) == failing


def test_a_birth_date_with_letters_for_digits_is_read() -> None:
    assert read(TD3[0], TD3[1].replace("740812", "74O8I2")).birth_date == "740812"


@pytest.mark.parametrize("date", ["740231", "741301", "740800", "74<812"])
def test_a_birth_date_that_is_no_day_fails(date: str) -> None:
    second = TD3[1].replace("7408122", date + check_digit(date))

    assert MrzPart.BIRTH_DATE in read(TD3[0], second).failing


@pytest.mark.parametrize("date", ["7408<<", "74<<<<", "<<<<<<", "720229"])
def test_a_birth_date_may_be_known_in_part(date: str) -> None:
    second = TD3[1].replace("7408122", date + check_digit(date))

    assert MrzPart.BIRTH_DATE not in read(TD3[0], second).failing


def test_a_name_that_fills_its_field_may_be_cut_off() -> None:
    name = "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"

    assert read("P<UTO" + name, TD3[1]).is_name_full


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((TD3[1],), MrzFault.LENGTH),
        ((TD3[0], TD3[1][:40]), MrzFault.LENGTH),
        (("AAA001D<<", "FACHE305142128097<<800126<<<<<", "MOREL<<ANNE<<<"), MrzFault.LENGTH),
        (("",), MrzFault.LENGTH),
        ((), MrzFault.LENGTH),
        ((TD3[0], TD3[1].replace("<", "*")), MrzFault.CHARACTERS),
        (("не маю",), MrzFault.CHARACTERS),
    ],
)
def test_what_is_no_zone_says_why(lines: tuple[str, ...], fault: MrzFault) -> None:
    assert read_mrz(lines) is fault


@given(st.lists(st.text(max_size=100), max_size=4))
def test_any_text_is_a_zone_or_a_fault(lines: list[str]) -> None:
    assert isinstance(read_mrz(lines), Mrz | MrzFault)


@given(st.sampled_from(sorted(ALL)), st.data())
def test_one_wrong_digit_of_a_date_is_noticed(kind: MrzFormat, data: st.DataObject) -> None:
    lines = list(ALL[kind])
    line, start = (1, 0) if kind is MrzFormat.TD1 else (1, 13)
    at = data.draw(st.integers(start, start + 5))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda one: one != lines[line][at]))
    lines[line] = lines[line][:at] + digit + lines[line][at + 1 :]

    assert MrzPart.BIRTH_DATE in read(*lines).failing


_FORMATS = {"FRA_ID_1988": "FRA"}
_PARTS = {"birth": "birth_date", "expiry": "expiry_date", "optional": "personal_number"}


def test_public_specimens_are_read_as_their_publishers_do() -> None:
    path = shared_data("documents/mrz_dev.jsonl")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    zones = [case for case in cases if case["kind"] in {"positive", "flagged", "negative"}]

    wrong = [case["id"] for case in zones if _told(case) != _expected(case)]

    assert zones
    assert wrong == []


def _told(case: dict[str, Any]) -> object:
    zone = read_mrz(case["lines"])
    if isinstance(zone, MrzFault):
        return zone
    return (
        zone.format.value, zone.issuing_state, zone.number, zone.nationality,
        zone.birth_date, zone.primary_identifier, zone.secondary_identifier, set(zone.failing),
    )  # fmt: skip


def _expected(case: dict[str, Any]) -> object:
    told = case["expected"]
    failing = {_PARTS.get(part, part) for part, holds in told["checks"].items() if not holds}
    if case["id"] == "neg-impossible-date":  # its check digits hold, but there is no such day
        failing = {"birth_date"}
    return (
        _FORMATS.get(told["format"], told["format"]), told["issuer"], told["number"],
        told["nationality"], told["birth"], told["surname"], told["given"], failing,
    )  # fmt: skip


def test_public_name_fields_are_read_as_their_publishers_do() -> None:
    path = shared_data("documents/mrz_dev.jsonl")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [case for case in cases if case["kind"] == "name"]

    told = [read_names(case["field"]) for case in names]

    assert names
    assert told == [(one["expected"]["surname"], one["expected"]["given"]) for one in names]
