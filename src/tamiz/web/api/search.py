"""``GET /search/{dataset}`` and ``GET /entities/{id}``: parties by words, and by their id."""

from collections import Counter
from collections.abc import Iterable

from django.http import HttpResponse

from tamiz.model import SourceRecord
from tamiz.normalise.countries import country_names
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.entities import SCHEMATA, entity_of, properties_of
from tamiz.web.api.fault import missing, wrong
from tamiz.web.api.filters import Filters, filters_of, named_in, visible
from tamiz.web.api.lists import ALL, lists
from tamiz.web.api.shapes import Facet, FacetItem, SearchAnswer, Total
from tamiz.web.api.words import records_with

MOST_RESULTS, RESULTS = 500, 10  # as yente has them
LONGEST = 300  # characters of a question
COUNTED = 2_000  # parties that are looked at for filters and facets; beyond them: "at least"
MOST_OFFSET = COUNTED  # nobody is told beyond: whoever pages on narrows the question
_COUNTRIES = ("nationality", "country", "birthCountry")
_FACETS = ("countries", "topics", "datasets")
_LABELS = {"countries": "Countries", "topics": "Topics", "datasets": "Data sources"}
# What a schema includes; the others include themselves.
_BELOW = {
    "Thing": frozenset(SCHEMATA.values()),
    "LegalEntity": frozenset({"Person", "Organization", "LegalEntity"}),
    "Company": frozenset({"Organization"}),
    "PublicBody": frozenset({"Organization"}),
}

SCHEMATA_ASKED = (*_BELOW, *(one for one in SCHEMATA.values() if one not in _BELOW))


def search(asked: Asked) -> HttpResponse:
    """The parties whose names have every word of the question."""
    found = lists()
    text = asked.text("q")[:LONGEST]
    limit = asked.whole("limit", RESULTS, most=MOST_RESULTS)
    offset = asked.whole("offset", 0, most=MOST_OFFSET)
    filters, schemata = filters_of(asked, found), schemata_of(asked.text("schema", "Thing"))
    _refuse(asked)
    datasets = named_in(asked, "datasets", found)
    numbers = records_with(found, text, filters.sources)
    records = [found.index.record_at(at) for at in numbers[:COUNTED]]
    passed = [one for one in records if _passes(one, asked, filters, schemata, datasets)]
    noted.lists_asked(asked.bearer)
    seen = visible(found, asked.bearer)
    return answered(
        SearchAnswer(
            results=[
                entity_of(one, found.party(one, seen), found.editions)
                for one in passed[offset : offset + limit]
            ],
            total=Total(len(passed), "gte" if len(numbers) > COUNTED else "eq"),
            facets=_facets(passed, asked.query.getlist("facets") or _FACETS),
            limit=limit, offset=offset,
        )
    )  # fmt: skip


def entity(asked: Asked) -> HttpResponse:
    """One party, by its id or that of any of its records."""
    found = lists()
    seen = visible(found, asked.bearer)
    noted.lists_asked(asked.bearer)
    record = found.record(asked.found["entity"], seen)
    if record is None:
        raise missing("No such entity!", where="path", do="use an id that match or search gave")
    return answered(entity_of(record, found.party(record, seen), found.editions))


def schemata_of(name: str) -> frozenset[str]:
    """The schemata of our parties that a schema includes.

    Raises:
        Fault: none of ours.
    """
    if name not in SCHEMATA_ASKED:
        raise wrong("Invalid schema", where="query schema", expected=", ".join(SCHEMATA_ASKED))
    return _BELOW.get(name, frozenset({name}))


def _refuse(asked: Asked) -> None:
    """Filters on single properties are not there: to leave them out would answer another question."""
    if asked.query.getlist("filter"):
        raise wrong(
            "filter cannot be answered", where="query filter",
            expected="schema, countries, topics, datasets", do="use these",
        )  # fmt: skip


def _passes(
    record: SourceRecord, asked: Asked, filters: Filters, schemata: frozenset[str],
    datasets: frozenset[str],
) -> bool:  # fmt: skip
    countries = frozenset(map(str.casefold, asked.texts("countries")))
    return (
        SCHEMATA[record.type] in schemata
        and filters.lets(record)
        and (not datasets or ALL in datasets or record.source in datasets)
        and (not countries or bool(countries & _countries(record)))
    )


def _countries(record: SourceRecord) -> frozenset[str]:
    told = properties_of(record)
    return frozenset(code for name in _COUNTRIES for code in told.get(name, ()))


def _facets(records: list[SourceRecord], names: Iterable[str]) -> dict[str, Facet]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in names if name in _LABELS}
    for record in records:
        values = {
            "countries": _countries(record), "topics": record.topics, "datasets": (record.source,)
        }  # fmt: skip
        for name, counter in counts.items():
            counter.update(values[name])
    return {
        name: Facet(_LABELS[name], [_item(name, *one) for one in counter.most_common()])
        for name, counter in counts.items()
    }


def _item(facet: str, value: str, count: int) -> FacetItem:
    names = country_names(value) if facet == "countries" else ()
    return FacetItem(value, names[0].title() if names else value, count)
