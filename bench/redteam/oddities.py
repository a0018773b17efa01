"""What honest people and clerks get wrong: typing errors, swapped dates, calendars, married names."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from redteam.application import Desk
from redteam.folk import draw_surname, folk
from redteam.world import Draft

HIJRI, BUDDHIST = frozenset({"ir", "af"}), frozenset({"th"})
CALENDAR, SWAPPED, TYPED, MARRIED = 0.03, 0.003, 0.015, 0.08


def with_oddities(desk: Desk, draft: Draft) -> Draft:
    """The application with what happened on the way into the table."""
    rng = desk.world.rng
    for share, change in CHANGES:
        if rng.random() < share:
            change(desk, draft)
    return draft


def _calendar(desk: Desk, draft: Draft) -> None:
    """A year of another calendar, converted one off in the form, right in the passport."""
    where, born = draft.person.country.code, draft.person.born
    if where not in HIJRI | BUDDHIST:
        return
    wrong = born.replace(year=born.year + desk.world.rng.choice((-1, 1)), day=min(born.day, 28))
    if where in HIJRI and desk.world.rng.random() < 0.5:
        wrong = born + timedelta(days=1)
    draft.row["birth_date"] = wrong.isoformat()
    draft.control = draft.control or "calendar"


def _swapped(_: Desk, draft: Draft) -> None:
    born = draft.person.born
    if born.day <= 12 and born.day != born.month:
        draft.row["birth_date"] = date(born.year, born.day, born.month).isoformat()
        draft.control = draft.control or "swapped_date"


def _typed(desk: Desk, draft: Draft) -> None:
    """A letter of a name left out, doubled, or changed for its neighbour."""
    column = next((c for c in ("family_names", "name", "paternal_surname") if draft.row[c]), "")
    if column:
        draft.row[column] = mistyped(desk.world.rng, draft.row[column])
        draft.control = draft.control or "typing_error"


def mistyped(rng: Random, text: str) -> str:
    """One typing error, not in the first letter."""
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text) - 1)
    ways = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    )
    return rng.choice(ways)


def _married(desk: Desk, draft: Draft) -> None:
    """A woman's passport still has the name she was born with."""
    one = draft.person
    if (
        one.sex != "F"
        or one.shape in {"two_surnames", "maternal_first"}
        or not draft.row["family_names"]
    ):
        return
    draft.row["doc_name"] = f"{one.family_names()}, {one.given_names()}"
    of = folk(one.country.people)
    draft.row["family_names"] = draw_surname(desk.world.rng, of, woman=True).latin
    draft.row["name_original"] = ""
    draft.control = draft.control or "married_name"


CHANGES: tuple[tuple[float, Callable[[Desk, Draft], None]], ...] = (
    (CALENDAR, _calendar), (SWAPPED, _swapped), (TYPED, _typed), (MARRIED, _married),
)  # fmt: skip
