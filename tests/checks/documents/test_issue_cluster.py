"""Documents of one State and day among strangers are a hint; one sponsor behind them is more."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, claim, paper
from checks.documents.cohorts import asked, numbered
from tamiz.checks import DOCUMENTS, run_check
from tamiz.checks.documents.issue_cluster import RULE
from tamiz.checks.documents.rule import Strength
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Outcome,
    Relation,
    RelationKind,
    Service,
)

NAMES = ("Ana Quilombera", "Luis Zambrano", "Petro Melnyk", "Jairo Tejada", "Omar Haddad")
DAY = "2023-05-16"
SPONSOR = Relation(kind=RelationKind.SPONSOR, name="Altoverde Escolta S.A.")


def person(
    name: str, issued: str, *, number: str = "", state: str = "pa", authority: str = ""
) -> Dossier:
    document = paper(number=number, state=state, issued=issued, authority=authority)
    return applicant(document, identity=claim(name))


def strangers(*days: str, state: str = "pa", authority: str = "") -> list[Dossier]:
    return numbered(
        [
            person(name, day, state=state, authority=authority)
            for name, day in zip(NAMES, days, strict=False)
        ]
    )


def crowd(count: int, *, state: str = "pa", first: date = date(2016, 1, 4)) -> list[Dossier]:
    """Honest strangers whose documents lie over nine years."""
    rng = Random(count)  # noqa: S311 - invented days
    found = []
    for at in range(count):
        day = first + timedelta(days=rng.randrange(9 * 365))
        name = f"Nadie {chr(97 + at % 26)}uro{at:04}"
        found.append(person(name, day.isoformat(), number=f"X{at}", state=state))
    return numbered(found, "C")


def test_three_of_one_day_are_a_hint(tmp_path: Path) -> None:
    cohort = [*strangers(DAY, DAY, DAY), *crowd(40)]

    (found,) = asked(RULE, tmp_path, cohort)

    assert (found.outcome, found.strength) == (Outcome.CONCERN, Strength.C)
    assert found.evidence.params["count"] == "2"
    assert float(found.evidence.params["expected"]) < 0.05
    assert found.other == "A1"


def test_a_hint_alone_holds_nobody_up(tmp_path: Path) -> None:
    dossiers = strangers(DAY, DAY, DAY)
    with CohortRegister(tmp_path / "register", is_new=True) as register:
        for one in dossiers:
            register.add(Brought(one))
        register.finish()
        findings = run_check(DOCUMENTS, dossiers[0], replace(NOBODY, register=register))

    assert Outcome.CONCERN not in {one.outcome for one in findings}


@pytest.mark.parametrize(
    "days",
    [
        (DAY,), (DAY, DAY), (DAY, DAY, "2023-05-17"),
        ("2023-01-01", "2023-01-01", "2023-01-01"),  # stands for a year
        ("2023-05", "2023-05", "2023-05"), ("", "", ""),
    ],
)  # fmt: skip
def test_fewer_and_days_that_are_not_known_are_no_group(
    tmp_path: Path, days: tuple[str, ...]
) -> None:
    found = asked(RULE, tmp_path, strangers(*days))

    assert Outcome.CONCERN not in {one.outcome for one in found}


def test_documents_of_two_states_are_not_together(tmp_path: Path) -> None:
    cohort = [*strangers(DAY, DAY), *numbered(strangers(DAY, state="ve"), "B")]

    assert [one.outcome for one in asked(RULE, tmp_path, cohort)] == [Outcome.CLEAR]


def test_documents_of_two_authorities_are_not_together(tmp_path: Path) -> None:
    here = strangers(DAY, DAY, authority="Pasaportes Colón")
    cohort = [*here, *numbered(strangers(DAY, DAY, authority="Pasaportes David"), "B")]

    assert [one.outcome for one in asked(RULE, tmp_path, cohort)] == [Outcome.CLEAR]


def test_one_authority_is_one_however_written(tmp_path: Path) -> None:
    here = strangers(DAY, DAY, authority="Pasaportes Colón")
    (third,) = numbered([person("Omar Haddad", DAY, authority="COLON - PASAPORTES")], "B")

    (found,) = asked(RULE, tmp_path, [*here, third])

    assert found.outcome is Outcome.CONCERN


def test_a_large_cohort_has_such_days_by_chance(tmp_path: Path) -> None:
    cohort = [*strangers(DAY, DAY, DAY), *crowd(3_000)]

    assert [one.outcome for one in asked(RULE, tmp_path, cohort)] == [Outcome.CLEAR]


def test_a_season_in_which_many_went_explains_a_day(tmp_path: Path) -> None:
    days = [(date(2023, 5, 2) + timedelta(days=at % 28)).isoformat() for at in range(60)]
    season = numbered([person(f"Nadie Aburo{at}x", day) for at, day in enumerate(days)], "S")

    found = asked(RULE, tmp_path, [*strangers(DAY, DAY, DAY), *season, *crowd(300)])

    assert [one.outcome for one in found] == [Outcome.CLEAR]


def sponsored(dossier: Dossier) -> Dossier:
    return replace(dossier, relations=(SPONSOR,))


def sent(dossier: Dossier) -> Dossier:
    referrer = Relation(kind=RelationKind.REFERRED_BY, name="Zenobio Tarqui")
    return replace(dossier, relations=(referrer,))


def phoned(dossier: Dossier) -> Dossier:
    return replace(dossier, contacts=(Contact(kind=ContactKind.PHONE, value="+507 6000 1122"),))


def mailed(dossier: Dossier) -> Dossier:
    contact = Contact(kind=ContactKind.EMAIL, value="oficina@altoverde.example")
    return replace(dossier, contacts=(contact,))


@pytest.mark.parametrize(
    ("tie", "code"),
    [(sponsored, "sponsor"), (sent, "referred_by"), (phoned, "phone"), (mailed, "email")],
)
def test_who_stands_behind_all_of_them_makes_it_strong(
    tmp_path: Path, tie: object, code: str
) -> None:
    group = [tie(one) for one in strangers(DAY, DAY, DAY, DAY)]  # type: ignore[operator]

    (found,) = asked(RULE, tmp_path, [*group, *crowd(40)])

    assert found.strength is Strength.B
    assert [one.code for one in found.beside] == [f"document.issue.{code}"]


def test_two_with_one_sponsor_are_still_a_hint(tmp_path: Path) -> None:
    one, other, third = strangers(DAY, DAY, DAY)

    (found,) = asked(RULE, tmp_path, [sponsored(one), sponsored(other), third, *crowd(40)])

    assert found.strength is Strength.C


def test_where_many_send_many_three_of_one_day_are_chance(tmp_path: Path) -> None:
    """Of hundreds of recruiters one has three by chance; of one recruiter that is hardly so."""
    days = [DAY] * 3 + [f"20{18 + at % 6}-0{1 + at % 8}-1{at % 9}" for at in range(17)]
    group = numbered([person(f"Nadie {chr(97 + at)}sk", day) for at, day in enumerate(days)])
    sent = [replace(one, relations=(SPONSOR,)) for one in group]
    others = [
        replace(one, relations=(replace(SPONSOR, name=f"Agencia {at % 200} Vera"),))
        for at, one in enumerate(crowd(1_200))
    ]

    for folder in ("one", "many"):
        (tmp_path / folder).mkdir()
    (alone,) = asked(RULE, tmp_path / "one", [*sent, *crowd(1_200)])
    (among,) = asked(RULE, tmp_path / "many", [*sent, *others])

    assert (alone.outcome, alone.strength) == (Outcome.CONCERN, Strength.B)
    assert (among.outcome, among.strength) != (Outcome.CONCERN, Strength.B)


def test_who_stands_behind_everybody_says_nothing(tmp_path: Path) -> None:
    cohort = [sponsored(one) for one in (*strangers(DAY, DAY, DAY), *crowd(40))]

    (found,) = asked(RULE, tmp_path, cohort)

    assert found.strength is Strength.C


@pytest.mark.parametrize("words", ["Instagram", "N/A"])
def test_a_word_that_names_nobody_is_no_referrer(tmp_path: Path, words: str) -> None:
    relation = Relation(kind=RelationKind.REFERRED_BY, name=words)
    group = [replace(one, relations=(relation,)) for one in strangers(DAY, DAY, DAY)]

    (found,) = asked(RULE, tmp_path, [*group, *crowd(40)])

    assert found.strength is Strength.C


def colleague(dossier: Dossier) -> Dossier:
    unit = Service(text="Battalion 3", organisation="Battalion 3")
    return replace(dossier, history=(unit,), relations=(SPONSOR,))


def test_people_of_one_unit_are_left_out(tmp_path: Path) -> None:
    group = [colleague(one) for one in strangers(DAY, DAY, DAY, DAY)]

    assert [one.outcome for one in asked(RULE, tmp_path, [*group, *crowd(40)])] == [Outcome.CLEAR]


def test_relatives_are_left_out(tmp_path: Path) -> None:
    names = ("Ana Quilombera", "Luis Quilombera", "Pedro Quilombera")
    family = numbered([sponsored(person(name, DAY)) for name in names])

    assert [one.outcome for one in asked(RULE, tmp_path, family)] == [Outcome.CLEAR]


def test_those_whom_somebody_names_are_left_out(tmp_path: Path) -> None:
    one, *others = strangers(DAY, DAY, DAY)
    ties = tuple(Relation(kind=RelationKind.ASSOCIATE, name=name) for name in NAMES[1:3])

    found = asked(RULE, tmp_path, [replace(one, relations=ties), *others])

    assert [one.outcome for one in found] == [Outcome.CLEAR]


def test_a_family_beside_a_stranger_counts_once(tmp_path: Path) -> None:
    names = ("Omar Haddad", "Luis Quilombera", "Ana Quilombera", "Rosa Quilombera")
    cohort = numbered([person(name, DAY) for name in names])

    assert [one.outcome for one in asked(RULE, tmp_path, cohort)] == [Outcome.CLEAR]


def test_without_a_cohort_nothing_is_asked() -> None:
    assert answers(RULE, strangers(DAY)[0]) == []
