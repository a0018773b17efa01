"""Text as safe HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tamiz.model import Evidence
from tamiz.output.markup import LONGEST_VALUE, Tongues, web_address
from tamiz.wording import Language

EVERY = Tongues()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_a_value_is_text_and_nothing_but_text(text: str) -> None:
    element = html.fragment_fromstring(f"<p>{EVERY.value(text)}</p>")

    assert {child.tag for child in element.iter()} <= {"p", "bdi", "span"}


def test_what_cannot_be_seen_is_spelt_out() -> None:
    assert EVERY.value("a\u202eb") == '<bdi>a<span class="odd">⟨U+202E⟩</span>b</bdi>'


def test_a_long_value_says_how_much_is_missing() -> None:
    shown = EVERY.value("x" * (LONGEST_VALUE + 7))

    assert "x" * LONGEST_VALUE in shown
    assert "and 7 more characters" in shown


def test_a_phrase_is_there_in_all_languages_with_its_gaps() -> None:
    shown = EVERY.phrase("case.row", row="<b>")

    assert shown.count("<span lang=") == 3
    assert shown.count("&lt;b&gt;") == 3


def test_a_phrase_of_one_language_needs_no_mark_of_it() -> None:
    shown = Tongues((Language.SPANISH,)).phrase("case.row", row="<b>")

    assert shown == "Fila &lt;b&gt; del archivo"


@pytest.mark.parametrize("text", ["{other}", "{applicant.__class__}", "%s", "{0}", "<i>"])
def test_values_cannot_reach_into_a_sentence(text: str) -> None:
    evidence = Evidence(feature="name", code="name.conflict", applicant=text, other="x")

    assert text.replace("<", "&lt;").replace(">", "&gt;") in EVERY.reasons(evidence)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.invalid/a?b=1", "https://example.invalid/a?b=1"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.invalid", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(text: str, address: str) -> None:
    assert web_address(text) == address
