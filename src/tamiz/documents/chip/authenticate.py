"""Passive authentication (Doc 9303-11, 5.1) of files that were read from a chip elsewhere."""

from datetime import date

from tamiz.documents.chip import limits
from tamiz.documents.chip.asn1 import CARD_SECURITY
from tamiz.documents.chip.details import Field, text_of
from tamiz.documents.chip.files import ChipFiles
from tamiz.documents.chip.groups import content_steps, group_steps, zone_step
from tamiz.documents.chip.report import ChipReport, Outcome, Reason, Step, StepKind
from tamiz.documents.chip.security_object import SecurityObject, read_security_object
from tamiz.documents.chip.signed import SignedObject, read_signed
from tamiz.documents.chip.signer import Signed, check_signed
from tamiz.documents.chip.states import state_step
from tamiz.documents.chip.trust import Trust
from tamiz.errors import ChipDataError

_SIGNED_STEPS = (
    StepKind.DIGEST,
    StepKind.SIGNATURE,
    StepKind.SIGNER_VALIDITY,
    StepKind.CHAIN,
    StepKind.ISSUING_STATE,
)
# What files cannot tell: whether a key was withdrawn, and whether the chip they came from is the
# one that was issued. Active and chip authentication need a log of the reader.
_REVOCATION = Step(kind=StepKind.REVOCATION, outcome=Outcome.NOT_TESTED, reason=Reason.NO_LISTS)
_CLONE_TESTS = (14, 15)  # the keys of chip and of active authentication (Doc 9303-11, 6)


def authenticate(
    files: ChipFiles,
    trust: Trust,
    *,
    today: date,
    printed: tuple[str, ...] = (),
    issued: date | None = None,
) -> ChipReport:
    """Every step over the files of one chip. Nothing that they hold raises an error.

    ``printed`` are the lines of the zone on paper; ``issued`` the day of issue that is printed.
    """
    first, sod = _security_object(files.security_object)
    hashed = group_steps(sod, files.groups)
    read, contents = content_steps(files.groups, hashed)
    if sod is None:
        signed = Signed(_earlier(_SIGNED_STEPS))
    else:
        day = _issued(contents.document, hashed) or issued
        signed = check_signed(sod.signed, trust, today=today, issued=day)
        state = state_step(read[0], contents.zone, signed.countries)
        signed = Signed((*signed.steps, state), signed.signer, signed.anchor, signed.countries)
    zone = zone_step(read[0], contents.zone, printed)
    return ChipReport(
        steps=(first, *signed.steps, *hashed, zone, *read[1:], _REVOCATION, _clone(sod)),
        signer=signed.signer,
        anchor=signed.anchor,
        zone=contents.zone,
        portrait=contents.portrait,
        person=contents.person,
        document=contents.document,
    )


def authenticate_card_security(data: bytes, trust: Trust, *, today: date) -> ChipReport:
    """The signature over EF.CardSecurity (BSI TR-03110-3, A.1.2.5), which holds no data groups."""
    what = "EF.CardSecurity"
    try:
        signed: SignedObject = read_signed(data, what, CARD_SECURITY, most=limits.SIGNED_BYTES)
    except ChipDataError as error:
        return ChipReport(
            steps=(_malformed(error), *_earlier(_SIGNED_STEPS[:-1]), _REVOCATION, _clone(None))
        )
    checked = check_signed(signed, trust, today=today)
    return ChipReport(
        steps=(_well_formed(what), *checked.steps, _REVOCATION, _clone(None)),
        signer=checked.signer,
        anchor=checked.anchor,
    )


def _clone(sod: SecurityObject | None) -> Step:
    keys = [f"DG{number}" for number in _CLONE_TESTS if sod and number in sod.digests]
    return Step(
        kind=StepKind.CLONE,
        outcome=Outcome.NOT_TESTED,
        reason=Reason.NEEDS_READER,
        found=", ".join(keys),
    )


def _security_object(data: bytes) -> tuple[Step, SecurityObject | None]:
    if not data:
        step = Step(
            kind=StepKind.SECURITY_OBJECT,
            outcome=Outcome.NOT_VERIFIABLE,
            reason=Reason.NOT_BROUGHT,
            subject="EF.SOD",
        )
        return step, None
    try:
        return _well_formed("EF.SOD"), read_security_object(data)
    except ChipDataError as error:
        return _malformed(error), None


def _well_formed(what: str) -> Step:
    return Step(
        kind=StepKind.SECURITY_OBJECT,
        outcome=Outcome.VERIFIED,
        reason=Reason.READ,
        subject=what,
    )


def _malformed(error: ChipDataError) -> Step:
    return Step(
        kind=StepKind.SECURITY_OBJECT,
        outcome=Outcome.FAILED,
        reason=Reason.MALFORMED,
        subject=error.what,
        found=error.problem,
        position=error.position,
    )


def _earlier(kinds: tuple[StepKind, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(kind=kind, outcome=Outcome.NOT_VERIFIABLE, reason=Reason.EARLIER_STEP)
        for kind in kinds
    )


def _issued(document: tuple[Field, ...], hashed: list[Step]) -> date | None:
    """The day of issue in DG12, if DG12 is what was signed and names a day."""
    is_signed = any(s.subject == "DG12" and s.outcome is Outcome.VERIFIED for s in hashed)
    text = text_of(document, "issue_date") if is_signed else ""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if text else None
    except ValueError:
        return None
