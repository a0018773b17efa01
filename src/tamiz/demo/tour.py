"""The demonstration: write the invented world, import its list, screen everybody, tell the story.

The tour does not know how the story ends. It looks up what was found about the people planted in
the cohort, and says so if one of them was missed or an honest namesake was held up.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

from msgspec import Struct

from tamiz.checks import RULES
from tamiz.demo.programme import HONEST, Programme, write_programme
from tamiz.demo.story import Applicant, read_story
from tamiz.errors import UsageError
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import Assessment, Finding, Outcome, Queue
from tamiz.output.findings import read_findings
from tamiz.output.folder import FINDINGS
from tamiz.output.results import Order
from tamiz.screening import LoadedPolicy
from tamiz.wording import Language

SOURCE = "ftm:demo"
ABOUT_PAPERS = frozenset({"claims_consistency", *(rule.name for rule in RULES)})
MARK = "INVENTED.txt"  # by which a folder of an earlier demonstration is known
# The day on which the invented programme is screened: the same run always gives the same bytes.
DAY = datetime(2026, 8, 22, 9, tzinfo=UTC)


class Told(Struct, frozen=True, kw_only=True):
    """What was found about one planted person.

    ``finding`` is the concern that weighs most, ``papers`` those about documents beside it.
    """

    planted: Applicant
    assessment: Assessment
    finding: Finding | None
    papers: tuple[Finding, ...] = ()

    @property
    def as_hoped(self) -> bool:
        """An honest one is clear, any other is before an officer because of a concern.

        What cannot be read is before an officer without one.
        """
        is_clear = self.assessment.queue is Queue.CLEAR
        if self.planted.honest:
            return is_clear
        has_concern = next(_concerns(self.assessment), None) is not None
        is_told = self.finding is not None and has_concern is not self.planted.cannot_be_read
        return not is_clear and is_told


def prepare(folder: Path, *, honest: int = HONEST) -> Programme:
    """Write the invented table and list into ``folder`` and import the list into its store.

    Raises:
        UsageError: the folder holds something that is no demonstration, which would be lost.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise UsageError(
            f"{folder}: holds something else than a demonstration; name an empty folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Everything in this folder is invented.\n", encoding="utf-8")
    rmtree(folder / "store", ignore_errors=True)
    programme = write_programme(folder, honest=honest)
    arrived = Arrived(path=programme.watchlist, name=programme.watchlist.name)
    bring(Store(folder / "store"), SOURCE, (arrived,), now=DAY)
    return programme


def order(
    programme: Programme,
    folder: Path,
    *,
    policy: LoadedPolicy,
    software: str,
    jobs: int,
    language: Language,
) -> Order:
    """The order to screen the invented programme, as a vetting unit would give it."""
    return Order(
        cohort=programme.applicants,
        out=folder,
        store=Store(folder / "store"),
        policy=policy,
        today=DAY.date(),
        software=software,
        jobs=jobs,
        language=language,
        invented=True,
        earlier=(programme.earlier,),
    )


def tell(programme: Programme, folder: Path) -> tuple[Told, ...]:
    """What the run in ``folder`` found about each planted person, in the order of the story."""
    by_id = {number: key for key, number in programme.planted.items()}
    found = {by_id[a.id]: a for a in read_findings(folder / FINDINGS) if a.id in by_id}
    return tuple(_told(one, found[one.key]) for one in read_story().applicant)


def _told(planted: Applicant, assessment: Assessment) -> Told:
    heaviest = _heaviest(assessment)
    papers = (one for one in _concerns(assessment) if one.check in ABOUT_PAPERS)
    return Told(
        planted=planted,
        assessment=assessment,
        finding=heaviest,
        papers=tuple(one for one in papers if one is not heaviest),
    )


def _heaviest(assessment: Assessment) -> Finding | None:
    """The concern that weighs most; without one the first open question."""
    open_ = (one for one in assessment.findings if one.outcome is Outcome.INDETERMINATE)
    found = max(_concerns(assessment), key=_weight, default=None)
    return next(open_, None) if found is None else found


def _weight(finding: Finding) -> tuple[float, str]:
    """Bits, then no strength or A before B before C."""
    order = {"": "d", "A": "c", "B": "b", "C": "a"}
    return finding.bits or 0.0, order[finding.strength]


def _concerns(assessment: Assessment) -> Iterator[Finding]:
    return (one for one in assessment.findings if one.outcome is Outcome.CONCERN)
