"""What both sides of an applicant's findings say today, gathered for comparing with clearances."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from tamiz.casework.clearance import parties
from tamiz.casework.fields import Fields, listed_fields
from tamiz.model import Finding, SourceRecord


class Sides(Struct, frozen=True, kw_only=True):
    """What both sides of cleared pairs say today.

    ``listed`` is by party (``source/id``, or ``applicant/ID`` of another applicant), each with all
    entries of the party together; a party that is not in it cannot be compared, and its pair comes
    back.
    """

    applicant: Fields = Fields()
    listed: Mapping[str, Fields] = {}

    def of(self, finding: Finding) -> Fields | None:
        """The other side of a finding; None where it has none, or it could not be read."""
        return next(
            (self.listed[key] for key in sorted(parties(finding)) if key in self.listed), None
        )


def sides_of(
    applicant: Fields,
    findings: Iterable[Finding],
    *,
    record: Callable[[str, str], SourceRecord | None],
    other: Callable[[str], Fields | None] = lambda _applicant: None,
) -> Sides:
    """Both sides of every finding that has two.

    Args:
        applicant: ``applicant_fields`` of their dossier.
        findings: what was found of them.
        record: the entry of a list by source and id; None where it cannot be read.
        other: the fields of another applicant by their id; None where they cannot be read.
    """
    listed: dict[str, Fields] = {}
    for finding in findings:
        found = _other_side(finding, record, other)
        if found is not None:
            listed.update(dict.fromkeys(parties(finding), found))
    return Sides(applicant=applicant, listed=listed)


def _other_side(
    finding: Finding,
    record: Callable[[str, str], SourceRecord | None],
    other: Callable[[str], Fields | None],
) -> Fields | None:
    """All entries of the party together; None where one of them cannot be read."""
    if finding.listed is None:
        return other(finding.other) if finding.other else None
    entries = [(finding.listed.source, finding.listed.id)]
    entries += [(one.source, one.id) for one in finding.listed.also]
    records = [record(source, number) for source, number in entries]
    read = [one for one in records if one is not None]
    return listed_fields(read) if len(read) == len(records) else None
