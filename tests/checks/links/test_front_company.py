"""Companies that are a name under which people are sent, and honest ones that look a little so."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant, asked, codes, party, sponsor
from resolve_people import crowd
from tamiz.checks import Context, Thresholds
from tamiz.checks.links.front_company import CHECK, CONCERN, signs_of
from tamiz.links.graph import CompanyProfile
from tamiz.model import Dossier, Outcome, PartialDate, Relation, RelationKind

SEAT = "Calle Roble 12, Edificio Encinos, Soná"
COURSE = "combat drone pilot"
OTHER = sponsor("Vigilancia Cuarzo S.A.", address=SEAT, number="PA-5512-1")
OLD, YOUNG = "1998-04-02", "2025-11-03"


def firm(**told: str) -> Relation:
    return sponsor("Altoverde Escolta S.A.", **told)


def sent(
    relation: Relation, days: Sequence[str], *, course: str = COURSE, letter: str = "F"
) -> list[Dossier]:
    """People who came with a company, each on a day of their own."""
    return [
        applicant(f"{letter}{at}", f"Nadie {word} {word}ez", born=f"19{70 + at}-03-0{1 + at % 9}",
                  applied=day, course=course, relations=[relation])
        for at, (day, word) in enumerate(zip(days, _WORDS, strict=False))
    ]  # fmt: skip


_WORDS = ("Ruvel", "Tostado", "Mirla", "Quebracho", "Zafiro", "Lumbre", "Pedernal", "Sauce",
          "Granito", "Olmo")  # fmt: skip
BURST = ("2026-02-02", "2026-02-03", "2026-02-05", "2026-02-09")
SPREAD = ("2026-02-02", "2026-04-03", "2026-06-05", "2026-08-09")
HONEST = [replace(one, course="first aid") for one in crowd(60)]


def said(folder: Path, people: Sequence[Dossier], *more: Dossier) -> tuple[Outcome, set[str]]:
    """How the question to the first is answered, and with which signs."""
    findings = asked(CHECK, folder, *people, *more, *HONEST)
    return findings[0].outcome, codes(findings)


def neighbour() -> Dossier:
    """Somebody whose sponsor has its seat in the same house."""
    return applicant("N", "Dragan Vukotić", born="1981-05-06", course="nursing", relations=[OTHER])


def test_a_front_shows_all_its_signs(tmp_path: Path) -> None:
    people = sent(firm(address=SEAT, founded=YOUNG), BURST)

    assert said(tmp_path, people, neighbour()) == (
        Outcome.CONCERN,
        {"front.people", "front.no_number", "front.young", "front.seat", "front.burst",
         "front.course"},
    )  # fmt: skip


FRONTS: dict[str, tuple[Relation, Sequence[str], bool]] = {
    "a shared seat, no number, and one course": (firm(address=SEAT), SPREAD, True),
    "registered after its first use, without a number": (firm(founded="2026-05-01"), SPREAD, False),
    "young, without a number, and one course in a burst": (firm(founded=YOUNG), BURST, False),
}


@pytest.mark.parametrize("case", FRONTS.values(), ids=FRONTS)
def test_several_signs_together_are_a_concern(
    tmp_path: Path, case: tuple[Relation, Sequence[str], bool]
) -> None:
    relation, days, is_shared = case
    more = (neighbour(),) if is_shared else ()

    outcome, _ = said(tmp_path, sent(relation, days), *more)

    assert outcome is Outcome.CONCERN


NUMBER = "PA-7731-402188"
ALONE: dict[str, tuple[Relation, Sequence[str], str, bool, str]] = {
    "no number": (firm(founded=OLD), SPREAD, "first aid", False, "front.no_number"),
    "after use": (firm(founded="2026-05-01", number=NUMBER), SPREAD, "first aid", False,
                  "front.after_use"),
    "young": (firm(founded=YOUNG, number=NUMBER), SPREAD, "first aid", False, "front.young"),
    "seat": (firm(address=SEAT, number=NUMBER), SPREAD, "first aid", True, "front.seat"),
    "burst": (firm(founded=OLD, number=NUMBER), BURST, "first aid", False, "front.burst"),
    "course": (firm(founded=OLD, number=NUMBER), SPREAD, COURSE, False, "front.course"),
}  # fmt: skip


@pytest.mark.parametrize("case", ALONE.values(), ids=ALONE)
def test_one_sign_alone_is_told_and_clear(
    tmp_path: Path, case: tuple[Relation, Sequence[str], str, bool, str]
) -> None:
    relation, days, course, is_shared, code = case
    more = (neighbour(),) if is_shared else ()

    outcome, signs = said(tmp_path, sent(relation, days, course=course), *more)

    assert outcome is Outcome.CLEAR
    assert code in signs


def doubled(name: str) -> Dossier:
    """Somebody whose sponsor has the first one's register number."""
    other = sponsor(name, number=NUMBER)
    return applicant("D", "Dragan Vukotić", born="1981-05-06", course="nursing", relations=[other])


