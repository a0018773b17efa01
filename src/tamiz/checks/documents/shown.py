"""The documents of an applicant with every source side by side, for the report."""

from collections.abc import Iterator
from datetime import date

from tamiz.checks.check import Context
from tamiz.checks.documents import data
from tamiz.checks.documents.barcode import barcodes_of
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.sources import PageAt, ReadZone, SourceKind
from tamiz.checks.documents.zone_name import name_verdict, printed_name_verdict
from tamiz.documents.barcodes import BarcodeData
from tamiz.documents.chip import ChipReport, text_of
from tamiz.documents.zone import Part, birth_readings, expiry_readings, identifiers_of
from tamiz.errors import ChipDataError
from tamiz.model import (
    Dossier,
    IdentifierKind,
    IdentityClaim,
    PageShown,
    PaperShown,
    PartialDate,
    Said,
    Sex,
)
from tamiz.model.paper import DATA
from tamiz.normalise.countries import country_code

_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "X": Sex.UNSPECIFIED}
_NO_DAY = date(2000, 1, 1)  # without a day of application: birth years are read as up to 1999


def papers_shown(dossier: Dossier, context: Context) -> tuple[PaperShown, ...]:
    """Every document of an applicant. Never raises: what cannot be read is left out."""
    papers = Papers(dossier, context)
    return tuple(_shown(papers, paper) for paper in papers.each)


def _shown(papers: Papers, paper: Paper) -> PaperShown:
    told = list(_sources(papers, paper))
    sure = [values for _, _, values, is_doubtful in told if not is_doubtful]
    names = ("name",) if _names_differ(papers, paper) else ()
    return PaperShown(
        field=paper.field,
        code=paper.document.code,
        sources=tuple(
            Said(
                source=kind.value,
                where=where,
                values={datum: values[datum].shown for datum in DATA if datum in values},
                is_doubtful=is_doubtful,
            )
            for kind, where, values, is_doubtful in told
            if values
        ),
        differing=tuple(sorted({*data.differing(sure), *names}, key=DATA.index)),
        pages=tuple(_pages(paper)),
    )


def _sources(papers: Papers, paper: Paper) -> Iterator[tuple[SourceKind, str, data.Values, bool]]:
    """Each source: its kind, its place, what it says, whether its reading is doubtful."""
    day = papers.applied_day or _NO_DAY
    yield SourceKind.DECLARED, paper.field, _declared(papers.claim, paper), False
    yield SourceKind.PRINTED, paper.field, _bearer(paper.document.bearer), False
    zones = (*filter(None, (paper.typed,)), *paper.seen)
    for read in zones:
        yield read.source, read.field, _zone(read, day), not read.is_usable
    for at, barcode in barcodes_of(paper):
        yield SourceKind.BARCODE, at.where, _barcode(barcode), False
    chip = _chip_of(paper)
    if chip is not None:
        yield SourceKind.CHIP, f"{paper.field}#chip", _chip(paper, chip, day), False


def _declared(claim: IdentityClaim, paper: Paper) -> data.Values:
    document = paper.document
    return {
        **_bearer(claim),
        **data.known({
            "number": data.number(document.number),
            "issuing_state": data.texts([(document.issuing_state or "").upper()]),
            "issued": None if document.issued is None else data.days([document.issued]),
            "expires": data.days(document.expires),
            "authority": data.name(document.authority),
        }),
    }  # fmt: skip


def _bearer(claim: IdentityClaim) -> data.Values:
    numbers = [one.number for one in claim.identifiers if one.kind is IdentifierKind.NATIONAL]
    return data.known({
        "name": data.name(claim.names[0].text if claim.names else ""),
        "birth_date": data.days(claim.birth_dates),
        "sex": data.sex(claim.sex),
        "nationality": data.texts((one.country or "").upper() for one in claim.nationalities),
        "personal_number": data.numbers(numbers),
    })  # fmt: skip


def _zone(read: ReadZone, day: date) -> data.Values:
    zone = read.zone
    return data.known({
        "number": data.number(zone.value(Part.NUMBER)),
        "issuing_state": data.texts([_state(zone.value(Part.ISSUING_STATE))]),
        "name": data.name(", ".join(identifiers_of(zone)).rstrip(", ")),
        "birth_date": data.days(birth_readings(zone.value(Part.BIRTH_DATE), day)),
        "sex": data.sex(_SEXES.get(zone.value(Part.SEX))),
        "nationality": data.texts([_state(zone.value(Part.NATIONALITY))]),
        "expires": data.days(expiry_readings(zone.value(Part.EXPIRY_DATE), day)),
    })  # fmt: skip


def _state(code: str) -> str:
    return (country_code(code) or code).upper()


def _barcode(found: BarcodeData) -> data.Values:
    return data.known({
        "number": data.number(found.number),
        "name": data.name(found.name),
        "birth_date": data.days(_day(found.birth_date)),
        "sex": data.sex(_SEXES.get(found.sex)),
        "expires": data.days(_day(found.expiry_date)),
    })  # fmt: skip


def _day(told: tuple[int, int, int] | None) -> list[PartialDate]:
    return [] if told is None else [PartialDate(year=told[0], month=told[1], day=told[2])]


def _chip_of(paper: Paper) -> ChipReport | None:
    try:
        return paper.chip
    except ChipDataError:
        return None


def _chip(paper: Paper, chip: ChipReport, day: date) -> data.Values:
    """The chip's zone, and what it adds to it."""
    zone = next((one for one in paper.zones if one.source is SourceKind.CHIP), None)
    values = {} if zone is None else _zone(zone, day)
    added = {
        "personal_number": data.number(text_of(chip.person, "personal_number")),
        "issued": data.days(_written_day(text_of(chip.document, "issue_date"))),
        "authority": data.name(text_of(chip.document, "issuing_authority")),
    }
    return {**values, **data.known(added)}


def _written_day(text: str) -> list[PartialDate]:
    """``YYYYMMDD``."""
    try:
        told = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return []
    return [PartialDate(year=told.year, month=told.month, day=told.day)]


def _names_differ(papers: Papers, paper: Paper) -> bool:
    claimed = papers.claim.names
    zones = (one.zone for one in paper.zones)
    printed = paper.document.bearer.names
    return any(name_verdict(claimed, zone) == "differs" for zone in zones) or any(
        printed_name_verdict(claimed, name) == "differs" for name in printed
    )


def _pages(paper: Paper) -> Iterator[PageShown]:
    for at in paper.pages:
        yield _page(at)
    for file in paper.files:
        if file.problem and file.picture is None:
            yield PageShown(path=file.path, problem=file.problem)


def _page(at: PageAt) -> PageShown:
    found = at.page.zone
    return PageShown(
        path=at.file.path,
        sha256=at.file.sha256,
        page=at.number,
        width=at.page.width,
        height=at.page.height,
        box=None if found is None else found.box,
        lines=() if found is None else found.lines,
        doubtful=() if found is None else found.doubtful,
        problem=at.file.problem,
    )
