"""The steps that concern a signature and who made it: the same for EF.SOD and EF.CardSecurity."""

from datetime import UTC, date, datetime, time

from msgspec import Struct

from tamiz.documents.chip.algorithms import WEAK_HASHES
from tamiz.documents.chip.certificates import Certificate
from tamiz.documents.chip.keys import UnusableKey
from tamiz.documents.chip.report import (
    AnchorTold,
    Outcome,
    Reason,
    SignerTold,
    Step,
    StepKind,
)
from tamiz.documents.chip.signatures import CannotVerify, is_signature
from tamiz.documents.chip.signed import SignedObject
from tamiz.documents.chip.trust import DAY_TOLERANCE, Chain, Trust, chain_of

# Purposes that a document signer of passports has none of (Doc 9303-12, 7.1.1): the signers of
# master lists, deviation lists and visible seals hold certificates of the same authorities.
_OTHER_PURPOSES = {
    "2.23.136.1.1.3",  # master lists
    "2.23.136.1.1.8",  # deviation lists
    "2.23.136.1.1.14.2",  # visible digital seals
    "1.3.6.1.5.5.7.3.1",  # servers
    "1.3.6.1.5.5.7.3.2",  # clients
}


class Signed(Struct, frozen=True):
    """The steps of a signature, and who made it."""

    steps: tuple[Step, ...]
    signer: SignerTold | None = None
    anchor: AnchorTold | None = None
    countries: frozenset[str] = frozenset()


def check_signed(
    signed: SignedObject, trust: Trust, *, today: date, issued: date | None = None
) -> Signed:
    """Digest, signature, the signer's validity when it signed, and its chain.

    ``issued`` is the day of issue that the document tells; used if the signature tells no time.
    """
    digest = _digest(signed)
    signer = signed.signer
    if signer is None:
        failed = Outcome.FAILED if signed.certificates else Outcome.NOT_VERIFIABLE
        missing = Step(kind=StepKind.SIGNATURE, outcome=failed, reason=Reason.SIGNER_NOT_INCLUDED)
        return Signed((digest, missing, *_unanswered(StepKind.SIGNER_VALIDITY, StepKind.CHAIN)))
    chain = chain_of(signer, trust)
    steps = (
        digest,
        _signature(signed, signer),
        _validity(signed, signer, today, issued),
        _chain(signer, chain),
    )
    anchor = _anchor_told(chain, today) if chain.anchors else None
    countries = {signer.country, signer.issuer_country, anchor.country if anchor else ""} - {""}
    return Signed(steps, _signer_told(signed, signer), anchor, frozenset(countries))


def _unanswered(*kinds: StepKind) -> tuple[Step, ...]:
    return tuple(
        Step(kind=kind, outcome=Outcome.NOT_VERIFIABLE, reason=Reason.EARLIER_STEP)
        for kind in kinds
    )


def _digest(signed: SignedObject) -> Step:
    agrees = signed.digest == signed.message_digest
    return Step(
        kind=StepKind.DIGEST,
        outcome=Outcome.VERIFIED if agrees else Outcome.FAILED,
        reason=Reason.AGREES if agrees else Reason.DIFFERS,
        expected=signed.message_digest.hex(),
        found=signed.digest.hex(),
    )


def _signature(signed: SignedObject, signer: Certificate) -> Step:
    told = signed.scheme.name
    try:
        right = any(
            is_signature(signer.key, signed.scheme, signed.signature, one)
            for one in signed.attributes
        )
    except CannotVerify as error:
        forged = isinstance(signer.key, UnusableKey) and signer.key.forged
        return Step(
            kind=StepKind.SIGNATURE,
            outcome=Outcome.FAILED if forged else Outcome.NOT_VERIFIABLE,
            reason=Reason.FORGED_KEY if forged else Reason.UNSUPPORTED,
            found=str(error),
        )
    return Step(
        kind=StepKind.SIGNATURE,
        outcome=Outcome.VERIFIED if right else Outcome.FAILED,
        reason=Reason.AGREES if right else Reason.WRONG_SIGNATURE,
        found=told,
    )


def _validity(signed: SignedObject, signer: Certificate, today: date, issued: date | None) -> Step:
    """Whether the signer's certificate was valid when it signed (Doc 9303-11, 5.1).

    Few States say the time. Then the day of issue is asked; without that, a certificate that is
    valid today was valid on every day since it was made.
    """
    validity = f"{signer.not_before.date()} to {signer.not_after.date()}"
    time_told = signed.signing_time
    if time_told is None and issued is None:
        now = datetime.combine(today, time(), UTC)
        valid = signer.not_before - DAY_TOLERANCE <= now <= signer.not_after
        return Step(
            kind=StepKind.SIGNER_VALIDITY,
            outcome=Outcome.VERIFIED if valid else Outcome.NOT_VERIFIABLE,
            reason=Reason.VALID_TODAY if valid else Reason.SIGNING_DAY_UNKNOWN,
            expected=validity,
            found="",
        )
    moment = time_told or datetime.combine(issued or today, time(), UTC)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    inside = (
        signer.not_before - DAY_TOLERANCE <= moment <= signer.not_after + DAY_TOLERANCE
        and moment.date() <= today + DAY_TOLERANCE
    )
    return Step(
        kind=StepKind.SIGNER_VALIDITY,
        outcome=Outcome.VERIFIED if inside else Outcome.FAILED,
        reason=Reason.AGREES if inside else Reason.SIGNED_OUTSIDE_VALIDITY,
        expected=validity,
        found=moment.date().isoformat(),
    )


def _chain(signer: Certificate, chain: Chain) -> Step:
    """Whether an anchor issued the signer's certificate, and issued it for signing documents."""
    purposes = [one for one in signer.purposes if one in _OTHER_PURPOSES]
    if signer.is_ca:
        purposes.append("CA")
    if purposes:
        return Step(
            kind=StepKind.CHAIN,
            outcome=Outcome.FAILED,
            reason=Reason.WRONG_PURPOSE,
            expected=signer.issuer,
            found=", ".join(purposes),
        )
    return Step(
        kind=StepKind.CHAIN,
        outcome=chain.outcome,
        reason=chain.reason,
        expected=signer.issuer,
        found=str(chain.tried),
    )


def _signer_told(signed: SignedObject, signer: Certificate) -> SignerTold:
    return SignerTold(
        subject=signer.subject,
        issuer=signer.issuer,
        serial=signer.serial,
        sha256=signer.sha256,
        country=signer.country,
        algorithm=signed.scheme.name,
        not_before=signer.not_before.date(),
        not_after=signer.not_after.date(),
        is_weak=bool({signed.hash, signer.scheme.hash} & WEAK_HASHES),
    )


def _anchor_told(chain: Chain, today: date) -> AnchorTold:
    first = chain.anchors[0]
    newest = max(origin.made or origin.imported for origin in first.origins)
    return AnchorTold(
        subject=first.certificate.subject,
        country=first.certificate.country,
        serial=first.certificate.serial,
        sha256=first.certificate.sha256,
        not_before=first.certificate.not_before.date(),
        not_after=first.certificate.not_after.date(),
        links=tuple(one.certificate.subject for one in chain.anchors[1:]),
        origins=first.origins,
        age_days=max(0, (today - newest).days),
    )
