"""What the press prints: text as it is, whatever signs it has, and nothing that cannot be read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from papers.paper_cases import LATER, UNIT, files_of, journal, record, refused, text_of
from tamiz.casework import DEFAULT, Audience
from tamiz.papers import dossier_pdf, letter_pdf, slip_pdf
from tamiz.papers.press import _fonts, _has_sign, has_glyph
from tamiz.papers.spelling import SURE
from tamiz.wording import Language

ENGLISH = Language.ENGLISH
# What means something in the source of Typst, HTML, templates, shells and tables.
HOSTILE = (
    "#let x = 1", "$ sum $", "*bold* _it_", "@ref <label>", '"); #panic("', "\\u{41} \\",
    "#{sys.inputs}", "// gone", "/* gone", "`raw`", "= Heading", "[x](y)", "<b>x</b>", "{{7*7}}",
    "%s {name} {0}", "~ ~~ --- ...", "#read(/etc/passwd)", "=HYPERLINK(1)", "'; DROP", "$1 \\n &amp;",
)  # fmt: skip


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without fonts of its own."""
    own = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr("tamiz.papers.press._fonts", lambda: own)
    _has_sign.cache_clear()
    yield
    _has_sign.cache_clear()


def packed(text: str) -> str:
    """Without space: where lines break is the press's affair."""
    return "".join(text.split())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_text(name: str) -> None:
    told = text_of(slip_pdf(record(refused(name=name), name=name), ENGLISH, UNIT))

    assert packed(name) in packed(told)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet="#$\\\"'`*_@<>[](){}=/~&%;:,.!?^|+ aЇ", max_size=40))
def test_any_reason_stays_text(reason: str) -> None:
    told = text_of(letter_pdf(record(refused(told=f"x{reason}x")), ENGLISH, UNIT, DEFAULT))

    assert packed(f"x{reason}x") in packed(told)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40))
def test_any_name_is_printed(name: str) -> None:
    pdf = slip_pdf(record(refused(name=name), name=name), ENGLISH, UNIT)

    assert pdf.startswith(b"%PDF-1.7")


@pytest.mark.usefixtures("bare")
def test_a_sign_without_a_font_is_spelt_out_and_that_is_said() -> None:
    told = text_of(slip_pdf(record(refused(name="王小明"), name="王小明"), ENGLISH, UNIT))

    assert "WangXiaoMing [U+738B U+5C0F U+660E]" in told
    assert "has no font for some characters" in told


@pytest.mark.usefixtures("bare")
def test_the_original_stands_in_the_file_inside() -> None:
    pdf = dossier_pdf(
        record(refused(name="王小明"), name="王小明"), ENGLISH, UNIT, audience=Audience.OFFICER,
        journal=journal("王小明"), at=LATER,
    )  # fmt: skip

    assert '"name": "王小明"' in files_of(pdf)["case.json"].decode()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    "name",
    ["Сергій Їжакевич-Ґанна", "Αλέξανδρος", "سلمان الوهمي", "גלעד בן־דמיון", "Nguyễn Văn Tưởng"],
)
def test_a_name_in_its_own_script_needs_no_font_of_the_machine(name: str) -> None:
    told = text_of(slip_pdf(record(refused(name=name), name=name), ENGLISH, UNIT))

    assert "has no font" not in told
    assert {word for word in name.split() if word not in told} == set()


@pytest.mark.usefixtures("bare")
def test_what_is_taken_for_sure_has_glyphs() -> None:
    assert has_glyph("".join(chr(point) for block in SURE for point in block))


def test_a_name_that_turns_direction_shows_the_sign() -> None:
    name = "Ivan \u202egnitset"

    assert "⟨U+202E⟩" in text_of(slip_pdf(record(refused(name=name), name=name), ENGLISH, UNIT))


def test_the_same_input_gives_the_same_bytes() -> None:
    def made() -> bytes:
        return letter_pdf(record(refused(told="x")), ENGLISH, UNIT, DEFAULT)

    first = made()
    _fonts.cache_clear()

    assert made() == first


def test_it_is_tagged_and_says_which_standards_it_keeps() -> None:
    pdf = letter_pdf(record(refused(told="x")), Language.UKRAINIAN, UNIT, DEFAULT)

    assert pypdfium2.raw.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(pdf))
    assert {
        mark
        for mark in (b"<pdfaid:part>3<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<")
        if mark not in pdf
    } == set()


def test_threads_do_not_mix_what_they_print() -> None:
    names = [f"Person Number {at}" for at in range(12)]

    def printed(name: str) -> str:
        return text_of(slip_pdf(replace(whole, name=name), ENGLISH, UNIT))

    whole = record(refused())
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(printed, names))

    assert [
        name for name, text in zip(names, told, strict=True) if f"{name} Application" not in text
    ] == []
