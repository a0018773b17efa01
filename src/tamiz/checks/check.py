"""What a check is, what it may look at, and how it says what it found."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from tamiz.checks.courses import Course, Sensitivity, sensitivity_of
from tamiz.checks.documents.tables import OURS, Tables
from tamiz.documents.chip import Trust
from tamiz.documents.stops import StopLookup
from tamiz.intake.evidence_files import FileRead
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraph
from tamiz.matching import Matcher
from tamiz.model import Dossier, Edition, Evidence, Finding, Listed, Outcome
from tamiz.wording import Language, catalogue, say

_OPEN = (Outcome.CONCERN, Outcome.INDETERMINATE)  # a human has to do something
PACKAGE = Path(__file__).parents[1]  # the package, whatever the folder is called that it lies in


class Thresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The numbers of a policy that checks need.

    ``review``: least probability that an applicant is a listed person for an officer to look.
    ``related``: the same for parties that the applicant names. ``shown``: least probability of
    the nearest listed person that a clear finding still shows. ``most_matches``: findings of
    one check on one applicant. ``common_from``: so many applicants with one value make it common.
    ``review_high``: ``review`` for who asks for a course of high sensitivity, if it is lower.
    ``courses`` are a unit's own rows of the table of courses.
    """

    review: float = 0.03
    review_high: float = 0.01
    related: float = 0.30
    shown: float = 0.01
    most_matches: int = 5
    common_from: int = 6
    courses: tuple[Course, ...] = ()

    def review_from(self, dossier: Dossier) -> float:
        """``review`` by the course that an applicant asks for."""
        return min(self.review, self.review_high) if self.is_high(dossier) else self.review

    def is_high(self, dossier: Dossier) -> bool:
        """Whether an applicant asks for a course of high sensitivity."""
        return sensitivity_of(dossier.course, self.courses) is Sensitivity.HIGH


class References(Struct, frozen=True, kw_only=True):
    """What documents are looked up in.

    ``trust`` are the anchors for chips, ``stops`` is None where the unit has no stop list,
    ``tables`` are the facts about States' documents, ours and the unit's own. ``today`` is the day
    to which the age of anchors counts; it decides nothing else.
    """

    trust: Trust = Trust()
    stops: StopLookup | None = None
    tables: Tables = OURS
    today: date | None = None


class Context(Struct, frozen=True, kw_only=True):
    """Everything beside the dossier that a check may look at.

    ``matcher`` is None when no list is loaded. ``missing`` and ``stale`` are keys of lists that
    the policy requires and that are not there, or too old. ``sources`` limits the lists.
    ``register`` and ``graph`` hold what the applicants of a cohort share; None for a single one.
    ``files`` are those of the dossier that were read. ``references`` is what documents are looked
    up in.
    """

    thresholds: Thresholds
    matcher: Matcher | None
    register: CohortRegister | None = None
    graph: CohortGraph | None = None
    editions: dict[str, Edition] = {}
    sources: frozenset[str] | None = None
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    files: tuple[FileRead, ...] = ()
    references: References = References()


def in_cohort(dossier: Dossier, context: Context) -> tuple[CohortGraph, int] | None:
    """The graph of the cohort and the applicant's number in it; None for one screened alone."""
    if context.graph is None:
        return None
    number = context.graph.roster.number_of(dossier.id)
    return None if number is None else (context.graph, number)


class Asked(Struct, frozen=True, kw_only=True):
    """A question with a name and a version. ``basis`` is the clause or source it implements."""

    name: str
    version: str
    basis: str

    def finding(
        self,
        outcome: Outcome,
        evidence: tuple[Evidence, ...],
        *,
        probability: float | None = None,
        bits: float | None = None,
        listed: Listed | None = None,
        other: str = "",
    ) -> Finding:
        """A finding that answers it."""
        return Finding(
            check=self.name,
            version=self.version,
            question=_question(self.name),
            outcome=outcome,
            evidence=evidence,
            basis=self.basis,
            probability=probability,
            bits=bits,
            listed=listed,
            other=other,
            next_step=_next_step(self.name) if outcome in _OPEN else "",
        )

    def failed(self, error: Exception | None) -> Finding:
        """What is found where an answer broke off, or where there was none."""
        kind = "NoFinding" if error is None else _where(error)
        evidence = Evidence(feature="check", code="check.failed", params={"kind": kind})
        return self.finding(Outcome.INDETERMINATE, (evidence,))


@cache  # of some hundred names; a cohort asks a million times
def _question(name: str) -> str:
    return say(f"question.{name}")


@cache
def _next_step(name: str) -> str:
    """What a human does about it, where somebody wrote it down."""
    return catalogue(Language.ENGLISH).get(f"next.{name}", "")


class Check(Asked, frozen=True, kw_only=True):
    """One question asked of a dossier.

    ``prepare`` may do for many dossiers at once what ``run`` would do for each; no finding may
    depend on whether it was called.
    """

    run: Callable[[Dossier, Context], Iterator[Finding]]
    prepare: Callable[[Sequence[Dossier], Context], None] | None = None


def prepare_check(check: Check, dossiers: Sequence[Dossier], context: Context) -> None:
    """Let a check prepare for some dossiers; what goes wrong will show where it runs."""
    if check.prepare is not None:
        with suppress(Exception):
            check.prepare(dossiers, context)


def run_check(check: Check, dossier: Dossier, context: Context) -> tuple[Finding, ...]:
    """All findings of a check; a fault of the check itself is *indeterminate*, never *clear*."""
    try:
        findings = tuple(check.run(dossier, context))
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the officer must see it
        findings = (check.failed(error),)
    return findings or (check.failed(None),)


def _where(error: Exception) -> str:
    """What broke and in which line of ours, without any value: values are personal data."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = f" {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"
