"""Names of those whom applicants name."""

import pytest

from tamiz.model import Relation, RelationKind
from tamiz.normalise.parties import party_name


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        (RelationKind.RELATIVE, "Ana Reyes, madre, 54 años", "Ana Reyes"),
        (RelationKind.ASSOCIATE, "Bob Reyes (met in 2019)", "Bob Reyes"),
        (RelationKind.REFEREE, "Bob Reyes, brother", "Bob Reyes"),
        (RelationKind.SPONSOR, "Brigada 3, Compañía 2", "Brigada 3, Compañía 2"),
    ],
)
def test_what_is_told_of_a_party_is_no_part_of_its_name(
    kind: RelationKind, text: str, name: str
) -> None:
    assert party_name(Relation(kind=kind, name=text)) == name
