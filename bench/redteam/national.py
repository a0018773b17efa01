"""Personal numbers of some States, right by their rules, as honest people have them."""

from datetime import date

from stdnum.cl import rut
from stdnum.es import dni
from stdnum.pl import pesel
from stdnum.ua import rntrc

from redteam.world import World
from tamiz.demo.persons import Person

FIRST_DAY_UA = date(1899, 12, 31)
CENTURIES = {19: 0, 20: 20}  # added to the month in a PESEL


def personal_number(world: World, one: Person) -> str:  # noqa: PLR0911 - a line a State
    """A number that nobody else has; empty for States whose numbers we do not make."""
    match one.country.code:
        case "co":
            return world.unused("1.0##.###.###", "co-id")
        case "pe":
            return world.unused("4#######", "pe-id")
        case "ve":
            return world.unused("V-1#######", "ve-id")
        case "ar":
            return world.unused("3#.###.###", "ar-id")
        case "cl":
            body = world.unused("1#######", "cl-id")
            return f"{body}-{rut.calc_check_digit(body)}"
        case "es":
            body = world.unused("4#######", "es-id")
            return f"{body}{dni.calc_check_digit(body)}"
        case "pl":
            return _pesel(world, one)
        case "ua":
            return _rnokpp(world, one)
        case _:
            return ""


def _rnokpp(world: World, one: Person) -> str:
    days = (one.born - FIRST_DAY_UA).days
    body = world.unused(f"{days:05}###{_parity(world, one)}", "ua-id")
    return body + rntrc.calc_check_digit(f"{body}0")


def _parity(world: World, one: Person) -> int:
    """Odd for men, even for women."""
    return world.rng.randrange(5) * 2 + (one.sex == "M")


def _pesel(world: World, one: Person) -> str:
    born = one.born
    month = born.month + CENTURIES[born.year // 100]
    head = f"{born.year % 100:02}{month:02}{born.day:02}{world.rng.randrange(1_000):03}"
    body = f"{head}{_parity(world, one)}"
    return body + pesel.calc_check_digit(body)
