"""Somebody who vouches for the applicant tells of service together, and the applicant of none.

Applicants write themselves who vouches for them. A commander whom they name is in order where they
tell of service anywhere, in their letter or by their work. Who says that they never served, and names
the commander of their platoon, tells two stories. Who merely left service out may have forgotten it.
"""

import re
from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.skill import says_none
from tamiz.checks.background.story import Story
from tamiz.checks.background.words import is_about, told_in
from tamiz.checks.check import Context
from tamiz.model import Dossier, Relation, RelationKind

_KINDS = frozenset({RelationKind.REFEREE, RelationKind.REFERRED_BY, RelationKind.ASSOCIATE})
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)?\d\d\b")
_CLAUSE = re.compile(r"[,;()\n]")
_WORD = re.compile(r"\w+")
NEAR = 2  # words from one to the other: “my platoon commander”, “sargento de mi batallón”
_OF_FORCES = ("force", "unit_kind")


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer for each who tells of service together."""
    dossier = story.dossier
    for relation in dossier.relations:
        if relation.kind in _KINDS and tells_of_service(relation.name):
            is_high = context.thresholds.is_high(dossier)
            yield _answer(dossier, relation, Strength.B if is_high else Strength.C)


RULE = Rule(
    name="background_vouched_service",
    version="1",
    basis="BS 7858:2019 (references are checked against the career history)",
    needs="a referee, recruiter or friend who is told to have served with the applicant",
    strength=Strength.C,  # B where service is denied, and a course of high sensitivity asked for
    false_alarms="medium: service left out as too short; a commander of somebody else",
    reads=("relations",),
    run=run,
)


def _answer(dossier: Dossier, relation: Relation, strength: Strength) -> Answer:
    denial, field = denied_service(dossier)
    if denial:
        evidence = said(
            "vouched_service.denied", denial, relation.name, field=field, at=relation.field
        )
        return concern(evidence, strength)
    if declares_service(dossier):
        return clear(said("vouched_service.in_order", relation.name, field=relation.field))
    return concern(said("vouched_service.untold", "", relation.name, at=relation.field), Strength.C)


def tells_of_service(text: str) -> bool:
    """Whether somebody is told to have served with the applicant, or commanded them.

    That somebody is an officer says nothing: it takes *my* commander, or a unit and years.

    >>> tells_of_service("Sgt. A. Belyaev, his commander in the platoon"), tells_of_service("Sgt. A.")
    (True, False)
    """
    if is_about(text, "served_together"):
        return True
    of_force = any(is_about(text, topic) for topic in _OF_FORCES)
    if not of_force or not is_about(text, "commander"):
        return False
    return bool(_PERIOD.search(text)) or any(map(_is_own_commander, _CLAUSE.split(text)))


def _is_own_commander(clause: str) -> bool:
    """Whether *my* or *former* stands beside the commander; a neighbour may be one, too."""
    words = _WORD.findall(clause)
    theirs = [at for at, word in enumerate(words) if is_about(word, "theirs")]
    commands = [at for at, word in enumerate(words) if is_about(word, "commander")]
    is_near = any(abs(one - other) <= NEAR for one in theirs for other in commands)
    return is_near and not is_about(clause, "other_tie")


def denied_service(dossier: Dossier) -> tuple[str, str]:
    """The words by which an applicant says that they never served, and their field; else nothing."""
    if any(_is_of_force(one.text) for one in dossier.history):
        return "", ""
    for one in dossier.history:
        if says_none(one.text) or told_in(one.text, "no_service"):
            return one.text, one.field
    denial = told_in(dossier.motivation, "no_service")
    return (denial, "motivation") if denial else ("", "")


def declares_service(dossier: Dossier) -> bool:
    """Whether service is told of in the history, the work or the letter."""
    told = any(not says_none(one.text) for one in dossier.history)
    return told or _is_of_force(dossier.occupation) or bool(told_in(dossier.motivation, "served"))


def _is_of_force(text: str) -> bool:
    return any(told_in(text, topic) for topic in ("force", "served", "commander"))
