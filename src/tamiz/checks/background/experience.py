"""Claimed profession and experience against age: is there time enough in the applicant's life?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tamiz.checks.background.phrases import LONGEST
from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, span, years_between
from tamiz.checks.background.unit_names import without_unit_names
from tamiz.checks.background.words import told_in
from tamiz.checks.check import Context
from tamiz.normalise.text import folded

FIRST_WORK = 10  # years of age: whoever grew up on a farm counts from there
# “10 years of service”, “4 años”, “20 років”; what is said to be an age is none.
_YEARS = re.compile(
    r"(?<![\d-])(\d{1,2})\s*(?:years?|yrs?|anos|roki?v?|рок\w{0,2}|рік)\b"
    r"(?!\s*(?:old|of age|de edad|віком))"
)
# Ages below which hardly anybody has become it: staff college, studies and residency come before.
# Wars and small forces have made exceptions, so that all are hints.
_YOUNGEST = (("senior_rank", 28), ("long_studies", 23))
RETIRED_OFFICER = 28  # years of age: an officer's first contract and commission come before


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for occupation, skill and each stretch that says how long, or what it takes."""
    if not story.births or story.applied is None:
        return
    dossier = story.dossier
    texts = [(dossier.occupation, "occupation"), (dossier.skill, "skill")]
    texts.extend((one.text, one.field) for one in dossier.history)
    told = [(text, field) for text, field in texts if text and any(_claims(text))]
    if told:
        first = min(span(one).first for one in story.births)
        age = years_between(first, story.applied.last)
        for text, field in told:
            yield from _answers(story, text, field, age)


RULE = Rule(
    name="background_experience",
    version="2",
    basis="NIST SP 800-63A section 4.3 (claims are plausible together); BS 7858:2019 (career history)",
    needs="birth date, day of application, and occupation, skill or service that tells how long",
    strength=Strength.C,  # B where the experience is longer than the life
    false_alarms="low: somebody else's years in one's own line; early careers in wars",
    reads=("occupation", "skill", "history"),
    run=run,
)


@lru_cache(maxsize=1 << 13)
def _claims(text: str) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """Every number of years that a text tells; each youngest age that it takes, and its words."""
    has_digits = any(map(str.isdecimal, text))
    years = tuple(map(int, _YEARS.findall(folded(text[:LONGEST])))) if has_digits else ()
    own = without_unit_names(text)
    early = [(youngest, told_in(own, topic)) for topic, youngest in _YOUNGEST]
    if told_in(own, "retired"):
        early.append((RETIRED_OFFICER, told_in(own, "officer")))
    return years, tuple((youngest, words) for youngest, words in early if words)


def _answers(story: Story, text: str, field: str, age: int) -> Iterator[Answer]:
    born = story.births[0]
    years = _years(text, age)
    if years is not None:
        evidence = said(
            "experience.in_order" if years <= age - FIRST_WORK else "experience.too_long",
            born.text(), text, field=born.field, at=field, years=str(years), age=str(age),
        )  # fmt: skip
        if years <= age - FIRST_WORK:
            yield clear(evidence)
        else:
            yield concern(evidence, Strength.B if years > age else Strength.C)
    early = _early(text, age)
    if early:
        yield concern(
            said("experience.too_young", born.text(), text, field=born.field, at=field,
                 words=early, age=str(age))
        )  # fmt: skip


def _years(text: str, age: int) -> int | None:
    """The longest time that a text tells; a number that is the applicant's age is their age."""
    years, _ = _claims(text)
    return max((one for one in years if abs(one - age) > 1), default=None)


def _early(text: str, age: int) -> str:
    """What hardly anybody is at that age."""
    _, early = _claims(text)
    return next((words for youngest, words in early if age < youngest), "")
