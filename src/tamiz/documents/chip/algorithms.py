"""Digest and signature algorithms of Doc 9303-11 and -12 (4.1.6), by object identifier."""

import hashlib
from enum import StrEnum

from cryptography.hazmat.primitives import hashes
from msgspec import Struct

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - one CSCA in sixteen still signs with it
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
# Signatures made with it after 2010 or so prove less; said beside the step, not held against it.
WEAK_HASHES = frozenset({"sha1"})


class Padding(StrEnum):
    """How a signature is made."""

    PKCS1 = "rsa-pkcs1"
    PSS = "rsa-pss"
    ECDSA = "ecdsa"
    PLAIN_ECDSA = "ecdsa-plain"  # BSI TR-03111, 5.2.1: r and s side by side
    UNKNOWN = "unknown"


class Scheme(Struct, frozen=True):
    """A signature algorithm; an empty hash means that the message says it elsewhere."""

    padding: Padding
    hash: str = ""
    mgf_hash: str = ""
    salt: int = 0
    oid: str = ""

    @property
    def name(self) -> str:
        """The scheme in one word."""
        return f"{self.padding}-{self.hash or self.oid}" if self.hash or self.oid else self.padding


_PLAIN = "0.4.0.127.0.7.1.1.4.1"
PSS = "1.2.840.113549.1.1.10"
SCHEMES = {
    "1.2.840.113549.1.1.1": (Padding.PKCS1, ""),
    "1.2.840.113549.1.1.5": (Padding.PKCS1, "sha1"),
    "1.2.840.113549.1.1.14": (Padding.PKCS1, "sha224"),
    "1.2.840.113549.1.1.11": (Padding.PKCS1, "sha256"),
    "1.2.840.113549.1.1.12": (Padding.PKCS1, "sha384"),
    "1.2.840.113549.1.1.13": (Padding.PKCS1, "sha512"),
    "1.2.840.10045.2.1": (Padding.ECDSA, ""),  # the key's identifier in the signature's place
    "1.2.840.10045.4.1": (Padding.ECDSA, "sha1"),
    "1.2.840.10045.4.3.1": (Padding.ECDSA, "sha224"),
    "1.2.840.10045.4.3.2": (Padding.ECDSA, "sha256"),
    "1.2.840.10045.4.3.3": (Padding.ECDSA, "sha384"),
    "1.2.840.10045.4.3.4": (Padding.ECDSA, "sha512"),
    f"{_PLAIN}.1": (Padding.PLAIN_ECDSA, "sha1"),
    f"{_PLAIN}.2": (Padding.PLAIN_ECDSA, "sha224"),
    f"{_PLAIN}.3": (Padding.PLAIN_ECDSA, "sha256"),
    f"{_PLAIN}.4": (Padding.PLAIN_ECDSA, "sha384"),
    f"{_PLAIN}.5": (Padding.PLAIN_ECDSA, "sha512"),
}


def digest(name: str, data: bytes) -> bytes:
    """The digest of data; ``name`` is one of ``HASHES``."""
    return hashlib.new(name, data, usedforsecurity=False).digest()
