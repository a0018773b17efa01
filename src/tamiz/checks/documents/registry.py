"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from functools import cache

from tamiz.checks.documents import (
    authority_state,
    barcode,
    child_validity,
    chip,
    chip_missing,
    closed_office,
    dates_in_order,
    editing_marks,
    expired,
    expiry_day,
    issue_cluster,
    number_digit,
    number_form,
    number_says,
    number_state,
    number_unlike,
    one_bearer,
    pdf_marks,
    run_of_blanks,
    same_picture,
    specimens,
    stop_list,
    validity,
    visual_zone,
    zone_claims,
    zone_digits,
    zone_structure,
    zones_agree,
)
from tamiz.checks.documents.rule import Rule

RULES: tuple[Rule, ...] = (
    zone_digits.RULE,
    zone_structure.RULE,
    zone_claims.RULE,
    zones_agree.RULE,
    visual_zone.RULE,
    authority_state.RULE,
    barcode.RULE,
    chip.RULE,
    specimens.RULE,
    validity.RULE,
    child_validity.RULE,
    expiry_day.RULE,
    dates_in_order.RULE,
    expired.RULE,
    closed_office.RULE,
    chip_missing.RULE,
    number_form.RULE,
    number_unlike.RULE,
    number_digit.RULE,
    number_says.RULE,
    number_state.RULE,
    one_bearer.RULE,
    same_picture.PORTRAIT,
    same_picture.FACE,
    same_picture.FILE,
    run_of_blanks.RULE,
    editing_marks.RULE,
    pdf_marks.RULE,
    stop_list.RULE,
    issue_cluster.RULE,
)


@cache  # a cohort's applicants bring a few mixtures of parts
def rules_for(parts: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can say anything of who brings these parts (``brought.PARTS``)."""
    return tuple(rule for rule in RULES if rule.may_answer(parts))
