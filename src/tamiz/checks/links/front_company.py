"""Is a sponsor or employer a front: a name under which people are sent, and nothing else?

Each sign has an honest explanation (a young charity has no number yet, friends who were hired
together apply on one day), so that one is never enough. What only a front has is a seat or a register
number that it shares with other companies, or a founding date behind its first use.

Whoever sends people under several names keeps each small: a company that shows too little by itself is
laid together with those of its house (``links.graph.houses``).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2

from tamiz.checks.check import Check, Context
from tamiz.checks.courses import Course, Sensitivity, sensitivity_of
from tamiz.links.graph import BURST, CompanyProfile, company_values
from tamiz.model import Dossier, Evidence, Finding, Outcome, PartialDate

CONCERN = 7.0  # bits: a shared seat and two lesser signs
FEWEST_PEOPLE = 2  # that a company must have sent for anything to be said of it
NO_NUMBER = 2.0
AFTER_USE = 6.0  # registered after it was first named
YOUNG = 3.0  # registered less than a year before it was first named
SHARED_SEAT = 4.0
SHARED_NUMBER = 5.0  # in a register a number is one company's; a number mistyped meets nobody's
IN_A_BURST = 1.5
ONE_COURSE = 3.0  # at most, for asking what others seldom ask
FEWEST_IN_BURST = 3
MOST_OF_PEOPLE = 0.6  # share of a company's people that makes a burst, or one course
YEAR = 365  # days


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for each company that shows several signs."""
    companies = {one.node: one for one, _ in company_values(dossier)}
    if context.graph is None or not companies:
        yield _ALONE if context.graph is None else _NO_COMPANY
        return
    harmless: list[Evidence] = []
    concerns = 0
    for company in companies.values():
        told = _told(context.graph.profile(company), company.field, context)
        house = None if _is_front(told) else context.graph.profile_of_house(company)
        if house is not None:
            laid_together = _told(house, company.field, context)
            told = laid_together if _is_front_of_several(laid_together) else told
        if _is_front(told):
            concerns += 1
            yield CHECK.finding(Outcome.CONCERN, told, bits=round(_bits(told), 2))
        else:
            harmless += told
    if not concerns:
        yield CHECK.finding(Outcome.CLEAR, tuple(harmless))


CHECK = Check(
    name="front_company",
    version="4",
    basis="FATF/Egmont, Concealment of Beneficial Ownership (2018), shell and front companies",
    run=run,
)
_ALONE, _NO_COMPANY = (
    CHECK.finding(Outcome.NOT_APPLICABLE, (Evidence(feature="relation", code=code),))
    for code in ("shared.no_cohort", "front.no_company")
)
_STRUCTURAL = frozenset({"front.seat", "front.after_use", "front.young", "front.number"})


def _told(profile: CompanyProfile, field: str, context: Context) -> tuple[Evidence, ...]:
    """Who comes with a company, or with all of its house, and what is unusual about it."""
    signs = signs_of(profile, context.thresholds.courses)
    house = [_house(profile)] if profile.house else []
    return (_who(profile, field), *house, *signs)


def _is_front(told: Sequence[Evidence]) -> bool:
    return _bits(told) >= CONCERN and any(one.code in _STRUCTURAL for one in told)


def _is_front_of_several(told: Sequence[Evidence]) -> bool:
    """Sister charities share an office, too: their people do not all ask for one sensitive course."""
    return _is_front(told) and any(one.code == "front.course" for one in told)


def _bits(told: Sequence[Evidence]) -> float:
    return sum(one.bits or 0.0 for one in told)


def signs_of(profile: CompanyProfile, courses: tuple[Course, ...] = ()) -> Iterator[Evidence]:
    """What about a company is unusual, each with its bits; ``courses`` are a unit's own rows.

    That its people ask for one course is no sign where little can be done with what it teaches.
    """
    people = len(profile.people)
    if people < FEWEST_PEOPLE:
        return
    if not profile.numbers:
        yield _sign("no_number", NO_NUMBER, profile.name, "")
    yield from _age(profile)
    if profile.seats:
        seat = profile.seats[0]
        told = {"company": seat.company, "id": seat.by, "count": str(len(profile.seats))}
        yield _sign("seat", SHARED_SEAT, seat.here.text, seat.there.text, **told)
    if profile.doubles:
        double = profile.doubles[0]
        told = {"company": double.company, "id": double.by}
        yield _sign("number", SHARED_NUMBER, double.here.text, double.there.text, **told)
    if profile.burst >= max(FEWEST_IN_BURST, MOST_OF_PEOPLE * people):
        told = {"count": str(profile.burst), "people": str(people), "days": str(BURST)}
        yield _sign("burst", IN_A_BURST, profile.name, "", **told)
    is_low = sensitivity_of(profile.course, courses) is Sensitivity.LOW
    if not is_low and people >= FEWEST_IN_BURST and profile.asking >= MOST_OF_PEOPLE * people:
        bits = min(-log2(max(profile.usual, 0.001)), ONE_COURSE)
        told = {"count": str(profile.asking), "usual": f"{profile.usual:.0%}"}
        yield _sign("course", bits, profile.course, "", **told)


def _age(profile: CompanyProfile) -> Iterator[Evidence]:
    if profile.founded is None or profile.first_use is None:
        return
    earliest = _first_day(profile.founded)
    if earliest > profile.first_use:
        code, bits = "after_use", AFTER_USE
    elif (profile.first_use - _last_day(profile.founded)).days < YEAR:
        code, bits = "young", YOUNG
    else:
        return
    yield _sign(code, bits, profile.founded.text(), profile.first_use.isoformat())


def _first_day(day: PartialDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


def _last_day(day: PartialDate) -> date:
    """The last day that a date may mean; of a month its 28th, which is near enough."""
    return date(day.until or day.year, day.month or 12, day.day or 28)


def _sign(code: str, bits: float, applicant: str, other: str, **told: str) -> Evidence:
    return Evidence(
        feature="relation", code=f"front.{code}", bits=round(bits, 2), applicant=applicant,
        other=other, params=told,
    )  # fmt: skip


def _house(profile: CompanyProfile) -> Evidence:
    return Evidence(
        feature="relation", code="front.house", applicant=profile.name,
        other="; ".join(profile.house), params={"count": str(len(profile.house))},
    )  # fmt: skip


def _who(profile: CompanyProfile, field: str) -> Evidence:
    return Evidence(
        feature="relation", code="front.people", applicant=profile.name, field=field,
        params={"count": str(len(profile.people))},
    )  # fmt: skip
