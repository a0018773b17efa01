"""Secrets of second factors are kept sealed."""

import base64
import os

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12  # bytes, as AES-GCM wants
_KEY = 32  # bytes
# What allauth keeps sealed: the secret of one-time codes, the seed of recovery codes.
_SECRETS = frozenset({"secret", "seed"})
_LABEL = b"tamiz second factors 1"  # what the key is for: no other key of the unit is the same


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth asks about second factors.

    The key comes from the master key, which lies apart from the database: a stolen copy of the
    database gives no codes.
    """

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        return _sealed(text, settings.MASTER_KEY)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret.

        Raises:
            InvalidTag: it was sealed under another master key, or changed.
        """
        return _opened(encrypted_text, settings.MASTER_KEY)


def reseal(old: bytes, new: bytes) -> None:
    """Seal every secret under another master key, within a transaction of the caller's.

    Raises:
        InvalidTag: one opens with neither of the two.
    """
    for one in Authenticator.objects.all():
        kept = {name: one.data[name] for name in _SECRETS & one.data.keys()}
        if any(_opens(text, new) for text in kept.values()):
            continue  # a change that was cut off got as far as this
        one.data |= {name: _sealed(_opened(text, old), new) for name, text in kept.items()}
        one.save(update_fields=["data"])


def _opens(text: str, master: bytes) -> bool:
    try:
        _opened(text, master)
    except InvalidTag:
        return False
    return True


def _sealed(text: str, master: bytes) -> str:
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(_key(master)).encrypt(nonce, text.encode(), None)
    return base64.b64encode(nonce + sealed).decode()


def _opened(text: str, master: bytes) -> str:
    raw = base64.b64decode(text)
    return AESGCM(_key(master)).decrypt(raw[:_NONCE], raw[_NONCE:], None).decode()


def _key(master: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, salt=None, info=_LABEL).derive(master)
