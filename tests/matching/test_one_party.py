"""Which records are one party by the references of the lists, and which must stay apart."""

from itertools import combinations
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.invented import dates, matcher_over
from tamiz.matching.one_party import (
    MOST_HOLDERS,
    Dates,
    Entry,
    contradict,
    one_party_groups,
)
from tamiz.model import (
    Identifier,
    IdentifierKind,
    Name,
    PartialDate,
    PartyType,
    Sex,
    SourceRecord,
)

PERSON, FIRM, UNKNOWN = PartyType.PERSON, PartyType.ORGANISATION, PartyType.UNKNOWN
UN = "QDi.900"


def listed(
    key: str,
    *names: str,
    born: str | Dates = "",
    refs: tuple[str, ...] = (UN,),
    party: PartyType = PERSON,
    sex: Sex | None = None,
    passport: str = "",
) -> SourceRecord:
    """A record with its source and id in one: ``un-sc/1``."""
    source, _, record_id = key.partition("/")
    number = Identifier(kind=IdentifierKind.PASSPORT, number=passport)
    return SourceRecord(
        source=source,
        id=record_id,
        type=party,
        names=tuple(Name(text=text) for text in names),
        birth_dates=dates(born) if isinstance(born, str) else born,
        sex=sex,
        identifiers=(number,) if passport else (),
        references=refs,
    )


