"""What every tactic needs: an applicant like any other, a man refused before, a listed man."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from redteam.application import SENSITIVE, Desk
from redteam.earlier import mark
from redteam.folk import country
from redteam.people import invent
from redteam.watchlist import Listed
from redteam.world import Cause, Draft, World
from tamiz.demo.persons import Person

ONE_COURSE = 0.75  # of infiltrators ask for the one course; so does a quarter of the honest


class Scene(Struct, frozen=True, kw_only=True):
    """The world and the desks at which people apply now and applied before."""

    world: World
    now: Desk
    before: Desk
    listed: Listed

    def man(self, *codes: str) -> Person:
        """A man of one of these States."""
        return invent(self.world, country(self.world.rng.choice(codes)), man=True)

    def applies(self, one: Person, tactic: str, *causes: Cause, **told: str) -> Draft:
        """An application like an honest one, but for what is told."""
        if "course" not in told and self.world.rng.random() < ONE_COURSE:
            told["course"] = SENSITIVE
        draft = self.now.draft(one, **told)
        draft.tactic, draft.causes = tactic, causes
        return draft

    def refused(self, one: Person, **told: str) -> Draft:
        """An application of a year or two ago that was refused for a grave reason."""
        draft = self.before.draft(one, **told)
        draft.row["birth_date"] = one.born.isoformat()
        draft.tactic = "refused_before"
        self.world.earlier.append(mark(self.world.rng, draft, "refused", grave=True))
        return draft


def of_state(scene: Scene, one: Person, code: str) -> Person:
    """The same names and birth date with another State's passport, phone and town."""
    other = scene.man(code)
    return replace(
        one, country=other.country, city=other.city, phone=other.phone, passport=other.passport
    )


def rewritten_phone(scene: Scene, phone: str) -> str:
    """The same number as another person would write it."""
    digits = "".join(c for c in phone if c.isdigit())
    return scene.world.rng.choice(
        (f"+{digits}", f"00{digits}", f"+{digits[:3]}-{digits[3:6]}-{digits[6:]}")
    )


class Way(Struct, frozen=True):
    """One way to use a tactic: what it plants, and for how many people at once."""

    plant: Callable[[Scene], list[Draft]]
    people: int = 1


def played(scene: Scene, count: int, ways: dict[str, Way]) -> list[Draft]:
    """So many people, their ways drawn like cards: each comes once before any comes again.

    A way for more people than are left is passed over, unless every way is; then there are more
    people. The name of the way becomes the note.
    """
    drafts: list[Draft] = []
    deck: list[str] = []
    fewest = min(way.people for way in ways.values())
    while len(drafts) < count:
        deck = deck or scene.world.rng.sample(list(ways), len(ways))
        name = deck.pop()
        if ways[name].people > max(count - len(drafts), fewest):
            continue
        for one in ways[name].plant(scene):
            one.note = name
            drafts.append(one)
    return drafts


def partners(drafts: list[Draft]) -> list[Draft]:
    """Each of a group may be given away by any other of it."""
    for one in drafts:
        value = one.causes[0]
        others = (Cause(value.field, value.value, two.key) for two in drafts if two is not one)
        one.causes = (*one.causes, *others)
    return drafts
