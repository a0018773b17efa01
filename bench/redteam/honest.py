"""Honest applicants: alone, in families, from one village or unit, sent or flown in together."""

import re
from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from redteam.application import Desk, weekday
from redteam.details import account, booking, relative
from redteam.folk import draw_country
from redteam.letters import language
from redteam.lives import live
from redteam.neighbours import business_centre, flatmates, friends, hamlet, vouched
from redteam.oddities import with_oddities
from redteam.people import invent, renumbered, sibling, son
from redteam.places import birth_place, home
from redteam.service import unit
from redteam.world import Draft
from tamiz.demo.oddities import write_date

LAST_DIGITS = re.compile(r"(.*?)([0-9]+)([A-Z]*)")
# How many of 1,000 applicants come in groups of each kind.
SHARES = {
    "brothers": 24, "father_and_son": 6, "twins": 4, "village": 40, "unit": 40, "booking": 70,
    "family_passports": 8, "payer": 30, "hamlet": 6, "flatmates": 6, "friends": 2,
    "vouched": 3, "business_centre": 2,
}  # fmt: skip


def honest_applicants(desk: Desk, count: int) -> list[Draft]:
    """So many honest applicants."""
    drafts: list[Draft] = []
    for kind, share in SHARES.items():
        wanted = round(count * share / 1_000)
        group: list[Draft] = []
        while len(group) < wanted:
            group += GROUPS[kind](desk)
        drafts += group[:wanted]
    while len(drafts) < count:
        drafts.append(desk.draft(invent(desk.world)))
    return [with_oddities(desk, live(desk, one)) for one in drafts[:count]]


def _brothers(desk: Desk) -> list[Draft]:
    """Two or three of one address, often with one emergency contact and one phone."""
    rng = desk.world.rng
    first = invent(desk.world)
    people = [first, *(sibling(desk.world, first) for _ in range(rng.choice((1, 1, 2))))]
    common = {"address": home(rng, first.country), "country": first.country.code.upper()}
    if rng.random() < 0.6:
        common["relatives"] = relative(desk.world, first)
    if rng.random() < 0.25:
        common["phone"] = first.phone
    return [_as(desk.draft(one, **common), "brothers") for one in people]


def _father_and_son(desk: Desk) -> list[Draft]:
    """One given name and surname, a generation apart, one address."""
    rng = desk.world.rng
    while True:
        father = invent(desk.world, man=True)
        fits = father.shape not in {"patronymic", "father_named"}
        if fits and father.born.year < 1984:
            break
    common = {"address": home(rng, father.country), "country": father.country.code.upper()}
    return [
        _as(desk.draft(one, **common), "father_and_son")
        for one in (father, son(desk.world, father))
    ]


def _twins(desk: Desk) -> list[Draft]:
    rng = desk.world.rng
    first = invent(desk.world)
    common = {"address": home(rng, first.country), "country": first.country.code.upper()}
    if rng.random() < 0.4:
        common["relatives"] = relative(desk.world, first)
    people = (first, sibling(desk.world, first, born=first.born))
    return [_as(desk.draft(one, **common), "twins") for one in people]


def _village(desk: Desk) -> list[Draft]:
    """Twenty and more of one small place, where a few surnames are common, some neighbours."""
    rng = desk.world.rng
    where = draw_country(rng)
    place = birth_place(rng, where)
    people = [invent(desk.world, where) for _ in range(rng.randint(12, 40))]
    names = [one.family for one in people[:5]]
    drafts = []
    for one in people:
        family = (
            rng.choice(names) if rng.random() < 0.4 and one.sex == people[0].sex else one.family
        )
        moved = replace(one, city=place, family=family if one.sex == "M" else one.family)
        drafts.append(_as(desk.draft(moved), "village"))
        if rng.random() < 0.7:
            drafts[-1].row["address"] = f"{home(rng, where).rsplit(',', 1)[0]}, {place.latin}"
    return drafts


def _unit(desk: Desk) -> list[Draft]:
    """Men who served together and come one after the other; one vouches for several."""
    rng = desk.world.rng
    where = draw_country(rng)
    tongue = language(where.people)
    first, years, name = rng.randint(2008, 2018), rng.randint(2, 6), unit(rng, tongue)
    sergeant = f"{invent(desk.world, where, man=True).name()}, {desk.world.unused(where.phone)}"
    drafts = []
    for _ in range(rng.randint(5, 25)):
        one = invent(desk.world, where, man=True)
        if one.born.year > first - 18:
            one = replace(
                one,
                born=one.born.replace(year=first - rng.randint(18, 26), day=min(one.born.day, 28)),
            )
        told = {"service": f"{first}-{first + years} {name}"}
        if rng.random() < 0.5:
            told["referees"] = sergeant
        drafts.append(_as(desk.draft(one, **told), "unit"))
    return drafts


