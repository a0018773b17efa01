"""What a case is found by: names and numbers folded, so that хуан and juan find each other."""

from collections.abc import Iterable

from anyascii import anyascii

from tamiz.model import Assessment, Evidence
from tamiz.normalise.text import folded

LONGEST = 2_000  # characters that are kept of a case; names beyond it are rarely asked for
MOST_WORDS = 6  # of one question


def case_words(assessment: Assessment) -> str:
    """The applicant's number and name, names and numbers of listed parties, and names compared."""
    told = [assessment.id, assessment.name]
    for finding in assessment.findings:
        if finding.listed is not None:
            told += [finding.listed.name, f"{finding.listed.source} {finding.listed.id}"]
        told += [name for one in finding.evidence for name in _whole_names(one)]
    return _both(told)[:LONGEST]


def question_words(text: str) -> tuple[str, ...]:
    """The words of a question, each folded like what it is compared with."""
    return tuple(folded(anyascii(word)) for word in text.split()[:MOST_WORDS])


def _whole_names(evidence: Evidence) -> tuple[str, ...]:
    """The names that a piece of evidence says were compared; not the words it weighs."""
    if evidence.feature == "name" and evidence.bits is None:
        return (evidence.applicant, evidence.other)
    return ()


def _both(told: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(folded(anyascii(text)) for text in told if text))
