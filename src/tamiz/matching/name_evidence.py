"""What a comparison of two names proves, for and against, as listed evidence."""

from itertools import pairwise
from math import log2

import numpy as np

from tamiz.matching.align import FAMILY_ROLES, Alignment, Pair, align
from tamiz.matching.compounds import told_already
from tamiz.matching.index import Index, ListedName
from tamiz.matching.levels import Level
from tamiz.matching.query import Query, taken_together
from tamiz.matching.weights import Weights
from tamiz.matching.whole import Whole, compare_wholes
from tamiz.model import Evidence, NameKind, PartyType, Role, SourceRecord

# Ways to agree that leave a word the same: as written, as heard, written together or apart.
WHOLE = frozenset({Level.EXACT, Level.SOUND, Level.JOINED})
LEAST_TOGETHER = 0.1  # bits: less is not worth a line


class NameComparison:
    """One name of the subject against one listed name: total bits, and evidence on demand.

    ``whole`` is set where the names are told alike as a whole rather than word by word.
    """

    __slots__ = ("_listed", "_query", "_together", "alignment", "bits", "statements", "whole")

    def __init__(
        self,
        query: Query,
        listed: ListedName,
        alignment: Alignment,
        statements: list["Statement"],
        together: float,
    ) -> None:
        self._query, self._listed, self.alignment = query, listed, alignment
        self._together = together
        self.statements = statements
        self.whole: Whole | None = None
        pairs = sum(pair.bits for pair in alignment.pairs)
        self.bits = pairs + together + sum(bits for _, bits, _, _ in statements)

    @property
    def is_alike(self) -> bool:
        """Whether anything in the names agrees."""
        return self.whole is not None or bool(self.alignment.pairs)

    def take_as_whole(self, whole: Whole, statements: list["Statement"]) -> None:
        """Let the names stand as alike as a whole, if that speaks more for the match."""
        bits = whole.bits + sum(bits for _, bits, _, _ in statements)
        if bits > self.bits or not self.alignment.pairs:
            self.alignment = Alignment((), (), ())
            self.whole, self.statements, self.bits = whole, statements, bits

    def evidence(self, index: Index, record: SourceRecord) -> list[Evidence]:
        """The names themselves, each pair of words, then what speaks against."""
        name = self._query.name
        shown = [
            Evidence(
                feature="name",
                code=f"name.kind.{self._listed.kind.value}",
                applicant=name.text,
                other=record.names[self._listed.position].text,
                field=name.field,
            ),
        ]
        if self.whole is not None:
            shown.append(self._whole_evidence(self.whole, record))
        shown.extend(self._word_evidence(index, pair) for pair in self.alignment.pairs)
        shown.extend(
            Evidence(
                feature="name",
                code=code,
                bits=round(bits, 4),
                field=name.field,
                applicant=self._words_here(here),
                other=self._words_there(index, there),
            )
            for code, bits, here, there in self.statements
        )
        return shown

    def _whole_evidence(self, whole: Whole, record: SourceRecord) -> Evidence:
        return Evidence(
            feature="name",
            code=f"name.whole.{whole.level}",
            bits=round(whole.bits, 4),
            applicant=self._query.name.text,
            other=record.names[self._listed.position].text,
            params={"letters": str(whole.letters), "times": _times(whole.bits)},
            field=self._query.name.field,
        )

    def _word_evidence(self, index: Index, pair: Pair) -> Evidence:
        strongest = max(self.alignment.pairs, key=lambda other: other.bits)
        bits = pair.bits + (self._together if pair is strongest else 0.0)
        return Evidence(
            feature="name",
            code=f"name.word.{pair.level.value if bits >= 0 else 'faint'}",
            bits=round(bits, 4),
            applicant=self._words_here(pair.here),
            other=self._words_there(index, pair.there),
            params={"times": _times(bits)},
            field=self._query.name.field,
        )

    def _words_here(self, positions: tuple[int, ...]) -> str:
        return " ".join(self._query.parsed.words[at].text for at in positions)

    def _words_there(self, index: Index, positions: tuple[int, ...]) -> str:
        return " ".join(index.word(self._listed.words[at]) for at in positions)


def compare_names(
    query: Query,
    listed: ListedName,
    index: Index,
    *,
    kind: PartyType,
    weights: Weights,
    garbled: bool = False,
) -> NameComparison:
    """Compare a prepared name with a listed one; as a whole too, where ``garbled`` ones count."""
    is_person = kind is PartyType.PERSON
    abbreviated = is_person and query.initials()
    letters = [index.word(word)[:1] if abbreviated else "" for word in listed.words]
    alignment = align(query, listed, letters)
    statements = (
        _against_person(query, listed, alignment, index, weights)
        if is_person
        else _against_organisation(alignment, weights)
    )
    together = taken_together(kind, weights)
    compared = NameComparison(
        query, listed, alignment, statements, together if alignment.pairs else 0.0
    )
    if garbled:
        whole = compare_wholes(query.wholes, index.whole(listed.number), weights.whole)
        if whole is not None:
            compared.take_as_whole(whole, _doubtful_alias(listed, weights))
    return compared


