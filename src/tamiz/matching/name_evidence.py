"""What a comparison of two names proves, for and against, as listed evidence."""

from tamiz.matching.align import FAMILY_ROLES, Alignment, Pair, align
from tamiz.matching.code_names import is_same_call_sign
from tamiz.matching.index import Index, ListedName
from tamiz.matching.levels import WHOLE
from tamiz.matching.name_dependence import Statement, compounds, one_culture
from tamiz.matching.name_order import natural_order, order_of, roles_of, stands_across
from tamiz.matching.query import Query, taken_together
from tamiz.matching.weights import Weights
from tamiz.matching.whole import Whole, compare_wholes, is_whole_alike
from tamiz.model import Evidence, NameKind, PartyType, Role, SourceRecord


class NameComparison:
    """One name of the subject against one listed name: total bits, and evidence on demand.

    ``whole`` is set where the names are told alike as a whole rather than word by word.
    """

    __slots__ = ("_together", "alignment", "bits", "listed", "query", "statements", "whole")

    def __init__(
        self,
        query: Query,
        listed: ListedName,
        alignment: Alignment,
        statements: list["Statement"],
        together: float,
    ) -> None:
        self.query, self.listed, self.alignment = query, listed, alignment
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
        name = self.query.name
        shown = [
            Evidence(
                feature="name",
                code=f"name.kind.{self.listed.kind.value}",
                applicant=name.text,
                other=record.names[self.listed.position].text,
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
            applicant=self.query.name.text,
            other=record.names[self.listed.position].text,
            params={"letters": str(whole.letters), "times": _times(whole.bits)},
            field=self.query.name.field,
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
            field=self.query.name.field,
        )

    def _words_here(self, positions: tuple[int, ...]) -> str:
        return " ".join(self.query.parsed.words[at].text for at in positions)

    def _words_there(self, index: Index, positions: tuple[int, ...]) -> str:
        return " ".join(index.word(self.listed.words[at]) for at in positions)


def compare_names(
    query: Query,
    listed: ListedName,
    index: Index,
    *,
    kind: PartyType,
    weights: Weights,
    rest: float = 0.0,
) -> NameComparison:
    """Compare a prepared name with a listed one; as a whole too, if ``rest`` is not 0.

    ``rest`` is the share of what is left beside words that agree that may differ there.
    """
    is_person = kind is PartyType.PERSON
    abbreviated = is_person and query.initials
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
    if rest:
        whole = compare_wholes(query.wholes, index.whole(listed.number), weights.whole)
        if whole is not None and is_whole_alike(*_rests(compared, index), rest):
            compared.take_as_whole(whole, _doubtful_alias(listed, weights))
    return compared


def _rests(compared: NameComparison, index: Index) -> tuple[str, str]:
    """What is left of two names beside the words that are the same, each written as one."""
    same = [pair for pair in compared.alignment.pairs if pair.level in WHOLE]
    here = {at for pair in same for at in pair.here}
    there = {at for pair in same for at in pair.there}
    mine, theirs = compared.query.parsed.words, compared.listed.words
    return (
        "".join(word.text for at, word in enumerate(mine) if at not in here),
        "".join(index.word(word) for at, word in enumerate(theirs) if at not in there),
    )


def _against_person(
    query: Query,
    listed: ListedName,
    alignment: Alignment,
    index: Index,
    weights: Weights,
) -> list[Statement]:
    table = weights.name
    order = order_of(query, listed, alignment)
    statements = _left_over(query, listed, alignment, weights, in_order=not order)
    together = compounds(query, listed, alignment, index)
    statements += together
    statements += one_culture(listed, alignment, index, {there[1] for *_, there in together})
    statements += _family_only(listed, alignment, weights)
    if is_same_call_sign(query, listed, alignment, index):
        everything = tuple(range(len(query.near))), tuple(range(len(listed.words)))
        statements.append(("name.same_call_sign", table.same_call_sign, *everything))
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
    ranks = natural_order(roles_of(query)), natural_order(listed.roles)
    here, there = list(alignment.left_here), list(alignment.left_there)
    statements: list[Statement] = []
    for at in list(here):
        if not there:
            break
        role = query.parsed.words[at].role
        rival = next((other for other in there if _same_place(role, listed.roles[other])), there[0])
        here.remove(at)
        there.remove(rival)
        if in_order and stands_across(ranks, (at, rival), alignment):
            code, bits = "name.conflict_across", weights.name.conflict_across
        else:
            code, bits = _conflict(role, listed.roles[rival], weights)
        statements.append((code, bits, (at,), (rival,)))
    table = weights.name
    statements.extend(("name.extra_applicant", table.extra_applicant, (at,), ()) for at in here)
    statements.extend(("name.extra_listed", table.extra_listed, (), (at,)) for at in there)
    return statements


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
