"""Was a document issued on a day when offices of its State are closed?

Only whole States' public holidays and weekly days of rest count. There are many honest exceptions
(consulates keep the host's calendar, airports and mobile teams work on Sundays): it is a hint.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import holidays

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.model import Evidence, Outcome

MOST_CALENDARS = 1_024  # States and years at once: a calendar has some kilobytes
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each document whose day of issue is known and whose State has a calendar."""
    for paper in papers.each:
        issued = None if paper.document.issued is None else exact_day(paper.document.issued)
        if issued is None or paper.state is None:
            continue
        calendar = _calendar(paper.state.upper(), issued.year)
        if calendar is not None:
            yield _answer(paper, issued, calendar)


RULE = Rule(
    name="document_closed_office",
    version="1",
    number=10,
    basis="public holidays and days of rest of each State, by the library holidays",
    needs="issuing State, date of issue to the day",
    strength=Strength.C,
    false_alarms="high: consulates, airports, mobile teams, offices open on Saturdays",
    is_faint=True,
    reads=("issued",),
    run=run,
)


@lru_cache(maxsize=MOST_CALENDARS)
def _calendar(state: str, year: int) -> holidays.HolidayBase | None:
    """A State's year, the names in its own language; None if nobody keeps its calendar."""
    try:
        kind = getattr(holidays, state, None) or holidays.country_holidays(state)
        language = kind.default_language
        # Without a language named the library would take that of this machine.
        found = holidays.country_holidays(state, years=year, expand=False, language=language)
    except NotImplementedError:
        return None
    return found if kind.start_year <= year <= kind.end_year else None


def _answer(paper: Paper, issued: date, calendar: holidays.HolidayBase) -> Answer:
    name = calendar.get(issued) or ""
    weekday = issued.weekday()
    is_rest = weekday in calendar.weekend and issued not in calendar.weekend_workdays
    code = "holiday" if name else _WEEKDAYS[weekday] if is_rest else "in_order"
    evidence = Evidence(
        feature="document_dates",
        code=f"document.closed.{code}",
        applicant=str(issued),
        other=name,
        params={"state": calendar.country, "holiday": name},
        field=paper.field,
    )
    return Answer(Outcome.CLEAR if code == "in_order" else Outcome.CONCERN, evidence)
