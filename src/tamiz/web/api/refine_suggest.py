"""What the reconciliation API offers while somebody types, and the little page about a party."""

from django.http import HttpResponse
from django.template.loader import render_to_string

from tamiz.model import SourceRecord
from tamiz.web.api import noted
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.entities import SCHEMATA, entity_id, properties_of
from tamiz.web.api.fault import missing
from tamiz.web.api.filters import scope_of
from tamiz.web.api.lists import Lists, lists
from tamiz.web.api.refine_manifest import PROPERTIES
from tamiz.web.api.refine_shapes import TYPES, Offers, PropertyOffer, Suggestion, Suggestions, Type
from tamiz.web.api.words import records_with

SHOWN = 20  # suggestions: what a list under a field can show
LONGEST = 300  # characters of a prefix
MOST_PROPERTIES = 100
_FRAMED = {  # OpenRefine runs on the machine of who uses it, and shows this page in a frame
    "Content-Security-Policy": "default-src 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*"
}


def entities(asked: Asked) -> HttpResponse:
    """Parties whose names begin so."""
    found = lists()
    scope = _scope(found, asked)
    text = asked.text("prefix")[:LONGEST]
    noted.lists_asked(asked.bearer)
    numbers = records_with(found, text, scope, is_beginning=True)[:SHOWN] if text.strip() else []
    return answered(Suggestions([_party(found.index.record_at(at)) for at in numbers]))


def types(asked: Asked) -> HttpResponse:
    """Kinds of parties whose names begin so."""
    _scope(lists(), asked)
    return answered(Suggestions(_begun(TYPES, asked)))


def properties(asked: Asked) -> HttpResponse:
    """Properties whose names begin so."""
    _scope(lists(), asked)
    return answered(Suggestions(_begun(PROPERTIES, asked)))


def offers(asked: Asked) -> HttpResponse:
    """The properties that can be fetched of a type."""
    _scope(lists(), asked)
    limit = asked.whole("limit", 0, most=MOST_PROPERTIES)
    told = [PropertyOffer(key, name) for key, name in PROPERTIES.items()]
    return answered(
        Offers(limit=limit, type=asked.text("type", "Thing"), properties=told[: limit or None])
    )


def preview(asked: Asked) -> HttpResponse:
    """A little page about one party."""
    found = lists()
    noted.lists_asked(asked.bearer)
    record = found.record(asked.found["entity"], _scope(found, asked))
    if record is None:
        raise missing("No such entity!", where="path", do="use an id that reconciling gave")
    told = [(PROPERTIES[name], values) for name, values in properties_of(record).items()]
    page = render_to_string(
        "web/api_preview.html",
        {"name": record.names[0].text, "id": entity_id(record), "told": told},
    )
    return HttpResponse(page, headers=_FRAMED)


def _scope(found: Lists, asked: Asked) -> frozenset[str] | None:
    """The lists of the address's dataset that the token may see; None means all."""
    return scope_of(found, asked.bearer, asked.found["dataset"])


def _party(record: SourceRecord) -> Suggestion:
    schema = SCHEMATA[record.type]
    return Suggestion(
        id=entity_id(record), name=record.names[0].text, description=f"{schema} · {record.source}",
        notable=[Type(id=schema, name=schema)],
    )  # fmt: skip


def _begun(known: dict[str, str], asked: Asked) -> list[Suggestion]:
    prefix = asked.text("prefix")[:LONGEST].strip().casefold()
    return [
        Suggestion(id=key, name=name)
        for key, name in known.items()
        if key.casefold().startswith(prefix) or name.casefold().startswith(prefix)
    ]
