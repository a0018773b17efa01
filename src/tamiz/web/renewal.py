"""Cases that a run opens, and findings that it renews; what somebody decided stays theirs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec
from django.db import connection
from msgspec import Struct

from tamiz.casework import (
    ENGINE,
    AnyEvent,
    By,
    Sides,
    ended_elsewhere,
    evidence_hash,
    fold,
    in_force,
    open_case,
    renew,
    sift,
)
from tamiz.model import Assessment
from tamiz.output.cases import needs_attention
from tamiz.web import journaling, store
from tamiz.web.case_rows import applicant_of, began, finding_rows, is_older, row_facts
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseFinding, CaseSides, Run
from tamiz.web.observed import Observed, reread
from tamiz.web.projection import facts_of, project
from tamiz.web.sides import Known, packed, sides_of, unpacked, written_sides_of

# Cases that are opened at once: nine questions to the database, which cost PostgreSQL a round trip
# each, and SQLite 0.007 s.
PIECES = {"sqlite": 5, "postgresql": 25}


class Renewal(Struct, frozen=True):
    """What an import did, in cases; appeals and corrections are counted apart."""

    opened: int = 0
    renewed: int = 0
    unchanged: int = 0
    older: int = 0
    contesting: int = 0

    @property
    def cases(self) -> int:
        """All applicants that have one."""
        return self.opened + self.renewed + self.unchanged + self.older

    def __add__(self, other: "Renewal") -> "Renewal":
        return Renewal(
            self.opened + other.opened,
            self.renewed + other.renewed,
            self.unchanged + other.unchanged,
            self.older + other.older,
            self.contesting + other.contesting,
        )


class Ready(Struct, frozen=True):
    """One assessment with everything that can be made of it before anybody is kept waiting.

    ``read`` counts the observations that are in it, by the number of the case that they stand in.
    """

    assessment: Assessment
    applicant: str
    sides: Sides
    packed: object
    written: object
    evidence: str
    facts: dict[str, object]
    read: Mapping[int, int] = {}


class Came(Struct, frozen=True):
    """How findings come in: written by whom, from whose file, and what the queue says of it."""

    by: By
    brought_by: frozenset[str]
    news: str = "changed"


class Met(Struct, frozen=True):
    """What was found of an applicant, and the cases that there are already."""

    one: Ready
    rows: tuple[Row, ...]


def ready(run: Run, one: Assessment, known: Known) -> Ready:
    """Make it ready; the database is not asked."""
    sides = sides_of(one, known)
    return _ready(
        run,
        began(run),
        one,
        known.observed.get(applicant_of(one)),
        sides,
        written_sides_of(one, known),
    )


def _ready(
    run: Run,
    screened: str,
    found: Assessment,
    seen: Observed | None,
    sides: Sides,
    written: Sides,
) -> Ready:
    """The same of both sides as they are known; what was observed is read."""
    one = reread(found, seen)
    evidence = evidence_hash(one.findings)
    return Ready(
        assessment=one, applicant=applicant_of(one), sides=sides, packed=packed(sides),
        written=packed(written), evidence=evidence, facts=row_facts(run, screened, one, evidence),
        read={} if seen is None else seen.read,
    )  # fmt: skip


def weigh_one(
    rows: Sequence[Row], seen: Observed, moment: datetime, *, brought_by: frozenset[str]
) -> Renewal:
    """Renew the cases of an applicant for what was observed, within a transaction of the caller's.

    ``brought_by``: whose file it is that says what the applicant told.
    """
    first = next(iter(_screened(rows)), rows[0])
    there = CaseSides.objects.get(case=first)
    found = store.load(first).assessment
    sides, written = unpacked(there.sides), unpacked(there.written)
    one = _ready(first.run, first.screened, found, seen, sides, written)
    came = Came(By(ENGINE, moment), brought_by, news="observed")
    return _renew_all(first.run, Met(one, tuple(rows)), came)


def bring(
    run: Run,
    found: Sequence[Ready],
    moment: datetime,
    *,
    brought_by: frozenset[str] = frozenset(),
    enough: Callable[[], bool] = lambda: False,
) -> tuple[Renewal, list[Ready]]:
    """Bring these in, within one transaction of the caller's.

    Every case of an applicant gets them: an appeal, too, is judged on what is known now. A case
    that knows a later screening is left as it is; whose case was erased gets a new one.

    Args:
        run: what they are the results of.
        found: what was found; of an applicant's, the last counts.
        moment: what the journal shall say.
        brought_by: the ids of those whose file it is; none for what nobody with an account brought.
        enough: asked between pieces of work; once it says so, the rest is left.

    Returns:
        What was done, at least something; and what was left, for the next transaction.
    """
    journaling.hold()
    came, size = Came(By(ENGINE, moment), brought_by), PIECES[connection.vendor]
    told = {one.applicant: one for one in found}
    there = _there(run, told)
    met = [Met(one, tuple(there[name])) for name, one in told.items() if there[name]]
    new = [one for name, one in told.items() if _is_new(one, there[name])]
    current = [now for one in met if (now := _current(run, one)).rows]
    moved, same = _apart(current)
    kept = [row.pk for one in same for row in one.rows]
    Row.objects.filter(pk__in=kept).update(run=run, screened=began(run))
    left_alone = _first(met) - _first(current)
    did = Renewal(unchanged=sum(len(_screened(one.rows)) for one in same), older=left_alone)
    while new and not (did.cases and enough()):
        piece, new = new[:size], new[size:]
        _open(run, piece, came)
        did += Renewal(opened=len(piece))
    while moved and not (did.cases and enough()):
        did += _renew_all(run, moved.pop(0), came)
    return did, [*new, *(met.one for met in moved)]


def _there(run: Run, applicants: Iterable[str]) -> dict[str, list[Row]]:
    """The cases that there are already, by applicant."""
    rows = Row.objects.select_related("run").defer("run__summary", "words")
    there: dict[str, list[Row]] = defaultdict(list)
    for row in rows.filter(programme=run.programme, applicant__in=applicants).order_by("pk"):
        there[row.applicant].append(row)
    return there


def _is_new(one: Ready, rows: Iterable[Row]) -> bool:
    """Whether a case is to be opened. An erased one is none, nor is an appeal against it.

    Whoever had a case when the results were read, and has none any more, gets one only for a reason.
    """
    return not _screened(rows) and needs_attention(one.assessment)


def _first(met: Iterable[Met]) -> int:
    """How many applicants have a case that contests no other."""
    return sum(bool(_screened(one.rows)) for one in met)


def _screened(rows: Iterable[Row]) -> list[Row]:
    """Those that contest no other."""
    return [row for row in rows if row.about_id is None]


def _current(run: Run, met: Met) -> Met:
    """Without the cases that know a later screening."""
    return Met(met.one, tuple(row for row in met.rows if not is_older(run, row)))


def _apart(met: list[Met]) -> tuple[list[Met], list[Met]]:
    """Those of which something has to be written, and those that say what they said."""
    kept = CaseSides.objects.filter(case__in=[row.pk for one in met for row in one.rows])
    told = {row.case_id: (row.sides, row.written) for row in kept}
    same: list[Met] = []
    moved: list[Met] = []
    for now in met:
        says_so = all(
            row.evidence == now.one.evidence
            and row.weighed == now.one.read.get(row.pk, 0)
            and not row.has_cleared
            and told.get(row.pk) == (now.one.packed, now.one.written)
            for row in now.rows
        )
        (same if says_so else moved).append(now)
    return moved, same


def _renew_all(run: Run, met: Met, came: Came) -> Renewal:
    """Renew all cases of an applicant."""
    renewed = [row for row in met.rows if _renew(run, met.one, row, came)]
    first, changed = len(_screened(met.rows)), len(_screened(renewed))
    return Renewal(renewed=changed, unchanged=first - changed, contesting=len(renewed) - changed)


def _open(run: Run, new: Sequence[Ready], came: Came) -> None:
    """Open cases: each event is made before its row has a number, and called by it afterwards."""
    by, told = came.by, [_opened(run, one, came) for one in new]
    rows = Row.objects.bulk_create(
        [
            Row(
                programme=run.programme, applicant=one.applicant, opened=by.at, changed=by.at,
                news="new", **one.facts, **facts_of(fold(events)),
            )
            for one, events in zip(new, told, strict=True)
        ]
    )  # fmt: skip
    journaling.append(
        [
            msgspec.structs.replace(event, case=row.key)
            for row, events in zip(rows, told, strict=True)
            for event in events
        ],
        are_new=True,
    )
    CaseSides.objects.bulk_create(
        CaseSides(case=row, sides=one.packed, written=one.written)
        for row, one in zip(rows, new, strict=True)
    )
    CaseFinding.objects.bulk_create(
        row
        for case, one in zip(rows, new, strict=True)
        for row in finding_rows(case, one.assessment)
    )


def _opened(run: Run, one: Ready, came: Came) -> tuple[AnyEvent, ...]:
    return open_case(
        came.by, store.POLICY, case="", applicant=one.assessment.id,
        compartment=run.programme.key, assessment=one.assessment, brought_by=came.brought_by,
    )  # fmt: skip


def _renew(run: Run, one: Ready, row: Row, came: Came) -> bool:
    """Whether the newer findings changed the case."""
    by = came.by
    CaseSides.objects.update_or_create(
        case=row, defaults={"sides": one.packed, "written": one.written}
    )
    Row.objects.filter(pk=row.pk).update(
        run=run, screened=one.facts["screened"], weighed=one.read.get(row.pk, 0)
    )
    if row.evidence == one.evidence and not row.has_cleared:
        return False
    case = store.load(row)
    rows = Row.objects.filter(programme=row.programme, applicant=row.applicant).exclude(pk=row.pk)
    others = tuple(map(store.load, rows))
    sifted = sift(
        case.applicant, one.assessment.findings, in_force((case, *others)), one.sides,
        today=by.at.date(), policy=store.POLICY, ended=ended_elsewhere(case, others),
    )  # fmt: skip
    events = renew(
        case, by, store.POLICY, assessment=one.assessment, sifted=sifted,
        brought_by=came.brought_by,
    )  # fmt: skip
    if not events:
        return False
    entries = journaling.append(events)
    after = fold(events, case)
    project(row, after, zip(events, entries, strict=True))
    Row.objects.filter(pk=row.pk).update(news=came.news, changed=by.at, **one.facts)
    CaseFinding.objects.filter(case=row).delete()
    CaseFinding.objects.bulk_create(finding_rows(row, one.assessment))
    return True
