"""Does the barcode of a document say what its other parts say?

Forgers change what can be read by eye and forget the barcode.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import FILES
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.sources import PageAt
from tamiz.documents.barcodes import BarcodeData, read_barcode
from tamiz.documents.zone import Part, failing
from tamiz.model import Evidence, Outcome
from tamiz.normalise.identifiers import identifier_key


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that a barcode and another part of the document both say."""
    for paper in papers.each:
        for at, data in barcodes_of(paper):
            yield from _number(papers, paper, at, data)
            yield from _birth_date(papers, at, data)


RULE = Rule(
    name="document_barcode",
    version="1",
    number=4,
    basis="AAMVA DL/ID Card Design Standard 2020, annex D; ICAO Doc 9303-3 (a zone in a barcode); "
    "Registraduría Nacional (Colombian card, fields found in cards)",
    needs="a picture with a barcode of a known form",
    strength=Strength.A,
    false_alarms="low: the barcode of another document in the picture",
    reads=(FILES,),
    run=run,
)


def barcodes_of(paper: Paper) -> Iterator[tuple[PageAt, BarcodeData]]:
    """The barcodes of a document whose form is known."""
    for at in paper.pages:
        for barcode in at.page.barcodes:
            data = read_barcode(barcode.text)
            if data is not None:
                yield at, data


def _number(papers: Papers, paper: Paper, at: PageAt, data: BarcodeData) -> Iterator[Answer]:
    """The number against every number that is told of the document and of the person."""
    zone = paper.zone
    told = [paper.document.number, *(one.number for one in papers.claim.identifiers)]
    told += [one.number for one in paper.document.bearer.identifiers]
    if zone is not None and Part.NUMBER.value not in failing(zone):
        told += [zone.value(Part.NUMBER), zone.value(Part.OPTIONAL)]
    known = {identifier_key(number): number for number in told if identifier_key(number)}
    key = identifier_key(data.number)
    if key and known:
        agrees = key in known
        shown = known.get(key, next(iter(known.values())))
        yield _answer("number", shown, data.number, paper.field, at, agrees=agrees)


def _birth_date(papers: Papers, at: PageAt, data: BarcodeData) -> Iterator[Answer]:
    days = [day for day in papers.claim.birth_dates if day.month and day.day and not day.circa]
    if data.birth_date is None or not days:
        return
    told = data.birth_date
    agrees = any((day.year, day.month, day.day) == told for day in days)
    shown = " / ".join(day.text() for day in days)
    year, month, number = told
    found = f"{year:04}-{month:02}-{number:02}"
    yield _answer("birth_date", shown, found, days[0].field, at, agrees=agrees)


def _answer(
    datum: str, declared: str, found: str, field: str, at: PageAt, *, agrees: bool
) -> Answer:
    evidence = Evidence(
        feature="identifier" if datum == "number" else "birth_date",
        code=f"document.barcode.{datum}_{'agrees' if agrees else 'differs'}",
        applicant=declared,
        other=found,
        field=field,
        other_field=at.where,
    )
    return Answer(Outcome.CLEAR if agrees else Outcome.CONCERN, evidence)
