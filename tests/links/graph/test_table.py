"""Who has which value, found again from disk."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.links.tied import PHONE, applicant, party, sponsor
from tamiz.links.graph import Role, ValueKind, company_values, values_of
from tamiz.links.graph.strength import MOST_ROWS
from tamiz.links.graph.table import TieTable, TieTableBuilder, party_code
from tamiz.matching.arrays import hash_key
from tamiz.model import Dossier, RelationKind

NODE = "phone=+573001234567"
REFEREE = RelationKind.REFEREE


def table(folder: Path, dossiers: Sequence[Dossier]) -> TieTable:
    builder = TieTableBuilder()
    for number, one in enumerate(dossiers):
        builder.add(number, one, values_of(one))
    place = folder / f"ties{len(list(folder.iterdir()))}"
    builder.write(place)
    return TieTable(place)


def test_bearers_have_their_number_and_role(tmp_path: Path) -> None:
    ties = table(
        tmp_path,
        [
            applicant("A", phone=PHONE),
            applicant("B"),
            applicant("C", relations=[party(REFEREE, "Ana Luna", phone=PHONE)]),
        ],
    )

    assert [(one.number, one.role) for one in ties.bearers(NODE, 9)] == [
        (0, Role.OWN), (2, Role.REFEREE),
    ]  # fmt: skip


def test_one_party_has_one_code_however_it_is_capitalised(tmp_path: Path) -> None:
    named = [party(REFEREE, name, phone=PHONE) for name in ("Ana Luna", "ANA LUNA", "Boris Sol")]
    ties = table(tmp_path, [applicant("A", relations=[one]) for one in named])

    first, second, third = (one.party for one in ties.bearers(NODE, 9))
    assert first == second != third


def test_ones_own_value_is_of_no_party(tmp_path: Path) -> None:
    (bearer,) = table(tmp_path, [applicant("A", phone=PHONE)]).bearers(NODE, 9)

    assert bearer.party == party_code("") == 0


def test_rows_are_counted_and_read_up_to_a_limit(tmp_path: Path) -> None:
    ties = table(tmp_path, [applicant(f"A{at}", phone=PHONE) for at in range(40)])

    assert ties.rows(NODE) == 40
    assert len(ties.bearers(NODE, 30)) == 30


@pytest.mark.parametrize("node", ["", "phone=", "phone=+573001234568", "email=+573001234567"])
def test_what_nobody_has_has_no_rows(tmp_path: Path, node: str) -> None:
    ties = table(tmp_path, [applicant("A", phone=PHONE)])

    assert (ties.rows(node), ties.bearers(node, 9)) == (0, [])


def test_only_values_of_several_rows_are_shared(tmp_path: Path) -> None:
    one, other = applicant("A", phone=PHONE, email="a@b.example"), applicant("B", phone=PHONE)
    ties = table(tmp_path, [one, other])

    assert [(values_of(one)[common.place].kind, common.rows) for common in ties.shared(0)] == [
        (ValueKind.PHONE, 2)
    ]


def test_who_has_what_is_shared_is_found_by_its_rows(tmp_path: Path) -> None:
    ties = table(tmp_path, [applicant("A", phone=PHONE), applicant("B", phone=PHONE)])

    assert [bearer.number for common in ties.shared(1) for bearer in ties.bearing(common, 9)] == [
        0, 1
    ]  # fmt: skip


def test_what_so_many_have_that_it_ties_nobody_is_not_shared(tmp_path: Path) -> None:
    ties = table(tmp_path, [applicant(str(at), phone=PHONE) for at in range(MOST_ROWS + 1)])

    assert ties.shared(0) == []


def test_companies_are_found_by_what_is_told_of_them(tmp_path: Path) -> None:
    firms = [sponsor("Altoverde Escolta", phone=PHONE), sponsor("Vigilancia Cuarzo", phone=PHONE)]
    people = [applicant(str(at), relations=[firm]) for at, firm in enumerate(firms)]
    nodes = [hash_key(company.node) for one in people for company, _ in company_values(one)]

    found = table(tmp_path, people).companies_with(NODE, 9)  # in the order of their hashes
    assert sorted(found, key=lambda one: one[1]) == [(nodes[0], 0), (nodes[1], 1)]


def test_companies_with_one_value_are_read_up_to_a_limit(tmp_path: Path) -> None:
    people = [
        applicant(str(at), relations=[sponsor(f"Altoverde {at} Escolta", phone=PHONE)])
        for at in range(40)
    ]

    assert len(table(tmp_path, people).companies_with(NODE, 20)) == 20


def test_a_table_of_nobody_has_no_rows(tmp_path: Path) -> None:
    ties = table(tmp_path, [])

    assert ties.rows(NODE) == 0
    assert ties.companies_with(NODE, 9) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(("", PHONE, "+57 311 765 4321", "0000000")), max_size=12))
def test_every_value_of_everybody_is_found_again(tmp_path: Path, phones: list[str]) -> None:
    people = [applicant(str(at), phone=phone) for at, phone in enumerate(phones)]
    ties = table(tmp_path, people)

    for number, one in enumerate(people):
        for value in values_of(one):
            found = {bearer.number for bearer in ties.bearers(value.node, 99)}
            assert number in found
            assert len(found) == ties.rows(value.node)
