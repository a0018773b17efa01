"""What PDF/A-3a and PDF/UA-1 ask of a file as such, read back from the papers themselves.

No validator is installed with the project; ``docs/papers.md`` says which ones were run by hand.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name, Object, Pdf

from papers.paper_cases import LATER, UNIT, journal, record, refused
from tamiz.casework import DEFAULT, Audience
from tamiz.papers import dossier_pdf, letter_pdf, slip_pdf
from tamiz.wording import Language

TOLD = "We could not confirm who you are. سلمان 王"
Printer = Callable[[Language], bytes]
PRINTERS: dict[str, Printer] = {
    "dossier": lambda language: dossier_pdf(
        record(refused(TOLD)), language, UNIT, audience=Audience.AUDITOR, journal=journal(),
        at=LATER,
    ),
    "letter": lambda language: letter_pdf(record(refused(TOLD)), language, UNIT, DEFAULT),
    "slip": lambda language: slip_pdf(record(refused(TOLD)), language, UNIT),
}  # fmt: skip


@pytest.fixture(
    scope="module", params=[(kind, language) for kind in PRINTERS for language in Language],
    ids=lambda told: f"{told[0]}-{told[1]}",
)  # fmt: skip
def paper(request: pytest.FixtureRequest) -> Iterator[tuple[Pdf, Language]]:
    """Each paper in each language."""
    kind, language = request.param
    with pikepdf.open(BytesIO(PRINTERS[kind](language))) as pdf:
        yield pdf, language


def elements(node: Object) -> Iterator[Object]:
    """Every element of the structure, from the root down."""
    for child in (
        node.K if isinstance(node.get("/K"), pikepdf.Array) else filter(None, [node.get("/K")])
    ):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def tagged(pdf: Pdf) -> list[Object]:
    return list(elements(pdf.Root.StructTreeRoot))


def fonts(pdf: Pdf) -> list[Object]:
    """Every font of every page, and of a composite one what it is made of."""
    used = [font for page in pdf.pages for font in page.resources.get("/Font", {}).values()]
    return [part for font in used for part in font.get("/DescendantFonts", [font])]


def test_it_says_which_standards_it_keeps(paper: tuple[Pdf, Language]) -> None:
    with paper[0].open_metadata() as told:
        said = [told.get(f"pdfaid:{one}") for one in ("part", "conformance")]
        assert [*said, told.get("pdfuaid:part")] == ["3", "A", "1"]


def test_it_is_tagged_titled_and_in_its_language(paper: tuple[Pdf, Language]) -> None:
    root = paper[0].Root

    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(root.Lang) == paper[1].value


def test_nothing_in_it_runs_or_is_locked(paper: tuple[Pdf, Language]) -> None:
    root = paper[0].Root

    assert not paper[0].is_encrypted
    assert [key for key in ("/OpenAction", "/AA", "/AcroForm") if key in root] == []
    assert "/JavaScript" not in root.get("/Names", {})


def test_its_colours_are_told_and_its_fonts_are_inside(paper: tuple[Pdf, Language]) -> None:
    intents = [intent.S for intent in paper[0].Root.OutputIntents]
    outside = [
        str(font.BaseFont)
        for font in fonts(paper[0])
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
    ]

    assert Name.GTS_PDFA1 in intents
    assert fonts(paper[0])
    assert outside == []


def test_every_table_has_cells_that_head_it(paper: tuple[Pdf, Language]) -> None:
    tables = [one for one in tagged(paper[0]) if Name.Table == one.S]

    assert [one for one in tables if Name.TH not in {part.S for part in elements(one)}] == []


def test_headings_leave_no_level_out(paper: tuple[Pdf, Language]) -> None:
    levels = [int(str(one.S)[2:]) for one in tagged(paper[0]) if str(one.S)[1:2] == "H"]

    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_every_file_inside_says_what_it_is_to_the_paper(paper: tuple[Pdf, Language]) -> None:
    inside = list(paper[0].Root.get("/AF", []))

    assert len(inside) == len(paper[0].attachments)
    for one in inside:
        assert one.AFRelationship in {Name.Source, Name.Data, Name.Supplement}
        assert one.Desc
        assert one.EF.F.Subtype


def test_a_dossier_has_the_case_and_its_proof_inside() -> None:
    with pikepdf.open(BytesIO(PRINTERS["dossier"](Language.SPANISH))) as pdf:
        assert set(pdf.attachments) == {"case.json", "journal.jsonl", "proof.json"}
