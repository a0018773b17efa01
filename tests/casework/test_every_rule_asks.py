"""Every rule asks for role and compartment itself, and for the lock where it judges."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from casework.desks import (
    LISTED,
    MARTA,
    OLENA,
    OVER,
    PABLO,
    RUTH,
    actor,
    after,
    assessment,
    by,
    fresh,
    granted,
    opened,
    refused,
    ruled,
    told_apart,
)
from tamiz.casework import (
    DEFAULT,
    Act,
    Actor,
    AnyEvent,
    Case,
    CaseKind,
    Fields,
    Ground,
    Opinion,
    Quiet,
    Role,
    Ruling,
    Verdict,
    answer,
    appeal,
    ask_again,
    ask_erasure,
    decide,
    disclosed,
    dispose,
    drop_erasure,
    erase,
    finding_id,
    keep_quiet,
    note,
    observe,
    release,
    renew,
    reopen,
    second_look,
    see,
    take,
    undo,
    withdraw,
)
from tamiz.casework.people import ROLES
from tamiz.errors import CaseConflict, NotAllowed

PAIR = finding_id(LISTED)
QUIET = Quiet(id="K1", applicant=Fields(names=("a",)), listed=Fields(names=("b",)))
SOUTH = frozenset({"south"})


class Asked(Struct, frozen=True):
    """A rule, the act it asks for, and a case in which it succeeds for ``who``."""

    act: Act
    case: Callable[[], Case]
    rule: Callable[[Case, Actor], tuple[AnyEvent, ...]]
    who: Actor = OLENA
    judges: bool = False


def quieted() -> Case:
    case = told_apart()
    return after(case, keep_quiet(case, by(OLENA, 1), DEFAULT, finding=PAIR, quiet=QUIET))


def asked_to_go() -> Case:
    asked = ask_erasure(
        granted(), by(MARTA, OVER), DEFAULT, ground=Ground.RETENTION, reason="time is over"
    )
    return after(granted(), asked)


def said(case: Case, ruling: Ruling = Ruling.GRANT) -> Opinion:
    return Opinion(ruling=ruling, reason="as found", seen=case.grounds, told="so it is")


RULES = {
    "see": Asked(Act.SEE, fresh, lambda c, w: see(c, by(w), purpose="vetting")),
    "take": Asked(Act.TAKE, fresh, lambda c, w: take(c, by(w), DEFAULT)),
    "release": Asked(Act.TAKE, fresh, lambda c, w: release(c, by(w))),
    "assign": Asked(Act.ASSIGN, fresh, lambda c, w: take(c, by(w), DEFAULT, to="pablo"), RUTH),
    "note": Asked(Act.NOTE, fresh, lambda c, w: note(c, by(w), text="a note")),
    "answer": Asked(
        Act.ANSWER,
        lambda: ruled(fresh(), OLENA, Ruling.ASK),
        lambda c, w: answer(c, by(w, 30), DEFAULT, text="mine"),
    ),
    "disclosed": Asked(
        Act.DISCLOSE,
        granted,
        lambda c, w: disclosed(c, by(w), audience="sponsor", form="slip", sha256="ab"),
    ),
    "ask_erasure": Asked(
        Act.ASK_ERASURE,
        granted,
        lambda c, w: ask_erasure(
            c, by(w, OVER), DEFAULT, ground=Ground.REQUEST, reason="he asked for it"
        ),
        RUTH,
    ),
    "drop_erasure": Asked(
        Act.ERASE, asked_to_go, lambda c, w: drop_erasure(c, by(w, OVER), reason="a lawsuit"), RUTH
    ),
    "erase": Asked(Act.ERASE, asked_to_go, lambda c, w: erase(c, by(w, OVER), DEFAULT), RUTH),
    "dispose": Asked(
        Act.DISPOSE,
        fresh,
        lambda c, w: dispose(
            c, by(w), DEFAULT, findings=(PAIR,), verdict=Verdict.DIFFERENT, reason="another"
        ),
        judges=True,
    ),
    "keep_quiet": Asked(
        Act.CLEAR,
        told_apart,
        lambda c, w: keep_quiet(c, by(w, 1), DEFAULT, finding=PAIR, quiet=QUIET),
        judges=True,
    ),
    "withdraw": Asked(
        Act.CLEAR, quieted, lambda c, w: withdraw(c, by(w, 5), clearance="K1"), judges=True
    ),
    "undo": Asked(Act.DISPOSE, told_apart, lambda c, w: undo(c, by(w, 5), DEFAULT)),
    "decide": Asked(
        Act.DECIDE, told_apart, lambda c, w: decide(c, by(w, 9), DEFAULT, said(c)), judges=True
    ),
    "second_look": Asked(
        Act.SECOND_LOOK,
        lambda: ruled(fresh(), OLENA, Ruling.REFUSE),
        lambda c, w: second_look(c, by(w, 60), DEFAULT, said(c, Ruling.REFUSE)),
        PABLO,
        judges=True,
    ),
    "decide_escalated": Asked(
        Act.DECIDE_ESCALATED,
        lambda: ruled(fresh(), OLENA, Ruling.ESCALATE),
        lambda c, w: decide(c, by(w, 60), DEFAULT, said(c)),
        RUTH,
        judges=True,
    ),
    "reopen": Asked(
        Act.REOPEN, granted, lambda c, w: reopen(c, by(w, 60), DEFAULT, reason="a letter")
    ),
    "appeal": Asked(
        Act.APPEAL,
        refused,
        lambda c, w: appeal(c, by(w, 99), DEFAULT, opens="C2", kind=CaseKind.APPEAL, text="not me"),
    ),
    "observe": Asked(
        Act.OBSERVE, fresh, lambda c, w: observe(c, by(w), DEFAULT, text="knew it", grading="B2")
    ),
    "renew": Asked(
        Act.RENEW,
        fresh,
        lambda c, w: renew(c, by(w), DEFAULT, assessment=assessment()),
        actor("tamiz", Role.ENGINE, compartments=frozenset()),
    ),
}
FOR_ALL = pytest.mark.parametrize("name", RULES)


@FOR_ALL
def test_who_may_does_it(name: str) -> None:
    asked = RULES[name]

    assert asked.rule(asked.case(), asked.who) or name == "release"


@FOR_ALL
@pytest.mark.parametrize("role", list(Role))
def test_no_other_role_does_it(name: str, role: Role) -> None:
    asked = RULES[name]
    if role in ROLES[asked.act]:
        return

    with pytest.raises(NotAllowed):
        asked.rule(asked.case(), actor(asked.who.id, role))


@FOR_ALL
def test_nobody_of_another_compartment_does_it(name: str) -> None:
    asked = RULES[name]
    if name == "renew":  # Tamiz itself is everywhere
        return

    with pytest.raises(NotAllowed, match="no case C1 here"):
        asked.rule(asked.case(), actor(asked.who.id, *asked.who.roles, compartments=SOUTH))


@pytest.mark.parametrize("name", [name for name, asked in RULES.items() if asked.judges])
def test_nobody_judges_what_another_has_taken(name: str) -> None:
    asked = RULES[name]
    case = asked.case()
    case = after(case, take(case, by(actor("marta", Role.SENIOR)), DEFAULT))

    with pytest.raises(CaseConflict, match="is with marta"):
        asked.rule(case, asked.who)


def test_what_is_not_in_the_case_is_not_kept_quiet() -> None:
    with pytest.raises(CaseConflict, match="no longer"):
        keep_quiet(told_apart(), by(OLENA, 1), DEFAULT, finding="none", quiet=QUIET)


def test_every_act_on_a_case_is_asked_for_by_some_rule() -> None:
    beside_cases = {
        Act.OPEN, Act.BRING, Act.SEE_LISTS, Act.MANAGE_LISTS, Act.SEE_PEOPLE, Act.MANAGE_PEOPLE,
        Act.MANAGE_SYSTEM, Act.SEE_AUDIT,
    }  # fmt: skip

    assert {asked.act for asked in RULES.values()} == set(Act) - beside_cases


def test_that_one_was_asked_again_is_recorded_for_who_was() -> None:
    (event,) = ask_again(opened(), by(OLENA))

    assert (event.actor, event.unread) == ("olena", (PAIR,))  # type: ignore[union-attr]
