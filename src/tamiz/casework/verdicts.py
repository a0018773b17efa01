"""What officers say: of a finding, and of a case."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Verdict(StrEnum):
    """What an officer says of one finding.

    SAME: it is so, this is the listed person. DIFFERENT: it is somebody else. NOT_A_CONCERN: it is
    so and does not matter here. UNSURE leaves the question open; ESCALATE hands it to a senior.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ESCALATE = "escalate"
    NOT_A_CONCERN = "not_a_concern"


SETTLES = frozenset({Verdict.DIFFERENT, Verdict.NOT_A_CONCERN})


class Ruling(StrEnum):
    """What is decided of a case. ASK waits for the applicant, ESCALATE for a senior officer."""

    GRANT = "grant"
    REFUSE = "refuse"
    ASK = "ask"
    ESCALATE = "escalate"


class Why(StrEnum):
    """Why a decision needs a second officer."""

    REFUSAL = "refusal"
    WAIVER = "waiver"  # granted although a concern is open, or is so
    BULK = "bulk"  # decided, or its findings judged, together with other cases
    QUALITY = "quality"  # every twentieth case, blind
    OVERTURNS = "overturns"  # granted what two officers refused
    PLACED = "placed"  # by who said whom an observation is about, which nobody else has looked at
    BROUGHT = "brought"  # by whose own file findings went, which nobody else has looked at


class Disposition(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A verdict on a finding. ``bulk`` names the set of cases in which it was given, if any."""

    verdict: Verdict
    reason: str
    actor: str
    at: datetime
    bulk: str = ""


class Opinion(Struct, frozen=True, kw_only=True):
    """What an officer says of a case.

    ``reason`` is their own and stays in the unit; ``told`` is the reason as the applicant reads
    it, or of ASK what they are asked. ``seen`` is ``case.grounds`` as it was when the page was
    drawn.
    """

    ruling: Ruling
    reason: str
    seen: str
    told: str = ""


class Look(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one officer would decide, having seen this evidence.

    ``grounds`` is the evidence with what had come in beside it; looks of before this was written
    have "", and saw nothing that had come in.
    """

    ruling: Ruling
    reason: str
    actor: str
    at: datetime
    evidence: str
    told: str = ""
    grounds: str = ""


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided of a case, by whom, on which evidence.

    ``told`` is the reason as the applicant reads it. ``checker`` is the second officer, "" where
    none was needed; ``why`` says for what one was. ``waived`` are findings that were open, or were
    so, when it was granted.
    """

    ruling: Ruling
    reason: str
    maker: str
    at: datetime
    evidence: str
    told: str = ""
    checker: str = ""
    why: tuple[Why, ...] = ()
    waived: tuple[str, ...] = ()
    bulk: str = ""
