"""Cases that a run opens, and findings that it renews; what somebody decided stays theirs."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct

from tamiz.casework import (
    ENGINE,
    AnyEvent,
    By,
    evidence_hash,
    finding_id,
    fold,
    in_force,
    needs_verdict,
    open_case,
    renew,
    sift,
)
from tamiz.casework.evidence import by_id
from tamiz.model import Assessment, Finding
from tamiz.output.cases import case_view
from tamiz.web import journaling, store
from tamiz.web.columns import column
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseFinding, CaseSides, Run
from tamiz.web.projection import facts_of, project
from tamiz.web.rank import rank
from tamiz.web.search_words import LONGEST as MOST_WORDS
from tamiz.web.search_words import case_words
from tamiz.web.sides import Known, packed, sides_of

LONGEST = 300  # signs of a name in the queue; the case has all of it
LONGEST_ID = 200  # of an applicant's number


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


def bring(run: Run, found: Sequence[Assessment], known: Known, moment: datetime) -> Renewal:
    """Bring these assessments in, within one transaction of the caller's.

    Every case of an applicant gets them: an appeal, too, is judged on what is known now. A case
    that knows a later screening is left as it is.
    """
    journaling.hold()
    told = {_applicant(one): one for one in found}
    there = Row.objects.select_related("run").filter(programme=run.programme, applicant__in=told)
    rows = list(there.order_by("pk"))
    first = {row.applicant for row in rows if row.about_id is None}
    by = By(ENGINE, moment)
    new = [one for applicant, one in told.items() if applicant not in first]
    _open(run, new, known, by)
    current = [row for row in rows if not _is_older(run, row.run)]
    renewed = [row for row in current if _renew(run, told[row.applicant], row, known, by)]
    Row.objects.filter(pk__in=[row.pk for row in current]).update(run=run)
    counts = [len(_screened(some)) for some in (renewed, current, rows)]
    return Renewal(
        len(new), counts[0], counts[1] - counts[0], counts[2] - counts[1],
        len(renewed) - counts[0],
    )  # fmt: skip


def _screened(rows: Iterable[Row]) -> list[Row]:
    """Those that contest no other."""
    return [row for row in rows if row.about_id is None]


def _is_older(run: Run, known: Run) -> bool:
    """Whether a run was screened before the one that a case knows: it takes nothing away from it."""
    days = [str(one.screened_on or "") for one in (run, known)]  # as read, or as just written
    return all(days) and days[0] < days[1]


def _open(run: Run, new: Sequence[Assessment], known: Known, by: By) -> None:
    if not new:
        return
    rows = Row.objects.bulk_create(
        [
            Row(
                programme=run.programme, applicant=_applicant(one), opened=by.at, changed=by.at, news="new",
                **_facts(run, one),
            )
            for one in new
        ]
    )  # fmt: skip
    told: list[AnyEvent] = []
    for row, one in zip(rows, new, strict=True):
        events = open_case(
            by, store.POLICY, case=row.key, applicant=one.id, compartment=run.programme.key,
            assessment=one,
        )  # fmt: skip
        told += events
        for name, fact in facts_of(fold(events)).items():
            setattr(row, name, fact)
    journaling.append(told)
    Row.objects.bulk_update(rows, ("due", "state", "is_open"))
    CaseSides.objects.bulk_create(
        CaseSides(case=row, sides=packed(sides_of(one, known)))
        for row, one in zip(rows, new, strict=True)
    )
    CaseFinding.objects.bulk_create(
        row for case, one in zip(rows, new, strict=True) for row in _findings(case, one)
    )


def _renew(run: Run, one: Assessment, row: Row, known: Known, by: By) -> bool:
    """Whether the newer findings changed the case."""
    sides = sides_of(one, known)
    CaseSides.objects.update_or_create(case=row, defaults={"sides": packed(sides)})
    if row.evidence == evidence_hash(one.findings) and not row.has_cleared:
        return False
    case = store.load(row)
    others = Row.objects.filter(programme=row.programme, applicant=row.applicant).exclude(pk=row.pk)
    cleared = in_force((case, *map(store.load, others)))
    sifted = sift(
        case.applicant, one.findings, cleared, sides,
        today=by.at.date(), policy=store.POLICY,
    )  # fmt: skip
    events = renew(case, by, assessment=one, sifted=sifted)
    if not events:
        return False
    entries = journaling.append(events)
    after = fold(events, case)
    project(row, after, zip(events, entries, strict=True))
    Row.objects.filter(pk=row.pk).update(news="changed", changed=by.at, **_facts(run, one))
    CaseFinding.objects.filter(case=row).delete()
    CaseFinding.objects.bulk_create(_findings(row, one))
    return True


def _applicant(one: Assessment) -> str:
    """What the row calls the applicant."""
    return column(one.id, LONGEST_ID)


def _facts(run: Run, one: Assessment) -> dict[str, object]:
    headline = case_view(one, "").headline
    return {
        "name": column(one.name, LONGEST),
        "row": one.row,
        "run": run,
        "queue": one.queue.value,
        "rule": column(one.rule, 100),
        "rank": rank(one),
        "check_name": headline.check if headline else "",
        "probability": headline.probability if headline else None,
        "bits": headline.bits if headline else None,
        "evidence": evidence_hash(one.findings),
        "words": column(case_words(one), MOST_WORDS),
    }


def _findings(case: Row, one: Assessment) -> list[CaseFinding]:
    told = by_id(filter(needs_verdict, one.findings))
    return [_row(case, at, finding) for at, finding in enumerate(told.values())]


def _row(case: Row, at: int, finding: Finding) -> CaseFinding:
    listed = finding.listed
    return CaseFinding(
        case=case,
        key=finding_id(finding),
        check_name=finding.check,
        outcome=finding.outcome.value,
        probability=finding.probability,
        bits=finding.bits,
        listed=column(f"{listed.source} {listed.id}", LONGEST) if listed else "",
        other=column(finding.other, LONGEST),
        position=at,
    )
