"""The check digit of machine-readable zones (ICAO Doc 9303-3, 4.9)."""

_ALPHABET = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A sign's value at its place in ASCII; the filler, and what has no value, counts nought.
_VALUES = bytes(max(_ALPHABET.find(code), 0) for code in range(256))


def check_digit(data: str) -> str:
    """The check digit of a text: weights 7, 3, 1, modulo 10; A is 10, the filler 0.

    >>> check_digit("520727"), check_digit("L898902C<")
    ('3', '3')
    """
    return str(digit_of(values_of(data)))


def values_of(data: str) -> bytes:
    """The value of each sign; one that has none counts nought."""
    return data.encode("ascii", "replace").translate(_VALUES)


def digit_of(values: bytes) -> int:
    """The same for values; slices are summed as that is quicker than sign by sign."""
    return (7 * sum(values[::3]) + 3 * sum(values[1::3]) + sum(values[2::3])) % 10
