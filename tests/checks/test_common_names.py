"""A listed name that is common among those who apply says less; nothing else about it changes."""

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant, graph_of
from tamiz.checks import Context, Thresholds, run_check
from tamiz.checks.watchlist_person import CHECK
from tamiz.matching import Index, Matcher
from tamiz.model import Dossier, Finding
from worlds import person, store_with

# Two peoples who share no name: of the small one, few bear each name and nobody both of P-1's.
GIVEN = ("Takeru", "Hikaro", "Masuki", "Noriyo", "Kenjuro", "Satomu", "Ryotaka", "Yusuzo")
FAMILY = ("Sakamura", "Hoshizawa", "Kitanobe", "Minekawa", "Toriyasu", "Uchigane", "Wakihara")
MANY_GIVEN = ("Pablo", "Diego", "Andrés", "Felipe", "Hugo", "Marcos", "Rubén", "Sergio", "Tomás")
MANY_FAMILY = ("Quilombera", "Zambrano", "Tejada", "Ocampo", "Villalba", "Montiel", "Barrios")
NOBODY = ("Masuki", "Minekawa")
LISTED = person("P-1", "Masuki Minekawa", birthDate="1971-02-03", nationality="jp")
RARE = person("P-2", "Masuki Villalba", birthDate="1971-02-03", nationality="jp")


def cohort() -> Iterator[Dossier]:
    """2,240 people, of whom every 32nd is of the small people: 5 bits; tables tell 3 of them."""
    small = [pair for pair in product(GIVEN, FAMILY) if pair != NOBODY]
    large = list(product(MANY_GIVEN, MANY_FAMILY))
    for at in range(2_240):
        names = large if at % 32 else small
        yield applicant(f"A{at}", " ".join(names[at // 32 % len(names)]), born="1990-01-01")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    store = store_with(tmp_path_factory.mktemp("lists"), (LISTED, RARE))
    matcher = Matcher(Index.open(store.index_path()))
    with graph_of(tmp_path_factory.mktemp("graph"), list(cohort())) as graph:
        yield Context(thresholds=Thresholds(), matcher=matcher, graph=graph)


def found(name: str, context: Context, *, nation: str = "") -> Finding:
    one = applicant("B", name, born="1990-01-01", nation=nation)
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


def test_a_nationality_never_counts_against(context: Context) -> None:
    finding = found("Masuki Minekawa", context, nation="jp")
    nation = sum(one.bits or 0.0 for one in finding.evidence if one.feature == "nationality")

    assert nation >= 0


def test_alone_nothing_is_taken_away(context: Context) -> None:
    alone = replace(context, graph=None)

    assert bits(found("Masuki Minekawa", alone, nation="jp"), "name.cohort") is None
