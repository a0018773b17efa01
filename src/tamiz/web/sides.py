"""What both sides of pairs say, for clearances: from the dossiers and the lists, or from evidence.

Evidence quotes only the values that were compared. Where the cohort's file and the store are at
hand, everything that either side says is taken, so that an alias that nobody compared yet brings
a cleared pair back as well. A side that is not in what is at hand cannot be compared, and its pair
comes back; evidence stands in only for what was not at hand at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from tamiz.casework import (
    Fields,
    Sides,
    applicant_fields,
    written_by,
    written_in,
)
from tamiz.casework.clearance import parties
from tamiz.casework.fields import fold
from tamiz.casework.sides import sides_of as gathered
from tamiz.intake.dossiers import Reject, open_cohort
from tamiz.lists.store import Store
from tamiz.model import Assessment, Evidence, Finding, Listed, SourceRecord
from tamiz.web.columns import column_of
from tamiz.web.observed import Observed

# Which field a piece of evidence is about.
FIELDS = {
    "name": "names",
    "birth_date": "birth_dates",
    "birth_place": "birth_places",
    "sex": "sex",
    "identifier": "documents",
    "nationality": "nationalities",
    "address": "addresses",
    "contact": "contacts",
}


class Known(Struct, frozen=True):
    """What is at hand beside the evidence: applicants by id, list entries by ``source/id``.

    None: no applicants, or no lists, were at hand. ``others`` is what other sides were known to say,
    by what ``clearance.parties`` calls them; ``written`` is what each side wrote, under the same
    names; ``applicants`` are folded. ``observed`` is what was filed of applicants since.
    """

    applicants: Mapping[str, Fields] | None = None
    written: Mapping[str, Fields] = {}
    records: Mapping[str, SourceRecord] | None = None
    others: Mapping[str, Fields] = {}
    observed: Mapping[str, Observed] = {}


def known_of(found: Iterable[Assessment], cohort: Path | None, store: Store | None) -> Known:
    """Everything that the dossiers and the lists say of those whom these findings are about."""
    wanted, ids = _named(found)
    applicants, written = (None, {}) if cohort is None else _applicants(cohort, ids)
    return Known(applicants, written, None if store is None else _records(store, wanted))


def sides_of(assessment: Assessment, known: Known) -> Sides:
    """What the applicant says, and each party that a finding names.

    Where the applicant is not among those at hand, nothing of theirs can be compared.
    """
    applicants, records = known.applicants, known.records or {}
    told = [one for finding in assessment.findings for one in finding.evidence]
    if applicants is not None and assessment.id not in applicants:
        return Sides(applicant=_quoted(told, is_applicant=True))
    listed = {
        name: other
        for finding in assessment.findings
        if (other := _stand_in(finding, known)) is not None
        for name in parties(finding)
    }
    found = gathered(
        _quoted(told, is_applicant=True) if applicants is None else applicants[assessment.id],
        assessment.findings,
        record=lambda source, entry: records.get(f"{source}/{entry}"),
        other=(applicants or {}).get,
    )
    return Sides(applicant=found.applicant, listed={**listed, **found.listed})


def written_sides_of(assessment: Assessment, known: Known) -> Sides:
    """The same as both sides wrote it, for officers to read; empty where only evidence is at hand."""
    listed: dict[str, Fields] = {}
    for finding in assessment.findings:
        records = _records_of(finding, known)
        names = sorted(parties(finding))
        before = [known.written[name] for name in names if name in known.written]
        other = written_in(records) if records else next(iter(before), Fields())
        listed |= dict.fromkeys(names, other)
    own = known.written.get(written_name(assessment.id), Fields())
    return Sides(applicant=own, listed=listed)


def written_name(applicant: str) -> str:
    """What an applicant is called in ``Known.written``, as ``clearance.parties`` calls them."""
    return f"applicant/{applicant}"


def packed(sides: Sides) -> object:
    """The sides as a column of JSON holds them."""
    return column_of(msgspec.to_builtins(sides))


def unpacked(column: object) -> Sides:
    """The sides of a column of JSON."""
    return msgspec.convert(column, Sides)


def _named(found: Iterable[Assessment]) -> tuple[dict[str, set[str]], set[str]]:
    """The list entries by source, and the applicants, that findings are about."""
    wanted: dict[str, set[str]] = defaultdict(set)
    ids = set()
    for one in found:
        ids.add(one.id)
        for finding in one.findings:
            ids.add(finding.other)
            if finding.listed is not None:
                for source, entry in _entries(finding.listed):
                    wanted[source].add(entry)
    return wanted, ids


def _entries(listed: Listed) -> Iterator[tuple[str, str]]:
    """Source and id of a party's own entry and of its others."""
    yield listed.source, listed.id
    yield from ((other.source, other.id) for other in listed.also)


def _applicants(cohort: Path, ids: set[str]) -> tuple[dict[str, Fields], dict[str, Fields]]:
    """These applicants by id, folded and as written."""
    folded, written = {}, {}
    for one in open_cohort(cohort):
        if not isinstance(one, Reject) and one.id in ids:
            folded[one.id], written[written_name(one.id)] = applicant_fields(one), written_by(one)
    return folded, written


def _records(store: Store, wanted: Mapping[str, set[str]]) -> dict[str, SourceRecord]:
    return {
        f"{source}/{record.id}": record
        for source, ids in wanted.items()
        for record in store.records(source)
        if record.id in ids
    }


def _stand_in(finding: Finding, known: Known) -> Fields | None:
    """The other side as it was known before, or as evidence quotes it; None where it must be read."""
    if finding.listed is not None and known.records is not None:
        return None
    before = [known.others[name] for name in sorted(parties(finding)) if name in known.others]
    if before:
        return before[0]
    if finding.listed is None and known.applicants is not None:
        return None
    return _quoted(finding.evidence, is_applicant=False)


def _records_of(finding: Finding, known: Known) -> list[SourceRecord]:
    """The entries of the listed party that can be read."""
    if finding.listed is None:
        return []
    names = [f"{source}/{entry}" for source, entry in _entries(finding.listed)]
    return [one for name in names if (one := (known.records or {}).get(name)) is not None]


def _quoted(told: Iterable[Evidence], *, is_applicant: bool) -> Fields:
    """The values of one side as evidence quotes them."""
    values: dict[str, set[str]] = defaultdict(set)
    for one in told:
        text = fold(one.applicant if is_applicant else one.other)
        if text and one.feature in FIELDS:
            values[FIELDS[one.feature]].add(text)
    return Fields(**{name: tuple(sorted(found)) for name, found in values.items()})
