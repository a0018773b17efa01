"""What happens to a case, one frozen value each; a case is what they fold to."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from tamiz.casework.clearance import Change, Clearance
from tamiz.casework.policy import CaseKind
from tamiz.casework.verdicts import Decision, Disposition, Look, Why
from tamiz.model import Assessment


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What all events say: of which case, when (aware, UTC), by whom (an actor's id)."""

    case: str
    at: datetime
    actor: str


class Opened(Event, frozen=True, tag="opened"):
    """A case begins. ``quiet`` are findings that a clearance keeps quiet, by its id.

    ``barred`` may not judge it, as they judged what it is about (``about``, an earlier case).
    ``brought_by``: the ids of those who brought what was found; none for a screening of Tamiz's own.
    ``contests_refusal``: what it is about was refused.
    """

    applicant: str
    compartment: str
    reason: CaseKind
    assessment: Assessment
    quiet: dict[str, str] = {}
    due: datetime | None = None
    about: str = ""
    barred: frozenset[str] = frozenset()
    text: str = ""
    brought_by: frozenset[str] = frozenset()
    contests_refusal: bool = False


class Renewed(Event, frozen=True, tag="renewed"):
    """Screening found something else than before. ``moved`` are the ids of what is new or gone.

    ``reopens``: what was decided or proposed stands no longer. ``due`` is when it is to be decided
    from then on; entries of before this was written have none, and the case's stays.
    ``brought_by`` as for ``Opened``.
    """

    assessment: Assessment
    moved: frozenset[str]
    quiet: dict[str, str] = {}
    reopens: bool = True
    due: datetime | None = None
    brought_by: frozenset[str] = frozenset()


class Taken(Event, frozen=True, tag="taken"):
    """An officer locks the case, or a senior gives it to one (``to``)."""

    to: str
    until: datetime


class Released(Event, frozen=True, tag="released"):
    """The lock is let go of."""


class Seen(Event, frozen=True, tag="seen"):
    """Somebody read personal data: the case itself, or these findings of it (``read``)."""

    purpose: str
    read: tuple[str, ...] = ()


class Noted(Event, frozen=True, tag="noted"):
    """A note in the margin."""

    text: str


class Hurried(Event, frozen=True, tag="hurried"):
    """A verdict came before its evidence was read; it was asked for again."""

    unread: tuple[str, ...]


class Disposed(Event, frozen=True, tag="disposed"):
    """A verdict on findings, one reason for all of them."""

    findings: tuple[str, ...]
    disposition: Disposition


class Proposed(Event, frozen=True, tag="proposed"):
    """A decision that needs a second officer, and why it does."""

    look: Look
    why: tuple[Why, ...]
    waived: tuple[str, ...] = ()
    bulk: str = ""


class Looked(Event, frozen=True, tag="looked"):
    """A second officer looked, blind."""

    look: Look
    agrees: bool


class Decided(Event, frozen=True, tag="decided"):
    """The case is decided."""

    decision: Decision


class EscalatedBy(StrEnum):
    """What brought a case to a senior officer."""

    OFFICER = "officer"
    DISAGREEMENT = "disagreement"


class Escalated(Event, frozen=True, tag="escalated"):
    """A senior officer shall decide."""

    why: EscalatedBy
    reason: str = ""


class Asked(Event, frozen=True, tag="asked"):
    """The applicant is asked for something, until ``due``."""

    question: str
    reason: str
    due: datetime


class Answered(Event, frozen=True, tag="answered"):
    """The applicant answered; findings change by a renewal of its own.

    ``due`` is for a case that nobody thought was waiting: it comes back.
    """

    text: str
    due: datetime | None = None


class Undone(Event, frozen=True, tag="undone"):
    """The last judging act is taken back; ``revision`` is the one it made."""

    revision: int


class Suppressed(Event, frozen=True, tag="suppressed"):
    """A cleared pair is kept quiet from now on."""

    finding: str
    clearance: Clearance


class LapseReason(StrEnum):
    """Why a clearance holds no longer."""

    EXPIRED = "expired"
    CHANGED = "changed"
    NOT_COMPARABLE = "not_comparable"  # one side could not be read again
    VERDICT = "verdict"  # an officer now says otherwise
    WITHDRAWN = "withdrawn"
    ELSEWHERE = "elsewhere"  # it ended in another case of the person
    OVERRULED = "overruled"  # whoever gave it would have granted, and others did not


class Lapsed(Event, frozen=True, tag="lapsed"):
    """A clearance holds no longer; ``finding`` is what it kept quiet, ``changes`` what changed.

    ``cleared_on`` and ``cleared_by`` are of the officer who gave it.
    """

    clearance: str
    why: LapseReason
    finding: str = ""
    changes: tuple[Change, ...] = ()
    cleared_on: date | None = None
    cleared_by: str = ""


class Reopened(Event, frozen=True, tag="reopened"):
    """A decided case is to be looked at again, until ``due`` (as for ``Renewed``)."""

    reason: str
    due: datetime | None = None


class Appealed(Event, frozen=True, tag="appealed"):
    """The applicant contests the decision, or corrects the record; ``opens`` is the new case.

    "" where nothing was decided yet that could be contested.
    """

    reason: CaseKind
    opens: str
    text: str


class Observed(Event, frozen=True, tag="observed"):
    """Somebody observed something about the applicant; graded A-F, 1-6 (NATO AJP-2.1).

    ``seen`` is the day on which it was seen, where the observer says it. ``placed_by`` said that it is
    about them, where it did not itself.
    """

    text: str
    grading: str
    source: str = ""
    due: datetime | None = None
    seen: date | None = None
    placed_by: str = ""


class Disclosed(Event, frozen=True, tag="disclosed"):
    """Something left the unit: to whom, in which form, with the digest of what was given."""

    audience: str
    form: str
    sha256: str


class Ground(StrEnum):
    """Why a case is erased; it stays readable when the case is gone, so it is a code."""

    RETENTION = "retention"  # the time of keeping is over
    REQUEST = "request"  # the person asked for it
    ORDER = "order"  # a court or an authority orders it


class ErasureAsked(Event, frozen=True, tag="erasure_asked"):
    """Somebody asks that the case be erased; another must do it.

    ``since``: from when on the time of keeping counts. ``reason`` goes with the case.
    """

    ground: Ground
    reason: str
    since: datetime


class ErasureDropped(Event, frozen=True, tag="erasure_dropped"):
    """It is not erased, as was asked."""

    reason: str


class Erased(Event, frozen=True, tag="erased"):
    """The case's key is destroyed, for ``ground``; ``asked_by`` is the other of two."""

    ground: str
    asked_by: str = ""


# Whoever writes one of these has judged something of the case, for good (``Case.judges``).
JUDGING = (Disposed, Proposed, Looked, Decided, Escalated)

AnyEvent = (
    Opened | Renewed | Taken | Released | Seen | Noted | Hurried | Disposed | Proposed | Looked
    | Decided | Escalated | Asked | Answered | Undone | Suppressed | Lapsed | Reopened | Appealed
    | Observed | Disclosed | ErasureAsked | ErasureDropped | Erased
)  # fmt: skip
