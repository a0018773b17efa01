"""logic-v2 with more candidates: those of nomenklatura's index and the nearest by edit distance.

yente asks Elasticsearch, whose query forgives misspelt words, and so scores parties that
nomenklatura's index never names. With these candidates beside its own, logic-v2 shows what it
can find and whom it alerts on when nearly nothing is lost before it is asked.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from peers.nomenklatura_peer import CANDIDATES, Nomenklatura
from peers.rapidfuzz_peer import folded
from tamiz.model import SourceRecord


class FuzzyNomenklatura(Nomenklatura):
    """Candidates by the index, and as many again by their letters, words in any order."""

    name = "logic-v2, fuzzy candidates"

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, tuple[list[str], list[str]]] = {}  # by schema: names, their parties

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """Index as nomenklatura does, and fold all names once."""
        super().index(parties)
        self._names = {}
        for name, (_, made) in self.listed.items():
            names, owners = self._names.setdefault(made.schema.name, ([], []))
            spelt = dict.fromkeys(map(folded, made.names))
            names.extend(spelt)
            owners.extend([name] * len(spelt))

    def candidates(self, asked: dict[str, Any]) -> dict[str, list[str]]:
        """Both kinds, each party once."""
        found = super().candidates(asked)
        return {
            name: list(dict.fromkeys([*others, *self._nearest(asked[name])]))
            for name, others in found.items()
        }

    def _nearest(self, asked: Any) -> list[str]:  # noqa: ANN401 - an untyped library's entity
        names, owners = self._names.get(asked.schema.name, ([], []))
        spelt = [folded(name) for name in asked.names]
        if not names or not spelt:
            return []
        ratios = process.cdist(spelt, names, scorer=fuzz.token_sort_ratio).max(axis=0)
        return [owners[at] for at in np.argsort(-ratios, kind="stable")[:CANDIDATES].tolist()]


def engine() -> FuzzyNomenklatura:
    """This peer."""
    return FuzzyNomenklatura()
