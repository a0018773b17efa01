"""What ties an applicant to others, as a chart: nodes and the links between them.

The chart holds no opinion and no picture: who stands where and how a link is drawn is for
``tamiz.output.chart``.
"""

from enum import StrEnum

from msgspec import Struct


class NodeKind(StrEnum):
    """What a node is: a party, or a value that parties share."""

    APPLICANT = "applicant"
    LISTED = "listed"
    COMPANY = "company"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    ADDRESS = "address"
    DOCUMENT = "document"
    REFERENCE = "reference"
    WEBSITE = "website"
    UNIT = "unit"
    TEXT = "text"


class NodeStatus(StrEnum):
    """How a node stands to the case.

    SUBJECT is the applicant whom the chart is about, APPLICANT another one of this cohort,
    EARLIER one of an earlier cohort, REFUSED one who was refused, LISTED a party of a list.
    VALUE is anything that parties share, COMMON a value that so many share that it says little.
    """

    SUBJECT = "subject"
    APPLICANT = "applicant"
    EARLIER = "earlier"
    REFUSED = "refused"
    LISTED = "listed"
    VALUE = "value"
    COMMON = "common"


class Certainty(StrEnum):
    """CONFIRMED by a check or a list, REPORTED as somebody stated it, INFERRED by likeness."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    INFERRED = "inferred"


class ChartNode(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A party or a value.

    ``label`` is the name or the value as written, ``detail`` what else tells it apart (a list and
    its date, an outcome). ``count`` is how many people share the value, or of a party how many
    neighbours the chart leaves out.
    """

    id: str
    kind: NodeKind
    status: NodeStatus
    label: str
    detail: str = ""
    count: int = 0


class ChartLink(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A tie between two nodes, named by their ids.

    ``what`` says what ties them (a code such as ``phone`` or ``sponsor``), ``label`` the value or
    a word about it. ``strength`` is in bits: log2 of how many times rarer the tie is than chance.
    ``where`` points to the sources, such as ``A00012 phone``.
    """

    source: str
    target: str
    what: str
    strength: float
    certainty: Certainty
    label: str = ""
    where: tuple[str, ...] = ()


class LinkChart(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The nodes around ``subject`` (a node's id), and how many others are not in ``nodes``."""

    subject: str
    nodes: tuple[ChartNode, ...]
    links: tuple[ChartLink, ...]
    hidden: int = 0

    def __post_init__(self) -> None:
        """Refuse a chart without its middle, and two nodes of one id."""
        ids = [node.id for node in self.nodes]
        if self.subject not in ids or len(set(ids)) < len(ids):
            raise ValueError("a chart needs its subject among its nodes, and each node once")
