"""Chains of ties from an applicant to a refused applicant or to a listed party."""

from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, asked, codes, graph_of, party, sponsor, strangers
from resolve_people import crowd
from tamiz.checks import Context, Thresholds
from tamiz.checks.identities.story import stories
from tamiz.checks.links.drawn import chart_of
from tamiz.checks.links.known_ties import CHECK, MOST_STEPS, MOST_TOLD, MOST_VISITED, chains
from tamiz.links.graph import CHAIN, STEP
from tamiz.matching import Index, Matcher
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Evidence,
    Outcome,
    PastOutcome,
    RelationKind,
    Sex,
)
from tamiz.wording import Language, catalogue, say
from worlds import AGUILA, FRONT, company, store_with

REFUSED = PastOutcome.REFUSED
SEAT = "Calle Roble 12, Colonia Encinos, Xalapa"
SEATED = company(
    "C-2",
    "Cuarzo Vigilancia Internacional",
    address=SEAT,
    website="https://cuarzo.example",
    phone="+90 533 067 8928",
    email="tecolote.negro84@post.example",
)
HANDLER = "+507 6123 0000"


def row(length: int) -> list[Dossier]:
    """Strangers A, B, C …, of whom each has one phone with the one before and one with the next."""

    def phone(at: int) -> Contact:
        return Contact(kind=ContactKind.PHONE, value=f"+57 300 123 45{at:02}", field="phone")

    people = strangers(*[applicant("")] * length)
    return [replace(one, contacts=(phone(at), phone(at + 1))) for at, one in enumerate(people)]


def refused_after(steps: int) -> tuple[list[Dossier], list[Dossier]]:
    """A cohort, and an earlier one in which somebody so many steps from A was refused."""
    *cohort, last = row(steps + 1)
    return cohort, [replace(last, outcome=REFUSED)]


def test_who_is_told_as_nobodys_second_self_is_told_by_their_ties(tmp_path: Path) -> None:
    """The resolver takes the two for one man, and the rules of identity for namesakes."""
    home = "Calle 147 # 17-38, Maracaibo"
    refused = applicant(
        "E", "Eliseo Marcelo Zepeda Quintanilla", born="1977-03-25", passport="131620780", state="ve",
        nation="ve", sex=Sex.MALE, address=home, outcome=REFUSED,
    )  # fmt: skip
    back = applicant(
        "A", "Eliseo Marcelo Zeda Quintanilla", born="1979-03-25", passport="154090323", state="ve",
        nation="ve", sex=Sex.MALE, address=home,
    )  # fmt: skip
    cohort = [back, *crowd(300)]

    with graph_of(tmp_path, cohort, earlier=[refused]) as graph:
        assert graph.is_same(1, 0)
        assert not stories(graph, 1, back)
    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=[refused])

    assert finding.outcome is Outcome.CONCERN


@pytest.mark.parametrize(
    ("others", "outcome"), [(0, Outcome.CONCERN), (4, Outcome.CLEAR)], ids=["rare", "usual"]
)
def test_the_call_sign_of_a_refused_man_is_a_tie_where_its_word_is_rare(
    tmp_path: Path, others: int, outcome: Outcome
) -> None:
    back = applicant("A", letter="Mis compañeros me dicen Tecolotillo-8.")
    usual = [applicant("", letter=f"Me dicen Tecolotillo-{at}.") for at in range(20, 20 + others)]
    cohort = strangers(back, *usual)
    refused = applicant(
        "E", "Nadie Conocido", letter="Mi apodo es «Tecolotillo 8».", outcome=REFUSED
    )

    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=[refused])

    assert finding.outcome is outcome


@pytest.mark.parametrize("steps", range(1, MOST_STEPS + 1))
def test_a_refused_applicant_within_four_steps_is_a_concern(tmp_path: Path, steps: int) -> None:
    cohort, earlier = refused_after(steps)

    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=earlier)

    *ties, end = finding.evidence
    assert (finding.outcome, finding.other) == (Outcome.CONCERN, f"2025/{earlier[0].id}")
    assert (end.code, end.params["steps"], len(ties)) == ("known.refused", str(steps), steps)


def test_nobody_beyond_four_steps_is_told(tmp_path: Path) -> None:
    cohort, earlier = refused_after(MOST_STEPS + 1)

    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=earlier)

    assert (finding.outcome, codes([finding])) == (Outcome.CLEAR, {"known.none"})


