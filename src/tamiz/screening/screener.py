"""Screens single dossiers: opens the lists once, then asks every check of each dossier."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from tamiz.checks import (
    CHECKS,
    OF_DOCUMENTS,
    Context,
    References,
    chart_of,
    papers_shown,
    prepare_check,
    run_check,
)
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraph
from tamiz.matching import Index, Matcher
from tamiz.model import Assessment, Dossier, Edition, Finding, PartyType, Queue, SourceRecord
from tamiz.model.closing import Closing
from tamiz.screening.consulted import NOTHING, Consulted
from tamiz.screening.lists_in_use import ListsInUse
from tamiz.screening.policy import Policy, When
from tamiz.screening.routing import route


class Setup(Struct, frozen=True, kw_only=True):
    """Everything that a screening depends on, small enough to be sent to another process.

    ``register`` is the file, ``graph`` the folder with what the applicants of one cohort share;
    None where a dossier is screened by itself. ``references`` is where documents are looked up.
    """

    policy: Policy
    index: Path
    editions: tuple[Edition, ...]
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    register: Path | None = None
    graph: Path | None = None
    references: Consulted = Consulted()


def setup_of(
    lists: ListsInUse,
    policy: Policy,
    *,
    register: Path | None = None,
    graph: Path | None = None,
    references: Consulted = NOTHING,
) -> Setup:
    """The setup for these lists under this policy."""
    return Setup(
        policy=policy,
        index=lists.index,
        editions=lists.editions,
        missing=lists.missing,
        stale=lists.stale,
        register=register,
        graph=graph,
        references=references,
    )


def assess_documents(brought: Brought, policy: Policy, references: References) -> Assessment:
    """What the rules about documents find on a dossier, with no list and no other applicant."""
    context = Context(
        thresholds=policy.thresholds, matcher=None, files=brought.files, references=references
    )
    findings = (one for check in OF_DOCUMENTS for one in run_check(check, brought.dossier, context))
    return _assessment(brought.dossier, tuple(findings), policy, context)


def _assessment(
    dossier: Dossier, findings: tuple[Finding, ...], policy: Policy, context: Context
) -> Assessment:
    """The findings with the queue that the policy chooses.

    What the documents say is laid side by side, and what ties them to others is drawn, only for
    those whom an officer will look at.
    """
    queue, rule = route(dossier, findings, policy)
    names = dossier.identity.names
    is_seen = queue is not Queue.CLEAR or bool(context.files)
    return Assessment(
        id=dossier.id,
        queue=queue,
        rule=rule,
        findings=findings,
        name=names[0].text if names else "",
        row=dossier.origin.row,
        papers=papers_shown(dossier, context) if is_seen else (),
        chart=chart_of(dossier, findings, context) if queue is not Queue.CLEAR else None,
    )


class Screener(Closing):
    """Screens dossiers one by one. Keep one a process: it remembers the words it has met."""

    def __init__(self, setup: Setup) -> None:
        """Open what documents are looked up in, the index and the register."""
        self.policy = setup.policy
        references = setup.references.open()
        self._index = Index.open(setup.index)
        self._register = (
            None if setup.register is None else CohortRegister(setup.register, is_new=False)
        )
        self._graph = None if setup.graph is None else CohortGraph(setup.graph)
        if self._graph is not None:
            words = self._graph.words
            self._index.raise_shares(PartyType.PERSON, words.persons)
            self._index.raise_shares(PartyType.ORGANISATION, words.organisations)
        is_warned = setup.policy.lists.when_stale is When.WARN
        self._context = Context(
            thresholds=setup.policy.thresholds,
            matcher=Matcher(self._index, prevalence=1 / setup.policy.prior.one_in),
            register=self._register,
            graph=self._graph,
            editions={edition.source: edition for edition in setup.editions},
            sources=frozenset(edition.source for edition in setup.editions),
            missing=setup.missing,
            stale=() if is_warned else setup.stale,
            references=references,
        )

    def assess(self, dossier: Dossier, files: tuple[FileRead, ...] = ()) -> Assessment:
        """The findings of all checks on one dossier, and the queue that the policy chose."""
        (assessment,) = self.assess_all((Brought(dossier, files),))
        return assessment

    def assess_all(self, brought: Sequence[Brought]) -> Iterator[Assessment]:
        """The assessments of some dossiers, in their order; faster than one by one.

        Each check is asked of all of them in a row: the processor keeps at hand what it asks with.
        """
        dossiers = [one.dossier for one in brought]
        contexts = [self._context_of(one.files) for one in brought]
        found: list[list[Finding]] = [[] for _ in brought]
        for check in CHECKS:
            prepare_check(check, dossiers, self._context)
            for dossier, context, findings in zip(dossiers, contexts, found, strict=True):
                findings.extend(run_check(check, dossier, context))
        for dossier, context, findings in zip(dossiers, contexts, found, strict=True):
            yield _assessment(dossier, tuple(findings), self.policy, context)

    def _context_of(self, files: tuple[FileRead, ...]) -> Context:
        return structs.replace(self._context, files=files) if files else self._context

    def record(self, source: str, entry: str) -> SourceRecord | None:
        """An entry of the lists that are screened against; None if there is none."""
        return self._index.record(source, entry)

    def close(self) -> None:
        """Close the register, the graph and the index."""
        if self._register is not None:
            self._register.close()
        if self._graph is not None:
            self._graph.close()
        self._index.close()
