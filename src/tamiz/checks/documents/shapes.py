"""The small language in which ``number_forms.tsv`` says how document numbers look.

====== ==========================================================================
sign   stands for
====== ==========================================================================
``A``  a letter, A to Z
``9``  a digit
``X``  a letter or a digit
``"``  what stands between two quotation marks stands in the number: ``"P"``
``[]`` one of the signs between: ``[CFGH]``
``?``  the sign, or the quoted text, before it may be missing
====== ==========================================================================

Blanks, hyphens, stops, slashes and the fillers of zones are no part of a number.
"""

import re
from functools import cache

_ELEMENT = re.compile(r'(?P<sign>[A9X]|"[A-Z0-9]+"|\[[A-Z0-9]+\])(?P<may_miss>\??)')
_CLASSES = {"A": "[A-Z]", "9": "[0-9]", "X": "[A-Z0-9]"}
# The same where O and 0 are one sign: hands and machines take one for the other.
_ALIKE = {"A": "[A-Z0]", "9": "[0-9O]", "X": "[A-Z0-9]"}
_NO_PART = re.compile(r"[\s<./\-\N{EN DASH}\N{NON-BREAKING HYPHEN}]+")
LONGEST = 64  # signs of a shape; the longest number of Doc 9303 has 22


def is_shape(text: str) -> bool:
    """Whether a text is one of the language."""
    return 0 < len(text) <= LONGEST and _elements(text) is not None


def bare(number: str) -> str:
    """A number without what is no part of it, in capital letters.

    >>> bare("fa 123-456<<<")
    'FA123456'
    """
    return (number if number.isalnum() else _NO_PART.sub("", number)).upper()


def has_shape(number: str, *shapes: str) -> bool:
    """Whether a bare number has one of some shapes.

    >>> has_shape("FA123456", "AA999999"), has_shape("1234567", '"P"?99999999?')
    (True, True)
    """
    return _pattern(shapes, is_lenient=False).fullmatch(number) is not None


def has_nearly(number: str, *shapes: str) -> bool:
    """The same where O and 0 may stand for each other."""
    return _pattern(shapes, is_lenient=True).fullmatch(number) is not None


@cache
def _pattern(shapes: tuple[str, ...], *, is_lenient: bool) -> re.Pattern[str]:
    """The shapes as one expression; ValueError if one is none."""
    return re.compile("|".join(_written(shape, is_lenient=is_lenient) for shape in shapes))


def _written(shape: str, *, is_lenient: bool) -> str:
    elements = _elements(shape)
    if elements is None:
        raise ValueError(f"no shape: {shape!r}")
    return "".join(_expression(*element, is_lenient) for element in elements)


def _elements(text: str) -> list[tuple[str, str]] | None:
    """The signs with what may be missing; None if something else stands between them."""
    found = list(_ELEMENT.finditer(text))
    is_whole = "".join(one[0] for one in found) == text
    return [(one["sign"], one["may_miss"]) for one in found] if is_whole else None


def _expression(sign: str, may_miss: str, is_lenient: bool) -> str:
    if sign in _CLASSES:
        return (_ALIKE if is_lenient else _CLASSES)[sign] + may_miss
    inner = sign.strip('"')
    if is_lenient:
        inner = inner.replace("O", "0").replace("0", "0O" if sign[0] == "[" else "[0O]")
    return f"(?:{inner}){may_miss}"
