"""What a personal number says against what is claimed: only contradictions count.

Who makes a number up can compute one that agrees with the rest of the papers, so that agreement
proves nothing and is not told.
"""

from collections.abc import Iterator

from msgspec import Struct

from tamiz.documents.numbers.claimed_days import date_conflict
from tamiz.documents.numbers.claimed_names import letters_conflict
from tamiz.documents.numbers.claimed_origin import origin_conflict
from tamiz.documents.numbers.claimed_places import place_conflict
from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.reading import CheckDigit, Confidence, NumberReading, Part
from tamiz.model import IdentityClaim, Place, Sex

_WEAKER = {Grade.A: Grade.B, Grade.B: Grade.C, Grade.C: Grade.C}


class Conflict(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that a number and a claim say differently.

    ``number`` and ``claimed`` are the two values, ``field`` is where the claim stood. ``detail``
    tells what kind of difference it is (``day_and_month_swapped``). ``strength`` is A (near
    conclusive), B (strong) or C (a hint); ``confidence`` and ``source`` are those of the rule.
    """

    scheme: str
    part: Part
    detail: str
    number: str
    claimed: str
    strength: Grade
    confidence: Confidence
    source: str
    field: str = ""


def conflicts(reading: NumberReading, claims: IdentityClaim) -> tuple[Conflict, ...]:
    """Every contradiction between a number and what one source claims; empty for a faulty number.

    The claims may be the applicant's, or what another document says about the same person. A
    wrong check digit and a rule that was found in numbers only make a conflict weaker.
    """
    if not reading.has_right_shape:
        return ()
    return tuple(_conflict(reading, one) for one in _differences(reading, claims))


def said_by(reading: NumberReading) -> IdentityClaim:
    """What a number says, as a claim that another number can be held against."""
    if not reading.has_right_shape:
        return IdentityClaim()
    says = reading.says
    place = says.place if says.place_is_birth else None
    places = (Place(text=f"{place.name}, {place.region}", country=reading.state),) if place else ()
    return IdentityClaim(
        birth_dates=says.birth_dates,
        sex=says.sex,
        birth_places=places if place is not None and place.name else (),
    )


def _differences(reading: NumberReading, claims: IdentityClaim) -> Iterator[Difference]:
    says = reading.says
    found = (
        date_conflict(says, claims.birth_dates),
        _sex_conflict(says.sex, claims.sex),
        origin_conflict(reading.state, says, claims),
        place_conflict(reading.state, says, claims.birth_places),
        letters_conflict(says.letters, claims.names),
    )
    yield from (one for one in found if one is not None)


def _sex_conflict(number: Sex | None, claimed: Sex | None) -> Difference | None:
    told = {Sex.MALE, Sex.FEMALE}
    if number is claimed or number not in told or claimed not in told:
        return None
    return Difference(Part.SEX, "other_sex", str(number), str(claimed), Grade.B)


def _conflict(reading: NumberReading, one: Difference) -> Conflict:
    rule = reading.rule(one.part)
    strength = one.grade
    if reading.says.check_digit is CheckDigit.WRONG:
        strength = _WEAKER[strength]
    if rule is None or rule.confidence is Confidence.REVERSE_ENGINEERED:
        strength = _WEAKER[strength]
    return Conflict(
        scheme=reading.scheme,
        part=one.part,
        detail=one.detail,
        number=one.number,
        claimed=one.claimed,
        strength=strength,
        confidence=rule.confidence if rule else Confidence.REVERSE_ENGINEERED,
        source=rule.source if rule else "",
        field=one.field,
    )
