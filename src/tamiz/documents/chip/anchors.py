"""Trust anchors: the country signing authorities (CSCA) that a chain may end at.

They come as master lists (CMS), as the ICAO PKD's LDIF or as single certificates. What is in a
list whose own signature does not hold never becomes an anchor.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.certificates import Certificate, read_certificate
from tamiz.documents.chip.ldif import LdifCounts, ldif_values
from tamiz.documents.chip.master_list import MasterList, read_master_list
from tamiz.documents.chip.signatures import CannotVerify
from tamiz.errors import ChipDataError

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----")
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # its identifier, at the start of a CMS
_UNSIGNED_LIST = bytes.fromhex("02010031")  # version 0, then a set: the content alone
_CMS_START = 20  # bytes within which it must stand


class AnchorFormat(StrEnum):
    """What a file of anchors is."""

    MASTER_LIST = "master-list"
    LDIF = "ldif"
    CERTIFICATES = "certificates"


class AnchorFile(Struct, frozen=True, kw_only=True):
    """The anchors of one file, with what must be told before anybody trusts them.

    ``roots`` are the fingerprints of the authorities that the lists are signed under: a list can
    vouch for its own root, so they are to be compared with what the publisher prints elsewhere.
    """

    source: str
    sha256: str
    format: AnchorFormat
    made: date | None
    certificates: tuple[Certificate, ...]
    roots: tuple[str, ...] = ()
    is_pinned: bool = False  # every root is among those that the caller trusts already
    links: int = 0  # link certificates whose signature by an older key here is right
    links_open: int = 0  # link certificates whose issuer is not in the file
    left_out: tuple[str, ...] = ()  # what was refused, and why
    signers: int = 0  # document signers and the like, which are no anchors
    revocation_lists: int = 0  # not looked at


def read_anchors(data: bytes, *, source: str, roots: Iterable[str] = ()) -> AnchorFile:
    """The anchors in a file; ChipDataError if it is none, or a list that is not rightly signed.

    ``source`` is a short name for who published the file; ``roots`` are SHA-256 fingerprints of
    root certificates, in hexadecimal, that were confirmed in another way.
    """
    if len(data) > limits.ANCHOR_BYTES:
        raise ChipDataError(source, limits.ANCHOR_BYTES, f"has {len(data)} bytes")
    known = {_fingerprint(one) for one in roots}
    if data[:1] == b"\x30" and _SIGNED_DATA in data[:_CMS_START]:
        found = _of_master_list(data, source)
    elif data[:1] == b"\x30" and _UNSIGNED_LIST in data[:_CMS_START]:
        raise ChipDataError(
            source, 0, "is a master list without its signature: nobody vouches for it"
        )
    elif data[:1] == b"\x30":
        found = _of_certificates([data], source)
    elif b"-----BEGIN CERTIFICATE-----" in data:
        found = _of_certificates(_pem(data, source), source)
    elif data.lstrip().startswith((b"dn:", b"version:", b"#")):
        found = _of_ldif(data, source)
    else:
        raise ChipDataError(
            source, 0, "is no master list, LDIF or certificate (DER or PEM); unpack ZIP files first"
        )
    return _weighed(found, hashlib.sha256(data).hexdigest(), known)


class _Found(Struct, kw_only=True):
    source: str
    format: AnchorFormat
    certificates: list[Certificate]
    left_out: list[str]
    made: date | None = None
    roots: tuple[str, ...] = ()
    counts: LdifCounts | None = None


def _of_master_list(data: bytes, source: str) -> _Found:
    listed = read_master_list(data, source)
    return _Found(
        source=source,
        format=AnchorFormat.MASTER_LIST,
        certificates=list(listed.certificates),
        left_out=list(listed.left_out),
        made=listed.made,
        roots=(listed.root,),
    )


def _of_certificates(ders: Iterable[bytes], source: str) -> _Found:
    found = [
        read_certificate(der, f"{source}, certificate {number}")
        for number, der in enumerate(ders, 1)
    ]
    return _Found(source=source, format=AnchorFormat.CERTIFICATES, certificates=found, left_out=[])


def _pem(data: bytes, source: str) -> Iterator[bytes]:
    blocks = _PEM.findall(data)
    if not 0 < len(blocks) <= limits.CERTIFICATES:
        raise ChipDataError(source, 0, f"holds {len(blocks)} certificates that are whole")
    for block in blocks:
        try:
            yield base64.b64decode(b"".join(block.split()), validate=True)
        except ValueError as error:
            raise ChipDataError(source, data.find(block), f"is not base64: {error}") from error


def _of_ldif(data: bytes, source: str) -> _Found:
    """Each value for itself: one broken list of the hundred in a PKD file does not spoil it."""
    found = _Found(source=source, format=AnchorFormat.LDIF, certificates=[], left_out=[])
    counts, roots, made = LdifCounts(), [], []
    for position, value in ldif_values(data, source, counts):
        where = f"{source}, line {position}"
        try:
            if _SIGNED_DATA in value[:_CMS_START]:
                listed: MasterList = read_master_list(value, where)
                found.certificates += listed.certificates
                found.left_out += listed.left_out
                roots.append(listed.root)
                made += [listed.made] if listed.made else []
            else:
                found.certificates.append(read_certificate(value, where))
        except ChipDataError as error:
            found.left_out.append(str(error))
        if len(found.certificates) > limits.CERTIFICATES:
            raise ChipDataError(where, 0, "more certificates than all States have")
    found.roots, found.made, found.counts = (
        tuple(dict.fromkeys(roots)),
        max(made, default=None),
        counts,
    )
    return found


def _weighed(found: _Found, sha256: str, known: set[str]) -> AnchorFile:
    """Each certificate once; those that cannot be an authority, or lie about themselves, left out."""
    unique = {one.der: one for one in found.certificates}.values()
    authorities = [one for one in unique if _may_be_anchor(one, found.format)]
    by_key: dict[str, list[Certificate]] = {}
    for one in authorities:
        by_key.setdefault(one.subject_key, []).append(one)
    kept, links, links_open = [], 0, 0
    for one in authorities:
        standing = _standing(one, by_key.get(one.issuer_key, []))
        if isinstance(standing, str):
            found.left_out.append(f"certificate {one.serial} of {one.country}: {standing}")
            continue
        kept.append(one)
        if not one.names_itself:
            links += standing
            links_open += not standing
    return AnchorFile(
        source=found.source,
        sha256=sha256,
        format=found.format,
        made=found.made,
        certificates=tuple(kept),
        roots=found.roots,
        is_pinned=bool(found.roots) and set(found.roots) <= known,
        links=links,
        links_open=links_open,
        left_out=tuple(found.left_out),
        signers=len(unique) - len(authorities),
        revocation_lists=found.counts.revocation_lists if found.counts else 0,
    )


def _may_be_anchor(one: Certificate, format_: AnchorFormat) -> bool:
    """A master list says what is an authority; elsewhere the certificate must say it itself.

    Belgium, Estonia, Italy and Turkey have had authorities that do not call themselves one.
    """
    listed = format_ is AnchorFormat.MASTER_LIST and not one.purposes
    return one.is_ca or one.names_itself or listed


def _standing(one: Certificate, issuers: list[Certificate]) -> bool | str:
    """Whether its signature is right; False if the issuer is not here; else why it is refused."""
    try:
        if one.names_itself:
            return one.is_signed_by(one) or "its signature by its own key is wrong"
        likely = sorted(issuers, key=lambda issuer: not one.names_key_of(issuer))
        if any(one.is_signed_by(issuer) for issuer in likely[: limits.ISSUERS_TRIED]):
            return True
    except CannotVerify as error:
        return str(error)
    named = any(one.names_key_of(issuer) for issuer in issuers)
    return "its signature by the older key that it names is wrong" if named else False


def _fingerprint(text: str) -> str:
    return re.sub(r"[^0-9a-f]", "", text.lower())
