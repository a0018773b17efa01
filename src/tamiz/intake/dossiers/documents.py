"""Dossiers from JSON: one object an applicant, the same field names as the columns of a table.

A value may be a text, a number, a list of either, or an object whose texts are joined
(``{"start": "2014", "end": "2018", "organisation": "…"}`` for a stretch of service).
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.columns import FIELD_OF, folded
from tamiz.intake.dossiers.problems import NO_NAME, Problem, Reject
from tamiz.intake.dossiers.reader import Fields, Value, has_name, read_dossier
from tamiz.intake.json import json_file, jsonl_values
from tamiz.model import Dossier, Origin
from tamiz.normalise.text import clean


def json_dossiers(path: Path) -> Iterator[Dossier | Reject]:
    """Dossiers of a whole JSON document: an array, one object, or ``{"dossiers": […]}``."""
    value = json_file(path)
    if isinstance(value, dict) and isinstance(value.get("dossiers"), list):
        value = value["dossiers"]
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        raise InputError(f"{path.name}: expected a list of dossiers, found a single value")
    for number, entry in enumerate(value, start=1):
        yield _one(entry, number, path.name, json.dumps(entry, ensure_ascii=False))


def jsonl_dossiers(path: Path) -> Iterator[Dossier | Reject]:
    """Dossiers of a JSON Lines file, a line each."""
    for number, value, line in jsonl_values(path):
        yield _one(value, number, path.name, line.decode("utf-8", errors="replace").rstrip())


def _one(value: object, number: int, file: str, original: str) -> Dossier | Reject:
    problems: list[Problem] = []
    fields: Fields = {}
    extra: list[tuple[str, str]] = []
    if isinstance(value, InputError):
        problems.append(Problem(row=number, column="", message=str(value)))
    elif not isinstance(value, dict):
        problems.append(Problem(row=number, column="", message="expected an object with fields"))
    else:
        _gather(value, number, fields, extra, problems)
        if not problems and not has_name(fields):
            problems.append(Problem(row=number, column="name", message=NO_NAME))
    if problems:
        return Reject(file=file, row=number, problems=tuple(problems), original=original)
    digest = hashlib.sha256(original.encode("utf-8", errors="surrogatepass")).hexdigest()
    ids = fields.get("id", [])
    dossier_id = clean(ids[0].text) if ids else ""
    return read_dossier(
        dossier_id or f"row-{number}",
        fields,
        extra=tuple(extra),
        origin=Origin(file=file, row=number, sha256=digest),
    )


def _gather(
    value: dict[str, object],
    number: int,
    fields: Fields,
    extra: list[tuple[str, str]],
    problems: list[Problem],
) -> None:
    """Sort the object's values under their fields."""
    for key, content in value.items():
        field = FIELD_OF.get(folded(key))
        try:
            texts = list(_texts(content, f"/{key}"))
        except InputError as error:
            problems.append(Problem(row=number, column=f"/{key}", message=str(error)))
            continue
        if field is None:
            extra.extend((at.lstrip("/"), text) for text, at in texts)
        else:
            fields.setdefault(field, []).extend(Value(text, at) for text, at in texts)


def _texts(content: object, at: str) -> Iterator[tuple[str, str]]:
    """The texts of a value with their JSON pointers; a list may hold several, an object one."""
    match content:
        case None | "":
            return
        case bool():
            raise InputError("true or false stands where a text is expected")
        case str():
            yield _writable(content), at
        case int() | float():
            yield str(content), at
        case list():
            for number, inner in enumerate(content):
                yield from _texts(inner, f"{at}/{number}")
        case dict():
            yield _period(content), at


def _period(content: dict[str, object]) -> str:
    """An object as one line: start and end in front, then everything else."""
    texts = {
        key: _writable(str(value)) for key, value in content.items() if value not in (None, "")
    }
    start, end = texts.pop("start", ""), texts.pop("end", "")
    rest = ", ".join(text.replace(";", ",") for text in texts.values())
    return f"{start}-{end} {rest}" if start else rest


def _writable(text: str) -> str:
    """The text, if it can be written again: half of a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError("half of a surrogate pair: not a text in any encoding") from error
    return text
