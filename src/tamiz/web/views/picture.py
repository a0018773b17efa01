"""One page of a document as a picture: made anew, sealed, and noted before it is shown."""

from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from tamiz.errors import JournalError
from tamiz.web import journaling, pictures, visibility
from tamiz.web.models import CasePicture
from tamiz.web.visitor import Visitor

_PAGE_DIGITS = 3  # no file has more pages that are read


def show(request: HttpRequest, who: Visitor, number: int) -> HttpResponse:
    """The picture of ``file`` (SHA-256) and ``page``, after the journal has noted who looks."""
    row = visibility.case_or_404(who.actor, number)
    file, page = request.GET.get("file", ""), request.GET.get("page", "")
    if not file or not page.isdecimal() or len(page) > _PAGE_DIGITS:
        raise BadRequest("a picture is asked for by file and page")
    kept = CasePicture.objects.select_related("case")
    found = kept.filter(case=row, sha256=file, page=int(page)).first()
    if found is None:
        raise Http404
    try:
        jpeg = pictures.opened(found)
    except JournalError as error:
        raise Http404 from error
    purpose = "" if who.purpose is None else who.purpose.value
    with transaction.atomic():
        journaling.note(
            who.actor.id, "picture_read", case=row.key, picture=str(found.pk), purpose=purpose
        )
    return HttpResponse(jpeg, content_type="image/jpeg")
