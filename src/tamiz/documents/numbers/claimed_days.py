"""Birth dates: a number's against those claimed."""

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.reading import Part, Says
from tamiz.model import PartialDate

ABOUT = 5  # years: how far "about 1970" reaches
LATE = 1  # years after birth in which a birth is still registered in due time


def date_conflict(says: Says, claimed: tuple[PartialDate, ...]) -> Difference | None:
    """The difference if no claimed date can be one of the number's."""
    if not claimed:
        return None
    if says.year_given is not None:
        return _year_conflict(says.year_given, claimed)
    if says.latest_birth_year is not None:
        return _late_birth(says.latest_birth_year, claimed)
    if not says.birth_dates or any(_is_same(one, c) for one in says.birth_dates for c in claimed):
        return None
    detail = min((_detail(one, c) for one in says.birth_dates for c in claimed), key=_rank)
    return Difference(
        Part.BIRTH_DATE,
        detail,
        _shown(says.birth_dates),
        _shown(claimed),
        Grade.A if detail == "other_date" else Grade.B,
        claimed[0].field,
    )


def _year_conflict(year: int, claimed: tuple[PartialDate, ...]) -> Difference | None:
    """Born after the number was given is impossible; long before it is a late registration."""
    if all(_first_year(one) > year for one in claimed):
        detail, grade = "born_after_registration", Grade.A
    elif all(_last_year(one) < year - LATE for one in claimed):
        detail, grade = "registered_late", Grade.C
    else:
        return None
    shown = _shown(claimed)
    return Difference(Part.REGISTRATION, detail, str(year), shown, grade, claimed[0].field)


def _late_birth(latest: int, claimed: tuple[PartialDate, ...]) -> Difference | None:
    """Born after numbers of this size were given out."""
    if any(_first_year(one) <= latest for one in claimed):
        return None
    shown = _shown(claimed)
    field = claimed[0].field
    return Difference(Part.REGISTRATION, "born_after_number", f"/{latest}", shown, Grade.B, field)


def _is_same(number: PartialDate, claimed: PartialDate) -> bool:
    if claimed.circa:
        return _first_year(claimed) <= number.year <= _last_year(claimed)
    return (
        _first_year(claimed) <= number.year <= _last_year(claimed)
        and claimed.month in {None, number.month}
        and claimed.day in {None, number.day}
    )


def _first_year(claimed: PartialDate) -> int:
    return claimed.year - (ABOUT if claimed.circa else 0)


def _last_year(claimed: PartialDate) -> int:
    return (claimed.until or claimed.year) + (ABOUT if claimed.circa else 0)


def _detail(number: PartialDate, claimed: PartialDate) -> str:
    """What kind of difference it is: some are likelier slips than others."""
    same_year = number.year == claimed.year
    if same_year and (number.month, number.day) == (claimed.day, claimed.month):
        return "day_and_month_swapped"
    if claimed.month is None or claimed.day is None:
        return "other_date"
    pairs = zip(number.text(), claimed.text(), strict=False)
    return "one_digit" if sum(a != b for a, b in pairs) == 1 else "other_date"


def _rank(detail: str) -> int:
    return ("day_and_month_swapped", "one_digit", "other_date").index(detail)


def _shown(days: tuple[PartialDate, ...]) -> str:
    return " / ".join(one.text() for one in days)