Statement = tuple[str, float, tuple[int, ...], tuple[int, ...]]


def _against_person(
    query: Query,
    listed: ListedName,
    alignment: Alignment,
    index: Index,
    weights: Weights,
) -> list[Statement]:
    table = weights.name
    order = _order(query, listed, alignment)
    statements = _left_over(query, listed, alignment, weights, in_order=not order)
    compounds = _told_already(query, listed, alignment, index)
    statements += compounds
    statements += _one_culture(listed, alignment, index, {there[1] for *_, there in compounds})
    statements += _family_only(listed, alignment, weights)
    if order:
        everything = tuple(range(len(query.near))), tuple(range(len(listed.words)))
        statements.append((f"name.{order}", getattr(table, order), *everything))
    return statements + _doubtful_alias(listed, weights)


def _doubtful_alias(listed: ListedName, weights: Weights) -> list[Statement]:
    """What an alias loses that the list itself calls weak, or a code name."""
    if listed.kind not in {NameKind.WEAK, NameKind.CODE}:
        return []
    bits = weights.name.weak if listed.kind is NameKind.WEAK else weights.name.code
    return [(f"name.alias_{listed.kind.value}", bits, (), ())]


def _left_over(
    query: Query,
    listed: ListedName,
    alignment: Alignment,
    weights: Weights,
    *,
    in_order: bool,
) -> list[Statement]:
    """Words that differ in the same place, and words that only one side has."""
    ranks = _natural_order(_roles_of(query)), _natural_order(listed.roles)
    here, there = list(alignment.left_here), list(alignment.left_there)
    statements: list[Statement] = []
    for at in list(here):
        if not there:
            break
        role = query.parsed.words[at].role
        rival = next((other for other in there if _same_place(role, listed.roles[other])), there[0])
        here.remove(at)
        there.remove(rival)
        if in_order and _across(ranks, (at, rival), alignment):
            code, bits = "name.conflict_across", weights.name.conflict_across
        else:
            code, bits = _conflict(role, listed.roles[rival], weights)
        statements.append((code, bits, (at,), (rival,)))
    table = weights.name
    statements.extend(("name.extra_applicant", table.extra_applicant, (at,), ()) for at in here)
    statements.extend(("name.extra_listed", table.extra_listed, (), (at,)) for at in there)
    return statements


def _across(
    ranks: tuple[list[int], list[int]], rivals: tuple[int, int], alignment: Alignment
) -> bool:
    """Whether a word stands before one that agrees and its rival after it, or the reverse.

    ``Loera Rosa`` and ``Villegas Loera`` share a family name, but not in one place: cousins do.
    """
    here, there = ranks[0][rivals[0]], ranks[1][rivals[1]]
    return any(
        (ranks[0][pair.here[0]] < here) != (ranks[1][pair.there[0]] < there)
        for pair in alignment.pairs
    )


def _told_already(
    query: Query, listed: ListedName, alignment: Alignment, index: Index
) -> list[Statement]:
    """What words lose that the word before them has told already: Miguel Ángel."""
    statements: list[Statement] = []
    for one, other in pairwise(alignment.pairs):
        if one.level not in WHOLE or other.level not in WHOLE:
            continue
        here, there = (one.here[-1], other.here[0]), (one.there[-1], other.there[0])
        if here[1] - here[0] == 1 and there[1] - there[0] == 1:
            spelt = (query.parsed.words[at].text for at in here)
            bits = max(
                told_already(*spelt), told_already(*(index.word(listed.words[at]) for at in there))
            )
            if bits := min(bits, max(other.bits, 0.0)):
                statements.append(("name.compound", -bits, here, there))
    return statements


def _one_culture(
    listed: ListedName, alignment: Alignment, index: Index, told: set[int]
) -> list[Statement]:
    """What words lose that are of one culture: whoever bears one bears the others more often.

    The chance that a stranger bears all of them is the mean over cultures of the product of
    their shares there; each word was weighed by the mean of its own. ``told`` are words whose
    dependence on another has been weighed already.
    """
    pairs = [pair for pair in alignment.pairs if told.isdisjoint(pair.there)]
    if len(pairs) < 2:  # noqa: PLR2004 - one word goes together with none
        return []
    words = [listed.words[pair.there[0]] for pair in pairs]
    together = log2(float(index.leanings[words].astype(np.float64).prod(axis=0).mean()))
    bits = min(together, sum(pair.bits for pair in pairs))
    if bits < LEAST_TOGETHER:
        return []
    here = tuple(at for pair in pairs for at in pair.here)
    there = tuple(at for pair in pairs for at in pair.there)
    return [("name.one_culture", -bits, here, there)]


