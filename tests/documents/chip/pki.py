"""A German State invented for tests: signing authority, document signers, chips, in every algorithm.

Keys on curves come from the names of the curves, RSA keys are made once per run; signatures on
curves are deterministic. EC signatures are made with ecdsa and mostly verified with cryptography.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

import ecdsa
from asn1crypto import algos, core, keys, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from ecdsa.util import sigencode_der

from tamiz.documents.chip.algorithms import digest

TODAY = date(2026, 11, 25)
_HASHES = {name: getattr(hashes, name.upper())() for name in ("sha1", "sha256", "sha384", "sha512")}
_CURVES = {
    "P-224": ecdsa.NIST224p,
    "P-256": ecdsa.NIST256p,
    "P-384": ecdsa.NIST384p,
    "P-521": ecdsa.NIST521p,
    "secp256k1": ecdsa.SECP256k1,  # no passport has it
    "brainpoolP224r1": ecdsa.BRAINPOOLP224r1,
    "brainpoolP256r1": ecdsa.BRAINPOOLP256r1,
    "brainpoolP320r1": ecdsa.BRAINPOOLP320r1,
    "brainpoolP384r1": ecdsa.BRAINPOOLP384r1,
    "brainpoolP512r1": ecdsa.BRAINPOOLP512r1,
}


class Algorithm(NamedTuple):
    """What a key is and how it signs."""

    key: str  # "rsa" or a curve
    hash: str
    pss: bool = False
    explicit: bool = False

    @property
    def name(self) -> str:
        marks = ["pss"] * self.pss + ["explicit"] * self.explicit
        return "-".join([self.key, self.hash, *marks])


ALGORITHMS = (
    Algorithm("rsa", "sha1"),
    Algorithm("rsa", "sha256"),
    Algorithm("rsa", "sha512"),
    Algorithm("rsa", "sha256", pss=True),
    Algorithm("rsa", "sha512", pss=True),
    Algorithm("P-256", "sha256"),
    Algorithm("P-256", "sha1"),
    Algorithm("P-384", "sha384"),
    Algorithm("P-521", "sha512"),
    Algorithm("P-256", "sha256", explicit=True),
    Algorithm("P-224", "sha256", explicit=True),
    Algorithm("brainpoolP224r1", "sha256"),
    Algorithm("brainpoolP224r1", "sha1", explicit=True),
    Algorithm("brainpoolP256r1", "sha256"),
    Algorithm("brainpoolP256r1", "sha256", explicit=True),
    Algorithm("brainpoolP320r1", "sha384", explicit=True),
    Algorithm("brainpoolP384r1", "sha384"),
    Algorithm("brainpoolP512r1", "sha512", explicit=True),
)
FAST = Algorithm("P-256", "sha256")


@cache
def rsa_key(name: str) -> rsa.RSAPrivateKey:  # noqa: ARG001 - the cache's key
    """A key of 2,048 bits; one per name and run."""
    return rsa.generate_private_key(65537, 2048)


@cache
def curve_key(curve: str, name: str) -> ecdsa.SigningKey:
    secret = int.from_bytes(sha256(f"{curve} {name}".encode()).digest()[:20])
    return ecdsa.SigningKey.from_secret_exponent(secret, _CURVES[curve])


def public_info(algorithm: Algorithm, name: str, *, forged: bool = False) -> keys.PublicKeyInfo:
    """The SubjectPublicKeyInfo of a key; ``forged`` gives its explicit curve another generator."""
    if algorithm.key == "rsa":
        numbers = rsa_key(name).public_key().public_numbers()
        public = keys.RSAPublicKey({"modulus": numbers.n, "public_exponent": numbers.e})
        return keys.PublicKeyInfo({"algorithm": {"algorithm": "rsa"}, "public_key": public})
    signing = curve_key(algorithm.key, name)
    point = signing.verifying_key.to_string("uncompressed")
    if algorithm.explicit:
        base = point if forged else None
        parameters = keys.ECDomainParameters("specified", specified(signing.curve, base))
    else:
        oid = ".".join(str(arc) for arc in signing.curve.oid)
        parameters = keys.ECDomainParameters("named", oid)
    found = keys.PublicKeyInfo({"algorithm": {"algorithm": "ec", "parameters": parameters}})
    found["public_key"] = keys.ECPointBitString(point)
    return found


def specified(curve: Any, base: bytes | None = None) -> keys.SpecifiedECDomain:
    """Parameters spelt out; with ``base`` for a generator if given."""
    p, size = int(curve.curve.p()), (int(curve.curve.p()).bit_length() + 7) // 8
    generator = curve.generator.to_bytes("uncompressed")
    return keys.SpecifiedECDomain(
        {
            "version": "ecdpVer1",
            "field_id": {"field_type": "prime_field", "parameters": core.Integer(p)},
            "curve": {
                "a": (int(curve.curve.a()) % p).to_bytes(size),
                "b": (int(curve.curve.b()) % p).to_bytes(size),
            },
            "base": keys.ECPoint(base or generator),
            "order": int(curve.order),
            "cofactor": 1,
        }
    )


def scheme(algorithm: Algorithm) -> algos.SignedDigestAlgorithm:
    if algorithm.pss:
        hashed = {"algorithm": algorithm.hash}
        parameters = {
            "hash_algorithm": hashed,
            "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": hashed},
            "salt_length": 32,
        }
        return algos.SignedDigestAlgorithm(
            {"algorithm": "rsassa_pss", "parameters": algos.RSASSAPSSParams(parameters)}
        )
    kind = "rsa" if algorithm.key == "rsa" else "ecdsa"
    return algos.SignedDigestAlgorithm({"algorithm": f"{algorithm.hash}_{kind}"})


def sign(algorithm: Algorithm, name: str, data: bytes) -> bytes:
    """The signature of a named key."""
    if algorithm.key != "rsa":
        hashed = digest(algorithm.hash, data)
        signed = curve_key(algorithm.key, name).sign_digest_deterministic(
            hashed, sigencode=sigencode_der, hashfunc=sha256, allow_truncate=True
        )
        return bytes(signed)
    chosen = _HASHES[algorithm.hash]
    pad = padding.PSS(padding.MGF1(chosen), 32) if algorithm.pss else padding.PKCS1v15()
    return rsa_key(name).sign(data, pad, chosen)


class Identity(NamedTuple):
    """Who a certificate is of: its name, its State, its key and how that key signs."""

    common_name: str
    algorithm: Algorithm = FAST
    country: str = "DE"

    @property
    def x509_name(self) -> x509.Name:
        parts = {"country_name": self.country, "common_name": self.common_name}
        return x509.Name.build(parts, use_printable=True)

    @property
    def key_id(self) -> bytes:
        return sha256(f"{self.common_name} {self.algorithm.name}".encode()).digest()[:20]


def certificate(
    subject: Identity,
    issuer: Identity,
    *,
    is_ca: bool = False,
    serial: int = 7,
    valid: tuple[int, int] = (2015, 2036),
    purposes: tuple[str, ...] = (),
    key_ids: bool = True,
    forged: bool = False,
    alter: Callable[[x509.TbsCertificate], None] = lambda _: None,
    signed_as: Identity | None = None,
) -> bytes:
    """A certificate in DER; ``signed_as`` signs in the issuer's name."""
    extensions: list[dict[str, Any]] = [
        {"extn_id": "basic_constraints", "extn_value": {"ca": is_ca}, "critical": True}
    ]
    if key_ids:
        authority = {"key_identifier": issuer.key_id}
        extensions += [
            {"extn_id": "key_identifier", "extn_value": subject.key_id},
            {"extn_id": "authority_key_identifier", "extn_value": authority},
        ]
    if purposes:
        extensions.append({"extn_id": "extended_key_usage", "extn_value": list(purposes)})
    tbs = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": serial,
            "signature": scheme(issuer.algorithm),
            "issuer": issuer.x509_name,
            "validity": {
                "not_before": x509.Time("utc_time", datetime(valid[0], 1, 1, tzinfo=UTC)),
                "not_after": x509.Time("utc_time", datetime(valid[1], 1, 1, tzinfo=UTC)),
            },
            "subject": subject.x509_name,
            "subject_public_key_info": public_info(
                subject.algorithm, subject.common_name, forged=forged
            ),
            "extensions": extensions,
        }
    )
    alter(tbs)
    signer = signed_as or issuer
    made = x509.Certificate(
        {
            "tbs_certificate": tbs,
            "signature_algorithm": scheme(issuer.algorithm),
            "signature_value": sign(signer.algorithm, signer.common_name, tbs.dump()),
        }
    )
    return bytes(made.dump())


def authority(algorithm: Algorithm = FAST, country: str = "DE") -> Identity:
    return Identity("CSCA Utopia", algorithm, country)


@cache
def authority_certificate(algorithm: Algorithm = FAST, country: str = "DE") -> bytes:
    one = authority(algorithm, country)
    return certificate(one, one, is_ca=True, serial=1)


def signer(algorithm: Algorithm = FAST) -> Identity:
    return Identity("Document Signer 1", algorithm)


@cache
def signer_certificate(algorithm: Algorithm = FAST) -> bytes:
    return certificate(signer(algorithm), authority(algorithm))
