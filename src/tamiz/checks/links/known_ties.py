"""Do ties lead from the applicant to a listed party or to a refused applicant, within four steps?

A chain is as strong as its weakest tie, and each further step takes from it. Each step is a sentence
with what was written on both sides. A party whom the applicant names is looked for on the lists by
``watchlist_related``; here are those behind others.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from tamiz.checks import watchlist_related
from tamiz.checks.check import Check, Context, in_cohort
from tamiz.checks.identities.story import are_one, ties_of
from tamiz.checks.links.listed_at import listed_at
from tamiz.checks.links.told import tie_evidence
from tamiz.checks.listed import listed_party
from tamiz.links.graph import (
    CHAIN,
    STEP,
    CohortGraph,
    Neighbour,
    Role,
    Value,
    ValueKind,
    vouching_sites,
)
from tamiz.model import Dossier, Evidence, Finding, Listed, Outcome, PastOutcome

SOUGHT = frozenset({ValueKind.ADDRESS, ValueKind.SITE, ValueKind.ACCOUNT_NAME})
MOST_STEPS = 4
MOST_VISITED = 24  # applicants: beyond them a chain is as good as none
MOST_TOLD = 3  # chains, the strongest first


class Chain(Struct, frozen=True):
    """Ties from the applicant to somebody: who stands at each step, and how strong it is."""

    steps: tuple[Neighbour, ...]
    bits: float


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for each of the strongest chains that end at somebody known."""
    place = in_cohort(dossier, context)
    if place is None:
        yield _NO_COHORT
        return
    graph, number = place
    told = 0
    if context.matcher is not None:  # without lists nobody is on any
        for finding in islice(_on_lists(dossier, graph, number, context), MOST_TOLD):
            told += 1
            yield finding
    visited = 0
    for chain in chains(graph, number):
        visited += 1
        for end, listed in _ends(graph, chain, context):
            if listed is not None and _is_own(graph, number, listed, context):
                continue
            told += 1
            steps = _steps(dossier.id, chain)
            yield CHECK.finding(
                Outcome.CONCERN, (*steps, end), listed=listed,
                other=chain.steps[-1].id,
            )  # fmt: skip
            break
        if told >= MOST_TOLD:
            return
    if not told:
        yield _nobody_among(visited)


CHECK = Check(
    name="known_ties",
    version="5",
    basis="FATF Recommendation 10 and 24; Wolfsberg FAQ on Negative News and associates",
    run=run,
)


_NO_COHORT = CHECK.finding(
    Outcome.NOT_APPLICABLE, (Evidence(feature="relation", code="shared.no_cohort"),)
)


@cache
def _nobody_among(visited: int) -> Finding:
    """What is found where nobody within reach is known; at most ``MOST_VISITED`` are visited."""
    code = "known.none" if visited else "known.alone"
    nobody = Evidence(feature="relation", code=code, params={"count": str(visited)})
    return CHECK.finding(Outcome.CLEAR, (nobody,))


def chains(graph: CohortGraph, number: int) -> Iterator[Chain]:
    """The strongest chain to each applicant within reach, the strongest first."""
    seen = {number}
    waiting = [Chain((one,), one.bits) for one in ties_of(graph, number)]
    while waiting and len(seen) <= MOST_VISITED:
        waiting.sort(key=lambda chain: (-chain.bits, chain.steps[-1].number))
        chain = waiting.pop(0)
        last = chain.steps[-1].number
        if last in seen or chain.bits < CHAIN:
            continue
        seen.add(last)
        yield chain
        if len(chain.steps) < MOST_STEPS:
            for one in graph.neighbours(last):
                if one.number not in seen:
                    bits = min(chain.bits, one.bits) - STEP
                    waiting.append(Chain((*chain.steps, one), bits))


