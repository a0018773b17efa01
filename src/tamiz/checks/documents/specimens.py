"""Is a document a sample, or of an issuer that is no State?

Printers and Doc 9303 show samples with invented bearers; dealers sell passports in the names of
States that are no more, or never were. A name of a sample counts only with its birth date, and is
no more than a hint: among thousands called Anna Kowalska one was born on that day.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from tamiz.checks.check import Context
from tamiz.checks.documents.days import exact_day
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.shapes import bare
from tamiz.checks.documents.tables import Tables, table
from tamiz.documents.zone import Oddity, Part, Zone, state_of_two
from tamiz.intake.dossiers.columns import field_of
from tamiz.model import Evidence, IdentityClaim, Outcome

BETWEEN = "|"  # an issuer's name in several languages
_UNRESOLVED = "doc_country:unreadable"  # the reader's note on a State that it does not know


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """A concern for each sample and each issuer that is none, else one answer a document."""
    for paper in papers.each:
        tables = context.references.tables
        told = [] if paper.zone is None else [*_in_zone(paper, paper.zone, tables)]
        told.extend(_number(paper, tables))
        told = told or list(_bearer(papers, paper, tables))
        yield from told
        if not told and (paper.document.number or paper.zone is not None):
            yield Answer(Outcome.CLEAR, _in_order(paper.field))
    if _UNRESOLVED in papers.dossier.notes:
        yield from _issuers(papers, context.references.tables)


RULE = Rule(
    name="document_specimen",
    version="1",
    number=12,
    basis="tables/specimens.tsv: samples of Doc 9303 and PRADO, known fantasy and camouflage issuers",
    needs="number, zone, bearer's name with birth date, or a State that is not known",
    strength=Strength.A,  # of a name with its birth date C
    false_alarms="very low: a sample typed in to try the programme",
    run=run,
)


def _in_zone(paper: Paper, zone: Zone, tables: Tables) -> Iterator[Answer]:
    """A State's code that only samples have, or that a dealer made up."""
    code = zone.value(Part.ISSUING_STATE)
    for part in (Part.ISSUING_STATE, Part.NATIONALITY):
        if zone.has(Oddity.STATE_SPECIMEN, part):
            yield _answer(f"{paper.field}#zone", "state", zone.value(part), "", "Doc 9303-3, 5")
            return
    for row in tables.rows("specimens", "what", "issuer"):
        if row["state"] and row["state"] == code:
            name = row["value"].split(BETWEEN)[0].strip()
            yield _answer(f"{paper.field}#zone", "issuer", code, name, row["source"])


def _number(paper: Paper, tables: Tables) -> Iterator[Answer]:
    """A number that is printed on samples of the State, or of Doc 9303."""
    zone = paper.zone
    numbers = [bare(paper.document.number)]
    if zone is not None and zone.value(Part.NUMBER) not in numbers:
        numbers.append(zone.value(Part.NUMBER))
    for number in numbers:
        for row in tables.rows("specimens", "value", number):
            if row["what"] == "number" and row["state"] in {"", *_codes(paper)}:
                yield _answer(paper.field, "number", number, row["state"], row["source"])
                return


def _codes(paper: Paper) -> set[str]:
    """The State's codes in zones: as declared, and as printed."""
    declared = None if paper.state is None else state_of_two(paper.state.upper())
    printed = "" if paper.zone is None else paper.zone.value(Part.ISSUING_STATE)
    return {printed, "" if declared is None else declared.code} - {""}


def _bearer(papers: Papers, paper: Paper, tables: Tables) -> Iterator[Answer]:
    """The invented bearer of a sample: the name with the birth date."""
    zone = paper.zone
    told = [papers.claim, paper.document.bearer]
    dated = told if zone is None else [*told, papers.in_zone(paper)]
    if "specimens" not in tables.added and not _is_month_of_any(dated):
        return
    born = _birth_dates(dated)
    rows = [row for day in sorted(born) for row in tables.rows("specimens", "born", day)]
    if not rows:
        return
    names = {_words(name.text) for claim in told for name in claim.names}
    if zone is not None:
        names.add(_words(f"{zone.primary_identifier} {zone.secondary_identifier}"))
    for row in rows:
        if _words(row["value"]) in names:
            evidence = _evidence(paper.field, "name", row["value"], row["born"], row["source"])
            yield Answer(Outcome.CONCERN, evidence, Strength.C)
            return


def _is_month_of_any(claims: list[IdentityClaim]) -> bool:
    """Whether anybody of our table was born in a claimed month: few applicants have to be compared."""
    born = {(one.year, one.month) for claim in claims for one in claim.birth_dates}
    return not born.isdisjoint(_months())


@cache
def _months() -> frozenset[tuple[int, int]]:
    days = [date.fromisoformat(row["born"]) for row in table("specimens") if row["born"]]
    return frozenset((day.year, day.month) for day in days)


def _birth_dates(claims: list[IdentityClaim]) -> set[str]:
    days = [exact_day(one) for claim in claims for one in claim.birth_dates]
    return {day.isoformat() for day in days if day is not None}


def _issuers(papers: Papers, tables: Tables) -> Iterator[Answer]:
    """The words for an issuing State that were not understood, where they name such an issuer."""
    named = {
        _folded(name): (name.strip(), row)
        for row in tables.rows("specimens", "what", "issuer")
        for name in row["value"].split(BETWEEN)
    }
    for key, text in papers.dossier.extra:
        found = named.get(_folded(text)) if _is_issuer(key) else None
        if found is not None:
            yield _answer(key, "issuer", text, found[0], found[1]["source"])


def _is_issuer(key: str) -> bool:
    """Whether a text stood where the issuing State stands, in a table or in JSON."""
    return field_of(key) == "doc_country" or key.startswith("/documents")


def _words(name: str) -> frozenset[str]:
    """The words of a name without accents, in capitals, in whatever order."""
    plain = unicodedata.normalize("NFKD", name.upper())
    letters = (char if char.isalpha() else " " for char in plain if not unicodedata.combining(char))
    return frozenset("".join(letters).split())


def _folded(issuer: str) -> frozenset[str]:
    """The same without the articles that people leave out."""
    return _words(issuer) - {"THE", "OF", "EL", "LA", "DE", "DEL", "DER", "DES"}


@lru_cache(maxsize=1 << 10)  # columns, and places in JSON
def _in_order(field: str) -> Evidence:
    return _evidence(field, "in_order", "", "", "")


def _answer(field: str, what: str, found: str, printed: str, source: str) -> Answer:
    return Answer(Outcome.CONCERN, _evidence(field, what, found, printed, source))


def _evidence(field: str, what: str, found: str, printed: str, source: str) -> Evidence:
    return Evidence(
        feature="document",
        code=f"document.specimen.{what}",
        applicant=found,
        other=printed,
        params={"source": source},
        field=field,
    )