def test_each_step_makes_a_chain_weaker(tmp_path: Path) -> None:
    with graph_of(tmp_path, row(MOST_STEPS + 1)) as graph:
        bits = [chain.bits for chain in chains(graph, 0)]

    assert bits == [pytest.approx(bits[0] - STEP * at) for at in range(MOST_STEPS)]


def test_each_step_is_told_from_one_to_the_next_with_its_sources(tmp_path: Path) -> None:
    cohort, earlier = refused_after(3)

    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=earlier)

    steps = [(one.params["me"], one.params["id"], one.field, one.other_field)
             for one in finding.evidence[:-1]]  # fmt: skip
    assert steps == [
        ("A", "B", "phone", "phone"), ("B", "C", "phone", "phone"), ("C", "2025/D", "phone", "phone"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_every_step_is_a_sentence_in_every_language(tmp_path: Path, language: Language) -> None:
    cohort, earlier = refused_after(MOST_STEPS)

    (finding,) = asked(CHECK, tmp_path, *cohort, earlier=earlier)

    for one in finding.evidence:
        assert _gaps(one, language) <= one.params.keys()
        assert one.params["id"] in say(one.code, language, **one.params)


def _gaps(evidence: Evidence, language: Language) -> set[str]:
    sentence = catalogue(language)[evidence.code]
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("outcome", [None, *(one for one in PastOutcome if one is not REFUSED)])
def test_who_was_not_refused_is_nobody_known(tmp_path: Path, outcome: PastOutcome | None) -> None:
    first, other = row(2)

    (finding,) = asked(CHECK, tmp_path, first, earlier=[replace(other, outcome=outcome)])

    assert finding.outcome is Outcome.CLEAR


def test_ones_own_refused_application_is_asked_elsewhere(tmp_path: Path) -> None:
    one = applicant("A", "Iván Palacios", born="1990-02-03", phone=PHONE, passport="AZ418877")

    findings = asked(CHECK, tmp_path, one, earlier=[replace(one, id="B", outcome=REFUSED)])

    assert codes(findings) == {"known.alone"}


def test_a_declared_tie_to_a_refused_applicant_is_told_too(tmp_path: Path) -> None:
    first, other = strangers(
        applicant("", phone=PHONE, relations=[party(RelationKind.REFEREE, "Heberto Hinestroza")]),
        applicant("", phone=PHONE, outcome=REFUSED),
    )

    (finding,) = asked(CHECK, tmp_path, first, earlier=[other])

    assert finding.outcome is Outcome.CONCERN


def test_what_many_have_leads_to_nobody(tmp_path: Path) -> None:
    many = strangers(*[applicant("", phone=PHONE)] * 40)
    numbered = [replace(one, id=f"A{at}") for at, one in enumerate(many)]
    refused = replace(numbered[0], id="R", outcome=REFUSED)

    (finding,) = asked(CHECK, tmp_path, *numbered[1:], earlier=[refused])

    assert finding.outcome is Outcome.CLEAR


@pytest.mark.parametrize(
    "told",
    [{"unit": "Batallón 3 Colón"}, {"travel": "XK7Q2P"}, {"course": "drone pilot"}, {}],
    ids=lambda told: next(iter(told), "nothing"),
)
def test_what_a_group_has_openly_leads_to_nobody_two_steps_away(
    tmp_path: Path, told: dict[str, str]
) -> None:
    first, middle, last = strangers(
        applicant("", **told),  # type: ignore[arg-type]
        applicant("", **told, phone=PHONE),  # type: ignore[arg-type]
        applicant("", phone=PHONE, outcome=REFUSED),
    )

    (finding,) = asked(CHECK, tmp_path, first, middle, earlier=[last])

    assert finding.outcome is Outcome.CLEAR


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    store = store_with(tmp_path_factory.mktemp("lists"), (AGUILA, FRONT, SEATED))
    return Matcher(Index.open(store.index_path()))


def behind(relation: str = "Altoverde Escolta S.A.") -> Dossier:
    """Somebody with the handler's phone whose sponsor is on a list."""
    listed = sponsor(relation, number="PA-7731-402188")
    return applicant("B", "Zenobio Tarqui", phone=HANDLER, relations=[listed])


def test_a_chart_drawn_before_takes_nothing_from_what_is_told(
    tmp_path: Path, matcher: Matcher
) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)
    with graph_of(tmp_path, [one, behind()]) as graph:
        context = Context(thresholds=Thresholds(), matcher=matcher, graph=graph)
        drawn = chart_of(one, (), context)
        (finding,) = CHECK.run(one, context)

    assert drawn is not None
    assert finding.outcome is Outcome.CONCERN


def test_a_listed_sponsor_of_another_applicant_is_a_concern(
    tmp_path: Path, matcher: Matcher
) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)

    (finding,) = asked(CHECK, tmp_path, one, behind(), matcher=matcher)

    tie, end = finding.evidence
    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "B")
    assert finding.listed is not None
    assert finding.listed.id == "C-1"
    assert (tie.code, end.code) == ("tie.own.phone", "known.related")
    assert (end.params["party"], end.params["list"]) == ("Altoverde Escolta S.A.", "ftm:test")


