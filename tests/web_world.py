"""An invented unit for tests of the pages: results to take in, accounts, browsers."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from allauth.account.internal.userkit import user_id_to_str
from django.test import Client

from output.sample_run import sample_assessments, sample_run
from tamiz.casework import Role
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json
from tamiz.web import accounts
from tamiz.web.models import Officer, Programme
from tamiz.web.visitor import PURPOSE, Purpose

MOMENT = datetime(2026, 11, 26, 8, tzinfo=UTC)
PASSWORD = "bado-keli-muru-tifa"  # noqa: S105 - of nobody
HOST = "localhost"

Hire = Callable[..., Officer]
Enter = Callable[..., Client]


def write_results(folder: Path, *, times: int = 1, drop: str = "") -> Path:
    """A folder of results; of the assessment ``drop`` only the first finding is left."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for one in sample_assessments(times):
        kept = msgspec.structs.replace(one, findings=one.findings[:1]) if one.id == drop else one
        lines.append(finding_line(kept))
    (folder / FINDINGS).write_bytes(b"".join(lines))
    (folder / RUN).write_bytes(run_json(sample_run(), started=MOMENT, finished=MOMENT))
    return folder


def hired(name: str, *roles: Role, programmes: tuple[Programme, ...] = ()) -> Officer:
    """An account."""
    officer = Officer.objects.create_user(username=name, password=PASSWORD, full_name=name.title())
    accounts.give(officer, *roles)
    officer.programmes.set(programmes)
    return officer


def entered(officer: Officer, *, purpose: str = Purpose.VETTING.value) -> Client:
    """A browser in which somebody is logged in, told a purpose and proved who they are."""
    client = Client(SERVER_NAME=HOST)
    client.force_login(officer)
    session = client.session
    if purpose:
        session[PURPOSE] = purpose
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = user_id_to_str(officer)
    session.save()
    return client
