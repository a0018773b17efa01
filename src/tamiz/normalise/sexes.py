"""Given names that tell a man from a woman by nothing but an ending, or a second name."""

# Endings of one name for a man and for a woman, romanised: Oleksandr and Oleksandra, Mario and
# Maria, Yevhenii and Yevheniia, Michel and Michelle, Ivan and Ivanna.
_ENDINGS = (
    ("", "a"), ("", "ia"), ("", "iia"), ("", "ya"), ("", "iya"), ("", "ina"), ("", "yna"),
    ("o", "a"), ("o", "ina"), ("o", "yna"), ("e", "a"), ("i", "ia"), ("ii", "iia"), ("ii", "ia"),
    ("y", "iia"), ("y", "ia"), ("y", "iya"), ("y", "a"), ("yi", "iia"), ("iy", "iya"),
    ("iy", "ia"), ("ij", "ija"), ("ey", "eya"), ("ei", "eia"), ("io", "ia"), ("us", "a"),
    ("os", "a"), ("el", "elle"), ("l", "lle"), ("n", "nna"), ("n", "nne"),
)  # fmt: skip
SHORTEST_STEM = 3  # letters before the ending: Ana is no woman's form of An

# In Spanish a man may be called María after his first name, a woman José or Jesús after hers.
MARY = "maria"
_MEN_BESIDE_MARY = frozenset(
    "jose jesus angel luis juan carlos antonio francisco manuel pedro miguel fernando".split(),
)


def are_of_two_sexes(one: str, other: str) -> bool:
    """Whether two romanised given names differ just as a man's and a woman's do.

    >>> are_of_two_sexes("oleksandr", "oleksandra"), are_of_two_sexes("jose", "josef")
    (True, False)
    """
    return _is_feminine_of(one, other) or _is_feminine_of(other, one)


def tells_sex_of(first: str, second: str) -> bool:
    """Whether the first of two given names is what tells the sex: ``José María``.

    >>> tells_sex_of("jose", "maria"), tells_sex_of("maria", "jose"), tells_sex_of("ana", "maria")
    (True, True, False)
    """
    names = {first, second}
    return MARY in names and not names.isdisjoint(_MEN_BESIDE_MARY)


def _is_feminine_of(woman: str, man: str) -> bool:
    return any(
        man.endswith(masculine)
        and woman.endswith(feminine)
        and len(stem := man.removesuffix(masculine)) >= SHORTEST_STEM
        and stem == woman.removesuffix(feminine)
        for masculine, feminine in _ENDINGS
    )
