"""Whether a signature is a key's signature over data."""

from asn1crypto import core
from asn1crypto.algos import DigestAlgorithmId
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from ecdsa import BadSignatureError, VerifyingKey
from ecdsa.curves import Curve
from ecdsa.ellipticcurve import Point
from ecdsa.errors import MalformedPointError

from tamiz.documents.chip.algorithms import HASHES, Padding, Scheme, digest
from tamiz.documents.chip.curves import BY_NAME
from tamiz.documents.chip.keys import EcKey, PublicKey, RsaKey


class CannotVerify(Exception):
    """Neither right nor wrong: the key or the algorithm is one that is not computed here."""


def is_signature(key: PublicKey, scheme: Scheme, signature: bytes, data: bytes) -> bool:
    """Whether ``signature`` is right; CannotVerify if that cannot be told.

    A key of one kind and a scheme of another is a wrong signature.
    """
    if scheme.padding is Padding.UNKNOWN or scheme.hash not in HASHES:
        raise CannotVerify(f"signature algorithm {scheme.name}")
    if isinstance(key, RsaKey):
        return _is_rsa(key, scheme, signature, data)
    if isinstance(key, EcKey):
        return _is_ecdsa(key, scheme, signature, data)
    raise CannotVerify(key.problem)


def _is_rsa(key: RsaKey, scheme: Scheme, signature: bytes, data: bytes) -> bool:
    if scheme.padding not in {Padding.PKCS1, Padding.PSS}:
        return False
    try:
        public = rsa.RSAPublicNumbers(key.exponent, int.from_bytes(key.modulus)).public_key()
        if scheme.padding is Padding.PSS:
            return _is_pss(public, scheme, signature, data)
        public.verify(signature, data, padding.PKCS1v15(), HASHES[scheme.hash])
    except InvalidSignature:
        return scheme.padding is Padding.PKCS1 and _is_without_null(public, scheme, signature, data)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CannotVerify(f"{scheme.name}: {error}") from error
    return True


def _is_pss(public: rsa.RSAPublicKey, scheme: Scheme, signature: bytes, data: bytes) -> bool:
    if scheme.mgf_hash not in HASHES:
        raise CannotVerify(f"mask generation with {scheme.mgf_hash}")
    mask = padding.MGF1(HASHES[scheme.mgf_hash])
    if not 0 <= scheme.salt <= public.key_size // 8:
        return False
    public.verify(signature, data, padding.PSS(mask, scheme.salt), HASHES[scheme.hash])
    return True


def _is_without_null(
    public: rsa.RSAPublicKey, scheme: Scheme, signature: bytes, data: bytes
) -> bool:
    """Whether all that is unusual is a DigestInfo without the NULL parameter.

    RFC 8017, A.2.4 lets a verifier accept it; ICAO's own master list of 2023 has it. The whole
    DigestInfo is compared, so nothing can hide in it.
    """
    try:
        signed = public.recover_data_from_signature(signature, padding.PKCS1v15(), None)
    except (InvalidSignature, ValueError):
        return False
    return signed == _digest_info(scheme.hash, data)


def _digest_info(name: str, data: bytes) -> bytes:
    """A DigestInfo (RFC 8017, 9.2) with nothing after the algorithm's identifier."""
    algorithm = core.Sequence()
    algorithm.contents = DigestAlgorithmId(name).dump()
    info = core.Sequence()
    info.contents = algorithm.dump() + core.OctetString(digest(name, data)).dump()
    return bytes(info.dump())


def _is_ecdsa(key: EcKey, scheme: Scheme, signature: bytes, data: bytes) -> bool:
    numbers = _numbers(scheme, signature)
    curve = BY_NAME[key.curve]
    if numbers is None or not all(0 < number < curve.n for number in numbers):
        return False
    x, y = int.from_bytes(key.x), int.from_bytes(key.y)
    if curve.fast is None:
        return _is_slow(curve.slow, (x, y), numbers, digest(scheme.hash, data))
    try:
        public = ec.EllipticCurvePublicNumbers(x, y, curve.fast()).public_key()
        public.verify(encode_dss_signature(*numbers), data, ec.ECDSA(HASHES[scheme.hash]))
    except InvalidSignature:
        return False
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CannotVerify(f"{key.curve}: {error}") from error
    return True


def _numbers(scheme: Scheme, signature: bytes) -> tuple[int, int] | None:
    """Two numbers, r and s; None if the signature is no pair of numbers."""
    if scheme.padding is Padding.PLAIN_ECDSA:
        half = len(signature) // 2
        return int.from_bytes(signature[:half]), int.from_bytes(signature[half:])
    if scheme.padding is not Padding.ECDSA:
        return None
    try:
        return decode_dss_signature(signature)
    except ValueError:
        return None


def _is_slow(
    curve: Curve, public: tuple[int, int], numbers: tuple[int, int], hashed: bytes
) -> bool:
    """In pure Python, for the curves that cryptography lacks: about 5 ms."""
    try:
        key = VerifyingKey.from_public_point(Point(curve.curve, *public, curve.order), curve)
        return bool(key.verify_digest(numbers, hashed, lambda pair, _: pair, allow_truncate=True))
    except (BadSignatureError, MalformedPointError):
        return False
