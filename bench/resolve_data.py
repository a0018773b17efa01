"""A million applications of which it is known who filed which: the synthetic set of resolution.

Usage: python bench/resolve_data.py [--rows 100000] [--seed 1] [--show 20]

22 % of the applications are second, third … ones of a person, with the errors of
``resolve_corruption``. Rows come in random order. Only the two columns of numbers that say who
filed which are held in memory: each row draws its person anew from the person's own seed.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random
from time import process_time

import numpy as np
from msgspec import Struct

from resolve_corruption import corrupt, is_cyrillic
from resolve_names import source
from resolve_persons import PATTERNS, Person, invent
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    IdentityClaim,
    IdentityEvidence,
    Name,
    NamePart,
    Nationality,
    PartialDate,
    Role,
)

SEED = 20_261_126
COPIES = 0.22  # of the rows
CYRILLIC = "UA Cyrillic"  # the group of a Ukrainian's row in Ukrainian letters


class Record(Struct, frozen=True):
    """An application, the number of the person who filed it, and the group of its errors."""

    dossier: Dossier
    person: int
    group: str


class Row(Struct, frozen=True):
    """The columns that peers read; empty where the application says nothing. ``dob`` is ISO."""

    id: str
    person: int
    group: str
    given: str
    family: str
    dob: str
    nat: str
    city: str
    doc: str
    phone: str
    email: str


def records(n: int, seed: int = SEED) -> Iterator[Record]:
    """``n`` applications, the same for the same seed and source of names."""
    copies = round(n * COPIES)
    rng = np.random.default_rng(seed)
    persons = np.concatenate([np.arange(n - copies), rng.integers(0, n - copies, copies)])
    draw = Random()
    for at, row in enumerate(rng.permutation(n).tolist()):
        person = int(persons[row])
        draw.seed((seed << 40) + person)
        one = invent(draw)
        if row >= n - copies:
            draw.seed((seed << 40) + (1 << 39) + row)
            one = corrupt(draw, one)
        group = CYRILLIC if one.group == "UA" and is_cyrillic(one.given) else one.group
        yield Record(_dossier(f"S{at:07d}", one), person, group)


def as_rows(found: Iterable[Record]) -> Iterator[Row]:
    """The same applications as plain columns."""
    for record in found:
        claim, dossier = record.dossier.identity, record.dossier
        name = claim.names[0] if claim.names else Name(text="")
        contacts = {contact.kind: contact.value for contact in reversed(dossier.contacts)}
        yield Row(
            id=dossier.id,
            person=record.person,
            group=record.group,
            given=_part(name, Role.GIVEN),
            family=_part(name, Role.FAMILY),
            dob=claim.birth_dates[0].text() if claim.birth_dates else "",
            nat=claim.nationalities[0].text if claim.nationalities else "",
            city=dossier.addresses[0].text if dossier.addresses else "",
            doc=_number(dossier),
            phone=contacts.get(ContactKind.PHONE, ""),
            email=contacts.get(ContactKind.EMAIL, ""),
        )


def _number(dossier: Dossier) -> str:
    numbers = [document.number for document in dossier.documents]
    return next(iter((*numbers, *(each.number for each in dossier.identity.identifiers))), "")


def _part(name: Name, role: Role) -> str:
    return " ".join(part.text for part in name.parts if part.role is role)


def _dossier(number: str, person: Person) -> Dossier:
    family = " ".join(person.family)
    country = person.group.lower()
    pattern = PATTERNS[person.group]
    parts = (NamePart(Role.GIVEN, person.given), NamePart(Role.FAMILY, family))
    return Dossier(
        id=number,
        identity=IdentityClaim(
            names=(Name(text=f"{person.given} {family}", parts=parts, field="name"),),
            birth_dates=() if person.born is None else (_date(*person.born),),
            nationalities=(Nationality(country=country, text=person.group, field="nationality"),),
        ),
        documents=(
            IdentityEvidence(
                code=pattern.code,
                number=person.number,
                issuing_state=country,
                field="document_number",
            ),
        ),
        contacts=(
            Contact(kind=ContactKind.PHONE, value=person.phone, field="phone"),
            Contact(kind=ContactKind.EMAIL, value=person.email, field="email"),
        ),
        addresses=(Address(text=person.city, country=country, field="address"),),
    )


def _date(year: int, month: int, day: int) -> PartialDate:
    return PartialDate(year=year, month=month, day=day, field="date_of_birth")


def main() -> None:
    """Show what the set is made of, and how long making it takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", type=int, default=0, help="rows to print")
    asked = parser.parse_args()
    started = process_time()
    groups, filed = Counter[str](), Counter[int]()
    for row in as_rows(records(asked.rows, asked.seed)):
        groups[row.group] += 1
        filed[row.person] += 1
        if groups.total() <= asked.show:
            print(row)
    pairs = sum(count * (count - 1) // 2 for count in filed.values())
    print(f"names: {source()}; {process_time() - started:.1f} CPU s")
    print(f"{groups.total():,} rows, {len(filed):,} persons, {pairs:,} true pairs; {dict(groups)}")


if __name__ == "__main__":
    main()
