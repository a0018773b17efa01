"""Motivations: what people write of themselves, and what recruiters' web sites write for them."""

from functools import cache
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

PATH = Path(__file__).parent / "words" / "letters.toml"
EMPTY, FROM_TEMPLATE, SHORT = 0.22, 0.16, 0.22  # of the honest


class Letters(Struct, frozen=True, forbid_unknown_fields=True):
    """What letters are made of, in one language."""

    short: tuple[str, ...]
    templates: tuple[str, ...]
    openings: tuple[str, ...]
    reasons: tuple[str, ...]
    pasts: tuple[str, ...]
    wishes: tuple[str, ...]
    endings: tuple[str, ...]


@cache
def _all() -> dict[str, Letters]:
    return msgspec.toml.decode(PATH.read_bytes(), type=dict[str, Letters])


def language(people: str) -> str:
    """The language in which the letters of a people are written here."""
    if people == "hispanic":
        return "es"
    if people == "portuguese":
        return "pt"
    return "uk" if people in {"ukrainian", "belarusian"} else "en"


def honest_letter(rng: Random, people: str, facts: dict[str, str]) -> str:
    """Nothing, a few words, a recruiter's template, or a letter of one's own."""
    words = _all()[language(people)]
    draw = rng.random()
    if draw < EMPTY:
        return ""
    if draw < EMPTY + SHORT:
        return rng.choice(words.short)
    if draw < EMPTY + SHORT + FROM_TEMPLATE:
        return rng.choice(words.templates)
    return own_letter(rng, people, facts)


def own_letter(rng: Random, people: str, facts: dict[str, str]) -> str:
    """A letter put together from sentences that many people use, with one's own facts in it."""
    words = _all()[language(people)]
    parts = [rng.choice(words.openings), rng.choice(words.reasons)]
    parts += rng.sample(words.pasts, rng.randint(0, 2))
    parts += rng.sample(words.wishes, rng.randint(0, 2))
    parts += [rng.choice(words.endings)] * (rng.random() < 0.6)
    return " ".join(parts).format_map(facts)
