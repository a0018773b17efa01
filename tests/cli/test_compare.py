"""``tamiz compare`` as typed in a terminal."""

import pytest
from click.testing import CliRunner, Result

from tamiz.cli import commands
from tamiz.errors import UsageError
from tamiz.wording import Language, say


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["compare", *words])


def test_names_of_one_person_are_said_to_be_one() -> None:
    result = run("José Quilombera", "Pepe Quilombera")

    assert result.exit_code == 0
    assert result.output.startswith("Likely one")
    assert "forms of" in result.output


def test_birth_dates_that_differ_make_two_of_one_name() -> None:
    result = run("José Quilombera", "José Quilombera", "--born", "1984-03-09", "--born", "1995")

    assert result.output.startswith("Likely two")


def test_numbers_of_organisations_decide() -> None:
    result = run("Battalion 3", "Battalion 4", "--organisations")

    assert "The numbers differ" in result.output


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_in_the_officers_language(language: Language) -> None:
    result = run("Juan Hernández García", "Juan García Hernández", "--language", language.value)

    assert say("pair.first", language) in result.output
    assert "pair." not in result.output


@pytest.mark.parametrize("more", [("--born", "1984"), ("--born", "yesterday", "--born", "1984")])
def test_what_cannot_be_understood_is_said(more: tuple[str, ...]) -> None:
    result = run("A B", "A B", *more)

    assert isinstance(result.exception, UsageError)
    assert "expected" in str(result.exception)
