"""Endings that make a family name out of another: two of them are two families."""

# Slavic and Spanish endings, romanised; endings of one row are spellings, or the man's and the
# woman's form, of one. Longest first within a row.
_ENDINGS = (
    ("enko", "ienko", "yenko", "ko"),
    ("chuk", "czuk", "tschuk"),
    ("iuk", "yuk", "juk", "uk"),
    ("chak", "iak", "yak", "jak", "ak"),
    ("evich", "ovich", "evych", "ovych", "ewicz", "owicz", "ivich"),
    ("skyi", "skiy", "skii", "skij", "skyj", "sky", "ski", "skaya", "skaia", "skaja", "ska"),
    ("ova", "ov", "off", "ow"),
    ("eva", "ev", "eff", "iev", "ieva", "yev", "yeva"),
    ("ishyn", "yshyn", "ishin"),
    ("iets", "yets", "ets"),
    ("yk", "ik"),
    ("ian", "yan", "jan"),
    ("shvili",), ("adze", "dze"),
    ("ez", "es"),
)  # fmt: skip
_ROW = {ending: at for at, row in enumerate(_ENDINGS) for ending in row}
SHORTEST_STEM = 3  # letters before the ending


def have_other_endings(one: str, other: str) -> bool:
    """Whether two romanised family names come from one stem by different endings.

    >>> have_other_endings("lukashenko", "lukashevich"), have_other_endings("petrenko", "petrienko")
    (True, False)
    """
    first, second = _readings(one), _readings(other)
    stems = first.keys() & second.keys()
    return bool(stems) and all(first[stem] != second[stem] for stem in stems)


def _readings(word: str) -> dict[str, int]:
    """Each stem that the word may have, and which ending then follows; -1 for none."""
    found = {word: -1}
    for length in range(SHORTEST_STEM, len(word)):
        row = _ROW.get(word[length:])
        if row is not None:
            found[word[:length].removesuffix("i")] = row
    return found
