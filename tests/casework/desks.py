"""Officers, findings and cases that the tests of casework share; all invented."""

from datetime import UTC, datetime, timedelta

from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Actor,
    AnyEvent,
    By,
    Case,
    CasePolicy,
    Ground,
    Opinion,
    Role,
    Ruling,
    Verdict,
    ask_erasure,
    decide,
    dispose,
    erase,
    fold,
    open_case,
    second_look,
    see,
)
from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HERE = frozenset({"north"})


# After the time of keeping (seconds).
OVER = DEFAULT.retention_days * 86400 + 100


def actor(name: str, *roles: Role, compartments: frozenset[str] = HERE) -> Actor:
    return Actor(id=name, roles=frozenset(roles), compartments=compartments)


OLENA = actor("olena", Role.OFFICER)
PABLO = actor("pablo", Role.OFFICER)
RUTH = actor("ruth", Role.SENIOR)
IVAN = actor("ivan", Role.INTAKE)
MARTA = actor("marta", Role.SENIOR)
AUDITOR = actor("auditor", Role.AUDITOR, compartments=frozenset())


def at(seconds: float = 0.0) -> datetime:
    return NOON + timedelta(seconds=seconds)


def by(who: Actor, seconds: float = 0.0) -> By:
    return By(who, at(seconds))


def finding(
    check: str = "watchlist_person",
    outcome: Outcome = Outcome.CONCERN,
    *,
    listed: Listed | None = None,
    other: str = "",
    bits: float = 3.0,
) -> Finding:
    return Finding(
        check=check, version="1", question=check, outcome=outcome, basis="test", bits=bits,
        evidence=(Evidence(feature="name", code="name.same", applicant="a", other="b", bits=bits),),
        listed=listed, other=other,
    )  # fmt: skip


PERSON = Listed(
    source="un-sc", id="QDi.1", name="Listed One", content_date="2026-11-01", sha256="aa"
)
LISTED = finding(listed=PERSON)
DOCUMENT = finding("document_validity")
UNSEEN = finding("document_zone", Outcome.INDETERMINATE)
CLEAR = finding("background", Outcome.CLEAR)


def assessment(*findings: Finding, queue: Queue = Queue.REVIEW) -> Assessment:
    return Assessment(id="A1", queue=queue, rule="test", findings=findings, name="Invented Person")


def opened(*findings: Finding, policy: CasePolicy = DEFAULT, name: str = "C1") -> Case:
    """A case with these findings, opened an hour ago."""
    return fold(
        open_case(
            by(ENGINE, -3600), policy, case=name, applicant="P1", compartment="north",
            assessment=assessment(*(findings or (LISTED, CLEAR))),
        )
    )  # fmt: skip


def read(case: Case, *people: Actor, seconds: float = -60) -> Case:
    """The case after these people read all of it."""
    for who in people:
        case = fold(see(case, by(who, seconds), purpose="vetting"), case)
        case = fold(see(case, by(who, seconds), purpose="vetting", read=tuple(case.findings)), case)
    return case


def after(case: Case, events: tuple[AnyEvent, ...]) -> Case:
    return fold(events, case)


def judged(
    case: Case,
    who: Actor,
    verdict: Verdict = Verdict.DIFFERENT,
    *,
    seconds: float = 0,
    bulk: str = "",
) -> Case:
    """The case with one verdict on all that is to be judged."""
    said = dispose(
        case, by(who, seconds), DEFAULT, findings=tuple(case.to_judge), verdict=verdict,
        reason="another birth date", bulk=bulk,
    )  # fmt: skip
    return fold(said, case)


def opinion(
    seen: str, ruling: Ruling = Ruling.GRANT, *, reason: str = "as found", told: str = ""
) -> Opinion:
    return Opinion(ruling=ruling, reason=reason, seen=seen, told=told)


def ruled(
    case: Case,
    who: Actor,
    ruling: Ruling,
    *,
    seconds: float = 20,
    bulk: str = "",
    sampled: bool = False,
) -> Case:
    """The case after somebody decided, or proposed, so."""
    said = Opinion(
        ruling=ruling, reason="as found", seen=case.grounds, told="what you told us does not agree"
    )
    return fold(decide(case, by(who, seconds), DEFAULT, said, bulk=bulk, sampled=sampled), case)


def looked(
    case: Case, who: Actor, ruling: Ruling, *, seconds: float = 60, seen: str | None = None
) -> Case:
    """The case after somebody's second look."""
    said = Opinion(ruling=ruling, reason="my own eyes", seen=case.grounds if seen is None else seen)
    return fold(second_look(case, by(who, seconds), DEFAULT, said), case)


def erased(case: Case) -> Case:
    """The case after two seniors who did not judge it erased it."""
    asked = ask_erasure(
        case, by(MARTA, OVER), DEFAULT, ground=Ground.RETENTION, reason="five years are over"
    )
    case = fold(asked, case)
    return fold(erase(case, by(RUTH, OVER + 5), DEFAULT), case)


def fresh() -> Case:
    """A case that three officers have read."""
    return read(opened(), OLENA, PABLO, RUTH)


def told_apart() -> Case:
    """A case whose one concern is somebody else, as Olena said."""
    return judged(fresh(), OLENA)


def granted() -> Case:
    """A case that Olena granted, which she may do alone."""
    return ruled(told_apart(), OLENA, Ruling.GRANT)


def proposed() -> Case:
    """A case that Olena would refuse."""
    return ruled(fresh(), OLENA, Ruling.REFUSE)


def refused() -> Case:
    """A case that Pablo refuses as well."""
    return looked(proposed(), PABLO, Ruling.REFUSE)


def disagreed() -> Case:
    """A case that Olena would refuse and Pablo grant."""
    return looked(proposed(), PABLO, Ruling.GRANT)
