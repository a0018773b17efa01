"""A listed name that is common among those who apply says less; nothing else about it changes."""

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant, graph_of
from tamiz.checks import Context, Thresholds, run_check
from tamiz.checks.watchlist_person import CHECK
from tamiz.links.graph.groups import FEWEST_PEOPLE
from tamiz.matching import Index, Matcher
from tamiz.matching.weights import default_weights
from tamiz.model import Dossier, Finding
from worlds import person, store_with

# Two peoples who share no name: of the small one, few bear each name and nobody both of P-1's.
GIVEN = ("Takeru", "Hikaro", "Masuki", "Noriyo", "Kenjuro", "Satomu", "Ryotaka", "Yusuzo")
FAMILY = ("Sakamura", "Hoshizawa", "Kitanobe", "Minekawa", "Toriyasu", "Uchigane", "Wakihara")
MANY_GIVEN = ("Pablo", "Diego", "Andrés", "Felipe", "Hugo", "Marcos", "Rubén", "Sergio", "Tomás")
MANY_FAMILY = ("Quilombera", "Zambrano", "Tejada", "Ocampo", "Villalba", "Montesclaro", "Barrios")
NOBODY = ("Masuki", "Minekawa")
LISTED = person("P-1", "Masuki Minekawa", birthDate="1971-02-03", nationality="jp")
RARE = person("P-2", "Masuki Villalba", birthDate="1971-02-03", nationality="jp")
COMMON = person("P-4", "Quilombera Montesclaro", birthDate="1971-02-03")
UNKNOWN = person("P-5", "Hugo Etxebarrieta", birthDate="1971-02-03")


