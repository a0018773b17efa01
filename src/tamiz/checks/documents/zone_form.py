"""Has the zone the codes and signs that its format allows?

Its check digits and dates are asked about by ``claims_consistency``, codes of specimens apart. A
letter of a State's code stands under no check digit, so that who makes up a zone errs here.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.zone import Flag, Oddity, Zone
from tamiz.model import Evidence, Outcome

# Issuers have done what is C: two letters on specimens, spaces in numbers, codes of their own.
_STRENGTHS = {
    Oddity.STATE_UNKNOWN: Strength.B,
    Oddity.SEX: Strength.B,
    Oddity.NUMBER_EMPTY: Strength.B,
    Oddity.STATE_TWO_LETTERS: Strength.C,
    Oddity.STATE_WITHDRAWN: Strength.C,
    Oddity.DOCUMENT_CODE: Strength.C,
    Oddity.NUMBER_BROKEN: Strength.C,
    Oddity.DIGIT_IN_NAME: Strength.C,
}


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that is odd about a zone; one for a zone in which nothing is."""
    for paper in papers.each:
        if paper.zone is None:
            continue
        odd = [flag for flag in paper.zone.flags if flag.oddity in _STRENGTHS]
        for flag in odd:
            evidence = _evidence(paper, flag.oddity.value, _as_it_stands(paper.zone, flag))
            yield Answer(Outcome.CONCERN, evidence, _STRENGTHS[flag.oddity])
        if not odd:
            yield Answer(Outcome.CLEAR, _evidence(paper, "in_order", paper.zone.format.value))


RULE = Rule(
    name="document_zone_form",
    version="1",
    number=2,
    basis="ICAO Doc 9303-3, 4 and 5 (signs and codes of the zone) and -4 to -7 (formats)",
    needs="a machine-readable zone that can be read",
    strength=Strength.B,
    false_alarms="low: a letter typed wrong; none of 65 public specimens by B, one by C",
    run=run,
)


def _as_it_stands(zone: Zone, flag: Flag) -> str:
    field = zone.field(flag.part)
    return "" if field is None else field.raw


def _evidence(paper: Paper, code: str, value: str) -> Evidence:
    return Evidence(
        feature="mrz",
        code=f"document.zone_form.{code}",
        applicant=value,
        field=f"{paper.field}#zone",
    )
