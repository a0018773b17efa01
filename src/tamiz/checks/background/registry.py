"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.background import age, dates_in_order, gap, overlap, unit
from tamiz.checks.background.rule import Rule

RULES: tuple[Rule, ...] = (
    dates_in_order.RULE,
    age.RULE,
    overlap.RULE,
    gap.RULE,
    unit.UNIT,
    unit.RANK,
)
