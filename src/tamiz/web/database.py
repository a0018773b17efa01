"""Which database: a file of SQLite in the folder, or PostgreSQL by one address."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from tamiz.errors import UsageError

VERIFIED = "verify-full"
# A reader never waits in WAL mode; a writer waits this long for another (seconds).
WAIT = 20
# FULL: what was acknowledged survives a loss of power. WAL: reading goes on while writing.
# secure_delete: the key of a case that was erased is not left in the file.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON;"
)


def database(address: str, file: Path | None) -> dict[str, object]:
    """The setting of Django for ``address``; empty means ``file``, None a database in memory.

    Raises:
        UsageError: the address is not one of PostgreSQL.
    """
    if not address:
        return sqlite(file)
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise UsageError(
            "the database's address is not understood; "
            "expected postgresql://user:password@host:port/name"
        )
    host = parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {} if _is_here(host) else _over_tls(parts.query),
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _is_here(host: str) -> bool:
    """Whether nothing goes over a network: a socket, or loopback."""
    try:
        return not host or host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _over_tls(query: str) -> dict[str, str]:
    """What is asked of a connection over a network: TLS, and a certificate that is checked.

    Raises:
        UsageError: the address asks for less.
    """
    told = dict(parse_qsl(query))
    mode = told.get("sslmode", VERIFIED)
    if mode != VERIFIED:
        raise UsageError(f"the database's address: sslmode={mode}; expected {VERIFIED}")
    root = told.get("sslrootcert", "system")  # the certificates that the machine trusts
    return {"sslmode": mode, "sslrootcert": root}


def sqlite(file: Path | None) -> dict[str, object]:
    """SQLite as casework needs it: each transaction takes the right to write when it begins."""
    return {
        "ENGINE": "tamiz.web.sqlite",
        "NAME": ":memory:" if file is None else str(file),
        # Kept open: whoever closes the last connection writes the whole log back and removes it.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": _PRAGMAS,
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT,
        },
    }