def _family_only(listed: ListedName, alignment: Alignment, weights: Weights) -> list[Statement]:
    """Whether only family names agree although both sides have another word: a relative's name.

    Relatives of a listed person are as many as the person, and share rare family names with them.
    """
    agreed = [at for pair in alignment.pairs for at in pair.there]
    if None in listed.roles:  # as most are written, the given name comes first
        given = [0]
        differs = 0 in alignment.left_here and 0 in alignment.left_there and bool(agreed)
    else:
        given = [at for at, role in enumerate(listed.roles) if role is Role.GIVEN]
        differs = bool(given and alignment.left_here) and all(
            listed.roles[at] in FAMILY_ROLES for at in agreed
        )
    if not differs:
        return []
    return [("name.family_only", weights.name.family_only, alignment.left_here, tuple(given))]


def _same_place(one: Role | None, other: Role | None) -> bool:
    if one in FAMILY_ROLES and other in FAMILY_ROLES:
        return True
    return one is other


def _conflict(one: Role | None, other: Role | None, weights: Weights) -> tuple[str, float]:
    """The code and bits of two words that differ, by the role they share."""
    table = weights.name
    if one in FAMILY_ROLES and other in FAMILY_ROLES:
        return "name.conflict_family", table.conflict_family
    if one is other is Role.GIVEN:
        return "name.conflict_given", table.conflict_given
    if one is other is Role.PATRONYMIC:
        return "name.conflict_patronymic", table.conflict_patronymic
    return "name.conflict", table.conflict


def _order(query: Query, listed: ListedName, alignment: Alignment) -> str:
    """``rotated`` (family name first), ``reordered``, or empty if the order is the same."""
    here = _natural_order(_roles_of(query))
    there = _natural_order(listed.roles)
    pairs = sorted(alignment.pairs, key=lambda pair: here[pair.here[0]])
    sequence = [there[pair.there[0]] for pair in pairs]
    if len(sequence) < 2 or sequence == sorted(sequence):  # noqa: PLR2004 - one word has no order
        return ""
    least = sequence.index(min(sequence))
    turned = sequence[least:] + sequence[:least]
    return "rotated" if turned == sorted(turned) and not _told(query, listed) else "reordered"


def _told(query: Query, listed: ListedName) -> bool:
    """Whether both sides say which words are family names, so that order must agree."""
    return all(word.role is not None for word in query.parsed.words) and None not in listed.roles


def _roles_of(query: Query) -> list[Role | None]:
    return [word.role for word in query.parsed.words]


def _natural_order(roles: list[Role | None]) -> list[int]:
    """The rank of each word when given names come first, then patronymic, then family names."""
    rank = {Role.GIVEN: 0, None: 0, Role.PATRONYMIC: 1}
    if None in roles:
        return list(range(len(roles)))
    order = sorted(range(len(roles)), key=lambda at: (rank.get(roles[at], 2), at))
    places = [0] * len(roles)
    for place, at in enumerate(order):
        places[at] = place
    return places


def _against_organisation(alignment: Alignment, weights: Weights) -> list[Statement]:
    table = weights.organisation
    here, there = alignment.left_here, alignment.left_there
    rivals = min(len(here), len(there))
    statements: list[Statement] = [
        ("name.conflict", table.conflict, (one,), (other,))
        for one, other in zip(here[:rivals], there[:rivals], strict=True)
    ]
    statements += [
        ("name.extra_applicant", table.extra_applicant, (at,), ()) for at in here[rivals:]
    ]
    statements += [("name.extra_listed", table.extra_listed, (), (at,)) for at in there[rivals:]]
    order = [pair.there[0] for pair in alignment.pairs]
    if not here and not there and all(pair.level in WHOLE for pair in alignment.pairs):
        words = tuple(at for pair in alignment.pairs for at in pair.here)
        statements.append(("name.same_whole", table.same_whole, words, tuple(order)))
    if order != sorted(order):
        turned = tuple(at for pair in alignment.pairs for at in pair.here)
        statements.append(("name.reordered", table.reordered, turned, tuple(sorted(order))))
    return statements


def _times(bits: float) -> str:
    """How many times likelier ``bits`` make something, in round figures."""
    times = 2 ** abs(bits)
    if times < 10:  # noqa: PLR2004 - one decimal matters only for small figures
        return f"{times:.1f}"
    digits = 10 ** (len(str(int(times))) - 2)
    return f"{int(times // digits * digits):,}".replace(",", " ")
