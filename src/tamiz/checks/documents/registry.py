"""The rules in the order in which they are asked. A new rule is a file and a line here."""

from tamiz.checks.documents import (
    barcode,
    chip,
    dates_in_order,
    editing_marks,
    expired,
    number_digit,
    number_says,
    one_bearer,
    pdf_marks,
    run_of_blanks,
    same_picture,
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
    barcode.RULE,
    chip.RULE,
    validity.RULE,
    dates_in_order.RULE,
    expired.RULE,
    number_digit.RULE,
    number_says.RULE,
    one_bearer.RULE,
    same_picture.PORTRAIT,
    same_picture.FILE,
    run_of_blanks.RULE,
    editing_marks.RULE,
    pdf_marks.RULE,
)
