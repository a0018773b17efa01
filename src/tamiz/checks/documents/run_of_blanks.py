"""Do documents of people with no declared tie come from one stack of blanks?

Stolen blanks have numbers that follow each other. So have, now and then, those of honest
strangers: how often is worked out from how thick the cohort's documents lie in that part of the
series, and said. Relatives, people who name each other, and people of one unit or village, who may
have been to the same office on the same day, are left out, unless their papers say that they were
issued at other times: then a name in common explains nothing. Of strangers who came together one counts.
"""

from collections.abc import Iterator
from datetime import date

from tamiz.checks.check import Context
from tamiz.checks.documents.chance import RARE, poisson_tail
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links import Blank, CohortRegister, Neighbour, blanks_of, circles_of, names_or_resembles
from tamiz.links.blanks import REACH
from tamiz.model import Dossier, Evidence, Outcome

# Numbers that a series runs through while a cohort's documents are issued: a year of a smaller
# State. Fewer would make more pairs by chance; more would make a coincidence look like a run.
# How thick a cohort lies is counted over so many: where a State's numbers go far beyond, few lie near.
CIRCULATION = 500_000
LEAST_SHOWN = 0.001
ONE_VISIT = 31  # days between papers of people who went together: offices post them weeks apart
RUN = 2  # neighbours: three documents together


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each document in a series, where there is a cohort."""
    if context.register is None:
        return
    for blank in blanks_of(papers.dossier):
        yield _answer(papers.dossier, blank, context.register)


RULE = Rule(
    name="document_run_of_blanks",
    version="4",
    number=21,
    basis="Interpol SLTD (stolen blank documents); chance: Poisson, by the documents of the cohort "
    "among the 500,000 numbers around",
    needs="document numbers with issuing States, of a cohort",
    strength=Strength.B,
    false_alarms="runs of three by chance: 0.006 in a cohort of 200 of one State; each finding "
    "says how many to expect",
    run=run,
)


def expected(count: int, around: int, near: int) -> float:
    """How many of ``count`` documents of a series have by chance so many neighbours, or more.

    ``around``: how many lie in as many numbers as are in circulation at a time, the one included.

    >>> round(expected(200, 200, 2), 4), round(expected(1_000, 1_000, 2), 2)
    (0.0063, 0.78)
    """
    return count * poisson_tail((around - 1) * 2 * REACH / CIRCULATION, near)


def _answer(dossier: Dossier, blank: Blank, register: CohortRegister) -> Answer:
    near = register.near(dossier, blank)
    if not near:  # as of most
        return Answer(Outcome.CLEAR, _alone(blank))
    others = {
        other.id: other
        for other in near
        if other.text != blank.text and not _is_explained(dossier, blank, other)
    }
    if not others:
        return Answer(Outcome.CLEAR, _alone(blank))
    around = register.count_around(blank, CIRCULATION // 2)
    apart = _apart(tuple(others.values()))
    chance = expected(register.count_in(blank.series), around, apart)
    is_run = apart >= RUN and chance < RARE
    evidence = _evidence(blank, tuple(others.values()), chance)
    strength = Strength.B if is_run else Strength.C
    return Answer(Outcome.CONCERN, evidence, strength, other=next(iter(others)))


def _is_explained(dossier: Dossier, blank: Blank, other: Neighbour) -> bool:
    if _is_other_time(blank.issued, other.issued):
        return False
    if names_or_resembles(dossier, other.name, other.family):
        return True
    return bool(circles_of(dossier) & set(other.units.split("|")))


def _apart(others: tuple[Neighbour, ...]) -> int:
    """How many others lie near by chance of their own: a family at one counter is one chance."""
    groups: list[Neighbour] = []
    for one in others:
        if not any(_came_together(one, other) for other in groups):
            groups.append(one)
    return len(groups)


def _came_together(one: Neighbour, other: Neighbour) -> bool:
    if _is_other_time(one.issued, other.issued):
        return False
    return bool(
        set(one.family.split()) & set(other.family.split())
        or set(filter(None, one.units.split("|"))) & set(other.units.split("|"))
    )


def _is_other_time(one: str, other: str) -> bool:
    """Whether two days of issue (ISO 8601) are told, and too far apart for one visit."""
    if not one or not other:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > ONE_VISIT


def _alone(blank: Blank) -> Evidence:
    return Evidence(
        feature="identifier",
        code="document.blanks.alone",
        applicant=blank.text,
        params={"count": "0", "gap": str(REACH), "expected": "0"},
        field=blank.field,
    )


def _evidence(blank: Blank, others: tuple[Neighbour, ...], chance: float) -> Evidence:
    return Evidence(
        feature="identifier",
        code="document.blanks.near",
        applicant=blank.text,
        other="; ".join(f"{other.id} {other.text}" for other in others),
        params={"count": str(len(others)), "gap": str(REACH), "expected": _shown(chance)},
        field=blank.field,
    )


def _shown(chance: float) -> str:
    """A small number as people write it."""
    return "<0.001" if 0 < chance < LEAST_SHOWN else f"{chance:.2g}"
