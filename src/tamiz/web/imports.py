"""Takes the results of a run in: cases that are new, findings that are renewed.

A transaction is as short as ``LONGEST`` says, and gives way to whoever waits at a page
(``tamiz.web.turns``). Whoever cuts an import off loses one of them and nothing else: the same
folder taken in again goes on where it stopped, and comes to the same rows.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import msgspec
from django.db import connection, transaction

from tamiz.casework import ENGINE
from tamiz.errors import InputError, UsageError
from tamiz.intake.limits import JSON_BYTES
from tamiz.lists.store import Store
from tamiz.model import Assessment
from tamiz.output.cases import needs_attention
from tamiz.output.findings import read_cases, read_findings
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import RunSummary
from tamiz.web import journaling, weighing
from tamiz.web.clock import now
from tamiz.web.columns import column, column_of
from tamiz.web.groups import regroup
from tamiz.web.jobs import files
from tamiz.web.models import Case, CaseFinding, CaseKey, CaseSides, JournalEntry, Programme, Run
from tamiz.web.observed import LONGEST_ID, observed_in
from tamiz.web.pictures import Pictures
from tamiz.web.renewal import Ready, Renewal, bring, ready
from tamiz.web.screening_policy import told_of_run
from tamiz.web.sides import known_of
from tamiz.web.turns import patiently

CHUNK = 50  # assessments that are read and made ready at once
LONGEST = 0.04  # seconds of one transaction: as long as somebody at a page may wait behind it
# Enough to choose an index by, and measured in milliseconds; all rows would take half a second,
# in which nobody writes.
MEASURED = 400
# Cases after which the tables are measured for the first time, and how many times as many for the
# next: of an empty table PostgreSQL believes for a minute that it is small, and reads all of it.
FIRST_MEASURED, GROWN = 500, 8

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")

Progress = Callable[[int, int], None]


def take_in(
    folder: Path,
    programme: Programme,
    *,
    cohort: Path | None = None,
    beside: Path | None = None,
    lists: Store | None = None,
    keep: bool = False,
    brought_by: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Renewal:
    """Take in the results in ``folder``; what was decided stays.

    Args:
        folder: what ``tamiz screen --out`` wrote.
        programme: the compartment in which the cases lie.
        cohort: the applicants' file that was screened; without it a clearance knows of an
            applicant what evidence quotes.
        beside: where the files lie that its rows name; None for the folder of the file itself.
        lists: the store that was screened against; without it the same of listed parties.
        keep: keep the applicants' file sealed, so that the rules about background can be asked
            again once something is observed, and everybody screened again.
        brought_by: the ids of those whose file it is; none for whoever runs the machine.
        progress: is told how many cases are in, and of how many.

    Raises:
        UsageError: the folder holds no whole run.
        InputError: a file of it cannot be read.
    """
    if beside is None and cohort is not None:
        beside = cohort.parent
    summary, raw = _summary(folder)
    run = _run(folder, programme, summary, raw)
    if keep and cohort is not None:
        kept = files.Kept(cohort.name, cohort.read_bytes(), beside, brought_by)
        files.keep(programme, kept)
    known = set(Case.objects.filter(programme=programme).values_list("applicant", flat=True))
    tell = progress or (lambda done, total: None)  # noqa: ARG005 - nobody wants to know
    total = sum(1 for _ in _wanted(folder, known))
    about = msgspec.structs.replace(
        known_of(_wanted(folder, known), cohort, lists),
        observed=observed_in(programme, cohort=cohort),
    )
    came, measured = Renewal(), FIRST_MEASURED
    with patiently(), Pictures(beside) as pictures:
        for chunk in _chunks(_wanted(folder, known)):
            left = [ready(run, one, about) for one in chunk]
            while left:
                did, left = _brought(run, left, came, total, brought_by)
                came += did
                tell(came.cases, total)
            pictures.bring(programme, chunk)
            if came.cases >= measured:
                _measure_tables()
                measured *= GROWN
        regroup(programme)
        Run.objects.filter(pk=run.pk).update(finished=now(), done=came.cases, total=total)
        with transaction.atomic():
            weighing.ask_for(programme)  # what was filed meanwhile
        _measure_tables()
    return came


def _brought(
    run: Run, left: list[Ready], before: Renewal, total: int, brought_by: frozenset[str]
) -> tuple[Renewal, list[Ready]]:
    """One transaction: what it did, and what it left for the next one."""
    with transaction.atomic():
        until = time.monotonic() + LONGEST
        did, left = bring(
            run, left, now(), brought_by=brought_by, enough=lambda: time.monotonic() > until
        )
        Run.objects.filter(pk=run.pk).update(done=before.cases + did.cases, total=total)
    return did, left


def _measure_tables() -> None:
    """Let the database see how the tables grew, so that it chooses its indexes well."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {MEASURED}")
            cursor.execute("PRAGMA optimize = 0x10002")  # tables that were never measured as well
        else:  # a sample of each, 0.1 s; nobody who writes waits for it
            tables = (Case, CaseFinding, CaseKey, CaseSides, JournalEntry)
            cursor.execute("ANALYZE " + ", ".join(one._meta.db_table for one in tables))


