"""What a clearance rests on: what both sides of a pair said at the last screening."""

import hashlib
from uuid import uuid4

import msgspec

from tamiz.casework import Case, Quiet
from tamiz.casework.clearance import parties
from tamiz.casework.refusal import conflict
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseSides
from tamiz.web.sides import unpacked

_encode = msgspec.json.Encoder(order="sorted").encode


def sides_of(row: Row) -> str:
    """A digest of what both sides said at the last screening, as a page is drawn with them."""
    kept = CaseSides.objects.filter(case=row).values_list("sides", flat=True).first()
    return hashlib.sha256(_encode(kept)).hexdigest()


def quiet(row: Row, case: Case, finding: str, seen: str) -> Quiet:
    """That the pair of a finding is to stay quiet, for as long as the policy allows.

    ``seen`` is ``sides_of`` as it was when the page was drawn.

    Raises:
        CaseConflict: one side says something else since: nobody would see that it changed.
    """
    if seen != sides_of(row):
        raise conflict("sides_moved", case=case.id)
    sides = unpacked(CaseSides.objects.get(case=row).sides)
    names = sorted(parties(case.findings[finding])) if finding in case.findings else []
    other = next((sides.listed[name] for name in names if name in sides.listed), None)
    return Quiet(id=uuid4().hex, applicant=sides.applicant, listed=other)
