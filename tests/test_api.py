"""``tamiz.compare``: two names from Python."""

import pytest

import tamiz
from tamiz.errors import TamizError


def test_two_names_are_compared_as_plain_text() -> None:
    verdict = tamiz.compare("José Quilombera", "Pepe Quilombera")

    assert verdict.agrees
    assert verdict.score > 0.5
    assert [statement.applicant for statement in verdict.evidence[1:]] == ["jose", "quilombera"]


def test_birth_dates_are_compared_where_both_are_given() -> None:
    one = tamiz.compare("Ana Quilombera", "Ana Quilombera", born=("1984-03-09", ""))
    two = tamiz.compare("Ana Quilombera", "Ana Quilombera", born=("1984-03-09", "1990"))

    assert one.agrees
    assert not two.agrees


def test_a_birth_date_that_is_none_is_refused_without_being_shown() -> None:
    with pytest.raises(tamiz.TamizError, match="birth date 2 is not a date") as refused:
        tamiz.compare("Ana", "Ana", born=("1984", "soon"))

    assert "soon" not in str(refused.value)


@pytest.mark.parametrize("name", ["", " - ", "😀"])
def test_a_name_without_a_word_is_refused_and_not_called_another(name: str) -> None:
    with pytest.raises(TamizError, match="name 2 has no word that can be compared"):
        tamiz.compare("Ana Quilombera", name)
