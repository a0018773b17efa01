"""Place names as the words that can tell one town from another."""

from functools import lru_cache

from tamiz.normalise.countries import country_names
from tamiz.normalise.names import PARTICLES, spell_words

SHORTEST = 4  # letters: "San", "El", "Al" tell nothing

# Words of places that name no place.
GENERIC = frozenset(
    "city town village province region district county state department departamento municipio "
    "oblast raion rayon republic republica federation north south east west northern southern "
    "eastern western near governorate prefecture area camp street estado ciudad distrito "
    "provincia region united kingdom states arab islamic democratic people former ussr soviet "
    "union socialist".split(),
)


def place_words(text: str, country: str | None) -> frozenset[str]:
    """The words of a place name that can tell a town; the country's own name is none of them."""
    words = {word for word in spell_words(text) if len(word) >= SHORTEST and word not in PARTICLES}
    return frozenset(words - GENERIC - _country_words(country or ""))


@lru_cache(maxsize=512)
def _country_words(country: str) -> frozenset[str]:
    """The words of a country's names, which say nothing about a town in it."""
    return frozenset(word for name in country_names(country) for word in spell_words(name))
