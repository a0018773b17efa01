"""Identity documents as pictures and PDFs: zone, barcodes, hashes, facts of the file.

``docs/pictures.md`` shows the functions in ten lines.
"""

from tamiz.documents.pictures.apart import PictureReader, PictureViewer
from tamiz.documents.pictures.barcodes import Barcode
from tamiz.documents.pictures.facts import FileFacts
from tamiz.documents.pictures.page import Page
from tamiz.documents.pictures.picture import MOST_BYTES, PictureReading, is_picture, read_picture
from tamiz.documents.pictures.reading import ZoneFound, find_zone
from tamiz.documents.pictures.view import View, Views

__all__ = [
    "MOST_BYTES",
    "Barcode",
    "FileFacts",
    "Page",
    "PictureReader",
    "PictureReading",
    "PictureViewer",
    "View",
    "Views",
    "ZoneFound",
    "find_zone",
    "is_picture",
    "read_picture",
]
