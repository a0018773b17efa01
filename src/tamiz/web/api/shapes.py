"""What yente's clients send and expect, field by field (yente 4 and 5).

What is refused beyond these types, with sentences of its own, stands in the descriptions as well.
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from tamiz.web.api.bounds import KINDS, MOST_QUERIES, MOST_VALUES

Value = str | int | float | bool | None
# One value, or several: yente takes both.
Values = dict[
    str, Value | Annotated[list[Value], Meta(extra_json_schema={"maxItems": MOST_VALUES})]
]


_NONE = {"maxProperties": 0}


class Example(Struct, frozen=True, kw_only=True):
    """Whom to look for: a schema and properties of FollowTheMoney."""

    schema: Annotated[str, Meta(extra_json_schema={"enum": list(KINDS)})]
    properties: Values
    id: str | None = None


class MatchBody(Struct, frozen=True, kw_only=True):
    """The body of ``/match``."""

    queries: Annotated[
        dict[str, Example | None],
        Meta(extra_json_schema={"minProperties": 1, "maxProperties": MOST_QUERIES}),
    ]
    weights: Annotated[dict[str, float], Meta(extra_json_schema=_NONE)] = {}
    config: Annotated[dict[str, Value], Meta(extra_json_schema=_NONE)] = {}


class Total(Struct, frozen=True):
    """How many there are; ``gte``: at least."""

    value: int
    relation: str = "eq"


class Entity(Struct, frozen=True, kw_only=True):
    """A listed party as an entity of FollowTheMoney."""

    id: str
    caption: str
    schema: str
    properties: dict[str, list[str]]
    datasets: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    target: bool = True
    first_seen: str | None = None
    last_seen: str | None = None
    last_change: str | None = None


class Feature(Struct, frozen=True, kw_only=True):
    """What one feature says: ``score`` are bits, which add up to the log odds of the match."""

    score: float
    detail: str = ""
    query: str | None = None
    candidate: str | None = None
    weight: float = 1.0


class Scored(Entity, frozen=True, kw_only=True):
    """A party that may be the one. ``score`` is a probability; ``features`` are bits."""

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, Feature]


class Echo(Struct, frozen=True, kw_only=True):
    """The query as it was understood."""

    id: str | None
    schema: str
    properties: dict[str, list[str]]


class Matches(Struct, frozen=True, kw_only=True):
    """The answer to one query."""

    results: list[Scored]
    total: Total
    query: Echo
    status: int = 200


class FeatureDoc(Struct, frozen=True):
    """What a feature is about."""

    description: str
    coefficient: float = 1.0
    url: str | None = None


class MatchAnswer(Struct, frozen=True, kw_only=True):
    """The answer of ``/match``."""

    responses: dict[str, Matches]
    matcher: dict[str, FeatureDoc]
    limit: int
    algorithm: str = "tamiz"


class FacetItem(Struct, frozen=True):
    """One value of a facet, and how many have it."""

    name: str
    label: str
    count: int


class Facet(Struct, frozen=True):
    """The values of one kind among what was found."""

    label: str
    values: list[FacetItem]


class SearchAnswer(Struct, frozen=True, kw_only=True):
    """The answer of ``/search``."""

    results: list[Entity]
    total: Total
    facets: dict[str, Facet]
    limit: int
    offset: int


class Publisher(Struct, frozen=True):
    """Who publishes a list."""

    name: str


class Dataset(Struct, frozen=True, kw_only=True):
    """One list, or all of them."""

    name: str
    title: str
    version: str
    entity_count: int
    thing_count: int
    children: tuple[str, ...] = ()
    publisher: Publisher | None = None
    url: str | None = None
    updated_at: str | None = None
    last_export: str | None = None
    load: bool = True
    index_version: str | None = None
    index_current: bool = True


class Catalog(Struct, frozen=True, kw_only=True):
    """The answer of ``/catalog``."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class AlgorithmDocs(Struct, frozen=True):
    """The features of an algorithm."""

    features: dict[str, FeatureDoc]
    config: dict[str, str] = {}


class Algorithm(Struct, frozen=True, kw_only=True):
    """One way to score."""

    name: str
    description: str
    features: dict[str, FeatureDoc]
    docs: AlgorithmDocs


class Algorithms(Struct, frozen=True, kw_only=True):
    """The answer of ``/algorithms``."""

    algorithms: list[Algorithm]
    default: str = "tamiz"
    best: str = "tamiz"


class Status(Struct, frozen=True):
    """The answer of ``/healthz`` and ``/readyz``."""

    status: str = field(default="ok")