def groups(*records: SourceRecord) -> set[frozenset[str]]:
    """The groups that an index over these records has, as sources and ids."""
    with matcher_over(*records) as matcher:
        index = matcher.index
        found = {tuple(index.records_of(index.party_of(number))) for number in range(len(index))}
        return {
            frozenset(f"{index.record_at(at).source}/{index.record_at(at).id}" for at in party)
            for party in found
            if len(party) > 1
        }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"born": "1984-03-09"}, {"born": "1984-03-09"}),
        ({"born": "1984"}, {"born": "1986"}),
        ({"born": "1984-03-09"}, {"born": "1984-09-03"}),
        ({"born": "1984-03-09"}, {"born": "1948-03-09"}),
        ({"born": "circa 1984"}, {"born": "1986-05-05"}),
        ({"born": "1984-03-09"}, {}),
        ({"born": (*dates("1951"), *dates("1984"))}, {"born": "1984-03-09"}),
        ({"party": UNKNOWN}, {"party": PERSON}),
        ({"sex": Sex.MALE}, {}),
    ],
)
def test_one_person_on_two_lists_is_one(one: dict[str, Any], other: dict[str, Any]) -> None:
    here = listed("un-sc/1", "Erasmo Quilombera", **one)
    there = listed("gb-fcdo/2", "QUILOMBERA, Erasmo", **other)

    assert groups(here, there) == {frozenset({"un-sc/1", "gb-fcdo/2"})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"born": "1984-03-09"}, {"born": "1967-11-20"}),
        ({"born": "1984-03-09"}, {"born": "1988-11-20"}),
        ({"born": "1951"}, {"born": (*dates("1966"), *dates("1984"))}),
        ({"sex": Sex.MALE}, {"sex": Sex.FEMALE}),
        ({"party": PERSON}, {"party": PartyType.VESSEL}),
        ({"party": PERSON}, {"party": FIRM}),
    ],
)
def test_one_reference_given_to_two_parties_leaves_them_two(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    here = listed("un-sc/1", "Erasmo Quilombera", **one)
    there = listed("gb-fcdo/2", "Erasmo Quilombera", **other)

    assert groups(here, there) == set()


@pytest.mark.parametrize("born", ["", "1984-03-09"])
def test_without_two_birth_dates_the_names_must_agree(born: str) -> None:
    man = listed("un-sc/1", "Erasmo Quilombera", born=born)

    assert groups(man, listed("au-dfat/2", "Ildefonso Tzintzuntzan")) == set()
    assert groups(man, listed("au-dfat/2", "Quilonbera")) == set()
    assert groups(man, listed("au-dfat/2", "Kilombera, Erasmo"))


def test_an_alias_listed_apart_with_the_same_birth_date_is_the_same_person() -> None:
    man = listed("gb-fcdo/1", "Erasmo Quilombera", born="1984-03-09")
    alias = listed("gb-ofsi/2", "El Chueco", born="1984-03-09")

    assert groups(man, alias) == {frozenset({"gb-fcdo/1", "gb-ofsi/2"})}


def test_aliases_listed_apart_meet_through_the_record_that_has_both() -> None:
    aliases = [listed("gb-ofsi/1", "El Chueco"), listed("gb-ofsi/2", "Ildefonso Tzintzuntzan")]
    man = listed("un-sc/3", "Tzintzuntzan, Ildefonso", "El Chueco")

    assert groups(*aliases) == set()
    assert groups(*aliases, man) == {frozenset({"gb-ofsi/1", "gb-ofsi/2", "un-sc/3"})}


def test_a_shared_number_agrees_where_the_names_do_not() -> None:
    ship = listed("un-sc/1", "Grey Heron", party=PartyType.VESSEL, passport="9000001")
    renamed = listed("gb-fcdo/2", "Blue Finch", party=PartyType.VESSEL, passport="9000001")

    assert groups(ship, renamed)


@pytest.mark.parametrize(
    "other",
    [
        "Ruritania Kumsan Mining Export Bureau",
        "Ruritania Kumsan Trading Corporation",
        "Koryo Trading Development Corporation",
    ],
)
def test_firms_with_words_of_many_firms_in_common_stay_apart(other: str) -> None:
    """Five firms were given one UN reference by mistake."""
    one = listed("gb-ofsi/1", "Kangbong Trading Corporation", party=FIRM, refs=("KPe.923",))

    assert groups(one, listed("gb-ofsi/2", other, party=FIRM, refs=("KPe.923",))) == set()


def test_a_firm_on_two_lists_is_one() -> None:
    one = listed("un-sc/1", "Kangbong General Trading Corporation", party=FIRM, refs=("KPe.923",))
    other = listed("gb-ofsi/2", "Kangbong Trading Corporation", party=FIRM, refs=("KPe.923",))

    assert groups(one, other)


def test_the_un_lists_everybody_only_once() -> None:
    one = listed("un-sc/TAi.955", "Mawlawi Quilombera", refs=("TAi.955", "1"))
    other = listed("un-sc/TAi.955#2", "Mawlawi Quilombera", refs=("TAi.955", "2"))

    assert groups(one, other) == set()


def test_a_wrong_link_chains_nobody_together() -> None:
    """The middle record fits both, who are two men; it goes where the birth date agrees."""
    one = listed("a/1", "Erasmo Quilombera", born="1984-03-09", refs=("REF-1",))
    middle = listed("b/2", "Erasmo Quilombera", born="1984", refs=("REF-1", "REF-2"))
    other = listed("c/3", "Erasmo Quilombera", born="1961-01-30", refs=("REF-2",))

    assert groups(one, middle, other) == {frozenset({"a/1", "b/2"})}


def test_no_chain_of_near_birth_years_leads_to_a_far_one() -> None:
    men = [
        listed(
            f"a/{at}", "Erasmo Quilombera", born=str(1980 + 2 * at), refs=(f"R{at}", f"R{at + 1}")
        )
        for at in range(5)
    ]

    for party in groups(*men):
        years = [1980 + 2 * int(key.removeprefix("a/")) for key in party]
        assert max(years) - min(years) <= 2


def test_a_reference_that_too_many_share_is_none() -> None:
    crowd = [listed(f"a/{at}", "Erasmo Quilombera", born="1984") for at in range(MOST_HOLDERS + 1)]

    assert len(groups(*crowd[1:])) == 1
    assert groups(*crowd) == set()


BORN: tuple[Dates, ...] = (
    (), dates("1984-03-09"), dates("1984-09-03"), dates("1984"), dates("1986"), dates("1988"),
    dates("1960-01-01"), (PartialDate(year=1980, until=1990),), (*dates("1960"), *dates("1986")),
)  # fmt: skip
ENTRIES = st.builds(
    Entry,
    key=st.just(("", "")),
    type=st.sampled_from([PERSON, PERSON, PERSON, UNKNOWN, FIRM]),
    sex=st.sampled_from([None, None, Sex.MALE, Sex.FEMALE]),
    birth_dates=st.sampled_from(BORN),
    names=st.frozensets(st.frozensets(st.integers(0, 5), max_size=3), max_size=3),
    numbers=st.frozensets(st.integers(0, 3), max_size=1),
)
SOURCES = st.sampled_from(["un-sc", "gb-fcdo", "au-dfat"])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Entry], list[tuple[int, ...]]]:
    """Records, and for each reference who has it."""
    entries = [
        msgspec.structs.replace(entry, key=(draw(SOURCES), str(at)))
        for at, entry in enumerate(draw(st.lists(ENTRIES, min_size=2, max_size=9)))
    ]
    holders = st.lists(st.integers(0, len(entries) - 1), min_size=1, max_size=5).map(tuple)
    return entries, draw(st.lists(holders, max_size=8))


@given(worlds())
def test_no_group_holds_two_records_that_contradict_each_other(
    world: tuple[list[Entry], list[tuple[int, ...]]],
) -> None:
    entries, holders = world

    found = one_party_groups(holders, entries.__getitem__)

    for group in found:
        assert not any(contradict(entries[a], entries[b]) for a, b in combinations(group, 2))
    assert len({at for group in found for at in group}) == sum(map(len, found))


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_records_and_references_does_not_matter(
    world: tuple[list[Entry], list[tuple[int, ...]]], random: object
) -> None:
    entries, holders = world
    order = list(range(len(entries)))
    random.shuffle(order)  # type: ignore[attr-defined]
    moved = {old: new for new, old in enumerate(order)}

    found = one_party_groups(holders, entries.__getitem__)
    again = one_party_groups(
        [tuple(moved[at] for at in reversed(some)) for some in reversed(holders)],
        [entries[old] for old in order].__getitem__,
    )

    keys = {frozenset(entries[at].key for at in group) for group in found}
    assert {frozenset(entries[order[at]].key for at in group) for group in again} == keys
