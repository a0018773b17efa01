"""Does a document's number look as its State's numbers did on the day of issue?"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.days import Bounds, bounds
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.passports import PASSPORT, strength_of
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.shapes import bare, has_nearly, has_shape
from tamiz.checks.documents.tables import Row, Tables
from tamiz.documents.zone import Part
from tamiz.model import Evidence, IdentifierKind, Outcome
from tamiz.normalise.document_kinds import document_kind

_KINDS = {IdentifierKind.PASSPORT: PASSPORT, IdentifierKind.NATIONAL: "ID"}


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each number of a State and a kind of document that the table has."""
    for paper in papers.each:
        number = _number(paper)
        rows = _rows(paper, context.references.tables)
        if rows and number:
            yield _answer(paper, number, rows)


RULE = Rule(
    name="document_number_form",
    version="1",
    number=11,
    basis="tables/number_forms.tsv: the forms of each State's document numbers, with their source",
    needs="issuing State, kind and number of the document",
    strength=Strength.B,  # where the issuer says so; else C
    false_alarms="medium: a number typed wrong; series that the table does not have",
    run=run,
)


def _number(paper: Paper) -> str:
    """The number in Latin letters and digits, else the zone's; empty if it has other signs."""
    zone = paper.zone
    given = paper.document.number
    if not given and zone is not None and not zone.is_visa:
        given = zone.value(Part.NUMBER)
    number = bare(given)
    return number if number.isascii() and number.isalnum() else ""


def _rows(paper: Paper, tables: Tables) -> tuple[Row, ...]:
    """The State's rows for the time in which the document can have been issued."""
    kind = _KINDS.get(document_kind(paper.document.code or paper.field))
    if paper.state is None or kind is None:
        return ()
    rows = tables.rows_of("number_forms", paper.state, kind)
    if paper.document.issued is None:  # of whatever time
        return rows
    issued = bounds(paper.document.issued)
    return tuple(row for row in rows if _may_be_of(row, issued))


def _may_be_of(row: Row, issued: Bounds) -> bool:
    """Whether a document issued then can be of the row's time."""
    first, last = row["issued_from"], row["issued_until"]
    return (not first or first <= str(issued.last)) and (not last or str(issued.first) <= last)


def _answer(paper: Paper, number: str, rows: tuple[Row, ...]) -> Answer:
    shapes = [row["shape"] for row in rows]
    is_right = has_shape(number, *shapes)
    is_near = not is_right and has_nearly(number, *shapes)
    code = "in_order" if is_right else "near" if is_near else "other"
    evidence = Evidence(
        feature="identifier",
        code=f"document.number_form.{code}",
        applicant=paper.document.number or number,
        other=" / ".join(dict.fromkeys(shapes)) if shapes[1:] else shapes[0],
        params={"state": rows[0]["state"].upper(), "source": rows[0]["source"]},
        field=paper.field,
    )
    if is_right:
        return Answer(Outcome.CLEAR, evidence)
    is_official = all(strength_of(row) is Strength.B for row in rows) and not is_near
    return Answer(Outcome.CONCERN, evidence, Strength.B if is_official else Strength.C)
