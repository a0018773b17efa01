"""Small pictures of documents' pages, kept beside an unfinished run until its report is written."""

import base64
from pathlib import Path

from msgspec.structs import replace

from tamiz.documents.pictures import PictureReading
from tamiz.intake.evidence_files import Brought, FileRead

MOST_SHOWN = 400  # pictures of one report: 40 kB each make a page of 20 MB, which browsers open


class Previews:
    """Takes the small pictures out of what was read, and gives them back for the report."""

    def __init__(self, folder: Path) -> None:
        """Nothing is written before there is a picture."""
        self._folder = folder
        self._shown = 0

    def take(self, brought: Brought) -> Brought:
        """The same without its small pictures, which are kept for ``data_uri``."""
        if not any(file.picture for file in brought.files):
            return brought
        files = (
            file if file.picture is None else replace(file, picture=self._kept(file, file.picture))
            for file in brought.files
        )
        return Brought(brought.dossier, tuple(files))

    def data_uri(self, sha256: str, page: int) -> str:
        """A page's small picture as a ``data:`` address; empty if there is none, or too many."""
        path = self._path(sha256, page)
        if self._shown >= MOST_SHOWN or not path.exists():
            return ""
        self._shown += 1
        return f"data:image/jpeg;base64,{base64.b64encode(path.read_bytes()).decode()}"

    def _kept(self, file: FileRead, picture: PictureReading) -> PictureReading:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for number, page in enumerate(picture.pages, start=1):
            if page.preview:
                self._path(file.sha256, number).write_bytes(page.preview)
        pages = tuple(replace(page, preview=b"") for page in picture.pages)
        return replace(picture, pages=pages)

    def _path(self, sha256: str, page: int) -> Path:
        return self._folder / f"{sha256}-{page}.jpg"