def cohort() -> Iterator[Dossier]:
    """2,240 people, of whom every 32nd is of the small people: 5 bits; tables tell 3 of them."""
    small = [pair for pair in product(GIVEN, FAMILY) if pair != NOBODY]
    large = list(product(MANY_GIVEN, MANY_FAMILY))
    for at in range(2_240):
        names = large if at % 32 else small
        yield applicant(f"A{at}", " ".join(names[at // 32 % len(names)]), born="1990-01-01")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    store = store_with(tmp_path_factory.mktemp("lists"), (LISTED, RARE, COMMON, UNKNOWN))
    matcher = Matcher(Index.open(store.index_path()))
    with graph_of(tmp_path_factory.mktemp("graph"), list(cohort())) as graph:
        yield Context(thresholds=Thresholds(), matcher=matcher, graph=graph)


def found(name: str, context: Context, *, nation: str = "", born: str = "1990-01-01") -> Finding:
    one = applicant("B", name, born=born, nation=nation)
    return run_check(CHECK, one, context)[0]


def bits(finding: Finding, code: str) -> float | None:
    return next((one.bits for one in finding.evidence if one.code == code), None)


def test_words_of_one_people_say_less_together_though_nobody_bears_both(context: Context) -> None:
    assert (bits(found("Masuki Minekawa", context), "name.cohort") or 0.0) < -1


def test_the_bits_of_the_finding_are_those_of_its_evidence(context: Context) -> None:
    finding = found("Masuki Minekawa", context, nation="jp")

    assert finding.bits == pytest.approx(sum(one.bits or 0.0 for one in finding.evidence), abs=0.1)


def test_words_of_two_peoples_lose_nothing(context: Context) -> None:
    assert bits(found("Masuki Villalba", context), "name.cohort") is None


def test_a_nationality_that_the_name_tells_already_counts_less(context: Context) -> None:
    with_name = bits(found("Masuki Minekawa", context, nation="jp"), "nationality.in_name")
    apart = bits(found("Masuki Villalba", context, nation="jp"), "nationality.in_name")

    assert (with_name or 0.0) < -1
    assert apart is None


def test_of_names_alike_as_a_whole_the_nationality_is_told_already(context: Context) -> None:
    finding = found("MasuqiMinegawa", context, nation="jp", born="1971-02-03")

    assert any(one.code.startswith("name.whole.") for one in finding.evidence)
    assert bits(finding, "nationality.in_name") == -(bits(finding, "nationality.same") or 0.0)


def test_a_nationality_never_counts_against(context: Context) -> None:
    finding = found("Masuki Minekawa", context, nation="jp")
    nation = sum(one.bits or 0.0 for one in finding.evidence if one.feature == "nationality")

    assert nation >= 0


def test_alone_nothing_is_taken_away(context: Context) -> None:
    alone = replace(context, graph=None)

    assert bits(found("Masuki Minekawa", alone, nation="jp"), "name.cohort") is None


# Family names of one ending, a letter from each other; and one who bears none of them exactly.
ENDING = tuple(f"{letter}ornovskiy" for letter in "BDFGKLMNPRTVZ")
NEAR = person("P-3", "Rosendo Gornovskiy", birthDate="1971-02-03")


@pytest.fixture(scope="module")
def of_one_ending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    store = store_with(tmp_path_factory.mktemp("lists"), (NEAR,))
    matcher = Matcher(Index.open(store.index_path()))
    others = list(cohort())[:FEWEST_PEOPLE]
    near = [applicant(f"N{at}", f"Pablo {ENDING[at % len(ENDING)]}") for at in range(60)]
    with graph_of(tmp_path_factory.mktemp("graph"), [*others, *near]) as graph:
        yield Context(thresholds=Thresholds(), matcher=matcher, graph=graph)


def test_a_likeness_that_many_have_says_less(of_one_ending: Context) -> None:
    finding = found("Rosendo Jornovskiy", of_one_ending)

    assert (bits(finding, "name.cohort_near") or 0.0) < -1
    assert "60" in next(e.params for e in finding.evidence if e.code == "name.cohort_near").values()


def test_the_very_name_is_no_likeness(of_one_ending: Context) -> None:
    assert bits(found("Rosendo Gornovskiy", of_one_ending), "name.cohort_near") is None


def test_a_likeness_that_few_have_loses_nothing(context: Context) -> None:
    assert bits(found("Masuki Villalva", context), "name.cohort_near") is None


def test_a_name_like_that_of_a_people_goes_together_with_its_words(context: Context) -> None:
    """Nobody here is called Minekana; but who are called nearly so are of the people of Masuki."""
    finding = found("Masuki Minekana", context, born="1971-02-03")

    assert (bits(finding, "name.cohort") or 0.0) < -1


def test_what_the_cohort_counts_takes_the_place_of_a_constant(context: Context) -> None:
    """Two words of the large people, which nobody bears together: there they are independent."""
    finding = found("Quilombera Montesclaro", context)
    told = (bits(finding, "name.cohort") or 0.0) + (bits(finding, "name.one_culture") or 0.0)

    assert told == pytest.approx(default_weights().word.together, abs=0.5)


def test_a_word_that_nobody_here_bears_keeps_the_constant(context: Context) -> None:
    assert bits(found("Hugo Etxebarrieta", context), "name.cohort") is None


# The small people, a 32nd of the cohort, and all of a list of 300.
OFTEN = [person(f"L{at}", " ".join(name), birthDate="1971-02-03")
         for at, name in enumerate([*product(GIVEN, FAMILY)] * 6)]  # fmt: skip


@pytest.fixture(scope="module")
def often_listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    listed = (*OFTEN, person("P-9", "Hugo Ocampo", birthDate="1971-02-03"))
    store = store_with(tmp_path_factory.mktemp("lists"), listed)
    index = Index.open(store.index_path())
    with graph_of(tmp_path_factory.mktemp("graph"), list(cohort()), listed=index) as graph:
        yield Context(thresholds=Thresholds(shown=1e-6), matcher=Matcher(index), graph=graph)


def test_a_name_of_a_kind_that_lists_have_many_of_says_less(often_listed: Context) -> None:
    taken = bits(found("Masuki Minekawa", often_listed, born="1971-02-03"), "name.often_listed")

    assert (taken or 0.0) < -2


def test_a_name_of_a_kind_that_lists_have_few_of_loses_nothing(often_listed: Context) -> None:
    finding = found("Hugo Ocampo", often_listed, born="1971-02-03")

    assert finding.listed is not None
    assert bits(finding, "name.often_listed") is None


def test_the_words_of_a_name_never_count_against(often_listed: Context) -> None:
    finding = found("Masuki Minekawa", often_listed, born="1971-02-03")

    assert sum(one.bits or 0.0 for one in finding.evidence if one.feature == "name") >= 0
