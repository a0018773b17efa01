"""The ties around an applicant as a chart: who has what in common with whom, and whom lists know."""

from collections.abc import Sequence

from tamiz.checks.check import Context
from tamiz.checks.links.listed_at import listed_at
from tamiz.links.graph import CohortGraph, Neighbour, Role, Tie, Value, ValueKind, company_values
from tamiz.links.graph.values import company_key
from tamiz.model import Dossier, Finding, Outcome, PastOutcome
from tamiz.model.chart import (
    Certainty,
    ChartLink,
    ChartNode,
    LinkChart,
    NodeKind,
    NodeStatus,
)

DEPTH = 2  # steps from the subject of whom neighbours are drawn
MOST_AT_A_STEP = 40  # neighbours of one applicant that are drawn
STRONG = 5.0  # bits of a tie whose other end's ties are drawn too
COMMON_FROM = 12  # applicants with one value, from which it is drawn as a common one
ALIKE = 0.5  # probability from which two applications are drawn as likely one person's
SAID = 20.0  # bits at which a tie is drawn that a check or a list states; less where it may be
LONGEST = 80  # characters of a label

_KINDS = {
    ValueKind.PHONE: NodeKind.PHONE,
    ValueKind.EMAIL: NodeKind.EMAIL,
    ValueKind.HANDLE: NodeKind.HANDLE,
    ValueKind.ACCOUNT_NAME: NodeKind.HANDLE,
    ValueKind.SITE: NodeKind.WEBSITE,
    ValueKind.ADDRESS: NodeKind.ADDRESS,
    ValueKind.VILLAGE: NodeKind.ADDRESS,
    ValueKind.NUMBER: NodeKind.DOCUMENT,
    ValueKind.PAYMENT: NodeKind.REFERENCE,
    ValueKind.TRAVEL: NodeKind.REFERENCE,
    ValueKind.STAYS: NodeKind.REFERENCE,
    ValueKind.TEXT: NodeKind.TEXT,
    ValueKind.UNIT: NodeKind.UNIT,
    ValueKind.COMPANY: NodeKind.COMPANY,
    ValueKind.PERSON: NodeKind.PERSON,
    ValueKind.CALL_SIGN: NodeKind.PERSON,
}
RELATED = "watchlist_related"
# Checks of lists whose listed party is the applicant's own, or one whom they name.
_WHOSE = frozenset({"watchlist_person", "watchlist_documents", RELATED})
_WHAT = {
    ValueKind.SITE: "website",
    ValueKind.NUMBER: "document",
    ValueKind.ACCOUNT_NAME: "handle",
    ValueKind.STAYS: "travel",
}


def chart_of(dossier: Dossier, findings: Sequence[Finding], context: Context) -> LinkChart | None:
    """The chart of an applicant; None where nothing ties them to anybody."""
    graph = context.graph
    number = None if graph is None else graph.roster.number_of(dossier.id)
    if graph is None or number is None:
        return None
    drawing = _Drawing(graph, number, context)
    drawing.listed(number, [one for one in findings if one.outcome is Outcome.CONCERN])
    drawing.around(number, DEPTH)
    return drawing.chart()


