"""Tamiz vets the people who apply to sensitive programmes.

``tamiz.screen`` does what ``tamiz screen`` does; ``tamiz.screener`` is for single dossiers,
``tamiz.compare`` for two names, ``tamiz.check_documents`` for documents alone.
``docs/python.md`` shows both.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tamiz.api import check_document, check_documents, compare, screen, screener
    from tamiz.errors import TamizError
    from tamiz.intake.dossiers import Reject, open_cohort
    from tamiz.lists.store import Store
    from tamiz.model import Assessment, Dossier, Evidence, Finding, Outcome, Queue
    from tamiz.output.findings import read_findings

# Where each name lives. Loaded when first asked for: who only matches names waits for no parser.
_HOMES = {
    "tamiz.api": ("check_document", "check_documents", "compare", "screen", "screener"),
    "tamiz.errors": ("TamizError",),
    "tamiz.intake.dossiers": ("Reject", "open_cohort"),
    "tamiz.lists.store": ("Store",),
    "tamiz.model": ("Assessment", "Dossier", "Evidence", "Finding", "Outcome", "Queue"),
    "tamiz.output.findings": ("read_findings",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Assessment",
    "Dossier",
    "Evidence",
    "Finding",
    "Outcome",
    "Queue",
    "Reject",
    "Store",
    "TamizError",
    "check_document",
    "check_documents",
    "compare",
    "open_cohort",
    "read_findings",
    "screen",
    "screener",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'tamiz' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
