"""Typst as a printing press: a template of ours, data as JSON, a tagged PDF that archives keep.

Nothing is ever written into the source of a template: data come in as one string of JSON, and a
value in it is text and nothing else, whatever signs it has.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any

import msgspec
import typst

from tamiz.errors import PaperError
from tamiz.papers.spelling import spelt_out

# Both at once: ISO 14289-1 for people who read with a screen reader, ISO 19005-3 for archives and
# for the files inside. Both forbid a sign without a glyph, so that none is lost unnoticed.
STANDARDS: list[Any] = ["ua-1", "a-3a"]
SPELT = "spelt"  # the key under which a template learns that signs had to be spelt out
FILES = "files"  # the key under which files to be attached stand; they are never spelt out
KEPT = 1 << 14  # signs whose answer is remembered, more than a day's names have

_encode = msgspec.json.Encoder().encode
_IN_USE = Lock()  # a compiler holds the data of the paper that it sets; threads take turns


def printed(template: str, data: Mapping[str, object]) -> bytes:
    """The PDF of a template and its data; the same bytes for the same data and fonts.

    Where the fonts of the machine lack a sign it is spelt out, and ``data["spelt"]`` is true.

    Raises:
        PaperError: it cannot be set even so.
    """
    try:
        return _compiled(template, {**data, SPELT: False})
    except typst.TypstError:
        pass  # told apart below: a missing glyph is mended, anything else fails again
    texts = {key: value for key, value in data.items() if key != FILES}
    spelt = spelt_out(texts, has_glyph)
    try:
        return _compiled(template, {**spelt, FILES: data.get(FILES, ()), SPELT: True})
    except typst.TypstError as error:
        # Its message may quote a value.
        raise PaperError(
            f"{template}: Typst could not set the document; see docs/papers.md"
        ) from error


def has_glyph(text: str) -> bool:
    """Whether every sign of a text can be drawn with the fonts at hand."""
    return _has_sign(text) if len(text) == 1 else _is_drawn(text)


@lru_cache(maxsize=KEPT)  # of single signs only: no value of anybody stays in memory
def _has_sign(sign: str) -> bool:
    return _is_drawn(sign)


def _is_drawn(text: str) -> bool:
    try:
        _compiled("probe", {"text": text})
    except typst.TypstError:
        return False
    return True


def _compiled(template: str, data: Mapping[str, object]) -> bytes:
    inputs = {"data": _encode(data).decode()}
    with _IN_USE:
        pdf = _compiler(template, _fonts()).compile(
            input=_source(template), format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs
        )
    if not isinstance(pdf, bytes):
        raise PaperError(f"{template}: Typst gave {type(pdf).__name__}, one PDF was expected")
    return pdf


@cache
def _compiler(template: str, fonts: typst.Fonts) -> typst.Compiler:
    """One a template, kept: with a new one for each paper the library's caches grow without end."""
    return typst.Compiler(_source(template), font_paths=fonts, ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    """The fonts inside the library, then those of the machine for what they lack."""
    return typst.Fonts(include_system_fonts=True)


@cache
def _source(template: str) -> bytes:
    folder = files("tamiz.papers").joinpath("templates")
    names = ("common.typ", f"{template}.typ")
    return b"\n".join(folder.joinpath(name).read_bytes() for name in names)
