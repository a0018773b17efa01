"""What an applicant brought: claims about who they are, papers, contacts, history."""

from enum import StrEnum

from msgspec import Struct

from tamiz.model.values import (
    Address,
    Contact,
    Identifier,
    Name,
    Nationality,
    PartialDate,
    Place,
    Sex,
)


class Origin(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a dossier came from: file name, row (1 = the first line), digest of its bytes."""

    file: str = ""
    row: int = 0
    sha256: str = ""


class IdentityClaim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who the applicant says they are (NIST SP 800-63A *claimed identity*)."""

    names: tuple[Name, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    sex: Sex | None = None
    nationalities: tuple[Nationality, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


class EvidenceFile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file that came with a document: a picture, a PDF, a file of its chip.

    ``path`` is relative to the folder of the dossier's file and never leaves it.
    """

    path: str
    field: str = ""


class ChipSeen(StrEnum):
    """What the officer who held a document saw of its chip."""

    PRESENT = "present"
    ABSENT = "absent"
    UNREADABLE = "unreadable"  # it is there, or should be, and does not answer


class IdentityEvidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document put forward in support of the claim (NIST *identity evidence*).

    ``code`` is the document code of Doc 9303-3 (P, ID, AC, V …) or the applicant's own word.
    ``mrz`` holds the lines of the machine-readable zone as given. ``expires`` has every reading
    of the date (03/04/2031 has two). ``bearer`` is what the visual zone says about the person, as
    somebody typed it from the document; the applicant's own claim stands in the dossier.
    ``authority`` is the office that issued it. ``chip`` is None where nobody said anything of it.
    """

    code: str = ""
    number: str = ""
    issuing_state: str | None = None
    issued: PartialDate | None = None
    expires: tuple[PartialDate, ...] = ()
    mrz: tuple[str, ...] = ()
    bearer: IdentityClaim = IdentityClaim()
    authority: str = ""
    chip: ChipSeen | None = None
    files: tuple[EvidenceFile, ...] = ()
    field: str = ""


class RelationKind(StrEnum):
    """What another party is to the applicant."""

    SPONSOR = "sponsor"  # pays for or vouches for the application
    EMPLOYER = "employer"
    REFEREE = "referee"
    REFERRED_BY = "referred_by"  # who sent the applicant
    RELATIVE = "relative"
    ASSOCIATE = "associate"
    DIRECTOR = "director"  # who leads a sponsor, or answers for it
    SERVED_WITH = "served_with"  # the organisation of a stretch of service


class Relation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another person or organisation the applicant names.

    ``number`` is its register number, ``founded`` when it was registered.
    """

    kind: RelationKind
    name: str = ""
    number: str = ""
    is_organisation: bool | None = None
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    founded: PartialDate | None = None
    field: str = ""


class Service(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of service or employment as declared."""

    text: str
    organisation: str = ""
    position: str = ""
    country: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    field: str = ""


class Stay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stay abroad as declared; ``end`` is None where only one date is told."""

    text: str
    country: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    field: str = ""


class ReferenceKind(StrEnum):
    """What a reference number belongs to."""

    PAYMENT = "payment"  # the account or transfer that paid for the application
    TRAVEL = "travel"  # a booking or ticket


class Reference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The number of a payment or a journey."""

    kind: ReferenceKind
    value: str
    field: str = ""


class Observation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody noted about the applicant after they applied.

    ``grading`` is how reliable the source is (A-F) and how credible the word (1-6), as NATO AJP-2.1
    has it; "" where nobody graded it.
    """

    text: str
    day: PartialDate | None = None
    grading: str = ""
    field: str = ""


class PastOutcome(StrEnum):
    """How an earlier application ended."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"  # by the applicant
    ACCEPTED = "accepted"
    TRAINED = "trained"  # accepted, and the course finished


class Dossier(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything one applicant brought, typed, each value pointing at where it stood.

    ``extra`` keeps every column or key that Tamiz does not understand, so nothing is lost.
    ``notes`` are the reader's remarks on single values (an ambiguous date, a folded character).
    ``applied_on`` has every reading of the date. ``skill`` is what they say they can already do.
    ``outcome`` is None where nothing was decided yet, or nobody said how.
    """

    id: str
    programme: str = ""
    course: str = ""
    motivation: str = ""
    applied_on: tuple[PartialDate, ...] = ()
    identity: IdentityClaim = IdentityClaim()
    documents: tuple[IdentityEvidence, ...] = ()
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    occupation: str = ""
    history: tuple[Service, ...] = ()
    relations: tuple[Relation, ...] = ()
    stays: tuple[Stay, ...] = ()
    references: tuple[Reference, ...] = ()
    skill: str = ""
    observations: tuple[Observation, ...] = ()
    outcome: PastOutcome | None = None
    extra: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    origin: Origin = Origin()
