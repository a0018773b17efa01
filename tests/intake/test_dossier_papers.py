"""Documents and personal numbers."""

from pathlib import Path

import pytest

from intake.reading import one, one_json
from tamiz.model import ChipSeen, IdentifierKind, Sex


def test_values_of_documents_go_together_by_their_place(tmp_path: Path) -> None:
    dossier = one(
        tmp_path,
        doc_type="passport; residence permit",
        doc_number="AB123456; R-77",
        doc_country="UA; ES",
        doc_issued="; 2020-01-02",
        doc_expires="2031-02-01;",
    )

    first, second = dossier.documents
    assert (first.code, first.number, first.issuing_state) == ("passport", "AB123456", "ua")
    assert (second.code, second.number, second.issuing_state) == ("residence permit", "R-77", "es")
    assert first.issued is None
    assert [one.text() for one in first.expires] == ["2031-02-01"]
    assert second.expires == ()


def test_one_type_and_one_country_stand_for_all_numbers(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_type="P", doc_number="A1; B2", doc_country="UA")

    assert [(found.code, found.issuing_state) for found in dossier.documents] == [("P", "ua")] * 2


def test_a_heading_that_says_passport_settles_the_kind(tmp_path: Path) -> None:
    (identifier,) = one(tmp_path, passport="AB123456").identity.identifiers

    assert (identifier.kind, identifier.number) == (IdentifierKind.PASSPORT, "AB123456")


def test_a_machine_readable_zone_alone_makes_a_document(tmp_path: Path) -> None:
    dossier = one(tmp_path, mrz="P<UTOMOSS<<ANN|L898902C36UTO7408122F")

    (document,) = dossier.documents
    assert document.mrz == ("P<UTOMOSS<<ANN", "L898902C36UTO7408122F")
    assert dossier.identity.identifiers == ()


def test_the_machine_readable_zone_goes_with_the_first_document(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_number="A1; B2", mrz="P<UTO\nL898")

    assert [document.mrz for document in dossier.documents] == [("P<UTO", "L898"), ()]


def test_documents_of_json_keep_their_parts_and_their_pointers(tmp_path: Path) -> None:
    dossier = one_json(
        tmp_path,
        documents=[
            {"type": "P", "number": "AB123456", "country": "UA", "mrz": ["P<UKR", "L898"]},
            {"number": 77, "issued": "2020-01-02", "colour": "green"},
        ],
    )

    first, second = dossier.documents
    assert (first.number, first.issuing_state, first.mrz) == ("AB123456", "ua", ("P<UKR", "L898"))
    assert (second.number, second.field) == ("77", "/documents/1/number")
    assert dossier.extra == (("documents/1/colour", "green"),)


def test_a_document_has_one_number_and_the_others_are_kept(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, documents={"number": ["A1234", "B1234"]})

    assert [document.number for document in dossier.documents] == ["A1234"]
    assert dossier.notes == ("doc_number:several",)
    assert dossier.extra == (("/documents/number/1", "B1234"),)


def test_an_empty_document_is_none(tmp_path: Path) -> None:
    assert one_json(tmp_path, documents=[{}, {"number": None}]).documents == ()


def test_a_document_of_which_only_the_country_is_known_is_kept(tmp_path: Path) -> None:
    (document,) = one(tmp_path, doc_country="UA").documents

    assert (document.issuing_state, document.number) == ("ua", "")


def test_a_state_that_is_not_understood_is_kept(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_number="A1234", doc_country="Atlantis")

    assert dossier.documents[0].issuing_state is None
    assert dossier.notes == ("doc_country:unreadable",)
    assert dossier.extra == (("doc_country", "Atlantis"),)


def test_a_personal_number_takes_the_only_nationality(tmp_path: Path) -> None:
    (number,) = one(tmp_path, dni="12345678Z", nationality="ES").identity.identifiers

    assert (number.kind, number.country) == (IdentifierKind.NATIONAL, "es")


def test_a_personal_number_of_two_nationalities_has_no_country(tmp_path: Path) -> None:
    (number,) = one(tmp_path, dni="12345678Z", nationality="ES; UA").identity.identifiers

    assert number.country is None


