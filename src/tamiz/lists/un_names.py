"""Aliases in the UN's list: a cell may hold several, in two scripts, with remarks in between."""

import re
from collections.abc import Iterator

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.model import Name, NameKind
from tamiz.normalise.scripts import script_of

_SCRIPT = re.compile(r"\(original script: (.*?)\)")
_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_MARK = re.compile(r"(?:^|\s)[a-z]\)\s")  # "Sabet b) Kareemi Sabet" holds two aliases
_QUOTES = "“”\"„'‘’ "
# What stands in brackets behind a name is a remark if it reads like one, else a part of it (LRM).
_REMARK = re.compile(r"\d{4}|\b(?:listed|name|identity|born|formerly|previously)\b", re.IGNORECASE)
_BORN = re.compile(r",? born \d.*\Z")


def read_aliases(element: Element, prefix: str) -> Iterator[Name]:
    """Every alias of an INDIVIDUAL or ENTITY, each with its kind."""
    script = xml.text(element, "NAME_ORIGINAL_SCRIPT")
    if script:
        yield Name(text=script, kind=_kind(script, ""), field="NAME_ORIGINAL_SCRIPT")
    field = f"{prefix}_ALIAS"
    for alias in element.findall(f"{{*}}{field}"):
        quality = xml.text(alias, "QUALITY")
        for text in split_aliases(xml.text(alias, "ALIAS_NAME")):
            yield Name(text=text, kind=_kind(text, quality), field=field)


def split_aliases(cell: str) -> Iterator[str]:
    """The names in one cell: ``Azim Adhajani; Azim Agha-Jani``, ``Jin Tiesan (金铁三)``."""
    yield from (text for text in _SCRIPT.findall(cell) if text)
    for piece in _MARK.sub(";", _SCRIPT.sub("", _apart(cell))).split(";"):
        outside = _BRACKETS.sub(lambda found: _kept(found[0]), _BORN.sub("", piece))
        bare = outside.strip(" ,")
        if bare[:1] in _QUOTES and bare[-1:] in _QUOTES:
            bare = bare.strip(_QUOTES)
        bare = bare.removeprefix(") ").strip(" ,")
        if any(char.isalnum() for char in bare):
            yield bare


def _apart(cell: str) -> str:
    """The cell with a name in another script, or several names, taken out of their brackets."""

    def parted(found: re.Match[str]) -> str:
        inside, around = found[1], _BRACKETS.sub("", cell)
        is_other = script_of(inside) not in {"", script_of(around)}
        return f";{inside};" if is_other or ";" in inside else found[0]

    return _BRACKETS.sub(parted, cell)


def _kept(bracket: str) -> str:
    return "" if _REMARK.search(bracket) else bracket


def _kind(alias: str, quality: str) -> NameKind:
    if script_of(alias) not in {"", "latin"}:
        return NameKind.SCRIPT
    match quality.casefold():
        case "low":
            return NameKind.WEAK
        case "f.k.a.":
            return NameKind.FORMER
        case _:
            return NameKind.ALIAS
