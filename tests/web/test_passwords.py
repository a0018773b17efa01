"""A password is long, not common, and not what an attacker of this unit tries first (ASVS 6.1.2)."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

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


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize(
    "password", ["bado keli muru tifa", "ж" * 12, "x7" * 50, "        12 spaces"]
)
def test_anything_else_of_twelve_signs_will_do(password: str) -> None:
    validate_password(password, Officer(username="olena"))
