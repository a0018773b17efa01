"""Dossiers from FollowTheMoney entities: a Person with what hangs on it.

Passport and Identification (``holder``), Address (``addressEntity``), Employment, Family,
Associate and UnknownLink may come before or after the person they belong to: the file is read
twice, first for these, then for the persons.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TypeGuard

from tamiz.errors import InputError
from tamiz.intake.dossiers.problems import Problem, Reject
from tamiz.intake.dossiers.reader import Fields, Value, has_name, read_dossier
from tamiz.intake.json import jsonl_values
from tamiz.model import Dossier, Origin

Entity = dict[str, list[str]]  # the properties of an entity

_SNIFFED = 50  # lines that are looked at to tell FollowTheMoney from other JSON Lines
# Property of a Person to field of a dossier.
_PERSON = {
    "name": "name", "alias": "aliases", "weakAlias": "aliases", "previousName": "aliases",
    "firstName": "given_names", "secondName": "given_names", "middleName": "given_names",
    "fatherName": "patronymic", "lastName": "family_names", "motherName": "maternal_surname",
    "birthDate": "birth_date", "birthPlace": "birth_place", "birthCountry": "birth_country",
    "gender": "sex", "nationality": "nationalities", "citizenship": "nationalities",
    "address": "address", "country": "country", "phone": "phone", "email": "email",
    "passportNumber": "doc_number", "idNumber": "personal_number", "taxNumber": "personal_number",
    "position": "occupation", "notes": "motivation",
}  # fmt: skip
# Schema of an edge: the property that names the person, the one that names the other side, and
# the field of the dossier that other side goes into.
_EDGES = {
    "Employment": ("employee", "employer", "employer"),
    "Family": ("person", "relative", "relatives"),
    "Associate": ("person", "associate", "referees"),
    "UnknownLink": ("subject", "object", "referees"),
}
_DOCUMENTS = {"Passport": "passport", "Identification": "identification"}


def is_ftm(path: Path) -> bool:
    """Whether the first lines are FollowTheMoney entities."""
    return any(
        isinstance(value, dict) and "schema" in value and isinstance(value.get("properties"), dict)
        for _, value, _ in islice(jsonl_values(path), _SNIFFED)
    )


def ftm_dossiers(path: Path) -> Iterator[Dossier | Reject]:
    """A dossier for every Person."""
    captions, hanging = _gather(path)
    for number, value, line in jsonl_values(path):
        original = line.decode("utf-8", errors="replace").rstrip()
        if isinstance(value, InputError):
            yield _reject(path, number, str(value), original)
        elif not _is_entity(value):
            yield _reject(
                path, number, "not a FollowTheMoney entity (id, schema, properties)", original
            )
        elif value["schema"] == "Person":
            fields = _fields(value, hanging.get(str(value["id"]), []), captions)
            if has_name(fields):
                digest = hashlib.sha256(line).hexdigest()
                origin = Origin(file=path.name, row=number, sha256=digest)
                yield read_dossier(str(value["id"]), fields, origin=origin)
            else:
                yield _reject(path, number, "a Person without a name", original)


def _gather(path: Path) -> tuple[dict[str, str], dict[str, list[tuple[str, Entity]]]]:
    """Captions of all entities, and for each person the documents, addresses and edges."""
    captions: dict[str, str] = {}
    hanging: dict[str, list[tuple[str, Entity]]] = {}
    for _, value, _ in jsonl_values(path):
        if not _is_entity(value):
            continue
        schema, properties = str(value["schema"]), _properties(value)
        captions[str(value["id"])] = (properties.get("name") or properties.get("full") or [""])[0]
        person = _EDGES[schema][0] if schema in _EDGES else "holder"
        for owner in properties.get(person, []):
            hanging.setdefault(owner, []).append((schema, properties))
    return captions, hanging


def _is_entity(value: object) -> TypeGuard[dict[str, object]]:
    return (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and isinstance(value.get("schema"), str)
        and isinstance(value.get("properties"), dict)
    )


def _properties(value: dict[str, object]) -> Entity:
    """The properties of an entity as lists of texts; nested entities as their ids."""
    found: Entity = {}
    raw = value["properties"]
    for name, values in raw.items() if isinstance(raw, dict) else ():
        listed = values if isinstance(values, list) else [values]
        found[str(name)] = [
            str(one.get("id", "")) if isinstance(one, dict) else str(one) for one in listed if one
        ]
    return found


def _fields(
    value: dict[str, object], hanging: list[tuple[str, Entity]], captions: dict[str, str]
) -> Fields:
    fields: Fields = {}
    properties = _properties(value)
    for name, field in _PERSON.items():
        for text in properties.get(name, []):
            fields.setdefault(field, []).append(Value(text.replace(";", ","), name))
    for address in properties.get("addressEntity", []):
        if captions.get(address):
            fields.setdefault("address", []).append(Value(captions[address], "addressEntity"))
    for schema, entity in hanging:
        if schema in _DOCUMENTS:
            _add_document(fields, schema, entity)
        elif schema in _EDGES:
            _, other, field = _EDGES[schema]
            for target in entity.get(other, []):
                fields.setdefault(field, []).append(Value(captions.get(target) or target, schema))
    return fields


def _add_document(fields: Fields, schema: str, entity: Entity) -> None:
    for number in entity.get("passportNumber", []) or entity.get("number", []):
        kind = (entity.get("type") or [_DOCUMENTS[schema]])[0]
        country = (entity.get("country") or [""])[0]
        fields.setdefault("doc_number", []).append(Value(number, schema))
        fields.setdefault("doc_type", []).append(Value(kind, schema))
        fields.setdefault("doc_country", []).append(Value(country or "-", schema))
    for name, field in (("startDate", "doc_issued"), ("endDate", "doc_expires")):
        for text in entity.get(name, []):
            fields.setdefault(field, []).append(Value(text, schema))


def _reject(path: Path, number: int, message: str, original: str) -> Reject:
    problem = Problem(row=number, column="", message=message)
    return Reject(file=path.name, row=number, problems=(problem,), original=original)
