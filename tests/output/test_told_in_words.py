"""States, laws and what a check rests on are told in the reader's words."""

import re
from importlib.resources import files

import pytest

from tamiz.checks import BACKGROUND_RULES, CHECKS, FILES, RULES
from tamiz.checks.check import Asked
from tamiz.checks.documents.tables import read_rows
from tamiz.model import Evidence, Finding, Outcome
from tamiz.output import sentences
from tamiz.output.markup import Tongues
from tamiz.wording import Language, catalogue

NAMED: list[Asked] = [*CHECKS, *RULES, *BACKGROUND_RULES, FILES]
PATH = re.compile(r"\.(tsv|md|py)\b|[a-z]/[a-z]")
FORCES = {"nationals.tsv": "force", "units.tsv": "unit", "ranks.tsv": "unit"}
LAWS = {"nationals.tsv": "law", "units.tsv": "source", "ranks.tsv": "source"}


def told(code: str, language: Language, *, other: str = "", **params: str) -> str:
    evidence = Evidence(feature="document", code=code, other=other, params=params)
    return sentences.reason(evidence, language)


def finding(check: str, basis: str = "tables/x.tsv: invented") -> Finding:
    shown = Evidence(feature="document", code="document.none_given")
    return Finding(
        check=check, version="1", question="?", outcome=Outcome.CLEAR, basis=basis,
        evidence=(shown,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "state", "name"),
    [
        (Language.ENGLISH, "PL", "Poland"),
        (Language.SPANISH, "RO", "Rumanía"),
        (Language.UKRAINIAN, "PL", "держави Польща"),
    ],
)
def test_a_sentence_names_the_state(language: Language, state: str, name: str) -> None:
    text = told("document.number_silent", language, state=state)

    assert name in text
    assert state not in text


def test_several_states_are_named() -> None:
    text = told("document.authority_state.other", Language.SPANISH, states="HN, MX", state="PL")

    assert "Honduras, México" in text
    assert "Polonia" in text


def test_the_state_of_a_number_is_named() -> None:
    said = {"name": "CURP", "state": "RO", "other": "MX"}

    text = told("document.number_state.day", Language.SPANISH, **said)

    assert "MX" not in text
    assert "CURP de México" in text


@pytest.mark.parametrize("code", ["XKK", "?", "", "UNO-9"])
def test_what_is_no_code_of_a_state_stands_as_it_is(code: str) -> None:
    assert code in told("document.number_silent", Language.UKRAINIAN, state=code)


def test_a_value_that_looks_like_a_code_is_no_state() -> None:
    text = told("document.stop.lost", Language.ENGLISH, other="RO", state="PL",
                reported="2020", source="x", reference="y")  # fmt: skip

    assert "RO (Poland)" in text


def test_the_report_says_it_in_each_language() -> None:
    evidence = Evidence(feature="document", code="document.number_silent", params={"state": "PL"})

    page = Tongues().reasons(evidence)

    assert all(name in page for name in ("Poland", "Polonia", "Польща"))


@pytest.mark.parametrize(("table", "column"), FORCES.items())
def test_every_force_unit_and_rank_of_a_table_has_its_words(table: str, column: str) -> None:
    rows = read_rows(files("tamiz.checks.background").joinpath("tables", table))

    assert {
        row[column] for row in rows if f"force.{row[column]}" not in catalogue(Language.SPANISH)
    } == set()


@pytest.mark.parametrize(("table", "column"), LAWS.items())
def test_every_law_of_a_table_has_its_words(table: str, column: str) -> None:
    rows = read_rows(files("tamiz.checks.background").joinpath("tables", table))

    missing = {
        row[column] for row in rows if f"law.{row[column]}" not in catalogue(Language.ENGLISH)
    }

    assert missing == set()


def test_a_law_is_told_in_the_readers_language() -> None:
    law = "Constitution of Mexico, article 32: only Mexicans by birth"

    text = told("background.nationals.foreign", Language.SPANISH, law=law, name="Army of Mexico")

    assert "Constitución de México, artículo 32" in text
    assert "Ejército de México" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("check", sorted({one.name for one in NAMED}))
def test_every_check_says_what_it_rests_on_without_a_path(check: str, language: Language) -> None:
    text = sentences.basis(finding(check), language)

    assert "invented" not in text
    assert not PATH.search(text)


def test_what_an_unknown_check_rests_on_stands_as_it_is() -> None:
    assert sentences.basis(finding("no_such", "ISO 1"), Language.SPANISH) == "ISO 1"


@pytest.mark.parametrize("one", NAMED, ids=lambda one: one.name)
def test_the_words_are_those_of_the_check_where_it_names_no_file(one: Asked) -> None:
    if not PATH.search(one.basis):
        assert sentences.basis(finding(one.name), Language.ENGLISH) == one.basis
