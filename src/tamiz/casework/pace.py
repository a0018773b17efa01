"""Verdicts faster than anybody reads are asked for once more; every twentieth case is looked at twice."""

import hashlib
import hmac
from datetime import timedelta

from tamiz.casework.case import Case
from tamiz.casework.events import AnyEvent, Hurried
from tamiz.casework.people import By
from tamiz.casework.policy import CasePolicy
from tamiz.casework.refusal import hurried


def unhurried(case: Case, by: By, policy: CasePolicy, findings: tuple[str, ...]) -> None:
    """Nothing, where these findings were read, some seconds went by, or it was asked already.

    Raises:
        HurriedVerdict: record ``ask_again`` and ask; the next time goes through.
    """
    reading = case.readings.get(by.actor.id)
    unread = _unread(case, by, findings)
    if not unread or by.actor.id in case.warned:
        return
    enough = timedelta(seconds=policy.pace_seconds)
    if reading is not None and by.at - reading.since >= enough:
        return
    raise hurried(case=case.id, unread=str(len(unread)), seconds=f"{policy.pace_seconds:g}")


def ask_again(case: Case, by: By) -> tuple[AnyEvent, ...]:
    """That an officer was asked whether they had read; to be recorded after a HurriedVerdict."""
    unread = _unread(case, by, tuple(case.to_judge))
    return (Hurried(case=case.id, at=by.at, actor=by.actor.id, unread=unread),)


def _unread(case: Case, by: By, findings: tuple[str, ...]) -> tuple[str, ...]:
    """Those that this officer neither read nor gave a verdict on; a verdict asked for it itself."""
    reading = case.readings.get(by.actor.id)
    read = frozenset[str]() if reading is None else reading.read
    given = {key for key, one in case.dispositions.items() if one.actor == by.actor.id}
    return tuple(finding for finding in findings if finding not in read | given)


def is_sampled(key: bytes, case: Case, policy: CasePolicy) -> bool:
    """Whether this case is one of every so many that a second officer looks at, blind.

    HMAC-SHA256 over the case's id and its evidence: who does not have the key cannot tell which
    case will be one, and nobody can steer it by counting.
    """
    if not policy.quality_one_in:
        return False
    digest = hmac.digest(key, f"{case.id}\n{case.evidence}".encode(), hashlib.sha256)
    return int.from_bytes(digest) % policy.quality_one_in == 0
