"""The earlier programme: accepted, withdrawn, refused; and who of them honestly comes again."""

from collections import Counter
from random import Random

from redteam.application import Desk
from redteam.honest import again, honest_applicants
from redteam.oddities import with_oddities
from redteam.people import sibling
from redteam.spread import spread
from redteam.world import Draft

OUTCOMES = {"accepted": 42, "trained": 33, "withdrawn": 14, "refused": 11}
FORMALITIES = ("refused: medical certificate missing", "refused: photograph missing",
               "refused: form not signed", "refused: course full")  # fmt: skip
GRAVE = (
    "refused: security",
    "refused: background does not hold",
    "refused: references not confirmed",
)
FORMAL = 0.6  # of refusals were for a formality
RETURN = 0.015  # of the cohort applied before under the same identity
TWICE = 0.004  # of the cohort applied twice in it: a renewed passport, a lost e-mail
RELATIVES = 0.0006  # of the cohort are honest brothers of somebody refused
# Of those who come again, by what became of the first application.
RETURNING = {"withdrawn": 55, "refused": 20, "accepted": 10, "trained": 15}


def earlier_applicants(desk: Desk, count: int) -> list[Draft]:
    """So many earlier applications with what became of them."""
    rng = desk.world.rng
    drafts = honest_applicants(desk, count)
    for one in drafts:
        outcome = rng.choices(list(OUTCOMES), weights=list(OUTCOMES.values()))[0]
        mark(rng, one, outcome)
    return drafts


def mark(rng: Random, one: Draft, outcome: str, *, grave: bool | None = None) -> Draft:
    """Write what became of an application, and mostly why it was refused."""
    one.row["outcome"] = outcome
    if outcome == "refused":
        is_grave = rng.random() >= FORMAL if grave is None else grave
        one.note = "grave" if is_grave else "formality"
        if rng.random() < 0.7:
            why = rng.choice(GRAVE if is_grave else FORMALITIES)
            one.row["observations"] = f"{one.row['applied_on']} {why}"
    return one


def returning(desk: Desk, earlier: list[Draft], cohort: int, like: Counter[str]) -> list[Draft]:
    """Honest people who applied before; none of those refused for a grave reason.

    Whoever was refused ought to be looked at, of each nationality as many as it has in ``like``.
    """
    rng = desk.world.rng
    pools = {kind: [one for one in earlier if one.row["outcome"] == kind and one.note != "grave"]
             for kind in RETURNING}  # fmt: skip
    drafts: list[Draft] = []
    total = sum(RETURNING.values())
    for kind, share in RETURNING.items():
        wanted = min(round(cohort * RETURN * share / total), len(pools[kind]))
        for one in spread(rng, pools[kind], wanted, like):
            new = with_oddities(desk, again(desk, one))
            new.note, new.due = f"earlier: {kind}", "refused_before" if kind == "refused" else ""
            drafts.append(new)
    return drafts


def twice(desk: Desk, cohort: list[Draft]) -> list[Draft]:
    """People of this cohort who hand in a second application without a thought."""
    rng = desk.world.rng
    return [again(desk, one) for one in rng.sample(cohort, round(len(cohort) * TWICE))]


def brothers_of_refused(
    desk: Desk, earlier: list[Draft], cohort: int, like: Counter[str]
) -> list[Draft]:
    """Honest brothers at the address of somebody who was refused."""
    rng = desk.world.rng
    refused = [one for one in earlier if one.row["outcome"] == "refused" and one.row["address"]]
    drafts = []
    for one in spread(rng, refused, max(round(cohort * RELATIVES), 2), like):
        shared = {column: one.row[column] for column in ("address", "country")}
        new = desk.draft(sibling(desk.world, one.person), **shared)
        new.control = new.due = "brother_of_refused"
        new.note = one.note
        drafts.append(new)
    return drafts
