"""Invented charts of any size: an applicant, what they share with others, and who stands behind.

Nobody in here exists. The same size gives the same chart.
"""

from random import Random

from tamiz.model import Certainty, ChartLink, ChartNode, LinkChart, NodeKind, NodeStatus

HOSTILE = "</text><script>alert(1)</script>&\"'\u202egpj.exe"
NAMES = (
    "Javier Inventado Quimera", "Сергій Олегович Вимисленко", "سلمان بن عبد الرحمن الوهمي",
    "María Ficticia Imaginaria de los Ángeles", "Ґанна Їжакевич-Примарна", "Kim Cheol-su Gaong",
    "גלעד בן־דמיון", "Nguyễn Văn Tưởng Tượng", "Jean-Baptiste de l'Invention", "Ana Nadie",
    "Zeynep Uydurmaoğlu", "Абдурахман Неіснуючий", "José Nemo", "王虚构",
)  # fmt: skip
VALUES = (
    (NodeKind.PHONE, "+503 7000 {:04d}"), (NodeKind.EMAIL, "maximiliano.inventado{:02d}@example.org"),
    (NodeKind.ADDRESS, "Calle Invento {}, Ciudad Quimera, Ruritania"), (NodeKind.DOCUMENT, "P{:07d}"),
    (NodeKind.REFERENCE, "IBAN XX00 0000 {:04d}"), (NodeKind.HANDLE, "@nadie_{}"),
    (NodeKind.COMPANY, "Seguridad Quimera {} S.A. de C.V."), (NodeKind.WEBSITE, "quimera{}.example"),
    (NodeKind.UNIT, "{}-та окрема вигадана бригада"), (NodeKind.PERSON, "Comandante Invento {}"),
    (NodeKind.TEXT, "“I wish to help the people of {} …”"),
)  # fmt: skip
FURTHEST = 4  # hops from the applicant to the last who share something more
COMMON = 40  # people who share the embassy's phone


def small_chart() -> LinkChart:
    """Five nodes: an applicant shares a phone with a refused one, whose sponsor is listed."""
    nodes = (
        _person("A00012", NAMES[0], NodeStatus.SUBJECT),
        _value("phone", NodeKind.PHONE, "+503 7000 0001", 2),
        _person("B-0381", NAMES[1], NodeStatus.REFUSED, "refused 2025"),
        _value("company", NodeKind.COMPANY, "Seguridad Quimera S.A. de C.V."),
        ChartNode(
            id="us-ofac-sdn 90001", kind=NodeKind.LISTED, status=NodeStatus.LISTED,
            label="GRUPO QUIMERA HOLDING", detail="us-ofac-sdn 90001, 2026-08-14",
        ),
    )  # fmt: skip
    links = (
        _link("A00012", "phone", "phone", 17.2, Certainty.CONFIRMED),
        _link("B-0381", "phone", "phone", 17.2, Certainty.CONFIRMED),
        _link("B-0381", "company", "sponsor", 9.0, Certainty.REPORTED),
        _link("company", "us-ofac-sdn 90001", "address", 6.1, Certainty.INFERRED),
    )
    return LinkChart(subject="A00012", nodes=nodes, links=links)


def chart_of(count: int, seed: int = 5) -> LinkChart:
    """A chart of ``count`` nodes: people and what they share, in turn, with one common value."""
    random = Random(seed)  # noqa: S311 - invented people
    nodes = [
        _person("A00012", NAMES[0], NodeStatus.SUBJECT),
        ChartNode(
            id="v0",
            kind=NodeKind.PHONE,
            status=NodeStatus.COMMON,
            label="+503 2000 0000",
            count=COMMON,
        ),
    ]
    links = [_link("A00012", "v0", "phone", 0.4, Certainty.CONFIRMED)]
    people, values, hops = ["A00012"], ["v0"], {"A00012": 0, "v0": 1}
    while len(nodes) < count:
        at = len(nodes)
        if at % 5 < 2:
            kind, pattern = VALUES[at % len(VALUES)]
            name, owner = f"v{at}", people[int(len(people) * random.random() ** 2)]
            nodes.append(_value(name, kind, pattern.format(at), 2 + at % 3))
            values.append(name)
        else:
            name = f"B{at:05d}"
            nodes.append(_someone(name, at))
            owner = values[random.randrange(max(0, len(values) - 9), len(values))]
            if hops[owner] + 1 < FURTHEST:
                people.append(name)
        hops[name] = hops[owner] + 1
        links.append(_link(owner, name, _what(owner, name, nodes), _bits(random, owner), _how(at)))
        if at % 9 == 8:  # some share two things
            other = random.choice(values)
            links.append(_link(people[-1], other, "address", _bits(random, other), _how(at + 1)))
    return LinkChart(subject="A00012", nodes=tuple(nodes), links=tuple(links))


