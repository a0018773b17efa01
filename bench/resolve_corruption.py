"""What happens to a person's data between two applications: the errors of the synthetic set.

Each share is that of the copies it befalls, where it can befall them at all. They follow the
measurement of the peers that the project's goals are taken from; where that gives none
(birth dates, cities) they are our own.
"""

from random import Random

from resolve_letters import OTHERS, without_accents
from resolve_persons import Person, a_city, a_number, a_phone, an_email, in_own_letters

TYPO = 0.25  # per name part (given names, each surname): one edit
DROPPED, SWAPPED = 0.25, 0.08  # the second surname of who has two
CYRILLIC = 0.20  # of Ukrainian copies
OTHER_SPELLING = 0.60  # of the Latin ones: another romanisation than KMU 2010
NO_ACCENTS = 0.50
BORN_SWAPPED, BORN_YEAR, BORN_DECADE, BORN_MISSING = 0.10, 0.10, 0.06, 0.12
OTHER_DOCUMENT, OTHER_PHONE, OTHER_EMAIL, OTHER_CITY = 0.45, 0.60, 0.60, 0.30
SHORTEST = 3  # letters of a name part in which an edit leaves something to know it by
MONTHS = 12
_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абвгдежзиіклмнопрстуфхцчшюя"


def corrupt(rng: Random, person: Person) -> Person:
    """The same person, as another application has them."""
    given, family = _spelt(rng, person)
    family = _surnames(rng, family)
    if rng.random() < NO_ACCENTS:
        given, family = _plain(given), tuple(map(_plain, family))
    group = person.group
    return Person(
        group=group,
        given=_mistyped(rng, given),
        family=tuple(_mistyped(rng, surname) for surname in family),
        own=person.own,
        born=_born(rng, person.born),
        city=_city(rng, person, own=is_cyrillic(given)),
        number=a_number(rng, group) if rng.random() < OTHER_DOCUMENT else person.number,
        phone=a_phone(rng, group) if rng.random() < OTHER_PHONE else person.phone,
        email=_email(rng, person),
    )


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return any("\u0400" <= char <= "\u04ff" for char in text)


def edited(rng: Random, text: str) -> str:
    """One letter replaced, left out, put in, or exchanged with the next; the first one stays."""
    if len(text) < SHORTEST:
        return text
    at = 1 + int(rng.random() * (len(text) - 1))
    letters = _CYRILLIC if is_cyrillic(text) else _LATIN
    letter = letters[int(rng.random() * len(letters))]
    match int(rng.random() * 4):
        case 0:
            return text[:at] + letter + text[at + 1 :]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + letter + text[at:]
        case _:
            return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]


def _mistyped(rng: Random, text: str) -> str:
    return edited(rng, text) if rng.random() < TYPO else text


def _plain(text: str) -> str:
    return text if text.isascii() or is_cyrillic(text) else without_accents(text)


def _spelt(rng: Random, person: Person) -> tuple[str, tuple[str, ...]]:
    """The name in the letters of this application: only Ukrainians have a choice."""
    given, family = person.own
    if not given:
        return person.given, person.family
    if rng.random() < CYRILLIC:
        return given, (family,)
    if rng.random() >= OTHER_SPELLING:
        return person.given, person.family
    spell = OTHERS[int(rng.random() * len(OTHERS))]
    return spell(given), (spell(family),)


def _surnames(rng: Random, family: tuple[str, ...]) -> tuple[str, ...]:
    if len(family) == 1:
        return family
    drawn = rng.random()
    if drawn < DROPPED:
        return family[:1]
    return family[::-1] if drawn < DROPPED + SWAPPED else family


def _born(rng: Random, born: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
    if born is None or (drawn := rng.random()) < BORN_MISSING:
        return None
    (year, month, day), step = born, 1 if rng.random() < 0.5 else -1
    drawn -= BORN_MISSING
    if drawn < BORN_SWAPPED:
        return (year, day, month) if day <= MONTHS else born
    drawn -= BORN_SWAPPED
    if drawn < BORN_YEAR:
        return _existing(year + step, month, day)
    return _existing(year + 10 * step, month, day) if drawn < BORN_YEAR + BORN_DECADE else born


def _existing(year: int, month: int, day: int) -> tuple[int, int, int]:
    """29 February is the 28th in other years."""
    return (year, month, 28) if (month, day) == (2, 29) else (year, month, day)


def _city(rng: Random, person: Person, *, own: bool) -> str:
    if rng.random() < OTHER_CITY:
        return a_city(rng, person.group, own=own)
    return in_own_letters(person.group, person.city) if own else person.city


def _email(rng: Random, person: Person) -> str:
    if rng.random() >= OTHER_EMAIL:
        return person.email
    return an_email(rng, person.given, person.family[-1])
