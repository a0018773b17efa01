"""nomenklatura's logic-v2, the matcher of yente and OpenSanctions, with nomenklatura's own index.

yente finds candidates with Elasticsearch, which cannot run in here; this is the index of the same
authors for matching in bulk. It drops words that are too frequent for a whole batch, so applicants
are asked in batches that are not large.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching.logic_v2.model import LogicV2

from peers.peer import Hit, Key, Verdict, best
from tamiz.matching import Subject
from tamiz.model import NameKind, PartialDate, PartyType, SourceRecord

THRESHOLD = 0.7  # yente's documented default for a match (threshold=0.70)
CANDIDATES = 50  # are scored for each applicant: yente's own figure for five results
BATCH = 100  # applicants at once: a look-up in the index takes 0.4 s however few there are

_SCHEMA = {
    PartyType.PERSON: "Person",
    PartyType.ORGANISATION: "Company",
    PartyType.VESSEL: "Vessel",
    PartyType.AIRCRAFT: "Airplane",
    PartyType.UNKNOWN: "LegalEntity",
}
_PROPERTY = {NameKind.PRIMARY: "name", NameKind.SCRIPT: "name", NameKind.WEAK: "weakAlias"}
_DATASET = Dataset.make({"name": "bench", "title": "Benchmark"})
_CONFIG = LogicV2.default_config()
_IDS = count()  # logic-v2 remembers the names of an entity by its id: none may come twice


class Nomenklatura:
    """logic-v2 over the candidates of nomenklatura's index."""

    name = "nomenklatura logic-v2"
    threshold = THRESHOLD

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._index: Any = None
        self.listed: dict[str, tuple[Key, Any]] = {}

    def score_pair(self, left: Subject, right: Subject) -> Verdict:
        """The score of two entities made of the claims."""
        score = compare(entity(left), entity(right))
        return Verdict(score, score >= THRESHOLD)

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """Make entities of the parties and index them."""
        self.close()
        self._folder = TemporaryDirectory()
        for party in parties:
            made = entity(party)
            self.listed[made.id] = ((party.source, party.id), made)
        view = SimpleNamespace(scope=_DATASET, entities=self._entities)
        self._index = Index(view, Path(self._folder.name), {"max_candidates": CANDIDATES})
        self._index.build()

    def _entities(self, **_: object) -> Iterator[Any]:
        return (made for _, made in self.listed.values())

    def search(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        """Candidates of a batch, then each of them scored."""
        found: list[list[Hit]] = []
        for start in range(0, len(subjects), BATCH):
            found += self._batch(subjects[start : start + BATCH], limit)
        return found

    def _batch(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        asked = {made.id: made for made in map(entity, subjects)}
        found: list[list[Hit]] = []
        for name, candidates in self.candidates(asked).items():
            scored = (self._hit(asked[name], other) for other in candidates)
            found.append(best([hit for hit in scored if hit.score >= THRESHOLD], limit))
        return found

    def candidates(self, asked: dict[str, Any]) -> dict[str, list[str]]:
        """For each applicant's id those of the parties to be scored, in the order of ``asked``."""
        found: dict[str, list[str]] = {name: [] for name in asked}
        for name, others in self._index.match_entities(asked.values()):
            found[name.id] = [other.id for other, _ in others]
        return found

    def _hit(self, asked: Any, listed: str) -> Hit:  # noqa: ANN401 - an untyped library's entity
        key, made = self.listed[listed]
        return Hit(key, compare(asked, made))

    def close(self) -> None:
        """Close the index and remove it."""
        if self._index is not None and self._folder is not None:
            self._index.close()
            self._folder.cleanup()
        self._folder, self._index, self.listed = None, None, {}


def engine() -> Nomenklatura:
    """This peer."""
    return Nomenklatura()


def compare(query: Any, result: Any) -> float:  # noqa: ANN401 - an untyped library's entities
    """The score of logic-v2 as it comes, with its own settings."""
    return float(LogicV2.compare(query, result, _CONFIG).score)


def entity(claims: Subject | SourceRecord) -> Any:  # noqa: ANN401
    """A FollowTheMoney entity with the names, birth dates and nationalities."""
    data = {"id": f"bench-{next(_IDS)}", "schema": _SCHEMA[claims.type], "properties": {}}
    made = StatementEntity(_DATASET, data)
    for one in claims.names:
        made.add(_PROPERTY.get(one.kind, "alias"), one.text)
    if claims.type is PartyType.PERSON:
        made.add("birthDate", [text for date in claims.birth_dates for text in dates(date)])
        made.add("nationality", [one.country for one in claims.nationalities if one.country])
    return made


def dates(date: PartialDate) -> Iterator[str]:
    """The date as FollowTheMoney writes it; every year of a range, the year of "about"."""
    if date.until is not None:
        yield from (f"{year:04d}" for year in range(date.year, date.until + 1))
    elif date.circa:
        yield f"{date.year:04d}"
    else:
        yield date.text()
