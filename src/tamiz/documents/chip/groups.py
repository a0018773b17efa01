"""The steps that concern data groups: their digests, and what they hold."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

from tamiz.documents.chip.algorithms import digest
from tamiz.documents.chip.details import Field, read_document, read_person
from tamiz.documents.chip.portrait import Portrait, read_portrait
from tamiz.documents.chip.report import Outcome, Reason, Step, StepKind
from tamiz.documents.chip.security_object import SecurityObject
from tamiz.documents.chip.zone import first_difference, read_zone
from tamiz.errors import ChipDataError

_T = TypeVar("_T")


class Contents(Struct, frozen=True, kw_only=True):
    """What the chip holds, as far as it could be read."""

    zone: tuple[str, ...] = ()
    portrait: Portrait | None = None
    person: tuple[Field, ...] = ()
    document: tuple[Field, ...] = ()


def group_steps(sod: SecurityObject | None, groups: dict[int, bytes]) -> list[Step]:
    """For each group that was brought or is in EF.SOD, whether it is what was digested."""
    digests = sod.digests if sod else {}
    return [
        _group(number, groups.get(number), digests.get(number), sod)
        for number in sorted(digests.keys() | groups.keys())
    ]


def _group(
    number: int, data: bytes | None, expected: bytes | None, sod: SecurityObject | None
) -> Step:
    subject = f"DG{number}"
    if sod is None:
        outcome, reason = Outcome.NOT_VERIFIABLE, Reason.EARLIER_STEP
    elif data is None:
        outcome, reason = Outcome.NOT_TESTED, Reason.NOT_BROUGHT
    elif expected is None:
        outcome, reason = Outcome.FAILED, Reason.NOT_IN_SECURITY_OBJECT
    else:
        found = digest(sod.hash, data)
        agrees = found == expected
        return Step(
            kind=StepKind.DATA_GROUP,
            outcome=Outcome.VERIFIED if agrees else Outcome.FAILED,
            reason=Reason.AGREES if agrees else Reason.DIFFERS,
            subject=subject,
            expected=expected.hex(),
            found=found.hex(),
        )
    return Step(kind=StepKind.DATA_GROUP, outcome=outcome, reason=reason, subject=subject)


def content_steps(groups: dict[int, bytes], hashed: list[Step]) -> tuple[list[Step], Contents]:
    """What DG1, DG2, DG11 and DG12 hold. A group whose digest differs is read all the same."""
    of = {step.subject: step.outcome for step in hashed}
    zone = _content(StepKind.ZONE, 1, groups, of, read_zone)
    portrait = _content(StepKind.PORTRAIT, 2, groups, of, read_portrait)
    person = _content(StepKind.PERSON, 11, groups, of, read_person)
    document = _content(StepKind.DOCUMENT, 12, groups, of, read_document)
    contents = Contents(
        zone=zone[1] or (),
        portrait=portrait[1],
        person=person[1] or (),
        document=document[1] or (),
    )
    return [zone[0], portrait[0], person[0], document[0]], contents


def _content(
    kind: StepKind,
    number: int,
    groups: dict[int, bytes],
    outcomes: dict[str, Outcome],
    read: Callable[[bytes], _T],
) -> tuple[Step, _T | None]:
    subject, data = f"DG{number}", groups.get(number)
    if data is None:
        outcome, reason = Outcome.NOT_TESTED, Reason.NOT_BROUGHT
        return Step(kind=kind, outcome=outcome, reason=reason, subject=subject), None
    outcome = outcomes[subject]
    try:
        found = read(data)
    except ChipDataError as error:
        failed = Outcome.FAILED if outcome is Outcome.FAILED else Outcome.NOT_VERIFIABLE
        return Step(
            kind=kind,
            outcome=failed,
            reason=Reason.UNREADABLE,
            subject=subject,
            found=error.problem,
            position=error.position,
        ), None
    return Step(kind=kind, outcome=outcome, reason=Reason.READ, subject=subject), found


def zone_step(read: Step, zone: tuple[str, ...], printed: tuple[str, ...]) -> Step:
    """Whether the printed lines are DG1's; letters are compared as they stand, spaces are not."""
    if not zone or not printed:
        return read if not zone else _zone(Outcome.NOT_TESTED, Reason.NOTHING_TO_COMPARE)
    chip, paper = "".join(zone), "".join("".join(printed).split())
    if chip == paper:
        return _zone(read.outcome, Reason.AGREES, chip, paper)
    at = first_difference(chip, paper)
    return _zone(Outcome.FAILED, Reason.DIFFERS, chip, paper, at)


def _zone(
    outcome: Outcome, reason: Reason, chip: str = "", paper: str = "", at: int | None = None
) -> Step:
    return Step(
        kind=StepKind.ZONE,
        outcome=outcome,
        reason=reason,
        subject="DG1",
        expected=chip,
        found=paper,
        position=at,
    )
