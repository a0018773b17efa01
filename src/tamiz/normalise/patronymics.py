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
