"""One record of a case, and what each audience may have of it: cut by class of field, on the data."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import fields, replace

from tamiz.casework.case import Answer, Case, State
from tamiz.casework.deciding import effective_from
from tamiz.casework.events import AnyEvent, Observed
from tamiz.casework.policy import CasePolicy
from tamiz.casework.verdicts import Decision, Disposition, Look, Ruling
from tamiz.model import Assessment


class Audience(StrEnum):
    """For whom something is written."""

    OFFICER = "officer"
    APPLICANT = "applicant"
    SPONSOR = "sponsor"
    AUDITOR = "auditor"


class FieldClass(StrEnum):
    """What sort of thing a field tells."""

    RESULT = "result"  # whose application, and how it ended
    REASON = "reason"  # why, as written for the applicant, and what they can do
    EVIDENCE = "evidence"  # findings, which tell of others and of sources too
    JUDGEMENT = "judgement"  # what officers think, and who they are
    TRAIL = "trail"  # every event, readings of others among them


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that can be told of a case; what an audience may not have is unset and not written.

    ``name`` is the applicant's own, as they wrote it. ``result`` is GRANT, REFUSE or None while
    nothing is final.
    """

    case: str
    applicant: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    result: Ruling | UnsetType | None = UNSET
    decided_at: datetime | UnsetType | None = UNSET
    told: str | UnsetType = UNSET
    asked: str | UnsetType = UNSET
    may_appeal: bool | UnsetType = UNSET
    state: State | UnsetType = UNSET
    assessment: Assessment | UnsetType = UNSET
    evidence: str | UnsetType = UNSET
    dispositions: dict[str, Disposition] | UnsetType = UNSET
    decision: Decision | UnsetType | None = UNSET
    earlier: tuple[Decision, ...] | UnsetType = UNSET
    looks: tuple[Look, ...] | UnsetType = UNSET
    notes: tuple[str, ...] | UnsetType = UNSET
    answers: tuple[Answer, ...] | UnsetType = UNSET
    observations: tuple[Observed, ...] | UnsetType = UNSET
    events: tuple[AnyEvent, ...] | UnsetType = UNSET


# Every field of a record has a class; a test holds the table complete.
CLASSES: Mapping[str, FieldClass] = {
    "case": FieldClass.RESULT,
    "applicant": FieldClass.RESULT,
    "name": FieldClass.RESULT,
    "result": FieldClass.RESULT,
    "decided_at": FieldClass.RESULT,
    "told": FieldClass.REASON,
    "asked": FieldClass.REASON,
    "may_appeal": FieldClass.REASON,
    "state": FieldClass.JUDGEMENT,
    "assessment": FieldClass.EVIDENCE,
    "evidence": FieldClass.EVIDENCE,
    "dispositions": FieldClass.JUDGEMENT,
    "decision": FieldClass.JUDGEMENT,
    "earlier": FieldClass.JUDGEMENT,
    "looks": FieldClass.JUDGEMENT,
    "notes": FieldClass.JUDGEMENT,
    "answers": FieldClass.EVIDENCE,
    "observations": FieldClass.EVIDENCE,
    "events": FieldClass.TRAIL,
}
MAY_HAVE: Mapping[Audience, frozenset[FieldClass]] = {
    Audience.SPONSOR: frozenset({FieldClass.RESULT}),
    Audience.APPLICANT: frozenset({FieldClass.RESULT, FieldClass.REASON}),
    Audience.OFFICER: frozenset(FieldClass) - {FieldClass.TRAIL},
    Audience.AUDITOR: frozenset(FieldClass),
}


def disclose(
    case: Case,
    events: tuple[AnyEvent, ...],
    audience: Audience,
    *,
    policy: CasePolicy,
    at: datetime,
) -> Record:
    """What an audience may have of a case at an instant.

    A decision counts as one when it can no longer be taken back. For officers pass the case as
    ``seen_by`` gives it.
    """
    return redact(_record(case, events, policy=policy, at=at), audience)


def redact(record: Record, audience: Audience) -> Record:
    """The record without the fields whose class the audience may not have."""
    allowed = MAY_HAVE[audience]
    hidden = {one.name: UNSET for one in fields(record) if CLASSES[one.name] not in allowed}
    return replace(record, **hidden)


def _record(
    case: Case, events: tuple[AnyEvent, ...], *, policy: CasePolicy, at: datetime
) -> Record:
    settled = _settled(case, policy, at)
    asked = case.judged.asked
    return Record(
        case=case.id, applicant=case.applicant, name=case.assessment.name, state=case.state,
        assessment=case.assessment,
        evidence=case.evidence, dispositions=case.dispositions, decision=case.decision,
        earlier=case.earlier, looks=case.judged.looks, events=events,
        result=None if settled is None else settled.ruling,
        decided_at=None if settled is None else settled.at,
        told="" if settled is None else settled.told,
        asked="" if asked is None else asked.question,
        may_appeal=settled is not None and settled.ruling is Ruling.REFUSE,
        notes=tuple(note.text for note in case.notes), answers=case.answers,
        observations=case.observations,
    )  # fmt: skip


def _settled(case: Case, policy: CasePolicy, at: datetime) -> Decision | None:
    """The decision that stands; None while it may be taken back."""
    since = effective_from(case, policy)
    return case.decision if since is not None and at > since else None
