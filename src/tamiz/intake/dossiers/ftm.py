"""Dossiers from FollowTheMoney: a Person with everything that belongs to them.

Who is an applicant, ``Graph.is_applicant`` decides. Employment, Membership and Directorship
become stretches of service; an UnknownLink or Associate is a sponsor or a referee where its role
says so, otherwise an associate. Properties without a field are kept in ``extra``.
"""

from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import InputError
from tamiz.intake.dossiers.entities import TIES, Entity, Graph, entity_lines, entity_of
from tamiz.intake.dossiers.entries import Entry, Fields, Value
from tamiz.intake.dossiers.problems import Problem
from tamiz.intake.files import Form

# Property of a Person to field of a dossier.
PERSON = {
    "name": "name", "alias": "aliases", "weakAlias": "aliases", "previousName": "aliases",
    "firstName": "given_names", "secondName": "given_names", "middleName": "given_names",
    "fatherName": "patronymic", "lastName": "family_names", "motherName": "maternal_surname",
    "birthDate": "birth_date", "birthPlace": "birth_place", "birthCountry": "birth_country",
    "gender": "sex", "nationality": "nationalities", "citizenship": "nationalities",
    "phone": "phone", "email": "email", "passportNumber": "doc_number",
    "idNumber": "personal_number", "taxNumber": "personal_number", "position": "occupation",
}  # fmt: skip
_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName", "motherName")
_ELSEWHERE = {"address", "country", "addressEntity"}  # read by _add_addresses
_HISTORY = ("Employment", "Membership", "Directorship")
# Beginnings of the words that make a link one of sponsor, of reference.
_SPONSORS = ("sponsor", "patrocin", "avalista", "спонсор", "поручи")
_REFEREES = ("refer", "recom", "рекоменд")


def ftm_entries(path: Path, form: Form, graph: Graph) -> Iterator[Entry]:
    """An entry for every applicant, and a faulty one for every line that is no entity."""
    for number, value, original in entity_lines(path, form):
        entity = entity_of(value)
        if entity is None:
            message = "not a FollowTheMoney entity (id, schema, properties)"
            if isinstance(value, InputError):
                message = str(value)
            problem = Problem(row=number, column="", message=message)
            yield Entry(number=number, original=original, problems=(problem,))
        elif entity.schema == "Person" and graph.is_applicant(entity):
            yield _entry(entity, graph, number, original)


def _entry(person: Entity, graph: Graph, number: int, original: str) -> Entry:
    fields: Fields = {"id": [Value(person.id, "id", is_one=True)]}
    extra = [*_add_properties(fields, person)]
    _add_addresses(fields, person, graph)
    ties = graph.ties.get(person.id, [])
    for tie in ties:
        _add_others(fields, tie, graph)
    return Entry(
        number=number,
        original=original,
        fields=fields,
        documents=tuple(group for tie in ties for group in _documents(tie)),
        services=tuple(_stretch(tie, graph) for tie in ties if tie.schema in _HISTORY),
        extra=tuple(extra),
    )


def _add_properties(fields: Fields, person: Entity) -> Iterator[tuple[str, str]]:
    """The person's own values; what no field is known for is given back.

    Parts of a name of which there are several versions do not say which belong together: the
    versions beyond the first are given back too.
    """
    for name, texts in person.properties.items():
        field = PERSON.get(name)
        if field is not None:
            used = texts[:1] if name in _PARTS else texts
            fields.setdefault(field, []).extend(Value(text, name, is_one=True) for text in used)
            yield from ((name, text) for text in texts[len(used) :])
        elif name not in _ELSEWHERE:
            yield from ((name, text) for text in texts)


def _add_addresses(fields: Fields, person: Entity, graph: Graph) -> None:
    """Addresses, each with its country where it is an entity that has one."""
    found = [(text, "", "address") for text in person.texts("address")]
    for entity_id in person.texts("addressEntity"):
        entity = graph.others.get(entity_id)
        parts = entity.first("full", "name") if entity else entity_id
        if entity and not parts:
            named = (entity.first(name) for name in ("street", "postalCode", "city", "region"))
            parts = ", ".join(filter(None, named))
        found.append((parts, entity.first("country") if entity else "", "addressEntity"))
    countries = [Value(text, "country", is_one=True) for text in person.texts("country")]
    if any(country for _, country, _ in found):
        countries = [Value(code, at, is_one=True) for _, code, at in found] + countries
    fields["address"] = [Value(text, at, is_one=True) for text, _, at in found]
    fields["country"] = countries


def _documents(tie: Entity) -> Iterator[Fields]:
    """The documents of a Passport or Identification: one for each number it has."""
    if tie.schema not in {"Passport", "Identification"}:
        return
    shared = {
        "doc_type": tie.texts("type") or [tie.schema],
        "doc_country": tie.texts("country"),
        "doc_issued": tie.texts("startDate"),
        "doc_expires": tie.texts("endDate"),
    }
    for number in tie.texts("passportNumber", "number") or [""]:
        group = {"doc_number": [number], **shared}
        yield {
            field: [Value(text, tie.schema, is_one=True) for text in texts if text]
            for field, texts in group.items()
        }


def _add_others(fields: Fields, tie: Entity, graph: Graph) -> None:
    """The other side of a tie, under the field that says what it is to the person."""
    other = TIES[tie.schema][1]
    for entity_id in tie.properties.get(other, ()) if other else ():
        entity = graph.others.get(entity_id)
        field = _field_of(tie)
        party = ", ".join(_party(entity, entity_id))
        fields.setdefault(field, []).append(Value(party, tie.schema, is_one=True))
        if field == "sponsor":
            number = entity.first("registrationNumber") if entity else ""
            fields.setdefault("sponsor_number", []).append(Value(number, tie.schema, is_one=True))


def _party(entity: Entity | None, entity_id: str) -> Iterator[str]:
    """The name of the other side, or its id, and its contacts, as a person would write them."""
    yield (entity.first("name") if entity else "") or entity_id
    if entity is not None:
        yield from (f"tel. {phone}" for phone in entity.texts("phone"))
        yield from entity.texts("email")


def _field_of(tie: Entity) -> str:
    if tie.schema == "Employment":
        return "employer"
    if tie.schema == "Family":
        return "relatives"
    words = " ".join((*tie.texts("role"), *tie.texts("relationship"))).casefold().split()
    if any(word.startswith(_SPONSORS) for word in words):
        return "sponsor"
    return "referees" if any(word.startswith(_REFEREES) for word in words) else "associates"


def _stretch(tie: Entity, graph: Graph) -> Fields:
    """A stretch of employment, membership or directorship."""
    others = (graph.others.get(one) for one in tie.texts(TIES[tie.schema][1]))
    parts = {
        "start": tie.first("startDate"),
        "end": tie.first("endDate"),
        "organisation": next((other.first("name") for other in others if other), ""),
        "position": tie.first("role"),
        "country": tie.first("country"),
        "text": tie.first("description", "summary"),
    }
    return {part: [Value(text, tie.schema, is_one=True)] for part, text in parts.items() if text}
