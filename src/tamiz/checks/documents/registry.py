"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.documents import dates_in_order
from tamiz.checks.documents.rule import Rule

RULES: tuple[Rule, ...] = (dates_in_order.RULE,)
