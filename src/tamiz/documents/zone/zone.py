"""A machine-readable zone as read: every part with its raw text, value, check and position."""

from enum import StrEnum

from msgspec import Struct

from tamiz.documents.zone.parts import Part, Span, ZoneFormat


class Check(StrEnum):
    """What a part's check digit says."""

    HOLDS = "holds"
    FILLER = "filler"  # a filler over fillers alone, which stands for 0 (Doc 9303-4, 4.2.2.2)
    FAILS = "fails"
    UNREADABLE = "unreadable"  # a sign under it has no value: nothing can be said
    NONE = "none"  # the format has no check digit here


class NumberVariant(StrEnum):
    """How a document number and its check digit are written."""

    SHORT = "short"  # nine characters at most
    LONG = "long"  # goes on in the optional data (Doc 9303-5, 4.2.2.1 note j)
    LONG_FILLER_COUNTED = "long_filler_counted"  # so, and the filler between is under the digit


class Oddity(StrEnum):
    """What about a part speaks against the zone, or asks for a look."""

    CHECK_DIGIT = "check_digit"  # does not hold
    CHECK_UNREADABLE = "check_unreadable"
    NO_DAY = "no_day"  # there is no such day in the calendar
    NO_DATE = "no_date"  # neither digits nor whole parts of fillers
    STATE_UNKNOWN = "state_unknown"  # no code of Doc 9303-3, 5
    STATE_SPECIMEN = "state_specimen"  # printed on specimens only
    STATE_WITHDRAWN = "state_withdrawn"
    STATE_TWO_LETTERS = "state_two_letters"  # ISO's two letters where three belong
    DOCUMENT_CODE = "document_code"  # not one of this format
    DIGIT_IN_NAME = "digit_in_name"
    NAME_EMPTY = "name_empty"
    NAME_STARTS_WITH_FILLER = "name_starts_with_filler"
    NUMBER_EMPTY = "number_empty"
    NUMBER_BROKEN = "number_broken"  # fillers within it
    FILLER_COUNTED = "filler_counted"  # the older arithmetic of long numbers
    SEX = "sex"  # none of M, F, X and the filler
    NATIONAL_SIGN = "national_sign"  # Ñ: a letter that Doc 9303 keeps out of zones
    FOREIGN_SIGN = "foreign_sign"  # no letter, digit or filler at all


class Tidied(StrEnum):
    """What was made of the text as given before it was read."""

    BLANKS = "blanks"  # removed
    CASE = "case"  # small letters made capital
    FILLER_SIGNS = "filler_signs"  # « or &lt; read as <
    LOOKALIKES = "lookalikes"  # letters of other scripts read as the Latin ones they look like
    LINES_CUT = "lines_cut"  # lines that ran together
    FILLERS = "fillers"  # put in or left out to fill the width


class Flag(Struct, frozen=True, gc=False):
    """One oddity of one part."""

    oddity: Oddity
    part: Part


class Field(Struct, frozen=True, gc=False):
    """A part as it stands: ``raw`` with its fillers, ``value`` without.

    Dates and the sex keep their fillers in ``value`` (``YYMMDD``; ``<<`` is unknown). ``digit``
    is the check digit as printed, ``expected`` the computed one; both empty where there is none.
    A long number has two spans.
    """

    part: Part
    raw: str
    value: str
    spans: tuple[Span, ...]
    check: Check = Check.NONE
    digit: str = ""
    expected: str = ""


class Zone(Struct, frozen=True, kw_only=True, gc=False):
    """A zone as its lines say, nothing put right; ``flags`` holds what is odd about it.

    A name that fills its field to the last sign must be taken as cut off (Doc 9303-4, 4.2.3):
    ``is_name_cut``. Parts that a format has not are None.
    """

    format: ZoneFormat
    lines: tuple[str, ...]
    document_code: Field | None = None
    issuing_state: Field | None = None
    name: Field | None = None
    given_names: Field | None = None
    number: Field | None = None
    nationality: Field | None = None
    birth_date: Field | None = None
    sex: Field | None = None
    expiry_date: Field | None = None
    optional: Field | None = None
    optional_2: Field | None = None
    composite: Field | None = None
    extras: tuple[Field, ...] = ()
    primary_identifier: str = ""
    secondary_identifier: str = ""
    is_name_cut: bool = False
    number_variant: NumberVariant = NumberVariant.SHORT
    flags: tuple[Flag, ...] = ()
    tidied: tuple[Tidied, ...] = ()

    def field(self, part: Part) -> Field | None:
        """A part; None if this format, or this State, has none."""
        if part.value in self.__struct_fields__:
            found: Field | None = getattr(self, part.value)
            return found
        return next((field for field in self.extras if field.part is part), None)

    def value(self, part: Part) -> str:
        """A part's value; empty if there is none."""
        field = self.field(part)
        return "" if field is None else field.value

    def fields(self) -> tuple[Field, ...]:
        """Every part that the format has."""
        own = (self.field(part) for part in Part if part.value in self.__struct_fields__)
        return (*(field for field in own if field is not None), *self.extras)

    @property
    def failing(self) -> tuple[Part, ...]:
        """The parts whose check digit does not hold."""
        return tuple(flag.part for flag in self.flags if flag.oddity is Oddity.CHECK_DIGIT)

    @property
    def is_consistent(self) -> bool:
        """Whether every check digit that the format has could be computed and holds."""
        broken = {Oddity.CHECK_DIGIT, Oddity.CHECK_UNREADABLE}
        return not any(flag.oddity in broken for flag in self.flags)

    @property
    def is_visa(self) -> bool:
        """Whether it is a visa's: number, State and expiry are not a passport's."""
        return self.format in {ZoneFormat.MRVA, ZoneFormat.MRVB}

    def has(self, oddity: Oddity, part: Part | None = None) -> bool:
        """Whether an oddity was found, in a part or in any."""
        return any(f.oddity is oddity and (part is None or f.part is part) for f in self.flags)
