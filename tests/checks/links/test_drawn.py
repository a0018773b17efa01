"""What is drawn around an applicant: each party and value once, and how sure each link is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, graph_of, party, sponsor, strangers
from resolve_people import crowd
from tamiz.checks import Context, Thresholds
from tamiz.checks.links.drawn import COMMON_FROM, LONGEST, MOST_AT_A_STEP, SAID, chart_of
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Evidence,
    Finding,
    LinkChart,
    Listed,
    Outcome,
    PastOutcome,
    RelationKind,
)
from tamiz.model.chart import Certainty, ChartLink, NodeKind, NodeStatus
from tamiz.wording import Language, catalogue

LETTER = (
    "Since my youth I have repaired the pumps of our cooperative beside the river, and what I"
    " learned there about current, wire and patience I would bring to your school in spring."
)


def drawn(
    folder: Path,
    *cohort: Dossier,
    findings: Sequence[Finding] = (),
    earlier: Sequence[Dossier] = (),
) -> LinkChart | None:
    """The chart of the first of a cohort."""
    with graph_of(folder, cohort, earlier=earlier) as graph:
        context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
        return chart_of(cohort[0], findings, context)


def chart(folder: Path, *cohort: Dossier, **more: Sequence[Dossier]) -> LinkChart:
    """The same where there is one."""
    found = drawn(folder, *cohort, earlier=more.get("earlier", ()))
    assert found is not None
    return found


def links(of: LinkChart, what: str) -> list[ChartLink]:
    return [link for link in of.links if link.what == what]


@pytest.mark.parametrize(
    "cohort",
    [[applicant("")], strangers(applicant("", phone=PHONE), applicant("")), [Dossier(id="A")] * 1],
    ids=["nothing told", "a phone of one's own", "an empty dossier"],
)
def test_who_is_tied_to_nobody_has_no_chart(tmp_path: Path, cohort: list[Dossier]) -> None:
    assert drawn(tmp_path, *cohort) is None


def test_a_dossier_screened_alone_has_no_chart() -> None:
    alone = Context(thresholds=Thresholds(), matcher=None)

    assert chart_of(applicant("A", phone=PHONE), (), alone) is None


def test_a_shared_value_hangs_between_both_applicants(tmp_path: Path) -> None:
    found = chart(tmp_path, *strangers(*[applicant("", phone=PHONE)] * 2))

    assert [(node.kind, node.status) for node in found.nodes] == [
        (NodeKind.APPLICANT, NodeStatus.SUBJECT),
        (NodeKind.APPLICANT, NodeStatus.APPLICANT),
        (NodeKind.PHONE, NodeStatus.VALUE),
    ]
    assert {link.source for link in found.links} == {"A", "B"}
    assert len({link.target for link in found.links}) == 1


def test_a_link_says_where_it_stands_and_is_reported(tmp_path: Path) -> None:
    found = chart(tmp_path, *strangers(*[applicant("", phone=PHONE)] * 2))

    assert {(link.where, link.certainty, link.label) for link in found.links} == {
        (("A phone",), Certainty.REPORTED, PHONE),
        (("B phone",), Certainty.REPORTED, PHONE),
    }


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(None, NodeStatus.EARLIER), (PastOutcome.TRAINED, NodeStatus.EARLIER),
     (PastOutcome.REFUSED, NodeStatus.REFUSED)],
)  # fmt: skip
def test_people_of_earlier_cohorts_are_told_from_this_one(
    tmp_path: Path, outcome: PastOutcome | None, status: NodeStatus
) -> None:
    first, other = strangers(*[applicant("", phone=PHONE)] * 2)

    found = chart(tmp_path, first, earlier=[replace(other, outcome=outcome)])

    (node,) = (one for one in found.nodes if one.id == "2025/B")
    assert node.status is status


def test_a_copied_letter_is_inferred_and_not_shown(tmp_path: Path) -> None:
    found = chart(tmp_path, *strangers(*[applicant("", letter=LETTER)] * 2))

    assert {(link.certainty, link.label) for link in links(found, "text")} == {
        (Certainty.INFERRED, "")
    }
    assert all(len(node.label) <= LONGEST + 1 for node in found.nodes)


def test_a_value_that_many_have_is_drawn_as_common(tmp_path: Path) -> None:
    cohort = [
        replace(one, contacts=applicant("", phone=PHONE).contacts) for one in crowd(COMMON_FROM)
    ]

    found = chart(tmp_path, *cohort)

    (phone,) = (node for node in found.nodes if node.kind is NodeKind.PHONE)
    assert (phone.status, phone.count) == (NodeStatus.COMMON, COMMON_FROM)


def test_naming_another_applicant_is_a_link_from_one_to_the_other(tmp_path: Path) -> None:
    cohort = strangers(
        applicant("", relations=[party(RelationKind.REFEREE, "Heberto Hinestroza")]), applicant("")
    )

    for around in (cohort, cohort[::-1]):
        (link,) = links(chart(tmp_path, *around), "referee")
        assert (link.source, link.target) == ("A", "B")


def test_a_person_whom_both_name_stands_between_them(tmp_path: Path) -> None:
    both = applicant("", relations=[party(RelationKind.REFEREE, "Ana Cebada Luna")])

    found = chart(tmp_path, *strangers(both, both))

    assert [node.label for node in found.nodes if node.kind is NodeKind.PERSON] == [
        "Ana Cebada Luna"
    ]
    assert len(links(found, "referee")) == 2


def test_a_seat_ties_two_companies(tmp_path: Path) -> None:
    seat = "Calle Roble 12, Edificio Encinos, Soná"
    cohort = strangers(
        applicant("", relations=[sponsor("Altoverde Escolta", address=seat)]),
        applicant("", relations=[sponsor("Vigilancia Cuarzo", address=seat)]),
    )

    found = chart(tmp_path, *cohort)

    companies = {node.id for node in found.nodes if node.kind is NodeKind.COMPANY}
    (address,) = {node.id for node in found.nodes if node.kind is NodeKind.ADDRESS}
    assert len(companies) == 2
    assert companies <= {link.source for link in found.links if link.target == address}


def test_two_applications_of_one_person_are_linked_as_likely_one(tmp_path: Path) -> None:
    one = applicant("A", "Arturo Villaseñor", born="1990-02-07", passport="G12345678")

    found = chart(tmp_path, one, replace(one, id="B"), *crowd(50))

    (link,) = links(found, "same_person")
    assert (link.certainty, link.where) == (Certainty.INFERRED, ("100%",))


def _listed(outcome: Outcome) -> Finding:
    return Finding(
        check="watchlist_person", version="1", question="?", outcome=outcome, basis="-",
        evidence=(Evidence(feature="name", code="name.same"),),
        listed=Listed(source="un-sc", id="QDi.1", name="Rosendo Quiñónez", programmes=("1267",)),
    )  # fmt: skip


def test_a_listed_party_is_drawn_where_it_is_a_concern(tmp_path: Path) -> None:
    one = applicant("A", "Iván Palacios")

    found = drawn(tmp_path, one, findings=[_listed(Outcome.CONCERN)])

    assert found is not None
    (node,) = (each for each in found.nodes if each.kind is NodeKind.LISTED)
    assert (node.label, node.detail) == ("Rosendo Quiñónez", "un-sc · 1267")
    assert [link.target for link in found.links] == [node.id]


@pytest.mark.parametrize("probability", [0.04, 0.55, 0.97])
def test_who_may_be_listed_is_drawn_by_how_likely_it_is(tmp_path: Path, probability: float) -> None:
    finding = replace(_listed(Outcome.CONCERN), probability=probability)

    found = drawn(tmp_path, applicant("A", "Iván"), findings=[finding])

    assert found is not None
    assert [link.strength for link in found.links] == [pytest.approx(SAID * probability)]


@pytest.mark.parametrize("outcome", [Outcome.CLEAR, Outcome.INDETERMINATE])
def test_a_listed_party_that_is_no_concern_is_not_drawn(tmp_path: Path, outcome: Outcome) -> None:
    assert drawn(tmp_path, applicant("A", "Iván"), findings=[_listed(outcome)]) is None


def test_those_two_steps_away_are_drawn_and_nobody_further(tmp_path: Path) -> None:
    def phone(at: int) -> Contact:
        return Contact(kind=ContactKind.PHONE, value=f"+57 300 123 45{at:02}", field="phone")

    people = strangers(*[applicant("")] * 5)
    row = [replace(one, contacts=(phone(at), phone(at + 1))) for at, one in enumerate(people)]

    found = chart(tmp_path, *row)

    drawn_people = {node.id for node in found.nodes if node.kind is NodeKind.APPLICANT}
    assert drawn_people == {"A", "B", "C"}


def test_a_crowd_around_one_phone_is_bounded(tmp_path: Path) -> None:
    cohort = [replace(one, contacts=applicant("", phone=PHONE).contacts) for one in crowd(300)]

    found = drawn(tmp_path, *cohort)

    assert found is None or len(found.nodes) <= 2 * MOST_AT_A_STEP


@pytest.mark.parametrize("language", Language)
def test_every_link_has_a_word_in_every_language(tmp_path: Path, language: Language) -> None:
    told = {"phone": PHONE, "email": "q7x@post.example", "handle": "@q7x", "letter": LETTER,
            "address": "Calle Roble 12, Soná, Encinos", "payment": "PA12 0001 2233",
            "travel": "XK7Q2P", "unit": "Batallón 3 Colón", "passport": "AZ418877"}  # fmt: skip
    named = [sponsor("Altoverde Escolta", site="altoverde.example"),
             *(party(kind, f"Ana Cebada {kind.value}") for kind in RelationKind)]  # fmt: skip
    both = applicant("", **told, relations=named)  # type: ignore[arg-type]

    found = chart(tmp_path, *strangers(both, both), *crowd(300))

    words = catalogue(language)
    assert [
        link.what for link in found.links if f"report.chart.what.{link.what}" not in words
    ] == []
