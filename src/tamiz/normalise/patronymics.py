"""Recognises East Slavic patronymics by their endings, romanised in the usual ways."""

# Mykolaivna, Nikolaevna, Mikalaeuna; Ivanovych, Ivanovich, Ivanavich.
_ENDINGS = (
    "ovych", "evych", "iovych", "yovych", "ovich", "evich", "iovich", "avich", "owicz", "ewicz",
    "ovna", "evna", "ivna", "iivna", "iovna", "avna", "auna", "euna", "ouna",
)  # fmt: skip
SHORTEST = 6  # letters: Evna and Ivna are names by themselves


def is_patronymic(word: str) -> bool:
    """Whether a romanised word ends like a patronymic; many Slavic family names do as well."""
    return len(word) >= SHORTEST and word.endswith(_ENDINGS)


def father_of(word: str) -> tuple[str, ...]:
    """The given names that a romanised patronymic may be made from; none if it is no patronymic.

    >>> father_of("ivanovych")[0], father_of("kovalchuk")
    ('ivan', ())
    """
    if not is_patronymic(word):
        return ()
    stem = next(
        word[: -len(end)] for end in sorted(_ENDINGS, key=len, reverse=True) if word.endswith(end)
    )
    soft = stem.removesuffix("i").removesuffix("y")
    return (stem, *(soft + ending for ending in ("", "o", "ii", "i", "y", "iy", "a", "ei", "ey")))


def is_daughters(word: str) -> bool:
    """Whether a patronymic is a woman's."""
    return word.endswith("a")
