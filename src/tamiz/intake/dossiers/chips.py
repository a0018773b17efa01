"""The words with which officers say what they saw of a document's chip."""

from tamiz.model import ChipSeen
from tamiz.normalise.text import clean

_WORDS = {
    **dict.fromkeys(("yes", "y", "present", "seen", "read", "sí", "si", "presente", "leído",
                     "con chip", "так", "є", "є чип", "наявний", "зчитано"), ChipSeen.PRESENT),
    **dict.fromkeys(("none", "no", "n", "no chip", "absent", "missing", "without", "ninguno",
                     "sin chip", "no tiene", "no lleva", "ausente", "немає", "нема", "ні",
                     "без чипа", "відсутній", "немає чипа"), ChipSeen.ABSENT),
    **dict.fromkeys(("unreadable", "not readable", "cannot be read", "broken", "damaged",
                     "ilegible", "no legible", "no se lee", "dañado", "defectuoso",
                     "нечитабельний", "не читається", "не зчитується", "пошкоджений"),
                    ChipSeen.UNREADABLE),
}  # fmt: skip


def chip_seen(text: str) -> ChipSeen | None:
    """What a word says of a chip; None if it is not understood.

    >>> chip_seen("Sin chip"), chip_seen("perhaps")
    (<ChipSeen.ABSENT: 'absent'>, None)
    """
    return _WORDS.get(clean(text).casefold().rstrip("."))
