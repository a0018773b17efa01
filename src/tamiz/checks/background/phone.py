"""A phone of a country that the applicant names nowhere.

Migrants, travellers and families abroad have foreign phones; one alone is nothing. Every country
that the applicant names for themselves explains it: residence, stays, service, birth, documents,
nationalities. It is told only beside a firm concern, so that an officer has it at hand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.check import Context
from tamiz.model import ContactKind

LONGEST_CODE = 3  # digits of a country's calling code (ITU-T E.164)
WORLDWIDE = "001"  # the region of codes that are no country's: satellites, toll-free numbers


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each phone with a calling code, where a country is named."""
    for contact in story.dossier.contacts:
        regions = calling_regions(contact.value) if contact.kind is ContactKind.PHONE else ()
        if not regions:
            continue
        if story.names_one_of(regions):
            yield clear(said("phone.in_order", contact.value, field=contact.field))
        elif story.countries():
            yield concern(
                said("phone.elsewhere", contact.value, _shown(story), field=contact.field,
                     country=regions[0].upper())
            )  # fmt: skip


RULE = Rule(
    name="background_phone",
    version="1",
    basis="NIST SP 800-63A section 4.3 (validation of what is claimed)",
    needs="a phone with its calling code, and a country of residence, birth, service or stay",
    strength=Strength.C,
    false_alarms="high: families abroad, phones bought on a journey, numbers kept for years",
    is_faint=True,
    reads=("contacts",),
    run=run,
)


_DIGIT = re.compile(r"[0-9]")
USUAL_SIGNS = 5  # in which a code stands: “+380”, “+34 6”; few beginnings, that come again
MOST_SIGNS = 12  # of a number that are looked at: a code may stand in brackets, its digits apart


@lru_cache(maxsize=1 << 12)
def _digits(beginning: str) -> str:
    return "".join(_DIGIT.findall(beginning))[:LONGEST_CODE]


@lru_cache(maxsize=1 << 12)
def _regions(digits: str) -> tuple[str, ...]:
    """The countries of the calling code at the beginning of some digits."""
    for length in range(1, len(digits) + 1):
        regions = COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length]), ())
        if regions:
            return () if WORLDWIDE in regions else tuple(region.lower() for region in regions)
    return ()


def calling_regions(number: str) -> tuple[str, ...]:
    """The countries of a number in international form, in small letters; none of any other.

    >>> calling_regions("+52 667 555 0142"), calling_regions("0151 23456789")
    (('mx',), ())
    """
    text = number.strip()
    if text.startswith("00"):
        text = "+" + text[2:]
    if not text.startswith("+"):
        return ()
    digits = _digits(text[:USUAL_SIGNS])
    if len(digits) < LONGEST_CODE:
        digits = _digits(text[:MOST_SIGNS])
    return _regions(digits)


def _shown(story: Story) -> str:
    return ", ".join(sorted(one.upper() for one in story.countries()))
