"""What a team writes in an afternoon: RapidFuzz's token set ratio and a rule on the birth year.

Names are folded to lower-case Latin letters first (``anyascii``), as such scripts mostly do.
"""

from collections.abc import Sequence

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process, utils

from peers.peer import Hit, Key, Verdict, best
from tamiz.matching import Subject
from tamiz.model import PartialDate, PartyType, SourceRecord

# RapidFuzz names no threshold. Guides to screening with it give 80 to 90; 85 stands most often.
THRESHOLD = 85.0
YEARS_APART = 1


class RapidFuzzPeer:
    """Every name against every name of a party of that type."""

    name = "rapidfuzz token set"
    threshold = THRESHOLD / 100

    def __init__(self) -> None:
        self._names: dict[PartyType, list[str]] = {}
        self._owners: dict[PartyType, list[SourceRecord]] = {}

    def score_pair(self, left: Subject, right: Subject) -> Verdict:
        """The best ratio of any two names; parties born in other years do not agree."""
        ratio = max(
            (
                fuzz.token_set_ratio(folded(here.text), folded(there.text))
                for here in left.names
                for there in right.names
            ),
            default=0.0,
        )
        fits = years_fit(left.birth_dates, right.birth_dates)
        return Verdict(ratio / 100, ratio >= THRESHOLD and fits)

    def index(self, parties: Sequence[SourceRecord]) -> None:
        """Fold all names once."""
        self._names, self._owners = {}, {}
        for party in parties:
            names = dict.fromkeys(folded(name.text) for name in party.names)
            self._names.setdefault(party.type, []).extend(names)
            self._owners.setdefault(party.type, []).extend([party] * len(names))

    def search(self, subjects: Sequence[Subject], limit: int) -> list[list[Hit]]:
        """Compare with every name."""
        return [best(self._hits(subject), limit) for subject in subjects]

    def _hits(self, subject: Subject) -> list[Hit]:
        hits: list[Hit] = []
        for name in subject.names:
            listed = self._names.get(subject.type, [])
            ratios = process.cdist(
                [folded(name.text)], listed, scorer=fuzz.token_set_ratio, score_cutoff=THRESHOLD
            )[0]
            for at in np.flatnonzero(ratios).tolist():
                party = self._owners[subject.type][at]
                if years_fit(subject.birth_dates, party.birth_dates):
                    hits.append(Hit(key(party), float(ratios[at]) / 100))
        return hits

    def close(self) -> None:
        """Let the names go."""
        self._names, self._owners = {}, {}


def engine() -> RapidFuzzPeer:
    """This peer."""
    return RapidFuzzPeer()


def key(party: SourceRecord) -> Key:
    """What names a party."""
    return party.source, party.id


def folded(text: str) -> str:
    """Lower-case Latin letters and digits, all else a space."""
    return utils.default_process(anyascii(text))


def years_fit(here: tuple[PartialDate, ...], there: tuple[PartialDate, ...]) -> bool:
    """Whether any two birth years are at most one apart; an unknown one always fits."""
    if not here or not there:
        return True
    return any(
        one.year <= (other.until or other.year) + YEARS_APART
        and other.year <= (one.until or one.year) + YEARS_APART
        for one in here
        for other in there
    )
