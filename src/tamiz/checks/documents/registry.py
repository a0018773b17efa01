"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.documents import (
    dates_in_order,
    number_digit,
    number_says,
    one_bearer,
    run_of_blanks,
    validity,
    visual_zone,
    zone_form,
)
from tamiz.checks.documents.rule import Rule

RULES: tuple[Rule, ...] = (
    zone_form.RULE,
    visual_zone.RULE,
    validity.RULE,
    dates_in_order.RULE,
    number_digit.RULE,
    number_says.RULE,
    one_bearer.RULE,
    run_of_blanks.RULE,
)
