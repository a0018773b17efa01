"""Were documents of people with no declared tie issued by one State on one day?

A forger makes several in one sitting; so does an office when friends come together, and chance now
and then. How often chance does is worked out from how many documents of that State (and authority,
if it is told) the cohort has and how they lie in time, and said. It stays a hint unless one
sponsor, referrer, phone or e-mail stands behind them as well; chance is then that of the documents
behind which it stands. Relatives, people who name each other and people of one unit or village are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from tamiz.checks.check import Context
from tamiz.checks.documents.chance import RARE, poisson_tail
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links import (
    CohortRegister,
    Issue,
    Issued,
    Issues,
    circles_of,
    issues_of,
    names_or_resembles,
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
    version="2",
    number=22,
    basis="front firms that send applicants in groups; chance: Poisson over the days of issue",
    needs="issuing States and days of issue, of a cohort",
    strength=Strength.C,  # B where one sponsor, referrer, phone or e-mail stands behind them too
    false_alarms="medium: people hired together who went to the passport office together and "
    "declare no common unit or village; each finding says how many to expect by chance",
    reads=("issued",),
    run=run,
)


def expected(issues: Issues, issue: Issue, others: int, key: str = "") -> float:
    """How many documents of the place have by chance so many others of their day, or more.

    With ``key``, of those documents behind which somebody stands; in a large file there are many who
    stand behind three or more, and chance has as many tries.
    """
    if key:
        return _by_chance(issues, issue, others, key) * max(issues.behind_so_many(GROUP + 1), 1)
    return _by_chance(issues, issue, others, key)


def _by_chance(issues: Issues, issue: Issue, others: int, key: str) -> float:
    count = issues.count(issue.place, key)
    a_day = (count - 1) / max(issues.spread * WORKING, FEWEST_DAYS)
    usually = count * poisson_tail(a_day, others)
    if usually >= RARE:  # a busy season would only make it more: it need not be counted
        return usually
    in_season = issues.near(issue, SEASON, key) / IN_SEASON
    return count * poisson_tail(max(a_day, in_season), others)


def _answer(dossier: Dossier, issue: Issue, register: CohortRegister) -> Answer:
    """What is told of one document; ties take longest to look for, so they come last."""
    issues = register.issues
    others = issues.on_day(dossier, issue)
    keys = behind(dossier) if len(others) >= GROUP else frozenset()
    if _groups(issues, issue, others, keys):
        others = _without_ties(dossier, others)
        for key, group in _groups(issues, issue, others, keys).items():
            return _told(issues, issue, group, key)
    return Answer(Outcome.CLEAR, _evidence(issue, "alone", (), 0.0))


def _groups(
    issues: Issues, issue: Issue, others: Sequence[Issued], keys: frozenset[str]
) -> dict[str, tuple[Issued, ...]]:
    """The groups that chance hardly makes, by who stands behind them; last that of everybody."""
    behind_all = {key: tuple(one for one in others if key in one.keys) for key in sorted(keys)}
    return {
        key: group
        for key, group in (*behind_all.items(), ("", tuple(others)))
        if len(group) >= GROUP
        and expected(issues, issue, len(group), key) < RARE
        and (not key or issues.share_behind(key) <= COMMON)
    }


def _told(issues: Issues, issue: Issue, group: tuple[Issued, ...], key: str) -> Answer:
    evidence = _evidence(issue, "together", group, expected(issues, issue, len(group), key))
    strength = Strength.B if key else Strength.C
    beside = (_who(key),) if key else ()
    return Answer(Outcome.CONCERN, evidence, strength, other=group[0].id, beside=beside)


def _who(key: str) -> Evidence:
    """Who stands behind all of a group."""
    kind, _, name = key.partition("=")
    return Evidence(feature="relation", code=f"document.issue.{kind}", applicant=name)


def _without_ties(dossier: Dossier, others: Iterable[Issued]) -> tuple[Issued, ...]:
    """Those to whom no tie is declared; of a family or unit among them only the first."""
    kept: list[Issued] = []
    taken: set[str] = set()
    units = circles_of(dossier)
    for other in others:
        theirs = set(other.family.split()) | set(other.units.split("|")) - {""}
        if names_or_resembles(dossier, other.name, other.family) or units & theirs:
            continue
        if not theirs & taken:
            kept.append(other)
        taken |= theirs
    return tuple(kept)


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
