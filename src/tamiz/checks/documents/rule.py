"""One rule of a document examiner."""

from tamiz.checks import rule
from tamiz.checks.documents.papers import Papers
from tamiz.checks.rule import Answer, Strength


class Rule(rule.Rule[Papers], frozen=True, kw_only=True):
    """A question asked of an applicant's documents.

    ``number`` is its place in the table of examiner's checks (``docs/documents.md``), ``needs``
    has words of that table. A document whose ``needs`` are given but cannot be read is
    INDETERMINATE.
    """

    number: int


__all__ = ["Answer", "Rule", "Strength"]
