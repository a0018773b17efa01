"""Which tactics there are, and how many people use each."""

from collections.abc import Callable

from msgspec import Struct

from redteam.tactics.again import second_application
from redteam.tactics.aliases import alias_or_code_name
from redteam.tactics.blanks import blank_run
from redteam.tactics.borrowed import borrowed_identity
from redteam.tactics.dates import altered_date
from redteam.tactics.forged import forged_paper
from redteam.tactics.fronts import front_company
from redteam.tactics.nationality import false_nationality
from redteam.tactics.romanised import transliteration
from redteam.tactics.scene import Scene
from redteam.tactics.sleepers import sleeper
from redteam.tactics.stories import copied_letter, cover_story
from redteam.tactics.ties import (
    handler_phone,
    listed_booking,
    listed_referee,
    refused_relative,
    shared_payment,
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
    "alias_or_code_name": Tactic(alias_or_code_name, 5),
    "transliteration": Tactic(transliteration, 4),
    "second_application": Tactic(second_application, 4),
    "front_company": Tactic(front_company, 7),
    "handler_phone": Tactic(handler_phone, 4),
    "blank_run": Tactic(blank_run, 3, 3),
    "copied_letter": Tactic(copied_letter, 4, 2),
    "cover_story": Tactic(cover_story, 5),
    "sleeper": Tactic(sleeper, 3),
    "shared_payment": Tactic(shared_payment, 3),
    "refused_relative": Tactic(refused_relative, 1),
    "listed_booking": Tactic(listed_booking, 2, 2),
    "listed_referee": Tactic(listed_referee, 1),
    "forged_paper": Tactic(forged_paper, 2),
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
