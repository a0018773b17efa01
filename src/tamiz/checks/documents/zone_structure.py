"""Is the machine-readable zone built as its issuer builds them?

Codes of States that do not exist, digits in names, numbers with holes. Dates that are no day are
told with their check digits, specimens by a rule of their own.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import ZONE
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.sources import ReadZone
from tamiz.documents.zone import Flag, Oddity
from tamiz.model import Evidence, Outcome

# Official specimens have the hints: older codes, the older arithmetic of long numbers.
_STRENGTHS = {
    Oddity.STATE_UNKNOWN: Strength.B,
    Oddity.DIGIT_IN_NAME: Strength.B,
    Oddity.SEX: Strength.B,
    Oddity.NAME_EMPTY: Strength.B,
    Oddity.NAME_STARTS_WITH_FILLER: Strength.C,
    Oddity.NUMBER_EMPTY: Strength.B,
    Oddity.NUMBER_BROKEN: Strength.C,
    Oddity.DOCUMENT_CODE: Strength.C,
    Oddity.STATE_TWO_LETTERS: Strength.C,
    Oddity.STATE_WITHDRAWN: Strength.C,
}


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each oddity of a zone, or one for a zone without any."""
    for paper in papers.each:
        if paper.main is None:
            continue
        odd = [
            flag
            for flag in paper.main.zone.flags
            if flag.oddity in _STRENGTHS and paper.main.is_sure(flag.part)
        ]
        for flag in odd:
            evidence = _evidence(paper.main, flag)
            yield Answer(Outcome.CONCERN, evidence, _STRENGTHS[flag.oddity])
        if not odd:
            in_order = Evidence(
                feature="mrz", code="document.zone_structure.in_order", field=paper.main.field
            )
            yield Answer(Outcome.CLEAR, in_order)


RULE = Rule(
    name="document_zone_structure",
    version="1",
    number=2,
    basis="ICAO Doc 9303-3, 4 and 5 (structure of the zone, codes of States); -4 to -7",
    needs="a machine-readable zone",
    strength=Strength.B,
    false_alarms="low: a letter typed wrong; of 65 public specimens none by B",
    reads=ZONE,
    run=run,
)


def _evidence(read: ReadZone, flag: Flag) -> Evidence:
    field = read.zone.field(flag.part)
    return Evidence(
        feature="mrz",
        code=f"document.zone_structure.{flag.oddity.value}",
        applicant="" if field is None else field.raw,
        field=_place(read, flag),
    )


def _place(read: ReadZone, flag: Flag) -> str:
    """``FIELD#zone=2,0,9``: line from 1, columns from nought, the end behind the last."""
    field = read.zone.field(flag.part)
    if field is None or not field.spans:
        return read.field
    line, start, end = field.spans[0]
    return f"{read.field}#zone={line + 1},{start},{end}"
