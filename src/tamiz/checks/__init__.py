"""One file per question asked of a dossier. A new check is a file and a line in ``CHECKS``."""

from tamiz.checks import (
    claims_consistency,
    shared_document,
    watchlist_documents,
    watchlist_person,
    watchlist_related,
)
from tamiz.checks.background.check import CHECK as BACKGROUND
from tamiz.checks.background.registry import RULES as BACKGROUND_RULES
from tamiz.checks.check import Check, Context, References, Thresholds, prepare_check, run_check
from tamiz.checks.documents.check import CHECK as DOCUMENTS
from tamiz.checks.documents.check import FILES
from tamiz.checks.documents.registry import RULES
from tamiz.checks.documents.shown import papers_shown
from tamiz.checks.identities import applied_before, second_identity
from tamiz.checks.links import front_company, known_ties, shared_ties
from tamiz.checks.links.drawn import chart_of

# What is asked of documents where there is no list and no cohort.
OF_DOCUMENTS: tuple[Check, ...] = (claims_consistency.CHECK, DOCUMENTS)

CHECKS: tuple[Check, ...] = (
    watchlist_person.CHECK,
    watchlist_documents.CHECK,
    watchlist_related.CHECK,
    shared_document.CHECK,
    second_identity.CHECK,
    applied_before.CHECK,
    shared_ties.CHECK,
    front_company.CHECK,
    known_ties.CHECK,
    claims_consistency.CHECK,
    DOCUMENTS,
    BACKGROUND,
)

__all__ = [
    "BACKGROUND",
    "BACKGROUND_RULES",
    "CHECKS",
    "DOCUMENTS",
    "FILES",
    "OF_DOCUMENTS",
    "RULES",
    "Check",
    "Context",
    "References",
    "Thresholds",
    "chart_of",
    "papers_shown",
    "prepare_check",
    "run_check",
]
