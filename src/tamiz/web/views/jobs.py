"""Jobs: what was asked for, how far it is; files of applicants and results brought by a page."""

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from tamiz.casework import Act
from tamiz.output.folder import FINDINGS, RUN
from tamiz.web import journaling, visibility
from tamiz.web.columns import column, number
from tamiz.web.jobs import desk, files
from tamiz.web.jobs.kinds import Kind
from tamiz.web.models import Job, Programme
from tamiz.web.templatetags.said import say
from tamiz.web.uploads import LARGEST_FILE
from tamiz.web.visitor import Visitor

MIB = 1 << 20
DAY = 24 * 60 * 60  # seconds
# What ``tamiz screen`` reads; the name's end tells it what a file is.
ENDS = (".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson")


def show(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The jobs, the newest first, and the forms by which somebody may ask for one."""
    found = list(desk.visible(who)[: desk.SHOWN])
    again = visibility.programmes(who.actor, Act.MANAGE_LISTS).order_by("name")
    return render(
        request,
        "web/jobs.html",
        {
            "jobs": found,
            "made": {one.pk for one in found if _is_made(one)},
            "made_days": files.MADE_SECONDS // DAY,
            "made_kept": files.MADE_KEPT,
            "running": sum(not job.is_over for job in found),
            "screen_to": list(visibility.programmes(who.actor, Act.OPEN).order_by("name")),
            "bring_to": list(visibility.programmes(who.actor, Act.BRING).order_by("name")),
            "again_of": [one for one in again if files.kept(one).exists()],
            "may_again": who.may(Act.MANAGE_LISTS),
            "may_export": who.may(Act.SEE_AUDIT),
            "largest": LARGEST_FILE // MIB,
            "largest_bytes": LARGEST_FILE,
            "ends": ",".join(ENDS),
        },
    )


def _is_made(job: Job) -> bool:
    """Whether the file of an export is there: it goes after a time."""
    return job.kind == Kind.EXPORT.value and job.is_over and files.made(job).exists()


def screen(request: HttpRequest, who: Visitor) -> HttpResponse:
    """A file of applicants, to be screened and taken in."""
    programme, file = _programme(request, who, Act.OPEN), request.FILES.get("cohort")
    if programme is None or file is None or not file.size:
        messages.error(request, say("jobs.choose"))
    elif not (file.name or "").lower().endswith(ENDS):
        messages.error(request, say("jobs.kind_of_file", ends=" ".join(ENDS)))
    else:
        with transaction.atomic():
            job = desk.ask(who, Kind.SCREEN, programme, cohort=column(file.name or "", 200))
            files.put(files.brought(job, "cohort"), file.read())
        messages.success(request, say("jobs.asked"))
    return redirect("jobs")


def bring(request: HttpRequest, who: Visitor) -> HttpResponse:
    """Results of ``tamiz screen``, to be taken in."""
    programme = _programme(request, who, Act.BRING)
    findings, run = request.FILES.get("findings"), request.FILES.get("run")
    if programme is None or findings is None or run is None:
        messages.error(request, say("jobs.choose"))
        return redirect("jobs")
    with transaction.atomic():
        job = desk.ask(who, Kind.BRING, programme, cohort=column(findings.name or "", 200))
        for name, file in ((FINDINGS, findings), (RUN, run)):
            files.put(files.brought(job, name), file.read())
    messages.success(request, say("jobs.asked"))
    return redirect("jobs")


def again(request: HttpRequest, who: Visitor) -> HttpResponse:
    """A programme that is to be screened against the lists of today."""
    programme = _programme(request, who, Act.MANAGE_LISTS)
    if programme is None or not files.kept(programme).exists():
        messages.error(request, say("jobs.nothing_kept"))
        return redirect("jobs")
    with transaction.atomic():
        desk.ask(who, Kind.AGAIN, programme)
    messages.success(request, say("jobs.asked"))
    return redirect("jobs")


def export(request: HttpRequest, who: Visitor) -> HttpResponse:
    """The journal into a file."""
    with transaction.atomic():
        desk.ask(who, Kind.EXPORT, None)
    messages.success(request, say("jobs.asked"))
    return redirect("jobs")


def file(request: HttpRequest, who: Visitor) -> HttpResponseBase:
    """The file that an export made; giving it is noted first."""
    found = desk.visible(who).filter(kind=Kind.EXPORT.value, state=Job.DONE)
    job = found.filter(pk=number(request.POST.get("job", ""))).first()
    if job is None or not files.made(job).exists():
        messages.error(request, say("jobs.no_file"))
        return redirect("jobs")
    with transaction.atomic():
        journaling.note(who.actor.id, "exported", what="journal", job=str(job.pk))
    name = f"tamiz-journal-{job.finished:%Y%m%dT%H%M%SZ}.jsonl"
    return FileResponse(
        files.made(job).open("rb"), as_attachment=True, filename=name,
        content_type="application/x-ndjson",
    )  # fmt: skip


def _programme(request: HttpRequest, who: Visitor, act: Act) -> Programme | None:
    key = request.POST.get("programme", "")[:64]
    return visibility.programmes(who.actor, act).filter(key=key).first()
