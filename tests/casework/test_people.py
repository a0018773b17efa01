"""Who may do what, and where."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.desks import AUDITOR, IVAN, OLENA, RUTH, actor, opened
from tamiz.casework import (
    ENGINE,
    EVERYWHERE,
    FORM,
    Act,
    Actor,
    By,
    Role,
    compartments,
    may,
    require,
)
from tamiz.casework.people import ROLES, incompatible
from tamiz.errors import NotAllowed

# What changes a case; whoever only looks, or runs the machine, may do none of it.
CHANGES = frozenset(Act) - {
    Act.SEE, Act.SEE_LISTS, Act.SEE_PEOPLE, Act.SEE_AUDIT, Act.MANAGE_LISTS, Act.MANAGE_PEOPLE,
    Act.MANAGE_SYSTEM,
}  # fmt: skip
CONTENT = CHANGES | {Act.SEE, Act.SEE_AUDIT}


def test_every_act_has_its_row() -> None:
    assert set(ROLES) == set(Act)
    assert all(ROLES.values())


@pytest.mark.parametrize(
    ("role", "never"),
    [
        (Role.AUDITOR, CHANGES | {Act.MANAGE_LISTS, Act.MANAGE_PEOPLE, Act.MANAGE_SYSTEM}),
        (Role.SYSTEM_ADMIN, frozenset(Act) - {Act.MANAGE_SYSTEM}),
        (Role.PEOPLE_ADMIN, CONTENT),
        (Role.LIST_MANAGER, CONTENT),
        (Role.ENGINE, CONTENT - {Act.OPEN, Act.RENEW, Act.REOPEN, Act.ASK_ERASURE}),
        (Role.FORM, frozenset(Act) - {Act.OBSERVE}),
        (Role.INTAKE, frozenset({Act.SEE, Act.DISPOSE, Act.DECIDE, Act.SECOND_LOOK, Act.DISCLOSE})),
        (
            Role.OFFICER,
            frozenset(
                {Act.RENEW, Act.BRING, Act.ERASE, Act.ASSIGN, Act.DECIDE_ESCALATED, Act.SEE_AUDIT}
            ),
        ),
    ],
)
def test_what_a_role_may_never_do(role: Role, never: frozenset[Act]) -> None:
    assert [act for act in never if may(actor("x", role), act)] == []


@pytest.mark.parametrize("beside", [Role.OFFICER, Role.SENIOR])
def test_who_decides_cases_brings_no_findings_whatever_else_they_are(beside: Role) -> None:
    both = actor("x", Role.INTAKE, beside)

    assert may(actor("x", Role.INTAKE), Act.BRING)
    assert not may(both, Act.BRING)
    assert compartments(both, Act.BRING) == frozenset()
    assert may(both, Act.OPEN)


@pytest.mark.parametrize("act", sorted(Act))
def test_nobody_without_a_role_may_do_anything(act: Act) -> None:
    assert not may(actor("x"), act)


@pytest.mark.parametrize("act", sorted(ROLES))
def test_another_compartment_is_out_of_reach(act: Act) -> None:
    case = SimpleNamespace(id="C1", compartment="south")

    assert not may(OLENA, act, case)
    assert not may(RUTH, act, case)


def test_an_auditor_reads_everywhere_and_holds_no_other_role() -> None:
    assert may(AUDITOR, Act.SEE, opened())
    assert compartments(AUDITOR) == {EVERYWHERE}
    with pytest.raises(ValueError, match="auditor"):
        actor("x", Role.AUDITOR, Role.OFFICER)


@pytest.mark.parametrize(
    ("roles", "is_refused"),
    [
        ({Role.SYSTEM_ADMIN, Role.OFFICER}, True),
        ({Role.PEOPLE_ADMIN, Role.SENIOR}, True),
        ({Role.PEOPLE_ADMIN, Role.SYSTEM_ADMIN, Role.LIST_MANAGER}, False),
        ({Role.OFFICER, Role.SENIOR, Role.INTAKE, Role.LIST_MANAGER}, False),
    ],
)
def test_which_roles_one_person_may_hold(roles: set[Role], is_refused: bool) -> None:
    clash = incompatible(frozenset(roles))

    assert (clash is not None) is is_refused
    assert set(clash or ()) <= roles


@given(st.sets(st.sampled_from(Role)), st.sampled_from(Act), st.sampled_from(["north", "south"]))
def test_who_may_see_the_rows_may_do_it_there_and_nobody_else(
    roles: set[Role], act: Act, place: str
) -> None:
    if incompatible(frozenset(roles)):
        return
    who = Actor(id="x", roles=frozenset(roles), compartments=frozenset({"north"}))
    seen = compartments(who, act)

    assert may(who, act, SimpleNamespace(id="C", compartment=place)) is (
        place in seen or EVERYWHERE in seen
    )


@pytest.mark.parametrize(("role", "act"), list(product([Role.OFFICER, Role.SENIOR], [Act.SEE])))
def test_no_compartment_means_none(role: Role, act: Act) -> None:
    who = Actor(id="x", roles=frozenset({role}))

    assert compartments(who, act) == frozenset()
    assert not may(who, act, opened())


def test_a_refusal_names_the_roles_that_could() -> None:
    with pytest.raises(NotAllowed, match="roles: officer, senior officer"):
        require(IVAN, Act.DECIDE, opened())


def test_a_case_elsewhere_is_told_as_one_that_is_not_there() -> None:
    with pytest.raises(NotAllowed, match="no case C1 here") as told:
        require(actor("x", Role.OFFICER, compartments=frozenset({"south"})), Act.SEE, opened())

    assert "north" not in str(told.value)


def test_the_form_may_observe_everywhere_and_the_engine_renew() -> None:
    assert may(FORM, Act.OBSERVE, opened())
    assert may(ENGINE, Act.RENEW, opened())


@pytest.mark.parametrize(
    "instant",
    [datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=2)))],  # noqa: DTZ001
)
def test_an_instant_that_is_not_utc_is_refused(instant: datetime) -> None:
    with pytest.raises(ValueError, match="UTC"):
        By(OLENA, instant)


def test_an_instant_in_utc_is_taken() -> None:
    assert By(OLENA, datetime(2026, 1, 1, tzinfo=UTC)).at.year == 2026
