"""Which States an applicant gives, in all documents and in the claim."""

from tamiz.model import Dossier

PAST = frozenset({"su"})  # States that are no more: to be born in one hides no other


def states_of(dossier: Dossier) -> frozenset[str]:
    """All States of an applicant's documents and nationalities."""
    bearers = [dossier.identity, *[one.bearer for one in dossier.documents]]
    nations = [one.country for bearer in bearers for one in bearer.nationalities if one.country]
    issuers = [one.issuing_state for one in dossier.documents if one.issuing_state]
    return frozenset(nations + issuers) - PAST
