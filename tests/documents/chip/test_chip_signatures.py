"""Signatures: what is right, what is wrong, and what cannot be told."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, utils

from documents.chip.pki import Algorithm, public_info, rsa_key, sign
from tamiz.documents.chip.algorithms import Padding, Scheme, digest
from tamiz.documents.chip.keys import PublicKey, RsaKey, UnusableKey, read_key
from tamiz.documents.chip.signatures import CannotVerify, is_signature

DATA = b"signed attributes"
RSA, EC = Algorithm("rsa", "sha256"), Algorithm("P-256", "sha256")
PKCS1, ECDSA = Scheme(Padding.PKCS1, "sha256"), Scheme(Padding.ECDSA, "sha256")
# DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2), and the same without NULL.
WITH_NULL = bytes.fromhex("3031300d060960864801650304020105000420")
WITHOUT_NULL = bytes.fromhex("302f300b06096086480165030402010420")


def key_of(algorithm: Algorithm) -> PublicKey:
    return read_key(public_info(algorithm, "one"))


def raised(info: bytes, *, pad: int | None = None) -> bytes:
    """An RSA signature over padding of our own with ``info`` in it."""
    numbers = rsa_key("one").private_numbers()
    n = numbers.public_numbers.n
    fill = 256 - 3 - len(info) if pad is None else pad
    block = b"\0\1" + b"\xff" * fill + b"\0" + info
    message = int.from_bytes(block + bytes(256 - len(block)))
    return pow(message, numbers.d, n).to_bytes(256)


HASHED = digest("sha256", DATA)
INFOS = [
    ("as RFC 8017 says", WITH_NULL + HASHED, None, True),
    ("without NULL", WITHOUT_NULL + HASHED, None, True),
    ("without NULL, another digest", WITHOUT_NULL + bytes(32), None, False),
    ("without NULL, a byte behind", WITHOUT_NULL + HASHED + b"\0", None, False),
    ("without NULL, short padding (CVE-2006-4339)", WITHOUT_NULL + HASHED, 8, False),
    ("with NULL, short padding (CVE-2006-4339)", WITH_NULL + HASHED, 8, False),
    ("bare digest", HASHED, None, False),
]


@pytest.mark.parametrize(("name", "info", "pad", "right"), INFOS, ids=[one[0] for one in INFOS])
def test_a_digest_info_may_lack_its_null_and_nothing_else(
    name: str, info: bytes, pad: int | None, right: bool
) -> None:
    assert name
    assert is_signature(key_of(RSA), PKCS1, raised(info, pad=pad), DATA) is right


def test_plain_ecdsa_is_the_same_pair_of_numbers() -> None:
    r, s = utils.decode_dss_signature(sign(EC, "one", DATA))
    plain = r.to_bytes(32) + s.to_bytes(32)
    scheme = Scheme(Padding.PLAIN_ECDSA, "sha256")

    assert is_signature(key_of(EC), scheme, plain, DATA)
    assert not is_signature(key_of(EC), scheme, plain[:-1] + b"\0", DATA)
    assert not is_signature(key_of(EC), ECDSA, plain, DATA)


@pytest.mark.parametrize("name", ["P-256", "brainpoolP224r1"])
@pytest.mark.parametrize("numbers", [(0, 0), (0, 1), (1, 0), (1 << 300, 1), (1, 1 << 300)])
def test_numbers_out_of_range_are_a_wrong_signature(name: str, numbers: tuple[int, int]) -> None:
    signature = utils.encode_dss_signature(*numbers)

    assert not is_signature(key_of(Algorithm(name, "sha256")), ECDSA, signature, DATA)


@pytest.mark.parametrize("algorithm", [RSA, EC, Algorithm("brainpoolP224r1", "sha256")])
@pytest.mark.parametrize("signature", [b"", b"\0", b"\x30\x00", bytes(256), b"\xff" * 256])
def test_bytes_that_are_no_signature_are_a_wrong_one(
    algorithm: Algorithm, signature: bytes
) -> None:
    scheme = PKCS1 if algorithm is RSA else ECDSA

    assert not is_signature(key_of(algorithm), scheme, signature, DATA)


MISMATCHED = [
    (RSA, ECDSA),
    (EC, PKCS1),
    (EC, Scheme(Padding.PSS, "sha256", "sha256", 32)),
]


@pytest.mark.parametrize(("algorithm", "scheme"), MISMATCHED)
def test_a_key_of_one_kind_and_a_scheme_of_another_is_wrong(
    algorithm: Algorithm, scheme: Scheme
) -> None:
    assert not is_signature(key_of(algorithm), scheme, sign(algorithm, "one", DATA), DATA)


def test_another_salt_length_than_announced_is_wrong() -> None:
    made = rsa_key("one").sign(
        DATA, padding.PSS(padding.MGF1(hashes.SHA256()), 20), hashes.SHA256()
    )

    def scheme(salt: int) -> Scheme:
        return Scheme(Padding.PSS, "sha256", "sha256", salt)

    assert is_signature(key_of(RSA), scheme(20), made, DATA)
    assert not is_signature(key_of(RSA), scheme(32), made, DATA)
    assert not is_signature(key_of(RSA), scheme(-1), made, DATA)
    assert not is_signature(key_of(RSA), scheme(1 << 40), made, DATA)


UNKNOWN = [
    (key_of(RSA), Scheme(Padding.UNKNOWN, "sha256")),
    (key_of(RSA), Scheme(Padding.PKCS1, "md5")),
    (key_of(RSA), Scheme(Padding.PKCS1, "")),
    (key_of(RSA), Scheme(Padding.PSS, "sha256", "md5", 32)),
    (UnusableKey("a key of kind dsa"), PKCS1),
    (RsaKey(b"\x04", 2), PKCS1),
]


@pytest.mark.parametrize(("key", "scheme"), UNKNOWN)
def test_what_is_not_computed_here_is_neither_right_nor_wrong(
    key: PublicKey, scheme: Scheme
) -> None:
    with pytest.raises(CannotVerify):
        is_signature(key, scheme, bytes(256), DATA)
