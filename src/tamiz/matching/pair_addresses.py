"""What the addresses of two parties say: the same one speaks for them, another says nothing."""

from collections.abc import Iterator

from tamiz.model import Address, Evidence
from tamiz.normalise.names import spell_words

SAME_BITS = 2.0  # a family, a firm and its holding share an address too
ALIKE = 0.7  # share of words that two spellings of one address have in common
FEWEST_WORDS = 3  # a street or a town alone is no address


def compare_addresses(here: tuple[Address, ...], there: tuple[Address, ...]) -> Iterator[Evidence]:
    """The two addresses that are most alike, if they are spellings of one."""
    pairs = [(_likeness(one.text, other.text), one, other) for one in here for other in there]
    likeness, one, other = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if one is not None and other is not None and likeness >= ALIKE:
        yield Evidence(
            feature="address",
            code="pair.address_same",
            bits=SAME_BITS,
            applicant=one.text,
            other=other.text,
            field=one.field,
        )


def _likeness(one: str, other: str) -> float:
    """The share of their words that two addresses have in common."""
    words, others = set(spell_words(one)), set(spell_words(other))
    if min(len(words), len(others)) < FEWEST_WORDS:
        return 0.0
    return len(words & others) / len(words | others)
