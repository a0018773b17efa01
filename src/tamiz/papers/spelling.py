"""Signs that no font at hand can draw: in Latin letters, with their numbers, never as empty boxes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from anyascii import anyascii

# What every paper's own font has; a test holds it to that. All else is asked for, sign by sign.
SURE = (range(0x20, 0x7F), range(0xA0, 0x180), range(0x400, 0x460), range(0x490, 0x492))

Tree = TypeVar("Tree")
HasGlyph = Callable[[str], bool]


def spelt_out(tree: Mapping[str, object], has_glyph: HasGlyph) -> dict[str, object]:
    """The data with every text spelt out where a sign has no glyph."""
    return {key: _branch(value, has_glyph) for key, value in tree.items()}


def spelt(text: str, has_glyph: HasGlyph) -> str:
    """The text with what cannot be drawn as ``WangXiaoMing [U+738B U+5C0F U+660E]``."""
    if all(map(is_sure, text)) or has_glyph(text):
        return text
    mended = _spelt(text, lambda sign: is_sure(sign) or has_glyph(sign))
    # A sign and its marks may each be there, but in no one font together.
    return mended if has_glyph(mended) else _spelt(text, is_sure)


def is_sure(sign: str) -> bool:
    """Whether the papers' own font has the sign."""
    return any(ord(sign) in block for block in SURE)


def _branch(value: object, has_glyph: HasGlyph) -> object:
    if isinstance(value, str):
        return spelt(value, has_glyph)
    if isinstance(value, Mapping):
        return spelt_out(value, has_glyph)
    if isinstance(value, Iterable):
        return [_branch(one, has_glyph) for one in value]
    return value


def _spelt(text: str, is_drawn: HasGlyph) -> str:
    return "".join(_runs(text, is_drawn))


def _runs(text: str, is_drawn: HasGlyph) -> Iterator[str]:
    for drawn, signs in groupby(text, is_drawn):
        run = "".join(signs)
        numbers = " ".join(f"U+{ord(sign):04X}" for sign in run)
        yield run if drawn else f"{anyascii(run)} [{numbers}]".lstrip()
