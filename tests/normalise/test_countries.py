"""Countries from names, codes and words for nationals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.countries import country_code, country_names


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("UA", "ua"), ("ukr", "ua"), ("Ukraine", "ua"), ("Ucrania", "ua"), ("Україна", "ua"),
        ("Ukrainian", "ua"), ("MEX", "mx"), ("México", "mx"), ("Mexicana", "mx"), ("Мексика", "mx"),
        ("the Netherlands", "nl"), ("GBD", "gb"), ("D", "de"), ("NO", "no"), ("USSR", "su"),
        ("RSA", "za"), ("KSA", "sa"), ("GER", "de"),
        ("Kosovo", "xk"), ("Bosnia & Herzegovina", "ba"), ("Côte d’Ivoire", "ci"),
        ("Atlantis", None), ("XXA", None), ("", None), ("-", None), ("x" * 500, None),
    ],
)  # fmt: skip
def test_a_country_is_understood_in_the_languages_of_the_lists(
    written: str, code: str | None
) -> None:
    assert country_code(written) == code


def test_every_name_of_a_country_leads_to_one_country() -> None:
    for code in ("ua", "mx", "co", "es", "us", "gb", "ru", "ir", "sy", "ve"):
        names = country_names(code)
        assert names
        assert {country_code(name) for name in names} == {code}


@given(st.text(max_size=120))
def test_any_text_is_a_country_or_none(text: str) -> None:
    code = country_code(text)

    assert code is None or country_names(code)
