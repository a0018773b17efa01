"""Do the applicant's own claims agree with each other?

Only what the applicant said in one place is compared with what the applicant said in another:
nationality with the State that issued the passport, birth date with the machine-readable zone.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.model import (
    Dossier,
    Evidence,
    Finding,
    IdentifierKind,
    IdentityEvidence,
    Outcome,
    PartialDate,
    Sex,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.identifiers import identifier_key

TD3_LENGTH = 44  # characters of each of the two lines of a passport's zone (Doc 9303-4)
DECEPTIVE = frozenset({
    "bidi_control", "invisible", "tag", "private_use", "unassigned", "control", "mixed_script",
    "stacked_marks",
})  # fmt: skip
UNREAD = frozenset({"unreadable", "shortened", "cut"})
_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - every check takes both
    """One concern a contradiction; indeterminate what could not be read; else clear."""
    unreadable = [note for note in dossier.notes if note.partition(":")[2] in UNREAD]
    for note in unreadable:
        fault = note.partition(":")[2]
        evidence = Evidence(feature="claim", code=f"claims.{fault}", params=_params(note))
        yield CHECK.finding(Outcome.INDETERMINATE, (evidence,))
    compared = list(_compare(dossier))
    against = [evidence for evidence in compared if not evidence.code.endswith(".agrees")]
    for evidence in against:
        yield CHECK.finding(Outcome.CONCERN, (evidence,))
    if against or unreadable:
        return
    if compared:
        yield CHECK.finding(Outcome.CLEAR, tuple(compared))
    else:
        evidence = Evidence(feature="claim", code="claims.nothing_to_compare")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (evidence,))


CHECK = Check(
    name="claims_consistency",
    version="1",
    basis="NIST SP 800-63A section 4 (validation of evidence); ICAO Doc 9303-3, -4",
    run=run,
)


def _params(note: str) -> dict[str, str]:
    return {"field": note.partition(":")[0].replace("_", " ")}


def _compare(dossier: Dossier) -> Iterator[Evidence]:
    """Every pair of claims that can be compared."""
    yield from _issuing_state(dossier)
    yield from _expiry(dossier)
    for document in dossier.documents:
        yield from _zone(dossier, document)
    for note in dossier.notes:
        field, _, kind = note.partition(":")
        if kind in DECEPTIVE:
            params = {"field": field.replace("_", " ")}
            yield Evidence(feature="text", code=f"claims.{kind}", params=params)


def _issuing_state(dossier: Dossier) -> Iterator[Evidence]:
    """A passport is issued by a State to its own nationals (Doc 9303-3, 3.5)."""
    claimed = [n for n in dossier.identity.nationalities if n.country is not None]
    for identifier in dossier.identity.identifiers:
        if claimed and identifier.kind is IdentifierKind.PASSPORT and identifier.country:
            agrees = identifier.country in {n.country for n in claimed}
            yield Evidence(
                feature="nationality",
                code="claims.issuing_state.agrees" if agrees else "claims.issuing_state.differs",
                applicant="; ".join(n.text or str(n.country) for n in claimed),
                other=identifier.country.upper(),
                field=claimed[0].field,
                other_field=identifier.field,
            )


def _expiry(dossier: Dossier) -> Iterator[Evidence]:
    """A document must be valid on the day of the application."""
    applied = dossier.applied_on
    for document in dossier.documents:
        expires = document.expires
        if expires is None or applied is None or _key(expires) is None or _key(applied) is None:
            continue
        valid = (_key(expires) or 0) >= (_key(applied) or 0)
        yield Evidence(
            feature="document",
            code="claims.expiry.agrees" if valid else "claims.expiry.expired",
            applicant=expires.text(),
            other=applied.text(),
            field=expires.field,
            other_field=applied.field,
        )


def _key(date: PartialDate) -> int | None:
    """A full date as a number; None where day or month is not known."""
    if date.month is None or date.day is None:
        return None
    return date.year * 10_000 + date.month * 100 + date.day


def _zone(dossier: Dossier, document: IdentityEvidence) -> Iterator[Evidence]:
    """The machine-readable zone of a passport against what was declared."""
    if len(document.mrz) != 2 or any(len(line) != TD3_LENGTH for line in document.mrz):  # noqa: PLR2004
        return
    second = document.mrz[1]
    number = second[0:9].rstrip("<")
    if document.number and identifier_key(number):
        agrees = identifier_key(number) == identifier_key(document.number)
        yield _told("number", document.number, number, document.field, agrees=agrees)
    nationality = country_code(second[10:13].rstrip("<"))
    claimed = {n.country for n in dossier.identity.nationalities} - {None}
    if nationality and claimed:
        shown = ", ".join(sorted(str(code).upper() for code in claimed))
        agrees = nationality in claimed
        yield _told("nationality", shown, nationality.upper(), document.field, agrees=agrees)
    yield from _zone_person(dossier, document, second)


def _zone_person(dossier: Dossier, document: IdentityEvidence, line: str) -> Iterator[Evidence]:
    born = [d for d in dossier.identity.birth_dates if d.month is not None and d.day is not None]
    if born and line[13:19].isdecimal():
        short = {f"{d.year % 100:02d}{d.month:02d}{d.day:02d}" for d in born}
        agrees = line[13:19] in short
        yield _told("birth_date", born[0].text(), line[13:19], document.field, agrees=agrees)
    sex = _SEXES.get(line[20])
    if sex is not None and dossier.identity.sex in {Sex.MALE, Sex.FEMALE}:
        agrees = sex is dossier.identity.sex
        yield _told("sex", str(dossier.identity.sex), sex.value, document.field, agrees=agrees)


def _told(claim: str, declared: str, zone: str, field: str, *, agrees: bool) -> Evidence:
    verdict = "agrees" if agrees else "differs"
    return Evidence(
        feature="mrz",
        code=f"claims.mrz_{claim}.{verdict}",
        applicant=declared,
        other=zone,
        field=field,
    )
