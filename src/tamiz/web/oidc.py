"""The unit's own identity provider, from a settings file; read before the tables are known.

name = "Ministry"                              # as the button says
issuer = "https://login.ministry.example"      # exactly as the provider calls itself
client_id = "tamiz"
client_secret_file = "oidc.secret"             # beside this file, for its owner alone
"""

from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from tamiz.errors import UsageError

PROVIDER = "unit"  # what the addresses call it; there is one
BYTES = 16_384  # of a settings file
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Provider(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the settings file says."""

    name: str
    issuer: str
    client_id: str
    client_secret_file: str

    @property
    def origin(self) -> str:
        """Where the button may lead to: scheme, host and port of the issuer."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


def read_provider(path: Path) -> tuple[Provider, str]:
    """The provider of a settings file, and the secret that Tamiz shows it.

    Raises:
        UsageError: a file is not there or not understood, or others may read the secret, or the
            provider is reached over a network in the clear.
    """
    if not path.is_file() or path.stat().st_size > BYTES:
        raise UsageError(f"{path}: no settings file of an identity provider (see docs/web.md)")
    try:
        told = msgspec.toml.decode(path.read_bytes(), type=Provider)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error} (see docs/web.md)") from None
    parts = urlsplit(told.issuer)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise UsageError(f"{path}: issuer: expected an address that begins with https://")
    return told, _secret(path.parent / told.client_secret_file)


def _secret(path: Path) -> str:
    if not path.is_file():
        raise UsageError(f"{path}: not there; it holds the secret for the identity provider")
    if path.stat().st_mode & 0o077:
        raise UsageError(f"{path}: others may read it; chmod 600, and have the secret replaced")
    return path.read_text(encoding="utf-8").strip()


def as_setting(provider: Provider, secret: str) -> dict[str, object]:
    """The same as allauth wants it: the code flow with PKCE."""
    app = {
        "provider_id": PROVIDER, "name": provider.name, "client_id": provider.client_id,
        "secret": secret, "settings": {"server_url": provider.issuer, "oauth_pkce_enabled": True},
    }  # fmt: skip
    return {"openid_connect": {"APPS": [app]}}
