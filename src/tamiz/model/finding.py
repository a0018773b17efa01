"""What a check says, and with what evidence."""

from enum import StrEnum

from msgspec import Struct

from tamiz.model.chart import LinkChart
from tamiz.model.paper import PaperShown


class Outcome(StrEnum):
    """The answer of a check. A check that could not run is INDETERMINATE, never CLEAR."""

    CLEAR = "clear"
    CONCERN = "concern"
    INDETERMINATE = "indeterminate"
    NOT_APPLICABLE = "not_applicable"


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One statement, the two values it compares, and its weight.

    ``bits`` is log2 of a likelihood ratio: +3 means eight times likelier if the answer is yes.
    None means the statement carries no number. ``code`` names the sentence in ``tamiz.wording``
    and ``params`` fills it; ``field`` points into the dossier, ``other_field`` into the record.
    """

    feature: str
    code: str
    bits: float | None = None
    applicant: str = ""
    other: str = ""
    params: dict[str, str] = {}
    field: str = ""
    other_field: str = ""


class OtherListing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another entry of the same party, on this list or another, by the lists' own references."""

    source: str
    id: str
    name: str
    programmes: tuple[str, ...] = ()
    linked_to: tuple[str, ...] = ()
    publisher: str = ""
    content_date: str = ""
    url: str = ""
    line: str = ""
    by_reference_alone: bool = False  # its own name and claims are not like the applicant's


class Listed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The listed party a finding is about, with what an officer needs to look it up.

    ``also`` are the party's other entries, the likest to the applicant first. ``linked_to`` names
    the parties it is tied to, each with its own designation in brackets. ``line`` is the
    publisher's own text about the party; ``content_date`` the list's date. ``purpose``,
    ``grading`` and ``review_by`` are those of an entry in a unit's own list.
    """

    source: str
    id: str
    name: str
    type: str = ""
    programmes: tuple[str, ...] = ()
    linked_to: tuple[str, ...] = ()
    publisher: str = ""
    content_date: str = ""
    sha256: str = ""
    url: str = ""
    line: str = ""
    purpose: str = ""
    grading: str = ""
    review_by: str = ""
    also: tuple[OtherListing, ...] = ()


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer of one check to one question, never without evidence.

    ``probability`` is set where the check is calibrated; ``bits`` is the sum of the evidence and
    the prior. ``other`` is the id of another applicant where the question is about two.
    ``basis`` is the clause or source the check implements. ``strength`` grades a rule about
    documents: A near conclusive, B strong, C a hint, which is never a concern alone.
    ``next_step`` tells a human what to do now.
    """

    check: str
    version: str
    question: str
    outcome: Outcome
    evidence: tuple[Evidence, ...]
    basis: str
    probability: float | None = None
    bits: float | None = None
    listed: Listed | None = None
    other: str = ""
    strength: str = ""
    next_step: str = ""

    def __post_init__(self) -> None:
        """Refuse a finding without evidence."""
        if not self.evidence:
            raise ValueError(f"finding of check {self.check!r} has no evidence")


class Queue(StrEnum):
    """Where policy sends a dossier. Software sorts; a named human decides."""

    CLEAR = "clear"
    REVIEW = "review"
    ESCALATE = "escalate"


class Assessment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The findings of one dossier, the queue that policy chose and the rule that chose it.

    ``name`` is the applicant's first name as written and ``row`` where the dossier stood in its
    file (1 = the first line), so that an officer finds the person and the line again. ``papers``
    lays what each document's sources say side by side; empty for those whom nobody needs to see.
    ``chart`` shows what ties the applicant to others; None where nothing does.
    """

    id: str
    queue: Queue
    rule: str
    findings: tuple[Finding, ...]
    name: str = ""
    row: int = 0
    papers: tuple[PaperShown, ...] = ()
    chart: LinkChart | None = None
