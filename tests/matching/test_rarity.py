"""How common a name word is, from the tables of origins and from the lists."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.matching.rarity import (
    CERTAIN,
    ORGANISATIONS,
    OTHERWISE_SPELT,
    PATRONYMIC,
    UNSEEN,
    Known,
    cultures,
    frequencies,
    known,
    origins,
    tempered,
)
from tamiz.normalise.names import spell_words

FOLDER = files("tamiz.matching").joinpath("frequencies")
MOST_BYTES = 1_500_000  # the tables are in every installation


def share(word: str, *, borne: int = 0, of: int = 0) -> float:
    """The share of one word where one list has this many bearers of it."""
    return float(frequencies([word], np.array([[borne]]), np.array([of]))[0])


def tables() -> dict[str, list[list[str]]]:
    """Every table of an origin as it stands in its file."""
    return {
        path.name: [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        for path in FOLDER.iterdir()
        if path.name.endswith(".tsv")
        and path.name not in {"unseen.tsv", "handwritten.tsv", "cultures.tsv"}
    }


@pytest.mark.parametrize(
    ("commoner", "rarer"),
    [
        ("garcia", "balderas"),
        ("jose", "hermenegildo"),
        ("smith", "smithfield"),
        ("ivanovich", "erofeevich"),
        ("oleksandr", "ostap"),
        ("david", "quilombera"),
        ("shevchenko", "shevelenko"),
        ("mohamed", "quilombera"),
        ("nguyen", "quilombera"),
        ("policia", "quilombera"),
    ],
)
def test_a_common_word_is_commoner_than_a_rare_one(commoner: str, rarer: str) -> None:
    assert share(commoner) > 3 * share(rarer)


def test_a_share_is_that_of_the_people_of_the_origin() -> None:
    """Of a thousand people of Spain 63 are a García by their father or mother."""
    spain = origins()["spain"]

    assert spain["garcia"] == pytest.approx(0.063, rel=0.02)
    assert spain["garcia"] > 10 * origins()["germany"].get("garcia", 0.0)


def test_the_share_is_the_mean_over_cultures_of_the_highest_in_each() -> None:
    tables_ = Known([[{"garcia": 0.04}, {"garcia": 0.06}], [{"garcia": 0.01}], [{}], [{}]])

    assert tables_.share("garcia") == pytest.approx((0.06 + 0.01) / 4)  # common: as it is


def test_a_name_of_many_cultures_is_commoner_than_one_as_common_in_a_single_one() -> None:
    tables_ = Known([[{"david": 0.06, "jose": 0.06}], [{"david": 0.06}]])

    assert tables_.share("david") == 2 * tables_.share("jose")


@given(st.floats(1e-7, 1), st.floats(1e-7, 1))
def test_tempering_keeps_the_order_and_makes_no_word_commoner(one: float, other: float) -> None:
    assert tempered(one) <= one
    assert (tempered(one) <= tempered(other)) == (one <= other)


def test_a_common_share_is_believed_and_a_tenth_of_it_halved() -> None:
    assert tempered(CERTAIN) == CERTAIN
    assert tempered(CERTAIN / 10) == pytest.approx(CERTAIN / 20, rel=0.01)


def test_each_origin_belongs_to_one_culture() -> None:
    placed = [origin for names in cultures().values() for origin in names]

    assert sorted(placed) == sorted(set(origins()) - {ORGANISATIONS})


def test_words_of_offices_are_as_common_as_they_are_written() -> None:
    assert known().words["ministry"] == 0.005


def test_a_word_that_nobody_counted_has_the_share_of_the_unseen() -> None:
    assert share("quilombera") == pytest.approx(UNSEEN)


def test_a_patronymic_that_nobody_counted_is_not_rare() -> None:
    assert share("quilomberovych") == pytest.approx(PATRONYMIC)
    assert PATRONYMIC > 100 * UNSEEN


def test_an_unlisted_spelling_of_a_common_name_is_not_rare() -> None:
    tables_ = Known([[{"serhii": 0.01, "sergei": 0.02}]])

    assert tables_.share("serghei") == pytest.approx(OTHERWISE_SPELT * 0.03)
    assert tables_.share("serhii") == pytest.approx(0.01)


def test_of_two_origins_of_a_culture_the_higher_share_of_a_sound_counts() -> None:
    tables_ = Known([[{"serhii": 0.01}, {"sergei": 0.02}]])

    assert tables_.share("serghei") == pytest.approx(OTHERWISE_SPELT * 0.02)


def test_a_word_that_many_listed_parties_bear_is_common_though_no_table_knows_it() -> None:
    assert share("quilombera", borne=101, of=20_000) == pytest.approx(100 / 40_000, rel=0.05)


def test_the_only_bearer_on_a_list_does_not_make_his_name_common() -> None:
    assert share("quilombera", borne=1, of=20_000) == share("quilombera")


def test_lists_that_repeat_each_other_do_not_make_a_name_common() -> None:
    one = frequencies(["quilombera"], np.array([[5]]), np.array([1_000]))
    three = frequencies(["quilombera"], np.array([[5], [5], [5]]), np.array([1_000] * 3))

    assert one == three


@given(
    st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1, max_size=5),
    st.integers(0, 300),
    st.integers(0, 10_000),
)
def test_a_share_is_between_the_unseen_and_all(words: list[str], borne: int, more: int) -> None:
    found = frequencies(words, np.full((1, len(words)), borne), np.array([borne + more]))

    assert found.dtype == np.float32
    assert ((found >= np.float32(UNSEEN)) & (found < 1)).all()


@given(st.integers(0, 500))
def test_more_bearers_never_make_a_word_rarer(borne: int) -> None:
    assert share("garcia", borne=borne + 1, of=5_000) >= share("garcia", borne=borne, of=5_000)


def test_the_constants_are_those_that_were_counted() -> None:
    rows = [line.split("\t") for line in FOLDER.joinpath("unseen.tsv").read_text().splitlines()]
    counted = {row[0]: dict(zip(rows[0][1:], map(float, row[1:]), strict=True)) for row in rows[1:]}

    assert pytest.approx(counted["family"]["same_if_left_out"], rel=0.1) == UNSEEN
    assert (
        pytest.approx(counted["patronymic"]["same_at_all"] / len(cultures()), rel=0.1) == PATRONYMIC
    )


@pytest.mark.parametrize("name", sorted(tables()))
def test_a_table_has_romanised_words_once_and_believable_numbers(name: str) -> None:
    heading, *rows = tables()[name]
    words = [row[0] for row in rows]
    numbers = [int(number) for row in rows for number in row[1:] if number]

    assert heading == ["word", "given", "family", "patronymic"]
    assert words == sorted(set(words))
    assert [word for word in words if spell_words(word) != (word,)] == []
    assert [row for row in rows if not 2 <= len(row) <= 4 or not any(row[1:])] == []
    assert 20 <= min(numbers) <= max(numbers) < 400_000  # Singh, of the Indians in Spain


def test_the_hand_written_table_says_that_it_is_and_has_words_once_an_origin() -> None:
    lines = FOLDER.joinpath("handwritten.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    pairs = [(origin, word) for origin, _, words in rows for word in words.split()]

    assert "by hand" in lines[0]
    assert sorted(pairs) == sorted(set(pairs))
    assert [word for _, word in pairs if not (word.isascii() and word.isalpha())] == []
    assert {origin for origin, _ in pairs} > {"ukraine", "turkey", "korea", ORGANISATIONS}


@pytest.mark.parametrize("name", sorted(tables()))
def test_the_source_and_terms_of_a_table_are_told(name: str) -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")

    assert f"`{name.removesuffix('.tsv')}`" in readme


def test_the_tables_are_small() -> None:
    size = sum(len(path.read_bytes()) for path in FOLDER.iterdir())

    assert size < MOST_BYTES


def test_the_tables_are_read_once() -> None:
    assert known() is known()
