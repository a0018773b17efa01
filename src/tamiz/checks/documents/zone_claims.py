"""The machine-readable zone of a document against what was declared beside it.

A part whose check digit does not hold is told by another rule and is not compared any further.
Where all else agrees and every digit of the zone holds, a number one slip away is a hint: somebody
mistyped it; so is a birth date with day and month swapped. One digit of it is what a hand gets wrong
and what a deceiver alters: it stays a concern, and a firm one where the personal number, the chip or
another document has the zone's date.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import ZONE
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.slips import (
    days_elsewhere,
    is_day_slip,
    is_in_chip,
    is_number_slip,
)
from tamiz.checks.documents.sources import ReadZone
from tamiz.checks.documents.zone_name import name_verdict
from tamiz.documents.zone import Part, failing, identifiers_of
from tamiz.model import Dossier, Evidence, IdentityEvidence, Outcome, PartialDate, Sex
from tamiz.normalise.countries import country_code
from tamiz.normalise.identifiers import number_key

_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}
_VISA = re.compile(r"visa|віз|виз|v[a-z<]?\Z", re.IGNORECASE)  # words, or Doc 9303's codes
_OUTCOMES = {
    "agrees": Outcome.CLEAR, "differs": Outcome.CONCERN, "undecided": Outcome.INDETERMINATE,
}  # fmt: skip
# A letter is typed wrong sooner than a date; names and nationalities change.
_STRENGTHS = {"name": Strength.B, "sex": Strength.B, "nationality": Strength.B}


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that a zone and the applicant both say."""
    for paper in papers.each:
        if paper.main is None:
            continue
        read, document = paper.main, paper.document
        answers = [*_compare_person(papers.dossier, read)]
        if not read.zone.is_visa or _VISA.match(document.code):
            answers.extend(_compare_document(papers.dossier, document, read))
        is_lone = sum(one.outcome is Outcome.CONCERN for one in answers) == 1
        for one in answers:
            slip = _slip(one.evidence, papers, paper) if is_lone else None
            yield one if slip is None else one._replace(strength=slip)


RULE = Rule(
    name="document_zone",
    version="3",
    number=3,
    basis="ICAO Doc 9303-3, 4 (contents of the zone) and 6 (transliteration)",
    needs="a machine-readable zone, and what the applicant declares",
    strength=Strength.A,  # B for a date's digit; C for a number's slip, day and month swapped
    false_alarms="low for number and dates; names and nationalities change by marriage or law",
    reads=ZONE,
    run=run,
)


def _compare_person(dossier: Dossier, read: ReadZone) -> Iterator[Answer]:
    """Name, nationality, birth date and sex: they are the bearer's in any document."""
    identity, zone, field = dossier.identity, read.zone, read.field
    verdict = name_verdict(identity.names, zone)
    if verdict and (verdict == "agrees" or read.is_sure(Part.NAME)):
        shown = ", ".join(identifiers_of(zone)).rstrip(", ")
        yield _told("name", identity.names[0].text, shown, field, verdict)
    nationality = country_code(zone.value(Part.NATIONALITY))
    claimed = sorted({n.country for n in identity.nationalities if n.country is not None})
    if nationality and claimed and read.is_sure(Part.NATIONALITY):
        shown = ", ".join(code.upper() for code in claimed)
        verdict = _verdict(agrees=nationality in claimed)
        yield _told("nationality", shown, nationality.upper(), field, verdict)
    born = [day for day in identity.birth_dates if not day.circa]
    birth_date = zone.value(Part.BIRTH_DATE)
    if born and birth_date and Part.BIRTH_DATE.value not in failing(zone):
        yield _told_day("birth_date", born, birth_date, field)
    sex = _SEXES.get(zone.value(Part.SEX))
    if sex is not None and identity.sex in {Sex.MALE, Sex.FEMALE} and read.is_sure(Part.SEX):
        verdict = _verdict(agrees=sex is identity.sex)
        yield _told("sex", str(identity.sex), sex.value, field, verdict)


