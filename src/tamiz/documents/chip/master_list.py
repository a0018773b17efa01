"""CSCA master lists (Doc 9303-12, 8): certificates of many States under one State's signature."""

from datetime import date

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.asn1 import CSCA_MASTER_LIST
from tamiz.documents.chip.certificates import Certificate, read_certificate
from tamiz.documents.chip.signatures import CannotVerify, is_signature
from tamiz.documents.chip.signed import SignedObject, read_signed
from tamiz.documents.chip.tlv import children, header
from tamiz.errors import ChipDataError

_SEQUENCE, _INTEGER, _SET = 0x30, 0x02, 0x31
MASTER_LIST_SIGNER = "2.23.136.1.1.3"  # the purpose that its signer's certificate must have


class MasterList(Struct, frozen=True, kw_only=True):
    """A list whose signature holds; ``root`` is the fingerprint of the authority it ends at."""

    certificates: tuple[Certificate, ...]
    left_out: tuple[str, ...]
    made: date | None
    root: str


def read_master_list(data: bytes, what: str) -> MasterList:
    """The list; ChipDataError if its signature or the signer's own certificate does not hold."""
    signed = read_signed(data, what, CSCA_MASTER_LIST, most=limits.ANCHOR_BYTES)
    certificates, left_out = _certificates(signed.content, what)
    signer = _check_signature(signed, what)
    root = _root(signer, (*signed.certificates, *certificates), what)
    made = signed.signing_time.date() if signed.signing_time else None
    if made and not signer.not_before.date() <= made <= signer.not_after.date():
        raise ChipDataError(what, 0, f"was signed on {made}, when its signer was not valid")
    return MasterList(
        certificates=tuple(certificates), left_out=tuple(left_out), made=made, root=root.sha256
    )


def _certificates(content: bytes, what: str) -> tuple[list[Certificate], list[str]]:
    """Those that can be read; one that cannot is named and left out, it is one State of many."""
    inside = f"{what}, list"
    outer = header(content, 0, len(content), inside)
    parts = list(children(content, outer.start, outer.stop or 0, inside))
    if [outer.tag, *(one.tag for one in parts)] != [_SEQUENCE, _INTEGER, _SET]:
        raise ChipDataError(inside, 0, "is no version with a set of certificates")
    version, listed = parts
    if content[version.start : version.stop] != b"\0" or outer.stop != len(content):
        raise ChipDataError(
            inside, version.at, "has another version than 0, or goes on after its end"
        )
    found: list[Certificate] = []
    left_out: list[str] = []
    for number, one in enumerate(children(content, listed.start, listed.stop or 0, inside), 1):
        if number > limits.CERTIFICATES:
            raise ChipDataError(inside, one.at, "more certificates than all States have")
        try:
            where = f"{what}, certificate {number}"
            found.append(read_certificate(content[one.at : one.stop], where))
        except ChipDataError as error:
            left_out.append(str(error))
    return found, left_out


def _check_signature(signed: SignedObject, what: str) -> Certificate:
    """The signer's certificate, once digest and signature hold."""
    signer = signed.signer
    if signer is None:
        raise ChipDataError(what, 0, "does not include the certificate of its signer")
    if signed.digest != signed.message_digest:
        raise ChipDataError(what, 0, "is not the list that was signed: its digest differs")
    try:
        if not any(
            is_signature(signer.key, signed.scheme, signed.signature, one)
            for one in signed.attributes
        ):
            raise ChipDataError(what, 0, "has a wrong signature")
    except CannotVerify as error:
        raise ChipDataError(what, 0, f"has a signature that cannot be verified: {error}") from error
    if MASTER_LIST_SIGNER not in signer.purposes:
        raise ChipDataError(what, 0, "is signed with a certificate that is not for master lists")
    return signer


def _root(signer: Certificate, pool: tuple[Certificate, ...], what: str) -> Certificate:
    """The authority that issued the signer's certificate, whichever name or key it goes by."""
    likely = [one for one in pool if one.subject_key == signer.issuer_key and one is not signer]
    for one in likely[: limits.ANCHORS_TRIED]:
        try:
            if signer.is_signed_by(one):
                return one
        except CannotVerify:
            continue
    raise ChipDataError(what, 0, "is signed under an authority that it does not include")
