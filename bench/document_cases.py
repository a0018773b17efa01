"""Applicants planted among honest ones for ``document_rules.py``: forged cases, honest groups.

Everything is invented from a seed. Each planted case is told with the rule that must find it.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from tamiz.documents.stops import Happened, Stop
from tamiz.model import (
    Dossier,
    IdentifierKind,
    IdentityEvidence,
    PartialDate,
    Relation,
    RelationKind,
    Service,
)
from tamiz.normalise.identifiers import identifier_key

GROUPS, CASES = 40, 40  # of each kind
SIZE = 4  # people of a group


def strangers(people: Sequence[Dossier]) -> list[Dossier]:
    """People who apply by themselves, with a passport whose State and day of issue are told."""
    return [
        one
        for one in people
        if one.documents and one.documents[0].issuing_state and one.documents[0].issued
        and one.identity.birth_dates and one.identity.birth_dates[0].day and not one.relations
    ]  # fmt: skip


def honest_hires(people: Sequence[Dossier]) -> dict[str, list[Dossier]]:
    """Honest groups: hired together, who went to the passport office together or by themselves."""
    rng = random.Random(22)
    taken = iter(people)
    hires: dict[str, list[Dossier]] = {}
    for at in range(GROUPS):
        firms = [_firm(rng, 10 * at + kind) for kind in range(4)]
        unit = Service(
            text=f"Compañía {at} de Vigilancia", organisation=f"Compañía {at} de Vigilancia"
        )
        group = [next(taken) for _ in range(SIZE)]
        hires.setdefault("one firm, own days", []).extend(_sent(group, firms[0]))
        group = _issued([next(taken) for _ in range(SIZE)], _day(rng))
        colleagues = [replace(one, history=(unit,)) for one in _sent(group, firms[1])]
        hires.setdefault("one firm, one day, one unit", []).extend(colleagues)
        group = [next(taken) for _ in range(SIZE)]
        pair = [*_issued(group[:2], _day(rng)), *group[2:]]
        hires.setdefault("one firm, two of one day", []).extend(_sent(pair, firms[2]))
        group = _issued([next(taken) for _ in range(SIZE)], _day(rng))
        hires.setdefault("one firm, one day, no unit told (as a forged group)", []).extend(
            _sent(group, firms[3])
        )
    return hires


def front_firms(people: Sequence[Dossier]) -> list[Dossier]:
    """Strangers with forged passports of one State and day, sent by one firm."""
    rng = random.Random(23)
    taken = iter(people)
    return [
        dossier
        for at in range(GROUPS)
        for dossier in _sent(
            _issued([next(taken) for _ in range(SIZE)], _day(rng)), _firm(rng, 1000 + at)
        )
    ]


def stopped(people: Sequence[Dossier]) -> list[Dossier]:
    """People whose passport is on the stop list, every second as one of a range of blanks."""
    return [
        _with_document(one, replace(one.documents[0], number=f"PA{7_000_000 + 1_000 * at}",
                                    issuing_state="pa", mrz=(), issued=None, expires=()))
        for at, one in enumerate(people[:CASES])
    ]  # fmt: skip


def stop_list(listed: Sequence[Dossier], others: int) -> Iterator[Stop]:
    """The entries for these people, and so many about documents of nobody here."""
    rng = random.Random(25)
    for at, one in enumerate(listed):
        number = one.documents[0].number
        if at % 2:
            yield _stop(f"{number[:-2]}00", f"{number[:-2]}99", "pa", Happened.STOLEN_BLANK)
        else:
            yield _stop(number, "", "pa", Happened.LOST)
    for _ in range(others):
        state = rng.choice(("pa", "ve", "co", "mx", "sv", "ua"))
        yield _stop(f"{rng.choice('ABGPX')}{rng.randrange(10**8):08}", "", state, Happened.LOST)


def _stop(number: str, last: str, state: str, happened: Happened) -> Stop:
    return Stop(
        key=identifier_key(number), last_key=identifier_key(last), state=state,
        kind=IdentifierKind.PASSPORT, happened=happened, number=number, last=last,
        reported="2024-05-01", source="Police", reference="", note="", review_by="", row=1,
    )  # fmt: skip


def _firm(rng: random.Random, at: int) -> Relation:
    name = f"{rng.choice(('Escolta', 'Vigilancia', 'Transportes'))} Altoverde {at} S.A."
    return Relation(kind=RelationKind.SPONSOR, name=name)


def _sent(group: Sequence[Dossier], firm: Relation) -> list[Dossier]:
    return [replace(one, relations=(firm,)) for one in group]


def _issued(group: Sequence[Dossier], day: date) -> list[Dossier]:
    """The group with passports of the first one's State, all of one day."""
    state = group[0].documents[0].issuing_state
    issued = PartialDate(year=day.year, month=day.month, day=day.day)
    return [
        _with_document(
            one, replace(one.documents[0], issuing_state=state, issued=issued, expires=(), mrz=())
        )
        for one in group
    ]


def _with_document(dossier: Dossier, document: IdentityEvidence) -> Dossier:
    """The dossier with another document, and with the number of no other one."""
    claim = replace(dossier.identity, identifiers=())
    return replace(dossier, identity=claim, documents=(document,))


def _day(rng: random.Random) -> date:
    return date(rng.randint(2018, 2025), rng.randint(2, 12), rng.randint(1, 28))
