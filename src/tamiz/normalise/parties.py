"""The name of somebody whom an applicant names, without what is told of them."""

from tamiz.model import Relation, RelationKind
from tamiz.normalise.kinship import relatives_name, without_kinship
from tamiz.normalise.traders import without_trader_words

_CLOSE = frozenset({RelationKind.RELATIVE, RelationKind.ASSOCIATE})


def party_name(relation: Relation) -> str:
    """The name, without words for relatives, traders, and what stands behind a relative's name."""
    bare = without_trader_words(relation.name)
    return relatives_name(bare) if relation.kind in _CLOSE else without_kinship(bare)
