"""What applicants share is found again, whatever way it is written; nothing else is."""

from pathlib import Path

import pytest

from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister, Sharer, shared_keys
from tamiz.links.register import BATCH, MOST_SHARERS
from tamiz.model import (
    Dossier,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    PartialDate,
)


def applicant(key: str, *, passport: str = "", country: str = "co", personal: str = "") -> Dossier:
    numbers = []
    if passport:
        kind = IdentifierKind.PASSPORT
        numbers.append(Identifier(kind=kind, number=passport, country=country, field="doc_number"))
    if personal:
        numbers.append(Identifier(kind=IdentifierKind.NATIONAL, number=personal, country=country))
    claim = IdentityClaim(
        names=(Name(text=f"Nadie {key}"),),
        birth_dates=(PartialDate(year=1990, month=2, day=3),),
        identifiers=tuple(numbers),
    )
    return Dossier(id=key, identity=claim)


def sharers(tmp_path: Path, *dossiers: Dossier) -> tuple[Sharer, ...]:
    """Those who share the first value of the first applicant."""
    path = tmp_path / "register #1 50%.db"
    with CohortRegister(path, is_new=True) as register:
        for one in dossiers:
            register.add(Brought(one))
        register.finish()
    with CohortRegister(path, is_new=False) as register:
        return register.others(dossiers[0], shared_keys(dossiers[0])[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"passport": "AZ418877"}, {"passport": "AZ 418877"}),
        ({"passport": "AZ-418877"}, {"passport": "az418877"}),
        ({"personal": "QUBR841107HSLXTS09"}, {"personal": "qubr 841107 hslxts09"}),
        ({"passport": "AZ418877"}, {"passport": "AZ418877", "country": "pe"}),
        ({"passport": "AZ418877"}, {"passport": "AZ418877", "country": ""}),
        ({"passport": "A825O205"}, {"passport": "A8250205"}),
        ({"passport": "418877123"}, {"personal": "418877123"}),
    ],
)
def test_one_value_in_two_spellings_is_shared(
    tmp_path: Path, one: dict[str, str], other: dict[str, str]
) -> None:
    found = sharers(tmp_path, applicant("A", **one), applicant("B", **other))

    assert [sharer.id for sharer in found] == ["B"]
    assert found[0].name == "Nadie B"
    assert found[0].birth_date == "1990-02-03"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"passport": "AZ418877"}, {"passport": "AZ418878"}),
        ({"passport": "AZ418877"}, {}),
    ],
)
def test_other_values_are_not_shared(
    tmp_path: Path, one: dict[str, str], other: dict[str, str]
) -> None:
    assert sharers(tmp_path, applicant("A", **one), applicant("B", **other)) == ()


def test_nobody_shares_with_themselves(tmp_path: Path) -> None:
    assert sharers(tmp_path, applicant("A", passport="AZ418877")) == ()


def test_many_sharers_are_read_up_to_a_limit(tmp_path: Path) -> None:
    crowd = [applicant(f"A{at}", passport="AZ418877") for at in range(MOST_SHARERS + 10)]

    assert len(sharers(tmp_path, *crowd)) == MOST_SHARERS


def test_more_rows_than_one_batch_are_all_kept(tmp_path: Path) -> None:
    crowd = [applicant(f"A{at}", passport=f"AZ{at:06d}") for at in range(BATCH + 5)]

    assert [one.id for one in sharers(tmp_path, applicant("Z", passport="AZ000003"), *crowd)] == [
        "A3"
    ]


@pytest.mark.parametrize("number", ["", "-", "N/A", "0000000", "0O0O0O", "X"])
def test_a_number_that_says_nothing_has_no_key(number: str) -> None:
    assert shared_keys(applicant("A", passport=number)) == ()


def test_a_key_says_where_its_value_stood() -> None:
    (key,) = shared_keys(applicant("A", passport="AZ418877"))

    assert (key.text, key.field) == ("AZ418877", "doc_number")


def test_one_value_in_several_spellings_is_one_value() -> None:
    written = ("AZ418877", "AZ 418877", "az-418877")
    numbers = tuple(Identifier(kind=IdentifierKind.PASSPORT, number=one) for one in written)

    assert len(shared_keys(Dossier(id="A", identity=IdentityClaim(identifiers=numbers)))) == 1


def test_others_may_not_read_the_register(tmp_path: Path) -> None:
    CohortRegister(tmp_path / "register", is_new=True).close()

    assert (tmp_path / "register").stat().st_mode & 0o077 == 0
