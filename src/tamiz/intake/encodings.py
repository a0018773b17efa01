"""The encoding and the delimiter of a text, told from its beginning."""

import codecs
import re

from tamiz.intake.legacy import legacy_encoding

DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*+"')
_LINES = 20  # that are looked at for the delimiter
_FEW_ZEROS = 0.1  # of the bytes in UTF-16 text: at least its delimiters, digits and line ends


def encoding_of(head: bytes, *, is_whole: bool) -> tuple[str, bool]:
    """The encoding of a text, and whether it is a guess.

    Args:
        head: its first bytes.
        is_whole: whether they are all: then the last character cannot be cut in two.
    """
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", False
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", False
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", False
    if told := utf16_without_mark(head):
        return told, True
    if _is_utf8(head, is_whole=is_whole):
        return "utf-8", False
    return legacy_encoding(head), True


def utf16_without_mark(head: bytes) -> str:
    """The byte order of UTF-16 that does not begin with its mark; empty if it is not UTF-16."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = _FEW_ZEROS * len(head)
    if odd > enough and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd == 0 else ""


def delimiter_of(text: str) -> str:
    """The delimiter that occurs most evenly in the first lines, quoted cells left aside."""
    lines = [line for line in _QUOTED.sub("", text).splitlines() if line.strip()][:_LINES]

    def evenness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        return min(counts, default=0), sum(counts)

    best = max(DELIMITERS, key=evenness)
    return best if evenness(best)[1] else ","


def _is_utf8(head: bytes, *, is_whole: bool) -> bool:
    """Whether this is UTF-8, apart from a row or two: sound characters outnumber faults."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(head, final=is_whole)
    if text.isascii():
        return True
    faults = sum("\udc80" <= char <= "\udcff" for char in text)
    return faults == 0 or sum(char > "\x7f" for char in text) - faults > faults
