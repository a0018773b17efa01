"""Dossiers that programs send, as runs: one a day, programme, policy and state of the lists."""

import hashlib
from datetime import datetime

import msgspec

from tamiz.casework import ENGINE
from tamiz.model import Queue
from tamiz.web import journaling
from tamiz.web.api.screeners import COHORT, Opened
from tamiz.web.case_rows import BEGAN
from tamiz.web.models import Programme, Run
from tamiz.web.screening_policy import told_of


def run_for(programme: Programme, opened: Opened, queue: Queue, moment: datetime) -> Run:
    """The run that one dossier more belongs to, while the chain is held.

    Its row says when the first of them came; what is returned, when this one did.
    """
    run = _run(programme, opened, moment)
    counts = run.summary["counts"]
    run.summary["counts"] = {**counts, queue.value: counts.get(queue.value, 0) + 1}
    run.done, run.total = run.done + 1, run.total + 1
    run.screened_on, run.finished = moment.date(), moment
    run.save(update_fields=("summary", "done", "total", "screened_on", "finished"))
    run.summary = {**run.summary, BEGAN: _stamp(moment)}
    return run


def _run(programme: Programme, opened: Opened, moment: datetime) -> Run:
    summary = msgspec.to_builtins(opened.summary())
    digest = hashlib.sha256(msgspec.json.encode(summary, order="sorted")).hexdigest()
    run, is_new = Run.objects.get_or_create(
        programme=programme,
        findings_sha256=digest,
        defaults={
            "cohort": COHORT, "screened_on": moment.date(), "started": moment, "finished": moment,
            "summary": summary | {BEGAN: _stamp(moment)},
        },
    )  # fmt: skip
    if is_new:
        journaling.note(
            ENGINE.id, "run_came", programme=programme.key, run=str(run.pk), findings=digest,
            **told_of(opened.policy),
        )  # fmt: skip
    return run


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
