"""Do the documents of one applicant speak of one person?

What a document says about its bearer is its visual zone, as somebody typed it, and its
machine-readable zone where every check digit holds.
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from tamiz.checks.check import Context
from tamiz.checks.documents.days import is_before
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.model import Evidence, IdentityClaim, Outcome, PartialDate, Sex


class _Source(NamedTuple):
    """What one document says, and where it stands in the dossier."""

    says: IdentityClaim
    field: str


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each pair of documents that say a birth date or a sex."""
    said = [_Source(claim, paper.field) for claim, paper in papers.bearers]
    for one, other in combinations(said, 2):
        if one.field != other.field:
            yield from _compared(one, other)


RULE = Rule(
    name="document_one_bearer",
    version="1",
    number=30,
    basis="NIST SP 800-63A section 4.3.4 (evidence of one person agrees)",
    needs="two documents that say something of their bearer",
    strength=Strength.B,
    false_alarms="medium: a corrected birth date or sex; a document of a relative put in by mistake",
    run=run,
)


def _compared(one: _Source, other: _Source) -> Iterator[Answer]:
    here, there = one.says.birth_dates, other.says.birth_dates
    if here and there:
        differ = all(_differ(a, b) for a, b in product(here, there))
        yield _answer("birth_date", _shown(here), _shown(there), one, other, differ=differ)
    sexes = one.says.sex, other.says.sex
    if all(sex in {Sex.MALE, Sex.FEMALE} for sex in sexes):
        differ = sexes[0] is not sexes[1]
        yield _answer("sex", str(sexes[0]), str(sexes[1]), one, other, differ=differ)


def _differ(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates cannot be one day."""
    return is_before(one, other) is True or is_before(other, one) is True


def _shown(dates: tuple[PartialDate, ...]) -> str:
    return " / ".join(day.text() for day in dates)


def _answer(
    feature: str, here: str, there: str, one: _Source, other: _Source, *, differ: bool
) -> Answer:
    evidence = Evidence(
        feature=feature,
        code=f"document.one_bearer.{feature}_{'differs' if differ else 'agrees'}",
        applicant=here,
        other=there,
        field=one.field,
        other_field=other.field,
    )
    return Answer(Outcome.CONCERN if differ else Outcome.CLEAR, evidence)
