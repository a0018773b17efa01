"""How rules say no: an error that carries the code of its sentence, so that it can be translated."""

from collections.abc import Mapping

from tamiz.errors import CaseConflict, CaseworkError, HurriedVerdict, NotAllowed
from tamiz.wording import Language, say

_OURS = {"state": "state", "act": "act", "roles": "role"}


def not_allowed(code: str, **gaps: str) -> NotAllowed:
    """The error for ``refusal.CODE``: this person may not."""
    name = f"refusal.{code}"
    return NotAllowed(_told(name, gaps), code=name, gaps=gaps)


def conflict(code: str, **gaps: str) -> CaseConflict:
    """The error for ``refusal.CODE``: the case is not in the state for it."""
    name = f"refusal.{code}"
    return CaseConflict(_told(name, gaps), code=name, gaps=gaps)


def hurried(**gaps: str) -> HurriedVerdict:
    """The error that asks for a verdict again."""
    name = "refusal.hurried"
    return HurriedVerdict(_told(name, gaps), code=name, gaps=gaps)


def told(error: CaseworkError, language: Language, **names: str) -> str:
    """Why a rule said no, in a reader's language; ``names`` stand in place of ids, by their gap."""
    known = {gap: name for gap, name in names.items() if gap in error.gaps}
    return _told(error.code, {**error.gaps, **known}, language)


def _told(code: str, gaps: Mapping[str, str], language: Language = Language.ENGLISH) -> str:
    """The sentence; gaps that hold words of ours (a state, an act, roles) are told in its language."""
    filled = dict(gaps)
    for gap, kind in _OURS.items():
        if gap in gaps:
            words = gaps[gap].split(", ")
            filled[gap] = ", ".join(say(f"casework.{kind}.{word}", language) for word in words)
    return say(code, language, **filled)
