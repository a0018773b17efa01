"""The peers that need nothing but RapidFuzz: they must be as good as their authors made them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.benched import peer, rapidfuzz_peer, watchman_peer, watchman_rows, watchman_score
from tamiz.matching import Subject
from tamiz.model import Name, PartialDate, PartyType, SourceRecord

WORDS = ("dmytro", "dmitri", "savchuk", "savchyk", "al", "de", "lu", "olena", "kovalenko")
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
years = st.sampled_from([None, 1970, 1971, 1975, 1990])


def person(name: str, born: int | None = None) -> Subject:
    dates = () if born is None else (PartialDate(year=born, month=5, day=7),)
    return Subject(type=PartyType.PERSON, names=(Name(text=name),), birth_dates=dates)


def party(number: int, name: str, born: int | None = None) -> SourceRecord:
    claims = person(name, born)
    return SourceRecord(
        source="test",
        id=str(number),
        type=claims.type,
        names=claims.names,
        birth_dates=claims.birth_dates,
    )


@pytest.mark.parametrize(
    ("query", "listed", "score"),
    [
        ("olena kovalenko", "olena kovalenko", 1.0),
        ("kovalenko olena", "Olena KOVALENKO", 1.0),  # the order of words says nothing
        ("olena", "savchuk", 0.0),  # no word begins with a like sound
        ("al savchuk", "alsavchuk", 1.0),  # short words also count together with the next
        ("olena kovalenko", "olena", 10 / 19),  # 5 + 5 letters paired, of 14 asked for and 5
        ("olena", "olena kovalenko", 1 - 0.15 * 9 / 14),  # nine of fourteen letters unpaired
    ],
)
def test_names_score_as_watchman_documents(query: str, listed: str, score: float) -> None:
    here, there = watchman_score.words(query), watchman_score.words(listed)

    assert watchman_score.name_score(here, there) == pytest.approx(score)


@pytest.mark.parametrize(
    ("other", "score"),
    [
        (PartialDate(year=1970, month=5, day=7), 1.0),
        (PartialDate(year=1973, month=5, day=7), 0.4 * 0.7 + 0.6),
        (PartialDate(year=1990, month=5, day=7), 0.4 * 0.2 + 0.6),
        (PartialDate(year=1970, month=6, day=7), 0.4 + 0.3 * 0.9 + 0.3),
        (PartialDate(year=1990, month=9, day=28), 0.4 * 0.2 + 0.3 * 0.3 + 0.3 * 0.3),
    ],
)
def test_dates_score_as_watchman_documents(other: PartialDate, score: float) -> None:
    born = PartialDate(year=1970, month=5, day=7)

    assert watchman_score.date_score(born, other) == pytest.approx(score)
    assert watchman_score.date_score(other, born) == pytest.approx(score)


@given(names, years, st.lists(st.tuples(names, years), min_size=1, max_size=8))
@settings(max_examples=150)
def test_watchmans_search_finds_what_scoring_all_that_share_a_word_finds(
    name: str, born: int | None, listed: list[tuple[str, int | None]]
) -> None:
    subject, engine = person(name, born), watchman_peer.engine()
    parties = [party(number, *one) for number, one in enumerate(listed)]
    engine.index(parties)

    sharing = [one for one in parties if set(name.split()) & set(one.names[0].text.split())]
    candidates = sharing if 0 < len(sharing) <= len(parties) / 2 else parties
    over = {one.id for one in candidates if engine.score_pair(subject, peer.subject_of(one)).agrees}

    assert {hit.key[1] for hit in engine.search([subject], len(parties))[0]} == over


@given(names, years, st.lists(st.tuples(names, years), min_size=1, max_size=8))
def test_token_sets_search_finds_what_comparing_all_finds(
    name: str, born: int | None, listed: list[tuple[str, int | None]]
) -> None:
    subject, engine = person(name, born), rapidfuzz_peer.engine()
    parties = [party(number, *one) for number, one in enumerate(listed)]
    engine.index(parties)

    over = {one.id for one in parties if engine.score_pair(subject, peer.subject_of(one)).agrees}

    assert {hit.key[1] for hit in engine.search([subject], len(parties))[0]} == over


@pytest.mark.parametrize(
    ("here", "there", "fits"),
    [(1970, 1971, True), (1970, 1972, False), (None, 1972, True), (1970, None, True)],
)
def test_birth_years_may_be_one_apart(here: int | None, there: int | None, *, fits: bool) -> None:
    one, other = person("olena", here).birth_dates, person("olena", there).birth_dates

    assert rapidfuzz_peer.years_fit(one, other) is fits


def test_a_party_is_named_once_and_the_best_come_first() -> None:
    hits = [peer.Hit(("a", "1"), 0.8), peer.Hit(("a", "2"), 0.9), peer.Hit(("a", "1"), 0.95)]

    assert peer.best(hits, 2) == [peer.Hit(("a", "1"), 0.95), peer.Hit(("a", "2"), 0.9)]
    assert peer.best(hits, 1) == [peer.Hit(("a", "1"), 0.95)]


def test_rows_are_read_from_go_tables_and_comments_are_not() -> None:
    text = """
func TestJaroWinkler(t *testing.T) {
		// {"no", "row", 0.1},
		{"jane doe", "jan \\"x\\" doe", 0.940}, // {"a", "b", 0.2}
		{prepare.LowerAndRemovePunctuation("JSC, Ñandú"), strings.ToLower("WEI"), 1.0},
}
func TestOther(t *testing.T) {
		{"not", "read", 0.5},
"""
    rows = list(watchman_rows.word_rows(text))

    assert [(row.query, row.listed, row.score, row.joins) for row in rows] == [
        ('jan "x" doe', ("jane doe",), 0.94, False),
        ("wei", ("jsc nandu",), 1.0, False),
    ]
