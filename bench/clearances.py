"""Do cleared pairs stay quiet while nothing matters changes, and come back when something does?

Every pair is cleared, then looked at each day of a year while its list is written anew each day:
values in another order, in capitals, without accents, family name first, with other remarks. Then
one material change is put into each, on either side, in every field. Prints one table.

    python bench/clearances.py [--pairs 1000] [--days 365]
"""

import argparse
import random
import string
import unicodedata
from collections import Counter
from datetime import date, timedelta

from msgspec.structs import replace

from tamiz.casework import Clearance, Fields, Side, applicant_fields, listed_fields, still_holds
from tamiz.casework.fields import MATERIAL
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    NameKind,
    Nationality,
    PartialDate,
    PartyType,
    Place,
    Sex,
    SourceRecord,
)

SEED = 11
START = date(2026, 1, 1)
SYLLABLES = ("lé", "na", "ró", "vik", "ma", "ñu", "tor", "és", "ki", "бо", "гда", "рій", "тé")


def word(rng: random.Random) -> str:
    """An invented word; marks on Latin letters among its signs."""
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize()


def number(rng: random.Random) -> str:
    """An invented number of a document."""
    return "".join(rng.choices(string.ascii_uppercase, k=2) + rng.choices(string.digits, k=7))


def claim(rng: random.Random) -> IdentityClaim:
    """An invented person."""
    return IdentityClaim(
        names=tuple(
            Name(text=f"{word(rng)} {word(rng)} {word(rng)}") for _ in range(rng.randint(1, 4))
        ),
        birth_dates=(PartialDate(year=rng.randint(1950, 2005), month=rng.randint(1, 12)),),
        birth_places=(Place(text=word(rng)),),
        sex=rng.choice([Sex.MALE, Sex.FEMALE]),
        nationalities=(Nationality(country=rng.choice(["CO", "UA", "ES"])),),
        identifiers=(Identifier(kind=IdentifierKind.PASSPORT, number=number(rng)),),
    )


def contacts(rng: random.Random) -> tuple[Contact, ...]:
    """An invented phone and e-mail."""
    phone = "+57 " + "".join(rng.choices(string.digits, k=9))
    mail = f"{number(rng).lower()}@example.org"
    return Contact(kind=ContactKind.PHONE, value=phone), Contact(kind=ContactKind.EMAIL, value=mail)


def record(rng: random.Random) -> SourceRecord:
    """An invented listed party."""
    person = claim(rng)
    return SourceRecord(
        source="bench", id=number(rng), type=PartyType.PERSON, names=person.names,
        birth_dates=person.birth_dates, birth_places=person.birth_places, sex=person.sex,
        nationalities=person.nationalities, identifiers=person.identifiers, contacts=contacts(rng),
        addresses=(Address(text=f"Calle {rng.randint(1, 99)}, {word(rng)}"),),
    )  # fmt: skip


def dossier(rng: random.Random) -> Dossier:
    """An invented applicant."""
    return Dossier(
        id=number(rng), identity=claim(rng), contacts=contacts(rng),
        addresses=(Address(text=f"Calle {rng.randint(1, 99)}, {word(rng)}"),),
    )  # fmt: skip


def bare(text: str) -> str:
    """The text without accents on its Latin letters."""
    out = []
    for sign in text:
        first = unicodedata.normalize("NFD", sign)[0]
        out.append(first if first.isascii() else sign)
    return "".join(out)


def written_anew(one: SourceRecord, rng: random.Random) -> SourceRecord:
    """The same party as another edition writes it."""
    names = [
        replace(name, text=_respelt(name.text, rng), kind=rng.choice(list(NameKind)))
        for name in one.names
    ]
    rng.shuffle(names)
    numbers = tuple(
        replace(n, number="-".join((n.number[:2], n.number[2:])).lower()) for n in one.identifiers
    )
    return replace(
        one, names=tuple(names), identifiers=numbers, raw=word(rng), url=word(rng),
        addresses=tuple(replace(a, text=a.text.upper().replace(",", " ")) for a in one.addresses),
        contacts=tuple(reversed(one.contacts)), programmes=(word(rng),),
    )  # fmt: skip


def _respelt(text: str, rng: random.Random) -> str:
    how = rng.randrange(4)
    if how == 0:
        return text.upper()
    if how == 1:
        return bare(text)
    first, *rest = text.split()
    return f"{' '.join(rest)}, {first}" if how == 2 else text.replace(" ", "  ")


def cleared(mine: Fields, theirs: Fields) -> Clearance:
    """The pair, cleared on the first day for two years."""
    return Clearance(
        id="K", applicant="P", check="watchlist_person", parties=frozenset({"bench/1"}),
        applicant_fields=mine, listed_fields=theirs, reason="bench", actor="bench", day=START,
        until=START + timedelta(days=730), case="C",
    )  # fmt: skip


def changed(fields: Fields, name: str, rng: random.Random) -> Fields:
    """The fields with one new value in one of them, or, where that matters, one taken away."""
    values: tuple[str, ...] = getattr(fields, name)
    gone = next(one.removed for one in MATERIAL if one.name == name)
    now = values[1:] if gone and values and rng.random() < 0.5 else (*values, word(rng).casefold())
    return replace(fields, **{name: now})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--days", type=int, default=365)
    told, rng = parser.parse_args(), random.Random(SEED)
    repeats, missed, misnamed = 0, Counter[str](), 0
    tried = Counter[str]()
    for _ in range(told.pairs):
        mine, listed = applicant_fields(dossier(rng)), record(rng)
        theirs = listed_fields([listed])
        clearance = cleared(mine, theirs)
        for day in range(1, told.days + 1):
            now = listed_fields([written_anew(listed, rng)])
            today = START + timedelta(days=day)
            repeats += not still_holds(clearance, mine, now, today=today).holds
        field, side = rng.choice(MATERIAL).name, rng.choice(list(Side))
        if side is Side.LISTED:
            theirs = changed(theirs, field, rng)
        else:
            mine = changed(mine, field, rng)
        holding = still_holds(clearance, mine, theirs, today=START)
        tried[field] += 1
        missed[field] += holding.holds
        misnamed += [(one.field, one.side) for one in holding.changes] != [(field, side)]
    print(f"pairs: {told.pairs}, days: {told.days}, seed {SEED}\n")
    print(f"looked at again without a material change: {told.pairs * told.days:,}")
    print(f"  of these alerted on again: {repeats}")
    print(f"material changes put in, one a pair: {sum(tried.values())}")
    print(f"  missed: {sum(missed.values())}, named wrongly: {misnamed}")
    print("  by field: " + ", ".join(f"{name} {count}" for name, count in sorted(tried.items())))


if __name__ == "__main__":
    main()
