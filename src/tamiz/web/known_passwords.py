"""Passwords of twelve signs and more that were stolen before; an attacker tries them first.

``known_passwords.bin`` holds the first bytes of a digest of each, in their order, and no password;
``scripts/known_passwords.py`` made it.
"""

import hashlib
from functools import cache
from importlib.resources import files

MARK = 5  # bytes of a digest: of 25 million passwords that nobody used, one is taken for known
FILE = "known_passwords.bin"


@cache
def known_passwords() -> bytes:
    """The marks of all of them, one after the other, in their order."""
    return (files("tamiz.web") / FILE).read_bytes()


def mark_of(password: str) -> bytes:
    """What is kept of a password: a part of the digest of its small letters."""
    return hashlib.sha256(password.casefold().encode("utf-8", "surrogatepass")).digest()[:MARK]


def is_known(password: str) -> bool:
    """Whether a password stands on the list, in whatever capitals."""
    kept, wanted = known_passwords(), mark_of(password)
    low, high = 0, len(kept) // MARK
    while low < high:
        middle = (low + high) // 2
        if kept[middle * MARK : (middle + 1) * MARK] < wanted:
            low = middle + 1
        else:
            high = middle
    return kept[low * MARK : (low + 1) * MARK] == wanted
