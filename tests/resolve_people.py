"""Dossiers of invented people, as the tests of resolution need them."""

from random import Random

from tamiz.links.resolve import People, PeopleBuilder
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    Sex,
)
from tamiz.normalise.dates import read_dates


def applicant(
    at: str,
    name: str,
    born: str = "",
    *,
    number: str = "",
    phone: str = "",
    email: str = "",
    address: str = "",
    sex: Sex | None = None,
    personal: str = "",
) -> Dossier:
    """A dossier that says as much as is given; ``personal`` is a Ukrainian tax number."""
    numbers = [Identifier(kind=IdentifierKind.PASSPORT, number=number)] if number else []
    if personal:
        numbers.append(Identifier(kind=IdentifierKind.TAX, number=personal, country="ua"))
    contacts = (
        Contact(kind=ContactKind.PHONE, value=phone),
        Contact(kind=ContactKind.EMAIL, value=email),
    )
    return Dossier(
        id=at,
        identity=IdentityClaim(
            names=(Name(text=name),) if name else (),
            birth_dates=read_dates(born) if born else (),
            sex=sex,
            identifiers=tuple(numbers),
        ),
        contacts=tuple(one for one in contacts if one.value),
        addresses=(Address(text=address),) if address else (),
    )


def people_of(*dossiers: Dossier) -> People:
    """The columns of these dossiers."""
    builder = PeopleBuilder()
    for dossier in dossiers:
        builder.add(dossier)
    return builder.build()


def crowd(count: int) -> list[Dossier]:
    """Strangers with names, days and numbers of their own."""
    rng = Random(5)  # noqa: S311 - invents people
    return [
        applicant(
            f"C{at}",
            f"{_word(rng)} {_word(rng)}",
            f"{rng.randint(1960, 2005)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            number=f"Q{at:06d}",
        )
        for at in range(count)
    ]


def _word(rng: Random) -> str:
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(4))
