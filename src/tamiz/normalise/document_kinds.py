"""Which kind of document a word or a code of Doc 9303 means."""

from functools import lru_cache

from tamiz.model import IdentifierKind
from tamiz.normalise.text import clean

# Beginnings of the words for documents in our users' languages.
_DOCUMENTS = (
    (("passport", "pasaporte", "passaporte", "passeport", "паспорт", "закордонний", "p", "pp"),
     IdentifierKind.PASSPORT),
    (("driv", "licencia", "permiso de conducir", "посвідчення водія", "водійськ"),
     IdentifierKind.DRIVING),
    (("military", "militar", "libreta", "військов", "cartilla"), IdentifierKind.MILITARY),
    (("residen", "permiso de residencia", "посвідка"), IdentifierKind.RESIDENCE),
    (("id", "national", "identity", "cédula", "cedula", "dui", "dni", "ine", "curp", "cui",
      "documento", "tarjeta", "посвідчення", "id-картка", "ac", "c", "i"), IdentifierKind.NATIONAL),
)  # fmt: skip


@lru_cache(maxsize=1 << 10)  # a cohort has few words for them
def document_kind(text: str) -> IdentifierKind:
    """The kind of document a word means."""
    folded = clean(text).casefold()
    for beginnings, kind in _DOCUMENTS:
        short = {word for word in beginnings if len(word) <= 2}  # noqa: PLR2004 - codes, not words
        if folded in short or any(folded.startswith(w) for w in beginnings if w not in short):
            return kind
    return IdentifierKind.OTHER
