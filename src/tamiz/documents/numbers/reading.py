"""What a personal number says, and how far its rules can be trusted."""

from enum import StrEnum

from msgspec import Struct

from tamiz.documents.numbers.name_letters import NameLetters
from tamiz.documents.numbers.places import NumberPlace
from tamiz.model import PartialDate, Sex


class Confidence(StrEnum):
    """Who says that a rule is so."""

    OFFICIAL = "official"  # the issuer publishes it
    DOCUMENTED = "documented"  # several independent public descriptions or validators agree
    REVERSE_ENGINEERED = "reverse_engineered"  # found in numbers; the issuer says nothing


class Part(StrEnum):
    """What a rule, or a conflict, is about."""

    SHAPE = "shape"
    CHECK_DIGIT = "check_digit"
    NAME = "name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    BIRTH_PLACE = "birth_place"
    REGISTRATION = "registration"  # where or in which year the number was given
    ORIGIN = "origin"


class CheckDigit(StrEnum):
    """A wrong check digit is evidence: mistyped, misread, or made up."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_CHECKABLE = "not_checkable"  # the number has none, or its rule is not known


class Origin(StrEnum):
    """What a number says about where its bearer comes from."""

    BORN_IN_STATE = "born_in_state"
    BORN_ABROAD = "born_abroad"  # a national, or a resident, who was born abroad
    FOREIGNER = "foreigner"
    NATURALISED = "naturalised"


class Fault(StrEnum):
    """Why a text is no number of its scheme, or none that anybody can have been given."""

    NONE = ""
    SHAPE = "shape"  # length or characters
    DATE = "date"  # no day of the calendar
    FUTURE_DATE = "future_date"
    PLACE_CODE = "place_code"  # a code that no place has, where the table is complete
    NEVER_ISSUED = "never_issued"  # a word or series that the issuer does not give
    UNKNOWN_STATE = "unknown_state"  # no scheme of this state or name is known here


class Rule(Struct, frozen=True):
    """Where a part of a scheme is written down, and how sure it is."""

    part: Part
    confidence: Confidence
    source: str


class Says(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What stands in a number of the right shape.

    ``birth_dates`` has every reading: a year of two digits has one in each century. ``year_given``
    is the year in which the birth was registered or the number given, ``latest_birth_year`` the
    last in which a bearer of such a number was born. ``place_is_birth`` tells whether ``place`` is
    where the bearer was born or only where the number was given.
    """

    check_digit: CheckDigit = CheckDigit.NOT_CHECKABLE
    birth_dates: tuple[PartialDate, ...] = ()
    sex: Sex | None = None
    place: NumberPlace | None = None
    place_is_birth: bool = False
    year_given: int | None = None
    latest_birth_year: int | None = None
    origin: Origin | None = None
    letters: NameLetters | None = None
    fault: Fault = Fault.NONE


class NumberReading(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One text read as a number of one scheme.

    ``scheme`` is the key of the registry (``mx_curp``), ``name`` what its state calls it; both
    are empty where none fits. ``key`` is the text without spaces and signs.
    """

    state: str
    scheme: str
    name: str
    key: str
    says: Says
    rules: tuple[Rule, ...] = ()

    @property
    def has_right_shape(self) -> bool:
        """Whether the issuer can have given such a number; the check digit is told apart."""
        return self.says.fault is Fault.NONE

    def rule(self, part: Part) -> Rule | None:
        """The rule that a part was read by; None if the scheme has none."""
        return next((rule for rule in self.rules if rule.part is part), None)
