"""Passive authentication: is the chip's content what its State signed?

A missing anchor is *not verifiable*, never a concern: four lists hold none of El Salvador or
Venezuela. Whether the chip is a copy no file can tell, and that is said.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import FILES
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.chip import ChipReport, Step, StepKind
from tamiz.documents.chip import Outcome as Verdict
from tamiz.errors import ChipDataError
from tamiz.model import Evidence, Outcome
from tamiz.normalise.countries import country_code


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each step that fails, or one for the chip."""
    for paper in papers.each:
        if not any(file.chip for file in paper.files):
            continue
        try:
            report = paper.chip
        except ChipDataError as error:
            yield Answer(Outcome.CONCERN, _evidence(paper, "damaged", error.what, error.problem))
            continue
        if report is None:  # neither a day of application nor today is known
            yield Answer(Outcome.INDETERMINATE, _evidence(paper, "no_day"))
        else:
            yield from _answers(paper, report)


RULE = Rule(
    name="document_chip",
    version="1",
    number=5,
    basis="ICAO Doc 9303-11, 5.1 (passive authentication); 9303-12 (certificates)",
    needs="files of the chip (EF.SOD, DG1 …), trust anchors of the issuing State",
    strength=Strength.A,
    false_alarms="very low; a file copied badly also fails",
    reads=(FILES,),
    run=run,
)


def _answers(paper: Paper, report: ChipReport) -> Iterator[Answer]:
    signed_by = country_code(report.signer.country) if report.signer else None
    is_others = None not in {signed_by, paper.state} and signed_by != paper.state
    if is_others:
        evidence = _evidence(
            paper, "other_state", "", str(signed_by).upper(), str(paper.state).upper()
        )
        yield Answer(Outcome.CONCERN, evidence)
    failed = [step for step in report.steps if step.outcome is Verdict.FAILED]
    for step in failed:
        evidence = _evidence(
            paper, f"failed.{step.kind.value}", step.subject, step.found, step.expected
        )
        yield Answer(Outcome.CONCERN, evidence)
    if failed or is_others:
        return
    if report.outcome is Verdict.VERIFIED and report.anchor is not None:
        told = {"source": report.anchor.origins[0].source, "days": str(report.anchor.age_days)}
        yield Answer(
            Outcome.CLEAR,
            _evidence(paper, "verified", "", report.anchor.subject, **told),
        )
    else:
        yield Answer(Outcome.NOT_APPLICABLE, _evidence(paper, f"open.{_open(report)}"))


_WHY = {
    "no_anchor_of_state": "no_anchor",
    "no_anchor_signed": "no_anchor",
    "not_brought": "not_brought",
    "unsupported": "unsupported",
}


def _open(report: ChipReport) -> str:
    """Why the chip could not be verified: the first step that is not right says it."""
    missing = (step for step in report.steps if step.outcome is Verdict.NOT_VERIFIABLE)
    first: Step | None = next(missing, None)
    if first is None or first.kind is StepKind.DATA_GROUP:
        return "not_brought"
    return _WHY.get(first.reason.value, "other")


def _evidence(
    paper: Paper, code: str, subject: str = "", found: str = "", expected: str = "", **params: str
) -> Evidence:
    return Evidence(
        feature="document",
        code=f"document.chip.{code}",
        applicant=found,
        other=expected,
        params={"subject": subject, **params},
        field=f"{paper.field}#chip",
    )
