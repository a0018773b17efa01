"""Certificates of country signing authorities and document signers (Doc 9303-12, 7.1)."""

from datetime import UTC, datetime

from asn1crypto import core, x509
from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.algorithms import Scheme, digest
from tamiz.documents.chip.asn1 import RawExtensions, reading
from tamiz.documents.chip.keys import PublicKey, read_key, read_scheme
from tamiz.documents.chip.signatures import is_signature
from tamiz.documents.chip.tlv import scan
from tamiz.normalise.countries import country_code

_COUNTRY = "2.5.4.6"
_KEY_ID, _AUTHORITY_KEY_ID, _BASIC_CONSTRAINTS = "2.5.29.14", "2.5.29.35", "2.5.29.19"
_EXTENDED_KEY_USAGE = "2.5.29.37"
_READ = {_AUTHORITY_KEY_ID, _BASIC_CONSTRAINTS, _EXTENDED_KEY_USAGE}
_SHORT = {
    _COUNTRY: "C",
    "2.5.4.3": "CN",
    "2.5.4.5": "serialNumber",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "1.2.840.113549.1.9.1": "emailAddress",
}


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
    country: str  # of the subject, else of the issuer: two capital letters as a rule, or empty
    issuer_country: str
    not_before: datetime
    not_after: datetime
    key_id: bytes
    authority_key_id: bytes
    is_ca: bool
    purposes: tuple[str, ...]  # extended key usage, by object identifier

    @property
    def sha256(self) -> str:
        """The fingerprint that authorities publish."""
        return digest("sha256", self.der).hex()

    @property
    def names_itself(self) -> bool:
        """Whether it should be signed with its own key; link certificates keep the name only."""
        return self.subject_key == self.issuer_key and self.authority_key_id in {b"", self.key_id}

    def names_key_of(self, issuer: "Certificate") -> bool:
        """Whether it says that the issuer's key signed it."""
        return self.authority_key_id == issuer.key_id != b""

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
    if found["signature_algorithm"].dump() != tbs["signature"].dump():
        raise ValueError("names two signature algorithms")  # RFC 5280, 4.1.1.2
    subject, issuer, validity = _words(tbs["subject"]), _words(tbs["issuer"]), tbs["validity"]
    extensions = _extensions(tbs["extensions"])
    return Certificate(
        der=der,
        tbs=tbs.dump(),
        scheme=read_scheme(found["signature_algorithm"]),
        signature=found["signature_value"].native,
        key=read_key(tbs["subject_public_key_info"]),
        subject=_text(subject),
        issuer=_text(issuer),
        subject_key=_key(subject),
        issuer_key=_key(issuer),
        serial=f"{tbs['serial_number'].native:x}",
        country=_country(subject) or _country(issuer),
        issuer_country=_country(issuer),
        not_before=_moment(validity["not_before"].native),
        not_after=_moment(validity["not_after"].native),
        key_id=_key_id(extensions.get(_KEY_ID, b"")),
        authority_key_id=_authority_key_id(extensions.get(_AUTHORITY_KEY_ID, b"")),
        is_ca=_is_ca(extensions.get(_BASIC_CONSTRAINTS, b"")),
        purposes=_purposes(extensions.get(_EXTENDED_KEY_USAGE, b"")),
    )


def _extensions(found: x509.Extensions | core.Void) -> dict[str, bytes]:
    if isinstance(found, core.Void):
        return {}
    raw = RawExtensions.load(found.untag().dump())
    values = {one["id"].dotted: one["value"].native for one in raw}
    for name in _READ & values.keys():
        scan(values[name], f"extension {name}", most=limits.CERTIFICATE_BYTES)
    return values


def _key_id(value: bytes) -> bytes:
    """The identifier inside an octet string; or as it stands, as in Lithuania's."""
    wrapped = value[:1] == b"\x04" and value[1:2] == bytes([max(0, len(value) - 2) & 0x7F])
    return value[2:] if wrapped else value


def _authority_key_id(value: bytes) -> bytes:
    try:
        found = x509.AuthorityKeyIdentifier.load(value)["key_identifier"].native if value else b""
    except (ValueError, TypeError):
        return b""  # it only helps to find the issuer sooner
    return bytes(found or b"")


def _is_ca(value: bytes) -> bool:
    return bool(value and x509.BasicConstraints.load(value, strict=True)["ca"].native)


def _purposes(value: bytes) -> tuple[str, ...]:
    found = x509.ExtKeyUsageSyntax.load(value, strict=True) if value else ()
    return tuple(one.dotted for one in found)


def name_key(name: x509.Name) -> str:
    """A name to compare with those of certificates."""
    return _key(_words(name))


def _words(name: x509.Name) -> list[tuple[str, str]]:
    """The parts of a name: what each is, by object identifier, and its text."""
    return [(part["type"].dotted, str(part["value"].native)) for rdn in name.chosen for part in rdn]


def _text(words: list[tuple[str, str]]) -> str:
    """A name to show: ``C=DE, O=bund, CN=csca-germany``."""
    return ", ".join(f"{_SHORT.get(oid, oid)}={text}" for oid, text in words)


def _key(words: list[tuple[str, str]]) -> str:
    """A name to compare: case, spaces, order and encoding do not count (after RFC 5280, 7.1)."""
    parts = sorted((oid, " ".join(text.casefold().split())) for oid, text in words)
    return "|".join(f"{oid}={text}" for oid, text in parts)


def _country(words: list[tuple[str, str]]) -> str:
    """The country as Doc 9303-12 has it, in capitals; Lithuania once wrote three letters."""
    found = next((text.strip() for oid, text in words if oid == _COUNTRY), "")
    return (country_code(found) or found).upper()


def _moment(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)