def programme_of(key: str, name: str = "") -> Programme:
    """The programme of a key; a new one needs a name.

    Raises:
        UsageError: the key is malformed, or there is none and no name for it.
    """
    found = Programme.objects.filter(key=key).first()
    if found is not None:
        return found
    if not _KEY.fullmatch(key):
        raise UsageError(f"{key}: a key has small letters, digits and hyphens only, 64 at most")
    if not name.strip():
        known = ", ".join(Programme.objects.values_list("key", flat=True)) or "none"
        raise UsageError(f"{key}: no such programme (there are: {known}); name it to make it")
    return Programme.objects.create(key=key, name=name.strip()[:200])


def _summary(folder: Path) -> tuple[RunSummary, bytes]:
    path = folder / RUN
    if not path.is_file() or not (folder / FINDINGS).is_file():
        raise UsageError(f"{folder}: no whole run; name the folder given to tamiz screen --out")
    raw = path.read_bytes()
    if len(raw) > JSON_BYTES:
        raise InputError(f"{path.name}: larger than any run writes it")
    try:
        return msgspec.json.decode(raw, type=RunSummary), raw
    except msgspec.DecodeError as error:
        raise InputError(f"{path.name}: not what tamiz screen writes ({error})") from None


def _run(folder: Path, programme: Programme, summary: RunSummary, raw: bytes) -> Run:
    """The row of a run, and the journal's word by which policy it was screened.

    The same results again are no news.
    """
    with (folder / FINDINGS).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with transaction.atomic():
        journaling.hold()
        before = Run.objects.filter(programme=programme, findings_sha256=digest).first()
        invented = summary.invented or (before is not None and before.invented)
        run = _row(programme, digest, summary, raw, invented=invented)
        if before is None or before.summary != run.summary:
            journaling.note(
                ENGINE.id, "run_came", programme=programme.key, run=str(run.pk), findings=digest,
                **told_of_run(summary),
            )  # fmt: skip
    return run


def _row(
    programme: Programme, digest: str, summary: RunSummary, raw: bytes, *, invented: bool
) -> Run:
    run, _ = Run.objects.update_or_create(
        programme=programme,
        findings_sha256=digest,
        defaults={
            "cohort": column(summary.cohort, 300),
            "screened_on": summary.screened_on or None,
            "summary": column_of(msgspec.json.decode(raw)),
            "invented": invented,
            "started": now(),
            "finished": None,
        },
    )
    return run


def _wanted(folder: Path, known: set[str]) -> Iterator[Assessment]:
    """Those whom somebody must look at, and those who have a case already."""
    if not known:
        return read_cases(folder / FINDINGS)
    every = read_findings(folder / FINDINGS)
    return (one for one in every if column(one.id, LONGEST_ID) in known or needs_attention(one))


def _chunks(found: Iterator[Assessment]) -> Iterator[list[Assessment]]:
    while chunk := list(islice(found, CHUNK)):
        yield chunk
