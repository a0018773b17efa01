"""``POST /dossiers``: one applicant is screened now, and becomes a case where somebody must look."""

import codecs
from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.http import HttpResponse
from msgspec import Struct

from tamiz.casework import Act, applicant_fields, written_by
from tamiz.checks.subjects import applicant_of, related_of
from tamiz.errors import InputError
from tamiz.intake.dossiers.one import read_one
from tamiz.intake.dossiers.problems import Reject
from tamiz.matching import Subject
from tamiz.model import Assessment, Dossier
from tamiz.output.cases import needs_attention
from tamiz.output.findings import FindingLine, finding_line
from tamiz.web import journaling, store, visibility
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.carried import carried
from tamiz.web.api.day_runs import run_for
from tamiz.web.api.effort import refuse_too_much
from tamiz.web.api.fault import Fault, Told, forbidden, missing
from tamiz.web.api.screeners import OPEN, Opened
from tamiz.web.api.tokens import Bearer
from tamiz.web.clock import now
from tamiz.web.models import Case, Programme
from tamiz.web.observed import observed_in
from tamiz.web.renewal import bring, ready
from tamiz.web.screening_policy import told_of
from tamiz.web.sides import Known, unpacked, written_name

_TOP = msgspec.json.Decoder()
_LINE = msgspec.json.Decoder(FindingLine)


class Kept(NamedTuple):
    """The findings as they were kept, the number of their case, and the questions carried over."""

    assessment: Assessment
    case: int | None = None
    carried: tuple[str, ...] = ()


class Screened(Struct, frozen=True, kw_only=True):
    """What came of a dossier.

    ``findings`` is a line of ``docs/findings.schema.json``; None for a role that sees no findings.
    ``case`` is its number; None where nobody need look, or no programme was named. ``carried`` are
    the questions whose answers were kept of the screening before, as they are about others. To a
    token that sees no case nothing is told but that the dossier came, whatever was found: who reads
    whether a case was opened would know who is on a list.
    """

    applicant: str
    kept: bool | None = None
    case: int | None = None
    findings: FindingLine | None = None
    carried: tuple[str, ...] = ()


def submit(asked: Asked) -> HttpResponse:
    """Screen one dossier; with ``programme`` keep what somebody must look at."""
    who = asked.bearer
    programme = _programme(asked, who)
    data = asked.raw()
    dossier = _dossier(data)
    if programme is not None:
        _refuse_nameless(data)
    refuse_too_much(_subjects(dossier), "body")
    assessment, opened = OPEN.assess(dossier)
    kept, kind = Kept(assessment), "dossier_sent"
    sees = who.visitor.may(Act.SEE)
    with transaction.atomic():
        journaling.hold()
        there = None if programme is None else visibility.screened(programme, dossier.id)
        if there is not None and not sees:  # nobody renews what they may not see
            kept, kind = Kept(assessment, there.pk), "dossier_left_aside"
        elif programme is not None:
            kept = _kept(programme, dossier, assessment, opened, there, by=who.visitor.actor.id)
        sent = "" if kept.case is None else f"C{kept.case}"
        noted.listed(who, kind, sent=sent, **told_of(opened.policy))
    return _told(dossier, kept, who) if sees else _taken(dossier)


def _told(dossier: Dossier, kept: Kept, who: Bearer) -> HttpResponse:
    told = Screened(
        applicant=dossier.id, kept=kept.case is not None, case=kept.case,
        findings=_line(kept.assessment, who), carried=kept.carried,
    )  # fmt: skip
    return answered(told, status=HTTPStatus.OK if kept.case is None else HTTPStatus.CREATED)


def _taken(dossier: Dossier) -> HttpResponse:
    return answered(Screened(applicant=dossier.id), status=HTTPStatus.ACCEPTED)


def _subjects(dossier: Dossier) -> Iterator[Subject]:
    """Whom the lists are asked for."""
    yield applicant_of(dossier)
    for relation in dossier.relations:
        yield from related_of(relation)


def _line(assessment: Assessment, who: Bearer) -> FindingLine:
    return _LINE.decode(finding_line(assessment, who.visitor.language))


def _refuse_nameless(data: bytes) -> None:
    """Nothing, where a dossier says an id, under which its case is found again.

    Raises:
        Fault: it says none.
    """
    told = _TOP.decode(data.removeprefix(codecs.BOM_UTF8))  # ``read_one`` has read it before
    if not (isinstance(told, dict) and told.get("id")):
        raise _unread("id: missing; the case of an applicant is found again by it")


def _programme(asked: Asked, who: Bearer) -> Programme | None:
    """The programme in which the case is to lie.

    Raises:
        Fault: the token may open no case there; or it names none and may see no findings.
    """
    key = asked.text("programme")
    if "programme" not in asked.query:
        if not who.visitor.may(Act.SEE):
            raise forbidden(Act.SEE.value)
        return None
    found = visibility.programmes(who.visitor.actor, Act.OPEN).filter(key=key[:64]).first()
    if found is None:
        raise missing("no such programme", where="query programme", do="use one of the token's")
    return found


def _dossier(data: bytes) -> Dossier:
    """The dossier of a body.

    Raises:
        Fault: every reason why it cannot be screened.
    """
    try:
        read = read_one(data, where="body")
    except InputError as error:
        raise _unread(str(error)) from error
    if isinstance(read, Reject):
        raise _unread("; ".join(f"{one.column or 'body'}: {one.message}" for one in read.problems))
    return read


def _unread(detail: str) -> Fault:
    told = Told(
        detail=detail, where="body", expected="one dossier as docs/dossier.schema.json has it",
        do="correct it and send it again",
    )  # fmt: skip
    return Fault(HTTPStatus.UNPROCESSABLE_ENTITY, told)


def _kept(
    programme: Programme, dossier: Dossier, assessment: Assessment, opened: Opened,
    there: Case | None, *, by: str,
) -> Kept:  # fmt: skip
    """The case that was opened or renewed; none where nobody need look and nobody ever had to.

    The chain is held: nobody brings others' findings in between reading the case and renewing it.
    """
    if there is None and not needs_attention(assessment):
        return Kept(assessment)
    names: tuple[str, ...] = ()
    if there is not None:
        before = store.load(there).assessment
        assessment, names = carried(before, assessment, dossier, opened.policy.policy)
    moment = now()
    run = run_for(programme, opened, assessment.queue, moment)
    known = msgspec.structs.replace(
        _known(dossier, assessment, opened, there),
        observed=observed_in(programme, applicants=[dossier.id], dossiers={dossier.id: dossier}),
    )
    bring(run, [ready(run, assessment, known)], moment, brought_by=frozenset({by}))
    found = visibility.screened(programme, assessment.id)
    return Kept(assessment, None if found is None else found.pk, names)


def _known(dossier: Dossier, assessment: Assessment, opened: Opened, there: Case | None) -> Known:
    """Both sides of each pair, so that a clearance knows more than what evidence quotes."""
    named = [
        name
        for finding in assessment.findings
        if (listed := finding.listed) is not None
        for name in ((listed.source, listed.id), *((one.source, one.id) for one in listed.also))
    ]
    found = {f"{source}/{entry}": opened.record(source, entry) for source, entry in named}
    return Known(
        applicants={dossier.id: applicant_fields(dossier)},
        records={name: record for name, record in found.items() if record is not None},
        others={} if there is None else unpacked(there.sides.sides).listed,
        written={
            **({} if there is None else unpacked(there.sides.written).listed),
            written_name(dossier.id): written_by(dossier),
        },
    )
