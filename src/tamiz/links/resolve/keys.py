"""Numbers, phones, e-mails and handles as keys, read fast where they are written plainly.

A million records leave no time for the full reading of each phone number. Two numbers are one
here if their last nine digits are: so ``+380 44 279 00 00`` meets ``044 279-00-00``.
"""

from tamiz.links.resolve.arrays import hash64
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

__all__ = ["email_key", "fast_number", "handle_key", "number_value", "phone_digits"]


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
