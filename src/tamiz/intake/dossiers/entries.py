"""One applicant as a file gives them: texts under field names, before anything is understood.

Tables, JSON and FollowTheMoney all become entries; from there on they are read alike.
"""

from msgspec import Struct, structs

from tamiz.intake.dossiers.problems import Problem
from tamiz.normalise.text import LONGEST, clean, is_ordinary, oddities


class Value(Struct, frozen=True):
    """The text of a field and where it stood: a column's heading, a JSON pointer, a property.

    A cell may hold several values, separated by ``;``. What a list already separates ``is_one``.
    """

    text: str
    at: str
    is_one: bool = False


Fields = dict[str, list[Value]]
Extra = tuple[tuple[str, str], ...]


class Entry(Struct, frozen=True, kw_only=True):
    """An applicant's row, object or entity.

    ``documents`` and ``services`` are those that the file keeps apart (JSON, FollowTheMoney);
    a table's stand in ``fields``. ``extra`` is what no field is known for, ``notes`` are remarks
    on the entry as a whole.
    """

    number: int
    original: str
    fields: Fields = {}
    documents: tuple[Fields, ...] = ()
    services: tuple[Fields, ...] = ()
    extra: Extra = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Remarks:
    """What the readers of single fields have to say, gathered while a dossier is read.

    A note is ``field:fault``, such as ``birth_date:unreadable``. The texts that were not
    understood are kept beside it, so that nothing is lost.
    """

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self._notes: dict[str, None] = {}
        self._kept: dict[tuple[str, str], None] = {}

    def note(self, field: str, fault: str) -> None:
        """Say something about a field, once."""
        self._notes[f"{field}:{fault}"] = None

    def keep(self, field: str, fault: str, value: Value) -> None:
        """Say something about a field, and keep the text that it is about."""
        self.note(field, fault)
        self._kept[value.at, clean(value.text)] = None

    @property
    def notes(self) -> tuple[str, ...]:
        """Every note, in the order of the first."""
        return tuple(self._notes)

    @property
    def kept(self) -> Extra:
        """The texts that were not understood."""
        return tuple(self._kept)


# Fields whose “;” separates nothing, or is looked at by their own reader.
ONE_TEXT = frozenset("id motivation occupation programme course mrz service text skill".split())

# What people write where there is nothing to write. In a name, “Null” and “No” may be a name, and
# “NO” is Norway: these stand for nothing in the other fields only.
_NOTHING = frozenset(
    "- -- --- – — . ? ?? / n/a n.a. n/d s/d #n/a unknown desconocido desconocida невідомо невідомий"
    " невідома".split()
) | {"not applicable", "not available", "no aplica", "sin datos", "no data", "немає даних"}
_NOTHING_BUT_NAMES = frozenset(
    "none null nil nan no ninguno ninguna nada s/n немає нема ні нет відсутній відсутні".split()
)
_MAY_SAY_NO = frozenset(
    "name given_names family_names paternal_surname maternal_surname patronymic name_original"
    " nationalities country birth_country doc_country sex"
    " doc_name doc_birth_place doc_sex doc_nationality doc_chip".split()
)
# A nought where nobody need have anything is nothing; a passport's number of noughts is asked about.
_MAY_BE_NOUGHT = frozenset(
    "personal_number sponsor_number payment_reference travel_reference".split()
)
_LONGEST_NOTHING = 14  # characters


def is_nothing(text: str, field: str) -> bool:
    """Whether a text says that there is nothing to say, such as ``n/a``."""
    if len(text) > _LONGEST_NOTHING:
        return False
    word = text.casefold()
    if field in _MAY_BE_NOUGHT and not word.strip("0 -./"):
        return True
    return word in _NOTHING or (word in _NOTHING_BUT_NAMES and field not in _MAY_SAY_NO)


def single(entry: Entry) -> Entry:
    """The entry with every cell divided into its single values, cleaned, and remarks on them.

    Empty values stay between others, for fields that go together by their place.
    """
    notes = dict.fromkeys(entry.notes)
    fields = _divided(entry.fields, notes)
    if fields is entry.fields and not entry.documents and not entry.services:
        return entry  # as in most rows of a table
    return structs.replace(
        entry,
        fields=fields,
        documents=tuple(_divided(group, notes) for group in entry.documents),
        services=tuple(_divided(group, notes) for group in entry.services),
        notes=tuple(notes),
    )


def _divided(fields: Fields, notes: dict[str, None]) -> Fields:
    changed: Fields = {}
    for field, found in fields.items():
        for value in found:
            if not _stays(value.text, field):
                changed[field] = _pieces(found, field, notes)
                break
    return {**fields, **changed} if changed else fields


def _stays(text: str, field: str) -> bool:
    """Whether one look tells that a text is a single value, clean, with nothing to remark."""
    return (
        is_ordinary(text)
        and ";" not in text
        and " ".join(text.split()) == text
        and len(text) <= LONGEST
        and not is_nothing(text, field)
    )


def _pieces(found: list[Value], field: str, notes: dict[str, None]) -> list[Value]:
    pieces: list[Value] = []
    for value in found:
        whole = value.text
        for kind in oddities(whole):
            notes[f"{field}:{kind}"] = None
        if len(whole) > LONGEST:
            notes[f"{field}:cut"] = None
        if field in ONE_TEXT:
            pieces.append(value)
            continue
        is_one = value.is_one or ";" not in whole
        for text in map(clean, (whole,) if is_one else whole.split(";")):
            if says_nothing := is_nothing(text, field):
                notes[f"{field}:none_stated"] = None
            if text == whole and not says_nothing:
                pieces.append(value)
            else:
                pieces.append(Value("" if says_nothing else text, value.at, is_one=True))
    return pieces


def values(fields: Fields, field: str) -> list[Value]:
    """The single values of a field that are not empty."""
    found = fields.get(field)
    return [value for value in found if value.text] if found else []


def places(fields: Fields, field: str) -> list[Value]:
    """The single values of a field with the empty ones between, for fields that go together."""
    return fields.get(field, [])


def joined(fields: Fields, field: str) -> str:
    """All texts of a field that is one text, whatever its ``;`` and however many columns."""
    found = fields.get(field)
    if not found:
        return ""
    if len(found) == 1:
        return clean(found[0].text)
    return "; ".join(filter(None, (clean(value.text) for value in found)))


def at_place(of: list[Value], place: int) -> Value | None:
    """The value that goes with the n-th of another field; a single one goes with all."""
    found = of[0] if len(of) == 1 else of[place] if place < len(of) else None
    return found if found is not None and found.text else None
