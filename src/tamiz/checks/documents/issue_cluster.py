"""Were documents of people with no declared tie issued by one State on one day?

A forger makes several in one sitting; so does an office when friends come together, and chance now
and then. How often chance does is worked out from how many documents of that State (and authority,
if it is told) the cohort has and how they lie in time, and said. It stays a hint unless one
sponsor, referrer, phone or e-mail stands behind them as well. Relatives, people who name each
other and people of one unit are left out.
"""

from collections.abc import Iterable, Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.chance import RARE, poisson_tail
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links import (
    CohortRegister,
    Issue,
    Issued,
    Issues,
    issues_of,
    names_or_resembles,
    units_of,
)
from tamiz.links.behind import behind
from tamiz.model import Dossier, Evidence, Outcome

GROUP = 2  # others: three documents together
WORKING = 5 / 7  # of the days of a week: offices are closed on the others
# Days before and after, and their working days: a State's applicants may all have gone for their
# passports in one season, when the programme was made known.
SEASON, IN_SEASON = 15, 21
# Working days over which documents lie at least, in a cohort too small to tell: a year's.
FEWEST_DAYS = 250
# Of all applicants: who stands behind more is the programme's own recruiter, not somebody's.
COMMON = 0.25


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each document whose State and day of issue are known, within a cohort."""
    if context.register is None:
        return
    for issue in issues_of(papers.dossier):
        yield _answer(papers.dossier, issue, context.register)


RULE = Rule(
    name="document_issue_cluster",
    version="1",
    number=22,
    basis="front firms that send applicants in groups; chance: Poisson over the days of issue",
    needs="issuing States and days of issue, of a cohort",
    strength=Strength.C,  # B where one sponsor, referrer, phone or e-mail stands behind them too
    false_alarms="medium: people hired together who went to the passport office together and "
    "declare no common unit; each finding says how many to expect by chance",
    run=run,
)


def expected(issues: Issues, issue: Issue, others: int) -> float:
    """How many documents of the place have by chance so many others of their day, or more."""
    count = issues.count(issue.place)
    days = max(issues.spread * WORKING, FEWEST_DAYS)
    a_day = max((count - 1) / days, issues.near(issue, SEASON) / IN_SEASON)
    return count * poisson_tail(a_day, others)


def _answer(dossier: Dossier, issue: Issue, register: CohortRegister) -> Answer:
    issues = register.issues
    others = issues.on_day(dossier, issue)
    if _is_rare(issues, issue, others):  # most are not, and ties take longer to look for
        others = _without_ties(dossier, others)
    if not _is_rare(issues, issue, others):
        return Answer(Outcome.CLEAR, _evidence(issue, "alone", (), 0.0))
    common = _behind(dossier, others, issues)
    evidence = _evidence(issue, "together", others, expected(issues, issue, len(others)))
    strength = Strength.B if common else Strength.C
    return Answer(Outcome.CONCERN, evidence, strength, other=others[0].id, beside=common)


def _is_rare(issues: Issues, issue: Issue, others: tuple[Issued, ...]) -> bool:
    return len(others) >= GROUP and expected(issues, issue, len(others)) < RARE


def _without_ties(dossier: Dossier, others: Iterable[Issued]) -> tuple[Issued, ...]:
    """Those to whom no tie is declared; of a family or unit among them only the first."""
    kept: list[Issued] = []
    taken: set[str] = set()
    units = units_of(dossier)
    for other in others:
        theirs = set(other.family.split()) | set(other.units.split("|")) - {""}
        if names_or_resembles(dossier, other.name, other.family) or units & theirs:
            continue
        if not theirs & taken:
            kept.append(other)
        taken |= theirs
    return tuple(kept)


def _behind(dossier: Dossier, others: tuple[Issued, ...], issues: Issues) -> tuple[Evidence, ...]:
    """Who stands behind the applicant and at least two of the others, and not behind everybody."""
    found = {
        key: those
        for key in sorted(behind(dossier))
        if len(those := [other.id for other in others if key in other.keys]) >= GROUP
    }
    return tuple(
        Evidence(
            feature="relation", code=f"document.issue.{key.partition('=')[0]}",
            applicant=key.partition("=")[2], other="; ".join(those),
        )
        for key, those in found.items()
        if issues.share_behind(key) <= COMMON
    )  # fmt: skip


def _evidence(issue: Issue, name: str, others: tuple[Issued, ...], chance: float) -> Evidence:
    document = issue.document
    return Evidence(
        feature="document_dates",
        code=f"document.issue.{name}",
        applicant=f"{document.number or document.code} {issue.day}",
        other="; ".join(f"{other.id} {other.text}" for other in others),
        params={
            "count": str(len(others)),
            "day": issue.day.isoformat(),
            "state": (document.issuing_state or "").upper(),
            "expected": f"{chance:.2g}",
        },
        field=document.field,
    )
