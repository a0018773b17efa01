"""What an applicant names: accounts, relatives, referees, payments, bookings; nobody else has them."""

from redteam.folk import draw_given, draw_surname, folk
from redteam.world import World
from tamiz.demo.peoples import Country
from tamiz.demo.persons import Person


def email(world: World, one: Person) -> str:
    """An address made of the name and some digits."""
    name = _ascii(f"{one.given[0].latin}.{one.family[0].latin}")
    end = world.rng.choice(("org", "net", "com"))
    return world.unused(
        f"{name}{world.rng.choice(('##', '###', '####'))}@example.{end}".replace("@", "\0"), "mail"
    ).replace("\0", "@")


def handle(world: World, one: Person) -> str:
    """A name on a messenger."""
    return "@" + world.unused(
        f"{_ascii(one.given[0].latin)}_{_ascii(one.city.latin)[:6]}####", "handle"
    )


def _ascii(text: str) -> str:
    return "".join(c for c in text.casefold() if "a" <= c <= "z" or c == ".") or "amigo"


def account(world: World, where: Country) -> str:
    """A bank transfer's reference."""
    return world.unused(f"{where.code.upper()}## #### #### #### ####", "bank")


def stranger(world: World, where: Country, *, woman: bool = False) -> str:
    """The name of somebody who is no applicant."""
    of = folk(where.people)
    return f"{draw_given(world.rng, of, woman=woman).latin} {draw_surname(world.rng, of, woman=woman).latin}"


def relative(world: World, one: Person) -> str:
    """A mother, wife or brother with a phone, to be called in an emergency."""
    rng = world.rng
    of = folk(one.country.people)
    partner = ("wife", True) if one.sex == "M" else ("husband", False)
    kind, woman = rng.choice((("mother", True), partner, ("brother", False), ("father", False)))
    surname = (
        one.family[0].latin
        if kind in {"brother", "father"}
        else draw_surname(rng, of, woman=woman).latin
    )
    return f"{draw_given(rng, of, woman=woman).latin} {surname}, {kind}, {world.unused(one.country.phone)}"


def booking(world: World) -> str:
    """A record locator of a travel booking."""
    return world.unused("@#@@#@", "booking")