class _Drawing:
    """Nodes and links as they are met, each once."""

    def __init__(self, graph: CohortGraph, subject: int, context: Context) -> None:
        self._graph = graph
        self._context = context
        self._subject = subject
        self._nodes: dict[str, ChartNode] = {}
        self._links: dict[tuple[str, str, str], ChartLink] = {}
        self._done: set[int] = set()
        self._applicant(subject)

    def chart(self) -> LinkChart | None:
        """All of it; None if there is no link."""
        if not self._links:
            return None
        return LinkChart(
            subject=self._key(self._subject),
            nodes=tuple(self._nodes.values()),
            links=tuple(self._links.values()),
        )

    def around(self, number: int, depth: int) -> None:
        """Draw somebody's ties, and those of the other ends of strong ones."""
        if number in self._done:
            return
        self._done.add(number)
        self._companies(number)
        self._same(number)
        near = self._graph.neighbours(number)[:MOST_AT_A_STEP]
        for one in near:
            self._tied(number, one)
        for one in near:
            self.listed(one.number, listed_at(self._graph, one.number, self._context))
            if depth > 1 and one.bits >= STRONG:
                self.around(one.number, depth - 1)

    def listed(self, number: int, findings: Sequence[Finding]) -> None:
        """Draw the listed parties that somebody is, that they name, or whose seat they share."""
        for finding in findings:
            party = finding.listed
            if party is None or finding.check not in _WHOSE:
                continue
            key = f"listed:{party.source}:{party.id}"
            detail = " · ".join(filter(None, (party.source, *party.programmes[:1])))
            self._nodes.setdefault(
                key,
                ChartNode(id=key, kind=NodeKind.LISTED, status=NodeStatus.LISTED,
                          label=_short(party.name), detail=detail),
            )  # fmt: skip
            end = self._key(number)
            if finding.check == RELATED:
                end = self._party(number, finding.evidence[0].applicant)
            bits = SAID if finding.probability is None else SAID * finding.probability
            self._link(end, key, "listed_as", bits, Certainty.INFERRED, finding.check)

    def _party(self, number: int, name: str) -> str:
        """The node of a party that somebody names."""
        dossier = self._graph.roster.dossier(number)
        found = (one for one in self._graph.roster.values(number) if one.party == name and
                 one.kind in {ValueKind.COMPANY, ValueKind.PERSON})  # fmt: skip
        value = next(found, None)
        if value is None:
            return self._key(number)
        self._value(value, 0)
        self._link(self._key(number), value.node, value.role.value, STRONG, Certainty.REPORTED,
                   f"{dossier.id} {value.field}")  # fmt: skip
        return value.node

    def _companies(self, number: int) -> None:
        dossier = self._graph.roster.dossier(number)
        for company, _ in company_values(dossier):
            profile = self._graph.profile(company)
            if len(profile.people) < 2 and not profile.seats:  # noqa: PLR2004 - alone it ties nobody
                continue
            self._value(company, len(profile.people))
            self._link(
                self._key(number), company.node, company.role.value, STRONG, Certainty.REPORTED,
                f"{dossier.id} {company.field}",
            )  # fmt: skip
            for seat in profile.seats:
                self._value(seat.here, 0)
                other = f"{ValueKind.COMPANY.value}={company_key(seat.company)}"
                self._nodes.setdefault(
                    other,
                    ChartNode(id=other, kind=NodeKind.COMPANY, status=NodeStatus.VALUE,
                              label=_short(seat.company)),
                )  # fmt: skip
                what = _what(seat.here)
                for end, by in ((company.node, dossier.id), (other, seat.by)):
                    self._link(end, seat.here.node, what, STRONG, Certainty.REPORTED, by)

    def _same(self, number: int) -> None:
        for same in self._graph.same.of(number):
            if same.probability >= ALIKE:
                self._applicant(same.number)
                self._link(
                    self._key(number), self._key(same.number), "same_person", SAID * same.probability,
                    Certainty.INFERRED, f"{same.probability:.0%}",
                )  # fmt: skip

    def _tied(self, number: int, other: Neighbour) -> None:
        self._applicant(other.number)
        mine, theirs = self._key(number), self._key(other.number)
        ids = self._key(number), other.id
        for tie in other.ties:
            if tie.here.kind is ValueKind.PERSON:
                self._named(number, other, tie)
                continue
            self._value(tie.here, tie.count)
            for end, value, by in ((mine, tie.here, ids[0]), (theirs, tie.there, ids[1])):
                self._link(
                    end, tie.here.node, _what(value), tie.bits, _certainty(tie.here),
                    f"{by} {value.field}", value.text if value.kind is not ValueKind.TEXT else "",
                )  # fmt: skip

    def _named(self, number: int, other: Neighbour, tie: Tie) -> None:
        """Somebody names the other, or both name one person."""
        mine, theirs = self._key(number), self._key(other.number)
        ids = self._key(number), other.id
        if tie.here.role is not Role.OWN and tie.there.role is not Role.OWN:
            self._value(tie.here, tie.count)
            for end, value, by in ((mine, tie.here, ids[0]), (theirs, tie.there, ids[1])):
                self._link(end, tie.here.node, value.role.value, tie.bits, Certainty.REPORTED,
                           f"{by} {value.field}")  # fmt: skip
            return
        from_here = tie.there.role is Role.OWN
        by, value = (ids[0], tie.here) if from_here else (ids[1], tie.there)
        ends = (mine, theirs) if from_here else (theirs, mine)
        self._link(*ends, value.role.value, tie.bits, Certainty.REPORTED, f"{by} {value.field}")

    def _applicant(self, number: int) -> None:
        dossier, key = self._graph.roster.dossier(number), self._key(number)
        names = dossier.identity.names
        outcome = self._graph.roster.outcome(number)
        self._nodes.setdefault(
            key,
            ChartNode(
                id=key, kind=NodeKind.APPLICANT, status=self._status(number, outcome),
                label=_short(names[0].text if names else dossier.id),
            ),
        )  # fmt: skip

    def _status(self, number: int, outcome: PastOutcome | None) -> NodeStatus:
        if number == self._subject:
            return NodeStatus.SUBJECT
        if outcome is PastOutcome.REFUSED:
            return NodeStatus.REFUSED
        earlier = self._graph.roster.is_earlier(number)
        return NodeStatus.EARLIER if earlier else NodeStatus.APPLICANT

    def _value(self, value: Value, count: int) -> None:
        status = NodeStatus.COMMON if count >= COMMON_FROM else NodeStatus.VALUE
        self._nodes.setdefault(
            value.node,
            ChartNode(id=value.node, kind=_KINDS[value.kind], status=status,
                      label=_short(value.text), count=count),
        )  # fmt: skip

    def _link(
        self, source: str, target: str, what: str, strength: float, certainty: Certainty,
        where: str, label: str = "",
    ) -> None:  # fmt: skip
        if (target, source, what) not in self._links:
            self._links.setdefault(
                (source, target, what),
                ChartLink(source=source, target=target, what=what, strength=round(strength, 2),
                          certainty=certainty, where=(where,), label=_short(label)),
            )  # fmt: skip

    def _key(self, number: int) -> str:
        return self._graph.roster.told(number).id


def _what(value: Value) -> str:
    """How a value hangs on somebody: as their own, or as that of a party they name."""
    if value.role is not Role.OWN:
        return value.role.value
    return _WHAT.get(value.kind, value.kind.value)


def _certainty(value: Value) -> Certainty:
    """Letters are alike by measure; everything else stands on both sides."""
    return Certainty.INFERRED if value.kind is ValueKind.TEXT else Certainty.REPORTED


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
