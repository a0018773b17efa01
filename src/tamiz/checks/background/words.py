"""What texts of a dossier speak of: skill, roles, forces, leisure … by the lists in ``words.toml``."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from tamiz.checks.background.phrases import Hit, Phrases

DENIAL, WISH = "denial", "wish"
REMEMBERED = 1 << 13  # texts: occupations and services come again, motivations hardly


@lru_cache(maxsize=REMEMBERED)
def hits_in(text: str) -> tuple[Hit, ...]:
    """All that a text speaks of, denied or not."""
    return _phrases().find(text) if text else ()


def told_in(text: str, topic: str, *, or_wished: bool = False) -> str:
    """The words by which a text says that it is about a topic; empty if it does not, or denies it.

    With ``or_wished`` what is only wished for counts, too.

    >>> told_in("flies like an expert", "expert"), told_in("he is not an expert", "expert")
    ('like an expert', '')
    """
    hits = (hit for hit in hits_in(text) if hit.topic == topic)
    allowed = {"", WISH} if or_wished else {""}
    return next((hit.text for hit in hits if hit.denied_by in allowed), "")


def is_about(text: str, topic: str) -> bool:
    """Whether a text speaks of a topic at all, denied or not."""
    return any(hit.topic == topic for hit in hits_in(text))


@cache
def _phrases() -> Phrases:
    path = files("tamiz.checks.background").joinpath("words.toml")
    topics = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {
        topic: [phrase for phrases in by_language.values() for phrase in phrases]
        for topic, by_language in topics.items()
    }
    return Phrases(lists, denying=(DENIAL, WISH))
