"""Nobody serves before birth or as a child; conscripts, cadets and apprentices are young."""

import pytest
from msgspec.structs import replace

from checks.background.stories import applicant, served, told
from checks.documents.applicants import claim, day
from tamiz.checks.background.age import RULE
from tamiz.model import IdentityClaim


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("army", "2017", ("clear", "age.in_order")),  # a conscript of eighteen
        ("army", "2016-07", ("clear", "age.in_order")),
        ("seguridad privada", "2008", ("concern B", "age.child")),
        ("army", "1998", ("concern A", "age.before_birth")),
        ("infantry battalion", "2013", ("concern C", "age.child")),
        ("bakery", "2013", ("clear", "age.in_order")),
        ("cadet school", "2010", ("clear", "age.in_order")),
        ("granja de la familia", "2008", ("clear", "age.in_order")),
        ("ліцей імені Богуна", "2011", ("clear", "age.in_order")),
    ],
)
def test_the_age_at_service(text: str, start: str, expected: tuple[str, str]) -> None:
    assert told(RULE, applicant(served(text, start), born="1999-06-01")) == [expected]


def test_two_claimed_birth_dates_that_decide_it_are_for_a_human() -> None:
    births = IdentityClaim(birth_dates=(day("1980-05-01"), day("1999-05-01")))

    found = told(RULE, applicant(served("army", "2000"), identity=births))

    assert found == [("indeterminate", "age.by_birth_date")]


def test_a_day_that_can_be_read_in_two_ways_holds_nobody_up() -> None:
    readings = tuple(replace(day(text), ambiguous=True) for text in ("1999-03-04", "1999-04-03"))
    dossier = applicant(served("army", "2015-03-20"), identity=IdentityClaim(birth_dates=readings))

    assert told(RULE, dossier) == [("clear", "age.in_order")]


def test_without_birth_date_nothing_is_asked() -> None:
    assert told(RULE, applicant(served("army", "1950"), identity=claim())) == []