def test_another_applicant_who_is_listed_is_a_concern(tmp_path: Path, matcher: Matcher) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)
    other = applicant(
        "B", "Rosendo Quiñónez Batres", born="1984-11-07", phone=HANDLER, passport="G90817263"
    )

    (finding,) = asked(CHECK, tmp_path, one, other, matcher=matcher)

    assert (finding.outcome, finding.evidence[-1].code) == (Outcome.CONCERN, "known.listed")


def test_a_listed_party_whom_the_applicant_names_is_asked_elsewhere(
    tmp_path: Path, matcher: Matcher
) -> None:
    one = replace(behind(), id="A", identity=applicant("A", "Iván Palacios").identity)

    (finding,) = asked(CHECK, tmp_path, one, behind(), matcher=matcher)

    assert (finding.outcome, codes([finding])) == (Outcome.CLEAR, {"known.none"})


def test_a_listed_sponsor_of_ones_own_earlier_application_is_a_concern(
    tmp_path: Path, matcher: Matcher
) -> None:
    now = applicant("A", "Iván Palacios", born="1990-02-07", passport="G12345678", phone=PHONE)
    listed = sponsor("Altoverde Escolta S.A.", number="PA-7731-402188")
    before = replace(now, relations=(listed,))

    (finding,) = asked(CHECK, tmp_path, now, *crowd(200), earlier=[before], matcher=matcher)

    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "2025/A")
    assert codes([finding]) == {"known.related_before"}


def test_an_unlisted_sponsor_of_another_is_clear(tmp_path: Path, matcher: Matcher) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)
    other = applicant(
        "B", "Zenobio Tarqui", phone=HANDLER, relations=[sponsor("Cruz Blanca de Soná")]
    )

    (finding,) = asked(CHECK, tmp_path, one, other, matcher=matcher)

    assert finding.outcome is Outcome.CLEAR


