"""Secrets of second factors are kept sealed."""

import base64
import os

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12  # bytes, as AES-GCM wants
_KEY = 32  # bytes
_LABEL = b"tamiz second factors 1"  # what the key is for: no other key of the unit is the same


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth asks about second factors.

    The key comes from the master key, which lies apart from the database: a stolen copy of the
    database gives no codes.
    """

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        nonce = os.urandom(_NONCE)
        sealed = AESGCM(_key()).encrypt(nonce, text.encode(), None)
        return base64.b64encode(nonce + sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret.

        Raises:
            InvalidTag: it was sealed under another master key, or changed.
        """
        raw = base64.b64decode(encrypted_text)
        return AESGCM(_key()).decrypt(raw[:_NONCE], raw[_NONCE:], None).decode()


def _key() -> bytes:
    return HKDF(SHA256(), _KEY, salt=None, info=_LABEL).derive(settings.MASTER_KEY)
