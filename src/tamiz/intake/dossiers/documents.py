"""Dossiers from JSON: one object an applicant, the same field names as the columns of a table.

A value is a text, a number, or a list of these. ``documents``, ``service`` and ``sponsor`` may be
objects, or lists of them, whose keys are named in ``OBJECTS``; the parts of an address or a place
are joined. ``docs/dossier.schema.json`` describes all of it.
"""

from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.columns import field_of, folded
from tamiz.intake.dossiers.entries import Entry, Fields, Value
from tamiz.intake.dossiers.problems import Problem
from tamiz.intake.json import json_items, json_text, jsonl_values

# Key of a list of objects to the keys of an object, each with the field that it fills.
OBJECTS: dict[str, dict[str, str]] = {
    "documents": {
        "type": "doc_type", "number": "doc_number", "country": "doc_country",
        "issued": "doc_issued", "expires": "doc_expires", "mrz": "mrz",
        "authority": "doc_authority", "name": "doc_name", "birth_date": "doc_birth_date",
        "birth_place": "doc_birth_place", "sex": "doc_sex", "nationality": "doc_nationality",
        "personal_number": "doc_personal_number", "chip": "doc_chip",
        "files": "doc_files",
    },
    "service": {
        "text": "text", "start": "start", "end": "end", "organisation": "organisation",
        "position": "position", "country": "country",
    },
    "sponsor": {
        "name": "sponsor", "number": "sponsor_number", "address": "sponsor_address",
        "contact": "sponsor_contact", "founded": "sponsor_founded",
    },
}  # fmt: skip
_INNER = {
    field: {folded(key): inner for key, inner in keys.items()} for field, keys in OBJECTS.items()
}
# An object's texts are the parts of one text.
JOINED = frozenset({"address", "birth_place", "doc_birth_place", "sponsor_address"})


def json_entries(path: Path) -> Iterator[Entry]:
    """Entries of a whole JSON document: an array, one object, or ``{"dossiers": […]}``."""
    for number, (value, text) in enumerate(json_items(path, "dossiers"), start=1):
        yield json_entry(value, number, text)


def jsonl_entries(path: Path) -> Iterator[Entry]:
    """Entries of a JSON Lines file, a line each."""
    for number, value, line in jsonl_values(path):
        yield json_entry(value, number, line.decode("utf-8", errors="replace").rstrip())


def json_entry(value: object, number: int, original: str) -> Entry:
    """The entry of one value; a faulty one for what is no object with fields."""
    if isinstance(value, dict):
        gathered = _Gathered(number)
        for key, content in value.items():
            gathered.add(key, content)
        return gathered.entry(original)
    message = str(value) if isinstance(value, InputError) else "expected an object with fields"
    problem = Problem(row=number, column="", message=message)
    return Entry(number=number, original=original, problems=(problem,))


class _Gathered:
    """An object's values, sorted under their fields."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._fields: Fields = {}
        self._groups: dict[str, list[Fields]] = {"documents": [], "service": []}
        self._extra: list[tuple[str, str]] = []
        self._problems: list[Problem] = []

    def add(self, key: str, content: object) -> None:
        """Take in what stands under a key; a value of the wrong kind becomes a problem."""
        field = "documents" if folded(key) == "documents" else field_of(key)
        try:
            if field is None:
                self._keep(key, content)
            elif field in OBJECTS:
                self._add_objects(field, content, f"/{key}")
            else:
                found = _values(content, f"/{key}", is_joined=field in JOINED)
                self._fields.setdefault(field, []).extend(found)
        except InputError as error:
            self._problems.append(Problem(row=self._number, column=f"/{key}", message=str(error)))

    def entry(self, original: str) -> Entry:
        """Everything that was taken in."""
        return Entry(
            number=self._number,
            original=original,
            fields={field: found for field, found in self._fields.items() if found},
            documents=tuple(self._groups["documents"]),
            services=tuple(self._groups["service"]),
            extra=tuple(self._extra),
            problems=tuple(self._problems),
        )

    def _keep(self, key: str, content: object) -> None:
        """What no field is known for, as text."""
        if content not in (None, "", [], {}):
            is_text = isinstance(content, str)
            text = content if is_text else json_text(content)
            self._extra.append((_writable(key), _writable(str(text))))

    def _add_objects(self, field: str, content: object, at: str) -> None:
        """A list of objects, or of texts where the field also exists as a column."""
        items = content if isinstance(content, list) else [content]
        goes_together = field not in self._groups and any(isinstance(one, dict) for one in items)
        for number, item in enumerate(items):
            here = f"{at}/{number}" if isinstance(content, list) else at
            if isinstance(item, dict):
                self._add_object(field, item, here)
            elif field == "documents" and item not in (None, ""):
                raise InputError("expected objects with type, number, country, issued, expires")
            elif goes_together:
                self._add_together(field, {field: list(_values(item, here))}, here)
            else:
                self._fields.setdefault(field, []).extend(_values(item, here))

    def _add_object(self, field: str, item: dict[str, object], at: str) -> None:
        group: Fields = {}
        for key, content in item.items():
            inner = _INNER[field].get(folded(key))
            if inner is None:
                self._keep(f"{at.lstrip('/')}/{key}", content)
            elif found := list(_values(content, f"{at}/{key}", is_joined=inner in JOINED)):
                group[inner] = found
        if field in self._groups:
            self._groups[field].extend([group] if group else [])
        else:
            self._add_together(field, group, at)

    def _add_together(self, key: str, group: Fields, at: str) -> None:
        """Values that belong together, each at the same place of its field."""
        for field in OBJECTS[key].values():
            texts = " ".join(value.text for value in group.get(field, ()))
            self._fields.setdefault(field, []).append(Value(texts, at, is_one=True))


def _values(content: object, at: str, *, is_joined: bool = False) -> Iterator[Value]:
    """The texts of a value with their JSON pointers; what a list separates is one value each."""
    match content:
        case None | "":
            return
        case str():
            yield Value(_writable(content), at)
        case bool():
            raise InputError("true or false stands where a text is expected")
        case int() | float():
            yield Value(_number(content), at, is_one=True)
        case list():
            for number, inner in enumerate(content):
                for value in _values(inner, f"{at}/{number}", is_joined=is_joined):
                    yield Value(value.text, value.at, is_one=True)
        case dict() if is_joined:
            found = (value for inner in content.values() for value in _values(inner, at))
            yield Value(", ".join(value.text for value in found), at, is_one=True)
        case _:
            raise InputError("an object stands where a text is expected")


def _number(number: float) -> str:
    """A number as a person writes it: whole ones without a point."""
    return str(int(number)) if float(number).is_integer() else str(number)


def _writable(text: str) -> str:
    """The text, if it can be written again: half of a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError("half of a surrogate pair: not a text in any encoding") from error
    return text
