"""A password is long, not common, and not what an attacker of this unit tries first (ASVS 6.1.2)."""

from hashlib import sha256

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tamiz.web.known_passwords import MARK, is_known, known_passwords
from tamiz.web.models import Officer, Programme


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize(
    "password",
    ["tamiz-2026-11-26", "my-TAMIZ-password", "northern-lights!", "localhost-is-mine",
     "password1234", "short", "olena.petrenko"],
)  # fmt: skip
def test_what_would_be_tried_first_is_refused(password: str) -> None:
    programme = Programme.objects.get(key="north")
    programme.name = "Northern Programme 2026"
    programme.save()

    with pytest.raises(ValidationError):
        validate_password(password, Officer(username="olena.petrenko", full_name="O"))


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    "password", ["123qweasdzxc", "q1w2e3r4t5y6", "QWERTY123456", "sonyericsson", "1qaz2wsx3edc"]
)
def test_what_was_stolen_before_is_refused(password: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, Officer(username="olena"))

    assert "known" in {one.code for one in refused.value.error_list}


def test_the_known_passwords_are_in_order_and_all_there() -> None:
    kept = known_passwords()

    marks = [kept[at : at + MARK] for at in range(0, len(kept), MARK)]
    assert len(marks) > 40_000
    assert marks == sorted(set(marks))


@given(st.integers(min_value=0))
def test_what_nobody_used_is_not_taken_for_known(number: int) -> None:
    assert not is_known(sha256(str(number).encode()).hexdigest()[:20])


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize(
    "password", ["bado keli muru tifa", "ж" * 12, "x7" * 50, "        12 spaces"]
)
def test_anything_else_of_twelve_signs_will_do(password: str) -> None:
    validate_password(password, Officer(username="olena"))
