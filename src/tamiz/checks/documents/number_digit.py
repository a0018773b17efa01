"""Can the issuer have given such a personal number?"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Papers, ReadNumber
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.numbers import CheckDigit, Confidence, Fault, Part
from tamiz.model import Evidence, Outcome

# What a number of the right shape says of itself. Of another shape it may be of a kind that is
# not in the table, which is no fault of the applicant's.
_IMPOSSIBLE = frozenset({Fault.DATE, Fault.FUTURE_DATE, Fault.PLACE_CODE, Fault.NEVER_ISSUED})


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each number that can be tested."""
    for number in papers.numbers:
        says = number.reading.says
        if says.fault in _IMPOSSIBLE:
            yield Answer(Outcome.CONCERN, _evidence(number, says.fault.value))
        elif says.check_digit is CheckDigit.WRONG:
            yield Answer(Outcome.CONCERN, _evidence(number, "check_digit"), _strength(number))
        elif says.check_digit is CheckDigit.RIGHT:
            yield Answer(Outcome.CLEAR, _evidence(number, "in_order"))


RULE = Rule(
    name="document_number_digit",
    version="1",
    number=13,
    basis="the issuer's rule of each number (docs/personal-numbers.md)",
    needs="personal number of a State in the table",
    strength=Strength.B,
    false_alarms="low: a digit typed wrong",
    run=run,
)


def _strength(number: ReadNumber) -> Strength:
    """A rule that was only found in numbers gives a hint."""
    rule = number.reading.rule(Part.CHECK_DIGIT)
    is_guessed = rule is not None and rule.confidence is Confidence.REVERSE_ENGINEERED
    return Strength.C if is_guessed else Strength.B


def _evidence(number: ReadNumber, fault: str) -> Evidence:
    return Evidence(
        feature="personal_number",
        code=f"document.number_digit.{fault}",
        applicant=number.given.number,
        params={"number": number.reading.name},
        field=number.given.field,
    )
