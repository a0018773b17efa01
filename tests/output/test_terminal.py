"""Findings and summaries in a terminal."""

import io
from functools import cache

import pytest
from rich.console import Console

from output.sample_run import sample_assessments, sample_run
from tamiz.output.terminal import explain, summary
from tamiz.wording import Language


@cache
def printed(width: int = 80, language: Language = Language.ENGLISH) -> str:
    text = io.StringIO()
    console = Console(file=text, width=width)
    summary(sample_run(), console, language)
    for assessment in sample_assessments():
        explain(assessment, console, language)
    return text.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in printed(width).splitlines()) <= width


def test_in_a_pipe_there_are_no_control_sequences() -> None:
    assert "\x1b" not in printed()


@pytest.mark.parametrize("language", Language)
def test_every_language_is_printed(language: Language) -> None:
    said = printed(language=language)

    total = {"en": "Total", "es": "Total", "uk": "Підсумок"}[language.value]
    assert total in said
    assert "report." not in said


def test_brackets_are_not_taken_for_markup() -> None:
    assert "[31mB" in printed(200)


def test_the_summary_counts_and_names_what_to_mind() -> None:
    said = printed()

    assert "Invented data" in said
    assert "1\u00a0968" in said
    assert "too old" in said
    assert "Rows not read" in said
    assert "Warning: Two rows are alike." in said
