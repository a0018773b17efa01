"""What a client of the reconciliation API 0.2 sends and expects (OpenRefine among them)."""

from typing import Annotated, TypedDict

from msgspec import Meta, Struct

One = str | int | float | bool | dict[str, str]


class PropertyValue(Struct, frozen=True, kw_only=True):
    """A claim beside the name."""

    pid: str
    v: One | list[One]


TYPES = {
    "Person": "Person", "Organization": "Organisation", "Company": "Company",
    "PublicBody": "Public body", "LegalEntity": "Person or organisation", "Thing": "Anybody",
}  # fmt: skip
_TYPE = Meta(extra_json_schema={"enum": [*TYPES, ""]})


class Query(Struct, frozen=True, kw_only=True):
    """Whom to reconcile: a name, claims, or both; of several types the first counts."""

    query: str = ""
    type: Annotated[str, _TYPE] | list[Annotated[str, _TYPE]] = ""
    limit: float | None = None
    properties: list[PropertyValue] = []
    type_strict: str = "any"


class Type(Struct, frozen=True, kw_only=True):
    """A kind of party."""

    id: str
    name: str


class FeatureValue(Struct, frozen=True):
    """One feature of a candidate, in bits."""

    id: str
    value: float


class Candidate(Struct, frozen=True, kw_only=True):
    """Who it may be; ``score`` from 0 to 100."""

    id: str
    name: str
    description: str
    score: float
    match: bool
    type: list[Type]
    features: list[FeatureValue]


class Result(Struct, frozen=True):
    """The candidates of one query."""

    result: list[Candidate]


class Suggestion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A party, a type or a property while somebody types."""

    id: str
    name: str
    description: str = ""
    notable: list[Type] = []


class Suggestions(Struct, frozen=True):
    """The answer of each kind of suggestion."""

    result: list[Suggestion]


class WantedProperty(Struct, frozen=True, kw_only=True):
    """A property to fetch."""

    id: str
    settings: dict[str, str | int | float | bool | None] = {}


class Extend(Struct, frozen=True, kw_only=True):
    """Parties of which properties are fetched."""

    ids: list[str]
    properties: list[WantedProperty]


class PropertyOffer(Struct, frozen=True):
    """A property that can be fetched."""

    id: str
    name: str


class Offers(Struct, frozen=True, kw_only=True):
    """The properties of a type."""

    limit: int
    type: str
    properties: list[PropertyOffer]


class Extended(Struct, frozen=True):
    """The fetched properties, by party and property."""

    meta: list[PropertyOffer]
    rows: dict[str, dict[str, list[dict[str, str]]]]


class Url(TypedDict):
    """Where something is found; ``{{id}}`` stands for a party's id."""

    url: str


class Preview(Url):
    """Where the little page about a party is found, and how large it is."""

    width: int
    height: int


class Service(TypedDict):
    """Where something is asked."""

    service_url: str
    service_path: str


class Setting(TypedDict):
    """What a client may choose when it fetches a property."""

    name: str
    label: str
    type: str
    default: int
    help_text: str


class Extending(TypedDict):
    """How properties are fetched."""

    propose_properties: Service
    property_settings: list[Setting]


class Manifest(TypedDict):
    """What the service is and can do; the names are the specification's."""

    versions: list[str]
    name: str
    identifierSpace: str
    schemaSpace: str
    view: Url
    batchSize: int
    defaultTypes: list[Type]
    preview: Preview
    suggest: dict[str, Service]
    extend: Extending
