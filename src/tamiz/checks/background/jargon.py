"""Words of those who build and fly drones, in the letter of somebody who declares no such skill.

Everybody has heard of drones; hardly anybody knows what a video transmitter's power or a receiver's
protocol is called who has not had them in hand. That is knowledge, and no offence: whoever says
anywhere that they fly or build may speak of it. It is a hint, unless the declared work is of relief.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.background.words import hits_in, told_in
from tamiz.checks.check import Context
from tamiz.model import Dossier

FEWEST = 3  # different words of the trade: one or two stand in any newspaper
FEWEST_IN_RELIEF = 4  # … of a medic, who meets pilots at work
_PLURAL = "s"


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer where the letter has the words of the trade."""
    dossier = story.dossier
    words = _words(dossier.motivation)
    if len(words) < FEWEST:
        return
    letter, told = dossier.motivation, ", ".join(words)
    if _declares(dossier):
        yield clear(said("jargon.in_order", letter, field="motivation", words=told))
        return
    work = told_in(dossier.occupation, "relief_work")
    declared, field = (dossier.occupation, "occupation") if work else (dossier.skill, "skill")
    is_relief = bool(work) and len(words) >= FEWEST_IN_RELIEF
    evidence = said(
        "jargon.relief" if is_relief else "jargon.undeclared",
        declared, letter, field=field if declared else "", at="motivation", words=told,
    )  # fmt: skip
    yield concern(evidence, Strength.B if is_relief else Strength.C)


RULE = Rule(
    name="background_jargon",
    version="1",
    basis="NIST SP 800-63A section 4.3 (validation); the case “Aguila-7” (UNN, 30 July 2025)",
    needs="a letter with words of those who build and fly drones",
    strength=Strength.C,  # B where the declared work is of relief
    false_alarms="medium: hobby pilots who leave their skill blank; engineers of radio and models",
    reads=("motivation",),
    run=run,
)


def _words(letter: str) -> tuple[str, ...]:
    """The different words of the trade in a letter, as they stand; singular and plural are one."""
    found = {
        hit.text.removesuffix(_PLURAL): hit.text
        for hit in hits_in(letter)
        if hit.topic == "drone_trade"
    }
    return tuple(sorted(found.values()))


def _declares(dossier: Dossier) -> bool:
    """Whether skill, work or service is of drones, or the letter says that they fly or build."""
    own = (dossier.skill, dossier.occupation, *(one.text for one in dossier.history))
    return any(told_in(text, "drone") for text in own) or bool(
        told_in(dossier.motivation, "drone_practice")
    )
