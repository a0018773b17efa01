"""The dossier: everything that officers need, and files that prove themselves."""

import msgspec
import pypdfium2
import pytest
from msgspec.structs import replace

from output.sample_run import sample_assessments
from papers.paper_cases import LATER, UNIT, files_of, journal, record, refused, text_of
from tamiz.casework import Audience, Record
from tamiz.casework.journal import entry_of, export, verify
from tamiz.papers import dossier_pdf
from tamiz.wording import Language, catalogue

TOLD = "The birth date in your passport is not the one you gave."


def dossier(told: Record, audience: Audience = Audience.OFFICER) -> bytes:
    return dossier_pdf(told, Language.ENGLISH, UNIT, audience=audience, journal=journal(), at=LATER)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return dossier(record(refused(TOLD)))


@pytest.mark.parametrize(
    "said",
    [
        "Is the applicant a listed person?",  # the question
        "Сергій Вимисленко", "VYMYSLENKO, Serhiy",  # both sides
        "Same words, family name first.", "+16.3 for", "−24.6 start", "+5.2",  # evidence, bits
        "VYMYSLENKO Serhiy, born 12 Apr 1988, Donetsk; passport FB000000 (invented)",  # the source's line
        "2026-11-20", "abababababab",  # the list's version
        "Same person: another birth date", "Olena Petrenko (olena)",  # verdict, by whom
        "Jorge Ibáñez (pablo)", TOLD, "NOTE-OF-OLENA",  # decision, note
        "27 November 2026, 09:30 UTC",
    ],
)  # fmt: skip
def test_it_says(printed: bytes, said: str) -> None:
    assert said in text_of(printed)


def test_the_record_inside_is_the_record_as_officers_have_it(printed: bytes) -> None:
    inside = msgspec.json.decode(files_of(printed)["case.json"], type=Record)

    assert inside == record(refused(TOLD), Audience.OFFICER)


def test_every_line_of_the_journal_inside_stands_in_an_export_that_is_whole(printed: bytes) -> None:
    exported = list(export(journal().entries, made_at=LATER))
    lines = files_of(printed)["journal.jsonl"].splitlines(keepends=True)
    head = msgspec.json.decode(files_of(printed)["proof.json"])["head"]

    verified = verify(exported, (head,))

    assert verified.is_whole
    assert len(lines) > 0
    assert set(lines) <= set(exported)


def test_the_proof_names_each_line_by_its_own_hash(printed: bytes) -> None:
    files = files_of(printed)
    marks = msgspec.json.decode(files["proof.json"])["entries"]

    entries = [entry_of(line) for line in files["journal.jsonl"].splitlines()]

    assert marks == [{"seq": one.seq, "hash": one.hash} for one in entries]


def test_a_decision_on_other_evidence_is_marked() -> None:
    told = text_of(dossier(replace(record(refused(TOLD)), evidence="f" * 64)))

    assert "The evidence has changed since this decision was made" in told


def test_an_auditor_reads_every_event() -> None:
    told = text_of(dossier(record(refused(TOLD)), Audience.AUDITOR))

    assert "Read: " in told
    assert "Who read the case" not in told


def test_a_word_that_no_line_can_hold_stays_on_the_page() -> None:
    name = "Maximiliano" * 20
    pdf = dossier(record(refused(TOLD, name), name=name))

    page = pypdfium2.PdfDocument(pdf)[0]
    words = page.get_textpage()
    right = max(words.get_rect(at)[2] for at in range(words.count_rects()))
    assert name in "".join(text_of(pdf).split())
    assert right < page.get_width() - 18 * 72 / 25.4 + 1


@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.AUDITOR])
@pytest.mark.parametrize("language", list(Language))
def test_every_kind_of_finding_is_printed(language: Language, audience: Audience) -> None:
    for one in list(sample_assessments())[::4]:
        told = replace(record(refused(TOLD)), assessment=one, name=one.name)

        pdf = dossier_pdf(told, language, UNIT, audience=audience, journal=journal(), at=LATER)

        assert catalogue(language)["papers.dossier.title"] in text_of(pdf)
