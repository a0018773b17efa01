"""Applicants with a background, for the tests of rules."""

from checks.documents.applicants import claim, day
from tamiz.checks.background.check import run
from tamiz.checks.background.parts import parts_told
from tamiz.checks.background.rule import Answer, Rule
from tamiz.checks.background.story import Story
from tamiz.checks.check import Context, Thresholds
from tamiz.model import Dossier, Finding, IdentityClaim, Outcome, Service, Stay
from tamiz.wording import Language, say

NOBODY = Context(thresholds=Thresholds(), matcher=None)
FPV = "FPV drone pilot"


def served(
    text: str, start: str = "", end: str = "", *, country: str | None = None, unit: str = ""
) -> Service:
    """A stretch; dates as in ``day``."""
    return Service(
        text=text,
        organisation=unit,
        country=country,
        start=day(start) if start else None,
        end=day(end) if end else None,
        field="service",
    )


def stay(text: str, country: str, start: str, end: str = "") -> Stay:
    """A stay abroad."""
    return Stay(
        text=text, country=country, start=day(start), end=day(end) if end else None, field="travel"
    )


def applicant(
    *history: Service,
    born: str = "1990-01-01",
    applied: str = "2026-03-02",
    identity: IdentityClaim | None = None,
    stays: tuple[Stay, ...] = (),
    course: str = "infantry basics",
) -> Dossier:
    """An applicant with this history."""
    return Dossier(
        id="B-0001",
        identity=identity or claim(born=born),
        history=history,
        stays=stays,
        course=course,
        applied_on=(day(applied),) if applied else (),
    )


def answers(rule: Rule, dossier: Dossier, context: Context = NOBODY) -> list[Answer]:
    """What a rule says of an applicant; its sentences exist in every language.

    Where it says anything, ``reads`` has it asked.
    """
    found = list(rule.run(Story(dossier), context))
    assert not found or rule.may_answer(parts_told(dossier))
    for answer in found:
        for evidence in (answer.evidence, *answer.beside):
            for language in Language:
                assert say(evidence.code, language, **evidence.params)
    return found


def told(rule: Rule, dossier: Dossier, context: Context = NOBODY) -> list[tuple[str, str]]:
    """The same as outcome (with its strength) and code of the evidence."""
    return [
        (_outcome(rule, one), one.evidence.code.removeprefix("background."))
        for one in answers(rule, dossier, context)
    ]


def _outcome(rule: Rule, answer: Answer) -> str:
    if answer.outcome is not Outcome.CONCERN:
        return answer.outcome.value
    return f"concern {(answer.strength or rule.strength).value}"


def checked(dossier: Dossier, context: Context = NOBODY) -> list[Finding]:
    """What all rules make together."""
    return list(run(dossier, context))


def concerns(dossier: Dossier, context: Context = NOBODY) -> list[str]:
    """The names of the rules that are a concern."""
    found = checked(dossier, context)
    return [one.check for one in found if one.outcome is Outcome.CONCERN]
