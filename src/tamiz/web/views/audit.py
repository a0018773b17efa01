"""The journal for those who check how the unit works, and its export with proof."""

from collections.abc import Iterator

from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from tamiz.casework.journal import export as lines_of
from tamiz.web import journaling
from tamiz.web.clock import now
from tamiz.web.columns import number
from tamiz.web.models import JournalEntry, Officer
from tamiz.web.visitor import Visitor

SHOWN = 100  # entries of a page
# What may stand in the column "what": events of cases, and notes of none.
KINDS = (
    "opened", "renewed", "taken", "released", "seen", "noted", "hurried", "disposed", "proposed",
    "looked", "decided", "escalated", "asked", "answered", "undone", "suppressed", "lapsed",
    "reopened", "appealed", "observed", "disclosed", "erasure_asked", "erasure_dropped", "erased",
    "searched", "picture_read", "queue_read", "logged_in", "logged_out", "login_failed", "refused",
    "code_failed", "login_stopped", "login_tied", "factor_changed", "link_given", "link_used",
    "sessions_ended", "person_set", "session_ended", "password_set", "journal_read", "exported",
    "restored", "job_asked", "run_came", "rules_asked", "form_made", "form_closed",
    "observation_came", "observations_read", "observation_placed",
    "observation_away", "observation_kept", "observation_dropped", "case_opened",
    "lists_asked", "decisions_read", "dossier_sent", "dossier_left_aside",
    "token_made", "token_revoked",
    "case_erased", "erasures_read", "keys_rotated",
)  # fmt: skip


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The entries, the newest first; looking at them is an entry itself."""
    kind, actor = request.GET.get("kind", ""), request.GET.get("actor", "")[:20]
    before = request.GET.get("before", "")
    with transaction.atomic():
        journaling.note(who.actor.id, "journal_read", shown=kind if kind in KINDS else "")
    found = JournalEntry.objects.defer("line").order_by("-seq")
    if kind in KINDS:
        found = found.filter(kind=kind)
    if actor:
        found = found.filter(actor=actor)
    if number(before):
        found = found.filter(seq__lt=number(before))
    rows = list(found[: SHOWN + 1])
    head = journaling.head()
    return render(
        request,
        "web/audit.html",
        {
            "entries": [_shown(row) for row in rows[:SHOWN]],
            "older": rows[SHOWN - 1].seq if len(rows) > SHOWN else 0,
            "count": 0 if head is None else head.seq,
            "head_hash": "" if head is None else head.hash,
            "kinds": KINDS,
            "kind": kind,
            "actor": actor,
            "people": Officer.objects.order_by("full_name"),
        },
    )


def _shown(row: JournalEntry) -> JournalEntry:
    """The row with what its line in the table needs beside it."""
    row.row_id = number(row.case.removeprefix("C"))  # type: ignore[attr-defined]
    row.short_hash = row.hash[:12]  # type: ignore[attr-defined]
    return row


def export(_request: HttpRequest, who: Visitor) -> StreamingHttpResponse:
    """The whole journal as a file that ``tamiz audit verify`` checks without anything else."""
    with transaction.atomic():
        journaling.note(who.actor.id, "exported", what="journal")
    moment = now()
    answer = StreamingHttpResponse(_lines(), content_type="application/x-ndjson")
    name = f"tamiz-journal-{moment:%Y%m%dT%H%M%SZ}.jsonl"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _lines() -> Iterator[bytes]:
    return lines_of(journaling.entries(), made_at=now())
