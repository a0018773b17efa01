"""Was the applicant old enough for the service?

Conscripts are seventeen or eighteen, cadets and apprentices younger; a farm, a club or a school is
no service. What is asked is whether somebody can have served who was not born, or a child.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, span, years_between
from tamiz.checks.background.words import is_about
from tamiz.checks.check import Context
from tamiz.model import Evidence, Outcome, PartialDate

CHILD = 14  # years: nobody younger serves or is employed full time in any State's law (ILO C138)
YOUTH = 16  # years: few forces take anybody younger; a hint, for wars have made exceptions


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each stretch of service with a beginning, where a birth date is claimed."""
    if story.births:
        for stretch in story.stretches:
            if stretch.start is not None:
                yield _answer(story, stretch)


RULE = Rule(
    name="background_age",
    version="1",
    basis="ILO Convention 138 (minimum age of employment); NIST SP 800-63A section 4.3",
    needs="birth date, and service with a beginning",
    strength=Strength.B,
    false_alarms="low: a year typed wrong; cadet schools, farms and clubs are left out",
    reads=("history",),
    run=run,
)


def _answer(story: Story, stretch: Stretch) -> Answer:
    """By the claimed birth dates: all must agree, else somebody asks which is right."""
    found = {_strength(stretch, born) for born in story.births}
    oldest = min(story.births, key=lambda born: span(born).first)
    evidence = _evidence(stretch, oldest)
    if len(found) == 1:
        (strength,) = found
        in_order = said(
            "age.in_order", oldest.text(), stretch.text,
            field=oldest.field, at=stretch.service.field,
        )  # fmt: skip
        return clear(in_order) if strength is None else concern(evidence, strength)
    years = {born.year for born in story.births}
    if len(years) > 1 and None in found:
        shown = " / ".join(born.text() for born in story.births)
        doubtful = said(
            "age.by_birth_date", shown, stretch.text, field=oldest.field, at=stretch.service.field
        )
        return Answer(Outcome.INDETERMINATE, doubtful)
    weakest = max(found, key=lambda one: one or "")  # C is the weakest
    return clear(evidence) if weakest is None else concern(evidence, weakest)


def _strength(stretch: Stretch, born: PartialDate) -> Strength | None:
    """How much a beginning at that age proves; None if nothing."""
    if stretch.start is None:
        return None
    oldest = years_between(span(born).first, stretch.start.last)
    if oldest < 0:
        return Strength.A
    if oldest >= YOUTH or is_about(stretch.text, "childhood"):
        return None
    return Strength.B if oldest < CHILD else _of_youth(stretch)


def _of_youth(stretch: Stretch) -> Strength | None:
    """At fourteen or fifteen many work; only in a force it is odd."""
    return Strength.C if is_about(stretch.text, "force") else None


def _evidence(stretch: Stretch, born: PartialDate) -> Evidence:
    years = -1 if stretch.start is None else years_between(span(born).first, stretch.start.last)
    verdict = "age.before_birth" if years < 0 else "age.child"
    return said(
        verdict,
        born.text(),
        stretch.text,
        field=born.field,
        at=stretch.service.field,
        years=str(years),
    )
