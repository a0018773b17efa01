"""The ties of a cohort with those of earlier ones, from writing to asking; hostile cohorts end."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, graph_of, party, sponsor, strangers
from resolve_people import crowd
from tamiz.checks import Check, Context, Thresholds, run_check
from tamiz.checks.identities import applied_before, second_identity
from tamiz.checks.links import front_company, known_ties, shared_ties
from tamiz.checks.links.drawn import chart_of
from tamiz.links.graph import CohortGraph, CohortGraphWriter, company_values
from tamiz.links.graph.neighbours import MOST_NEIGHBOURS
from tamiz.links.graph.writer import AT_ONCE
from tamiz.model import Dossier, Finding, Outcome, Relation, RelationKind
from tamiz.wording import Language, say

ASKED: tuple[Check, ...] = tuple(
    each.CHECK for each in (second_identity, applied_before, shared_ties, front_company, known_ties)
)
LETTER = (
    "I kindly ask to be admitted to the course because I want to help people in need and to serve"
    " wherever the organisation sends me, with discipline and an open heart for everybody."
)


def test_people_of_earlier_cohorts_are_known_by_their_cohort(tmp_path: Path) -> None:
    writer = CohortGraphWriter(tmp_path / "graph")
    here, before = writer.add(applicant("A")), writer.add(applicant("A"), source="2025")
    writer.finish()

    with CohortGraph(tmp_path / "graph") as graph:
        numbers = [graph.roster.number_of(one.id) for one in (here, before)]
        assert (here.id, before.id) == ("A", "2025/A")
        assert [graph.roster.is_earlier(at) for at in (0, 1)] == [False, True]
    assert numbers == [0, 1]


def test_whoever_comes_after_all_are_taken_in_is_refused_aloud(tmp_path: Path) -> None:
    writer = CohortGraphWriter(tmp_path / "graph")
    writer.add(applicant("A"))
    writer.begin()

    with pytest.raises(ValueError, match="would be lost"):
        writer.add(applicant("B"))
    writer.finish()


def test_more_than_are_taken_in_at_once_have_their_places(tmp_path: Path) -> None:
    many = [applicant(f"A{at}") for at in range(AT_ONCE + 1)]

    with graph_of(tmp_path, many) as graph:
        assert [graph.roster.dossier(at).id for at in (0, AT_ONCE)] == ["A0", f"A{AT_ONCE}"]
        assert len(graph.roster) == AT_ONCE + 1


def test_neighbours_are_found_in_earlier_cohorts(tmp_path: Path) -> None:
    one, other = strangers(*[applicant("", phone=PHONE)] * 2)

    with graph_of(tmp_path, [one], earlier=[other]) as graph:
        (found,) = graph.neighbours(1)

    assert found.id == "2025/B"


def test_a_company_has_the_people_of_all_cohorts(tmp_path: Path) -> None:
    one = applicant("A", relations=[sponsor("Altoverde Escolta")])

    with graph_of(tmp_path, [one], earlier=[one]) as graph:
        company, _ = next(company_values(one))
        assert graph.profile(company).people == (0, 1)


def test_who_is_on_lists_is_asked_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def find() -> tuple[Finding, ...]:
        asked.append(1)
        return ()

    with graph_of(tmp_path, [applicant("A")]) as graph:
        answers = [graph.once("listed", 0, find) for _ in range(3)]

    assert (answers, len(asked)) == ([(), (), ()], 1)


def test_one_person_twice_is_the_same_and_a_stranger_is_not(tmp_path: Path) -> None:
    one = applicant("A", "Arturo Villaseñor", born="1990-02-07", passport="G12345678")

    with graph_of(tmp_path, [one, replace(one, id="B"), *crowd(50)]) as graph:
        assert graph.is_same(0, 1)
        assert not graph.is_same(0, 2)


def test_others_may_not_read_the_graph(tmp_path: Path) -> None:
    CohortGraphWriter(tmp_path / "graph").finish()

    assert (tmp_path / "graph").stat().st_mode & 0o077 == 0


def test_a_graph_of_nobody_can_be_opened(tmp_path: Path) -> None:
    with graph_of(tmp_path, []) as graph:
        assert len(graph.roster) == 0
        assert graph.roster.number_of("A") is None


def _crowd(told: Dossier, count: int = 150) -> list[Dossier]:
    """People of their own names and dates who all tell the same beside them."""
    return [replace(told, id=one.id, identity=one.identity) for one in crowd(count)]


LONG = " ".join(f"nadie{at}" for at in range(500))
ITSELF = applicant("", "Altoverde Escolta", relations=[sponsor("Altoverde Escolta")] * 3)
EVERYBODY = [party(RelationKind.REFEREE, one.identity.names[0].text) for one in crowd(150)]
HOSTILE: dict[str, Sequence[Dossier]] = {
    "all share one phone": _crowd(applicant("", phone=PHONE)),
    "all share one e-mail": _crowd(applicant("", email="all@post.example")),
    "all share one letter": _crowd(applicant("", letter=LETTER)),
    "all share one sponsor": _crowd(
        applicant("", relations=[sponsor("Altoverde Escolta", phone=PHONE)])
    ),
    "all share one booking and account": _crowd(
        applicant("", travel="XK7Q2P", payment="PA12 0001")
    ),
    "all name everyone": _crowd(applicant("", relations=EVERYBODY)),
    "a sponsor that sponsors itself": [replace(ITSELF, id=f"S{at}") for at in range(40)],
    "referees in a circle": [
        replace(one, relations=(party(RelationKind.REFEREE, after.identity.names[0].text),))
        for one, after in zip(crowd(150), [*crowd(150)[1:], crowd(1)[0]], strict=True)
    ],
    "names of five hundred words": [
        applicant(f"L{at}", f"{LONG} {at}", relations=[sponsor(LONG), party(RelationKind.REFEREE, LONG)])
        for at in range(20)
    ],
    "one name and date for all": [
        applicant(f"N{at}", "José García", born="1990-02-07") for at in range(150)
    ],
    "empty dossiers": [Dossier(id=f"E{at}") for at in range(150)],
    "one id for all": [applicant("X", phone=PHONE)] * 40,
    "words that say nothing": _crowd(
        applicant("", phone="N/A", email="-", payment="n/a", passport="0000000", address="none",
                  relations=[Relation(kind=kind, name="N/A") for kind in RelationKind])
    ),
}  # fmt: skip


@pytest.mark.parametrize("cohort", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_cohort_is_answered_within_bounds(
    tmp_path: Path, cohort: Sequence[Dossier]
) -> None:
    with graph_of(tmp_path, cohort) as graph:
        context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
        for one in cohort[:: max(len(cohort) // 5, 1)]:
            findings = [each for check in ASKED for each in run_check(check, one, context)]
            assert "check.failed" not in {each.evidence[0].code for each in findings}
            assert all(_is_said(each) for each in findings)
            assert len(graph.neighbours(graph.roster.number_of(one.id) or 0)) <= MOST_NEIGHBOURS
            chart_of(one, findings, context)


def _is_said(finding: Finding) -> bool:
    """Whether each statement is a sentence in every language; KeyError where one is none."""
    return all(
        bool(say(one.code, language, **one.params))
        for one in finding.evidence[:40]
        for language in Language
    )


COMMON = tuple(name for name in HOSTILE if name.startswith("all share"))


@pytest.mark.parametrize("name", [*COMMON, "empty dossiers", "words that say nothing"])
def test_what_a_whole_cohort_shares_alarms_about_nobody(tmp_path: Path, name: str) -> None:
    cohort = HOSTILE[name]

    with graph_of(tmp_path, cohort) as graph:
        context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
        outcomes = {
            finding.outcome
            for one in (cohort[0], cohort[-1])
            for check in ASKED
            for finding in run_check(check, one, context)
        }

    assert outcomes <= {Outcome.CLEAR, Outcome.NOT_APPLICABLE}
