"""Which of a family's men of one name somebody is, where his name says so at its end."""

_SUFFIXES = {
    **dict.fromkeys("jr junior jnr hijo filho fils ml molodshyi".split(), "son"),
    **dict.fromkeys("sr senior snr padre pai pere st starshyi".split(), "father"),
    **dict.fromkeys("neto nieto".split(), "grandson"),
    "ii": "second",
    "iii": "third",
    "iv": "fourth",
}


def generation_of(words: tuple[str, ...]) -> str:
    """The generation that the last of some romanised words tells; empty if none.

    >>> generation_of(("juan", "garcia", "hijo")), generation_of(("juan", "garcia"))
    ('son', '')
    """
    fewest = 3  # words: a given name and a family name before it
    return _SUFFIXES.get(words[-1], "") if len(words) >= fewest else ""
