"""What passive authentication found, step by step."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from tamiz.documents.chip.details import Field
from tamiz.documents.chip.portrait import Portrait


class Outcome(StrEnum):
    """Four answers: what could not be looked at is neither right nor wrong."""

    VERIFIED = "verified"
    FAILED = "failed"
    NOT_VERIFIABLE = "not_verifiable"
    NOT_TESTED = "not_tested"


class StepKind(StrEnum):
    """The questions, in the order in which they are answered."""

    SECURITY_OBJECT = "security_object"  # is EF.SOD what Doc 9303-10, 4.6.2 says?
    DIGEST = "digest"  # is the signed content what was digested?
    SIGNATURE = "signature"  # did the document signer sign that digest?
    SIGNER_VALIDITY = "signer_validity"  # was its certificate valid on that day?
    CHAIN = "chain"  # did the State's signing authority issue that certificate?
    ISSUING_STATE = "issuing_state"  # is it the State that DG1 names?
    DATA_GROUP = "data_group"  # is each data group what was digested?
    ZONE = "zone"  # is DG1 the printed zone?
    PORTRAIT = "portrait"  # which picture does DG2 hold?
    PERSON = "person"  # what does DG11 say?
    DOCUMENT = "document"  # what does DG12 say?
    REVOCATION = "revocation"
    CLONE = "clone"


class Reason(StrEnum):
    """Why a step has its outcome."""

    AGREES = "agrees"
    READ = "read"
    MALFORMED = "malformed"
    DIFFERS = "differs"
    WRONG_SIGNATURE = "wrong_signature"
    FORGED_KEY = "forged_key"
    SIGNER_NOT_INCLUDED = "signer_not_included"
    UNSUPPORTED = "unsupported"
    SIGNED_OUTSIDE_VALIDITY = "signed_outside_validity"
    SIGNING_DAY_UNKNOWN = "signing_day_unknown"
    VALID_TODAY = "valid_today"
    CHAIN_BROKEN = "chain_broken"
    AUTHORITY_NOT_VALID = "authority_not_valid"
    WRONG_PURPOSE = "wrong_purpose"
    NO_ANCHOR_OF_STATE = "no_anchor_of_state"
    NO_ANCHOR_SIGNED = "no_anchor_signed"
    NOT_IN_SECURITY_OBJECT = "not_in_security_object"
    NOT_BROUGHT = "not_brought"
    NOTHING_TO_COMPARE = "nothing_to_compare"
    UNREADABLE = "unreadable"
    STATE_UNKNOWN = "state_unknown"
    EARLIER_STEP = "earlier_step"  # a step before it has to be right first
    NO_LISTS = "no_revocation_lists"
    NEEDS_READER = "needs_reader_log"


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One question with its answer; ``expected`` and ``found`` are the raw values compared.

    For the chain these are the issuer that the signer names and the number of anchors tried; for
    clones, ``found`` names the data groups with which a reader could test it.
    """

    kind: StepKind
    outcome: Outcome
    reason: Reason
    subject: str = ""  # which file: "DG2"
    expected: str = ""
    found: str = ""
    position: int | None = None  # byte of the file, or character of the zone, where they part


class SignerTold(Struct, frozen=True, kw_only=True):
    """The document signer."""

    subject: str
    issuer: str
    serial: str
    sha256: str
    country: str
    algorithm: str
    not_before: date
    not_after: date
    is_weak: bool  # digests with SHA-1


class Origin(Struct, frozen=True, kw_only=True):
    """Where a trust anchor comes from."""

    source: str
    sha256: str  # of the file
    imported: date
    made: date | None = None  # when the list was signed, if it says so
    is_pinned: bool = False  # the list's own root was confirmed in another way


class AnchorTold(Struct, frozen=True, kw_only=True):
    """The trust anchor that a chain ends at, where it comes from and how old that is."""

    subject: str
    country: str
    serial: str
    sha256: str
    not_before: date
    not_after: date
    links: tuple[str, ...]  # subjects from the issuing authority up, by link certificates
    origins: tuple[Origin, ...]
    age_days: int  # of the newest origin: since it was made, else since it was imported


class ChipReport(Struct, frozen=True, kw_only=True):
    """All steps, and what the chip holds; what it holds is only as good as the steps say."""

    steps: tuple[Step, ...]
    signer: SignerTold | None = None
    anchor: AnchorTold | None = None
    zone: tuple[str, ...] = ()
    portrait: Portrait | None = None
    person: tuple[Field, ...] = ()
    document: tuple[Field, ...] = ()

    def of(self, kind: StepKind, subject: str = "") -> Step | None:
        """The step of a kind (and file), if it was taken."""
        fitting = (s for s in self.steps if s.kind is kind and subject in {"", s.subject})
        return next(fitting, None)

    @property
    def outcome(self) -> Outcome:
        """FAILED if any step failed; VERIFIED only if the whole chain and a data group hold."""
        outcomes = {step.outcome for step in self.steps}
        if Outcome.FAILED in outcomes:
            return Outcome.FAILED
        chain = [self.of(kind) for kind in _CHAIN]
        groups = [s for s in self.steps if s.kind is StepKind.DATA_GROUP and s.subject in _NEEDED]
        if all(s is not None and s.outcome is Outcome.VERIFIED for s in (*chain, *groups)) and (
            len(groups) == len(_NEEDED)
        ):
            return Outcome.VERIFIED
        return Outcome.NOT_VERIFIABLE


_CHAIN = (
    StepKind.SECURITY_OBJECT,
    StepKind.DIGEST,
    StepKind.SIGNATURE,
    StepKind.SIGNER_VALIDITY,
    StepKind.CHAIN,
    StepKind.ISSUING_STATE,
)
_NEEDED = ("DG1",)  # without it the chip says nothing of who the bearer is
