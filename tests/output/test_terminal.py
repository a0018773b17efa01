"""Findings and summaries in a terminal."""

import io
from functools import cache

import pytest
from msgspec.structs import replace
from rich.console import Console

from output.sample_run import sample_assessments, sample_run, watchlist_finding
from tamiz.model import Assessment, OtherListing, Queue
from tamiz.output.terminal import MOST_LISTINGS, explain, summary
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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.ENGLISH, "Also listed by: gb-fcdo GB0001 (2026-08-10): "),
        (Language.SPANISH, "También figura en: gb-fcdo GB0001 (2026-08-10): "),
        (Language.UKRAINIAN, "Є також у списках: gb-fcdo GB0001 (2026-08-10): "),
    ],
)
def test_every_list_on_which_the_person_stands_is_named(language: Language, expected: str) -> None:
    assert expected in printed(200, language)


def test_what_only_a_reference_tells_is_said_to_be_so() -> None:
    (line,) = {line for line in printed(200).splitlines() if "gb-ofsi 10001 " in line}

    assert line == (
        "Also listed by: gb-ofsi 10001 (not stated): EL CHUECO; Linked to: CARTEL DE LA "
        "QUIMERA; found by its reference number, not by likeness"
    )


def test_aliases_without_end_do_not_fill_the_screen() -> None:
    other = OtherListing(source="gb-ofsi", id="1", name="ALIAS")
    found = watchlist_finding("Ana Nadie", "NADIE, Ana", dates=("1990", "1990"), bits=(20.0, 9.0))
    assert found.listed is not None
    many = replace(found, listed=replace(found.listed, also=(other,) * (MOST_LISTINGS + 3)))
    text = io.StringIO()

    explain(
        Assessment(id="7", queue=Queue.REVIEW, rule="r", findings=(many,)),
        Console(file=text, width=120),
    )

    assert text.getvalue().count("Also listed by") == MOST_LISTINGS
    assert "and 3 more, in findings.jsonl" in text.getvalue()


def test_the_summary_counts_and_names_what_to_mind() -> None:
    said = printed()

    assert "Invented data" in said
    assert "1\u00a0968" in said
    assert "too old" in said
    assert "Rows not read" in said
    assert "Warning: Two rows are alike." in said
