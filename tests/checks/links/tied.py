"""Small cohorts with their graph, for tests of what ties applicants to one another."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from tamiz.checks import Check, Context, Thresholds, run_check
from tamiz.links.graph import CohortGraph, CohortGraphWriter
from tamiz.matching import Matcher
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Finding,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    Nationality,
    PastOutcome,
    Reference,
    ReferenceKind,
    Relation,
    RelationKind,
    Service,
    Sex,
    SourceRecord,
)
from tamiz.normalise.dates import read_dates

PHONE = "+57 300 123 4567"
# Names of people who have no word and no sound in common.
STRANGERS = (
    "Iván Palacios", "Heberto Hinestroza", "Olga Quilombera", "Zenobio Tarqui",
    "Wilhelmina Oosterhuis", "Petro Bondar", "Farida Nazarova", "Kwabena Mensah",
    "Lucía Etxeberria", "Dragan Vukotić", "Aino Mäkelä", "Tomasz Grzybowski",
)  # fmt: skip


def applicant(
    key: str,
    name: str = "",
    *,
    born: str = "",
    sex: Sex | None = None,
    nation: str = "",
    passport: str = "",
    personal: str = "",
    state: str = "",
    phone: str = "",
    email: str = "",
    handle: str = "",
    address: str = "",
    payment: str = "",
    travel: str = "",
    letter: str = "",
    course: str = "",
    unit: str = "",
    applied: str = "",
    outcome: PastOutcome | None = None,
    relations: Sequence[Relation] = (),
) -> Dossier:
    """A dossier that says as much as is given, each value with the field it stood in."""
    kinds = ((ContactKind.PHONE, phone), (ContactKind.EMAIL, email), (ContactKind.HANDLE, handle))
    numbers = ((IdentifierKind.PASSPORT, passport), (IdentifierKind.TAX, personal))
    references = ((ReferenceKind.PAYMENT, payment), (ReferenceKind.TRAVEL, travel))
    return Dossier(
        id=key,
        identity=IdentityClaim(
            names=(Name(text=name, field="name"),) if name else (),
            birth_dates=read_dates(born) if born else (),
            sex=sex,
            nationalities=(Nationality(country=nation, text=nation),) if nation else (),
            identifiers=tuple(
                Identifier(kind=kind, number=number, country=state or None, field="doc_number")
                for kind, number in numbers
                if number
            ),
        ),
        contacts=tuple(
            Contact(kind=kind, value=value, field=kind.value) for kind, value in kinds if value
        ),
        addresses=(Address(text=address, field="address"),) if address else (),
        references=tuple(
            Reference(kind=kind, value=value, field=f"{kind.value}_reference")
            for kind, value in references
            if value
        ),
        motivation=letter,
        course=course,
        history=(Service(text=unit, organisation=unit, field="service"),) if unit else (),
        applied_on=read_dates(applied) if applied else (),
        outcome=outcome,
        relations=tuple(relations),
    )


def party(
    kind: RelationKind,
    name: str = "",
    *,
    phone: str = "",
    email: str = "",
    site: str = "",
    address: str = "",
    number: str = "",
    founded: str = "",
    is_organisation: bool | None = None,
) -> Relation:
    """Somebody whom an applicant names, with what is told of them."""
    contacts = (
        (ContactKind.PHONE, phone), (ContactKind.EMAIL, email), (ContactKind.WEBSITE, site),
    )  # fmt: skip
    return Relation(
        kind=kind,
        name=name,
        number=number,
        is_organisation=is_organisation,
        contacts=tuple(
            Contact(kind=what, value=value, field=f"{kind.value}_contact")
            for what, value in contacts
            if value
        ),
        addresses=(Address(text=address, field=f"{kind.value}_address"),) if address else (),
        founded=read_dates(founded)[0] if founded else None,
        field=kind.value,
    )


def sponsor(name: str, **told: str) -> Relation:
    """An organisation that sponsors."""
    return party(RelationKind.SPONSOR, name, is_organisation=True, **told)


def strangers(*more: Dossier) -> list[Dossier]:
    """These dossiers with ids A, B, C … and with names of people who have nothing in common."""
    return [
        replace(one, id=chr(ord("A") + at), identity=replace(one.identity, names=_called(at)))
        for at, one in enumerate(more)
    ]


def _called(at: int) -> tuple[Name, ...]:
    return (Name(text=STRANGERS[at % len(STRANGERS)], field="name"),)


@contextmanager
def graph_of(
    folder: Path,
    cohort: Sequence[Dossier],
    *,
    earlier: Sequence[Dossier] = (),
    listed: Iterable[SourceRecord] = (),
) -> Iterator[CohortGraph]:
    """The graph of a cohort and of an earlier one, called 2025; afterwards its files are gone.

    Each takes 17 MB, so that those of all tests would fill a disk.
    """
    with TemporaryDirectory(dir=folder) as name, CohortGraphWriter(Path(name) / "graph") as writer:
        for one in earlier:
            writer.add(one, source="2025")
        for one in cohort:
            writer.add(one)
        writer.finish(listed)
        with CohortGraph(Path(name) / "graph") as graph:
            yield graph


def asked(
    check: Check,
    folder: Path,
    *cohort: Dossier,
    earlier: Sequence[Dossier] = (),
    common_from: int = 6,
    matcher: Matcher | None = None,
    in_order: Sequence[Dossier] = (),
) -> list[Finding]:
    """What a check says of the first of a cohort, whose dossiers came in the order ``in_order``."""
    listed = () if matcher is None else matcher.index
    with graph_of(folder, in_order or cohort, earlier=earlier, listed=listed) as graph:
        thresholds = Thresholds(common_from=common_from)
        context = Context(thresholds=thresholds, matcher=matcher, graph=graph)
        return list(run_check(check, cohort[0], context))


def codes(findings: Sequence[Finding]) -> set[str]:
    """The codes of all statements."""
    return {evidence.code for finding in findings for evidence in finding.evidence}
