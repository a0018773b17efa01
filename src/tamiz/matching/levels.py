"""The ways in which two name words can agree, closest first."""

from enum import StrEnum


class Level(StrEnum):
    """How closely two name words agree."""

    EXACT = "exact"
    SOUND = "sound"
    FORM = "form"
    BONES = "bones"
    ONE_EDIT = "one_edit"
    NEAR_SOUND = "near_sound"
    TWO_EDITS = "two_edits"
    OUTLINE = "outline"
    JOINED = "joined"
    INITIAL = "initial"
    ACRONYM = "acronym"


# Ways to agree that leave a word the same: as written, as heard, written together or apart.
WHOLE = frozenset({Level.EXACT, Level.SOUND, Level.JOINED})
