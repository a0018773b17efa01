"""Was a document valid on the day of the application, as far as the two dates tell?

Dates are compared by their bounds: a month is all its days, and 03/04/2026 is two days. Where
every reading says one thing it is said; where they do not, the question stays open.

Without a date of application nothing is compared: screening knows no "today", so that the same
file always gives the same answer, and a cohort without that column must not go to review as a
whole. The expiry date is then shown with the remark that nobody compared it.
"""

from collections.abc import Iterator

from tamiz.checks.claims_zone_read import failing, zone_of
from tamiz.checks.documents.days import bounds
from tamiz.documents.zone import Part
from tamiz.model import Dossier, Evidence, IdentityEvidence, PartialDate

_CENTURY = 100
_LONGEST_AHEAD = 50  # years: a zone's expiry is read as at most so long after the application


def compare_expiry(dossier: Dossier) -> Iterator[Evidence]:
    """One answer for each document with an expiry date, declared or in its zone."""
    for document in dossier.documents:
        expires = document.expires or tuple(_in_zone(document, dossier.applied_on))
        if expires:
            yield _answer(expires, dossier.applied_on)


def _answer(expires: tuple[PartialDate, ...], applied: tuple[PartialDate, ...]) -> Evidence:
    verdicts = {_verdict(end, day) for end in expires for day in applied}
    verdict = verdicts.pop() if len(verdicts) == 1 else "undecided"
    return Evidence(
        feature="document",
        code=f"claims.expiry.{verdict if applied else 'no_application_date'}",
        applicant=" / ".join(one.text() for one in expires),
        other=" / ".join(one.text() for one in applied),
        field=expires[0].field,
        other_field=applied[0].field if applied else "",
    )


def _verdict(expires: PartialDate, applied: PartialDate) -> str:
    (earliest_end, latest_end), (earliest, latest) = bounds(expires), bounds(applied)
    if earliest_end >= latest:
        return "agrees"
    return "expired" if latest_end < earliest else "undecided"


def _in_zone(document: IdentityEvidence, applied: tuple[PartialDate, ...]) -> Iterator[PartialDate]:
    """The expiry date of the zone, in the century that the application makes likely."""
    zone = zone_of(document.mrz) if document.mrz else None
    if zone is None or Part.EXPIRY_DATE.value in failing(zone):
        return
    expiry_date = zone.value(Part.EXPIRY_DATE)
    if not expiry_date[:2].isdecimal() or not applied:
        return
    latest = applied[0].year + _LONGEST_AHEAD
    year = latest - (latest - int(expiry_date[:2])) % _CENTURY
    month, day = (_number(part) for part in (expiry_date[2:4], expiry_date[4:]))
    yield PartialDate(year=year, month=month, day=day if month else None, field=document.field)


def _number(part: str) -> int | None:
    return int(part) if part.isdecimal() else None
