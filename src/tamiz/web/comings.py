"""Who comes and goes, for the journal."""

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction

from tamiz.web import journaling
from tamiz.web.models import Officer


def listen() -> None:
    """Note every log-in and log-out from now on."""
    user_logged_in.connect(_came, dispatch_uid="tamiz.came")
    user_logged_out.connect(_went, dispatch_uid="tamiz.went")


def _came(user: Officer, **_told: object) -> None:
    _note(user, "logged_in")


def _went(user: Officer | None, **_told: object) -> None:
    if user is not None:
        _note(user, "logged_out")


def _note(user: Officer, kind: str) -> None:
    with transaction.atomic():
        journaling.note(user.number, kind)
