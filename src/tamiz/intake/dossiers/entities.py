"""FollowTheMoney entities in a file, and which of them belong to whom.

What belongs to a person (a passport, an employment, a family tie) may stand before or after them,
so the file is read once for all of that before the first person is.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct, field

from tamiz.intake.files import Form
from tamiz.intake.json import json_items, jsonl_values

_SNIFFED = 50  # lines that are looked at to tell FollowTheMoney from other JSON Lines

# Schema of what ties an entity to a person: the property that names the person, and the one that
# names the other side, if there is one.
TIES = {
    "Passport": ("holder", ""),
    "Identification": ("holder", ""),
    "Employment": ("employee", "employer"),
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "UnknownLink": ("subject", "object"),
}
# Schemata of the parties and addresses that ties and persons may name.
_UNDERSTOOD = frozenset(
    "Person Address Organization Company LegalEntity PublicBody Thing Asset".split()
)


class Entity(Struct, frozen=True):
    """An entity: its id, its schema, the texts of its properties."""

    id: str
    schema: str
    properties: dict[str, list[str]]

    def texts(self, *names: str) -> list[str]:
        """The texts of the first of these properties that has any."""
        return next((found for name in names if (found := self.properties.get(name))), [])

    def first(self, *names: str) -> str:
        """The first text of these properties; empty if there is none."""
        return next(iter(self.texts(*names)), "")


class Graph(Struct, frozen=True):
    """What the entities of a file are to one another.

    Attributes:
        others: every entity that may be named by another one, by id.
        ties: for each person, the entities that name them in their person's place.
        named: persons whom a tie of another person names on its other side.
    """

    others: dict[str, Entity] = field(default_factory=dict)
    ties: dict[str, list[Entity]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def is_applicant(self, person: Entity) -> bool:
        """Whether a Person is an applicant; one only named as somebody's relative is not.

        Whoever has a document, a job or a tie of their own is one: rather a relative too many is
        screened than an applicant too few.
        """
        return person.id not in self.named or person.id in self.ties


def entity_lines(path: Path, form: Form) -> Iterator[tuple[int, object, str]]:
    """Number, value (or the InputError it gave) and text of each entity."""
    if form is Form.JSONL:
        for number, value, line in jsonl_values(path):
            yield number, value, line.decode("utf-8", errors="replace").rstrip()
    else:
        for number, (value, text) in enumerate(json_items(path, "entities"), start=1):
            yield number, value, text


def is_ftm(path: Path, form: Form) -> bool:
    """Whether any of the first entries is a FollowTheMoney entity."""
    first = islice(entity_lines(path, form), _SNIFFED)
    return any(entity_of(value) is not None for _, value, _ in first)


def entity_of(value: object) -> Entity | None:
    """The entity that a JSON value is; None if it is none."""
    if not isinstance(value, dict):
        return None
    entity_id, schema, raw = value.get("id"), value.get("schema"), value.get("properties")
    if not (isinstance(entity_id, str) and isinstance(schema, str) and isinstance(raw, dict)):
        return None
    properties = {str(name): [*_texts(content)] for name, content in raw.items()}
    return Entity(entity_id, schema, properties)


def read_graph(path: Path, form: Form) -> Graph:
    """Everything that ties the entities of a file together."""
    graph = Graph()
    persons: set[str] = set()
    links: list[tuple[str, str]] = []
    for _, value, _ in entity_lines(path, form):
        entity = entity_of(value)
        if entity is None:
            continue
        if entity.schema in TIES:
            links.extend(_hang(graph, entity))
        else:
            graph.others[entity.id] = _essence(entity)
        if entity.schema == "Person":
            persons.add(entity.id)
    graph.named.update(other for owner, other in links if owner in persons and owner != other)
    return graph


def graph_warnings(graph: Graph) -> Iterator[str]:
    """What a person should know about a file of entities."""
    persons = [one for one in graph.others.values() if one.schema == "Person"]
    if not persons:
        yield "there is no Person among the entities: nobody to screen"
    left_out = sum(not graph.is_applicant(person) for person in persons)
    if left_out == 1:
        yield "1 person is only named as a relative or associate and not screened as an applicant"
    elif left_out:
        yield (
            f"{left_out} persons are only named as relatives or associates and not screened as "
            "applicants"
        )
    yield from _loose_ends(graph)


def _loose_ends(graph: Graph) -> Iterator[str]:
    """Ties without their person, and entities that no dossier takes up."""
    loose = sum(len(ties) for owner, ties in graph.ties.items() if owner not in graph.others)
    if loose:
        yield (
            f"{loose} ties name a person who is not in the file; they are not read"
            if loose > 1
            else "1 tie names a person who is not in the file; it is not read"
        )
    unknown = sorted({one.schema for one in graph.others.values()} - _UNDERSTOOD)
    if unknown:
        yield f"entities of these schemata are not used: {', '.join(unknown)}"


def _hang(graph: Graph, entity: Entity) -> Iterator[tuple[str, str]]:
    """Hang a tie on its persons; gives each of them with each of the other side."""
    one, other = TIES[entity.schema]
    for owner in entity.properties.get(one, ()):
        graph.ties.setdefault(owner, []).append(entity)
        for target in entity.properties.get(other, ()):
            yield owner, target


def _essence(entity: Entity) -> Entity:
    """What others need to know of an entity, so that a large file fits into memory."""
    kept = ("name", "full", "street", "city", "region", "postalCode", "country",
            "registrationNumber", "phone", "email")  # fmt: skip
    properties = {name: entity.properties[name] for name in kept if name in entity.properties}
    return Entity(entity.id, entity.schema, properties)


def _texts(content: object) -> Iterator[str]:
    """The texts of a property; of an entity that stands inside another one its id."""
    for one in content if isinstance(content, list) else [content]:
        found = one.get("id") if isinstance(one, dict) else one
        if isinstance(found, bool) or found is None or found == "":
            continue
        text = str(found)
        yield text.encode("utf-8", "replace").decode()
