"""Numbers as OFAC's remarks state them."""

import pytest

from tamiz.lists.ofac_identifiers import stated_identifier
from tamiz.model import IdentifierKind


@pytest.mark.parametrize(
    ("statement", "kind", "number", "country"),
    [
        ("Passport A1234567 (Mexico)", IdentifierKind.PASSPORT, "A1234567", "mx"),
        ("Passport E 839024 issued 12 Jan 2001", IdentifierKind.PASSPORT, "E 839024", None),
        ("R.F.C. # PMA-910805 (Mexico)", IdentifierKind.TAX, "PMA-910805", "mx"),
        ("Cedula No. 123-4 (Colombia)", IdentifierKind.NATIONAL, "123-4", "co"),
        ("Driver's License No. D489833(9) (Hong Kong)", IdentifierKind.DRIVING, "D489833(9)", "hk"),
        ("Digital Currency Address - XBT bc1qfictional0", IdentifierKind.OTHER, "bc1qfictional0", None),
    ],
)  # fmt: skip
def test_a_statement_gives_kind_number_and_country(
    statement: str, kind: IdentifierKind, number: str, country: str | None
) -> None:
    found = stated_identifier(statement, field="Remarks")

    assert found is not None
    assert (found.kind, found.number, found.country) == (kind, number, country)


@pytest.mark.parametrize(
    "statement",
    ["Passport issued in Sarajevo", "DOB 1970", "Passport", "Organization Type: Mining"],
)
def test_what_states_no_number_gives_none(statement: str) -> None:
    assert stated_identifier(statement, field="Remarks") is None
