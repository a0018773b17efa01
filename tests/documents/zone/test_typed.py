"""A zone that somebody typed, as a check may hold it against what was declared."""

import pytest

from documents.zone.zones import ALL, RUS, TD1, TD3
from tamiz.documents.zone import ZoneFormat
from tamiz.documents.zone.typed import failing, identifiers_of, typed_zone


@pytest.mark.parametrize(
    "written",
    [
        TD3,
        ("".join(TD3),),
        (" ".join(TD3),),
        ("\n".join(TD3),),
        (" ".join(TD3[0]), " ".join(TD3[1])),
        (TD3[0].lower(), TD3[1].lower()),
        (TD3[0].replace("<", "«"), TD3[1].replace("<", "‹")),
        (TD3[0].replace("<", "&lt;"), TD3[1]),
        (TD3[0].replace("P", "Ｐ"), TD3[1]),  # full width
        (TD3[0].rstrip("<"), TD3[1]),
        (TD3[0][:-1], TD3[1]),
        (TD3[0] + "<", TD3[1]),
        (TD3[0], TD3[1].replace("<<<<<", "<<<<")),
        (TD3[0], TD3[1].replace("<<<<<", "<<<<<<<")),
        (TD3[0], TD3[1].replace("120415", "12O4I5")),
        (TD3[0], TD3[1].replace("120415", "12O4I5").replace("<<<<<", "<<<<")),
        (TD3[0].replace("O", "0"), TD3[1]),
        (TD3[0].replace("A", "А"), TD3[1].replace("C", "С")),  # Cyrillic А, С
    ],
)
def test_what_typists_do_to_a_zone_is_put_right(written: tuple[str, ...]) -> None:
    zone = typed_zone(written)

    assert zone is not None
    assert zone.lines == TD3
    assert failing(zone) == ()


@pytest.mark.parametrize("kind", [ZoneFormat.TD1, ZoneFormat.TD2, ZoneFormat.MRVA, ZoneFormat.MRVB])
def test_lines_may_be_run_together(kind: ZoneFormat) -> None:
    zone = typed_zone(("".join(ALL[kind]),))

    assert zone is not None
    assert zone.lines == ALL[kind]


@pytest.mark.parametrize(
    ("was", "instead", "parts"),
    [
        ("L898902C36", "L898902C37", {"number", "composite"}),
        ("7408122", "7408123", {"birth_date", "composite"}),
        ("7408122", "74X8122", {"birth_date", "composite"}),
        ("7408122", "7402312", {"birth_date", "composite"}),
        ("1204159", "1204158", {"expiry_date", "composite"}),
        ("<<<<<10", "<<<<<20", {"personal_number", "composite"}),
        ("<<<<<10", "<<<<<11", {"composite"}),
    ],
)
def test_a_part_that_does_not_hold_is_named(was: str, instead: str, parts: set[str]) -> None:
    zone = typed_zone((TD3[0], TD3[1].replace(was, instead)))

    assert zone is not None
    assert set(failing(zone)) == parts


def test_a_day_that_is_none_fails_though_its_check_digit_holds() -> None:
    zone = typed_zone((TD1[0], "7402315F1204159UTO<<<<<<<<<<<2", TD1[2]))

    assert zone is not None
    assert failing(zone) == ("birth_date",)


def test_a_number_that_could_be_repaired_in_several_ways_is_left() -> None:
    lines = (TD3[0], TD3[1].replace("L898902C3", "LB98902C3"))

    zone = typed_zone(lines)

    assert zone is not None
    assert zone.lines == lines


@pytest.mark.parametrize(
    "lines", [(), ("",), (TD3[1],), (TD3[0], TD3[1][:40]), (TD3[0], TD3[1].replace("<", "*"))]
)
def test_what_cannot_be_read_is_no_zone(lines: tuple[str, ...]) -> None:
    assert typed_zone(lines) is None


def test_a_russian_internal_passport_has_its_name_in_cyrillic() -> None:
    zone = typed_zone(RUS)

    assert zone is not None
    assert identifiers_of(zone) == ("ЩУКИН", "ЮРИЙ ИЛЬИЧ")
