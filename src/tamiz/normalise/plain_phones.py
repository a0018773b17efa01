"""Phone numbers that are written plainly, with the code of their country, read without a grammar.

Of a million applicants nearly all write so. What may mean something else (a digit for long distance,
a zero behind the code, an extension) is left to ``phonenumbers``.
"""

import re
from functools import cache

import phonenumbers

_PLAIN = re.compile(r"\+[\d ()./-]+", re.ASCII)
_NO_SIGNS = str.maketrans("", "", "+ ()./-")  # what stands in a plain one beside digits
_LONGEST_CODE = 3  # digits of a country's code
_SHORTEST, _LONGEST = 4, 14  # digits behind it


def plain_phone(text: str) -> str | None:
    """The number in E.164; None where it is not written so that its digits alone are it.

    >>> plain_phone("+380 (44) 279-00-00"), plain_phone("+44 (0)20 7946 0000"), plain_phone("044 279")
    ('+380442790000', None, None)
    """
    if not _PLAIN.fullmatch(text):
        return None
    digits = text.translate(_NO_SIGNS)
    for length in range(1, _LONGEST_CODE + 1):
        begins_otherwise = _prefixes(digits[:length])
        if begins_otherwise is not None:
            rest = digits[length:]
            is_it = _SHORTEST <= len(rest) <= _LONGEST and not begins_otherwise.match(rest)
            return "+" + digits if is_it else None
    return None


@cache
def _prefixes(code: str) -> re.Pattern[str] | None:
    """What may begin a country's number without being part of it; None for no country's code."""
    is_code = code.isdecimal() and not code.startswith("0")
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code)) if is_code else None
    if regions is None:
        return None
    main = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(int(code), regions[0])
    prefix = None if main is None else main.national_prefix_for_parsing
    return re.compile(f"0|{prefix}" if prefix else "0")
