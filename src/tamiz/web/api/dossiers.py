"""``POST /dossiers``: one applicant is screened now, and becomes a case where somebody must look."""

import codecs
import hashlib
from http import HTTPStatus
from importlib.metadata import version
from threading import Lock

import msgspec
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from msgspec import Struct

from tamiz import api as tamiz
from tamiz.casework import Act, applicant_fields
from tamiz.errors import InputError, TamizError
from tamiz.intake.dossiers.one import read_one
from tamiz.intake.dossiers.problems import Reject
from tamiz.intake.evidence_files import Brought
from tamiz.lists.store import Store
from tamiz.model import Assessment, Dossier, Queue
from tamiz.output.cases import needs_attention
from tamiz.output.findings import FindingLine, finding_line
from tamiz.output.run import ListUsed, RunSummary
from tamiz.screening import Screener, load_policy
from tamiz.web import visibility
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.fault import Fault, Told, forbidden, missing, not_ready
from tamiz.web.api.lists import lists
from tamiz.web.api.tokens import Bearer
from tamiz.web.clock import now
from tamiz.web.models import Programme, Run
from tamiz.web.renewal import bring, ready
from tamiz.web.sides import Known

COHORT = "api"  # what stands in the place of a file's name
_DO = "bring lists in with: tamiz lists update; name their folder with: tamiz serve --store"
_TOP = msgspec.json.Decoder()
_LINE = msgspec.json.Decoder(FindingLine)


class Screened(Struct, frozen=True, kw_only=True):
    """What came of a dossier.

    ``findings`` is a line of ``docs/findings.schema.json``; None for a role that sees no findings.
    ``case`` is its number; None where nobody need look, or no programme was named.
    """

    applicant: str
    kept: bool
    case: int | None = None
    findings: FindingLine | None = None


class _Open:
    """The screener of this process, opened anew where the editions of the lists changed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._screener: Screener | None = None
        self._state: tuple[object, ...] = ()

    def assess(self, dossier: Dossier) -> tuple[Assessment, RunSummary]:
        """The findings, and what they were made with; one thread at a time."""
        with self._lock:
            screener, summary = self._ready()
            assessment = next(iter(screener.assess_all([Brought(dossier, ())])))
            return assessment, msgspec.structs.replace(
                summary, counts={queue: int(queue is assessment.queue) for queue in Queue}
            )

    def forget(self) -> None:
        """Open anew at the next dossier."""
        with self._lock:
            if self._screener is not None:
                self._screener.close()
            self._screener, self._state = None, ()

    def _ready(self) -> tuple[Screener, RunSummary]:
        root = settings.LIST_STORE
        if root is None:
            raise not_ready("there is no list to screen against", _DO)
        store, today = Store(root), now().date()
        state = (root, store.editions(), today)
        if self._screener is None or state != self._state:
            try:
                fresh = tamiz.screener(store, today=today)
            except TamizError as error:
                raise not_ready("there is no list to screen against", str(error)) from error
            if self._screener is not None:
                self._screener.close()
            self._screener, self._state = fresh, state
        return self._screener, _summary(store)


OPEN = _Open()


def submit(asked: Asked) -> HttpResponse:
    """Screen one dossier; with ``programme`` keep what somebody must look at."""
    who = asked.bearer
    programme = _programme(asked, who)
    data = asked.raw()
    dossier = _dossier(data)
    sees = who.visitor.may(Act.SEE)
    if programme is not None:
        _is_theirs_to_bring(programme, dossier, data, sees=sees)
    assessment, summary = OPEN.assess(dossier)
    with transaction.atomic():
        case = None if programme is None else _kept(programme, dossier, assessment, summary)
        noted.listed(who, "dossier_sent", sent="" if case is None else f"C{case}")
    told = Screened(
        applicant=dossier.id,
        kept=case is not None,
        case=case if sees else None,
        findings=_LINE.decode(finding_line(assessment, who.visitor.language)) if sees else None,
    )
    return answered(told, status=HTTPStatus.OK if case is None else HTTPStatus.CREATED)


def _is_theirs_to_bring(programme: Programme, dossier: Dossier, data: bytes, *, sees: bool) -> None:
    """Nothing, where a dossier may become a case, or renew one.

    Raises:
        Fault: it says no id, under which its case would be found again; or there is a case already,
            and the token may not see it.
    """
    told = _TOP.decode(data.removeprefix(codecs.BOM_UTF8))  # ``read_one`` has read it before
    if not (isinstance(told, dict) and told.get("id")):
        raise _unread("id: missing; the case of an applicant is found again by it")
    if not sees and visibility.screened(programme, dossier.id) is not None:
        raise forbidden(f"{Act.SEE.value} the case that is there")


def _programme(asked: Asked, who: Bearer) -> Programme | None:
    """The programme in which the case is to lie.

    Raises:
        Fault: the token may open no case there; or it names none and may see no findings.
    """
    key = asked.text("programme")
    if not key:
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
    programme: Programme, dossier: Dossier, assessment: Assessment, summary: RunSummary
) -> int | None:
    """The number of the case; None where nobody need look and nobody ever had to."""
    there = visibility.screened(programme, assessment.id)
    if there is None and not needs_attention(assessment):
        return None
    moment = now()
    with transaction.atomic():
        run, _ = Run.objects.get_or_create(
            programme=programme,
            findings_sha256=hashlib.sha256(finding_line(assessment)).hexdigest(),
            defaults={
                "cohort": COHORT, "screened_on": moment.date(), "started": moment, "done": 1,
                "finished": moment, "total": 1, "summary": msgspec.to_builtins(summary),
            },
        )  # fmt: skip
        bring(run, [ready(run, assessment, _known(dossier, assessment))], moment)
    found = visibility.screened(programme, assessment.id)
    return None if found is None else found.pk


def _summary(store: Store) -> RunSummary:
    policy = load_policy(None)
    return RunSummary(
        title=COHORT, cohort=COHORT, cohort_sha256="", software=f"tamiz {version('tamiz')}",
        policy=policy.name, policy_version=policy.policy.version, policy_sha256=policy.sha256,
        counts={}, lists=tuple(ListUsed(edition=one) for one in store.editions()),
        screened_on=now().date().isoformat(),
    )  # fmt: skip


def _known(dossier: Dossier, assessment: Assessment) -> Known:
    """Both sides of each pair, so that a clearance knows more than what evidence quotes."""
    index = lists().index
    named = [
        name
        for finding in assessment.findings
        if (listed := finding.listed) is not None
        for name in ((listed.source, listed.id), *((one.source, one.id) for one in listed.also))
    ]
    found = {f"{source}/{entry}": index.record(source, entry) for source, entry in named}
    return Known(
        applicants={dossier.id: applicant_fields(dossier)},
        records={name: record for name, record in found.items() if record is not None},
    )
