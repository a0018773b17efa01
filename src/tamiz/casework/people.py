"""Who may do what: one table of acts and roles, and compartments beside it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from tamiz.casework.refusal import not_allowed

EVERYWHERE = "*"  # in an actor's compartments: all of them


class Role(StrEnum):
    """What somebody is in the unit; one may be several things.

    ENGINE is Tamiz itself, which finds and never judges. FORM is the form by which somebody
    without an account files an observation.
    """

    INTAKE = "intake"
    OFFICER = "officer"
    SENIOR = "senior"
    LIST_MANAGER = "list_manager"
    PEOPLE_ADMIN = "people_admin"
    SYSTEM_ADMIN = "system_admin"
    AUDITOR = "auditor"
    ENGINE = "engine"
    FORM = "form"


class Act(StrEnum):
    """What can be done in Tamiz, with a case or without one."""

    OPEN = "open"  # a case
    BRING = "bring"  # findings that were made elsewhere, which renew cases
    RENEW = "renew"  # put newer findings in the place of a case's: Tamiz alone
    SEE = "see"  # the content of a case
    TAKE = "take"  # lock a case for oneself, and let go of it
    ASSIGN = "assign"  # give a case to another, take over a lock
    NOTE = "note"
    DISPOSE = "dispose"  # a verdict on a finding
    CLEAR = "clear"  # keep a pair quiet, and end that
    DECIDE = "decide"
    SECOND_LOOK = "second_look"
    DECIDE_ESCALATED = "decide_escalated"
    ANSWER = "answer"  # bring what the applicant was asked for
    REOPEN = "reopen"
    APPEAL = "appeal"  # register an applicant's appeal or correction
    OBSERVE = "observe"
    DISCLOSE = "disclose"  # letters, slips, dossiers
    ASK_ERASURE = "ask_erasure"
    ERASE = "erase"  # or refuse to
    SEE_LISTS = "see_lists"
    MANAGE_LISTS = "manage_lists"
    SEE_PEOPLE = "see_people"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_SYSTEM = "manage_system"
    SEE_AUDIT = "see_audit"  # the journal, its export, the figures of quality


_DESK = frozenset({Role.OFFICER, Role.SENIOR})
_SENIOR = frozenset({Role.SENIOR})

# Who may do what. An act without a row does not exist; a test holds the table complete.
ROLES: Mapping[Act, frozenset[Role]] = {
    Act.OPEN: _DESK | {Role.INTAKE, Role.ENGINE},
    Act.BRING: frozenset({Role.INTAKE}),
    Act.RENEW: frozenset({Role.ENGINE}),
    Act.SEE: _DESK | {Role.AUDITOR},
    Act.TAKE: _DESK,
    Act.ASSIGN: _SENIOR,
    Act.NOTE: _DESK,
    Act.DISPOSE: _DESK,
    Act.CLEAR: _DESK,
    Act.DECIDE: _DESK,
    Act.SECOND_LOOK: _DESK,
    Act.DECIDE_ESCALATED: _SENIOR,
    Act.ANSWER: _DESK | {Role.INTAKE},
    Act.REOPEN: _DESK | {Role.ENGINE},
    Act.APPEAL: _DESK | {Role.INTAKE},
    Act.OBSERVE: _DESK | {Role.INTAKE, Role.FORM},
    Act.DISCLOSE: _DESK,
    Act.ASK_ERASURE: _SENIOR | {Role.ENGINE},
    Act.ERASE: _SENIOR,
    Act.SEE_LISTS: _DESK | {Role.INTAKE, Role.LIST_MANAGER, Role.AUDITOR},
    Act.MANAGE_LISTS: frozenset({Role.LIST_MANAGER}),
    Act.SEE_PEOPLE: frozenset({Role.PEOPLE_ADMIN, Role.AUDITOR}),
    Act.MANAGE_PEOPLE: frozenset({Role.PEOPLE_ADMIN}),
    Act.MANAGE_SYSTEM: frozenset({Role.SYSTEM_ADMIN}),
    Act.SEE_AUDIT: frozenset({Role.AUDITOR}),
}
# Who may do the second of these may not do the first, whatever other role would allow it: whoever
# puts other findings in the place of a case's could grant anything alone.
APART: Mapping[Act, Act] = {Act.BRING: Act.DECIDE}
# Whose work it is to look everywhere; all others see the compartments that are given to them.
_EVERYWHERE = frozenset({Role.AUDITOR, Role.ENGINE, Role.FORM})
# Who holds the first role may hold none of the others. An auditor changes nothing; who runs the
# machine sees no case; who makes accounts could otherwise make the second officer of a decision.
INCOMPATIBLE: tuple[tuple[Role, frozenset[Role]], ...] = (
    (Role.AUDITOR, frozenset(Role) - {Role.AUDITOR}),
    (Role.SYSTEM_ADMIN, _DESK),
    (Role.PEOPLE_ADMIN, _DESK),
)


class Actor(Struct, frozen=True, kw_only=True):
    """Somebody who acts: an identifier, never a name; their roles and compartments."""

    id: str
    roles: frozenset[Role]
    compartments: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse roles that nobody may hold together."""
        if clash := incompatible(self.roles):
            raise ValueError(f"{self.id}: {clash[0]} and {clash[1]} cannot be one person's roles")


