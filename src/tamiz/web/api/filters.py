"""What a question leaves out: lists, kinds of parties, topics, parties that are known."""

from collections.abc import Iterable

from msgspec import Struct

from tamiz.casework.people import Act
from tamiz.model import SourceRecord
from tamiz.web.api.asked import Asked
from tamiz.web.api.entities import SCHEMATA, entity_id
from tamiz.web.api.fault import wrong
from tamiz.web.api.lists import ALL, Lists, no_dataset
from tamiz.web.api.tokens import Bearer

OWN = "own:"  # a unit's own lists: whoever may see no case sees none of their entries either
MOST_EXCLUDED = 50  # ids of known parties, as yente has it


class Filters(Struct, frozen=True, kw_only=True):
    """``sources`` None means all; of ``topics``, one is enough; empty ones filter nothing."""

    sources: frozenset[str] | None = None
    no_schemata: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    no_ids: frozenset[str] = frozenset()

    def lets(self, record: SourceRecord, also: Iterable[SourceRecord] = ()) -> bool:
        """Whether a party passes."""
        if SCHEMATA[record.type] in self.no_schemata:
            return False
        if self.topics and not self.topics.intersection(record.topics):
            return False
        known = {entity_id(record), record.id, *map(entity_id, also)} if self.no_ids else set()
        return not self.no_ids & known


def filters_of(asked: Asked, found: Lists) -> Filters:
    """The filters of a question.

    Raises:
        Fault: no such dataset, too many ids, or a filter that no list can answer.
    """
    if asked.text("changed_since"):
        raise wrong(
            "changed_since cannot be answered", where="query changed_since",
            expected="nothing: lists do not tell when a party changed", do="leave it out",
        )  # fmt: skip
    ids = asked.texts("exclude_entity_ids")
    if len(ids) > MOST_EXCLUDED:
        raise wrong(
            "too many ids to leave out", where="query exclude_entity_ids",
            found=f"{len(ids)} ids", expected=f"at most {MOST_EXCLUDED}",
        )  # fmt: skip
    return Filters(
        sources=_sources(asked, found),
        no_schemata=asked.texts("exclude_schema"),
        topics=asked.texts("topics"),
        no_ids=ids,
    )


def visible(found: Lists, who: Bearer) -> frozenset[str] | None:
    """The lists whose entries a token may see; None means all."""
    if who.visitor.may(Act.SEE) or not any(key.startswith(OWN) for key in found.editions):
        return None
    return frozenset(key for key in found.editions if not key.startswith(OWN))


def scope_of(found: Lists, who: Bearer, dataset: str) -> frozenset[str] | None:
    """The lists of a dataset that a token may see; None means all there are.

    Raises:
        Fault: there is no such dataset, or none for this token: the answer is the same.
    """
    seen = visible(found, who)
    if dataset == ALL:
        return seen
    if dataset not in (found.editions if seen is None else seen):
        raise no_dataset()
    return frozenset({dataset})


def named_in(asked: Asked, name: str, found: Lists) -> frozenset[str]:
    """The lists that a part of the query names, ``default`` among them.

    Raises:
        Fault: a list is not there, or not for this token. To pass over it would look as if nobody
            were found on it.
    """
    seen = visible(found, asked.bearer)
    named = asked.texts(name)
    if not named <= {ALL, *(found.editions if seen is None else seen)}:
        raise no_dataset(f"query {name}")
    return named


def _sources(asked: Asked, found: Lists) -> frozenset[str] | None:
    dataset = asked.found["dataset"]
    scope = scope_of(found, asked.bearer, dataset)
    only, without = named_in(asked, "include_dataset", found), asked.texts("exclude_dataset")
    if ALL in only:
        scope = visible(found, asked.bearer)
    elif only:  # clients of yente name the first of several lists in the path, the others here
        scope = (only | {dataset}) - {ALL}
    if not without:
        return scope
    return (frozenset(found.editions) if scope is None else scope) - without
