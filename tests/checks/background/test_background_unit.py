"""Units and ranks of the time, by the tables."""

import pytest

from checks.background.stories import applicant, served, told
from tamiz.checks.background.unit import RANK, UNIT


@pytest.mark.parametrize(
    ("text", "start", "end", "country", "expected"),
    [
        ("Legión Internacional, Ucrania", "2022", "2024", None, ("clear", "unit.in_order")),
        ("International Legion", "2015", "2018", None, ("concern B", "unit.not_then")),
        ("Інтернаціональний легіон", "2015", "2018", None, ("concern B", "unit.not_then")),
        ("International Legion", "2019", "2023", None, ("concern C", "unit.begun_before")),
        ("International Legion", "2021", "2023", None, ("clear", "unit.in_order")),
        ("National Police of Ukraine", "2008", "2012", None, ("concern C", "unit.not_then")),
        ("National Police of Ukraine", "2008", "2018", None, ("clear", "unit.in_order")),
        ("Guardia Nacional", "2010", "2014", "mx", ("concern B", "unit.not_then")),
        ("Guardia Nacional, México", "2010", "2014", None, ("concern B", "unit.not_then")),
        ("Guardia Nacional", "2020", "2024", "mx", ("clear", "unit.in_order")),
        ("Національна гвардія України", "2004", "2008", None, ("concern B", "unit.not_then")),
        ("National Guard of Ukraine", "1995", "1998", None, ("clear", "unit.in_order")),
        ("DAS, Colombia", "2016", "2018", None, ("concern B", "unit.not_then")),
        ("Ejército de Panamá", "2001", "2005", None, ("concern C", "unit.not_then")),
        ("Forces armées d'Haïti", "2001", "2005", None, ("concern B", "unit.not_then")),
        ("Haitian army", "2019", "2022", None, ("clear", "unit.in_order")),
    ],
)
def test_a_unit_must_have_existed(
    text: str, start: str, end: str, country: str | None, expected: tuple[str, str]
) -> None:
    assert told(UNIT, applicant(served(text, start, end, country=country))) == [expected]


@pytest.mark.parametrize("country", ["ve", None])
def test_a_name_that_many_forces_bear_says_nothing_without_its_country(country: str | None) -> None:
    assert told(UNIT, applicant(served("Guardia Nacional", "2001", "2005", country=country))) == []


def test_service_that_goes_on_is_of_today() -> None:
    dossier = applicant(served("Unmanned Systems Forces", "2024", ""))

    assert told(UNIT, dossier) == [("clear", "unit.in_order")]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2010", "2014", ("concern C", "rank.not_then")),
        ("2021", "2024", ("clear", "rank.in_order")),
        ("2015", "2022", ("clear", "rank.in_order")),
    ],
)
def test_a_rank_must_have_existed(start: str, end: str, expected: tuple[str, str]) -> None:
    dossier = applicant(served("brigade, майстер-сержант", start, end, country="ua"))

    assert told(RANK, dossier) == [expected]


def test_a_rank_of_no_told_country_is_not_asked_about() -> None:
    assert told(RANK, applicant(served("майстер-сержант", "2010", "2014"))) == []


def test_service_without_years_is_not_asked_about() -> None:
    assert told(UNIT, applicant(served("International Legion"))) == []
