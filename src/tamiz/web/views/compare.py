"""Two identities field by field: an applicant and whoever a finding takes them for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tamiz.casework import desk, finding_id, seen_by
from tamiz.web import store, visibility
from tamiz.web.clock import now
from tamiz.web.compare_page import page_of, pairs
from tamiz.web.visitor import Visitor


def show(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """A pair of the case (``pair``: the finding; else the first), blind where ``blind`` is given."""
    row = visibility.case_or_404(who.actor, number)
    purpose = "" if who.purpose is None else who.purpose.value
    case = store.act(who, row, lambda case, by: desk.see(case, by, purpose=purpose))
    row.refresh_from_db()
    found = pairs(seen_by(case, who.actor))
    wanted = request.GET.get("pair", "")
    pair = next((one for one in found if not wanted or finding_id(one) == wanted), None)
    if pair is None and (wanted or found):
        raise Http404
    if pair is None:
        return render(request, "web/compare.html", {"row": row, "lines": ()})
    page = page_of(who, row, case, pair, blind="blind" in request.GET, moment=now())
    return render(request, "web/compare.html", page)
