"""The weights of a comparison of two parties; ``pair_weights.toml`` is the table itself."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from tamiz.matching.pair_statements import Statement
from tamiz.matching.weights import (
    BirthDateWeights,
    BirthPlaceWeights,
    ContactWeights,
    IdentifierWeights,
    NationalityWeights,
    SexWeights,
    Weights,
    default_weights,
)


class FeatureWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Bits for one of each feature: ``ruled`` ones by rule, ``counted`` ones as estimated."""

    ruled: dict[str, float]
    counted: dict[str, float]

    def bits(self, statement: Statement) -> float:
        """What a statement is worth."""
        return sum(self.of(name) * amount for name, amount in statement.features)

    def of(self, name: str) -> float:
        """The weight of one feature; a feature that no table names is an error."""
        ruled = self.ruled.get(name)
        return self.counted[name] if ruled is None else ruled


class PairWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table, typed as the weights of ``weights.toml`` are."""

    version: str
    person: FeatureWeights
    organisation: FeatureWeights
    birth_date: BirthDateWeights
    birth_place: BirthPlaceWeights
    sex: SexWeights
    nationality: NationalityWeights
    identifier: IdentifierWeights
    contact: ContactWeights


@cache
def pair_weights() -> PairWeights:
    """The weights that come with this version of Tamiz."""
    text = files("tamiz.matching").joinpath("pair_weights.toml").read_bytes()
    return msgspec.toml.decode(text, type=PairWeights)


@cache
def claim_weights() -> Weights:
    """The weights of what parties claim besides their names, for functions that take all."""
    own = pair_weights()
    names = ("birth_date", "birth_place", "sex", "nationality", "identifier", "contact")
    tables = {name: getattr(own, name) for name in names}
    return msgspec.structs.replace(default_weights(), **tables)
