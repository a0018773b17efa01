"""A case as it stands: what its events fold to."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tamiz.casework.clearance import Clearance, Denied
from tamiz.casework.events import Appealed, Asked, ErasureAsked, Lapsed, Noted, Observed
from tamiz.casework.evidence import grounds_hash, needs_verdict
from tamiz.casework.policy import CaseKind
from tamiz.casework.removed import Removed
from tamiz.casework.verdicts import SETTLES, Decision, Disposition, Look, Ruling, Why
from tamiz.model import Assessment, Finding


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    PENDING = "pending"  # a second officer must look
    WAITING = "waiting"  # for the applicant
    ESCALATED = "escalated"  # a senior officer must decide
    DECIDED = "decided"
    ERASED = "erased"


class Judged(Struct, frozen=True, kw_only=True):
    """All of a case that judging changes; what an undo brings back as it was.

    ``quiet`` are findings that a clearance keeps quiet, by its id; ``clearances`` those given in
    this case, ``denied`` what was said here of pairs that are, or may be, one; ``weighed`` says what
    a finding summed to when the verdict on it was given. ``looks`` are what officers would decide
    on the evidence as it stands. ``for_senior``: it was escalated, and asking the applicant
    meanwhile does not give it back to anybody else. ``removed`` is what somebody's file took away,
    until somebody else has looked; ``placed`` are those who said of an observation that it is about
    this applicant, until then.
    """

    state: State = State.OPEN
    dispositions: dict[str, Disposition] = {}
    clearances: tuple[Clearance, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    denied: tuple[Denied, ...] = ()
    weighed: dict[str, float | None] = {}
    looks: tuple[Look, ...] = ()
    why: tuple[Why, ...] = ()
    waived: tuple[str, ...] = ()
    bulk: str = ""
    quiet: dict[str, str] = {}
    decision: Decision | None = None
    asked: Asked | None = None
    for_senior: bool = False
    removed: dict[str, Removed] = {}
    placed: frozenset[str] = frozenset()


class Undoable(Struct, frozen=True, kw_only=True):
    """The last judging act: who, when, the revision it made, and what stood before it."""

    actor: str
    at: datetime
    revision: int
    before: Judged


class Reading(Struct, frozen=True, kw_only=True):
    """Since when somebody has the case before them, and which findings they have read."""

    since: datetime
    read: frozenset[str] = frozenset()


class Answer(Struct, frozen=True, kw_only=True):
    """What the applicant answered, and when; ``question`` is "" where nothing was asked."""

    question: str
    text: str
    at: datetime


class Case(Struct, frozen=True, kw_only=True):
    """A case as its events have made it.

    ``findings`` are those of ``assessment`` by what they are called, ``evidence`` their digest;
    ``changed`` says of a finding what brought it back. ``barred`` may not judge. ``warned`` were
    asked once whether they had read. ``revision`` counts the events. ``is_masked``: it was made
    for somebody who may not see all of it, and no rule takes it.

    ``judges`` have judged something of the case: a finding, or the whole of it. Whatever became of
    that, taken back or dropped when the evidence moved, they are never its second officer.
    ``judged_before`` are those of them who judged a state of it that is past.
    ``contests_refusal``: what it contests was refused, as ``for_others`` tells.
    """

    id: str
    applicant: str
    compartment: str
    kind: CaseKind
    assessment: Assessment
    findings: dict[str, Finding]
    evidence: str
    opened: datetime
    at: datetime
    due: datetime | None = None
    about: str = ""
    text: str = ""
    barred: frozenset[str] = frozenset()
    judges: frozenset[str] = frozenset()
    judged_before: frozenset[str] = frozenset()
    changed: dict[str, Lapsed] = {}
    judged: Judged = Judged()
    undoable: Undoable | None = None
    earlier: tuple[Decision, ...] = ()
    assignee: str = ""
    locked_until: datetime | None = None
    readings: dict[str, Reading] = {}
    warned: frozenset[str] = frozenset()
    notes: tuple[Noted, ...] = ()
    observations: tuple[Observed, ...] = ()
    answers: tuple[Answer, ...] = ()
    appeals: tuple[Appealed, ...] = ()
    erasure: ErasureAsked | None = None
    contests_refusal: bool = False
    revision: int = 1
    is_masked: bool = False

    @property
    def state(self) -> State:
        """Where the case stands."""
        return self.judged.state

    @property
    def decision(self) -> Decision | None:
        """What was decided; None while nothing is."""
        return self.judged.decision

    @property
    def dispositions(self) -> dict[str, Disposition]:
        """The verdicts given, by finding."""
        return self.judged.dispositions

    @property
    def quiet(self) -> dict[str, str]:
        """The findings that a clearance keeps quiet, and its id."""
        return self.judged.quiet

    @property
    def grounds(self) -> str:
        """What a decision is bound to: the evidence, and whatever came in beside it.

        The digest of the evidence itself as long as nothing did.
        """
        early = tuple(one for one in self.appeals if not one.opens)
        came = (*self.answers, *self.observations, *early)
        return grounds_hash(self.evidence, came) if came else self.evidence

    @property
    def was_refused(self) -> bool:
        """Whether what was decided last, here or in what it contests, was a refusal: by two officers."""
        if self.earlier:
            return self.earlier[-1].ruling is Ruling.REFUSE
        return self.contests_refusal

    @property
    def to_judge(self) -> dict[str, Finding]:
        """The findings of which an officer must say something; quiet pairs are not among them."""
        return {
            key: finding
            for key, finding in self.findings.items()
            if needs_verdict(finding) and key not in self.quiet
        }

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The findings that would be waived if it were granted now."""
        return tuple(
            key
            for key in self.to_judge
            if key not in self.dispositions or self.dispositions[key].verdict not in SETTLES
        )

    def locked_by_other(self, actor: str, at: datetime) -> bool:
        """Whether somebody else holds the lock at that instant."""
        held = self.locked_until is not None and at < self.locked_until
        return held and self.assignee != actor
