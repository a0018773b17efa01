"""Certificates of country signing authorities and document signers (Doc 9303-12, 7.1)."""

from datetime import UTC, datetime

from asn1crypto import x509
from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.algorithms import Scheme, digest
from tamiz.documents.chip.asn1 import reading
from tamiz.documents.chip.keys import PublicKey, read_key, read_scheme
from tamiz.documents.chip.signatures import is_signature
from tamiz.documents.chip.tlv import scan

_SHA256_SHOWN = 16


class Certificate(Struct, frozen=True, kw_only=True):
    """What is needed of a certificate; names as ``name_key`` compare whatever their encoding."""

    der: bytes
    tbs: bytes
    scheme: Scheme
    signature: bytes
    key: PublicKey
    subject: str
    issuer: str
    subject_key: str
    issuer_key: str
    serial: str  # hexadecimal
    country: str  # of the subject, else of the issuer: two capital letters as a rule, else empty
    not_before: datetime
    not_after: datetime
    key_id: bytes
    authority_key_id: bytes
    is_ca: bool

    @property
    def sha256(self) -> str:
        """The fingerprint that authorities publish."""
        return digest("sha256", self.der).hex()

    @property
    def names_itself(self) -> bool:
        """Whether subject and issuer are one; its own signature is another question."""
        return self.subject_key == self.issuer_key

    def is_signed_by(self, issuer: "Certificate") -> bool:
        """Whether the issuer's key made the signature; CannotVerify if that cannot be told."""
        return is_signature(issuer.key, self.scheme, self.signature, self.tbs)


def read_certificate(der: bytes, what: str, at: int = 0) -> Certificate:
    """A certificate in DER; ChipDataError if it is none."""
    scan(der, what, most=limits.CERTIFICATE_BYTES)
    with reading(what, at):
        return _certificate(x509.Certificate.load(der, strict=True), der)


def _certificate(found: x509.Certificate, der: bytes) -> Certificate:
    tbs = found["tbs_certificate"]
    subject, issuer, validity = tbs["subject"], tbs["issuer"], tbs["validity"]
    authority = found.authority_key_identifier_value
    basic = found.basic_constraints_value
    return Certificate(
        der=der,
        tbs=tbs.dump(),
        scheme=read_scheme(found["signature_algorithm"]),
        signature=found["signature_value"].native,
        key=read_key(tbs["subject_public_key_info"]),
        subject=subject.human_friendly,
        issuer=issuer.human_friendly,
        subject_key=name_key(subject),
        issuer_key=name_key(issuer),
        serial=f"{tbs['serial_number'].native:x}",
        country=_country(subject) or _country(issuer),
        not_before=_moment(validity["not_before"].native),
        not_after=_moment(validity["not_after"].native),
        key_id=found.key_identifier or b"",
        authority_key_id=(authority["key_identifier"].native if authority else None) or b"",
        is_ca=bool(basic and basic["ca"].native),
    )


def name_key(name: x509.Name) -> str:
    """A name for comparing: RFC 5280, 7.1 (case and spaces do not count, nor does the encoding)."""
    return str(name.hashable)


def _country(name: x509.Name) -> str:
    found = name.native.get("country_name", "")
    return found.strip().upper() if isinstance(found, str) else ""


def _moment(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)
