"""Full service in two countries at once; everything that goes beside it is in order."""

import pytest

from checks.background.stories import applicant, served, told
from tamiz.checks.background.overlap import RULE

COLOMBIA = served("Ejército Nacional, cabo", "2014", "2020", country="co")


@pytest.mark.parametrize(
    ("text", "start", "end", "country", "expected"),
    [
        ("Venezuelan army", "2016", "2018", "ve", ("concern B", "overlap.two_countries")),
        ("welder", "2016", "2018", "pa", ("concern C", "overlap.two_countries")),
        ("Ejército, otro batallón", "2016", "2018", "co", ("clear", "overlap.none")),
        ("police reserve, part-time", "2016", "2018", "pa", ("clear", "overlap.none")),
        ("misión de paz, policía", "2016", "2018", "eg", ("clear", "overlap.none")),
        ("army", "2020", "2024", "us", ("clear", "overlap.none")),  # one year counted twice
        ("army", "2016", "2018", None, ("clear", "overlap.none")),
    ],
)
def test_overlapping_service(
    text: str, start: str, end: str, country: str | None, expected: tuple[str, str]
) -> None:
    other = served(text, start, end, country=country)

    assert told(RULE, applicant(COLOMBIA, other)) == [expected]


def test_the_country_is_read_from_the_text_of_a_table() -> None:
    one = served("Ejército de Colombia, cabo", "2014", "2020")
    other = served("Policía Nacional de Panamá, agente", "2015", "2018")

    assert told(RULE, applicant(one, other)) == [("concern B", "overlap.two_countries")]


def test_one_stretch_is_not_asked_about() -> None:
    assert told(RULE, applicant(COLOMBIA)) == []
