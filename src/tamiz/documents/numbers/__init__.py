"""Personal numbers: what they say, whether they can be genuine, what they contradict."""

from tamiz.documents.numbers.conflict import Conflict, conflicts, said_by
from tamiz.documents.numbers.difference import Grade
from tamiz.documents.numbers.name_letters import (
    NameLetters,
    NameSystem,
    PersonName,
    name_letters,
)
from tamiz.documents.numbers.places import NumberPlace
from tamiz.documents.numbers.reading import (
    CheckDigit,
    Confidence,
    Fault,
    NumberReading,
    Origin,
    Part,
    Rule,
    Says,
)
from tamiz.documents.numbers.registry import (
    SCHEMES,
    is_written_as,
    read_identifier,
    read_number,
    readings,
)
from tamiz.documents.numbers.scheme import Scheme

__all__ = [
    "SCHEMES",
    "CheckDigit",
    "Confidence",
    "Conflict",
    "Fault",
    "Grade",
    "NameLetters",
    "NameSystem",
    "NumberPlace",
    "NumberReading",
    "Origin",
    "Part",
    "PersonName",
    "Rule",
    "Says",
    "Scheme",
    "conflicts",
    "is_written_as",
    "name_letters",
    "read_identifier",
    "read_number",
    "readings",
    "said_by",
]
