"""A humanitarian purpose, and only a course of high sensitivity asked for.

A medic may want to fly drones, and says so. What is asked about is somebody whose work and whose
reasons are both of relief, who speaks of nothing else, and asks for what relief does not need. It
is a hint, unless they say, or an observer notes, that they turn everything else down. Who says that
they would never take up arms speaks of relief alone; who has had none in hand so far does not.
"""

import re
from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, graded, said
from tamiz.checks.background.story import Story
from tamiz.checks.background.words import is_about, told_in
from tamiz.checks.check import Context
from tamiz.model import Dossier, Evidence

_SENTENCE = re.compile(r"[^.;!?\n]+")
_CLAUSE = re.compile(r"[^.,;:!?\n–—]+")
_WORD = re.compile(r"\w+")
_FIRST_AID = re.compile(
    r"first[\s-]aid|primeros auxilios|primeiros socorros|premiers secours"
    r"|перш\w+ допомог\w+|перв\w+ помощ\w+",
    re.IGNORECASE,
)
STEM = (
    5  # letters by which a word of the course's name is known again: drone, drones; pilot, piloto
)
SHORTEST = 3  # letters: shorter words stand between others


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer where a course of high sensitivity is asked for and a reason is given."""
    dossier = story.dossier
    reason = dossier.motivation
    if not reason or not context.thresholds.is_high(dossier):
        return
    work = told_in(dossier.occupation, "relief_work") or told_in(dossier.programme, "relief_work")
    insists = tuple(_insists(dossier))
    renounces = tuple(_renounces(dossier))
    if not work or _is_of_more(dossier, denied_as_well=not insists and not renounces):
        yield clear(
            said("purpose.in_order", dossier.course, reason, field="course", at="motivation")
        )
        return
    evidence = said(
        "purpose.relief", dossier.course, reason, field="course", at="motivation", work=work
    )
    yield concern(evidence, Strength.B if insists else Strength.C, *insists, *renounces)


RULE = Rule(
    name="background_purpose",
    version="4",
    basis="FATF Recommendation 8 (abuse of non-profit cover)",
    needs="motivation, occupation or programme, and a course of high sensitivity",
    strength=Strength.C,  # B where everything else is turned down
    false_alarms="medium: medics who want to learn something else and do not say why",
    reads=("motivation",),
    run=run,
)


def _insists(dossier: Dossier) -> Iterator[Evidence]:
    """What says that all else is turned down: an observer's note, or the letter.

    In the letter it must be of the course itself: to be interested only in saving lives is no sign.
    """
    for one in dossier.observations:
        if told_in(one.text, "insists"):
            yield said("purpose.insists", one.text, field=one.field)
            yield from graded(one)
    for sentence in _SENTENCE.findall(dossier.motivation):
        is_of_course = without_course(sentence, dossier.course) != sentence
        if is_of_course and told_in(sentence, "insists", or_wished=True):
            yield said("purpose.insists", sentence.strip(), field="motivation")


def _renounces(dossier: Dossier) -> Iterator[Evidence]:
    """What says that they would never take up arms."""
    for sentence in _SENTENCE.findall(dossier.motivation):
        if _is_renouncing(sentence):
            yield said("purpose.renounces", sentence.strip(), field="motivation")


def _is_renouncing(text: str) -> bool:
    """Whether a text says that its writer would not take up arms, in a phrase or in one clause."""
    if told_in(text, "renounces", or_wished=True):
        return True
    clauses = _CLAUSE.findall(text)
    return any(
        told_in(one, "refusal", or_wished=True) and is_about(one, "violence") for one in clauses
    )


def _is_of_more(dossier: Dossier, *, denied_as_well: bool) -> bool:
    """Whether the reasons are not of relief, or not of relief alone.

    The name of the course asked for is no reason, nor is a certificate that somebody holds. Who says
    that they have no military experience speaks of it all the same; but not who denies it and wants
    one course and no other. Who says what they can already do gives a reason to ask for more of it.
    """
    letter = without_course(dossier.motivation, dossier.course)
    clauses = (one for one in _CLAUSE.findall(letter) if not _is_renouncing(one))
    reason = "\n".join(map(_without_certificate, clauses))
    if told_in(dossier.skill, "operational"):
        return True
    is_other = any(
        is_about(text, "operational")
        if denied_as_well
        else told_in(text, "operational", or_wished=True)
        for text in (reason, dossier.occupation)
    )
    return is_other or not told_in(reason, "relief", or_wished=True)


def _without_certificate(clause: str) -> str:
    """A clause without the first aid in which somebody holds a certificate: what else it says, it says."""
    return _FIRST_AID.sub("", clause) if is_about(clause, "certificate") else clause


def without_course(letter: str, course: str) -> str:
    """A letter without the course's name: two words of it or more in a row, however inflected.

    >>> without_course("Pido el curso de dron FPV y ayudar", "Piloto de dron FPV")
    'Pido el curso de  y ayudar'
    """
    begins = {word.casefold()[:STEM] for word in _WORD.findall(course) if len(word) >= SHORTEST}
    if not begins:
        return letter
    of_course = "|".join(sorted(re.escape(word) for word in begins))
    one = rf"(?:{of_course})\w*"
    return re.sub(rf"\b{one}(?:\W+(?:\w{{1,2}}\W+)?{one})+\b", "", letter, flags=re.IGNORECASE)
