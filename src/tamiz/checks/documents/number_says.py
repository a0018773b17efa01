"""What a personal number says about its bearer against what is claimed, and what zones say.

Only contradictions count: whoever makes a number up can compute one that agrees.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Papers, ReadNumber
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.numbers import Conflict, Part, Says, conflicts
from tamiz.model import Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that a number and a source say differently; else one a number."""
    for number in papers.numbers:
        if not number.reading.has_right_shape or not _tells(number.reading.says):
            continue
        found = {
            conflict.part: conflict
            for source in reversed(papers.claims)  # what the applicant says stands before the rest
            for conflict in conflicts(number.reading, source)
        }
        for conflict in found.values():
            yield Answer(Outcome.CONCERN, _told(number, conflict), Strength(conflict.strength))
        if not found:
            yield Answer(Outcome.CLEAR, _in_order(number))


RULE = Rule(
    name="document_number_says",
    version="1",
    number=14,
    basis="the issuer's rule of each number (docs/personal-numbers.md)",
    needs="personal number of a State in the table, and a claim or a zone to hold it against",
    strength=Strength.B,
    false_alarms="low: 13 of 512 persons of the OFAC list (bench/personal_numbers.py); births "
    "registered late, corrected sex or name",
    run=run,
)


def _tells(says: Says) -> bool:
    """Whether there is anything in the number beside its check digit."""
    return bool(says.birth_dates) or any(
        part is not None for part in (says.sex, says.place, says.origin, says.letters)
    )


def _told(number: ReadNumber, conflict: Conflict) -> Evidence:
    is_origin = conflict.part is Part.ORIGIN  # told by what exactly is claimed against it
    return Evidence(
        feature="personal_number",
        code=f"document.number_says.{conflict.detail if is_origin else conflict.part.value}",
        applicant=conflict.claimed,
        other=number.reading.state.upper() if is_origin else conflict.number,
        params={"number": number.reading.name, "text": number.given.number},
        field=conflict.field,
        other_field=number.given.field,
    )


def _in_order(number: ReadNumber) -> Evidence:
    return Evidence(
        feature="personal_number",
        code="document.number_says.in_order",
        applicant=number.given.number,
        params={"number": number.reading.name},
        field=number.given.field,
    )
