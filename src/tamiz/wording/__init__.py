"""Every sentence that people read, in English, Spanish and Ukrainian.

``en/``, ``es/`` and ``uk/`` each hold the same TOML files, one a subject; each key is a code such
as ``birth_date.same``, each value a sentence with ``{named}`` gaps. A test holds the three
languages to the same codes and the same gaps.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Language(StrEnum):
    """The languages of officers and applicants."""

    ENGLISH = "en"
    SPANISH = "es"
    UKRAINIAN = "uk"


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """All sentences of a language: code to sentence with ``{named}`` gaps."""
    sentences: dict[str, str] = {}
    folder = files("tamiz.wording").joinpath(language.value)
    for page in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if page.name.endswith(".toml"):
            sentences.update(_flat(tomllib.loads(page.read_text(encoding="utf-8"))))
    return sentences


def say(code: str, language: Language = Language.ENGLISH, /, **gaps: object) -> str:
    """The sentence for ``code`` with its gaps filled; KeyError if code or gap is unknown."""
    sentence = catalogue(language)[code]
    return sentence.format_map(gaps) if "{" in sentence else sentence


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Nested TOML tables as dotted codes."""
    out: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            out.update(_flat(value, f"{prefix}{key}."))
        else:
            out[prefix + key] = str(value)
    return out
