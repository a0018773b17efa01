"""Numbers, phones, e-mails and handles as keys, read fast where they are written plainly.

A million records leave no time for the full reading of each phone number. Two numbers are one
here if their last nine digits are: so ``+380 44 279 00 00`` meets ``044 279-00-00``.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from tamiz.links.resolve.arrays import Flags, Hashes, Ints, hash64
from tamiz.normalise.contacts import LONGEST, email_key, handle_key
from tamiz.normalise.identifiers import LONGEST as LONGEST_NUMBER
from tamiz.normalise.identifiers import SHORTEST as SHORTEST_NUMBER
from tamiz.normalise.identifiers import identifier_key

PHONE_DIGITS = 9  # the last digits that are compared: no country's own numbers differ only before
SHORTEST_PHONE = 7  # digits: fewer reach nobody
FEWEST_DIGITS = 3  # different digits of a phone: 1212121 is filled in to fill the field
BASE = 36  # letters and digits
DIGITS = 12  # of a number that fit in 63 bits; the first is a mark
HASHED = 1 << 63  # set in numbers that are too long, which are hashed
_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789"))
_END = b"\n"  # stands between values that are read together, and in none of them
_NEITHER = bytes(set(_NO_DIGITS) - set(_END))
FEW = 32  # values that are read one by one as quickly as together
_VALUES = np.zeros(256, dtype=np.uint64)  # of digits and capitals
_VALUES[ord("0") : ord("9") + 1] = np.arange(10)
_VALUES[ord("A") : ord("Z") + 1] = np.arange(10, BASE)

__all__ = [
    "email_key", "email_values", "fast_number", "handle_key", "handle_values", "number_value",
    "number_values", "phone_digits", "phone_values",
]  # fmt: skip


def phone_digits(text: str) -> bytes:
    """The last nine digits; empty if it is no number anybody answers (zeros, 12121212)."""
    if len(text) > LONGEST:
        return b""
    folded = text if text.isascii() else _with_plain_digits(text)
    low = folded.partition("x")[0]  # an extension
    digits = low.encode("ascii", "ignore").translate(None, _NO_DIGITS)[-PHONE_DIGITS:]
    usable = len(digits) >= SHORTEST_PHONE and len(set(digits)) >= FEWEST_DIGITS
    return digits if usable else b""


def fast_number(number: str) -> str:
    """As ``identifier_key`` reads it; quick for plain ones."""
    if (
        number.isascii()
        and number.isalnum()
        and SHORTEST_NUMBER <= len(number) <= LONGEST_NUMBER
        and not number.isalpha()
    ):
        return "" if len(set(number)) == 1 else _known_fillers(number.upper())
    return identifier_key(number)


def number_value(key: str) -> int:
    """A number's key as 64 bits: by its letters and digits themselves where they fit.

    So two of them can be compared digit by digit.
    """
    if len(key) <= DIGITS - 1 and key.isascii():
        return int("1" + key, BASE)
    return hash64(key) | HASHED


def _known_fillers(key: str) -> str:
    return "" if key.strip("X0") == "" else key


def _with_plain_digits(text: str) -> str:
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)


def phone_values(texts: Sequence[str]) -> Hashes:
    """The last digits of many phones as numbers, as ``phone_digits`` reads them; 0 where none."""
    if len(texts) < FEW:
        return np.array([int(phone_digits(text) or 0) for text in texts], dtype=np.uint64)
    written = [text if _is_plain(text) else phone_digits(text).decode() for text in texts]
    joined = _END.decode().join((*written, "")).encode().translate(None, _NEITHER)
    letters, told, sizes = _last_letters(joined, PHONE_DIGITS)
    digits = np.where(told, letters - ord("0"), 0).astype(np.uint64)
    seen = np.bitwise_or.reduce(np.where(told, np.uint64(1) << digits, np.uint64(0)), axis=1)
    usable = (sizes >= SHORTEST_PHONE) & (np.bitwise_count(seen) >= FEWEST_DIGITS)
    return np.where(usable, digits @ _powers(10, PHONE_DIGITS), np.uint64(0))


def number_values(texts: Sequence[str]) -> Hashes:
    """Many numbers as ``number_value(fast_number(…))`` reads each; 0 for what identifies nobody."""
    if len(texts) < FEW:
        return np.array([_number_or_0(text) for text in texts], dtype=np.uint64)
    found = np.zeros(len(texts), dtype=np.uint64)
    plain = [len(one) < DIGITS and one.isascii() and one.isalnum() for one in texts]
    for at, is_plain in enumerate(plain):
        if not is_plain:
            found[at] = _number_or_0(texts[at])
    short = [text for text, is_plain in zip(texts, plain, strict=True) if is_plain]
    if short:
        found[np.array(plain)] = _short_numbers(short)
    return found


def email_values(texts: Sequence[str]) -> Hashes:
    """The hash of each address; 0 for what is none."""
    return _hashed(texts, email_key)


def handle_values(texts: Sequence[str]) -> Hashes:
    """The hash of each account; 0 for what is none."""
    return _hashed(texts, handle_key)


def _number_or_0(text: str) -> int:
    key = fast_number(text)
    return number_value(key) if key else 0


def _hashed(texts: Sequence[str], read: Callable[[str], str]) -> Hashes:
    found = [hash64(key) if (key := read(text)) else 0 for text in texts]
    return np.array(found, dtype=np.uint64)


def _is_plain(phone: str) -> bool:
    """Whether a phone's digits are those of ASCII, up to its end."""
    return phone.isascii() and len(phone) <= LONGEST and "x" not in phone and "\n" not in phone


def _short_numbers(texts: Sequence[str]) -> Hashes:
    """Numbers of at most eleven letters and digits of ASCII."""
    joined = _END.decode().join((*texts, "")).upper().encode()
    letters, told, sizes = _last_letters(joined, DIGITS - 1)
    rows = np.arange(len(texts))
    first = letters[rows, DIGITS - 1 - sizes]
    alike = ((letters == first[:, None]) | ~told).all(axis=1)
    filled = ((letters == ord("0")) | (letters == ord("X")) | ~told).all(axis=1)
    has_digit = ((letters <= ord("9")) & told).any(axis=1)
    usable = (sizes >= SHORTEST_NUMBER) & has_digit & ~alike & ~filled
    digits = np.where(told, _VALUES[letters], np.uint64(0))
    values = digits @ _powers(BASE, DIGITS - 1) + np.uint64(BASE) ** sizes.astype(np.uint64)
    return np.where(usable, values, np.uint64(0))


def _last_letters(joined: bytes, most: int) -> tuple[NDArray[np.uint8], Flags, Ints]:
    """The last letters of each value, at the right of ``most`` columns; where there is one; how many.

    Each value ends with ``_END``.
    """
    data = np.frombuffer(joined, dtype=np.uint8)
    ends = np.flatnonzero(data == _END[0])
    sizes = np.minimum(np.diff(ends, prepend=-1) - 1, most)
    columns = np.arange(most) - most
    told = columns >= -sizes[:, None]
    return data[np.where(told, ends[:, None] + columns, ends[:, None])], told, sizes


def _powers(base: int, count: int) -> Hashes:
    """Of the place of each digit, the highest first."""
    return np.array([base**at for at in range(count - 1, -1, -1)], dtype=np.uint64)
