"""Tamiz vets the people who apply to sensitive programmes.

``tamiz.screen`` does what ``tamiz screen`` does; ``tamiz.screener`` is for single dossiers.
``docs/python.md`` shows both.
"""

from tamiz.api import screen, screener
from tamiz.errors import TamizError
from tamiz.intake.dossiers import Reject, open_cohort
from tamiz.lists.store import Store
from tamiz.model import Assessment, Dossier, Evidence, Finding, Outcome, Queue
from tamiz.output.findings import read_findings

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
    "open_cohort",
    "read_findings",
    "screen",
    "screener",
]
