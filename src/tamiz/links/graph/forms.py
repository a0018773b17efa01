"""How document numbers of a State look among all applicants: what nobody else's looks like is odd.

No table has every State's series. Where hundreds of one State's documents have one or two forms of
number, a form that hardly anybody has is a number typed wrong or a document made up.
"""

from functools import lru_cache
from pathlib import Path
from string import ascii_uppercase, digits

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tamiz.model import Dossier, IdentityEvidence
from tamiz.normalise.document_kinds import document_kind
from tamiz.normalise.identifiers import identifier_key

FEWEST = 100  # documents of a State and kind, from which their forms say something
USUAL = 0.05  # of the documents: a form that so many have is one of the usual ones
COVERED = 0.97  # of the documents that usual forms must make up: of others series are drawn
MOST_USUAL = 4  # forms: a State with more has them by chance
RARE = 0.01  # of the documents: a form that so few have is odd
MOST = 500  # forms of a State and kind that are kept: with so many none is usual
KINDS = 2_000  # of documents, of all States: what is usual of each is kept
_SIGNS = str.maketrans(dict.fromkeys(ascii_uppercase, "A") | dict.fromkeys(digits, "9"))


class Unusual(Struct, frozen=True):
    """A form (A a letter, 9 a digit) that ``count`` of ``of`` documents have, and the usual ones."""

    form: str
    count: int
    of: int
    usual: tuple[str, ...]


class FormCounts:
    """Counts the forms of numbers while dossiers come in."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts: dict[str, dict[str, int]] = {}

    def add(self, dossier: Dossier) -> None:
        """Count the numbers of somebody's documents, each form once."""
        for key, form in {place for one in dossier.documents if (place := _place(one))}:
            counts = self._counts.setdefault(key, {})
            if form in counts or len(counts) < MOST:
                counts[form] = counts.get(form, 0) + 1

    def write(self, path: Path) -> None:
        """Write what was counted into a new file."""
        path.write_bytes(msgspec.msgpack.encode(self._counts))


class Forms:
    """What ``FormCounts`` left, read when it is first asked."""

    def __init__(self, path: Path) -> None:
        """Keep the path."""
        self._path = path
        self._counts: dict[str, dict[str, int]] | None = None
        self._usual = lru_cache(KINDS)(lambda key: _usual(self._all().get(key, {})))

    def unusual(self, document: IdentityEvidence) -> Unusual | None:
        """The form of a number, where hardly anybody's looks so and nearly all look alike."""
        place = _place(document)
        if place is None:
            return None
        key, form = place
        usual = self._usual(key)
        if not usual or form in usual:
            return None
        counts = self._all().get(key, {})
        of, count = sum(counts.values()), counts.get(form, 0)
        if count > RARE * of:
            return None
        return Unusual(form, count, of, usual)

    def is_usual(self, document: IdentityEvidence, state: str) -> bool:
        """Whether the number looks as those of another State's documents of its kind do."""
        place = _place(replace(document, issuing_state=state))
        return place is not None and place[1] in self._usual(place[0])

    def _all(self) -> dict[str, dict[str, int]]:
        if self._counts is None:
            data = self._path.read_bytes()
            self._counts = msgspec.msgpack.decode(data, type=dict[str, dict[str, int]])
        return self._counts


def _usual(counts: dict[str, int]) -> tuple[str, ...]:
    """The forms that nearly all have, the commonest first; none where they are few, or too many."""
    of = sum(counts.values())
    if of < FEWEST or len(counts) >= MOST:
        return ()
    usual = {each: many for each, many in counts.items() if many >= USUAL * of}
    if len(usual) > MOST_USUAL or sum(usual.values()) < COVERED * of:
        return ()
    return tuple(sorted(usual, key=lambda each: (-usual[each], each)))


def _place(document: IdentityEvidence) -> tuple[str, str] | None:
    """State and kind of a document, and the form of its number; None where one is not told."""
    number = identifier_key(document.number)
    if document.issuing_state is None or not number.isascii() or not number:
        return None
    kind = document_kind(document.code or document.field)
    return f"{document.issuing_state} {kind}", form_of(number)


def form_of(number: str) -> str:
    """``A`` for each letter and ``9`` for each digit of a key.

    >>> form_of("FA123456")
    'AA999999'
    """
    return number.translate(_SIGNS)