def _booking(desk: Desk) -> list[Draft]:
    """One flight booked for three to forty people whom one recruiter or sponsor sends."""
    rng = desk.world.rng
    where = draw_country(rng)
    day, flight = desk.period.day(rng), booking(desk.world)
    common = {"travel_reference": flight, "applied_on": day.isoformat()}
    if rng.random() < 0.6:
        common["referred_by"] = desk.market.recruiter(rng, where)
    elif rng.random() < 0.6:
        common |= desk.market.sponsor(rng, where).columns()
    size = rng.choice((3, 3, 4, 5, 6, 8, 12, 20, 40))
    return [_as(desk.draft(invent(desk.world, where), **common), "booking") for _ in range(size)]


def _family_passports(desk: Desk) -> list[Draft]:
    """Brothers who went to the office together: numbers that follow each other, one day."""
    drafts = _brothers(desk)
    first = drafts[0]
    day = weekday(desk.period.first - timedelta(days=desk.world.rng.randint(60, 700)))
    day = day.replace(day=min(day.day, 28))
    years = min(first.person.country.validity, 5)
    for at, one in enumerate(drafts):
        number = following(first.person.passport, at)
        desk.world.taken.add(first.person.country.code + number)
        one.person = replace(one.person, passport=number)
        one.row |= {
            "doc_number": number, "doc_issued": day.isoformat(),
            "doc_expires": day.replace(year=day.year + years).isoformat(),
        }  # fmt: skip
        one.control = "family_passports"
    return drafts


def following(number: str, step: int) -> str:
    """The number that comes so many after this one, of the same length; a letter at its end stays."""
    head, digits, tail = LAST_DIGITS.fullmatch(number).groups()  # type: ignore[union-attr] # has digits
    return f"{head}{(int(digits) + step) % 10 ** len(digits):0{len(digits)}}{tail}"


def _payer(desk: Desk) -> list[Draft]:
    """A charity pays the journeys of many: one transfer a month for a group."""
    rng = desk.world.rng
    where = draw_country(rng)
    firm = desk.market.sponsor(rng, where)
    paid = {"payment_reference": account(desk.world, where), **firm.columns()}
    people = (invent(desk.world, where) for _ in range(rng.randint(5, 20)))
    return [_as(desk.draft(one, **paid), "payer") for one in people]


def _as(draft: Draft, control: str) -> Draft:
    draft.control = control
    return draft


GROUPS: dict[str, Callable[[Desk], list[Draft]]] = {
    "brothers": _brothers, "father_and_son": _father_and_son, "twins": _twins, "village": _village,
    "unit": _unit, "booking": _booking, "family_passports": _family_passports, "payer": _payer,
    "hamlet": hamlet, "flatmates": flatmates, "friends": friends,
    "vouched": vouched, "business_centre": business_centre,
}  # fmt: skip


def again(desk: Desk, one: Draft, **told: str) -> Draft:
    """The same person applying once more: the same names and birth date, later papers and words."""
    rng = desk.world.rng
    new = desk.draft(one.person, **told)
    kept = ("personal_number", "sex", "birth_place", "birth_country")
    new.row |= {column: one.row[column] for column in kept if one.row[column]}
    if rng.random() < 0.75:
        new.row |= {column: one.row[column] for column in ("phone", "email") if one.row[column]}
    if rng.random() < 0.6:
        new.row["address"], new.row["country"] = one.row["address"], one.row["country"]
    papers = {c: one.row[c] for c in ("doc_number", "doc_issued", "doc_expires", "doc_country")}
    if (
        rng.random() < 0.35
        or not all(papers.values())
        or papers["doc_expires"] <= new.row["applied_on"]
    ):
        new.row["doc_number"] = renumbered(desk.world, one.person).passport
    else:
        new.row |= papers
    new.row["birth_date"] = write_date(rng, one.person.born)
    new.same_as = (one.key,)
    new.control = "same_person_again"
    return new
