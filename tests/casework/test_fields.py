"""What two sides are compared by, folded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tamiz.casework import Fields, applicant_fields, listed_fields
from tamiz.casework.fields import MATERIAL, fold
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    IdentityEvidence,
    Name,
    NameKind,
    Nationality,
    PartialDate,
    PartyType,
    SourceRecord,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("José  PÉREZ", "jose perez"),
        ("O'Neill-Smith", "o neill smith"),
        ("ＡＢＣ", "abc"),
        ("Straße", "STRASSE"),
        ("КОВАЛЕНКО", "коваленко"),
        ("Zo\u0308e", "Zöe"),
        ("𝐉𝐮𝐚𝐧", "juan"),
    ],
)
def test_spelling_of_signs_is_folded(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Сергій", "Сергіи"),
        ("Ївга", "Івга"),
        ("राम", "रीम"),
        ("Juan Perez Rojas", "Juan Rojas Perez"),
    ],
)
def test_letters_and_their_order_are_kept(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@settings(max_examples=500)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def record(*names: str, kind: NameKind = NameKind.PRIMARY, born: int = 1970) -> SourceRecord:
    return SourceRecord(
        source="un-sc", id="QDi.1", type=PartyType.PERSON,
        names=tuple(Name(text=name, kind=kind) for name in names),
        birth_dates=(PartialDate(year=born),),
    )  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        record("ALIAS Two", "Pérez Rojas, Juan"),
        record("Juan Perez Rojas", "Alias two", kind=NameKind.WEAK),
        record("Juan Perez Rojas", "Juan PEREZ rojas", "Alias Two"),
    ],
)
def test_order_case_comma_kind_and_doubles_are_immaterial(other: SourceRecord) -> None:
    assert listed_fields([other]) == listed_fields([record("Juan Pérez Rojas", "Alias Two")])


def test_the_entries_of_a_party_are_one_side() -> None:
    """So merging two entries, or splitting one, changes nothing by itself."""
    both = listed_fields([record("One"), record("Two", born=1971)])

    assert both.names == ("one", "two")
    assert both.birth_dates == ("1970", "1971")


def test_an_applicant_is_what_they_claim_and_what_their_documents_say() -> None:
    dossier = Dossier(
        id="A1",
        identity=IdentityClaim(
            names=(Name(text="Juan Pérez"),), nationalities=(Nationality(country="CO"),),
            identifiers=(Identifier(kind=IdentifierKind.NATIONAL, number="10.203.040"),),
        ),
        documents=(
            IdentityEvidence(number="AV 123-456", bearer=IdentityClaim(names=(Name(text="J. Perez"),))),
        ),
        contacts=(
            Contact(kind=ContactKind.PHONE, value="0057 300-1"),
            Contact(kind=ContactKind.HANDLE, value="@JuanP"),
        ),
        addresses=(Address(text="Calle 1,  Bogotá"),),
    )  # fmt: skip

    assert applicant_fields(dossier) == Fields(
        names=("j perez", "juan perez"), documents=("10203040", "av123456"), nationalities=("CO",),
        contacts=("573001", "juanp"), addresses=("calle 1 bogota",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        ("КН 123456", "кн-123456", True),
        ("AB 123 456", "ab123/456", True),
        ("КН123456", "МР123456", False),
        ("١٢٣", "٤٥٦", False),
        ("AÑ-1", "an1", True),
    ],
)
def test_a_number_has_the_letters_and_digits_of_its_own_script(
    left: str, right: str, are_one: bool
) -> None:
    """Another series is another document: *КН123456* is not *МР123456*."""
    sides = [
        applicant_fields(
            Dossier(id="A1", identity=IdentityClaim(), documents=(IdentityEvidence(number=number),))
        ).documents
        for number in (left, right)
    ]  # fmt: skip

    assert (sides[0] == sides[1]) is are_one


def test_every_field_is_in_the_table_of_material_ones() -> None:
    assert [one.name for one in MATERIAL] == sorted(
        Fields.__struct_fields__, key=[one.name for one in MATERIAL].index
    )
    assert {one.name for one in MATERIAL} == set(Fields.__struct_fields__)
