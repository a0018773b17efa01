"""Given names of a man and a woman that differ in nothing but their ending."""

# Endings of one name for a man and for a woman, romanised: Oleksandr and Oleksandra, Mario and
# Maria, Yevhenii and Yevheniia, Michel and Michelle.
_ENDINGS = (
    ("", "a"), ("", "ia"), ("", "iia"), ("", "ya"), ("", "iya"), ("o", "a"), ("e", "a"), ("i", "ia"), ("ii", "iia"), ("y", "iia"), ("yi", "iia"),
    ("iy", "iya"), ("ij", "ija"), ("ey", "eya"), ("ei", "eia"), ("io", "ia"), ("us", "a"),
    ("el", "elle"), ("l", "lle"), ("", "ina"), ("os", "a"), ("y", "iya"), ("y", "ia"),
)  # fmt: skip
SHORTEST_STEM = 3  # letters before the ending: Ana is no woman's form of An


def are_of_two_sexes(one: str, other: str) -> bool:
    """Whether two romanised given names differ just as a man's and a woman's do.

    >>> are_of_two_sexes("oleksandr", "oleksandra"), are_of_two_sexes("jose", "josef")
    (True, False)
    """
    return _is_feminine_of(one, other) or _is_feminine_of(other, one)


def _is_feminine_of(woman: str, man: str) -> bool:
    return any(
        man.endswith(masculine)
        and woman.endswith(feminine)
        and len(stem := man.removesuffix(masculine)) >= SHORTEST_STEM
        and stem == woman.removesuffix(feminine)
        for masculine, feminine in _ENDINGS
    )
