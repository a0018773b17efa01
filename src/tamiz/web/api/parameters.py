"""What may stand behind the question mark, with its bounds, as OpenAPI describes it."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

Schema = dict[str, Any]


class Parameter(Struct, frozen=True):
    """One name of a query, or one field of a form; ``json`` is the type of JSON that its text is."""

    says: str
    schema: Schema = {}
    json: Any = None


def text(says: str) -> Parameter:
    """Any text."""
    return Parameter(says, {"type": "string"})


def texts(says: str, most: int | None = None) -> Parameter:
    """Texts, each with the name before it: ``a=1&a=2``."""
    bound = {} if most is None else {"maxItems": most}
    return Parameter(says, {"type": "array", "items": {"type": "string"}, **bound})


def whole(says: str, most: int) -> Parameter:
    """A whole number from 0 on."""
    return Parameter(says, {"type": "integer", "minimum": 0, "maximum": most})


def share(says: str) -> Parameter:
    """A probability."""
    return Parameter(says, {"type": "number", "minimum": 0, "maximum": 1})


def one_of(says: str, values: Iterable[str]) -> Parameter:
    """One of a few words."""
    return Parameter(says, {"type": "string", "enum": sorted(values)})


def json_of(says: str, kind: Any) -> Parameter:  # noqa: ANN401 - a type that msgspec knows
    """JSON of a type, in a text."""
    return Parameter(says, json=kind)
