"""The JSON Schema of dossiers in JSON, made from the fields that their reader knows.

``docs/dossier.schema.json`` is written by ``scripts/make_dossier_docs.py``; a test holds it to
this module, and another holds what it allows to what the reader takes.
"""

from tamiz.intake.dossiers.admission import LONGEST_ID, MOST_VALUES
from tamiz.intake.dossiers.columns import COLUMNS
from tamiz.intake.dossiers.documents import JOINED, OBJECTS
from tamiz.intake.dossiers.entries import ONE_TEXT
from tamiz.intake.dossiers.header import NAMES

Schema = dict[str, object]

_ONE: Schema = {"type": ["string", "number", "null"]}
_TEXT: Schema = {"$ref": "#/$defs/text"}
_TEXTS: Schema = {"$ref": "#/$defs/texts"}
_MEANINGS = {
    "documents": "An identity document, its parts kept apart",
    "service": "A stretch of military or police service, its parts kept apart",
    "sponsor": "A sponsor with what belongs to it",
}
EXAMPLE: dict[str, object] = {
    "id": "A-17",
    "given_names": "Olena",
    "family_names": "Kovalchuk",
    "patronymic": "Petrivna",
    "name_original": "Ковальчук Олена Петрівна",
    "aliases": ["“Lastivka”"],
    "birth_date": "1992-11-07",
    "birth_place": "Poltava, Ukraine",
    "sex": "F",
    "nationalities": ["UA"],
    "phone": "+380 44 279 00 00",
    "documents": [
        {
            "type": "P",
            "number": "FA000000",
            "country": "UA",
            "expires": "2031-02-01",
            "name": "Kovalchuk, Olena",
            "birth_date": "1992-11-07",
            "sex": "F",
        },
        {"type": "residence permit", "number": "R-77", "country": "ES"},
    ],
    "sponsor": [{"name": "Invented Aid Ltd", "number": "12345678"}],
    "service": [
        {"start": "2014", "end": "2018", "organisation": "A brigade", "position": "medic"},
        "2019-2021 Another unit, instructor",
    ],
    "programme": "Drone school",
    "course": "FPV basics",
    "applied_on": "2026-03-02",
}


def dossier_schema() -> Schema:
    """What a JSON document of dossiers, or a line of JSON Lines, may look like."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Applicants' dossiers for Tamiz",
        "description": "A list of dossiers, an object that holds one, or a single dossier: "
        "a line of JSON Lines. Other keys are kept and shown, never dropped.",
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/$defs/dossier"}},
            {
                "type": "object",
                "required": ["dossiers"],
                "properties": {"dossiers": {"type": "array", "items": _ref("dossier")}},
            },
            _ref("dossier"),
        ],
        "$defs": {
            "dossier": _dossier(),
            **{key: _object(key) for key in OBJECTS},
            "text": _ONE,
            "texts": _or_list(_TEXT),
        },
        "examples": [[EXAMPLE]],
    }


def _dossier() -> Schema:
    fields = {column.field: _field(column.field, column.meaning) for column in COLUMNS}
    return {
        "type": "object",
        "description": "One applicant; one of the names must hold a letter.",
        "properties": {**fields, "documents": _objects("documents")},
        "anyOf": [
            {"required": [name], "properties": {name: {"not": {"enum": [None, "", []]}}}}
            for name in sorted(NAMES)
        ],
    }


def _field(field: str, meaning: str) -> Schema:
    kind = _TEXTS
    if field in OBJECTS:
        kind = _or_list(_TEXT, _ref(field))
    elif field == "id":
        kind = {**_ONE, "maxLength": LONGEST_ID}
    elif field in JOINED:
        kind = _or_list(_TEXT, {"type": "object", "additionalProperties": _TEXT})
    elif field in ONE_TEXT:
        kind = _or_list(_TEXT, most=None)
    return {"description": meaning, **kind}


def _objects(key: str) -> Schema:
    return {"description": f"{_MEANINGS[key]}, or a list of them", **_or_list(_ref(key))}


def _object(key: str) -> Schema:
    parts = dict.fromkeys(OBJECTS[key], _TEXTS)
    return {"type": "object", "description": _MEANINGS[key], "properties": parts}


def _or_list(*of: Schema, most: int | None = MOST_VALUES) -> Schema:
    """One of these, or a list of them."""
    limit = {} if most is None else {"maxItems": most}
    return {"anyOf": [*of, {"type": "array", "items": {"anyOf": [*of]}, **limit}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
