"""What a clearance rests on: what both sides of a pair said at the last screening."""

from uuid import uuid4

from tamiz.casework import Case, Quiet
from tamiz.casework.clearance import parties
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseSides
from tamiz.web.sides import unpacked


def quiet(row: Row, case: Case, finding: str) -> Quiet:
    """That the pair of a finding is to stay quiet, for as long as the policy allows."""
    sides = unpacked(CaseSides.objects.get(case=row).sides)
    names = sorted(parties(case.findings[finding])) if finding in case.findings else []
    other = next((sides.listed[name] for name in names if name in sides.listed), None)
    return Quiet(id=uuid4().hex, applicant=sides.applicant, listed=other)
