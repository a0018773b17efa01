"""A humanitarian purpose, and only a course of high sensitivity asked for.

A medic may want to fly drones, and says so. What is asked about is somebody whose work and whose
reasons are both of relief, who speaks of nothing else, and asks for what relief does not need. It
is a hint, unless an observer notes that they turn everything else down.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.background.words import is_about, told_in
from tamiz.checks.check import Context
from tamiz.model import Dossier


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer where a course of high sensitivity is asked for and a reason is given."""
    dossier = story.dossier
    reason = dossier.motivation
    if not reason or not context.thresholds.is_high(dossier):
        return
    work = told_in(dossier.occupation, "relief_work") or told_in(dossier.programme, "relief_work")
    if not work or _is_of_more(dossier):
        yield clear(
            said("purpose.in_order", dossier.course, reason, field="course", at="motivation")
        )
        return
    evidence = said(
        "purpose.relief", dossier.course, reason, field="course", at="motivation", work=work
    )
    insists = [one for one in dossier.observations if told_in(one.text, "insists")]
    beside = (said("purpose.insists", one.text, field=one.field) for one in insists)
    yield concern(evidence, Strength.B if insists else Strength.C, *beside)


RULE = Rule(
    name="background_purpose",
    version="1",
    basis="FATF Recommendation 8 (abuse of non-profit cover)",
    needs="motivation, occupation or programme, and a course of high sensitivity",
    strength=Strength.C,  # B where an observer notes that everything else is turned down
    false_alarms="medium: medics who want to learn something else and do not say why",
    run=run,
)


def _is_of_more(dossier: Dossier) -> bool:
    """Whether the reasons are not of relief, or not of relief alone."""
    reason = dossier.motivation
    is_other = is_about(reason, "operational") or is_about(dossier.occupation, "operational")
    return is_other or not told_in(reason, "relief", or_wished=True)
