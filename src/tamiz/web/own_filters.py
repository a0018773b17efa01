"""The filters of the queue that an officer keeps under a name of their own."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from tamiz.web.queues import Saved, Wanted

MOST = 8  # what one line of the page shows, each with a count
LONGEST = 40  # characters of a name: a link, not a sentence


class OwnFilter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the queue is narrowed to, and what its keeper calls it."""

    name: str
    show: Saved = Saved.TEAM
    check: str = ""
    programme: str = ""

    @property
    def wanted(self) -> Wanted:
        """What the queue shows by it."""
        return Wanted(saved=self.show, check=self.check, programme=self.programme)

    @property
    def query(self) -> str:
        """The end of its address."""
        return query_of(self.wanted)


def query_of(wanted: Wanted) -> str:
    """What a queue is asked by, as the end of an address."""
    told = {"show": wanted.saved.value, "check": wanted.check, "programme": wanted.programme}
    return urlencode({name: value for name, value in told.items() if value})


def kept_in(column: Iterable[object]) -> tuple[OwnFilter, ...]:
    """The filters of an account's column; what is no longer understood is left out."""
    return tuple(one for row in column if (one := _read(row)) is not None)


def column_of(filters: Sequence[OwnFilter]) -> list[object]:
    """The filters as an account's column holds them."""
    return [msgspec.to_builtins(one) for one in filters]


def with_one(filters: Sequence[OwnFilter], new: OwnFilter) -> tuple[OwnFilter, ...]:
    """The filters with another one, in place of the one of its name."""
    return (*without(filters, new.name), new)


def without(filters: Sequence[OwnFilter], name: str) -> tuple[OwnFilter, ...]:
    """The filters without the one of this name."""
    return tuple(one for one in filters if one.name.casefold() != name.casefold())


def current(filters: Sequence[OwnFilter], wanted: Wanted) -> OwnFilter | None:
    """The filter that the queue shows now, whichever page of it."""
    asked = query_of(wanted)
    return next((one for one in filters if one.query == asked), None)


def _read(row: object) -> OwnFilter | None:
    try:
        return msgspec.convert(row, OwnFilter)
    except msgspec.ValidationError:
        return None
