"""An invented unit for tests of the pages: results to take in, accounts, browsers."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from msgspec.structs import replace

from output.sample_run import sample_assessments, sample_run
from tamiz.casework import Role
from tamiz.model import Evidence, Finding, Outcome, Queue
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json
from tamiz.web import accounts
from tamiz.web.factors import owes_one
from tamiz.web.models import Officer, Programme
from tamiz.web.visitor import PURPOSE, Purpose, Visitor, actor
from tamiz.wording import Language

MOMENT = datetime(2026, 11, 26, 8, tzinfo=UTC)
PASSWORD = "bado-keli-muru-tifa"  # noqa: S105 - of nobody
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of nobody
HOST = "localhost"
PERIOD = 30  # seconds of a one-time code

Hire = Callable[..., Officer]
Enter = Callable[..., Client]


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


# What is found of everybody in review beside what the sample says: a fact without another side.
SECOND = Finding(
    check="claims_consistency", version="1", question="Do the claims agree with each other?",
    outcome=Outcome.CONCERN, basis="invented",
    evidence=(Evidence(feature="birth_date", code="birth_date.same", applicant="1988-04-12"),),
)  # fmt: skip


def write_results(folder: Path, *, times: int = 1, drop: str = "") -> Path:
    """A folder of results; the applicant ``drop`` is without the second finding."""
    folder.mkdir(parents=True, exist_ok=True)
    found = (
        replace(one, findings=(*one.findings, SECOND))
        if one.queue is Queue.REVIEW and one.id != drop
        else one
        for one in sample_assessments(times)
    )
    (folder / FINDINGS).write_bytes(b"".join(map(finding_line, found)))
    (folder / RUN).write_bytes(run_json(sample_run(), started=MOMENT, finished=MOMENT))
    return folder


def hired(
    name: str, *roles: Role, programmes: tuple[Programme, ...] = (), factor: bool = True
) -> Officer:
    """An account; with the second factor that its roles ask for, unless ``factor`` is False."""
    officer = Officer.objects.create_user(username=name, password=PASSWORD, full_name=name.title())
    accounts.give(officer, *roles)
    officer.programmes.set(programmes)
    return with_factor(officer) if factor else officer


def with_factor(officer: Officer) -> Officer:
    """The same, with one-time codes where they owe a second factor."""
    if owes_one(officer):
        TOTP.activate(officer, SECRET)
    return officer


def code_of(secret: str = SECRET, *, for_seconds: float = 1) -> str:
    """A one-time code that is good for so long still."""
    left = PERIOD - time.time() % PERIOD
    if left < for_seconds:
        time.sleep(left)
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))


def answers(*told: str) -> Callable[[str], str]:
    """Somebody at a terminal who answers so, and can be asked nothing else."""
    left = iter(told)
    return lambda _question: next(left)


def entered(
    officer: Officer, *, purpose: str = Purpose.VETTING.value, minutes_ago: float = 0
) -> Client:
    """A browser in which somebody is logged in, told a purpose and proved ``minutes_ago`` who they are."""
    client = Client(SERVER_NAME=HOST)
    client.force_login(officer)
    session = client.session
    if purpose:
        session[PURPOSE] = purpose
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time() - 60 * minutes_ago, "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = user_id_to_str(officer)
    session.save()
    return client


def visiting(officer: Officer) -> Visitor:
    """Somebody who is logged in, for acts that need no browser."""
    return Visitor(officer, actor(officer), Language.ENGLISH, Purpose.VETTING)
