"""Whether infiltrators were found, at which rank, and whether the evidence names what was planted."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from redteam.programme import Label
from redteam.screening import Run
from redteam.world import Cause
from tamiz.model import Assessment, Finding, Outcome, Queue

LOAD = 0.01  # of the cohort is what officers can look at
TOLD = frozenset({Outcome.CONCERN, Outcome.INDETERMINATE})
# Values that stand in many a finding about other things: they count only with their other side.
COMMON = frozenset({"name", "name_original", "birth_date", "aliases"})
LEAST = 5  # letters and digits that make a value recognisable
QUOTED = 24  # letters and digits of a letter that evidence must quote at least


class Verdict(Struct, frozen=True, kw_only=True):
    """What became of one infiltrator.

    ``way`` is how they used the tactic; ``rank`` is None for those whom nobody would see.
    """

    id: str
    tactic: str
    way: str = ""
    found: bool
    rank: int | None
    in_load: bool
    named: bool
    clear_before: bool = True


def judge(labels: list[Label], run: Run, *, later: Run | None = None) -> list[Verdict]:
    """A verdict for each infiltrator; sleepers are judged by the run with the later list."""
    most = max(round(len(run.queues) * LOAD), 1)
    verdicts = []
    for one in labels:
        if one.honest or one.file != "cohort":
            continue
        of = later if later is not None and one.tactic == "sleeper" else run
        verdicts.append(_verdict(one, of, most, run))
    return verdicts


def _verdict(label: Label, run: Run, most: int, first: Run) -> Verdict:
    rank = run.ranks.get(label.id)
    found = run.queues.get(label.id, Queue.CLEAR) is not Queue.CLEAR
    case = run.cases.get(label.id)
    return Verdict(
        id=label.id,
        tactic=label.tactic,
        way=label.note,
        found=found,
        rank=rank,
        in_load=found and rank is not None and rank <= most,
        named=found and case is not None and any(is_named(cause, case) for cause in label.causes),
        clear_before=first.queues.get(label.id) is Queue.CLEAR,
    )


def is_named(cause: Cause, case: Assessment) -> bool:
    """Whether a concern or open question points to the other side or quotes the planted value."""
    for finding in case.findings:
        if finding.outcome not in TOLD:
            continue
        if cause.other and cause.other in set(_sides(finding)):
            return True
        if (not cause.other or cause.field not in COMMON) and _quotes(finding, cause.value):
            return True
    return False


def _sides(finding: Finding) -> Iterator[str]:
    """The ids of all whom a finding points to."""
    yield finding.other
    if finding.listed is not None:
        yield finding.listed.id
        yield from (other.id for other in finding.listed.also)
    for text in (finding.other, *_texts(finding)):
        for sign in ",;()/":  # an id of an earlier file stands behind the file's name
            text = text.replace(sign, " ")  # noqa: PLW2901
        yield from text.split()


def _texts(finding: Finding) -> Iterator[str]:
    for evidence in finding.evidence:
        yield from (evidence.applicant, evidence.other, *evidence.params.values())


def _quotes(finding: Finding, value: str) -> bool:
    wanted = plain(value)
    if len(wanted) < LEAST:
        return False
    for text in map(plain, _texts(finding)):
        if wanted in text or (len(text) >= QUOTED and text in wanted):
            return True
    return False


def plain(text: str) -> str:
    """Letters without accents and digits, nothing else, in small letters."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if char.isalnum())
