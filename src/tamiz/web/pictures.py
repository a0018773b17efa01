"""Pictures of documents: brought in with a run, kept sealed, opened for one page of a case.

What is kept was made anew in a process apart; no byte of an applicant's file is ever served.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from django.db import transaction
from django.urls import reverse
from django.utils.http import urlencode

from tamiz.casework.journal.keys import open_sealed, seal
from tamiz.documents.pictures import PictureViewer
from tamiz.errors import JournalError
from tamiz.intake.evidence_folder import EvidenceFolder, FileRefused
from tamiz.model import Assessment
from tamiz.web import journaling, visibility
from tamiz.web.columns import column
from tamiz.web.models import Case, CasePicture, Programme

LONGEST_ID = 200  # of an applicant's number, as the row of a case has it


class _Wanted(NamedTuple):
    """A page that screening read: where its file lies, and which page it is."""

    path: str
    sha256: str
    page: int


class Pictures:
    """Brings the pictures of a cohort's documents to its cases; nothing without the folder they are in."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = None if folder is None else EvidenceFolder(folder)
        self._viewer = PictureViewer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._viewer.__exit__(kind, error, trace)

    def bring(self, programme: Programme, found: Sequence[Assessment]) -> int:
        """Bring what cases lack and let go of what they no longer show; how many pages came.

        Files are opened before anybody is kept waiting; what is written is one short transaction
        a case.
        """
        wanted = {column(one.id, LONGEST_ID): pages for one in found if (pages := _pages(one))}
        if self._folder is None or not wanted:
            return 0
        came = 0
        for case in visibility.of_applicants(programme, wanted):
            pages = wanted[case.applicant]
            kept = set(CasePicture.objects.filter(case=case).values_list("sha256", "page"))
            missing = [one for one in pages if (one.sha256, one.page) not in kept]
            came += _keep(case, list(self._made(self._folder, missing)), pages)
        return came

    def _made(
        self, folder: EvidenceFolder, missing: Sequence[_Wanted]
    ) -> Iterator[tuple[_Wanted, bytes]]:
        """The pages that can be made anew; each file is opened once."""
        for path, sha256 in dict.fromkeys((one.path, one.sha256) for one in missing):
            try:
                data = folder.read(path)
            except FileRefused:
                continue
            if hashlib.sha256(data).hexdigest() != sha256:
                continue  # not the file that was screened
            views = {view.page: view.jpeg for view in self._viewer.views(data).pages}
            for one in missing:
                if (one.path, one.sha256) == (path, sha256) and one.page in views:
                    yield one, views[one.page]


def addresses(case: Case) -> dict[tuple[str, int], str]:
    """The address of each picture that is kept of a case."""
    kept = CasePicture.objects.filter(case=case).values_list("sha256", "page")
    page = reverse("picture", args=[case.pk])
    return {
        (sha256, number): f"{page}?{urlencode([('file', sha256), ('page', number)])}"
        for sha256, number in kept
    }


def opened(picture: CasePicture) -> bytes:
    """The JPEG of a page.

    Raises:
        JournalError: its case was erased, or it was tampered with.
    """
    key = journaling.key_of(picture.case.key)
    return open_sealed(key, picture.jpeg, _about(picture.case, picture.sha256, picture.page))


def copy(case: Case, to: Case) -> None:
    """The same pictures for another case, under its own key."""
    kept = CasePicture.objects.select_related("case").filter(case=case)
    CasePicture.objects.bulk_create(
        [_sealed(to, one.sha256, one.page, opened(one)) for one in kept]
    )


def _pages(one: Assessment) -> list[_Wanted]:
    return [
        _Wanted(page.path, page.sha256, page.page)
        for paper in one.papers
        for page in paper.pages
        if page.width and page.sha256
    ]


def _keep(case: Case, made: Sequence[tuple[_Wanted, bytes]], wanted: Sequence[_Wanted]) -> int:
    files = {one.sha256 for one in wanted}
    with transaction.atomic():
        CasePicture.objects.filter(case=case).exclude(sha256__in=files).delete()
        try:
            rows = [_sealed(case, one.sha256, one.page, jpeg) for one, jpeg in made]
        except JournalError:  # erased in the meantime
            return 0
        CasePicture.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _sealed(case: Case, sha256: str, page: int, jpeg: bytes) -> CasePicture:
    sealed = seal(journaling.key_of(case.key), jpeg, _about(case, sha256, page))
    return CasePicture(case=case, sha256=sha256, page=page, jpeg=sealed)


def _about(case: Case, sha256: str, page: int) -> bytes:
    return f"tamiz picture 1\n{case.key}\n{sha256}\n{page}".encode()
