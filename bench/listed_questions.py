"""The questions of ``bench/accuracy.py``, each on a sample of the same applicants.

The index is the same too: what accuracy.py holds out of it for all of its applicants is held out
here, whichever of them are asked about.
"""

import random
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from accuracy import (
    ALIASES_APART,
    ORIGINS,
    SEED,
    applicant,
    held_out,
    key,
    misspell,
    sample,
    told,
    without,
    words,
)
from parties import person, rows
from peers import Key
from tamiz.matching import Subject
from tamiz.model import NameKind, PartyType, SourceRecord

FIRST = 5  # among which the right party must be
ALL = 1_000  # parties: where any place will do


class Question(Struct, frozen=True, kw_only=True):
    """Applicants, and for each the party that must be found; None if nobody must be.

    ``limit`` is how many parties an engine may name. ``timed`` marks the question by which
    engines are compared in speed.
    """

    label: str
    subjects: list[Subject]
    right: list[Key | None]
    limit: int
    timed: bool = False


class Group(Struct, frozen=True, kw_only=True):
    """Questions that are asked of one index."""

    parties: list[SourceRecord]
    questions: list[Question]


def groups(records: list[SourceRecord], count: int, people: int) -> Iterator[Group]:
    """All questions, the index of all names first."""
    whole = [*cross_list(records, count), *typing_errors(records, count)]
    yield Group(parties=records, questions=[*whole, *unlisted(records, people)])
    for label, kind in (("unseen alias", NameKind.ALIAS), ("original script", NameKind.SCRIPT)):
        yield unseen(records, count, label, kind)


def cross_list(records: list[SourceRecord], count: int) -> Iterator[Question]:
    """Each record of a pair of lists as an applicant, the other one to be found."""
    by_key = {key(record): record for record in records}
    pairs = [(tuple(p["a"]), tuple(p["b"])) for p in rows("truth/same_person_dev.jsonl")]
    known = [(by_key[a], by_key[b]) for a, b in pairs if a in by_key and b in by_key]
    together = [(a, b) for a, b in known if b.source not in ALIASES_APART]
    for cases, which in ((known, ""), (together, " (aliases together)")):
        chosen = random.Random(SEED).sample(cases, min(count, len(cases)))
        for full in (True, False):
            yield Question(
                label=f"cross-list pair found{which}, {told(full=full)}",
                subjects=[applicant(a, full=full) for a, _ in chosen],
                right=[key(b) for _, b in chosen],
                limit=ALL,
            )


def typing_errors(records: list[SourceRecord], count: int) -> Iterator[Question]:
    """Listed persons with one and three typing errors in their names."""
    chosen = sample(records, lambda record: len(record.names) > 0)[:count]
    for typos in (1, 3):
        rng = random.Random(SEED)
        spelt = {key(r): misspell(r.names[0].text, typos, rng) for r in chosen}
        yield from named(chosen, spelt, f"{typos} typos")


def unseen(records: list[SourceRecord], count: int, label: str, kind: NameKind) -> Group:
    """Listed persons under a name that was taken out of the index."""
    names = {key(r): name for r in records if (name := held_out(r, kind))}
    drawn = sample(records, lambda record: key(record) in names)
    held = {key(r): names[key(r)] for r in drawn}
    spelt = {where: name.text for where, name in held.items()}
    return Group(
        parties=[without(record, held.get(key(record))) for record in records],
        questions=list(named(drawn[:count], spelt, label)),
    )


def named(chosen: list[SourceRecord], spelt: dict[Key, str], label: str) -> Iterator[Question]:
    """The chosen persons under these names, with all claims and with none."""
    for full in (True, False):
        yield Question(
            label=f"found in top {FIRST} by {label}, {told(full=full)}",
            subjects=[applicant(r, full=full, name=spelt[key(r)]) for r in chosen],
            right=[key(r) for r in chosen],
            limit=FIRST,
        )


def unlisted(records: list[SourceRecord], count: int) -> Iterator[Question]:
    """People who are on no list, all and by the origin of their names."""
    people = ordinary_people(records)
    for full in (True, False):
        told_of = "name and birth date" if full else "name only"
        fitting = [one for one in people if one["dob"] or not full]
        yield alerted(fitting[:count], f"{told_of}, all names", full=full, timed=True)
        for origin, countries in ORIGINS.items():
            here = [one for one in fitting if one["country"] in countries]
            yield alerted(here[: count // 4], f"{told_of}, {origin}", full=full, timed=False)


def alerted(people: list[dict[str, Any]], label: str, *, full: bool, timed: bool) -> Question:
    """These people, none of whom should be found."""
    return Question(
        label=f"false alerts, {label}",
        subjects=[person(one["name"], born=one["dob"] if full else "") for one in people],
        right=[None] * len(people),
        limit=FIRST,
        timed=timed,
    )


def ordinary_people(records: list[SourceRecord]) -> list[dict[str, Any]]:
    """In the order of accuracy.py, those left out who bear a listed name word for word."""
    listed = {
        tuple(sorted(words(name.text)))
        for record in records
        if record.type is PartyType.PERSON
        for name in record.names
    }
    people = [p for p in rows("people.jsonl.gz") if tuple(sorted(words(p["name"]))) not in listed]
    random.Random(SEED).shuffle(people)
    return people
