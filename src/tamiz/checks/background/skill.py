"""A declared beginner whom an observer calls an expert, or who says that they did or taught it.

Beginners learn: an observation weeks after the application, of somebody who was trained, or that
says that they became good, contradicts nothing. Only service or work in what the course teaches is
held against the declaration: a helicopter pilot may be a beginner with drones.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, graded, said
from tamiz.checks.background.story import Story, span
from tamiz.checks.background.words import hits_in, told_in
from tamiz.checks.check import Context
from tamiz.model import Dossier, Observation, PastOutcome
from tamiz.normalise.text import clean, folded

LEARNING = 90  # days after the application in which nobody becomes an expert: courses take weeks
NEAR = 6  # words behind “like” among which stands whom somebody is like
_SENTENCE = re.compile(r"[^.;!?\n]+")
MATTERS = ("drone", "explosives", "sniper", "electronic_warfare")
# What whoever has no skill writes where one is asked for.
NO_SKILL = frozenset(
    "none nothing nil no zero 0 ninguna ninguno nada немає нема ні жодних ніяких aucune aucun néant"
    " nenhuma nenhum keine brak no нет não non".split()
)
# Of whom the word itself says that they do it; a drone is not flown by everybody who has one.
_PEOPLE = frozenset({"explosives", "sniper"})


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each contradiction of a declared beginner; else one for all."""
    skill, field = _declared(story.dossier)
    if not skill:
        return
    found = [*_observed(story), *_done(story)]
    if not found and (story.dossier.observations or story.dossier.history):
        found = [clear(said("skill.in_order", skill, field=field))]
    yield from found


RULE = Rule(
    name="background_skill",
    version="3",
    basis="NIST SP 800-63A section 4.3 (validation); the case “Aguila-7” (UNN, 30 July 2025)",
    needs="a beginner by skill or letter, and observations, service or occupation",
    strength=Strength.B,  # C where it is late or may be a talent, or own service speaks of it
    false_alarms="medium: praise of instructors; modest people",
    reads=("skill", "motivation"),
    run=run,
)


def _declared(dossier: Dossier) -> tuple[str, str]:
    """What declares a beginner, and its field; the letter where no skill is stated. Else nothing.

    Who wants “to learn from scratch” says that they are a beginner, and so does who has no skill.
    """
    if dossier.skill:
        is_none = says_none(dossier.skill)
        is_beginner = is_none or told_in(dossier.skill, "beginner", or_wished=True)
        return (dossier.skill, "skill") if is_beginner else ("", "")
    told = told_in(dossier.motivation, "beginner", or_wished=True)
    return (told, "motivation") if told else ("", "")


def says_none(text: str) -> bool:
    """Whether an answer is “none” in whatever language.

    >>> says_none("Ninguna."), says_none("none of your business")
    (True, False)
    """
    return clean(text).casefold().strip(" .-") in NO_SKILL


def _observed(story: Story) -> Iterator[Answer]:
    declared, field = _declared(story.dossier)
    for one in story.dossier.observations:
        words, may_be_talent = _expertly(one.text)
        if words:
            evidence = said(
                "skill.observed_expert", declared, one.text,
                field=field, at=one.field, words=words,
            )  # fmt: skip
            is_strong = _is_early(story, one) and not may_be_talent
            yield concern(evidence, Strength.B if is_strong else Strength.C, *graded(one))


def _expertly(text: str) -> tuple[str, bool]:
    """The words by which an observer says that somebody is expert; whether it may be a talent.

    Some fly well at once; nobody arms charges with ease who has not learnt it.
    """
    words = told_in(text, "expert")
    if words:
        return words, False
    for sentence in _SENTENCE.findall(text):
        charges = told_in(sentence, "charges")
        handles = charges or any(map(partial(told_in, sentence), ("handling", *MATTERS)))
        if handles and _is_likened(sentence):
            return sentence.strip(), False
        if handles and told_in(sentence, "deft"):
            return sentence.strip(), not charges
    return "", False


def _is_likened(sentence: str) -> bool:
    """Whether somebody is likened to who is no beginner (“like a veteran”, “better than we”)."""
    words = told_in(sentence, "likened")
    if not words:
        return False
    behind = folded(sentence).partition(words)[2].split()
    return bool(told_in(" ".join(behind[:NEAR]), "seasoned"))


def _is_early(story: Story, one: Observation) -> bool:
    """Whether it was noted before anybody can have learnt it; without a day nothing else is told."""
    if story.dossier.outcome is PastOutcome.TRAINED:
        return False
    if one.day is None or story.applied is None:
        return True
    return (span(one.day).first - story.applied.first).days <= LEARNING


def _done(story: Story) -> Iterator[Answer]:
    """Own service or occupation in what the course teaches."""
    dossier = story.dossier
    declared, whence = _declared(dossier)
    asked = _matters(dossier.course) | _matters(dossier.skill)
    told = chain(
        ((one.text, one.field) for one in dossier.history), ((dossier.occupation, "occupation"),)
    )
    for text, field in told:
        strength = _strength(text, asked)
        if strength is not None:
            evidence = said("skill.did_it", declared, text, field=whence, at=field)
            yield concern(evidence, strength)


def _strength(text: str, asked: frozenset[str]) -> Strength | None:
    """Who taught it cannot be a beginner; who did it once may call themselves so."""
    matters = _matters(text) & asked
    if not matters:
        return None
    if told_in(text, "teacher"):
        return Strength.B
    return Strength.C if matters & _PEOPLE or told_in(text, "operator") else None


def _matters(text: str) -> frozenset[str]:
    return frozenset(
        hit.topic for hit in hits_in(text) if not hit.denied_by and hit.topic in MATTERS
    )