def test_a_young_company_with_anothers_register_number_is_a_concern(tmp_path: Path) -> None:
    people = sent(firm(founded=YOUNG, number=NUMBER), SPREAD[:2], course="first aid")

    outcome, signs = said(tmp_path, people, doubled("Servicios Marítimos Cuarzo"))

    assert outcome is Outcome.CONCERN
    assert {"front.number", "front.young"} <= signs


def test_one_clerks_slip_makes_no_front_of_two_companies(tmp_path: Path) -> None:
    """One of many who come with a charity gives the number of another."""
    people = sent(firm(founded=YOUNG, number=NUMBER), SPREAD, course="first aid")
    others = sent(sponsor("Cruz Blanca", number="PA-1"), SPREAD, course="first aid", letter="C")

    _, signs = said(tmp_path, people, *others, doubled("Cruz Blanca"))

    assert "front.number" not in signs


def test_a_number_that_one_of_a_companys_people_tells_is_not_its_own(tmp_path: Path) -> None:
    mistyped = sent(firm(founded=YOUNG, number=NUMBER), SPREAD[:1], letter="M")
    people = sent(firm(founded=YOUNG, number="PA-1"), SPREAD)[1:]

    _, signs = said(tmp_path, people, *mistyped, doubled("Servicios Marítimos Cuarzo"))

    assert "front.number" not in signs


def test_a_single_stranger_makes_no_front_of_a_company_of_many(tmp_path: Path) -> None:
    people = sent(firm(founded=YOUNG, number=NUMBER), [*SPREAD, *BURST], course="first aid")

    _, signs = said(tmp_path, people, doubled("Servicios Marítimos Cuarzo"))

    assert "front.number" not in signs


def test_one_company_spelt_otherwise_has_its_own_number(tmp_path: Path) -> None:
    people = sent(firm(founded=YOUNG, number=NUMBER), SPREAD[:2], course="first aid")

    _, signs = said(tmp_path, people, doubled("ALTOVERDE Escoltas"))

    assert "front.number" not in signs


HARMLESS: dict[str, list[Dossier]] = {
    "an old registered company with many people of one course": sent(
        firm(founded=OLD, number=NUMBER), [*BURST, *BURST]
    ),
    "a young charity without a number whose friends came together": sent(
        firm(), BURST, course="first aid"
    ),
    "a front of one person": sent(firm(address=SEAT, founded=YOUNG), BURST[:1]),
    "an employer of many": sent(
        party(RelationKind.EMPLOYER, "Altoverde Escolta S.A.", is_organisation=True), SPREAD
    ),
    "signs that no seat and no date hold together": sent(firm(), BURST),
}


@pytest.mark.parametrize("people", HARMLESS.values(), ids=HARMLESS)
def test_an_honest_company_is_clear(tmp_path: Path, people: list[Dossier]) -> None:
    outcome, _ = said(tmp_path, people)

    assert outcome is Outcome.CLEAR


