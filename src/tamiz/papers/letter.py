"""The letter to the applicant: the result, the reasons as told, what they can do. Nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from math import ceil

from tamiz.casework import Audience, CaseKind, CasePolicy, Record, Ruling, due_at
from tamiz.casework.disclosure import redact
from tamiz.model import Queue
from tamiz.papers.final import Result, final, frame, told, whose
from tamiz.papers.press import printed
from tamiz.papers.voice import Unit, Voice, paragraphs, shown
from tamiz.wording import Language


def letter_pdf(record: Record, language: Language, unit: Unit, policy: CasePolicy) -> bytes:
    """The letter; whatever the record holds, only what an applicant may have is in it.

    Raises:
        PaperError: nothing is final yet.
    """
    record = redact(record, Audience.APPLICANT)
    voice, result = Voice(language, unit), final(record)
    refused = result.ruling is Ruling.REFUSE
    content = frame(record, voice, result.at, voice.say("letter.title")) | {
        "facts": [*whose(record, voice), (voice.say("decided_on"), voice.day(result.at))],
        "result": voice.say("letter.refused" if refused else "letter.granted"),
        "people": voice.say("letter.people"),
        "reasons_heading": voice.say("letter.reasons"),
        "reasons": _reasons(told(record.told), voice, refused=refused),
        "recourse_heading": voice.say("letter.recourse"),
        "recourse": list(_recourse(record, voice, result, policy)),
        "where": voice.say(
            "letter.where" if unit.contact else "letter.reply", case=shown(record.case)
        ),
        "contact": [shown(line) for line in unit.contact],
    }
    return printed("letter", content)


def _reasons(reasons: str, voice: Voice, *, refused: bool) -> list[str]:
    """What the officer wrote for the applicant; who is accepted needs no reason."""
    if written := paragraphs(reasons):
        return written
    return [voice.say("letter.no_reasons")] if refused else []


def _recourse(record: Record, voice: Voice, result: Result, policy: CasePolicy) -> Iterator[str]:
    if record.may_appeal is True:
        yield voice.say("letter.contest")
    yield voice.say("letter.correct")
    kind = CaseKind.APPEAL if record.may_appeal is True else CaseKind.CORRECTION
    due = due_at(policy, kind, Queue.REVIEW, result.at)
    if due is not None:
        yield voice.say("letter.days", days=ceil((due - result.at) / timedelta(days=1)))
