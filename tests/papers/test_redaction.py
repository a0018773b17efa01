"""No paper holds a field that its reader may not have, not on a page and not in a file inside."""

import msgspec
import pytest
from msgspec.structs import replace

from casework.desks import PABLO, at, by
from papers.paper_cases import (
    LATER,
    UNIT,
    files_of,
    granted,
    journal,
    record,
    refused,
    text_of,
    trail,
)
from tamiz.casework import DEFAULT, Audience, Record, fold, see
from tamiz.casework.disclosure import CLASSES, MAY_HAVE, redact
from tamiz.casework.journal import next_entry
from tamiz.errors import PaperError
from tamiz.papers import dossier_pdf, letter_pdf, slip_pdf
from tamiz.papers.proof import Journal
from tamiz.wording import Language

# Codes of ours that are words too, and so may stand in any sentence.
WORDS = {"grant", "refuse", "decided", "person"}
TOLD = "The birth date in your passport is not the one you gave."


def said_by(record: Record, audience: Audience, language: Language = Language.ENGLISH) -> str:
    """All that a paper says of a record: pages, title, files inside."""
    if audience is Audience.APPLICANT:
        pdf = letter_pdf(record, language, UNIT, DEFAULT)
    elif audience is Audience.SPONSOR:
        pdf = slip_pdf(record, language, UNIT)
    else:
        pdf = dossier_pdf(
            record, language, UNIT, audience=audience, journal=read_by_pablo(), at=LATER
        )
    files = " ".join(data.decode() for data in files_of(pdf).values())
    return f"{text_of(pdf)} {files}"


def read_by_pablo() -> Journal:
    """The journal, in which somebody reads who does nothing else."""
    entries = journal().entries
    reader = replace(PABLO, id="reads-only")
    event = see(fold(trail()), by(reader, -50), purpose="quality")[0]
    last = next_entry(entries[-1], event, bytes(32), bytes)
    return Journal(entries=(*entries, last), last=last.seq, head=last.hash)


def whole() -> Record:
    """A record with everything in it, as an auditor has it."""
    told = record(refused(TOLD))
    reader = replace(PABLO, id="reads-only")
    return replace(told, events=(*trail(), *see(fold(trail()), by(reader, -50), purpose="quality")))


def leaves(value: object) -> set[str]:
    """Every text in a value, however deep."""
    if isinstance(value, dict):
        return set().union(*map(leaves, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(leaves, value))
    return {value} if isinstance(value, str) else set()


def texts(value: object) -> set[str]:
    """Its texts that are more than a word which any paper may use."""
    return {one for one in leaves(msgspec.to_builtins(value)) if len(one) > 4}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.SPONSOR])
def test_nothing_of_a_class_that_a_reader_may_not_have(
    audience: Audience, language: Language
) -> None:
    full = whole()
    told = said_by(full, audience, language)
    mine = {name for name in CLASSES if CLASSES[name] in MAY_HAVE[audience]}
    allowed = set().union(*(texts(getattr(full, name)) for name in mine)) | WORDS
    hidden = set().union(*(texts(getattr(full, name)) for name in CLASSES if name not in mine))

    assert len(hidden - allowed) > 40
    assert {text for text in hidden - allowed if text in told} == set()


@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.SPONSOR])
def test_a_whole_record_gives_the_same_paper_as_a_redacted_one(audience: Audience) -> None:
    assert said_by(whole(), audience) == said_by(redact(whole(), audience), audience)


@pytest.mark.parametrize("name", ["Olena Petrenko", "Jorge Ibáñez", "olena", "pablo", "VYMYSLENKO"])
@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.SPONSOR])
def test_nobody_of_the_unit_and_of_no_list_is_named(audience: Audience, name: str) -> None:
    assert name not in said_by(whole(), audience)


def test_who_only_read_is_not_in_the_dossier_of_officers() -> None:
    assert "reads-only" not in said_by(whole(), Audience.OFFICER)
    assert "reads-only" in said_by(whole(), Audience.AUDITOR)


def test_the_letter_gives_the_reasons_and_the_way_to_contest() -> None:
    told = said_by(whole(), Audience.APPLICANT)

    assert TOLD in told
    assert "You can contest this decision." in told
    assert "within 30 days" in told


def test_the_slip_gives_the_result_and_no_reason() -> None:
    told = said_by(whole(), Audience.SPONSOR)

    assert "Not accepted" in told
    assert TOLD not in told


def test_who_is_accepted_reads_of_no_appeal() -> None:
    told = said_by(record(granted()), Audience.APPLICANT)

    assert "Your application has been accepted." in told
    assert "contest" not in told


@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.SPONSOR])
def test_nothing_leaves_while_it_can_be_taken_back(audience: Audience) -> None:
    undecided = replace(whole(), result=None, decided_at=None)

    with pytest.raises(PaperError, match="C1: nothing is final yet"):
        said_by(undecided, audience)


@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.SPONSOR])
def test_there_is_no_dossier_for_outsiders(audience: Audience) -> None:
    with pytest.raises(PaperError, match=audience.value):
        dossier_pdf(whole(), Language.ENGLISH, UNIT, audience=audience, journal=journal(), at=at())
