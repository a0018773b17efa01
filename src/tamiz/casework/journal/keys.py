"""Keys: one a case, wrapped by the unit's master key. A destroyed case key erases the case."""

import base64
import hashlib
import hmac
import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from tamiz.errors import JournalError

KEY_BYTES = 32  # AES-256
# NIST SP 800-38D, 8.3: a random nonce of 96 bits is safe for 2^32 messages under one key; a case
# has hundreds, a master key wraps one key a case.
NONCE_BYTES = 12

Entropy = Callable[[int], bytes]


class WrappedKey(Struct, frozen=True, kw_only=True):
    """A case's key as it is stored: under the master key whose mark is ``master``."""

    case: str
    key: str
    master: str


def new_master_key(entropy: Entropy = os.urandom) -> bytes:
    """A master key. It is kept apart from the database and from its backups."""
    return entropy(KEY_BYTES)


def new_case_key(master: bytes, case: str, entropy: Entropy = os.urandom) -> WrappedKey:
    """A new key for a case, wrapped."""
    return _wrap(master, case, entropy(KEY_BYTES), entropy)


def unwrap(master: bytes, wrapped: WrappedKey) -> bytes:
    """The key of a case.

    Raises:
        JournalError: it was wrapped by another master key, for another case, or is damaged.
    """
    try:
        return open_sealed(master, wrapped.key, _about(wrapped.case))
    except JournalError as error:
        raise JournalError(
            f"case {wrapped.case}: its key does not open with this master key ({mark(master)}; it "
            f"was wrapped by {wrapped.master}); give the right one, or restore the key's row"
        ) from error


def rewrap(
    old: bytes, new: bytes, wrapped: WrappedKey, entropy: Entropy = os.urandom
) -> WrappedKey:
    """The same key under a new master key.

    Raises:
        JournalError: as for ``unwrap``.
    """
    return _wrap(new, wrapped.case, unwrap(old, wrapped), entropy)


def sampling_key(master: bytes) -> bytes:
    """The key by which cases are chosen for quality control; says nothing of the master key."""
    return hmac.digest(master, b"tamiz quality control 1", hashlib.sha256)


def seal(key: bytes, plain: bytes, about: bytes, entropy: Entropy = os.urandom) -> str:
    """Nonce and ciphertext with tag (AES-256-GCM) as base64, bound to what they are about."""
    nonce = entropy(NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, plain, about)).decode()


def open_sealed(key: bytes, sealed: str, about: bytes) -> bytes:
    """What was sealed.

    Raises:
        JournalError: another key, another place, or damaged.
    """
    try:
        data = base64.b64decode(sealed, validate=True)
        return AESGCM(key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], about)
    except (InvalidTag, ValueError) as error:
        raise JournalError("it does not open: another key, another place, or damaged") from error


def _wrap(master: bytes, case: str, key: bytes, entropy: Entropy) -> WrappedKey:
    return WrappedKey(case=case, key=seal(master, key, _about(case), entropy), master=mark(master))


def _about(case: str) -> bytes:
    return f"tamiz case key 1\n{case}".encode()


def mark(master: bytes) -> str:
    """What a master key is called: enough to tell two apart, useless for guessing one."""
    return hmac.digest(master, b"tamiz master key 1", hashlib.sha256).hex()[:8]
