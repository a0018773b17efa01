"""What a zone would say if signs that look alike were mistaken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.zone.zones import ALL, CHE, TD1, TD2, TD3
from tamiz.documents.zone import NoZone, ZoneFormat, read_zone, repairs


@pytest.mark.parametrize(
    ("misread", "lines"),
    [
        (
            ("P<UT0ERIK55ON<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<", TD3[1].replace("7408122", "740BIZZ")),
            TD3,
        ),
        (("1<UTOERIKSS0N<<ANNA<MARIA<<<<<<<<<<<", TD2[1].replace("1204159", "12O4IS9")), TD2),
        ((TD1[0], "74O8122F12O4159UT0<<<<<<<<<<<G", TD1[2].replace("MARIA", "MAR1A")), TD1),
        (("D1FRA13AA0000261B1231MART1N<<9",), ALL[ZoneFormat.LICENCE_1]),
        ((CHE[0], "FACHE30S142IZBO97<<8OO12G<<<<<", CHE[2].replace("BI", "81")), CHE),
    ],
)
def test_signs_of_the_wrong_kind_are_read_as_those_they_look_like(
    misread: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    best = repairs(misread)[0]

    assert best.zone.lines == lines
    assert best.probability > 0.9
    assert [change.was for change in best.changes] != [change.now for change in best.changes]


def test_the_raw_reading_stays_as_it_is() -> None:
    misread = (TD3[0], TD3[1].replace("7408122", "74O8122"))

    zone = read_zone(misread)

    assert not isinstance(zone, NoZone)
    assert zone.lines == misread
    assert not zone.is_consistent


def test_several_readings_share_the_probability_with_the_raw_one() -> None:
    found = repairs((TD3[0], TD3[1].replace("L898902C3", "LB98902C3")))

    assert TD3 in [one.zone.lines for one in found]
    assert len(found) > 1
    assert sum(one.probability for one in found) < 1
    assert all(one.zone.is_consistent for one in found)
    assert found[0].probability < 0.9  # arithmetic alone cannot tell them apart


def test_an_altered_digit_is_not_repaired_with_conviction() -> None:
    """1974 made 1979, the check digits left: arithmetic finds a way back, the raw one stays."""
    found = repairs((TD3[0], TD3[1].replace("7408122", "7908122")))

    assert all(one.probability < 0.5 for one in found)


def test_a_composite_that_fails_alone_is_left() -> None:
    assert repairs((TD3[0], TD3[1][:-1] + "3")) == ()


@pytest.mark.parametrize("kind", list(ALL))
def test_a_zone_that_holds_together_needs_no_repair(kind: ZoneFormat) -> None:
    assert repairs(ALL[kind]) == ()


@pytest.mark.parametrize("lines", [(), ("",), ("не маю",), ("A" * 44, "*" * 44)])
def test_what_is_no_zone_has_no_repair(lines: tuple[str, ...]) -> None:
    assert repairs(lines) == ()


@given(st.sampled_from(sorted(ALL)), st.data())
def test_any_misreading_is_repaired_or_left(kind: ZoneFormat, data: st.DataObject) -> None:
    lines = list(ALL[kind])
    for _ in range(data.draw(st.integers(1, 3))):
        line = data.draw(st.integers(0, len(lines) - 1))
        at = data.draw(st.integers(0, len(lines[line]) - 1))
        sign = data.draw(st.sampled_from("O0I1Z2S5B8G6<K"))
        lines[line] = lines[line][:at] + sign + lines[line][at + 1 :]

    for found in repairs(lines):
        assert found.zone.is_consistent
        assert 0 < found.probability < 1
