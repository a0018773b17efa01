"""Which parts of their life an applicant tells of at all: of the others no rule is asked."""

from itertools import compress
from operator import attrgetter

from tamiz.model import Dossier

PARTS = ("history", "stays", "relations", "contacts", "motivation", "occupation", "skill")
_told = attrgetter(*PARTS)


def parts_told(dossier: Dossier) -> tuple[str, ...]:
    """Those of ``PARTS`` that are not empty."""
    return tuple(compress(PARTS, _told(dossier)))
