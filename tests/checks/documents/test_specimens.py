"""Is a document a sample, or of an issuer that is no State?"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.documents.applicants import answers, applicant, claim, paper, passport_zone, told
from intake.reading import one, one_json
from tamiz.checks.documents.rule import Strength
from tamiz.checks.documents.specimens import RULE
from tamiz.model import Dossier

SAMPLE = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def codes(dossier: Dossier) -> list[str]:
    found = told(RULE, dossier)
    return [code.rpartition(".")[2] for outcome, code in found if outcome != "clear"]


def test_the_sample_of_doc_9303_is_one_by_state_and_number() -> None:
    assert codes(applicant(paper(mrz=SAMPLE))) == ["state", "number"]


@pytest.mark.parametrize(
    ("state", "number", "found"),
    [
        ("sv", "L898902C3", ["number"]),  # copied from the book
        ("sv", "L 898902 C3", ["number"]),
        ("nl", "SPECI2014", ["number"]),
        ("de", "SPECI2014", []),  # another State's number may be so
        ("mx", "D23145890", []),  # a letter and eight digits: of a sample only with its State
        ("sv", "A12345678", []),
        (None, "SPECI2014", []),
    ],
)
def test_a_number_of_a_published_sample(state: str | None, number: str, found: list[str]) -> None:
    assert codes(applicant(paper(state=state, number=number))) == found


@pytest.mark.parametrize(
    ("name", "born", "found"),
    [
        ("Erika Mustermann", "1964-08-12", ["name"]),
        ("MUSTERMANN, Erika", "1964-08-12", ["name"]),
        ("Erika Mustermann", "1964-08-13", []),  # there are people of that name
        ("Anna Maria Eriksson", "", []),
        ("Carmen Española Española", "1980-01-01", ["name"]),
        ("Olena Kovalchuk", "1964-08-12", []),
    ],
)
def test_a_bearer_of_a_published_sample(name: str, born: str, found: list[str]) -> None:
    dossier = applicant(paper(number="X1"), identity=claim(name, born=born))

    assert codes(dossier) == found


def test_it_is_near_conclusive() -> None:
    (found, _) = answers(RULE, applicant(paper(mrz=SAMPLE)))

    assert (found.strength or RULE.strength) is Strength.A


def test_a_name_with_its_birth_date_is_a_hint() -> None:
    dossier = applicant(paper(number="X1"), identity=claim("Anna Kowalska", born="1972-03-30"))

    assert [found.strength for found in answers(RULE, dossier)] == [Strength.C]


def test_a_zone_of_the_world_service_authority_is_of_no_state() -> None:
    lines = passport_zone("UTO", "SMITH", "JOHN", "800101")
    zone = tuple(line.replace("UTO", "WSA") for line in lines)

    assert codes(applicant(paper(mrz=zone))) == ["issuer"]


def test_an_honest_zone_says_nothing() -> None:
    zone = passport_zone("UKR", "KOVALCHUK", "OLENA", "920101", "F")

    assert codes(applicant(paper(state="ua", mrz=zone), identity=claim("Olena Kovalchuk"))) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("British Honduras", ["issuer"]),
        ("Honduras Británica", ["issuer"]),
        ("the Principality of Sealand", ["issuer"]),
        ("Британський Гондурас", ["issuer"]),
        ("World Service Authority", ["issuer"]),
        ("Honduras", []),
        ("Ruritania", []),  # not understood, and nobody's fantasy either
        ("", []),
    ],
)
def test_an_issuer_that_is_no_state_is_known_by_its_words(
    tmp_path: Path, word: str, found: list[str]
) -> None:
    assert codes(one(tmp_path, doc_number="A1", doc_country=word)) == found


@pytest.mark.parametrize(
    ("number", "found"), [("A12345678", [("clear", "document.specimen.in_order")]), ("", [])]
)
def test_a_number_that_is_no_sample_is_in_order(number: str, found: list[tuple[str, str]]) -> None:
    assert told(RULE, applicant(paper(state="sv", number=number))) == found


def test_json_tells_the_issuer_too(tmp_path: Path) -> None:
    dossier = one_json(tmp_path, documents=[{"number": "A1", "country": "Rhodesia"}])

    assert codes(dossier) == ["issuer"]


def test_the_same_words_elsewhere_say_nothing() -> None:
    dossier = replace(
        applicant(paper(number="A1")),
        notes=("doc_country:unreadable",),
        extra=(("favourite ship", "Rhodesia"),),
    )

    assert codes(dossier) == []
