"""What a personal number says about its bearer against what is claimed, and what zones say.

Only contradictions count: whoever makes a number up can compute one that agrees. A number of
somebody born in a State that the applicant names nowhere is one too: it was thought to say nothing.
"""

from collections.abc import Iterator
from itertools import product

from tamiz.checks.background.story import Story, country_named_in
from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Papers, ReadNumber
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.slips import is_turned
from tamiz.documents.numbers import Conflict, Origin, Part, Says, conflicts
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
            strength = Strength.C if _is_turned(number, conflict, papers) else conflict.strength
            yield Answer(Outcome.CONCERN, _told(number, conflict), Strength(strength))
        is_unnamed = Part.ORIGIN not in found and _is_of_a_state_unnamed(papers, number)
        if is_unnamed:
            yield Answer(Outcome.CONCERN, _unnamed(number))
        if not found and not is_unnamed:
            yield Answer(Outcome.CLEAR, _in_order(number))


RULE = Rule(
    name="document_number_says",
    version="3",
    number=14,
    basis="the issuer's rule of each number (docs/personal-numbers.md)",
    needs="personal number of a State in the table, and a claim or a zone to hold it against",
    strength=Strength.B,  # C for a claimed day turned round
    false_alarms="low: 13 of 512 persons of the OFAC list (bench/personal_numbers.py); births "
    "registered late, corrected sex or name",
    run=run,
)


def _is_turned(number: ReadNumber, conflict: Conflict, papers: Papers) -> bool:
    """Whether the claimed birth date is the number's with day and month swapped: a form filled in wrong."""
    return conflict.part is Part.BIRTH_DATE and any(
        is_turned(claimed, told)
        for claimed, told in product(papers.claim.birth_dates, number.reading.says.birth_dates)
    )


def _tells(says: Says) -> bool:
    """Whether there is anything in the number beside its check digit."""
    return bool(says.birth_dates) or any(
        part is not None for part in (says.sex, says.place, says.origin, says.letters)
    )


def _is_of_a_state_unnamed(papers: Papers, number: ReadNumber) -> bool:
    """Whether it says "born in X", and the applicant names countries, and nowhere X."""
    state, says = number.reading.state, number.reading.says
    if says.origin is not Origin.BORN_IN_STATE or number.given.country == state:
        return False
    named = Story(papers.dossier).countries()
    return bool(named) and state not in named and not _is_place_named(papers, number)


def _is_place_named(papers: Papers, number: ReadNumber) -> bool:
    """Whether a birthplace that is told without its country is in the State, by its words."""
    place = number.reading.says.place
    words = "" if place is None else place.region.casefold()
    return any(
        country_named_in(one.text) == number.reading.state
        or (words and words in one.text.casefold())
        for one in papers.claim.birth_places
    )


def _unnamed(number: ReadNumber) -> Evidence:
    return Evidence(
        feature="personal_number",
        code="document.number_says.state_unnamed",
        applicant=number.given.number,
        other=number.reading.state.upper(),
        params={"number": number.reading.name, "text": number.given.number},
        field=number.given.field,
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
