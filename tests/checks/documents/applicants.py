"""Applicants with documents, for the tests of rules."""

import hashlib
from datetime import date

from msgspec import structs

from tamiz.checks.check import Context, References, Thresholds
from tamiz.checks.documents.brought import brought
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule
from tamiz.documents.chip import Trust
from tamiz.documents.pictures import Barcode, FileFacts, Page, PictureReading, ZoneFound
from tamiz.documents.zone import ZoneData, ZoneFormat, write_zone
from tamiz.intake.evidence_files import FileRead
from tamiz.model import (
    ChipSeen,
    Dossier,
    EvidenceFile,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    Nationality,
    PartialDate,
    Place,
    Sex,
)

NOBODY = Context(thresholds=Thresholds(), matcher=None)


def day(text: str) -> PartialDate:
    """``2001-02-03``, ``2001-02`` or ``2001``."""
    year, month, number = ([int(part) for part in text.split("-")] + [None, None])[:3]
    assert year is not None
    return PartialDate(year=year, month=month, day=number)


def paper(
    code: str = "P",
    *,
    number: str = "",
    state: str | None = None,
    issued: str = "",
    expires: str = "",
    mrz: tuple[str, ...] = (),
    bearer: IdentityClaim | None = None,
    authority: str = "",
    chip: ChipSeen | None = None,
) -> IdentityEvidence:
    """A document; dates as in ``day``."""
    return IdentityEvidence(
        code=code,
        number=number,
        issuing_state=state,
        issued=day(issued) if issued else None,
        expires=(day(expires),) if expires else (),
        mrz=mrz,
        bearer=bearer or IdentityClaim(),
        authority=authority,
        chip=chip,
        field="documents[0]",
    )


def claim(
    name: str = "",
    *,
    born: str = "",
    birth_place: tuple[str, str] | None = None,
    sex: Sex | None = None,
    nationality: str = "",
    number: tuple[str, str] | None = None,
) -> IdentityClaim:
    """Who somebody says they are; place and number with their country (``("Apopa", "sv")``)."""
    return IdentityClaim(
        names=(Name(text=name),) if name else (),
        birth_dates=(day(born),) if born else (),
        birth_places=(Place(text=birth_place[0], country=birth_place[1]),) if birth_place else (),
        sex=sex,
        nationalities=(Nationality(text=nationality, country=nationality),) if nationality else (),
        identifiers=(
            (Identifier(kind=IdentifierKind.NATIONAL, number=number[0], country=number[1]),)
            if number
            else ()
        ),
    )


def applicant(
    *documents: IdentityEvidence, identity: IdentityClaim | None = None, applied: str = "2026-03-02"
) -> Dossier:
    """An applicant with these documents."""
    return Dossier(
        id="B-0001",
        identity=identity or IdentityClaim(),
        documents=documents,
        applied_on=(day(applied),) if applied else (),
    )


def answers(rule: Rule, dossier: Dossier, context: Context = NOBODY) -> list[Answer]:
    """What a rule says of an applicant. Where it says anything, ``reads`` has it asked."""
    found = list(rule.run(Papers(dossier, context), context))
    assert not found or rule.may_answer(brought(dossier, context))
    return found


def told(rule: Rule, dossier: Dossier, context: Context = NOBODY) -> list[tuple[str, str]]:
    """The same as outcome and code of the evidence."""
    return [(one.outcome.value, one.evidence.code) for one in answers(rule, dossier, context)]


def passport_zone(
    state: str, family: str, given: str, born: str, sex: str = "M"
) -> tuple[str, ...]:
    """The zone of a passport, its check digits right; ``born`` as ``YYMMDD``."""
    return write_zone(
        ZoneData(
            format=ZoneFormat.TD3, document_code="P", issuing_state=state, nationality=state,
            primary_identifier=family, secondary_identifier=given, number="B04417702",
            birth_date=born, sex=sex, expiry_date="300601",
        )
    )  # fmt: skip


def with_files(document: IdentityEvidence, *paths: str) -> IdentityEvidence:
    """The document with files."""
    return structs.replace(document, files=tuple(EvidenceFile(path=path) for path in paths))


def seen(path: str, *pages: Page, kind: str = "jpeg", problem: str = "") -> FileRead:
    """A picture as it was read."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    reading = PictureReading(kind, problem, digest, pages)
    return FileRead(given=path, path=path, sha256=digest, picture=reading, problem=problem)


def page(
    *lines: str,
    doubtful: tuple[tuple[int, int], ...] = (),
    barcode: str = "",
    software: str = "",
    updates: int = 0,
    fingerprint: str = "",
) -> Page:
    """A page on which a zone of these lines, and a barcode, were read."""
    zone = ZoneFound(lines, (10, 500, 900, 80), 0.0, doubtful, bool(doubtful)) if lines else None
    barcodes = (Barcode("PDF417", barcode, (0, 0, 9, 9)),) if barcode else ()
    facts = FileFacts(software=software, updates=updates)
    return Page(1000, 700, zone, barcodes, "", facts, fingerprint=fingerprint)


def reading(*files: FileRead, trust: Trust | None = None) -> Context:
    """A context with files, and anchors."""
    references = References(trust=trust or Trust(), today=date(2026, 11, 25))
    return structs.replace(NOBODY, files=files, references=references)
