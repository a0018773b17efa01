"""Dossiers with documents, through ``tamiz.check_documents``."""

import json
from collections.abc import Iterator

import tamiz
from documents.hostile.case import Answer, Desk, Kind
from tamiz.errors import TamizError
from tamiz.intake.dossiers import Reject
from tamiz.model import Assessment, Outcome
from tamiz.output.sentences import reason
from tamiz.wording import Language, say

APPLICANT = {"id": "1", "name": "Anna Maria Eriksson", "applied_on": "2026-03-02"}
_KINDS = {
    Outcome.CONCERN: Kind.CONCERN,
    Outcome.INDETERMINATE: Kind.INDETERMINATE,
    Outcome.CLEAR: Kind.CLEAR,
}


def checked(desk: Desk, dossier: dict[str, object]) -> Answer:
    """The gravest answer to a dossier, the first thing said with it, and its queue."""
    path = desk.folder / "applicants.json"
    path.write_text(json.dumps([dossier]), encoding="utf-8")
    try:
        found = list(tamiz.check_documents(path))
    except TamizError as error:
        return Answer(Kind.REFUSED, str(error), "review")
    rejected = [one for one in found if isinstance(one, Reject)]
    if rejected:
        return Answer(Kind.REFUSED, rejected[0].problems[0].message, "review")
    assessed = [one for one in found if isinstance(one, Assessment)]
    return _gravest(assessed[0])


def _gravest(assessment: Assessment) -> Answer:
    for outcome, kind in _KINDS.items():
        said = list(_said(assessment, outcome))
        if said:
            more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
            return Answer(kind, said[0] + more, assessment.queue.value)
    return Answer(Kind.NOT_VERIFIABLE, "nothing to check", assessment.queue.value)


def _said(assessment: Assessment, outcome: Outcome) -> Iterator[str]:
    for finding in assessment.findings:
        if finding.outcome is outcome:
            for evidence in finding.evidence:
                yield f"{say(f'label.{finding.check}')}: {reason(evidence, Language.ENGLISH)}"
