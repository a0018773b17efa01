"""Which State a zone names and which signed it: one State may not vouch for another's papers.

``issuing_states.tsv`` holds the codes of zones that certificates spell in another way than
ISO 3166-1; a row is the code of the zone, those of certificates, and where that is seen.
"""

from functools import cache
from importlib.resources import files

import msgspec

from tamiz.documents.chip.report import Outcome, Reason, Step, StepKind
from tamiz.documents.chip.zone import issuing_state
from tamiz.normalise.countries import country_code


@cache
def _exceptions() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("issuing_states.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {state: frozenset(codes.split()) for state, codes, *_ in rows}


def _certificate_countries(state: str) -> frozenset[str]:
    """What a State's certificates may have for a country; empty for an unknown State."""
    known = _exceptions().get(state)
    return known or frozenset({(country_code(state) or "").upper()} - {""})


def state_step(read: Step, zone: tuple[str, ...], countries: frozenset[str]) -> Step:
    """Whether it is DG1's State that signed; one State's authority may not vouch for another's.

    ``read`` is the step that read DG1; ``countries`` are those of the document signer, of who it
    says issued it and of the anchor that did.
    """
    if not zone:
        return msgspec.structs.replace(read, kind=StepKind.ISSUING_STATE)
    state = issuing_state(zone)
    allowed = _certificate_countries(state)
    if not allowed or not countries:
        outcome, reason = Outcome.NOT_VERIFIABLE, Reason.STATE_UNKNOWN
    elif countries <= allowed:
        outcome, reason = Outcome.VERIFIED, Reason.AGREES
    else:
        outcome, reason = Outcome.FAILED, Reason.DIFFERS
    return Step(
        kind=StepKind.ISSUING_STATE,
        outcome=outcome,
        reason=reason,
        expected=state,
        found=", ".join(sorted(countries)),
    )
