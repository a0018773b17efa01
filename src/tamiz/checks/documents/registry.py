"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.documents import (
    child_validity,
    chip_missing,
    closed_office,
    dates_in_order,
    expiry_day,
    number_digit,
    number_form,
    number_says,
    one_bearer,
    run_of_blanks,
    specimens,
    validity,
    visual_zone,
)
from tamiz.checks.documents.rule import Rule

RULES: tuple[Rule, ...] = (
    visual_zone.RULE,
    specimens.RULE,
    validity.RULE,
    child_validity.RULE,
    expiry_day.RULE,
    dates_in_order.RULE,
    closed_office.RULE,
    chip_missing.RULE,
    number_form.RULE,
    number_digit.RULE,
    number_says.RULE,
    one_bearer.RULE,
    run_of_blanks.RULE,
)
