"""Is a personal number, given as one State's, a number of another State that the applicant names nowhere?

It fits none of its own State's kinds, while in another State's it tells just the birth date, or the
year, that is claimed. Numbers are read in every kind of the table; whoever names the other State
anywhere (a birthplace, a nationality, a document, service there) has told what there is to tell.
"""

from collections.abc import Iterator

from tamiz.checks.background.story import Story
from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Papers, ReadNumber
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.documents.numbers import CheckDigit, Fault, NumberReading, readings
from tamiz.model import Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each number that another State gives, and its own does not."""
    named: frozenset[str] | None = None
    for number in papers.numbers:
        if number.reading.says.fault is not Fault.SHAPE:
            continue
        named = Story(papers.dossier).countries() if named is None else named
        yield from _answers(papers, number, named)


RULE = Rule(
    name="document_number_state",
    version="1",
    number=14,
    basis="the issuer's rule of each number (docs/personal-numbers.md)",
    needs="personal number that fits no kind of its State, and a birth date",
    strength=Strength.B,  # C where the number tells the year only
    false_alarms="low: a day and a year in a number of a kind that is not in the table",
    run=run,
)


def _answers(papers: Papers, number: ReadNumber, named: frozenset[str]) -> Iterator[Answer]:
    """Of the other State's kind that says most: one that tells the day stands before the year's."""
    fitting = sorted(_fitting(papers, number), key=lambda one: not one.says.birth_dates)
    if not fitting or any(one.state in named for one in fitting):
        return
    reading = fitting[0]
    is_day = bool(reading.says.birth_dates)
    evidence = Evidence(
        feature="personal_number",
        code=f"document.number_state.{'day' if is_day else 'year'}",
        applicant=number.given.number,
        other=reading.state.upper(),
        params={"name": reading.name, "state": number.reading.state.upper()},
        field=number.given.field,
    )
    yield Answer(Outcome.CONCERN, evidence, Strength.B if is_day else Strength.C)


def _fitting(papers: Papers, number: ReadNumber) -> Iterator[NumberReading]:
    """What the number says as another State's, where that is the claimed birth."""
    for reading in readings(number.given.number, today=papers.applied_day):
        if (
            reading.state != number.reading.state
            and _is_sound(reading)
            and _is_of_birth(reading, papers)
        ):
            yield reading


def _is_sound(reading: NumberReading) -> bool:
    says = reading.says
    return says.fault is Fault.NONE and says.check_digit is not CheckDigit.WRONG


def _is_of_birth(reading: NumberReading, papers: Papers) -> bool:
    """Whether it tells the day that is claimed; a number without days, a known place and the year."""
    says, claimed = reading.says, papers.claim.birth_dates
    if says.birth_dates:
        whole = {one.text() for one in claimed if one.day is not None}
        return any(one.text() in whole for one in says.birth_dates)
    return says.place is not None and says.year_given in {one.year for one in claimed}