def _ends(
    graph: CohortGraph, chain: Chain, context: Context
) -> Iterator[tuple[Evidence, Listed | None]]:
    """What is known of the applicant at the end of a chain."""
    last = chain.steps[-1]
    told = {"id": last.id, "steps": str(len(chain.steps))}
    if graph.roster.outcome(last.number) is PastOutcome.REFUSED:
        evidence = Evidence(
            feature="relation", code="known.refused", other=_name(graph, last), params=told
        )
        yield evidence, None
    for finding in listed_at(graph, last.number, context):
        if finding.listed is not None:
            yield _listed_evidence(finding, finding.listed, told), finding.listed
    yield from _seats(graph.roster.dossier(last.number), graph, last.number, context)


def _on_lists(
    dossier: Dossier, graph: CohortGraph, number: int, context: Context
) -> Iterator[Finding]:
    """Listed parties that the applicant's own values, or those of another application, lead to."""
    for seat, party in _seats(dossier, graph, number, context):
        yield CHECK.finding(Outcome.CONCERN, (seat,), listed=party)
    for evidence, party, other in _before(graph, number, context):
        yield CHECK.finding(Outcome.CONCERN, (evidence,), listed=party, other=other)


def _before(
    graph: CohortGraph, number: int, context: Context
) -> Iterator[tuple[Evidence, Listed, str]]:
    """Listed parties that the applicant named in another application, and names no more."""
    for same in graph.same.of(number):
        if not are_one(graph, number, same.number):
            continue
        for finding in listed_at(graph, same.number, context):
            if finding.listed and not _is_own(graph, number, finding.listed, context):
                other = graph.roster.told(same.number).id
                told = {"id": other, "steps": "0"}
                evidence = _listed_evidence(finding, finding.listed, told)
                yield replace(evidence, code=f"{evidence.code}_before"), finding.listed, other


def _seats(
    dossier: Dossier, graph: CohortGraph, number: int, context: Context
) -> Iterator[tuple[Evidence, Listed]]:
    """Listed parties at an address or web domain of the applicant, or of a company or referee of theirs.

    And those with a phone that the letter tells, or an account of one name on another service.
    Numbers and contacts of people are looked up by the checks of lists; these are the others.
    """
    if context.matcher is None:
        return
    for value in (*graph.roster.values(number), *vouching_sites(dossier)):
        is_sought = value.kind in SOUGHT or value.role is Role.LETTER
        if not is_sought or graph.is_providers(value):
            continue
        for listed in graph.seats.at(value)[:1]:
            party = listed_party(context.matcher.index.record_at(listed), context)
            is_account = value.kind is ValueKind.ACCOUNT_NAME
            if is_account and _is_own(graph, number, party, context):
                continue
            yield _seat(dossier.id, value, party), party


def _seat(applicant: str, value: Value, party: Listed) -> Evidence:
    whose = value.role.value if value.role in {Role.OWN, Role.LETTER} else "party"
    if value.kind is ValueKind.ACCOUNT_NAME:
        whose = "account"
    return Evidence(
        feature="address" if value.kind is ValueKind.ADDRESS else "contact",
        code=f"known.seat_{whose}", applicant=value.text, other=party.name, field=value.field,
        params={"id": applicant, "party": value.party, "list": party.source},
    )  # fmt: skip


def _is_own(graph: CohortGraph, number: int, listed: Listed, context: Context) -> bool:
    """Whether the applicant is, or names, a listed party themselves: other checks have told that."""
    own = listed_at(graph, number, context)
    return any(one.listed and one.listed.source == listed.source and one.listed.id == listed.id
               for one in own)  # fmt: skip


def _listed_evidence(finding: Finding, listed: Listed, told: dict[str, str]) -> Evidence:
    code = "known.related" if finding.check == watchlist_related.CHECK.name else "known.listed"
    named = finding.evidence[0].applicant
    params = {**told, "list": listed.source, "party": named}
    return Evidence(
        feature="relation", code=code, applicant=named, other=listed.name, params=params
    )


def _steps(me: str, chain: Chain) -> Sequence[Evidence]:
    found: list[Evidence] = []
    at = me
    for step in chain.steps:
        found.extend(tie_evidence(tie, at, step) for tie in step.ties[:2])
        at = step.id
    return tuple(found)


def _name(graph: CohortGraph, one: Neighbour) -> str:
    names = graph.roster.dossier(one.number).identity.names
    return next((name.text for name in names), one.id)
