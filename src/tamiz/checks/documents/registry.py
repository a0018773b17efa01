"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.documents import (
    dates_in_order,
    issue_cluster,
    number_digit,
    number_says,
    one_bearer,
    run_of_blanks,
    second_identity,
    stop_list,
    validity,
    visual_zone,
)
from tamiz.checks.documents.rule import Rule

RULES: tuple[Rule, ...] = (
    visual_zone.RULE,
    validity.RULE,
    dates_in_order.RULE,
    number_digit.RULE,
    number_says.RULE,
    one_bearer.RULE,
    run_of_blanks.RULE,
    stop_list.RULE,
    issue_cluster.RULE,
    second_identity.RULE,
)
