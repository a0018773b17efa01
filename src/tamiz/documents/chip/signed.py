"""CMS SignedData (RFC 5652) as Doc 9303-10, 4.6.2 and -12, 8 restrict it; one signer, always."""

from datetime import datetime

from asn1crypto import cms, core
from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.algorithms import HASHES, Scheme, digest
from tamiz.documents.chip.asn1 import content_info, reading
from tamiz.documents.chip.certificates import Certificate, name_key, read_certificate
from tamiz.documents.chip.keys import read_scheme
from tamiz.documents.chip.tlv import children, header
from tamiz.errors import ChipDataError

_SIGNED_DATA = "signed_data"
_VERSION = "v3"  # demanded by Doc 9303-10, 4.6.2.1, as by RFC 5652, 5.1 for content of this kind
_SIGNER_VERSIONS = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}


class SignedObject(Struct, frozen=True, kw_only=True):
    """A signed content with what its one signer says about it.

    ``attributes`` are the bytes that the signature is over, as written and, if that is another
    text, in the order that DER asks for; empty if the signer signs the content itself.
    """

    content_type: str
    content: bytes
    certificates: tuple[Certificate, ...]
    signer_issuer_key: str
    signer_serial: str
    signer_key_id: bytes
    hash: str
    scheme: Scheme
    signature: bytes
    attributes: tuple[bytes, ...]
    message_digest: bytes
    signing_time: datetime | None

    @property
    def signer(self) -> Certificate | None:
        """The certificate that the signer names; None if it is not among those included."""
        return next((one for one in self.certificates if self._is_signer(one)), None)

    def _is_signer(self, one: Certificate) -> bool:
        if self.signer_key_id:
            return one.key_id == self.signer_key_id
        return (one.issuer_key, one.serial) == (self.signer_issuer_key, self.signer_serial)

    @property
    def digest(self) -> bytes:
        """The content's own digest, to be compared with ``message_digest``."""
        return digest(self.hash, self.content)


def read_signed(data: bytes, what: str, content_type: str, *, most: int) -> SignedObject:
    """The object in ``data``; ChipDataError if it is not exactly what Doc 9303 says."""
    info = content_info(data, what, most=most)
    with reading(what):
        if info["content_type"].native != _SIGNED_DATA:
            raise ChipDataError(what, 0, f"holds {info['content_type'].native}, not signed data")
        signed: cms.SignedData = info["content"]
        _check_versions(signed, what)
        found = signed["encap_content_info"]["content_type"].dotted
        if found != content_type:
            raise ChipDataError(what, 0, f"signs content of type {found}, not {content_type}")
        content = bytes(signed["encap_content_info"]["content"])
        return _object(signed, content_type, content, what)


def _check_versions(signed: cms.SignedData, what: str) -> None:
    version, signers = signed["version"].native, signed["signer_infos"]
    if version != _VERSION:
        raise ChipDataError(what, 0, f"has SignedData version {version}, not {_VERSION}")
    if len(signers) != 1:
        raise ChipDataError(what, 0, f"has {len(signers)} signers, not one")
    expected = _SIGNER_VERSIONS[signers[0]["sid"].name]
    if signers[0]["version"].native != expected:
        found = signers[0]["version"].native
        raise ChipDataError(what, 0, f"has SignerInfo version {found}, not {expected}")


def _object(signed: cms.SignedData, content_type: str, content: bytes, what: str) -> SignedObject:
    signer = signed["signer_infos"][0]
    name = signer["digest_algorithm"]["algorithm"].native
    if name not in {one["algorithm"].native for one in signed["digest_algorithms"]}:
        raise ChipDataError(what, 0, f"the signer's digest {name} is not among those announced")
    scheme = _scheme(signer, name, what)
    by_name = signer["sid"].name == "issuer_and_serial_number"
    sid = signer["sid"].chosen
    told = _attributes(signer, content_type, what)
    return SignedObject(
        content_type=content_type,
        content=content,
        certificates=_certificates(signed, what),
        signer_issuer_key=name_key(sid["issuer"]) if by_name else "",
        signer_serial=f"{sid['serial_number'].native:x}" if by_name else "",
        signer_key_id=b"" if by_name else sid.native,
        hash=name,
        scheme=scheme,
        signature=signer["signature"].native,
        attributes=_signed_bytes(signer),
        message_digest=told["message_digest"].native,
        signing_time=told["signing_time"].native if "signing_time" in told else None,
    )


def _scheme(signer: cms.SignerInfo, name: str, what: str) -> Scheme:
    """The signature algorithm; it must digest with what the signer says it digests with."""
    if name not in HASHES:
        raise ChipDataError(what, 0, f"digests with {name}, which Doc 9303 does not know")
    scheme = read_scheme(signer["signature_algorithm"])
    if scheme.hash not in {"", name}:
        raise ChipDataError(what, 0, f"digests with {name} but signs {scheme.name}")
    return Scheme(scheme.padding, name, scheme.mgf_hash, scheme.salt, scheme.oid)


def _attributes(signer: cms.SignerInfo, content_type: str, what: str) -> dict[str, core.Asn1Value]:
    """The signed attributes by name; content type and digest must be there (RFC 5652, 5.3)."""
    found: dict[str, core.Asn1Value] = {}
    attributes = signer["signed_attrs"]
    for one in () if isinstance(attributes, core.Void) else attributes:
        name = one["type"].native
        if name in found or len(one["values"]) != 1:
            raise ChipDataError(what, 0, f"signs attribute {name} more than once")
        found[name] = one["values"][0]
    missing = {"content_type", "message_digest"} - found.keys()
    if missing:
        raise ChipDataError(what, 0, f"does not sign the attribute {', '.join(sorted(missing))}")
    if found["content_type"].dotted != content_type:
        raise ChipDataError(what, 0, "signs another content type than it has")
    return found


def _signed_bytes(signer: cms.SignerInfo) -> tuple[bytes, ...]:
    """What the signature is over: as written first, since not every State sorts as DER does."""
    written = bytes(signer["signed_attrs"].untag().dump())
    outer = header(written, 0, len(written), "signed attributes")
    if outer.stop is None:  # BER, which has to be written anew
        return (bytes(signer["signed_attrs"].untag().copy().dump(force=True)),)
    inside = children(written, outer.start, outer.stop, "signed attributes")
    parts = [written[one.at : one.stop] for one in inside]
    if parts == sorted(parts):
        return (written,)
    return written, written[: outer.start] + b"".join(sorted(parts))


def _certificates(signed: cms.SignedData, what: str) -> tuple[Certificate, ...]:
    included = signed["certificates"]
    if isinstance(included, core.Void):
        return ()
    if len(included) > limits.SIGNER_CERTIFICATES:
        raise ChipDataError(what, 0, f"includes {len(included)} certificates")
    return tuple(
        read_certificate(one.chosen.dump(), f"{what}, certificate {number}")
        for number, one in enumerate(included, 1)
        if one.name == "certificate"
    )
