"""``POST /match/{dataset}``: many parties looked for at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import msgspec
from django.http import HttpResponse

from tamiz.matching import Match
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.bounds import MOST_QUERIES
from tamiz.web.api.effort import refuse_too_many_answers, refuse_too_much
from tamiz.web.api.entities import entity_id
from tamiz.web.api.fault import wrong
from tamiz.web.api.filters import Filters, filters_of
from tamiz.web.api.lists import Lists, lists
from tamiz.web.api.scoring import FEATURES, scored
from tamiz.web.api.shapes import Echo, MatchAnswer, MatchBody, Matches, Total
from tamiz.web.api.subjects import Sought, sought
from tamiz.wording import Language

MOST_RESULTS, RESULTS = 500, 5  # as yente has them
AT_ONCE = 10  # queries that are searched for together: others who ask wait no longer for their turn
LEAST, MOST = 0.001, 0.999_999  # probabilities between which a floor makes a difference
# Names by which clients ask for an algorithm; all mean ours, and the answer says so.
ALGORITHMS = frozenset(
    "tamiz best logic-v1 logic-v2 name-based name-qualified regression-v1 regression-v2 "
    "regression-v3 ofac-249".split()
)
_BODY = msgspec.json.Decoder(MatchBody)
_EXPECTED = '{"queries": {"q1": {"schema": "Person", "properties": {"name": ["…"]}}}}'


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """How to answer: how many, from which probability on, what is left out."""

    limit: int
    threshold: float
    cutoff: float
    filters: Filters
    language: Language


def match(asked: Asked) -> HttpResponse:
    """Whoever may be the parties of the queries, the likeliest first."""
    found = lists()
    wanted = _wanted(asked, found)
    queries = _queries(asked.body(_BODY, _EXPECTED))
    refuse_too_many_answers(len(queries), wanted.limit)
    refuse_too_much((one for query in queries.values() for one in query.subjects), "body.queries")
    noted.lists_asked(asked.bearer, len(queries))
    every = best(found, list(queries.values()), wanted.filters, cutoff=wanted.cutoff)
    responses = {
        key: _answer(found, query.query, matches, wanted)
        for (key, query), matches in zip(queries.items(), every, strict=True)
    }
    return answered(
        MatchAnswer(responses=responses, matcher=FEATURES, limit=wanted.limit),
        headers={"x-batch-size": str(len(responses))},
    )


def _answer(found: Lists, query: Echo, results: list[Match], wanted: Wanted) -> Matches:
    """The answer to one query."""
    return Matches(
        results=[
            scored(one, found, threshold=wanted.threshold, language=wanted.language)
            for one in results[: wanted.limit]
        ],
        total=Total(sum(one.probability >= wanted.threshold for one in results)),
        query=query,
    )


def best(
    found: Lists, queries: Sequence[Sought], filters: Filters, *, cutoff: float
) -> list[list[Match]]:
    """Of each query every match that the filters let through, the likeliest first.

    ``cutoff`` is the least probability of a match.
    """
    floor = min(max(cutoff, LEAST), MOST)
    told: list[list[Match]] = []
    for begin in range(0, len(queries), AT_ONCE):
        told += _best(found, queries[begin : begin + AT_ONCE], filters, floor)
    return told


def _best(
    found: Lists, queries: Sequence[Sought], filters: Filters, floor: float
) -> Iterator[list[Match]]:
    """The same of some queries, which are searched for together."""
    subjects = [one for query in queries for one in query.subjects]
    every = iter(found.find(subjects, floor=floor, sources=filters.sources))
    for query in queries:
        mine = chain.from_iterable(islice(every, len(query.subjects)))
        yield _in_order(one for one in mine if _passes(one, filters))


def _passes(match: Match, filters: Filters) -> bool:
    return filters.lets(match.record, [other.record for other in match.also])


def _in_order(matches: Iterable[Match]) -> list[Match]:
    """The matches, the likeliest first, each party once."""
    told = sorted(matches, key=lambda one: (-one.bits, entity_id(one.record)))
    once = {entity_id(one.record): one for one in reversed(told)}
    return [one for one in told if once[entity_id(one.record)] is one]


def _wanted(asked: Asked, found: Lists) -> Wanted:
    usual = found.policy.thresholds.review
    name = asked.text("algorithm", "best").casefold()
    if name not in ALGORITHMS:
        raise wrong("Invalid algorithm", where="query algorithm", expected="best, or tamiz")
    threshold = asked.share("threshold", usual)
    return Wanted(
        limit=asked.whole("limit", RESULTS, most=MOST_RESULTS),
        threshold=threshold,
        cutoff=min(asked.share("cutoff", usual), threshold),
        filters=filters_of(asked, found),
        language=asked.bearer.visitor.language,
    )


def _queries(body: MatchBody) -> dict[str, Sought]:
    if body.weights or body.config:
        raise wrong(
            "weights and configuration cannot be set", where="body.weights, body.config",
            expected="none: the weights are measured", do="leave them out",
        )  # fmt: skip
    if not body.queries:
        raise wrong("No queries provided.", where="body.queries", expected=_EXPECTED)
    if len(body.queries) > MOST_QUERIES:
        raise wrong(
            f"Too many queries in one batch (limit: {MOST_QUERIES})", where="body.queries",
            found=f"{len(body.queries)} queries", expected=f"at most {MOST_QUERIES}", do="send them in parts",
        )  # fmt: skip
    return {
        key: sought(one, f"body.queries[{at}]")
        for at, (key, one) in enumerate(body.queries.items(), start=1)
        if one is not None
    }
