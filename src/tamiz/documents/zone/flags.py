"""What is odd about the parts of a zone: evidence to weigh, never a reason to read no further."""

from collections.abc import Iterable, Iterator

from tamiz.documents.zone.dates import date_oddity
from tamiz.documents.zone.layouts import Layout
from tamiz.documents.zone.parts import Part
from tamiz.documents.zone.signs import DIGIT, UNREADABLE
from tamiz.documents.zone.states import state_oddity
from tamiz.documents.zone.zone import Check, Field, Flag, Oddity

_SEXES = frozenset("MFX<")
_FAILS, _UNREADABLE, _HOLDS = Check.FAILS, Check.UNREADABLE, Check.HOLDS


def flags_of(
    fields: dict[str, Field], extras: Iterable[Field], layout: Layout, *, is_plain: bool
) -> tuple[Flag, ...]:
    """All oddities of the fields, given by their part's name."""
    flags = _of_digits((*fields.values(), *extras) if extras else fields.values())
    flags += _of_values(fields)
    flags += _of_names(fields, layout)
    if fields["document_code"].raw[0] not in layout.codes:
        flags.append(Flag(Oddity.DOCUMENT_CODE, Part.DOCUMENT_CODE))
    if not is_plain:
        flags += _of_signs(fields.values())
    return tuple(flags)


def _of_digits(fields: Iterable[Field]) -> list[Flag]:
    """Check digits that do not hold, or cannot be computed."""
    flags = []
    for field in fields:
        check = field.check
        if check is _FAILS:
            flags.append(Flag(Oddity.CHECK_DIGIT, field.part))
        elif check is _UNREADABLE:
            flags.append(Flag(Oddity.CHECK_UNREADABLE, field.part))
    return flags


def _of_values(fields: dict[str, Field]) -> list[Flag]:
    """Codes that are none, dates that are no day, a sex that is none, a broken number."""
    flags = []
    for name in ("issuing_state", "nationality"):
        field = fields.get(name)
        if field is not None and (oddity := state_oddity(field.value)) is not None:
            flags.append(Flag(oddity, field.part))
    for name in ("birth_date", "expiry_date"):
        field = fields.get(name)
        if field is not None and (oddity := date_oddity(field.raw)) is not None:
            flags.append(Flag(oddity, field.part))
    sex, number = fields.get("sex"), fields["number"]
    if sex is not None and sex.raw not in _SEXES:
        flags.append(Flag(Oddity.SEX, Part.SEX))
    if not number.value:
        flags.append(Flag(Oddity.NUMBER_EMPTY, Part.NUMBER))
    elif " " in number.value:
        flags.append(Flag(Oddity.NUMBER_BROKEN, Part.NUMBER))
    if number.check is _HOLDS and number.digit != number.expected:
        flags.append(Flag(Oddity.FILLER_COUNTED, Part.NUMBER))
    return flags


def _of_names(fields: dict[str, Field], layout: Layout) -> list[Flag]:
    flags = []
    for name in ("name", "given_names"):
        field = fields.get(name)
        if field is None:
            continue
        if not layout.is_name_numbered and DIGIT.search(field.raw):
            flags.append(Flag(Oddity.DIGIT_IN_NAME, field.part))
        if name == "name" and not field.value:
            flags.append(Flag(Oddity.NAME_EMPTY, field.part))
        elif field.raw[0] == "<":
            flags.append(Flag(Oddity.NAME_STARTS_WITH_FILLER, field.part))
    return flags


def _of_signs(fields: Iterable[Field]) -> Iterator[Flag]:
    """Letters that Doc 9303 keeps out of zones, and signs that are no letters."""
    for field in fields:
        strange = UNREADABLE.findall(field.raw + field.digit)
        if strange:
            is_national = all(sign.isalpha() for sign in strange)
            yield Flag(Oddity.NATIONAL_SIGN if is_national else Oddity.FOREIGN_SIGN, field.part)
