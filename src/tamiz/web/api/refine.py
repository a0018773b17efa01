"""The reconciliation API 0.2 over a dataset: who these names are, and what lists say of them."""

import msgspec
from django.http import HttpResponse

from tamiz.matching import Match
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered, decoded
from tamiz.web.api.effort import refuse_too_much
from tamiz.web.api.entities import SCHEMATA, entity_id, properties_of
from tamiz.web.api.fault import wrong
from tamiz.web.api.filters import Filters, scope_of
from tamiz.web.api.lists import Lists, lists
from tamiz.web.api.match import MOST_QUERIES, best
from tamiz.web.api.refine_manifest import PROPERTIES, TYPES, manifest
from tamiz.web.api.refine_shapes import (
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
from tamiz.web.api.shapes import Example
from tamiz.web.api.subjects import Sought, sought

Scope = frozenset[str] | None  # the lists that are asked; None means all
RESULTS, MOST_RESULTS = 10, 100
CERTAIN = 0.99  # from here on a candidate may be taken without somebody looking, if it is alone
_QUERIES = msgspec.json.Decoder(dict[str, Query])
_EXTEND = msgspec.json.Decoder(Extend)
_EXPECTED = '{"q0": {"query": "…"}}'
_EXTENDED = '{"ids": ["…"], "properties": [{"id": "birthDate"}]}'


def reconcile(asked: Asked) -> HttpResponse:
    """The manifest; with ``queries`` their candidates; with ``extend`` properties of parties."""
    told = asked.form() if asked.request.method == "POST" else asked.query
    queries, extend = told.get("queries"), told.get("extend")
    found = lists()
    scope = scope_of(found, asked.bearer, asked.found["dataset"])
    if extend:
        return _extended(asked, found, scope, extend)
    if queries:
        return _reconciled(asked, found, scope, queries)
    if asked.request.method == "POST":
        raise wrong(
            "neither queries nor extend", where="form", expected=f"queries={_EXPECTED}",
            do="send one of them as a field of a form",
        )  # fmt: skip
    return answered(manifest(asked))


def _reconciled(asked: Asked, found: Lists, scope: Scope, text: str) -> HttpResponse:
    queries = decoded(text, _QUERIES, where="queries", expected=_EXPECTED)
    _refuse_many(len(queries), "queries")
    told = [_sought(query, f"queries[{at}]") for at, query in enumerate(queries.values(), start=1)]
    refuse_too_much((one for query in told for one in query.subjects), "queries")
    noted.lists_asked(asked.bearer, len(queries))
    cutoff = found.policy.thresholds.review
    every = best(found, told, Filters(sources=scope), cutoff=cutoff)
    return answered(
        {
            key: Result(_candidates(matches, _limit(query)))
            for (key, query), matches in zip(queries.items(), every, strict=True)
        }
    )


def _limit(query: Query) -> int:
    return RESULTS if query.limit is None else int(min(max(query.limit, 1), MOST_RESULTS))


def _candidates(matches: list[Match], limit: int) -> list[Candidate]:
    alone = len(matches) == 1
    return [
        _candidate(one, is_sure=alone and one.probability >= CERTAIN) for one in matches[:limit]
    ]


def _candidate(match: Match, *, is_sure: bool) -> Candidate:
    record = match.record
    schema = SCHEMATA[record.type]
    return Candidate(
        id=entity_id(record), name=record.names[0].text,
        description=" · ".join(filter(None, [schema, record.source, *record.programmes[:2]])),
        score=round(100 * match.probability, 2), match=is_sure, type=[Type(id=schema, name=schema)],
        features=[FeatureValue(name, bits) for name, bits in bits_of(match.evidence).items()],
    )  # fmt: skip


def _sought(query: Query, where: str) -> Sought:
    """The query in FollowTheMoney's words."""
    types = [query.type] if isinstance(query.type, str) else query.type
    properties: dict[str, list[str | int | float | bool | None]] = {}
    if query.query:
        properties["name"] = [query.query]
    for one in query.properties:
        name = one.pid.rpartition(":")[2]  # yente's clients say Person:birthDate
        properties.setdefault(name, []).extend(_values(one))
    if not properties:
        raise wrong(
            "neither a name nor a claim", where=where, expected=_EXPECTED, do="give a query"
        )
    schema = next((one for one in types if one in TYPES), "Thing" if not any(types) else types[0])
    return sought(Example(schema=schema, properties=dict(properties)), where)


def _values(told: PropertyValue) -> list[str | int | float | bool | None]:
    values = told.v if isinstance(told.v, list) else [told.v]
    return [one.get("name") or one.get("id") if isinstance(one, dict) else one for one in values]


def _extended(asked: Asked, found: Lists, scope: Scope, text: str) -> HttpResponse:
    wanted = decoded(text, _EXTEND, where="extend", expected=_EXTENDED)
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
