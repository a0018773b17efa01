"""What two names agree in only because such words go together in the cohort (``links.graph.groups``).

Two Andreas Müllers, of Austria and of Germany, agree in two words. Each is rare among all who apply;
but who is called one is often called the other. Of one State that is counted already (``origin``).
"""

from collections.abc import Iterable

from tamiz.links.graph.groups import FEWEST_BITS, NameGroups
from tamiz.model import Dossier, Evidence

_ORIGIN = "identity.origin.same"
_PLACES = frozenset({"identity.birth_place.same", "identity.address.same"})


def as_namesakes(
    dossier: Dossier, heard: Iterable[str], evidence: Iterable[Evidence], groups: NameGroups
) -> Evidence | None:
    """What is taken off for names whose words go together; None where it is not worth telling.

    ``heard`` are the words that both names have, as they sound (``links.names_heard``).
    """
    surplus = groups.words_together(heard) - _taken(evidence)
    if surplus < FEWEST_BITS:
        return None
    name = dossier.identity.names[0]
    return Evidence(
        feature="name", code="name.cohort", bits=-round(surplus, 2), applicant=name.text,
        field=name.field,
    )  # fmt: skip


def _taken(evidence: Iterable[Evidence]) -> float:
    """What one State in common has taken off names: its part, beside those of places."""
    bits = {one.code: one.bits or 0.0 for one in evidence}
    return -bits.get(_ORIGIN, 0.0) / (1 + len(bits.keys() & _PLACES))
