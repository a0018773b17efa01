"""Pairs of names to estimate weights from: the public sets, and what the lists tell themselves.

From the lists: two records that a reference number or document ties together are one person, and
names of one record are one party; the nearest name on the same list is another party where the
birth years are known and far apart. Lists do tie names together that nobody could (code names,
translations): those are left out, and any list's pair counts for little.
"""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log

from msgspec import Struct

from pair_sets import PAIR_SETS
from parties import SHARED, parties
from tamiz.matching.pairs import are_people, statements_of
from tamiz.matching.subject import Subject
from tamiz.model import Name, NameKind, PartyType, SourceRecord
from tamiz.normalise.keys import sound
from tamiz.normalise.names import spell_words

SEED = 1
LIST_WEIGHT = 0.02  # of a pair from the lists, beside 1 for a pair whose names people judged
LEAST_AGREED = 0.4  # of what names of one party tell: with less in common nobody could tie them
PUBLIC = ("name_bench", "entity_checks")
SAME_PEOPLE, ALIASES, NEAR = 1_200, 1_500, 700
YEARS_APART = 4  # birth years so far apart are no slip
COMMON = 800  # a word that more parties bear finds nobody in particular
Key = tuple[str, str]


class Example(Struct, frozen=True, kw_only=True):
    """What two names state, whether they are of one party, and how much the pair counts."""

    source: str
    kind: str
    features: dict[str, float]
    match: bool
    weight: float
    group: str


def examples() -> Iterator[Example]:
    """All pairs; ``group`` is the name that a public set varies: its pairs go to one fold."""
    for found in PAIR_SETS:
        if found.name in PUBLIC:
            for pair in found.pairs():
                group = pair.right.names[0].text.casefold()
                yield _example(found.name, pair.left, pair.right, pair.match, 1.0, group)
    for kind, one, other, match in _from_lists():
        left, right = (Subject(type=kind, names=(Name(text=text),)) for text in (one, other))
        example = _example("lists", left, right, match, LIST_WEIGHT, "")
        if not match or example.features.get("agreed", 0.0) >= LEAST_AGREED:
            yield example


def _example(
    source: str, left: Subject, right: Subject, match: bool, weight: float, group: str
) -> Example:
    people = are_people(left, right)
    amounts: defaultdict[str, float] = defaultdict(float, prior=1.0)
    for statement in statements_of(left.names[0], right.names[0], people=people):
        for name, amount in statement.features:
            amounts[name] += amount
    return Example(
        source=source, kind="person" if people else "organisation", features=dict(amounts),
        match=match, weight=weight, group=group,
    )  # fmt: skip


def _from_lists() -> Iterator[tuple[PartyType, str, str, bool]]:
    """Kind, two names, and whether they are of one party."""
    chance = random.Random(SEED)
    known = {(one.source, one.id): one for one in parties()}
    text = (SHARED / "truth/same_person_dev.jsonl").read_text(encoding="utf-8")
    ties = [json.loads(line) for line in text.splitlines()]
    tied = {frozenset((tuple(tie["a"]), tuple(tie["b"]))) for tie in ties}
    for tie in chance.sample(ties, SAME_PEOPLE):
        one, other = (_main(known[tie[side][0], tie[side][1]]) for side in "ab")
        if one.casefold() != other.casefold():
            yield PartyType.PERSON, one, other, True
    for kind in (PartyType.PERSON, PartyType.ORGANISATION):
        some = {key: one for key, one in known.items() if one.type is kind}
        yield from _aliases(kind, some, chance)
        yield from _near(kind, some, tied, chance)


def _aliases(
    kind: PartyType, some: dict[Key, SourceRecord], chance: random.Random
) -> Iterator[tuple[PartyType, str, str, bool]]:
    """A party's main name with one of its aliases."""
    several = [one for one in some.values() if len(one.names) > 1]
    for party in chance.sample(several, ALIASES):
        main = _main(party)
        others = [n.text for n in party.names if n.text != main and n.kind is not NameKind.WEAK]
        if others:
            yield kind, main, chance.choice(others), True


def _near(
    kind: PartyType,
    some: dict[Key, SourceRecord],
    tied: set[frozenset[Key]],
    chance: random.Random,
) -> Iterator[tuple[PartyType, str, str, bool]]:
    """A party with the two parties of its list whose names share most with its own."""
    words = {key: {sound(word) for word in spell_words(_main(one))} for key, one in some.items()}
    bearers: defaultdict[str, list[Key]] = defaultdict(list)
    for key, own in words.items():
        for word in sorted(own):
            bearers[word].append(key)
    for key in chance.sample(sorted(some), NEAR):
        shared: Counter[Key] = Counter()
        for word in sorted(words[key]):
            if len(bearers[word]) < COMMON:
                shared.update(
                    dict.fromkeys(bearers[word], round(log(len(some) / len(bearers[word]))))
                )
        near = [other for other, _ in shared.most_common(60) if _differ(key, other, some, tied)]
        for other in near[:2]:
            yield kind, _main(some[key]), _main(some[other]), False


def _differ(one: Key, other: Key, some: dict[Key, SourceRecord], tied: set[frozenset[Key]]) -> bool:
    """Whether two records are surely of two parties, and not called the same."""
    if one == other or one[0] != other[0] or frozenset((one, other)) in tied:
        return False
    if _main(some[one]).casefold() == _main(some[other]).casefold():
        return False
    if some[one].type is not PartyType.PERSON:
        return True
    years = [_years(some[key]) for key in (one, other)]
    return all(years) and min(abs(a - b) for a in years[0] for b in years[1]) >= YEARS_APART


def _years(record: SourceRecord) -> set[int]:
    return {int(year) for date in record.birth_dates for year in re.findall(r"\d{4}", date.text())}


def _main(record: SourceRecord) -> str:
    return next((n.text for n in record.names if n.kind is NameKind.PRIMARY), record.names[0].text)
