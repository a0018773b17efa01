"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from functools import cache

from tamiz.checks.background import (
    age,
    dates_in_order,
    experience,
    founding,
    gap,
    jargon,
    nationals,
    overlap,
    own_referee,
    phone,
    presence,
    purpose,
    register_number,
    said_dead,
    skill,
    told_before,
    unit,
    vouched_service,
)
from tamiz.checks.background.rule import Rule

RULES: tuple[Rule, ...] = (
    dates_in_order.RULE,
    age.RULE,
    overlap.RULE,
    gap.RULE,
    unit.UNIT,
    unit.RANK,
    nationals.RULE,
    experience.RULE,
    presence.STAY,
    presence.AUTHORITY,
    phone.RULE,
    purpose.RULE,
    skill.RULE,
    jargon.RULE,
    founding.RULE,
    register_number.RULE,
    own_referee.RULE,
    vouched_service.RULE,
    told_before.RULE,
    said_dead.RULE,
)


@cache  # a cohort's applicants bring a few mixtures of parts
def rules_for(parts: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that can say anything of who brings these parts (``parts.PARTS``)."""
    return tuple(rule for rule in RULES if rule.may_answer(parts))