SEATS: dict[str, tuple[Dossier, str, str]] = {
    "one's own address": (
        applicant("A", "Iván Palacios", address="Xalapa, col. Encinos, C/ Roble nº 12"),
        "known.seat_own", "address",
    ),
    "the address of a sponsor": (
        applicant("A", "Iván Palacios", relations=[sponsor("Altamira Escuela", address=SEAT)]),
        "known.seat_party", "sponsor_address",
    ),
    "the web site of a sponsor": (
        applicant("A", "Iván Palacios",
                  relations=[sponsor("Altamira Escuela", site="www.cuarzo.example/es")]),
        "known.seat_party", "sponsor_contact",
    ),
    "a referee's mailbox": (
        applicant("A", "Iván Palacios",
                  relations=[party(RelationKind.REFEREE, "Major Cebada", email="c@cuarzo.example")]),
        "known.seat_party", "referee_contact",
    ),
    "an account of its name": (
        applicant("A", "Iván Palacios", handle="@tecolote_negro84"),
        "known.seat_account", "handle",
    ),
    "a phone in the letter": (
        applicant("A", "Iván Palacios", letter="Call Kamal on +90 533 067 8928, he pays for all."),
        "known.seat_letter", "motivation",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SEATS.values(), ids=SEATS)
def test_the_seat_of_a_listed_party_is_a_concern(
    tmp_path: Path, matcher: Matcher, case: tuple[Dossier, str, str]
) -> None:
    one, code, field = case

    (finding,) = asked(CHECK, tmp_path, one, matcher=matcher)

    (seat,) = finding.evidence
    assert finding.listed is not None
    assert (finding.outcome, finding.listed.id) == (Outcome.CONCERN, "C-2")
    assert (seat.code, seat.field) == (code, field)


@pytest.mark.parametrize(
    "address", ["Xalapa", "Colonia Encinos, Xalapa", "Calle Roble 14, Colonia Encinos, Xalapa"]
)
def test_another_house_in_the_same_street_is_clear(
    tmp_path: Path, matcher: Matcher, address: str
) -> None:
    one = applicant("A", "Iván Palacios", address=address)

    (finding,) = asked(CHECK, tmp_path, one, matcher=matcher)

    assert finding.outcome is Outcome.CLEAR


def test_the_sponsor_of_another_at_a_listed_seat_is_told_in_two_sentences(
    tmp_path: Path, matcher: Matcher
) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)
    firm = sponsor("Altamira Escuela", address=SEAT)
    other = applicant("B", "Zenobio Tarqui", phone=HANDLER, relations=[firm])

    (finding,) = asked(CHECK, tmp_path, one, other, matcher=matcher)

    tie, seat = finding.evidence
    assert (tie.code, tie.params["id"]) == ("tie.own.phone", "B")
    assert say(seat.code, **seat.params).count("Altamira Escuela") == 1
    assert (seat.params["id"], finding.other) == ("B", "B")


def test_without_a_list_a_cohort_is_still_asked(tmp_path: Path) -> None:
    one = applicant("A", "Iván Palacios", phone=HANDLER)

    assert codes(asked(CHECK, tmp_path, one, behind())) == {"known.none"}


def test_only_the_strongest_chains_are_told(tmp_path: Path) -> None:
    middle = [
        Contact(kind=ContactKind.PHONE, value=f"+57 300 555 66{at:02}", field="phone")
        for at in range(6)
    ]
    people = strangers(*[applicant("")] * 7)
    first = replace(people[0], contacts=tuple(middle))
    refused = [
        replace(one, contacts=(phone,), outcome=REFUSED)
        for one, phone in zip(people[1:], middle, strict=True)
    ]

    findings = asked(CHECK, tmp_path, first, earlier=refused)

    assert [one.outcome for one in findings] == [Outcome.CONCERN] * MOST_TOLD


def test_the_walk_is_bounded_where_everybody_is_tied_to_everybody(tmp_path: Path) -> None:
    own = [Contact(kind=ContactKind.PHONE, value=f"+57 301 {at:03} 0000") for at in range(60)]
    people = strangers(*[applicant("")] * 60)
    cohort = [
        replace(one, id=f"A{at}", contacts=(own[at], own[at - 1], own[at - 7]))
        for at, one in enumerate(people)
    ]

    with graph_of(tmp_path, cohort) as graph:
        found = list(chains(graph, 0))

    assert len(found) <= MOST_VISITED
    assert all(chain.bits >= CHAIN for chain in found)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(MOST_STEPS)))
def test_the_order_of_the_file_changes_no_chain(tmp_path: Path, order: list[int]) -> None:
    cohort, earlier = refused_after(MOST_STEPS)

    def of_the_first(people: list[Dossier]) -> list[str]:
        with graph_of(tmp_path, people, earlier=earlier) as graph:
            context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
            (finding,) = CHECK.run(cohort[0], context)
        return [one.params["id"] for one in finding.evidence]

    assert of_the_first([cohort[at] for at in order]) == of_the_first(cohort)


def test_a_cycle_of_ties_comes_to_an_end(tmp_path: Path) -> None:
    cohort = row(3)
    round_trip = replace(cohort[2], contacts=(cohort[2].contacts[0], cohort[0].contacts[0]))

    with graph_of(tmp_path, [cohort[0], cohort[1], round_trip]) as graph:
        ends = sorted(chain.steps[-1].number for chain in chains(graph, 0))

    assert ends == [1, 2]


def test_a_dossier_screened_alone_leads_nowhere() -> None:
    (finding,) = CHECK.run(row(1)[0], Context(thresholds=Thresholds(), matcher=None))

    assert finding.outcome is Outcome.NOT_APPLICABLE
