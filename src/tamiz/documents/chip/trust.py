"""All trust anchors together, and the chain from a document signer to one of them."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.anchors import AnchorFile
from tamiz.documents.chip.certificates import Certificate
from tamiz.documents.chip.report import Origin, Outcome, Reason
from tamiz.documents.chip.signatures import CannotVerify

# Days of certificates are counted in UTC, days of issue where the office stands.
DAY_TOLERANCE = timedelta(days=1)


class Anchor(Struct, frozen=True):
    """An authority's certificate and every file that it came in."""

    certificate: Certificate
    origins: tuple[Origin, ...]


class Trust(Struct, frozen=True):
    """The anchors; those of one State are found by its code."""

    anchors: tuple[Anchor, ...] = ()
    by_country: dict[str, tuple[Anchor, ...]] = {}

    def candidates(self, signer: Certificate) -> list[Anchor]:
        """Every authority that may have issued a certificate, the likeliest first.

        Key identifiers and names only order them: States have got both wrong.
        """
        found = [
            *self.by_country.get(signer.issuer_country, ()),
            *self.by_country.get("", ()),
        ]
        found.sort(key=lambda one: one.certificate.subject_key != signer.issuer_key)
        found.sort(key=lambda one: not signer.names_key_of(one.certificate))
        return found[: limits.ANCHORS_TRIED]


class Chain(Struct, frozen=True, kw_only=True):
    """Whether a chain was found, why not, and its anchors from the issuer up."""

    outcome: Outcome
    reason: Reason
    anchors: tuple[Anchor, ...] = ()
    tried: int = 0


def trust_of(files: Iterable[tuple[AnchorFile, date]]) -> Trust:
    """All anchors of some files, each with the day on which it was imported."""
    origins: dict[bytes, list[Origin]] = {}
    certificates: dict[bytes, Certificate] = {}
    for file, imported in files:
        origin = Origin(
            source=file.source,
            sha256=file.sha256,
            imported=imported,
            made=file.made,
            is_pinned=file.is_pinned,
        )
        for one in file.certificates:
            certificates.setdefault(one.der, one)
            origins.setdefault(one.der, []).append(origin)
    anchors = tuple(Anchor(one, tuple(origins[der])) for der, one in certificates.items())
    by_country: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        by_country.setdefault(anchor.certificate.country, []).append(anchor)
    return Trust(anchors, {country: tuple(some) for country, some in by_country.items()})


def chain_of(signer: Certificate, trust: Trust) -> Chain:
    """The chain of a document signer.

    A wrong signature by the very authority and key that the signer names is a failure. That no
    anchor signed it is none: the State may have authorities that no list holds.
    """
    candidates = trust.candidates(signer)
    unsupported = False
    for anchor in candidates:
        try:
            if signer.is_signed_by(anchor.certificate):
                return _found(signer, anchor, trust, len(candidates))
        except CannotVerify:
            unsupported = True
    named = any(
        signer.names_key_of(one.certificate) and one.certificate.subject_key == signer.issuer_key
        for one in candidates
    )
    if named and not unsupported:
        outcome, reason = Outcome.FAILED, Reason.CHAIN_BROKEN
    else:
        outcome, reason = Outcome.NOT_VERIFIABLE, Reason.NO_ANCHOR_SIGNED
    if not candidates:
        reason = Reason.NO_ANCHOR_OF_STATE
    elif unsupported:
        reason = Reason.UNSUPPORTED
    return Chain(outcome=outcome, reason=reason, tried=len(candidates))


def _found(signer: Certificate, anchor: Anchor, trust: Trust, tried: int) -> Chain:
    authority = anchor.certificate
    issued = signer.not_before
    is_valid = authority.not_before - DAY_TOLERANCE <= issued <= authority.not_after + DAY_TOLERANCE
    return Chain(
        outcome=Outcome.VERIFIED if is_valid else Outcome.FAILED,
        reason=Reason.AGREES if is_valid else Reason.AUTHORITY_NOT_VALID,
        anchors=(anchor, *_links(anchor, trust)),
        tried=tried,
    )


def _links(anchor: Anchor, trust: Trust) -> list[Anchor]:
    """The anchors above a link certificate, up to one that signed itself or whose issuer is unknown."""
    above: list[Anchor] = []
    current = anchor
    while not current.certificate.names_itself and len(above) < limits.CHAIN_LENGTH:
        issuer = _issuer(current.certificate, trust)
        if issuer is None or issuer in (anchor, *above):
            break  # two link certificates may vouch for each other
        above.append(issuer)
        current = issuer
    return above


def _issuer(certificate: Certificate, trust: Trust) -> Anchor | None:
    for one in trust.candidates(certificate):
        try:
            if certificate.is_signed_by(one.certificate):
                return one
        except CannotVerify:
            continue
    return None
