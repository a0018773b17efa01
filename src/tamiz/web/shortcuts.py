"""The keys by which pages are worked with, and what an officer puts in their place.

A key is for what is a button or a link as well. One sign each, so that it works on any keyboard;
all of them can be changed and turned off (WCAG 2.1.4).
"""

import unicodedata
from collections.abc import Mapping

from msgspec import Struct


class Shortcut(Struct, frozen=True):
    """Something that a key does; ``web.keys.NAME`` says what, ``key`` is the usual one."""

    name: str
    key: str


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("next", "n"),
    Shortcut("down", "j"),
    Shortcut("up", "k"),
    Shortcut("open", "o"),
    Shortcut("verdict_1", "1"),
    Shortcut("verdict_2", "2"),
    Shortcut("verdict_3", "3"),
    Shortcut("verdict_4", "4"),
    Shortcut("verdict_5", "5"),
    Shortcut("reason", "r"),
    Shortcut("compare", "c"),
    Shortcut("blind", "b"),
    Shortcut("earlier", "["),
    Shortcut("later", "]"),
    Shortcut("links", "l"),
    Shortcut("decide", "d"),
    Shortcut("note", "m"),
    Shortcut("group", "g"),
    Shortcut("undo", "x"),
    Shortcut("queue", "q"),
    Shortcut("search", "/"),
    Shortcut("help", "?"),
)
_USUAL = {one.name: one.key for one in SHORTCUTS}


def keys_of(own: Mapping[str, str]) -> dict[str, str]:
    """The key of every shortcut: an officer's own where they chose one."""
    return {name: own.get(name, usual) for name, usual in _USUAL.items()}


def own_keys(chosen: Mapping[str, str]) -> dict[str, str]:
    """What is kept of a choice: only what is not as usual."""
    return {name: key for name, key in chosen.items() if _USUAL[name] != key}


def is_key(text: str) -> bool:
    """Whether a text is one sign that a key can type, and no other use of keys is lost by it."""
    composed = unicodedata.normalize("NFC", text)
    return len(composed) == 1 and composed.isprintable() and not composed.isspace()


def conflicts(chosen: Mapping[str, str]) -> dict[str, str]:
    """The shortcuts whose key another one before them has, and which that is.

    Small letters and capitals count as one: whoever has Caps Lock on means the same key.
    """
    first: dict[str, str] = {}
    return {
        name: first[key.casefold()]
        for name, key in chosen.items()
        if first.setdefault(key.casefold(), name) != name
    }
