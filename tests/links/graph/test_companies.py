"""What the people of a company tell of it together."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import PHONE, applicant, graph_of, party, sponsor
from resolve_people import crowd
from tamiz.links.graph import CompanyProfile, company_values
from tamiz.links.graph.companies import (
    BURST,
    MOST_ON_DOMAIN,
    MOST_PEOPLE,
    MOST_SHARING,
    applied_day,
)
from tamiz.model import Dossier, PartialDate, Relation, RelationKind

FIRM = sponsor("Altoverde Escolta S.A.")
SEAT = "Calle Roble 12, Edificio Encinos, Soná"


def people(*told: Mapping[str, object], relation: Relation = FIRM) -> list[Dossier]:
    """People who name a company, each with what they tell."""
    return [
        applicant(f"F{at}", f"Nadie {chr(65 + at)}uvelo", **{"relations": [relation]} | dict(one))  # type: ignore[arg-type]
        for at, one in enumerate(told)
    ]


def firm(at: int) -> str:
    """The name of one of many companies."""
    return f"Cuar{chr(97 + at // 26)}{chr(97 + at % 26)}zo Vigilancia"


def profile(folder: Path, cohort: Sequence[Dossier], *more: Dossier) -> CompanyProfile:
    """What is told of the first company of the first."""
    with graph_of(folder, [*cohort, *more]) as graph:
        company, _ = next(company_values(cohort[0]))
        return graph.profile(company)


def test_everybody_who_names_it_is_of_it_once(tmp_path: Path) -> None:
    other_spelling = party(RelationKind.EMPLOYER, "ALTOVERDE ESCOLTA", is_organisation=True)
    cohort = people({}, {"relations": [FIRM, FIRM]}, {"relations": [other_spelling]})

    assert profile(tmp_path, cohort, *crowd(3)).people == (0, 1, 2)


def test_the_numbers_that_anybody_gives_are_its(tmp_path: Path) -> None:
    cohort = people({}, {"relations": [sponsor("Altoverde Escolta", number="PA-7731-402188")]})

    assert profile(tmp_path, cohort).numbers == ("PA-7731-402188",)


def test_the_earliest_founding_that_is_told_counts(tmp_path: Path) -> None:
    cohort = people(
        {"relations": [sponsor("Altoverde Escolta", founded="2024-03-01")]},
        {"relations": [sponsor("Altoverde Escolta", founded="2021-05-06")]},
        {"relations": [sponsor("Vigilancia Cuarzo", founded="1999-01-01")]},
    )

    found = profile(tmp_path, cohort).founded

    assert found is not None
    assert found.text() == "2021-05-06"


def test_its_first_use_is_the_first_application(tmp_path: Path) -> None:
    cohort = people({"applied": "2026-03-01"}, {"applied": "2026-02-01"}, {})

    assert profile(tmp_path, cohort).first_use == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("days", "burst"),
    [
        ((), 0),
        (("2026-02-01",), 1),
        (("2026-02-01", "2026-02-01", "2026-02-14"), 3),
        (("2026-02-01", "2026-02-15"), 1),
        (("2026-02-28", "2026-02-10", "2026-02-20", "2026-03-01"), 3),
    ],
)
def test_a_burst_is_the_most_within_a_fortnight(
    tmp_path: Path, days: tuple[str, ...], burst: int
) -> None:
    cohort = people({}, *({"applied": day} for day in days))

    assert BURST == 14
    assert profile(tmp_path, cohort).burst == burst


def test_the_course_that_most_ask_for_is_held_against_everybody(tmp_path: Path) -> None:
    cohort = people({"course": "Drone pilot"}, {"course": "drone  PILOT"}, {"course": "nursing"})
    others = [replace(one, course="first aid") for one in crowd(5)]

    found = profile(tmp_path, cohort, *others)

    assert (found.course, found.asking, found.usual) == ("Drone pilot", 2, 2 / 8)


def test_people_who_ask_for_nothing_have_no_course(tmp_path: Path) -> None:
    found = profile(tmp_path, people({}, {}))

    assert (found.course, found.asking) == ("", 0)


@pytest.mark.parametrize(
    "told",
    [{"phone": PHONE}, {"address": SEAT}, {"site": "altoverde.example"}],
    ids=lambda told: next(iter(told)),
)
def test_a_seat_shared_with_another_company_is_told(tmp_path: Path, told: dict[str, str]) -> None:
    cohort = people({}, relation=sponsor("Altoverde Escolta", **told))
    other = applicant("N", "Aino Mäkelä", relations=[sponsor("Vigilancia Cuarzo", **told)])

    (seat,) = profile(tmp_path, cohort, other).seats

    assert (seat.company, seat.by) == ("Vigilancia Cuarzo", "N")


def test_a_site_below_the_domain_of_anothers_mailbox_is_its_seat(tmp_path: Path) -> None:
    cohort = people({}, relation=sponsor("Altoverde Escolta", site="www.valores.cuarzo.example"))
    mailed = sponsor("Vigilancia Cuarzo", email="contacto@cuarzo.example")
    other = applicant("N", "Aino Mäkelä", relations=[mailed])

    (seat,) = profile(tmp_path, cohort, other).seats

    assert (seat.company, seat.there.text) == ("Vigilancia Cuarzo", "contacto@cuarzo.example")


def test_a_domain_of_many_companies_is_no_seat_of_any(tmp_path: Path) -> None:
    cohort = people({}, relation=sponsor("Altoverde Escolta", email="altoverde@correo.example"))
    mailed = [
        replace(one, relations=(sponsor(firm(at), email=f"c{at}@correo.example"),))
        for at, one in enumerate(crowd(MOST_ON_DOMAIN))
    ]

    assert profile(tmp_path, cohort, *mailed).seats == ()


def test_a_seat_with_many_companies_is_told_once(tmp_path: Path) -> None:
    cohort = people({}, relation=sponsor("Altoverde Escolta", address=SEAT))
    tower = [
        replace(one, relations=(sponsor(firm(at), address=SEAT),))
        for at, one in enumerate(crowd(MOST_SHARING + 10))
    ]

    assert len(profile(tmp_path, cohort, *tower).seats) == 1


@pytest.mark.parametrize(
    "other",
    [
        sponsor("ALTOVERDE ESCOLTA S.A.", address=SEAT),
        sponsor("Vigilancia Cuarzo", address="Calle Roble 14, Edificio Encinos, Soná"),
        party(RelationKind.REFEREE, "Ana Cebada Luna", address=SEAT),
    ],
    ids=["itself", "the next house", "a person"],
)
def test_these_share_no_seat(tmp_path: Path, other: Relation) -> None:
    cohort = people({}, relation=sponsor("Altoverde Escolta", address=SEAT))

    assert profile(tmp_path, cohort, applicant("N", "Aino Mäkelä", relations=[other])).seats == ()


def test_a_company_of_everybody_is_looked_at_up_to_a_limit(tmp_path: Path) -> None:
    cohort = [replace(one, relations=(FIRM,)) for one in crowd(MOST_PEOPLE + 50)]

    assert len(profile(tmp_path, cohort).people) == MOST_PEOPLE


@pytest.mark.parametrize("written", ["", "2026", "2026-02"])
def test_a_day_that_is_not_told_to_the_day_is_none(written: str) -> None:
    assert applied_day(applicant("A", applied=written)) is None


@pytest.mark.parametrize("day", [PartialDate(year=2026, month=2, day=1)])
def test_a_day_is_that_of_the_first_reading(day: PartialDate) -> None:
    other = PartialDate(year=2026, month=1, day=2)

    assert applied_day(Dossier(id="A", applied_on=(day, other))) == date(2026, 2, 1)
