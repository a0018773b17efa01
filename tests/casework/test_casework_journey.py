"""From a list and a dossier to a decision, a quiet year, a change of the list, and a verified export."""

from datetime import timedelta
from pathlib import Path

import pytest

from casework.desks import OLENA, PABLO
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    AnyEvent,
    Audience,
    By,
    Case,
    Opinion,
    Quiet,
    Ruling,
    Sides,
    State,
    Verdict,
    applicant_fields,
    decide,
    disclose,
    dispose,
    fold,
    in_force,
    keep_quiet,
    open_case,
    renew,
    see,
    sides_of,
    sift,
)
from tamiz.casework.journal import (
    Entry,
    event_in,
    export,
    new_case_key,
    new_master_key,
    next_entry,
    unwrap,
    verify,
)
from tamiz.lists.store import Store
from tamiz.matching.index import Index
from tamiz.model import Assessment, Dossier, IdentityClaim, Name, PartialDate
from tamiz.screening import Screener
from worlds import AGUILA, DAY, FRONT, Entity, bring_entities, person, setup_for, store_with

NAMESAKE = Dossier(
    id="A1",
    identity=IdentityClaim(
        names=(Name(text="Rosendo Quiñónez Batres"),),
        birth_dates=(PartialDate(year=1984, month=11),),
    ),
)


def alias_added() -> Entity:
    return person(
        "P-1", "Rosendo Quiñónez Batres", "Росендо Киньонес", "El Águila", birthDate="1984-11-07",
        nationality="mx", gender="male", passportNumber="G90817263",
    )  # fmt: skip


def turned_round() -> Entity:
    """The same party as another edition may write it."""
    return person(
        "P-1", "Росендо КИНЬОНЕС", "QUIÑÓNEZ BATRES, Rosendo", birthDate="1984-11-07",
        nationality="mx", gender="male", passportNumber="G-90817263", notes="corrected",
    )  # fmt: skip


def screened(store: Store) -> tuple[Assessment, Sides]:
    """What screening finds now, and both sides of it."""
    setup = setup_for(store)
    index = Index.open(setup.index)
    with Screener(setup) as screener:
        found = screener.assess(NAMESAKE)
    return found, sides_of(applicant_fields(NAMESAKE), found.findings, record=index.record)


class Unit:
    """A case with its journal."""

    def __init__(self) -> None:
        self.master = new_master_key()
        self.key = unwrap(self.master, new_case_key(self.master, "C1"))
        self.journal: list[Entry] = []
        self.case: Case | None = None

    def keep(self, events: tuple[AnyEvent, ...]) -> Case:
        for event in events:
            self.journal.append(
                next_entry(self.journal[-1] if self.journal else None, event, self.key)
            )
        self.case = fold(events, self.case)
        return self.case


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_with(tmp_path, (AGUILA, FRONT))


def told_apart(unit: Unit, store: Store) -> Case:
    """Olena reads the case, tells the pair apart, keeps it quiet and grants."""
    found, sides = screened(store)
    case = unit.keep(
        open_case(
            By(ENGINE, DAY),
            DEFAULT,
            case="C1",
            applicant="P1",
            compartment="north",
            assessment=found,
        )
    )
    assert case.to_judge
    by = By(OLENA, DAY + timedelta(minutes=5))
    case = unit.keep(see(case, by, purpose="vetting", read=tuple(case.to_judge)))
    case = unit.keep(
        dispose(
            case, by, DEFAULT, findings=tuple(case.to_judge), verdict=Verdict.DIFFERENT,
            reason="his photograph is another man's",
        )
    )  # fmt: skip
    for number, key in enumerate(case.to_judge):
        other = sides.of(case.findings[key])
        if other is not None:
            quiet = Quiet(id=f"K{number}", applicant=sides.applicant, listed=other)
            case = unit.keep(keep_quiet(case, by, DEFAULT, finding=key, quiet=quiet))
    said = Opinion(ruling=Ruling.GRANT, reason="a namesake", seen=case.grounds)
    return unit.keep(decide(case, by, DEFAULT, said))


def again(unit: Unit, case: Case, store: Store, days: int) -> Case:
    found, sides = screened(store)
    moment = DAY + timedelta(days=days)
    sifted = sift(
        "P1", found.findings, in_force([case]), sides, today=moment.date(), policy=DEFAULT
    )
    return unit.keep(renew(case, By(ENGINE, moment), DEFAULT, assessment=found, sifted=sifted))


def test_a_cleared_namesake_is_quiet_until_the_list_learns_something(
    store: Store, tmp_path: Path
) -> None:
    unit = Unit()
    case = told_apart(unit, store)
    assert case.state is State.DECIDED

    bring_entities(store, tmp_path / "2.json", "ftm:test", (turned_round(), FRONT))
    case = again(unit, case, store, 30)
    assert case.state is State.DECIDED

    bring_entities(store, tmp_path / "3.json", "ftm:test", (alias_added(), FRONT))
    case = again(unit, case, store, 60)

    assert case.state is State.OPEN
    changes = {change for lapse in case.changed.values() for change in lapse.changes}
    assert {(one.side, one.field, one.added) for one in changes} == {
        ("listed", "names", ("el aguila",))
    }


def test_the_journal_of_it_verifies_reads_back_and_tells_each_what_they_may_have(
    store: Store,
) -> None:
    unit = Unit()
    case = told_apart(unit, store)
    events = tuple(event_in(entry, unit.key) for entry in unit.journal)

    assert verify(export(unit.journal, made_at=DAY)).is_whole
    assert fold(events) == case
    at = DAY + timedelta(hours=1)
    slip = disclose(case, events, Audience.SPONSOR, policy=DEFAULT, at=at)
    assert (slip.result, slip.applicant) == (Ruling.GRANT, "P1")


def test_a_line_of_the_export_names_nobody(store: Store) -> None:
    unit = Unit()
    told_apart(unit, store)

    told = b"".join(export(unit.journal, made_at=DAY))

    assert "Quiñónez".encode() not in told
    assert PABLO.id.encode() not in told
    assert OLENA.id.encode() in told
