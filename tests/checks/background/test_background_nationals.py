"""Service in forces that take nationals only, against the States that somebody claims as theirs."""

from importlib.resources import files

import pytest
from msgspec.structs import replace

from checks.background.stories import applicant, served, told
from checks.documents.applicants import claim, paper
from tamiz.checks.background.nationals import RULE
from tamiz.checks.documents.tables import read_rows
from tamiz.normalise.countries import country_names

FOREIGN, OWN = ("concern B", "nationals.foreign"), ("clear", "nationals.in_order")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("GAFE, cabo", None),
        ("GAFE, cabo", "mx"),
        ("Ejército Mexicano", None),
        ("Fuerzas especiales", "mx"),
        ("Ejército de Colombia, soldado profesional", None),
        ("Мексиканська армія", None),
    ],
)
def test_a_foreigner_in_a_force_for_nationals_is_a_concern(text: str, country: str | None) -> None:
    dossier = applicant(served(text, country=country), identity=claim(nationality="sv"))

    assert told(RULE, dossier) == [FOREIGN]


@pytest.mark.parametrize(
    "identity",
    [
        claim(nationality="mx"),
        claim(nationality="us", birth_place=("Tijuana", "mx")),
    ],
    ids=["a national", "born there"],
)
def test_who_is_or_was_a_national_is_in_order(identity: object) -> None:
    dossier = applicant(served("GAFE"), identity=identity)  # type: ignore[arg-type]

    assert told(RULE, dossier) == [OWN]


def test_a_document_of_the_state_is_enough() -> None:
    dossier = applicant(served("GAFE"), identity=claim(nationality="us"))

    assert told(RULE, replace(dossier, documents=(paper(state="mx"),))) == [OWN]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ejército", None),
        ("Ejército de El Salvador", None),
        ("Ejército", "sv"),
        ("International Legion", "ua"),
        ("Légion étrangère", "fr"),
    ],
)
def test_of_any_other_force_nothing_is_asked(text: str, country: str | None) -> None:
    dossier = applicant(served(text, country=country), identity=claim(nationality="sv"))

    assert told(RULE, dossier) == []


def test_who_claims_no_state_is_not_asked() -> None:
    assert told(RULE, applicant(served("GAFE"), identity=claim())) == []


@pytest.mark.parametrize(
    "row",
    read_rows(files("tamiz.checks.background").joinpath("tables", "nationals.tsv")),
    ids=lambda row: row["force"],
)
def test_a_row_has_a_country_and_its_law(row: dict[str, str]) -> None:
    assert country_names(row["country"])
    assert row["names"]
    assert "article" in row["law"]
