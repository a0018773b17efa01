"""The ties of a cohort, opened: what workers ask, with answers kept for a while."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from tamiz.links.graph.companies import CompanyProfile, is_providers, profile_of
from tamiz.links.graph.forms import Forms
from tamiz.links.graph.groups import read_groups
from tamiz.links.graph.houses import house_of
from tamiz.links.graph.letters import Letters
from tamiz.links.graph.listed_names import read_kinds
from tamiz.links.graph.near_words import NearWords
from tamiz.links.graph.neighbours import Neighbour, neighbours_of
from tamiz.links.graph.roster import Roster
from tamiz.links.graph.same import SURE, SamePersons
from tamiz.links.graph.seats import Seats
from tamiz.links.graph.table import TieTable
from tamiz.links.graph.values import Value
from tamiz.links.graph.words import NamePairs, read_shares
from tamiz.model.closing import Closing

_K = TypeVar("_K")
_V = TypeVar("_V")

KEPT = 4_000  # answers of each kind that a process keeps: neighbours ask about each other


class CohortGraph(Closing):
    """The applicants of a cohort with those of earlier ones, and what they have in common."""

    def __init__(self, folder: Path) -> None:
        """Open what ``CohortGraphWriter`` left in a folder."""
        self.roster = Roster(folder / "roster")
        self.table = TieTable(folder / "ties")
        self.letters = Letters(folder / "letters")
        self.seats = Seats(folder / "seats")
        self.words = read_shares(folder / "words")
        self.name_pairs = NamePairs(folder / "words")
        self.near_words = NearWords(folder / "words-near")
        self.name_groups = read_groups(folder / "words-groups")
        self.listed_kinds = read_kinds(folder / "words-listed")
        self.forms = Forms(folder / "forms")
        self.same = SamePersons(folder / "same")
        self._neighbours = lru_cache(KEPT)(
            lambda number, but: neighbours_of(
                self.roster, self.table, self.letters, self.name_groups, number, but
            )
        )
        self._profiles: dict[str, CompanyProfile] = {}
        self._houses: dict[str, CompanyProfile | None] = {}
        self._answers: dict[str, dict[int, Any]] = {}

    def neighbours(self, number: int, but: frozenset[int] = frozenset()) -> tuple[Neighbour, ...]:
        """Those who are tied to an applicant, the strongest tie first, without those in ``but``."""
        return self._neighbours(number, but)

    def profile(self, company: Value) -> CompanyProfile:
        """What all who name a company tell of it together."""
        return _kept(
            self._profiles, company.node, lambda: profile_of(self.roster, self.table, company)
        )

    def profile_of_house(self, company: Value) -> CompanyProfile | None:
        """The same of all companies of its house together; None where it stands alone."""

        def find() -> CompanyProfile | None:
            house = house_of(self.roster, self.table, company)
            return profile_of(self.roster, self.table, company, house) if house else None

        return _kept(self._houses, f"{company.role} {company.node}", find)

    def is_providers(self, value: Value) -> bool:
        """Whether a value is a web domain of so many companies that it tells of none of them."""
        return is_providers(self.table, value)

    def once(self, question: str, number: int, find: Callable[[], _V]) -> _V:
        """What several checks ask about an applicant, found once: whom they are on lists, say."""
        answer: _V = _kept(self._answers.setdefault(question, {}), number, find)
        return answer

    def is_same(self, number: int, other: int) -> bool:
        """Whether two applications are one person's."""
        return any(one.number == other and one.probability >= SURE for one in self.same.of(number))

    def close(self) -> None:
        """Close the roster."""
        self.roster.close()


def _kept(answers: dict[_K, _V], key: _K, find: Callable[[], _V]) -> _V:
    """The answer to a question, found once."""
    if key not in answers:
        if len(answers) >= KEPT:
            answers.clear()
        answers[key] = find()
    return answers[key]
