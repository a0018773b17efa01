"""What a unit decides beforehand about its casework. Every number has its reason beside it."""

from datetime import datetime, timedelta
from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from tamiz.casework.fields import MATERIAL
from tamiz.errors import PolicyError
from tamiz.model import Queue

Positive = Annotated[int, Meta(ge=1)]


class CaseKind(StrEnum):
    """Why there is a case: an application was screened, or a decision is contested."""

    SCREENING = "screening"
    APPEAL = "appeal"
    CORRECTION = "correction"  # something in the record is wrong, says the applicant


class Due(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Within how many hours a case is to be decided; None means any kind, any queue."""

    hours: Positive
    kind: CaseKind | None = None
    queue: Queue | None = None


# Thirty days: what data-protection law gives for an answer to a person (GDPR Art. 12(3)).
_APPEAL_HOURS = 30 * 24
_DUE = (
    Due(kind=CaseKind.APPEAL, hours=_APPEAL_HOURS),
    Due(kind=CaseKind.CORRECTION, hours=_APPEAL_HOURS),
    Due(queue=Queue.ESCALATE, hours=24),
    Due(queue=Queue.REVIEW, hours=72),
    Due(hours=7 * 24),
)


class CasePolicy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The numbers of casework.

    ``due``: the first row that fits a case counts. ``material`` narrows the fields whose change
    brings a cleared pair back; empty means all of ``fields.MATERIAL``.
    """

    due: tuple[Due, ...] = _DUE
    lock_minutes: Positive = 30  # a meal; who comes back later takes the case anew
    undo_seconds: Positive = 10  # long enough to see a slip, short enough that nothing is sent
    pace_seconds: Annotated[float, Meta(ge=0)] = 4.0  # nobody reads two sides of a finding faster
    quality_one_in: Annotated[int, Meta(ge=0)] = 20  # 0: no quality control
    answer_days: Positive = 14  # how long an applicant may take to answer
    clearance_days: Positive = 730  # a cleared pair is looked at again after two years
    retention_days: Positive = 1825  # a decided case may be erased after five years
    refusal_must_tell: bool = True  # a refusal carries a reason that the applicant may read
    material: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a field that does not exist: a typing slip would keep pairs quiet for good."""
        known = {one.name for one in MATERIAL}
        if unknown := sorted(set(self.material) - known):
            raise ValueError(
                f"material: found {', '.join(unknown)}, expected any of {', '.join(sorted(known))}"
            )


DEFAULT = CasePolicy()


def read_case_policy(data: bytes, *, name: str) -> CasePolicy:
    """The policy in the bytes of a TOML file called ``name``.

    Raises:
        PolicyError: it cannot be read, or says something that is not understood.
    """
    try:
        return msgspec.toml.decode(data.removeprefix(b"\xef\xbb\xbf"), type=CasePolicy)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"{name}: {error} (see docs/casework.md)") from error


def default_case_policy_text() -> str:
    """The commented file of the policy that is used where none is given."""
    return files("tamiz.casework").joinpath("default_policy.toml").read_text(encoding="utf-8")


def due_at(policy: CasePolicy, kind: CaseKind, queue: Queue, opened: datetime) -> datetime | None:
    """When a case is to be decided; None where no row of the policy fits."""
    for row in policy.due:
        if row.kind in {None, kind} and row.queue in {None, queue}:
            return opened + timedelta(hours=row.hours)
    return None
