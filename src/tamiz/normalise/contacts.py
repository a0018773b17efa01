"""Phones, e-mail addresses and handles as keys that compare."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import phonenumbers

from tamiz.normalise.plain_phones import plain_phone

SHORTEST_PHONE = 7  # digits of the shortest national numbers
LONGEST_TEXT = 20_000  # characters of a letter in which numbers are looked for
MOST_TRIES = 100  # things like a number in it: a letter of digits is no letter
LONGEST = 254  # characters of an e-mail address (RFC 5321)
_FIRST_DIGIT = re.compile(r"\+|00|\d")
_SCHEME = re.compile(r"\Ahttps?://")
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_DOTS_IGNORED = frozenset({"gmail.com", "googlemail.com"})


@lru_cache(maxsize=1 << 14)
def phone_key(text: str, *, country: str | None = None) -> str:
    """The number in E.164; ``?`` and its digits if its country cannot be told; empty if unusable.

    ``country`` is that of a number in local form; one that cannot be a number there has none.

    >>> phone_key("+380 (44) 279-00-00"), phone_key("000 000 000"), phone_key("2790000 ext. 5")
    ('+380442790000', '', '?2790000')
    """
    if len(text) > LONGEST:
        return ""
    if (plain := plain_phone(text)) is not None:
        return "" if len(set(plain[2:])) == 1 else plain
    if text.strip().startswith("00"):
        text = "+" + text.strip()[2:]
    try:
        parsed = phonenumbers.parse(text, (country or "ZZ").upper())
    except phonenumbers.NumberParseException:
        return _bare_digits(text)
    if country is not None and is_local(text) and not _is_possible(parsed):
        return _bare_digits(text)
    key = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return "" if len(set(key[2:])) == 1 else key


def phone_country(text: str, countries: Iterable[str]) -> str | None:
    """The first of these countries in which a number in local form is one; else None.

    Where there is one country only, it is enough that its numbers are as long: States give out new
    blocks before any table knows them.

    >>> phone_country("0151 23456789", ("ua", "de")), phone_country("+380 44 279 00 00", ("de",))
    ('de', None)
    """
    asked = tuple(countries)
    if not is_local(text) or len(text) > LONGEST:
        return None
    if (found := next((one for one in asked if is_phone_of(text, one)), None)) is not None:
        return found
    return asked[0] if len(asked) == 1 and phone_key(text, country=asked[0])[:1] == "+" else None


def is_phone_of(text: str, country: str) -> bool:
    """Whether a number in local form is one that a country is known to give out."""
    try:
        parsed = phonenumbers.parse(text[:LONGEST], country.upper())
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(parsed)


def _is_possible(parsed: phonenumbers.PhoneNumber) -> bool:
    """Whether a number has the length of its country's, and more than what is dialled in one town."""
    possible = phonenumbers.ValidationResult.IS_POSSIBLE
    return phonenumbers.is_possible_number_with_reason(parsed) == possible


def phones_in(text: str) -> tuple[str, ...]:
    """The numbers with the code of a country that stand in a text, as written.

    >>> phones_in("Call Kamal on +90 533 067 8928, or 067 8928.")
    ('+90 533 067 8928',)
    """
    if "+" not in text:
        return ()
    read = unicodedata.normalize("NFC", text[:LONGEST_TEXT])
    leniency = phonenumbers.Leniency.POSSIBLE
    found = phonenumbers.PhoneNumberMatcher(read, None, leniency, MOST_TRIES)
    return tuple(match.raw_string for match in found)


def is_local(text: str) -> bool:
    """Whether a number is written without the code of its country."""
    first = _FIRST_DIGIT.search(text[:LONGEST])
    return first is not None and first.group() not in {"+", "00"}


def _bare_digits(text: str) -> str:
    """The digits of a number without a country; an extension is left out."""
    text = text.casefold().partition("ext")[0].partition("x")[0]
    digits = "".join(char for char in text if char.isdecimal())
    usable = len(digits) >= SHORTEST_PHONE and len(set(digits)) > 1
    return f"?{digits}" if usable else ""


@lru_cache(maxsize=1 << 10)  # an applicant's is asked for several times in a row
def email_key(text: str) -> str:
    """The address in lower case, without what the mailbox ignores; empty if it is none.

    A ``+tag`` reaches the same mailbox nearly everywhere, and Gmail ignores dots: two addresses
    that differ only so are one.
    """
    local, at, domain = text.strip().strip("<>").casefold().rpartition("@")
    if not at or not local or "." not in domain or len(text) > LONGEST or " " in local + domain:
        return ""
    local = local.partition("+")[0]
    if domain in _DOTS_IGNORED:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if local else ""


def handle_key(text: str) -> str:
    """The account name in lower case without address, ``@`` and slashes; empty if too short."""
    shortest = 3
    name = text.strip().casefold().rstrip("/").rpartition("/")[2].lstrip("@")
    return name if shortest <= len(name) <= LONGEST and " " not in name else ""


def site_key(text: str) -> str:
    """The host name of a web site without ``www.``; empty if the text names none.

    >>> site_key("https://www.Altoverde.example/es/"), site_key("none")
    ('altoverde.example', '')
    """
    host = _SCHEME.sub("", text.strip().casefold()).partition("/")[0].partition("?")[0]
    host = host.removeprefix("www.").rstrip(".")
    return host if len(host) <= LONGEST and _HOST.fullmatch(host) else ""
