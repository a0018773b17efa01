"""Code names with a number in words or figures, and family names that are numerals as well."""

from pathlib import Path

import pytest

from matching.invented import dates, matcher_over
from matching.invented import listed as invented
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


@pytest.mark.parametrize(
    ("given", "listed", "is_likely"),
    [
        ("Zopilote 33", "Zopilote-33", True),
        ("Zopilote treinta", "Zopilote-30", True),
        ("Zopilote 34", "Zopilote-33", False),
        ("Zopilote", "Zopilote", False),
        ("Zopilote 33", "Zopilote", False),
    ],
)
def test_a_rare_code_name_and_its_number_outweigh_another_birth_date(
    given: str, listed: str, is_likely: bool
) -> None:
    others = ["Zopilote"] * 13 + [f"Zopilote-{number}" for number in range(4, 16)]
    records = [
        invented(str(at), f"Tzintzun {'abcdefghijklmnopqrstuvwxyz'[at]}ol", name, born="1989-12-02",
                 kind=NameKind.CODE)
        for at, name in enumerate((listed, *others))
    ]  # fmt: skip
    subject = Subject(
        type=PartyType.PERSON,
        names=(Name(text="Zenobio Tarqui"), Name(text=given, kind=NameKind.CODE)),
        birth_dates=dates("1992-01-17"),
    )
    with matcher_over(*records) as matcher:
        found = matcher.find(subject, floor=0.0001)

    assert (max((match.probability for match in found), default=0.0) > 0.5) is is_likely


@pytest.mark.parametrize("family", ["Segundo", "Sim", "Tercero", "Quinto", "Tri"])
@pytest.mark.parametrize("kind", [NameKind.PRIMARY, NameKind.ALIAS])
def test_a_family_name_that_is_a_numeral_stays_a_name(
    tmp_path: Path, family: str, kind: NameKind
) -> None:
    listed = person("P-1", "Zoraida Quevedo", alias=f"Quindel {family}")

    assert probability(tmp_path, listed, Name(text=f"Quindel {family}", kind=kind)) > 0.5
