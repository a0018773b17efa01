"""Which parts of documents an applicant brought at all: of the others no rule is asked.

Most bring a number and a State. Thirty rules that look for zones, pictures and dates, and find none,
took longer than those that found something.
"""

from itertools import compress
from operator import attrgetter

from tamiz.checks.check import Context
from tamiz.model import Dossier, IdentityClaim

FILES = "files"  # that were read
BEARER = "bearer"  # anything that a document says of the person
SEVERAL = "several"  # documents
ZONE = ("mrz", FILES)  # where a zone can stand: typed, in a picture, in a chip
_OF_DOCUMENT = ("mrz", "issued", "expires", "authority", "chip")
PARTS = (*_OF_DOCUMENT, FILES, BEARER, SEVERAL)

_told = attrgetter(*_OF_DOCUMENT)
_NOTHING = IdentityClaim()


def brought(dossier: Dossier, context: Context) -> frozenset[str]:
    """Those of ``PARTS`` that some document of a dossier has."""
    parts: set[str] = set()
    for document in dossier.documents:
        parts.update(compress(_OF_DOCUMENT, _told(document)))
        if document.bearer != _NOTHING:
            parts.add(BEARER)
    if len(dossier.documents) > 1:
        parts.add(SEVERAL)
    if context.files:
        parts.add(FILES)
    return frozenset(parts)
