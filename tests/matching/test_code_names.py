"""Code names with a number in words or figures, and family names that are numerals as well."""

from pathlib import Path

import pytest

from tamiz.matching import Index, Matcher, Subject
from tamiz.model import Name, NameKind, PartyType
from worlds import person, store_with


def probability(folder: Path, listed: dict[str, object], name: Name) -> float:
    store = store_with(folder, (listed,))
    subject = Subject(type=PartyType.PERSON, names=(Name(text="Zenobio Tarqui"), name))
    with Index.open(store.index_path()) as index:
        found = Matcher(index).find(subject, floor=0.0001)
        return max((match.probability for match in found), default=0.0)


@pytest.mark.parametrize("listed", ["Aguila Siete", "Águila 7", "AGUILA-07"])
@pytest.mark.parametrize("given", ["Águila-7", "Aguila Siete", "Eagle Seven"])
def test_a_code_name_meets_itself_however_its_number_is_written(
    tmp_path: Path, listed: str, given: str
) -> None:
    found = probability(
        tmp_path,
        person("P-1", "Carlos Salcedo", alias=listed),
        Name(text=given, kind=NameKind.CODE),
    )

    assert (found > 0.5) == (given != "Eagle Seven")


@pytest.mark.parametrize("family", ["Segundo", "Sim", "Tercero", "Quinto", "Tri"])
@pytest.mark.parametrize("kind", [NameKind.PRIMARY, NameKind.ALIAS])
def test_a_family_name_that_is_a_numeral_stays_a_name(
    tmp_path: Path, family: str, kind: NameKind
) -> None:
    listed = person("P-1", "Zoraida Quevedo", alias=f"Quindel {family}")

    assert probability(tmp_path, listed, Name(text=f"Quindel {family}", kind=kind)) > 0.5