def test_the_number_of_a_document_keeps_its_zeros_and_loses_a_decimal_point(
    tmp_path: Path,
) -> None:
    dossier = one(tmp_path, doc_number="0012345; 12345678.0")

    assert [document.number for document in dossier.documents] == ["0012345", "12345678"]


def test_a_date_of_expiry_or_application_keeps_both_of_its_readings(tmp_path: Path) -> None:
    dossier = one(
        tmp_path, doc_number="AB123456", doc_expires="03/04/2026", applied_on="05/06/2026"
    )

    assert [day.text() for day in dossier.documents[0].expires] == ["2026-04-03", "2026-03-04"]
    assert [day.text() for day in dossier.applied_on] == ["2026-06-05", "2026-05-06"]


@pytest.mark.parametrize("nothing", ["-", "n/a", "no", "немає"])
def test_a_zone_that_says_there_is_none_is_none(tmp_path: Path, nothing: str) -> None:
    (document,) = one(tmp_path, doc_number="AB123456", mrz=nothing).documents

    assert document.mrz == ()


def test_what_a_document_says_of_its_bearer_stays_with_the_document(tmp_path: Path) -> None:
    document = {
        "type": "P", "name": "MOSS, Ann", "birth_date": "1974-08-12", "sex": "F",
        "birth_place": "Zenith, UA", "nationality": "UA", "authority": "An office",
    }  # fmt: skip

    dossier = one_json(tmp_path, birth_date="1975-08-12", documents=[document])

    (found,) = dossier.documents
    assert [name.text for name in found.bearer.names] == ["MOSS, Ann"]
    assert [day.text() for day in found.bearer.birth_dates] == ["1974-08-12"]
    assert found.bearer.sex is Sex.FEMALE
    assert [place.country for place in found.bearer.birth_places] == ["ua"]
    assert [nation.country for nation in found.bearer.nationalities] == ["ua"]
    assert found.authority == "An office"
    assert [day.text() for day in dossier.identity.birth_dates] == ["1975-08-12"]


def test_a_table_gives_the_bearers_of_several_documents_by_their_place(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_number="A1; B2", doc_birth_date="1974-08-12; 1975-08-12")

    assert [
        [day.text() for day in document.bearer.birth_dates] for document in dossier.documents
    ] == [["1974-08-12"], ["1975-08-12"]]


def test_a_sex_in_a_document_that_is_not_understood_is_kept(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_number="A1", doc_sex="yes")

    assert dossier.notes == ("doc_sex:unreadable",)


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("yes", ChipSeen.PRESENT),
        ("Sí", ChipSeen.PRESENT),
        ("є", ChipSeen.PRESENT),
        ("none", ChipSeen.ABSENT),  # which stands for nothing in other columns
        ("sin chip", ChipSeen.ABSENT),
        ("Немає", ChipSeen.ABSENT),
        ("unreadable", ChipSeen.UNREADABLE),
        ("no se lee", ChipSeen.UNREADABLE),
        ("не зчитується", ChipSeen.UNREADABLE),
        ("-", None),
        ("", None),
    ],
)
def test_what_an_officer_saw_of_a_chip_is_understood_in_three_languages(
    tmp_path: Path, word: str, seen: ChipSeen | None
) -> None:
    (document,) = one(tmp_path, doc_number="A1", doc_chip=word).documents

    assert document.chip is seen


def test_a_word_about_a_chip_that_is_not_understood_is_kept(tmp_path: Path) -> None:
    dossier = one(tmp_path, doc_number="A1", doc_chip="perhaps")

    assert dossier.documents[0].chip is None
    assert dossier.notes == ("doc_chip:unreadable",)
    assert ("doc_chip", "perhaps") in dossier.extra


def test_a_document_in_json_has_its_chip(tmp_path: Path) -> None:
    (document,) = one_json(tmp_path, documents=[{"number": "A1", "chip": "none"}]).documents

    assert document.chip is ChipSeen.ABSENT
