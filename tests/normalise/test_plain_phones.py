"""Numbers written plainly mean what the full grammar makes of them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.plain_phones import plain_phone

CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)


@given(st.sampled_from(CODES), st.text("0123456789 -()./", min_size=1, max_size=18))
def test_what_is_read_is_what_the_grammar_reads(code: int, rest: str) -> None:
    text = f"+{code}{rest}"
    found = plain_phone(text)

    if found is not None:
        parsed = phonenumbers.parse(text, "ZZ")
        assert found == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@pytest.mark.parametrize(
    "text",
    [
        "044 279 00 00", "+44 (0)20 7946 0000", "+1 (1) 212 555 0100", "+39 06 698 12345",
        "+380 44 279 00 00 ext. 5", "+0 1 212 555 0100", "+999 123 456", "+", "", "+380 44",
        "+٣٨٠ ٤٤ ٢٧٩", "+38044279000000000000",
    ],
)  # fmt: skip
def test_what_may_be_read_otherwise_is_left_to_the_grammar(text: str) -> None:
    assert plain_phone(text) is None