def test_how_many_come_with_a_company_is_told(tmp_path: Path) -> None:
    (finding,) = asked(CHECK, tmp_path, *sent(firm(number=NUMBER), SPREAD))

    (who,) = (one for one in finding.evidence if one.code == "front.people")
    assert (who.applicant, who.params["count"], who.field) == (
        "Altoverde Escolta S.A.", "4", "sponsor",
    )  # fmt: skip


def test_a_shared_seat_names_the_other_company_and_who_says_so(tmp_path: Path) -> None:
    people = sent(firm(address=SEAT, founded=YOUNG), BURST)

    (finding,) = asked(CHECK, tmp_path, *people, neighbour(), *HONEST)

    (seat,) = (one for one in finding.evidence if one.code == "front.seat")
    assert (seat.params["company"], seat.params["id"]) == ("Vigilancia Cuarzo S.A.", "N")


def test_the_bits_of_a_concern_are_those_of_its_signs(tmp_path: Path) -> None:
    people = sent(firm(address=SEAT, founded=YOUNG), BURST)

    (finding,) = asked(CHECK, tmp_path, *people, neighbour(), *HONEST)

    assert finding.bits == pytest.approx(sum(one.bits or 0.0 for one in finding.evidence))
    assert (finding.bits or 0.0) >= CONCERN


def test_each_company_of_an_applicant_is_looked_at(tmp_path: Path) -> None:
    honest = sponsor("Cruz Blanca de Soná", founded=OLD, number="PA-1-1")
    front = firm(address=SEAT, founded=YOUNG)
    people = [replace(one, relations=(honest, front)) for one in sent(front, BURST)]

    findings = asked(CHECK, tmp_path, *people, neighbour(), *HONEST)

    assert [one.evidence[0].applicant for one in findings if one.outcome is Outcome.CONCERN] == [
        "Altoverde Escolta S.A."
    ]


def test_a_company_that_shares_its_seat_with_itself_shares_it_with_nobody(tmp_path: Path) -> None:
    twice = sponsor("ALTOVERDE ESCOLTA, Sociedad Anónima", address=SEAT, founded=YOUNG)
    people = [*sent(firm(address=SEAT, founded=YOUNG), BURST[:2]),
              *sent(twice, BURST[2:], letter="G")]  # fmt: skip

    _, signs = said(tmp_path, people)

    assert "front.seat" not in signs


def test_a_sponsor_that_sponsors_itself_ends(tmp_path: Path) -> None:
    one = applicant("A", "Altoverde Escolta", relations=[firm(), firm()])

    findings = asked(CHECK, tmp_path, one)

    assert [each.outcome for each in findings] == [Outcome.CLEAR]


@pytest.mark.parametrize(
    "relations",
    [
        [],
        [party(RelationKind.REFEREE, "Ana Cebada Luna")],
        [sponsor("")],
        [sponsor("-")],
        [sponsor("Army")],
        [party(RelationKind.EMPLOYER, "self-employed")],
    ],
    ids=["nobody", "a referee", "no name", "a dash", "an army", "their own employer"],
)
def test_without_a_company_of_its_own_nothing_is_asked(
    tmp_path: Path, relations: list[Relation]
) -> None:
    findings = asked(CHECK, tmp_path, applicant("A", "Iván Palacios", relations=relations))

    assert [each.outcome for each in findings] == [Outcome.NOT_APPLICABLE]


