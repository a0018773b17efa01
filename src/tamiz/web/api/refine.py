"""The reconciliation API 0.2 over a dataset: who these names are, and what lists say of them."""

from typing import NamedTuple, TypeVar

import msgspec
from django.http import HttpResponse

from tamiz.matching import Match
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered, decoded
from tamiz.web.api.bounds import MOST_QUERIES
from tamiz.web.api.effort import refuse_too_much
from tamiz.web.api.entities import SCHEMATA, entity_id, properties_of
from tamiz.web.api.fault import wrong
from tamiz.web.api.filters import Filters, scope_of
from tamiz.web.api.lists import Lists, lists
from tamiz.web.api.match import best
from tamiz.web.api.refine_manifest import PROPERTIES, manifest
from tamiz.web.api.refine_shapes import (
    TYPES,
    Candidate,
    Extend,
    Extended,
    FeatureValue,
    PropertyOffer,
    PropertyValue,
    Query,
    Result,
    Type,
)
from tamiz.web.api.scoring import bits_of
from tamiz.web.api.shapes import Example, Value
from tamiz.web.api.subjects import Sought, sought

T = TypeVar("T")
Scope = frozenset[str] | None  # the lists that are asked; None means all
RESULTS, MOST_RESULTS = 10, 100
CERTAIN = 0.99  # from here on a candidate may be taken without somebody looking, if it is alone
# … and if one of these speaks for it: a name by itself, however rare, is borne by others as well.
_TELLING = ("birth_date", "identifier", "contact")
Queries = dict[str, Query]
_QUERIES = msgspec.json.Decoder(Queries)
_EXTEND = msgspec.json.Decoder(Extend)
_EXPECTED = '{"q0": {"query": "…"}}'
_EXTENDED = '{"ids": ["…"], "properties": [{"id": "birthDate"}]}'


def reconcile(asked: Asked) -> HttpResponse:
    """The manifest; with ``queries`` their candidates; with ``extend`` properties of parties."""
    told = asked.form() if asked.request.method == "POST" else asked.query
    found = lists()
    scope = scope_of(found, asked.bearer, asked.found["dataset"])
    queries = _read(told.get("queries"), _QUERIES, "queries", _EXPECTED)
    every = None if queries is None else _understood(queries)
    extend = _read(told.get("extend"), _EXTEND, "extend", _EXTENDED)
    if extend is not None:
        return _extended(asked, found, scope, extend)
    if every is not None:
        return _reconciled(asked, found, scope, every)
    if asked.request.method == "POST":
        raise wrong(
            "neither queries nor extend", where="form", expected=f"queries={_EXPECTED}",
            do="send one of them as a field of a form",
        )  # fmt: skip
    return answered(manifest(asked))


def _read(
    text: str | None, decoder: "msgspec.json.Decoder[T]", where: str, expected: str
) -> T | None:
    """What a field says; None where it is not there."""
    return None if text is None else decoded(text, decoder, where=where, expected=expected)


class _Asked(NamedTuple):
    """One query: whom it looks for, and how many candidates are wanted."""

    sought: Sought
    limit: int


def _understood(queries: Queries) -> dict[str, _Asked]:
    """The queries, all of which can be answered."""
    _refuse_many(len(queries), "queries")
    every = {
        key: _Asked(_sought(query, f"queries[{at}]"), _limit(query))
        for at, (key, query) in enumerate(queries.items(), start=1)
    }
    refuse_too_much((one for query in every.values() for one in query.sought.subjects), "queries")
    return every


def _reconciled(asked: Asked, found: Lists, scope: Scope, every: dict[str, _Asked]) -> HttpResponse:
    noted.lists_asked(asked.bearer, len(every))
    cutoff = found.policy.thresholds.review
    wanted = [one.sought for one in every.values()]
    matches = best(found, wanted, Filters(sources=scope), cutoff=cutoff)
    return answered(
        {
            key: Result(_candidates(some, one.limit))
            for (key, one), some in zip(every.items(), matches, strict=True)
        }
    )


def _limit(query: Query) -> int:
    return RESULTS if query.limit is None else int(min(max(query.limit, 1), MOST_RESULTS))


def _candidates(matches: list[Match], limit: int) -> list[Candidate]:
    alone = len(matches) == 1
    return [_candidate(one, alone=alone) for one in matches[:limit]]


def _candidate(match: Match, *, alone: bool) -> Candidate:
    record, bits = match.record, bits_of(match.evidence)
    schema = SCHEMATA[record.type]
    is_told = any(bits.get(name, 0.0) > 0 for name in _TELLING)
    return Candidate(
        id=entity_id(record), name=record.names[0].text,
        description=" · ".join(filter(None, [schema, record.source, *record.programmes[:2]])),
        score=round(100 * match.probability, 2),
        match=alone and is_told and match.probability >= CERTAIN,
        type=[Type(id=schema, name=schema)],
        features=[FeatureValue(name, value) for name, value in bits.items()],
    )  # fmt: skip


def _sought(query: Query, where: str) -> Sought:
    """The query in FollowTheMoney's words; one that says nothing finds nobody."""
    types = list(filter(None, [query.type] if isinstance(query.type, str) else query.type))
    if not set(types) <= TYPES.keys():
        raise wrong("no such type", where=f"{where}.type", expected=", ".join(TYPES))
    properties: dict[str, list[Value]] = {}
    if query.query:
        properties["name"] = [query.query]
    for one in query.properties:
        name = one.pid.rpartition(":")[2]  # yente's clients say Person:birthDate
        properties.setdefault(name, []).extend(_values(one))
    schema = next(iter(types), "Thing")
    return sought(Example(schema=schema, properties=dict(properties)), where)


def _values(told: PropertyValue) -> list[Value]:
    values = told.v if isinstance(told.v, list) else [told.v]
    return [one.get("name") or one.get("id") if isinstance(one, dict) else one for one in values]


def _extended(asked: Asked, found: Lists, scope: Scope, wanted: Extend) -> HttpResponse:
    _refuse_many(len(wanted.ids), "extend.ids")
    _refuse_many(len(wanted.properties), "extend.properties")
    noted.lists_asked(asked.bearer, len(wanted.ids))
    rows: dict[str, dict[str, list[dict[str, str]]]] = {}
    for entity in wanted.ids:
        record = found.record(entity, scope)
        told = {} if record is None else properties_of(record)
        rows[entity] = {
            one.id: [{"str": text} for text in told.get(one.id, ())][: _most(one.settings)]
            for one in wanted.properties
        }
    meta = [PropertyOffer(one.id, PROPERTIES.get(one.id, one.id)) for one in wanted.properties]
    return answered(Extended(meta, rows))


def _most(settings: dict[str, str | int | float | bool | None]) -> int | None:
    """How many values are wanted; 0 and nothing mean all."""
    limit = settings.get("limit")
    return int(limit) if isinstance(limit, int | float) and limit >= 1 else None


def _refuse_many(count: int, where: str) -> None:
    if count > MOST_QUERIES:
        raise wrong(
            f"Too many queries in one batch (limit: {MOST_QUERIES})", where=where,
            found=str(count), expected=f"at most {MOST_QUERIES}", do="send them in parts",
        )  # fmt: skip
