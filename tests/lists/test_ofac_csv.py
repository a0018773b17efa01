"""OFAC's CSV quartet with its remarks."""

from pathlib import Path

import pytest

from lists.forms import SAMPLES, read, sample
from tamiz.errors import ListError
from tamiz.lists.source import ListProblem, Loss
from tamiz.model import (
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    PartyLink,
    PartyType,
    Role,
    Sex,
)

QUARTET = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")


def names(record_names: tuple[Name, ...]) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in record_names]


def test_a_person_has_what_the_four_files_say() -> None:
    person = sample("us-ofac-sdn", *QUARTET)["101"]

    assert names(person.names) == [
        ("QUINDIM MORELLO, Zoltar", NameKind.PRIMARY),
        ("QUINDEN, Zoltan", NameKind.ALIAS),
        ("EL GRIS", NameKind.WEAK),
        ("EL SEIS", NameKind.WEAK),
    ]
    assert person.names[0].parts == (
        NamePart(Role.FAMILY, "QUINDIM MORELLO"),
        NamePart(Role.GIVEN, "Zoltar"),
    )
    assert [date.text() for date in person.birth_dates] == ["1976-04-12", "1977-04-12"]
    assert [(place.text, place.country) for place in person.birth_places] == [
        ("Villa Ficta, Sinaloa, Mexico", "mx")
    ]
    assert person.sex is Sex.MALE
    assert [one.country for one in person.nationalities] == ["mx"]
    assert [(one.kind, one.number, one.country, one.scheme) for one in person.identifiers] == [
        (IdentifierKind.NATIONAL, "QUMZ760413HSLNRL09", "mx", "curp"),
        (IdentifierKind.PASSPORT, "G00000001", "mx", ""),
    ]
    assert [one.value for one in person.contacts] == ["526670000001"]
    assert [one.text for one in person.addresses] == [
        "Calle Falsa 123, Villa Ficta, Sinaloa 80000, Mexico"
    ]
    assert person.position == "Plaza boss"


def test_a_curp_that_tells_another_birth_date_stands_beside_the_listed_one() -> None:
    person = sample("us-ofac-sdn", *QUARTET)["101"]

    assert person.birth_dates[0].text() == "1976-04-12"
    assert "760413" in person.identifiers[0].number


def test_a_member_keeps_its_own_programmes_and_the_tie_to_the_tagged_group() -> None:
    records = sample("us-ofac-sdn", *QUARTET)

    assert records["101"].programmes == ("SDNTK", "ILLICIT-DRUGS-EO14059")
    assert records["101"].links == (
        PartyLink(relation="linked to", name="CARTEL DE LA NUBE, S.A.", target="102"),
    )
    assert records["102"].programmes == ("FTO", "SDGT", "SDNTK")


def test_a_tie_is_found_where_the_stop_of_a_name_was_taken_for_that_of_the_remark(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sdn.csv"
    text = (SAMPLES / "sdn.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("NUBE, S.A.).", "NUBE, S.A."), encoding="utf-8")

    assert read("us-ofac-sdn", (path,))[0].links[0].target == "102"


def test_a_bracket_in_a_linked_name_stays_whole() -> None:
    assert sample("us-ofac-sdn", *QUARTET)["104"].links[0].name == "TEHRIK-E FICTA (TEF)"


def test_remarks_go_on_in_the_comments_file() -> None:
    person = sample("us-ofac-sdn", *QUARTET)["104"]

    assert [one.number for one in person.identifiers] == ["FX0000004"]
    assert person.identifiers[0].country == "pt"
    assert [date.text() for date in person.birth_dates] == ["1962/1963"]


def test_the_country_of_registration_is_the_country_alone() -> None:
    found = sample("us-ofac-sdn", *QUARTET)["104"].nationalities

    assert ("Panama", "pa") in [(one.text, one.country) for one in found]


def test_ships_firms_and_empty_addresses_are_what_they_are() -> None:
    records = sample("us-ofac-sdn", *QUARTET)

    assert records["102"].type is PartyType.ORGANISATION
    assert records["102"].names[1].kind is NameKind.FORMER
    assert records["103"].type is PartyType.VESSEL
    assert records["103"].addresses == ()


@pytest.mark.parametrize("order", [QUARTET, QUARTET[::-1], (*QUARTET[2:], *QUARTET[:2])])
def test_the_files_may_come_in_any_order(order: tuple[str, ...]) -> None:
    assert read("us-ofac-sdn", tuple(SAMPLES / name for name in order)) == read(
        "us-ofac-sdn", tuple(SAMPLES / name for name in QUARTET)
    )


def test_a_header_line_is_no_party(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    header = "ent_num,SDN_name,SDN_type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Flag,Owner,Remarks\n"
    path.write_text(header + (SAMPLES / "sdn.csv").read_text(encoding="utf-8"), encoding="utf-8")

    assert len(read("us-ofac-sdn", (path,))) == 4


def test_two_files_of_one_kind_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "cons_prim.csv"
    other.write_bytes((SAMPLES / "sdn.csv").read_bytes())

    with pytest.raises(ListError, match=r"cons_prim.csv: sdn.csv holds the primary already"):
        read("us-ofac-sdn", (SAMPLES / "sdn.csv", other))


@pytest.mark.parametrize("content", [b"9" * 40, b"1,2,3\n", b"a,b\n", b"1\n2\n"])
def test_rows_of_another_shape_are_no_ofac_file(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes(content)

    with pytest.raises(ListError, match="not an OFAC file"):
        read("us-ofac-sdn", (path,))


@pytest.mark.parametrize(
    ("key", "missing"),
    [
        ("us-ofac-sdn", ["ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV"]),
        ("us-ofac-cons", ["CONS_ALT.CSV", "CONS_ADD.CSV", "CONS_COMMENTS.CSV"]),
    ],
)
def test_a_file_that_is_missing_is_reported_with_what_the_list_lacks(
    key: str, missing: list[str]
) -> None:
    problems: list[ListProblem] = []

    assert len(read(key, (SAMPLES / "sdn.csv",), problems)) == 4

    assert [one.file for one in problems] == missing
    assert [one.message for one in problems] == [
        "missing, so the list has no strong aliases; import it with the others",
        "missing, so the list has no addresses; import it with the others",
        "missing, so remarks longer than 1,000 characters are cut off; import it with the others",
    ]
    assert [one.loss for one in problems] == [Loss.PART, Loss.VALUE, Loss.VALUE]


def test_without_the_primary_file_the_others_are_refused_by_name() -> None:
    with pytest.raises(ListError, match=r"found alt.csv, add.csv.* not the primary file \(SDN"):
        read("us-ofac-sdn", (SAMPLES / "alt.csv", SAMPLES / "add.csv"))
