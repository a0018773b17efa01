"""Screens single dossiers: opens the lists once, then asks every check of each dossier."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tamiz.checks import CHECKS, OF_DOCUMENTS, Context, prepare_check, run_check
from tamiz.documents.stops import StopFolder, StopLookup, load_stops
from tamiz.links import CohortRegister
from tamiz.matching import Index, Matcher
from tamiz.model import Assessment, Dossier, Edition, Finding
from tamiz.model.closing import Closing
from tamiz.screening.lists_in_use import ListsInUse
from tamiz.screening.policy import Policy, When
from tamiz.screening.routing import route


class Setup(Struct, frozen=True, kw_only=True):
    """Everything that a screening depends on, small enough to be sent to another process.

    ``register`` is the file with what the applicants of one cohort share; None where a dossier
    is screened by itself. ``stops`` is where the unit's stop lists of documents lie, if it has any.
    """

    policy: Policy
    index: Path
    editions: tuple[Edition, ...]
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    register: Path | None = None
    stops: StopFolder | None = None


def setup_of(
    lists: ListsInUse,
    policy: Policy,
    *,
    register: Path | None = None,
    stops: StopFolder | None = None,
) -> Setup:
    """The setup for these lists under this policy."""
    return Setup(
        policy=policy,
        index=lists.index,
        editions=lists.editions,
        missing=lists.missing,
        stale=lists.stale,
        register=register,
        stops=stops,
    )


def assess_documents(
    dossier: Dossier, policy: Policy, *, stops: StopLookup | None = None
) -> Assessment:
    """What the rules about documents find on a dossier, with no watchlist, no other applicant."""
    context = Context(thresholds=policy.thresholds, matcher=None, stops=stops)
    findings = (one for check in OF_DOCUMENTS for one in run_check(check, dossier, context))
    return _assessment(dossier, tuple(findings), policy)


def _assessment(dossier: Dossier, findings: tuple[Finding, ...], policy: Policy) -> Assessment:
    """The findings with the queue that the policy chooses."""
    queue, rule = route(dossier, findings, policy)
    names = dossier.identity.names
    return Assessment(
        id=dossier.id,
        queue=queue,
        rule=rule,
        findings=findings,
        name=names[0].text if names else "",
        row=dossier.origin.row,
    )


class Screener(Closing):
    """Screens dossiers one by one. Keep one a process: it remembers the words it has met."""

    def __init__(self, setup: Setup) -> None:
        """Open the stop lists, the index and the register."""
        self.policy = setup.policy
        stops = None if setup.stops is None else load_stops(setup.stops)
        self._index = Index.open(setup.index)
        self._register = (
            None if setup.register is None else CohortRegister(setup.register, is_new=False)
        )
        is_warned = setup.policy.lists.when_stale is When.WARN
        self._context = Context(
            thresholds=setup.policy.thresholds,
            matcher=Matcher(self._index, prevalence=1 / setup.policy.prior.one_in),
            register=self._register,
            stops=stops,
            editions={edition.source: edition for edition in setup.editions},
            sources=frozenset(edition.source for edition in setup.editions),
            missing=setup.missing,
            stale=() if is_warned else setup.stale,
        )

    def assess(self, dossier: Dossier) -> Assessment:
        """The findings of all checks on one dossier, and the queue that the policy chose."""
        findings = tuple(
            finding for check in CHECKS for finding in run_check(check, dossier, self._context)
        )
        return _assessment(dossier, findings, self.policy)

    def assess_all(self, dossiers: Sequence[Dossier]) -> Iterator[Assessment]:
        """The assessments of some dossiers, in their order; faster than one by one."""
        for check in CHECKS:
            prepare_check(check, dossiers, self._context)
        yield from map(self.assess, dossiers)

    def close(self) -> None:
        """Close the register and the index."""
        if self._register is not None:
            self._register.close()
        self._index.close()