def incompatible(roles: frozenset[Role]) -> tuple[Role, Role] | None:
    """Two of the roles that nobody may hold together; None where all may."""
    for role, others in INCOMPATIBLE:
        if role in roles and roles & others:
            return role, min(roles & others)
    return None


ENGINE = Actor(id="tamiz", roles=frozenset({Role.ENGINE}))
FORM = Actor(id="form", roles=frozenset({Role.FORM}))


class By(Struct, frozen=True):
    """Who acts, and at which instant (aware, UTC)."""

    actor: Actor
    at: datetime

    def __post_init__(self) -> None:
        """Refuse an instant whose place in time depends on where one stands."""
        if self.at.utcoffset() != timedelta(0):
            raise ValueError(f"an instant must be in UTC, this one is not: {self.at.isoformat()}")


class Placed(Protocol):
    """Something that lies in a compartment: a case, or a row that stands for one."""

    @property
    def id(self) -> str:
        """What it is called in messages."""

    @property
    def compartment(self) -> str:
        """The programme or agency whose people may see it."""


def compartments(actor: Actor, act: Act = Act.SEE) -> frozenset[str]:
    """The compartments in which an actor may do an act; ``EVERYWHERE`` among them means all.

    Empty where no role of theirs allows it. Every query for cases filters by this.
    """
    roles = _allowing(actor, act)
    if roles & _EVERYWHERE:
        return frozenset({EVERYWHERE})
    return actor.compartments if roles else frozenset()


def may(actor: Actor, act: Act, case: Placed | None = None) -> bool:
    """Whether role and compartment allow the act; the state of the case is asked by the rules."""
    if case is None:
        return bool(_allowing(actor, act))
    return bool(compartments(actor, act) & {EVERYWHERE, case.compartment})


def require(actor: Actor, act: Act, case: Placed | None = None) -> None:
    """Nothing, where the actor may.

    Raises:
        NotAllowed: role or compartment forbids it. Of a case in another compartment the message
            says no more than of one that does not exist.
    """
    if may(actor, act, case):
        return
    if _allowing(actor, act):
        raise not_allowed("not_here", case="" if case is None else case.id)
    roles = ", ".join(sorted(ROLES[act]))
    raise not_allowed("role", actor=actor.id, act=act.value, roles=roles)


def _allowing(actor: Actor, act: Act) -> frozenset[Role]:
    """The roles by which an actor may do an act."""
    if act in APART and actor.roles & ROLES[APART[act]]:
        return frozenset()
    return actor.roles & ROLES[act]
