"""What two sources say of one person: compared as far as both say anything."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from tamiz.checks.documents.days import is_before
from tamiz.checks.documents.rule import Answer, Strength
from tamiz.model import Evidence, IdentityClaim, Outcome, PartialDate, Sex


class Source(NamedTuple):
    """What a document, or the applicant, says of the person, and where that stands."""

    says: IdentityClaim
    field: str


def compared(one: Source, other: Source, prefix: str) -> Iterator[Answer]:
    """One answer for the birth date and one for the sex, coded ``PREFIX.birth_date_differs``."""
    here, there = one.says.birth_dates, other.says.birth_dates
    if here and there:
        differ = all(_differ(a, b) for a, b in product(here, there))
        values = _shown(here), _shown(there)
        yield _answer(f"{prefix}.birth_date", values, one, other, differ=differ)
    sexes = one.says.sex, other.says.sex
    if all(sex in {Sex.MALE, Sex.FEMALE} for sex in sexes):
        values = str(sexes[0]), str(sexes[1])
        yield _answer(f"{prefix}.sex", values, one, other, differ=sexes[0] is not sexes[1])


def _differ(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates cannot be one day."""
    return is_before(one, other) is True or is_before(other, one) is True


def _shown(dates: tuple[PartialDate, ...]) -> str:
    return " / ".join(day.text() for day in dates)


def _answer(
    code: str, values: tuple[str, str], one: Source, other: Source, *, differ: bool
) -> Answer:
    evidence = Evidence(
        feature=code.rpartition(".")[2],
        code=f"{code}_{'differs' if differ else 'agrees'}",
        applicant=values[0],
        other=values[1],
        field=one.field,
        other_field=other.field,
    )
    # One letter is typed wrong sooner than a date.
    strength = Strength.B if evidence.feature == "sex" else None
    return Answer(Outcome.CONCERN if differ else Outcome.CLEAR, evidence, strength)
