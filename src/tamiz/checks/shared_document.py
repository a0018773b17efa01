"""Do two applicants claim one document or one personal number?

Numbers are compared whatever State or kind is claimed for them: a borrowed document often comes
with another story. Only a short number under two named States may be a coincidence.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import token_sort_ratio

from tamiz.checks.check import Check, Context
from tamiz.links import SharedKey, Sharer, shared_keys
from tamiz.links.graph import Role, ValueKind, values_of
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.normalise.names import spell_words

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
                evidence = _evidence(dossier, shared, other)
                outcome = _outcome(evidence, dossier, other, context)
                yield CHECK.finding(outcome, evidence, other=other.id)
    if not told:
        shown = "; ".join(shared.text for shared in numbers)
        alone = Evidence(feature="identifier", code="shared.document_alone", applicant=shown)
        yield CHECK.finding(Outcome.CLEAR, (alone,))


CHECK = Check(
    name="shared_document",
    version="2",
    basis="ICAO Doc 9303-2 (impostors); EU Regulation 2019/817 article 4 (multiple identities)",
    run=run,
)


def _outcome(
    evidence: tuple[Evidence, ...], dossier: Dossier, other: Sharer, context: Context
) -> Outcome:
    """One number, name and birth date: one person who applied twice, which is no offence.

    Who bears a whole borrowed identity has the number, the name and the date as well, but not the
    phone, the mailbox, the address.
    """
    codes = {one.code for one in evidence}
    is_one_claim = {"shared.same_name", "shared.same_birth_date"} <= codes
    if (
        not is_one_claim
        or "shared.other_state" in codes
        or _lives_elsewhere(dossier, other, context)
    ):
        return Outcome.CONCERN
    return Outcome.CLEAR


def _lives_elsewhere(dossier: Dossier, other: Sharer, context: Context) -> bool:
    """Whether two of one cohort are reached in different ways; between cohorts people move."""
    graph = context.graph
    number = None if graph is None else graph.roster.number_of(other.id)
    if graph is None or number is None or graph.roster.is_earlier(number):
        return False
    here, there = (
        {value.node for value in values_of(one) if value.kind in REACHED and value.role is Role.OWN}
        for one in (dossier, graph.roster.dossier(number))
    )
    return bool(here and there) and here.isdisjoint(there)


def _may_coincide(shared: SharedKey, other: Sharer) -> bool:
    """Whether two States are named and the number is so short that both may have issued it."""
    return _states_differ(shared, other) and len(shared.key) < TELLING_ACROSS_STATES


def _states_differ(shared: SharedKey, other: Sharer) -> bool:
    return bool(shared.state and other.state) and shared.state != other.state


def _evidence(dossier: Dossier, shared: SharedKey, other: Sharer) -> tuple[Evidence, ...]:
    """The number, and whether State, name and birth date speak for one person or for two."""
    number = Evidence(
        feature="identifier", code="shared.document", applicant=shared.text, other=other.text,
        params={"id": other.id}, field=shared.field,
    )  # fmt: skip
    return (number, *_state(shared, other), _names(dossier, other), *_birth(dossier, other))


def _state(shared: SharedKey, other: Sharer) -> Iterator[Evidence]:
    if _states_differ(shared, other):
        yield Evidence(
            feature="identifier", code="shared.other_state", applicant=shared.state.upper(),
            other=other.state.upper(),
        )  # fmt: skip


def _names(dossier: Dossier, other: Sharer) -> Evidence:
    name = next((one.text for one in dossier.identity.names), "")
    here, there = spell_words(name), spell_words(other.name)
    alike = token_sort_ratio(" ".join(here), " ".join(there)) >= SAME_NAME
    code = "shared.same_name" if alike or _is_part(set(here), set(there)) else "shared.other_name"
    return Evidence(feature="name", code=code, applicant=name, other=other.name)


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
