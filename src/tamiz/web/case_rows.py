"""Rows of a case and of its findings, as the queue, its filters and the search read them."""

from tamiz.casework import finding_id, needs_verdict
from tamiz.casework.evidence import by_id
from tamiz.model import Assessment, Finding
from tamiz.output.cases import case_view
from tamiz.web.columns import column
from tamiz.web.models import Case as Row
from tamiz.web.models import CaseFinding, Run
from tamiz.web.observed import LONGEST_ID
from tamiz.web.rank import rank
from tamiz.web.search_words import LONGEST as MOST_WORDS
from tamiz.web.search_words import case_words

BEGAN = "started"  # when a run began to screen, in its summary: ISO text in UTC, to the second
LONGEST_BEGAN = 20  # signs of that
LONGEST = 300  # signs of a name in the queue; the case has all of it


def began(run: Run) -> str:
    """When it began to screen, as a case keeps it; empty where it does not say."""
    return column(str(run.summary.get(BEGAN) or ""), LONGEST_BEGAN)


def is_older(run: Run, row: Row) -> bool:
    """Whether a run was screened before the one that a case knows: it takes nothing away from it.

    By the day; on one day by the clock, where both say it.
    """
    day, known = (str(one.screened_on or "") for one in (run, row.run))  # as read, or just written
    if not day or not known or day != known:
        return bool(day and known) and day < known
    mine, known = began(run), row.screened
    return bool(mine and known) and mine < known


def applicant_of(one: Assessment) -> str:
    """What the row calls the applicant."""
    return column(one.id, LONGEST_ID)


def row_facts(run: Run, screened: str, one: Assessment, evidence: str) -> dict[str, object]:
    """What the row says of a case without opening it. ``screened``: when that began."""
    headline = case_view(one, "").headline
    return {
        "name": column(one.name, LONGEST),
        "row": one.row,
        "run": run,
        "screened": screened,
        "queue": one.queue.value,
        "rule": column(one.rule, 100),
        "rank": rank(one),
        "check_name": headline.check if headline else "",
        "probability": headline.probability if headline else None,
        "bits": headline.bits if headline else None,
        "evidence": evidence,
        "words": column(case_words(one), MOST_WORDS),
    }


def finding_rows(case: Row, one: Assessment) -> list[CaseFinding]:
    """The rows of what is to be judged."""
    told = by_id(filter(needs_verdict, one.findings))
    return [_row(case, at, finding) for at, finding in enumerate(told.values())]


def _row(case: Row, at: int, finding: Finding) -> CaseFinding:
    listed = finding.listed
    return CaseFinding(
        case=case,
        key=finding_id(finding),
        check_name=finding.check,
        outcome=finding.outcome.value,
        probability=finding.probability,
        bits=finding.bits,
        listed=column(f"{listed.source} {listed.id}", LONGEST) if listed else "",
        other=column(finding.other, LONGEST),
        position=at,
    )
