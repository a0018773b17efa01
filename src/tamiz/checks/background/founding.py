"""Can the sponsor or employer have existed when it is said to have acted?

A firm that was registered after the application cannot have vouched for it, and none employs
anybody before it exists. A registration that came during the employment is in order: businesses
are registered late, and change their form.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, Stretch, span
from tamiz.checks.check import Context
from tamiz.checks.documents.days import Bounds
from tamiz.model import Relation
from tamiz.normalise.organisations import read_organisation


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each party with a day of founding."""
    for relation in story.dossier.relations:
        if relation.founded is not None:
            yield _answer(story, relation, span(relation.founded))


RULE = Rule(
    name="background_founding",
    version="1",
    basis="FATF Recommendation 24 (basic information of legal persons: proof of incorporation)",
    needs="when a sponsor was founded, and the day of application or employment there",
    strength=Strength.B,
    false_alarms="low: a firm that was registered anew; a date typed wrong",
    reads=("relations",),
    run=run,
)


def _answer(story: Story, relation: Relation, founded: Bounds) -> Answer:
    day = "" if relation.founded is None else relation.founded.text()
    named = {"name": relation.name or relation.number, "day": day}
    if story.applied is not None and story.applied.last < founded.first:
        applied = " / ".join(one.text() for one in story.dossier.applied_on)
        return concern(
            said("founding.after_application", day, applied, field=relation.field, **named)
        )
    for stretch in story.stretches:
        if (
            stretch.end is not None
            and stretch.end.last < founded.first
            and _is_there(stretch, relation)
        ):
            return concern(
                said("founding.after_employment", day, stretch.text,
                     field=relation.field, at=stretch.service.field, **named)
            )  # fmt: skip
    return clear(said("founding.in_order", day, field=relation.field, **named))


def _is_there(stretch: Stretch, relation: Relation) -> bool:
    """Whether a stretch was with the party, by its name without its legal form."""
    one, other = _words(stretch.service.organisation), _words(relation.name)
    return bool(one) and one == other


def _words(name: str) -> frozenset[str]:
    return frozenset(word.text for word in read_organisation(name).words)
