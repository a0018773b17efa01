"""Do two applicants claim one document or one personal number?

Numbers are compared whatever State or kind is claimed for them: a borrowed document often comes
with another story. Only a short number under two named States may be a coincidence.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from rapidfuzz.fuzz import token_sort_ratio

from tamiz.checks.check import Check, Context, in_cohort
from tamiz.links import SharedKey, Sharer, names_on_papers, shared_keys
from tamiz.links.graph import Role, Value, ValueKind, values_of
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.normalise.keys import sound
from tamiz.normalise.names import spell_words
from tamiz.normalise.places import place_words

SAME_NAME = 85.0  # per cent alike: spellings of one name, not two names
REACHED = frozenset({ValueKind.PHONE, ValueKind.EMAIL, ValueKind.HANDLE, ValueKind.ADDRESS})
# Characters: two States may well have issued one and the same shorter number.
TELLING_ACROSS_STATES = 7


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every other applicant with one of the numbers who is another person."""
    numbers = shared_keys(dossier, context.files)
    if not numbers or context.register is None:
        code = "shared.no_number" if not numbers else "shared.no_cohort"
        alone = Evidence(feature="identifier", code=code)
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (alone,))
        return
    told: set[str] = set()
    for shared in numbers:
        for other in context.register.others(dossier, shared):
            if other.id not in told and not _may_coincide(shared, other):
                told.add(other.id)
                evidence = _evidence(dossier, shared, other, context)
                outcome, evidence = _told(evidence, dossier, other, context)
                yield CHECK.finding(outcome, evidence, other=other.id)
    if not told:
        shown = "; ".join(shared.text for shared in numbers)
        alone = Evidence(feature="identifier", code="shared.document_alone", applicant=shown)
        yield CHECK.finding(Outcome.CLEAR, (alone,))


CHECK = Check(
    name="shared_document",
    version="5",
    basis="ICAO Doc 9303-2 (impostors); EU Regulation 2019/817 article 4 (multiple identities)",
    run=run,
)


def _told(
    evidence: tuple[Evidence, ...], dossier: Dossier, other: Sharer, context: Context
) -> tuple[Outcome, tuple[Evidence, ...]]:
    """One number, name and birth date: one person who applied twice, which is no offence.

    Who bears a whole borrowed identity has the number, the name and the date as well, but not the
    phone, the mailbox, the address; nor the town of birth, if he does not know it.
    """
    codes = {one.code for one in evidence}
    if not {"shared.same_name", "shared.same_birth_date"} <= codes or "shared.other_state" in codes:
        return Outcome.CONCERN, evidence
    elsewhere = tuple(_elsewhere(dossier, other, context))
    return Outcome.CONCERN if elsewhere else Outcome.CLEAR, (*evidence, *elsewhere)


def _elsewhere(dossier: Dossier, other: Sharer, context: Context) -> Iterator[Evidence]:
    """That two are reached in different ways; between cohorts people move, but are born once."""
    graph = context.graph
    number = None if graph is None else graph.roster.number_of(other.id)
    if graph is None or number is None:
        return
    there = graph.roster.dossier(number)
    born = _born_elsewhere(dossier, there)
    if graph.roster.is_earlier(number) and not born:
        return
    mine, theirs = _reached(_own(dossier, context)), _reached(graph.roster.values(number))
    if mine and theirs and mine.isdisjoint(theirs):
        yield Evidence(feature="contact", code="shared.reached_otherwise")
        if born:
            yield Evidence(
                feature="birth_place", code="shared.other_birth_place",
                applicant=_born_in(dossier), other=_born_in(there),
            )  # fmt: skip


def _born_in(dossier: Dossier) -> str:
    return "; ".join(place.text for place in dossier.identity.birth_places)


def _own(dossier: Dossier, context: Context) -> tuple[Value, ...]:
    """The applicant's values, as they were taken in with the cohort."""
    place = in_cohort(dossier, context)
    return values_of(dossier) if place is None else place[0].roster.values(place[1])


def _reached(values: Iterable[Value]) -> set[str]:
    return {one.node for one in values if one.kind in REACHED and one.role is Role.OWN}


def _born_elsewhere(dossier: Dossier, other: Dossier) -> bool:
    """Whether both name towns of birth, and no word of them in common."""
    mine, theirs = _towns(dossier), _towns(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _towns(dossier: Dossier) -> set[str]:
    return {
        sound(word)
        for place in dossier.identity.birth_places
        for word in place_words(place.text, place.country)
    }


def _may_coincide(shared: SharedKey, other: Sharer) -> bool:
    """Whether two States are named and the number is so short that both may have issued it."""
    return _states_differ(shared, other) and len(shared.key) < TELLING_ACROSS_STATES


def _states_differ(shared: SharedKey, other: Sharer) -> bool:
    return bool(shared.state and other.state) and shared.state != other.state


def _evidence(
    dossier: Dossier, shared: SharedKey, other: Sharer, context: Context
) -> tuple[Evidence, ...]:
    """The number, and whether State, name and birth date speak for one person or for two."""
    number = Evidence(
        feature="identifier", code="shared.document", applicant=shared.text, other=other.text,
        params={"id": other.id}, field=shared.field,
    )  # fmt: skip
    return (
        number,
        *_state(shared, other),
        _names(dossier, other, context),
        *_birth(dossier, other),
    )


def _state(shared: SharedKey, other: Sharer) -> Iterator[Evidence]:
    if _states_differ(shared, other):
        yield Evidence(
            feature="identifier", code="shared.other_state", applicant=shared.state.upper(),
            other=other.state.upper(),
        )  # fmt: skip


def _names(dossier: Dossier, other: Sharer, context: Context) -> Evidence:
    name = next((one.text for one in dossier.identity.names), "")
    is_same = _are_one_name(name, other.name) or _are_called_alike(name, dossier, other, context)
    code = "shared.same_name" if is_same else "shared.other_name"
    return Evidence(feature="name", code=code, applicant=name, other=other.name)


def _are_called_alike(name: str, dossier: Dossier, other: Sharer, context: Context) -> bool:
    """Whether a name of one, on papers or not, is a name of the other."""
    graph = context.graph
    number = None if graph is None else graph.roster.number_of(other.id)
    there = None if graph is None or number is None else graph.roster.dossier(number)
    return any(
        _are_one_name(one, two)
        for one, two in product(_called(name, dossier), _called(other.name, there))
    )


def _called(name: str, dossier: Dossier | None) -> Iterator[str]:
    """The name, and those on their papers."""
    yield name
    if dossier is not None:
        yield from (one.text for one in names_on_papers(dossier))


def _are_one_name(one: str, other: str) -> bool:
    if one == other:
        return True
    here, there = spell_words(one), spell_words(other)
    alike = token_sort_ratio(" ".join(here), " ".join(there)) >= SAME_NAME
    return alike or _is_part(set(map(sound, here)), set(map(sound, there)))  # Serhii is Сергій


def _is_part(here: set[str], there: set[str]) -> bool:
    """Whether one name has all words of the other, two at least: a surname is often left out."""
    return min(len(here), len(there)) > 1 and (here <= there or there <= here)


def _birth(dossier: Dossier, other: Sharer) -> Iterator[Evidence]:
    readings = dict.fromkeys(date.text() for date in dossier.identity.birth_dates)
    born = "; ".join(readings)
    if born and other.birth_date:
        is_same = not readings.keys().isdisjoint(other.birth_date.split("; "))
        code = "shared.same_birth_date" if is_same else "shared.other_birth_date"
        yield Evidence(feature="birth_date", code=code, applicant=born, other=other.birth_date)