def profile(**told: object) -> CompanyProfile:
    """An old registered company with ten people, first named in February 2026."""
    usual: dict[str, object] = {
        "name": "Altoverde", "people": tuple(range(10)), "numbers": ("PA-1",), "founded": None,
        "first_use": date(2026, 2, 2), "burst": 1, "course": "", "asking": 0, "usual": 0.5,
        "seats": (),
    }  # fmt: skip
    return CompanyProfile(**usual | told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("founded", "code"),
    [
        (PartialDate(year=2026, month=2, day=3), "front.after_use"),
        (PartialDate(year=2026, month=2, day=2), "front.young"),
        (PartialDate(year=2026), "front.young"),  # it may have been in January
        (PartialDate(year=2025, month=2), "front.young"),
        (PartialDate(year=2025, month=1), ""),
        (PartialDate(year=1998), ""),
        (PartialDate(year=2020, until=2026), "front.young"),
        (PartialDate(year=2027), "front.after_use"),
    ],
)
def test_the_day_of_founding_is_held_against_the_first_use(founded: PartialDate, code: str) -> None:
    assert [one.code for one in signs_of(profile(founded=founded))] == [code] * bool(code)


@pytest.mark.parametrize(("usual", "bits"), [(0.5, 1.0), (0.25, 2.0), (0.001, 3.0), (0.0, 3.0)])
def test_a_course_that_few_ask_for_says_more(usual: float, bits: float) -> None:
    (sign,) = signs_of(profile(course=COURSE, asking=9, usual=usual))

    assert (sign.code, sign.bits) == ("front.course", bits)


def test_what_everybody_asks_for_says_nothing() -> None:
    (sign,) = signs_of(profile(course="infantry", asking=10, usual=1.0))

    assert sign.bits == 0


def test_a_company_of_a_dossier_screened_alone_is_not_asked() -> None:
    (finding,) = CHECK.run(sent(firm(), BURST)[0], Context(thresholds=Thresholds(), matcher=None))

    assert codes([finding]) == {"shared.no_cohort"}


def test_one_course_of_little_use_to_anybody_is_no_sign() -> None:
    assert not [*signs_of(profile(course="first aid", asking=9, usual=0.01))]


SITE, BOSS = "altoverde.example", "+57 310 345 7820"


def sender(
    name: str, at: int, relation: Relation, *more: Relation, course: str = COURSE
) -> Dossier:
    """Somebody whom a company of a house sent, a day after the one before."""
    day = f"2026-04-{12 + at}"
    return applicant(f"H{at}", name, applied=day, course=course, relations=[relation, *more])


def house(course: str = COURSE, **told: str) -> list[Dossier]:
    """Two names with one web domain; the third's phone is that of the referee of the second's man."""
    vouches = party(RelationKind.REFEREE, "Rafael Campos Valdez", phone=BOSS)
    return [
        sender("Iván Palacios", 0, firm(site=SITE, **told), course=course),
        sender("Olga Quilombera", 1, sponsor("Vigilancia Cuarzo", site=SITE), vouches, course=course),
        sender("Petro Bondar", 2, sponsor("Custodia Sauce", phone=BOSS), course=course),
    ]  # fmt: skip


@pytest.mark.parametrize("first", range(3))
def test_names_with_one_domain_or_one_person_behind_them_are_laid_together(
    tmp_path: Path, first: int
) -> None:
    people = house()

    outcome, signs = said(tmp_path, [people[first], *people[:first], *people[first + 1 :]])

    assert (outcome, "front.house" in signs) == (Outcome.CONCERN, True)


@pytest.mark.parametrize(
    "people",
    [house(course="first aid"), house()[:2]],
    ids=["sister charities", "of two people"],
)
def test_a_house_with_nothing_else_unusual_is_clear(tmp_path: Path, people: list[Dossier]) -> None:
    outcome, _ = said(tmp_path, people)

    assert outcome is Outcome.CLEAR


def test_an_employer_of_one_whom_a_house_sent_is_not_of_it(tmp_path: Path) -> None:
    """Who works where one of them worked as well came with nobody."""
    works = party(RelationKind.EMPLOYER, "Almacenes Granito", is_organisation=True)
    colleague = applicant("E", "Farida Nazarova", course=COURSE, relations=[works])
    sent_by_house = [replace(one, relations=(*one.relations, works)) for one in house()]

    outcome, signs = said(tmp_path, [colleague, *sent_by_house])

    assert (outcome, "front.house" in signs) == (Outcome.CLEAR, False)