def hostile_chart() -> LinkChart:
    """The same evil text wherever a stranger can put one; also far too long, and without end."""
    nodes = (
        _person("A1", HOSTILE, NodeStatus.SUBJECT),
        _value(HOSTILE, NodeKind.EMAIL, HOSTILE, 3),
        _person("A2", "W" * 9_000, NodeStatus.APPLICANT, HOSTILE),
    )
    links = (
        ChartLink(
            source="A1", target=HOSTILE, what=HOSTILE, label=HOSTILE, strength=40.0,
            certainty=Certainty.INFERRED, where=(HOSTILE,),
        ),
        _link("A2", HOSTILE, "email", -4.0, Certainty.REPORTED),
        _link("A2", "A2", "email", 4.0, Certainty.REPORTED),
        _link("A2", "nowhere", "email", 4.0, Certainty.REPORTED),
    )  # fmt: skip
    return LinkChart(subject="A1", nodes=nodes, links=links)


def star_chart(count: int, status: NodeStatus = NodeStatus.VALUE) -> LinkChart:
    """Everybody shares one value."""
    people = [
        _person(
            f"A{at}", NAMES[at % len(NAMES)], NodeStatus.APPLICANT if at else NodeStatus.SUBJECT
        )
        for at in range(count)
    ]
    hub = ChartNode(
        id="hub", kind=NodeKind.ADDRESS, status=status, label="1 High Street", count=count
    )
    links = tuple(_link(one.id, "hub", "address", 0.1, Certainty.REPORTED) for one in people)
    return LinkChart(subject="A0", nodes=(*people, hub), links=links)


def _someone(name: str, at: int) -> ChartNode:
    status = (NodeStatus.APPLICANT, NodeStatus.APPLICANT, NodeStatus.EARLIER)[at % 3]
    if at % 23 == 14:
        return ChartNode(
            id=name,
            kind=NodeKind.LISTED,
            status=NodeStatus.LISTED,
            label=NAMES[at % len(NAMES)].upper(),
        )
    if at % 17 == 9:
        status = NodeStatus.REFUSED
    return ChartNode(
        id=name, kind=NodeKind.APPLICANT, status=status, label=NAMES[at % len(NAMES)],
        count=37 if at % 19 == 3 else 0,
    )  # fmt: skip


def _person(name: str, label: str, status: NodeStatus, detail: str = "") -> ChartNode:
    return ChartNode(id=name, kind=NodeKind.APPLICANT, status=status, label=label, detail=detail)


def _value(name: str, kind: NodeKind, label: str, count: int = 0) -> ChartNode:
    return ChartNode(id=name, kind=kind, status=NodeStatus.VALUE, label=label, count=count)


def _what(owner: str, name: str, nodes: list[ChartNode]) -> str:
    value = next(node for node in nodes if node.id in {owner, name} and node.id.startswith("v"))
    return value.kind.value


def _bits(random: Random, value: str) -> float:
    return 0.4 if value == "v0" else round(random.uniform(1.0, 19.0), 2)


def _how(at: int) -> Certainty:
    return tuple(Certainty)[at * 7 % 11 % 3]


def _link(source: str, target: str, what: str, bits: float, certainty: Certainty) -> ChartLink:
    return ChartLink(
        source=source, target=target, what=what, strength=bits, certainty=certainty,
        where=(f"{source} {what}",),
    )  # fmt: skip
