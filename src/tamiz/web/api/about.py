"""What can be asked, and whether it can be asked now."""

from django.db import connection
from django.http import HttpResponse

from tamiz.lists.registry import source_module
from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.entities import moment
from tamiz.web.api.filters import visible
from tamiz.web.api.lists import ALL, Lists, lists
from tamiz.web.api.scoring import FEATURES
from tamiz.web.api.shapes import (
    Algorithm,
    AlgorithmDocs,
    Algorithms,
    Catalog,
    Dataset,
    Publisher,
    Status,
)

_ALGORITHM = Algorithm(
    name="tamiz",
    description=(
        "Evidence in bits that add up, the prior included: the score is the probability that "
        "the listed party is the one asked for"
    ),
    features=FEATURES,
    docs=AlgorithmDocs(FEATURES),
)


def catalog(asked: Asked) -> HttpResponse:
    """The lists that a token may see, and all of them as one."""
    found = lists()
    seen = visible(found, asked.bearer)
    each = [_dataset(found, key) for key in sorted(found.editions if seen is None else seen)]
    entities = sum(one.entity_count for one in each)
    whole = Dataset(
        name=ALL, title="All lists", version=found.index.sha256[:16],
        entity_count=entities, thing_count=entities,
        children=tuple(one.name for one in each), index_version=found.index.sha256[:16],
    )  # fmt: skip
    datasets = [whole, *each]
    return answered(
        Catalog(
            datasets=datasets, current=[one.name for one in datasets], outdated=[],
            index_stale=False,
        )
    )  # fmt: skip


def _dataset(found: Lists, key: str) -> Dataset:
    edition = found.editions[key]
    version = edition.content_date or edition.sha256[:16]
    return Dataset(
        name=key, title=source_module(key).SOURCE.title, version=version,
        entity_count=edition.parties, thing_count=edition.parties,
        publisher=Publisher(edition.publisher), url=edition.url or None,
        updated_at=moment(edition.content_date), last_export=moment(edition.retrieved_at),
        index_version=version,
    )  # fmt: skip


def algorithms(_asked: Asked) -> HttpResponse:
    """The one way in which Tamiz scores."""
    return answered(Algorithms(algorithms=[_ALGORITHM]))


def healthz(_asked: Asked) -> HttpResponse:
    """The process answers."""
    return answered(Status())


def readyz(_asked: Asked) -> HttpResponse:
    """Database and lists answer."""
    connection.ensure_connection()
    lists()
    return answered(Status())
