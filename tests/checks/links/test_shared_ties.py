"""Applicants who declare no tie and have rare values in common; what explains such values."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, asked, codes, graph_of, party, sponsor, strangers
from resolve_people import crowd
from tamiz.checks import Context, Thresholds
from tamiz.checks.links import shared_ties
from tamiz.checks.links.shared_ties import CHECK, MOST_TOLD
from tamiz.links.graph.neighbours import MOST_NEIGHBOURS
from tamiz.model import Contact, ContactKind, Dossier, Finding, Outcome, Relation, RelationKind

REFEREE, RELATIVE = RelationKind.REFEREE, RelationKind.RELATIVE
ADDRESS = "Calle 12 # 45-07, Barrio Alameda, Cali"
ACCOUNT = "PA12 0001 2233 4455"
LETTER = (
    "Since my youth I have repaired the pumps of our cooperative beside the river, and what I"
    " learned there about current, wire and patience I would bring to your school in spring."
)
TEMPLATE = (
    "I kindly ask to be admitted to the course because I want to help people in need and to serve"
    " wherever the organisation sends me, with discipline and an open heart for everybody."
)


def told(folder: Path, *cohort: Dossier, common_from: int = 6) -> Finding:
    (finding,) = asked(CHECK, folder, *cohort, common_from=common_from)
    return finding


def phoned(*phones: str) -> Dossier:
    contacts = tuple(Contact(kind=ContactKind.PHONE, value=one) for one in phones)
    return replace(applicant(""), contacts=contacts)


def test_strangers_with_one_phone_are_a_concern(tmp_path: Path) -> None:
    finding = told(tmp_path, *strangers(phoned(PHONE), phoned(PHONE)))

    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "B")


def test_a_tie_is_told_with_both_values_and_both_fields(tmp_path: Path) -> None:
    one = applicant("", phone=PHONE)
    other = applicant("", relations=[party(REFEREE, "Ana Cebada Luna", phone="0057 300 1234567")])

    (evidence,) = told(tmp_path, *strangers(one, other)).evidence

    assert (evidence.applicant, evidence.field) == (PHONE, "phone")
    assert (evidence.other, evidence.other_field) == ("0057 300 1234567", "referee_contact")


def test_a_phone_in_several_spellings_counts_once(tmp_path: Path) -> None:
    many = phoned("+573001234567", "0057 300 1234567", "+57-300-1234567", "+57 (300) 1234567")

    for pair in ((many, phoned(PHONE)), (phoned(PHONE), many)):
        finding = told(tmp_path, *strangers(*pair), common_from=4)
        assert [one.params["count"] for one in finding.evidence] == ["2"]


ENGLISH = (
    "For nine winters I drove a cart of salt over the mountains to my uncle's shop, and the old dog"
    " walked before the horse. When the bridge fell I learned to build with stone and iron."
)
SPANISH = (
    "Durante nueve inviernos llevé una carreta de sal por las montañas hasta la tienda de mi tío, y"
    " el perro viejo caminaba delante del caballo. Cuando cayó el puente aprendí a construir con"
    " piedra y hierro."
)
RARE: dict[str, tuple[Dossier, Dossier]] = {
    "one e-mail": (applicant("", email="q7x@post.example"), applicant("", email="Q7X+a@post.example")),
    "one account on a messenger": (applicant("", handle="@q7x"), applicant("", handle="t.me/q7x")),
    "an account that paid for them alone": (
        applicant("", payment=ACCOUNT), applicant("", payment="PA12-0001-2233-4455"),
    ),
    "an account that paid, and an address": (
        applicant("", payment=ACCOUNT, address=ADDRESS),
        applicant("", payment=ACCOUNT, address="Cali, barrio Alameda, Cl. 12 Nº 45-7"),
    ),
    "a copied letter": (
        applicant("", letter=LETTER), applicant("", letter=LETTER.replace("youth", "childhood")),
    ),
    "a letter in two languages": (applicant("", letter=ENGLISH), applicant("", letter=SPANISH)),
    "one phone under two names": (
        applicant("", relations=[party(REFEREE, "Ana Cebada Luna", phone=PHONE)]),
        applicant("", relations=[party(REFEREE, "Boris Trigo Sol", phone=PHONE)]),
    ),
    "the phone of one is that of the other's referee": (
        applicant("", phone=PHONE),
        applicant("", relations=[party(REFEREE, "Ana Cebada Luna", phone=PHONE)]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", RARE.values(), ids=RARE)
def test_a_rare_value_between_strangers_is_a_concern(
    tmp_path: Path, pair: tuple[Dossier, Dossier]
) -> None:
    assert told(tmp_path, *strangers(*pair)).outcome is Outcome.CONCERN


def test_one_director_of_two_sponsors_explains_nothing(tmp_path: Path) -> None:
    boss = party(RelationKind.DIRECTOR, "Rafael Campos Valdez", is_organisation=False)
    pair = [
        applicant("", relations=[sponsor(name, phone=PHONE), boss])
        for name in ("Altoverde Escolta", "Vigilancia Cuarzo")
    ]

    assert told(tmp_path, *strangers(*pair)).outcome is Outcome.CONCERN


def test_one_phone_under_two_names_is_told_with_both_names(tmp_path: Path) -> None:
    (evidence,) = told(tmp_path, *strangers(*RARE["one phone under two names"])).evidence

    assert evidence.code == "tie.parties.phone"
    assert (evidence.params["party"], evidence.params["other_party"]) == (
        "Ana Cebada Luna", "Boris Trigo Sol",
    )  # fmt: skip


def _with_phone(**told: object) -> Dossier:
    return applicant("", phone=PHONE, **told)  # type: ignore[arg-type]


EXPLAINED: dict[str, tuple[Dossier, Dossier]] = {
    "one unit": (_with_phone(unit="Batallón 3 Colón"), _with_phone(unit="3 BATALLON COLON")),
    "one village": (
        _with_phone(address="Vereda La Unión, San Miguel"),
        _with_phone(address="San Miguel, vereda La Union"),
    ),
    "one booking": (_with_phone(travel="XK7Q2P"), _with_phone(travel="xk7-q2p")),
    "one sponsor": (
        _with_phone(relations=[sponsor("Cruz Blanca de Soná")]),
        _with_phone(relations=[sponsor("CRUZ BLANCA DE SONA, A.C.")]),
    ),
    "one referee whom both name": (
        _with_phone(relations=[party(REFEREE, "Ana Cebada Luna")]),
        _with_phone(relations=[party(REFEREE, "ana CEBADA luna")]),
    ),
    "one names the other": (
        _with_phone(relations=[Relation(kind=RelationKind.REFERRED_BY, name="Heberto Hinestroza")]),
        _with_phone(),
    ),
    "the other names one": (
        _with_phone(),
        _with_phone(relations=[party(RelationKind.ASSOCIATE, "Palacios, Iván")]),
    ),
}


@pytest.mark.parametrize("pair", EXPLAINED.values(), ids=EXPLAINED)
def test_what_both_declare_openly_explains_a_shared_phone(
    tmp_path: Path, pair: tuple[Dossier, Dossier]
) -> None:
    finding = told(tmp_path, *strangers(*pair))

    assert finding.outcome is Outcome.CLEAR
    assert "tie.explained" in codes([finding])


@pytest.mark.parametrize(
    ("open_tie", "people"),
    [
        ("one unit", 5),
        ("one village", 5),
        ("one booking", 5),
        ("one sponsor", 5),
        ("one referee whom both name", 5),
    ],
)
def test_a_group_that_came_together_is_explained(
    tmp_path: Path, open_tie: str, people: int
) -> None:
    one, _ = EXPLAINED[open_tie]

    finding = told(tmp_path, *strangers(*[one] * people), *crowd(100))

    assert finding.outcome is Outcome.CLEAR


def test_brothers_with_one_phone_are_explained(tmp_path: Path) -> None:
    cohort = (
        applicant("A", "Iván Palacios", born="1990-02-03", phone=PHONE, address=ADDRESS),
        applicant("B", "Luis Palacios", born="1993-07-21", phone=PHONE, address=ADDRESS),
    )

    finding = told(tmp_path, *cohort, *crowd(100))

    assert finding.outcome is Outcome.CLEAR
    assert "tie.explained" in codes([finding])


HARMLESS: dict[str, list[Dossier]] = {
    "a recruiter's phone that many give": [phoned(PHONE)] * 6,
    "one village and nothing else": [applicant("", address="Alameda, Cali")] * 4,
    "one host of mailboxes": [
        applicant("", relations=[party(REFEREE, f"Uno Dos{at}", site="https://www.gmail.com")])
        for at in range(3)
    ],
    "words that are no value": [
        applicant("", phone="N/A", email="none@", handle="-", payment="N/A", travel="n/a", passport="N/A")
    ] * 3,
    "a phone of zeros": [phoned("+00 000 000 000"), phoned("000000000")],
    "one street address of a hostel": [applicant("", address=ADDRESS)] * 3,
    "an account that paid for three": [applicant("", payment=ACCOUNT)] * 3,
    "a template that many use": [applicant("", letter=TEMPLATE)] * 9,
    "a short sentence that all write": [applicant("", letter="I want to help people.")] * 2,
    "one course": [applicant("", course="drone pilot")] * 3,
    "empty dossiers": [applicant("")] * 3,
}  # fmt: skip


@pytest.mark.parametrize("cohort", HARMLESS.values(), ids=HARMLESS)
def test_what_many_have_or_nobody_owns_is_clear(tmp_path: Path, cohort: list[Dossier]) -> None:
    assert told(tmp_path, *strangers(*cohort)).outcome is Outcome.CLEAR


def test_a_common_value_is_told_with_its_count(tmp_path: Path) -> None:
    finding = told(tmp_path, *strangers(*[phoned(PHONE)] * 7))

    assert {one.params["count"] for one in finding.evidence if one.code == "tie.common"} == {"7"}


def test_a_policy_may_call_fewer_common(tmp_path: Path) -> None:
    cohort = strangers(*[phoned(PHONE)] * 4)

    outcomes = [told(tmp_path, *cohort, common_from=many).outcome for many in (4, 5)]

    assert outcomes == [Outcome.CLEAR, Outcome.CONCERN]


def test_the_same_fact_is_not_counted_twice(tmp_path: Path) -> None:
    email = "q7x@post.example"
    once, thrice = (
        told(tmp_path, *strangers(*pair), *crowd(100))
        for pair in (
            [applicant("", email=email)] * 2,
            [applicant("", email=email, phone=PHONE, handle="q7x")] * 2,
        )
    )

    assert len(thrice.evidence) == 3 * len(once.evidence)
    assert thrice.bits == once.bits


def test_one_number_of_a_document_is_asked_elsewhere(tmp_path: Path) -> None:
    cohort = strangers(
        applicant("", passport="AZ418877", born="1990-02-03"),
        applicant("", passport="AZ418877", born="1971-08-30"),
    )

    assert told(tmp_path, *cohort).outcome is Outcome.CLEAR


def test_three_with_one_value_are_a_ring(tmp_path: Path) -> None:
    first, *_ = told(tmp_path, *strangers(*[phoned(PHONE)] * 3)).evidence

    assert (first.code, first.params["count"], first.other) == ("tie.ring", "3", "B; C")


def test_further_ones_of_a_ring_are_counted_not_shown(tmp_path: Path) -> None:
    flat = [applicant("", email="q7x@post.example", address=ADDRESS)] * (MOST_TOLD + 2)

    finding = told(tmp_path, *strangers(*flat), *crowd(100), common_from=50)

    ring, *ties = finding.evidence
    assert (ring.code, ring.params["count"]) == ("tie.ring", str(len(flat)))
    assert len({one.params["id"] for one in ties}) == MOST_TOLD


def test_a_dossier_screened_alone_is_not_asked() -> None:
    alone = Context(thresholds=Thresholds(), matcher=None)

    (finding,) = CHECK.run(applicant("A", "Iván Palacios", phone=PHONE), alone)

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert codes([finding]) == {"shared.no_cohort"}


def test_who_is_not_of_the_cohort_is_not_asked(tmp_path: Path) -> None:
    stranger = applicant("Z", "Aino Mäkelä", phone=PHONE)

    with graph_of(tmp_path, [phoned(PHONE)]) as graph:
        context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
        (finding,) = shared_ties.run(stranger, context)

    assert finding.outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    "cohort",
    [
        [replace(phoned(PHONE), relations=(sponsor("Altoverde Escolta", phone=PHONE),))] * 200,
        [applicant("", letter=LETTER)] * 200,
        [applicant("", relations=[party(RELATIVE, f"Nadie Tal{at}") for at in range(200)])] * 60,
    ],
    ids=["one phone and sponsor", "one letter", "everyone names everyone"],
)
def test_what_a_whole_cohort_shares_is_bounded(tmp_path: Path, cohort: list[Dossier]) -> None:
    finding = told(tmp_path, *strangers(*cohort))

    assert finding.outcome is Outcome.CLEAR
    assert len(finding.evidence) <= 2 * MOST_NEIGHBOURS


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(6)))
def test_the_order_of_the_file_changes_nobodys_finding(tmp_path: Path, order: list[int]) -> None:
    cohort = strangers(
        phoned(PHONE), phoned(PHONE), *RARE["a copied letter"], *EXPLAINED["one booking"]
    )

    def answers(people: list[Dossier]) -> dict[str, tuple[Outcome, set[str]]]:
        with graph_of(tmp_path, people) as graph:
            context = Context(thresholds=Thresholds(), matcher=None, graph=graph)
            found = {one.id: list(shared_ties.run(one, context)) for one in people}
        return {key: (of[0].outcome, codes(of)) for key, of in found.items()}

    assert answers([cohort[at] for at in order]) == answers(cohort)


def test_who_has_the_account_that_paid_for_a_pair_with_more_in_common_stands_with_them(
    tmp_path: Path,
) -> None:
    pair = [applicant("", payment=ACCOUNT, letter=LETTER) for _ in range(2)]

    finding = told(tmp_path, *strangers(applicant("", payment=ACCOUNT), *pair))

    assert finding.outcome is Outcome.CONCERN
    assert "tie.ring" in codes([finding])


def test_an_account_that_paid_for_three_who_share_nothing_else_is_no_concern(
    tmp_path: Path,
) -> None:
    three = strangers(*[applicant("", payment=ACCOUNT) for _ in range(3)])

    assert told(tmp_path, *three).outcome is Outcome.CLEAR


def test_who_shares_another_value_with_one_of_a_pair_does_not_stand_with_both(
    tmp_path: Path,
) -> None:
    pair = [applicant("", address=ADDRESS, letter=LETTER), applicant("", letter=LETTER)]

    assert (
        told(tmp_path, *strangers(applicant("", address=ADDRESS), *pair)).outcome is Outcome.CLEAR
    )
