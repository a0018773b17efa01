"""Papers of a case as PDF. The journal notes what leaves, with its digest, before it does."""

import hashlib
from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tamiz import papers
from tamiz.casework import Act, Audience, Case, Record, is_blind
from tamiz.casework import disclosed as disclosing
from tamiz.web import journaling, paper_source, store, visibility
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.templatetags.said import say
from tamiz.web.told import Told
from tamiz.web.visitor import Visitor
from tamiz.wording import Language

Press = Callable[[Row, Record], bytes]


def dossier(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The whole dossier; not for who still owes the case a blind second look."""
    row = visibility.case_or_404(who.actor, number, Act.DISCLOSE)
    case = store.load(row)
    if is_blind(case, who.actor):
        messages.error(request, say("papers.blind"))
        return redirect("case", number=number)

    def press(row: Row, record: Record) -> bytes:
        return papers.dossier_pdf(
            record, _language(request, who), paper_source.unit(row),
            audience=Audience.OFFICER, journal=paper_source.journal(row), at=now(),
        )  # fmt: skip

    return _given(request, who, row, case, Audience.OFFICER, press)


def whole(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The dossier with every event and every line of the journal, for an auditor."""
    row = visibility.case_or_404(who.actor, number, Act.SEE_AUDIT)
    record = paper_source.record(who, row, store.load(row), Audience.AUDITOR)
    pdf = papers.dossier_pdf(
        record, _language(request, who), paper_source.unit(row), audience=Audience.AUDITOR,
        journal=paper_source.journal(row), at=now(),
    )  # fmt: skip
    with transaction.atomic():
        sha256 = hashlib.sha256(pdf).hexdigest()
        journaling.note(who.actor.id, "exported", what="dossier", case=row.key, sha256=sha256)
    return _download(pdf, row, Audience.AUDITOR)


def letter(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The letter to the applicant."""

    def press(row: Row, record: Record) -> bytes:
        return papers.letter_pdf(
            record, _language(request, who), paper_source.unit(row), store.POLICY
        )

    return _final(request, who, number, Audience.APPLICANT, press)


def slip(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The slip for the sponsor."""

    def press(row: Row, record: Record) -> bytes:
        return papers.slip_pdf(record, _language(request, who), paper_source.unit(row))

    return _final(request, who, number, Audience.SPONSOR, press)


def _language(request: HttpRequest, who: Visitor) -> Language:
    """The language that was asked for: an applicant's need not be the officer's."""
    asked = request.POST.get("language", "")
    return Language(asked) if asked in set(Language) else who.language


def _final(
    request: HttpRequest, who: Visitor, number: int, audience: Audience, press: Press
) -> HttpResponse:
    """What leaves the unit, once the decision can no longer be taken back."""
    row = visibility.case_or_404(who.actor, number, Act.DISCLOSE)
    case = store.load(row)
    if not paper_source.is_final(row, case):
        messages.error(request, say("papers.not_yet"))
        return redirect("case", number=number)
    return _given(request, who, row, case, audience, press)


def _given(
    request: HttpRequest, who: Visitor, row: Row, case: Case, audience: Audience, press: Press
) -> HttpResponse:
    """Print, note in the journal what is given, then give it."""
    pdf = press(row, paper_source.record(who, row, case, audience))
    sha256 = hashlib.sha256(pdf).hexdigest()
    with Told(request):
        store.act(
            who, row,
            lambda case, by: disclosing(
                case, by, audience=audience.value, form="application/pdf", sha256=sha256
            ),
        )  # fmt: skip
        return _download(pdf, row, audience)
    return redirect("case", number=row.pk)


def _download(pdf: bytes, row: Row, audience: Audience) -> HttpResponse:
    answer = HttpResponse(pdf, content_type="application/pdf")
    name = f"{row.key}-{audience.value}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
