"""The table of codes."""

import re

import pytest

from tamiz.documents.zone import StateKind, state_of, state_of_two, states


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SLV", StateKind.STATE),
        ("D", StateKind.STATE),
        ("RKS", StateKind.STATE),
        ("GBN", StateKind.STATUS),
        ("EUE", StateKind.ORGANISATION),
        ("UNO", StateKind.ORGANISATION),
        ("XOM", StateKind.ORGANISATION),
        ("XXA", StateKind.NO_NATIONALITY),
        ("XXX", StateKind.NO_NATIONALITY),
        ("ANT", StateKind.WITHDRAWN),
        ("SUN", StateKind.WITHDRAWN),
        ("UTO", StateKind.SPECIMEN),
        ("COU", StateKind.SPECIMEN),
    ],
)
def test_codes_have_their_kind(code: str, kind: StateKind) -> None:
    found = state_of(code)

    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize("code", ["DEU", "HLO", "", "SI", "slv", "XKX"])
def test_what_is_no_code_is_none(code: str) -> None:
    assert state_of(code) is None


def test_two_letters_are_looked_up_apart() -> None:
    found = state_of_two("SI")

    assert found is not None
    assert found.code == "SVN"


def test_every_row_is_well_formed_and_has_a_source() -> None:
    for code, state in states().items():
        assert re.fullmatch(r"[A-Z]{3}|D", code)
        assert re.fullmatch(r"[A-Z]{2}|", state.alpha2)
        assert state.name
        assert state.source
        assert re.fullmatch(r"[12]\d{3}", state.date)
    assert len([one for one in states().values() if one.kind is StateKind.STATE]) == 250