def _compare_document(
    dossier: Dossier, document: IdentityEvidence, read: ReadZone
) -> Iterator[Answer]:
    """Number, issuing State and expiry date: they are this document's."""
    zone = read.zone
    declared = _numbers(one.number for one in dossier.documents)
    personal = _numbers(one.number for one in dossier.identity.identifiers)
    broken = failing(zone)
    number = number_key(zone.value(Part.NUMBER))
    # A passport's number is not the person's: beside a personal number alone it contradicts nothing.
    if number in personal or zone.value(Part.DOCUMENT_CODE)[:1] != "P":
        declared = {**personal, **declared}
    if declared and number and Part.NUMBER.value not in broken:
        shown = declared.get(number) or document.number or next(iter(declared.values()))
        verdict = _verdict(agrees=number in declared)
        yield _told("number", shown, zone.value(Part.NUMBER), read.field, verdict)
    state = country_code(zone.value(Part.ISSUING_STATE))
    if state and document.issuing_state and read.is_sure(Part.ISSUING_STATE):
        verdict = _verdict(agrees=state == document.issuing_state)
        shown = document.issuing_state.upper()
        yield _told("issuing_state", shown, state.upper(), read.field, verdict)
    expiry_date = zone.value(Part.EXPIRY_DATE)
    if document.expires and expiry_date and Part.EXPIRY_DATE.value not in broken:
        yield _told_day("expiry_date", [*document.expires], expiry_date, read.field)


def _numbers(told: Iterable[str]) -> dict[str, str]:
    """Numbers as declared, by their keys."""
    return {key: number for number in told if (key := number_key(number))}


def _slip(evidence: Evidence, papers: Papers, paper: Paper) -> Strength | None:
    """What the only difference proves if it is a slip of typing; None if it is none."""
    declared, stands = evidence.applicant, evidence.other
    if evidence.code == "document.zone_number.differs":
        is_slip = paper.zone is not None and not failing(paper.zone)
        return Strength.C if is_slip and is_number_slip(declared, stands) else None
    if evidence.code == "document.zone_birth_date.differs":
        if any(_is_day(turned, stands) for turned in _turned(papers.claim.birth_dates)):
            return Strength.C
        is_slip = any(is_day_slip(one, stands) for one in papers.claim.birth_dates)
        is_told = any(_is_day(one, stands) for one in days_elsewhere(papers, paper))
        return Strength.B if is_slip and not is_told and not is_in_chip(paper, stands) else None
    return None


def _turned(days: Iterable[PartialDate]) -> Iterator[PartialDate]:
    """Days known in full, with day and month swapped."""
    return (replace(one, month=one.day, day=one.month) for one in days if one.month and one.day)


def _told_day(claim: str, declared: list[PartialDate], zone: str, field: str) -> Answer:
    agrees = any(_is_day(one, zone) for one in declared)
    shown = " / ".join(one.text() for one in declared)
    return _told(claim, shown, zone, field, _verdict(agrees=agrees))


def _is_day(day: PartialDate, zone: str) -> bool:
    """Whether a date, as far as it is known, is the zone's, as far as that is known."""
    years = {year % 100 for year in range(day.year, (day.until or day.year) + 1)}
    year, month, date = (int(part) if part.isdecimal() else None for part in _parts(zone))
    return (
        (year is None or year in years)
        and (None in {month, day.month} or month == day.month)
        and (None in {date, day.day} or date == day.day)
    )


def _parts(zone: str) -> tuple[str, str, str]:
    return zone[:2], zone[2:4], zone[4:]


def _verdict(*, agrees: bool) -> str:
    return "agrees" if agrees else "differs"


def _told(claim: str, declared: str, zone: str, field: str, verdict: str) -> Answer:
    evidence = Evidence(
        feature="mrz",
        code=f"document.zone_{claim}.{verdict}",
        applicant=declared,
        other=zone,
        field=field,
    )
    return Answer(_OUTCOMES[verdict], evidence, _STRENGTHS.get(claim))
