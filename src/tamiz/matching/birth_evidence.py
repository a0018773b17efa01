"""What two sets of birth dates prove: agreement by precision, and the usual ways to differ."""

from math import log2

from msgspec import structs

from tamiz.matching.weights import BirthDateWeights
from tamiz.model import Evidence, PartialDate

FEATURE = "birth_date"
CIRCA_YEARS = 2  # "about 1970" still agrees with 1968 to 1972
CLOSE_YEARS = 2
RANGES = (("range_narrow", 3), ("range", 7))  # years that a range spans at most
FAR_YEARS = 15  # no list and no applicant errs so far by accident


def compare_birth_dates(
    here: tuple[PartialDate, ...],
    there: tuple[PartialDate, ...],
    weights: BirthDateWeights,
) -> Evidence:
    """The best agreement between any two dates; without bits where a side has none."""
    if not here or not there:
        side = "applicant" if not here else "listed"
        return Evidence(
            feature=FEATURE,
            code=f"birth_date.missing_{side}",
            applicant=_texts(here),
            other=_texts(there),
            field=here[0].field if here else "",
        )
    choices = [(compare_dates(one, other), one, other) for one in here for other in there]
    worth = {level: float(getattr(weights, level)) for level, _, _ in choices}
    level, one, other = max(choices, key=lambda choice: worth[choice[0]])
    bits = worth[level]
    if bits > 0:
        bits += weights.choice * log2(len(there))
        bits += weights.ambiguous if one.ambiguous else 0.0
    return Evidence(
        feature=FEATURE,
        code=f"birth_date.{level}",
        bits=round(bits, 4),
        applicant=one.text(),
        other=other.text() if len(there) == 1 else _texts(there),
        field=one.field,
        other_field=other.field,
    )


def compare_age(
    here: tuple[PartialDate, ...], missing: Evidence, weights: BirthDateWeights
) -> Evidence:
    """What the applicant's age tells where the list gives no birth date.

    Few listed persons are young. Only that speaks, and only against: an older applicant is no
    likelier a listed person for being old.
    """
    bits = age_bits(here, weights)
    if not bits:
        return missing
    return structs.replace(missing, code="birth_date.young", bits=bits)


def age_bits(here: tuple[PartialDate, ...], weights: BirthDateWeights) -> float:
    """What being so young is worth where the list gives no birth date: nothing, or less."""
    year = min(day.year for day in here)  # of several readings the oldest
    return min((worth for first, worth in weights.young if year >= first), default=0.0)


def compare_dates(one: PartialDate, other: PartialDate) -> str:
    """How two dates agree: the name of a weight in ``[birth_date]``."""
    if one.until is not None or other.until is not None:
        return _compare_ranges(one, other)
    gap = abs(one.year - other.year)
    if one.circa or other.circa:
        return "circa_year" if gap == 0 else "circa" if gap <= CIRCA_YEARS else _apart(gap)
    if one.month is None or other.month is None:
        return "year" if gap == 0 else "near_year" if gap == 1 else _apart(gap)
    if one.day is None or other.day is None:
        agrees = one.month == other.month
        return ("month" if agrees else "same_year") if gap == 0 else _apart(gap)
    return _compare_days(one, other, gap)


def _compare_days(one: PartialDate, other: PartialDate, gap: int) -> str:
    """Two dates that are both known to the day."""
    same_day, same_month = one.day == other.day, one.month == other.month
    if same_day and same_month:
        if gap == 0 and one.day == one.month == 1:
            return "same_new_year"
        return _same_day(one.year, other.year, gap)
    if gap == 0 and one.day == other.month and one.month == other.day:
        return "swapped"
    if gap == 0:
        return "same_month" if same_month else "same_year_day" if same_day else "same_year"
    return _apart(gap)


def _same_day(year: int, other: int, gap: int) -> str:
    """The same day and month: how do the years differ?"""
    if gap == 0:
        return "same_day"
    if gap == 1:
        return "year_off_one"
    return "year_typo" if _one_slip(f"{year:04d}", f"{other:04d}") else "same_day_other_year"


def _one_slip(one: str, other: str) -> bool:
    """Whether two years differ in one digit or by two exchanged neighbours."""
    differing = [at for at in range(4) if one[at] != other[at]]
    if len(differing) == 1:
        return True
    exchanged = [(at, at + 1) for at in range(3)]
    return any(
        differing == [a, b] and one[a] == other[b] and one[b] == other[a] for a, b in exchanged
    )


def _compare_ranges(one: PartialDate, other: PartialDate) -> str:
    first, last = max(one.year, other.year), min(one.until or one.year, other.until or other.year)
    slack = CIRCA_YEARS if one.circa or other.circa else 0
    if first > last + slack:
        return _apart(first - last)
    years = max((date.until or date.year) - date.year for date in (one, other)) + 1 + slack
    return next((level for level, most in RANGES if years <= most), "range_wide")


def _apart(gap: int) -> str:
    """How far two years are apart that do not agree."""
    if gap == 0:
        return "same_year"
    return "close" if gap <= CLOSE_YEARS else "different" if gap <= FAR_YEARS else "far"


def _texts(dates: tuple[PartialDate, ...]) -> str:
    return "; ".join(dict.fromkeys(date.text() for date in dates))
