"""A query in FollowTheMoney's words becomes whom Tamiz looks for."""

from typing import NamedTuple

from tamiz.lists.ftm_party import record_of
from tamiz.matching import Subject
from tamiz.model import PartyType
from tamiz.normalise.countries import country_code
from tamiz.normalise.text import clean
from tamiz.web.api.bounds import KINDS, MOST_VALUES
from tamiz.web.api.fault import wrong
from tamiz.web.api.shapes import Echo, Example

COUNTRIES = frozenset(
    {"country", "nationality", "citizenship", "jurisdiction", "birthCountry", "mainCountry"}
)
NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})
MOST_NAMES = (
    20  # of one query: each is searched for by itself, some 60 ms among two million parties
)
LONGEST = 1_000  # characters of a value


class Sought(NamedTuple):
    """A query as it was understood, and whom to look for: nobody, where it claims nothing."""

    query: Echo
    subjects: tuple[Subject, ...]


def sought(example: Example, where: str) -> Sought:
    """Whom a query asks for.

    Raises:
        Fault: a schema that cannot be looked for, or too many values.
    """
    query = understood(example, where)
    return Sought(query, subjects_of(query))


def understood(example: Example, where: str) -> Echo:
    """The query with its values clean and its countries as codes.

    Raises:
        Fault: a schema that cannot be looked for, or too many values.
    """
    if example.schema not in KINDS:
        raise wrong(
            "Cannot parse example entity: this schema cannot be looked for", where=f"{where}.schema",
            expected=", ".join(KINDS),
        )  # fmt: skip
    told = {
        clean(name): _texts(name, values, f"{where}.properties")
        for name, values in example.properties.items()
    }
    found = {name: texts for name, texts in told.items() if texts}
    if (names := names_in(found)) > MOST_NAMES:
        raise wrong(
            "too many names of one party", where=f"{where}.properties", found=f"{names} names",
            expected=f"at most {MOST_NAMES}",
        )  # fmt: skip
    return Echo(id=example.id, schema=example.schema, properties=found)


def names_in(properties: dict[str, list[str]]) -> int:
    """How many names a query has."""
    return sum(len(properties.get(name, ())) for name in NAMES)


def subjects_of(query: Echo) -> tuple[Subject, ...]:
    """Whom to look for: one subject for each kind that the schema may be; none without a claim."""
    return tuple(
        subject
        for kind in KINDS[query.schema]
        if (subject := _subject(query.properties, kind)).names
        or subject.identifiers
        or subject.contacts
    )


def _subject(properties: dict[str, list[str]], kind: PartyType) -> Subject:
    told = record_of("query", kind, properties, [], {}, source="query", references=())
    is_person = kind is PartyType.PERSON
    return Subject(
        type=kind,
        names=told.names,
        birth_dates=told.birth_dates if is_person else (),
        birth_places=told.birth_places if is_person else (),
        sex=told.sex if is_person else None,
        nationalities=told.nationalities if is_person else (),
        identifiers=told.identifiers,
        contacts=told.contacts,
        addresses=told.addresses,
    )


def _texts(name: str, values: object, where: str) -> list[str]:
    listed = values if isinstance(values, list) else [values]
    if len(listed) > MOST_VALUES:
        raise wrong(
            "too many values of one property", where=where, found=f"{len(listed)} values",
            expected=f"at most {MOST_VALUES}",
        )  # fmt: skip
    texts = (clean(str(one)[:LONGEST]) for one in listed if one is not None)
    if name in COUNTRIES:
        texts = (country_code(text) or text for text in texts)
    return list(dict.fromkeys(filter(None, texts)))
