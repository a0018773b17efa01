"""Origin: born abroad, foreigner, naturalised, against the claimed birthplace and nationality."""

from tamiz.documents.numbers.difference import Difference, Grade
from tamiz.documents.numbers.reading import Origin, Part, Says
from tamiz.model import IdentityClaim

# Numbers of these were not given to people who were born in the state.
_NOT_BORN_THERE = frozenset({Origin.BORN_ABROAD, Origin.FOREIGNER, Origin.NATURALISED})


def origin_conflict(state: str, says: Says, claims: IdentityClaim) -> Difference | None:
    """The difference between what a number says about origin and what is claimed."""
    if says.origin is None:
        return None
    countries = [place.country for place in claims.birth_places]
    if says.origin is Origin.BORN_IN_STATE:
        if not countries or None in countries or state in countries:
            return None
        return _about_birth(state, says.origin, claims, "claims_birth_abroad")
    if says.origin in _NOT_BORN_THERE and countries and set(countries) == {state}:
        return _about_birth(state, says.origin, claims, "claims_birth_in_state")
    return None if countries else _about_nationality(state, says, claims)


def _about_birth(state: str, origin: Origin, claims: IdentityClaim, detail: str) -> Difference:
    shown = "; ".join(place.text for place in claims.birth_places)
    field = claims.birth_places[0].field
    return Difference(Part.ORIGIN, detail, f"{origin.value} ({state})", shown, Grade.B, field)


def _about_nationality(state: str, says: Says, claims: IdentityClaim) -> Difference | None:
    """A foreigner's number beside the nationality of the state, and no birthplace that explains it.

    Who was naturalised keeps older numbers: born abroad and a national now is no contradiction.
    """
    claimed = [one for one in claims.nationalities if one.country is not None]
    if says.origin is not Origin.FOREIGNER or not claimed or claimed[0].country != state:
        return None
    return Difference(
        Part.ORIGIN,
        "claims_nationality",
        f"{Origin.FOREIGNER.value} ({state})",
        "; ".join(one.text or str(one.country) for one in claimed),
        Grade.C,
        claimed[0].field,
    )
