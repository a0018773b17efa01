"""Which tactics there are, and how many people use each."""

from collections.abc import Callable

from msgspec import Struct

from redteam.tactics.identities import (
    alias_or_code_name,
    altered_date,
    borrowed_identity,
    false_nationality,
    second_application,
    transliteration,
)
from redteam.tactics.scene import Scene
from redteam.tactics.stories import blank_run, copied_letter, cover_story
from redteam.tactics.ties import (
    front_company,
    handler_phone,
    listed_booking,
    listed_referee,
    refused_relative,
    shared_payment,
    sleeper,
)
from redteam.world import Draft


class Tactic(Struct, frozen=True):
    """A tactic, its share of sixty people, and how many it needs at least to be one."""

    plant: Callable[[Scene, int], list[Draft]]
    of_sixty: int
    least: int = 1


TACTICS = {
    "false_nationality": Tactic(false_nationality, 4),
    "borrowed_identity": Tactic(borrowed_identity, 4),
    "altered_date": Tactic(altered_date, 4),
    "alias_or_code_name": Tactic(alias_or_code_name, 4),
    "transliteration": Tactic(transliteration, 4),
    "second_application": Tactic(second_application, 5),
    "front_company": Tactic(front_company, 7, 3),
    "handler_phone": Tactic(handler_phone, 4, 3),
    "blank_run": Tactic(blank_run, 4, 3),
    "copied_letter": Tactic(copied_letter, 4, 3),
    "cover_story": Tactic(cover_story, 5),
    "sleeper": Tactic(sleeper, 3),
    "shared_payment": Tactic(shared_payment, 2),
    "refused_relative": Tactic(refused_relative, 2),
    "listed_booking": Tactic(listed_booking, 2, 2),
    "listed_referee": Tactic(listed_referee, 2),
}


def plant(scene: Scene, infiltrators: int) -> list[Draft]:
    """So many infiltrators, or as many more as the least of every tactic needs."""
    drafts: list[Draft] = []
    for count, tactic in zip(_counts(infiltrators), TACTICS.values(), strict=True):
        drafts += tactic.plant(scene, count)
    return drafts


def _counts(infiltrators: int) -> list[int]:
    """Shares of sixty, rounded so that they sum up; none below what the tactic needs."""
    counts, due = [], 0.0
    for tactic in TACTICS.values():
        due += tactic.of_sixty * infiltrators / 60
        count = max(round(due), 0)
        counts.append(max(count, tactic.least))
        due -= count
    return counts
