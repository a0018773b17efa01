"""What became known of an applicant after they applied: notes on them, and how it ended."""

import re

from tamiz.intake.dossiers.entries import Fields, Remarks, Value, values
from tamiz.intake.dossiers.values import DAY, edge
from tamiz.model import Observation, PastOutcome
from tamiz.normalise.text import clean

_DATED = re.compile(rf"(?P<day>{DAY})\s*[:,–—-]?\s*(?P<rest>.+)\Z", re.DOTALL)
_OUTCOMES = {
    PastOutcome.REFUSED: "refused | rejected | denied | rechazado | rechazada | denegado"
    " | denegada | no admitido | відмовлено | відмова | відхилено",
    PastOutcome.WITHDRAWN: "withdrawn | withdrew | retirado | retirada | desistido | desistió"
    " | відкликано | відкликана | знято заявником",
    PastOutcome.ACCEPTED: "accepted | granted | approved | admitted | admitido | admitida"
    " | aceptado | aceptada | aprobado | прийнято | схвалено | погоджено",
    PastOutcome.TRAINED: "trained | graduated | completed | alumnus | egresado | egresada"
    " | graduado | formado | завершив навчання | завершила навчання | випускник | навчений",
}
_OPEN = frozenset({
    "pending", "open", "in process", "under review", "pendiente", "en trámite", "abierto",
    "на розгляді", "очікує", "відкрито",
})  # fmt: skip
_OUTCOME_OF = {
    word.strip(): outcome for outcome, words in _OUTCOMES.items() for word in words.split("|")
}


def read_observations(fields: Fields) -> tuple[Observation, ...]:
    """Notes on the applicant, each with its day where one stands in front."""
    return tuple(map(_observation, values(fields, "observations")))


def _observation(value: Value) -> Observation:
    dated = _DATED.match(value.text)
    if dated is None:
        return Observation(text=value.text, field=value.at)
    return Observation(text=dated["rest"], day=edge(dated["day"], value.at), field=value.at)


def read_outcome(fields: Fields, remarks: Remarks) -> PastOutcome | None:
    """How an earlier application ended; None for one that is still open.

    A word that is not understood is kept and remarked, and nobody is held up by it.
    """
    for value in values(fields, "outcome")[:1]:
        word = clean(value.text).casefold().rstrip(".")
        if word not in _OUTCOME_OF and word not in _OPEN:
            remarks.keep("outcome", "unknown", value)
        return _OUTCOME_OF.get(word)
    return None
