"""The authority that issued a document, against the State that did."""

import pytest
from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers, applicant, paper, told
from tamiz.checks.check import References
from tamiz.checks.documents.authority_state import RULE
from tamiz.checks.documents.tables import Tables

OTHER, OWN = "document.authority_state.other", "document.authority_state.in_order"


@pytest.mark.parametrize(
    ("authority", "state", "code"),
    [
        ("УФМС РОССИИ ПО Г. МОСКВЕ", "kz", OTHER),
        ("УФМС России", "ru", OWN),
        ("МВД РК", "kz", OWN),
        ("Registraduría Nacional del Estado Civil", "pa", OTHER),
        ("SAIME", "ve", OWN),
        ("SAIME Caracas", "pa", OTHER),
        ("Secretaría de Relaciones Exteriores", "hn", OWN),
        ("Secretaría de Relaciones Exteriores", "mx", OWN),
        ("Secretaría de Relaciones Exteriores", "sv", OTHER),
        ("Wojewoda Mazowiecki", "pl", OWN),
    ],
)
def test_an_authority_is_of_its_state(authority: str, state: str, code: str) -> None:
    (only,) = told(RULE, applicant(paper(state=state, authority=authority)))

    assert only[1] == code


@pytest.mark.parametrize(
    ("authority", "state"),
    [
        ("", "pa"), ("МВД", "kz"), ("Consulado General en Bogotá", "pa"), ("8035", "ua"),
        ("SAIME", None), ("Ministerio de Relaciones Exteriores", "co"),
    ],
)  # fmt: skip
def test_of_an_authority_that_many_may_have_nothing_is_said(
    authority: str, state: str | None
) -> None:
    assert told(RULE, applicant(paper(state=state, authority=authority))) == []


def test_the_states_of_the_name_are_told() -> None:
    (only,) = answers(
        RULE, applicant(paper(state="sv", authority="Secretaría de Relaciones Exteriores"))
    )

    assert only.evidence.params["states"] == "HN, MX"


def test_a_units_own_row_counts() -> None:
    row = {"state": "sv", "names": "oficina de prueba", "confidence": "official",
           "source": "our embassy", "looked_up": "2026-11-26"}  # fmt: skip
    context = replace(NOBODY, references=References(tables=Tables(added={"authorities": (row,)})))

    (only,) = told(RULE, applicant(paper(state="pa", authority="Oficina de Prueba")), context)

    assert only[1] == OTHER
