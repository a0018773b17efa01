"""Cases that papers are printed of in tests, and what stands in a PDF; all invented."""

from datetime import UTC, datetime

import pypdfium2
from msgspec.structs import replace

from casework.desks import OLENA, PABLO, at, by, judged, looked, read, ruled
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    AnyEvent,
    Audience,
    Case,
    Record,
    Ruling,
    Verdict,
    disclose,
    fold,
    note,
    open_case,
    see,
)
from tamiz.casework.journal import Entry, next_entry
from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue
from tamiz.papers import Journal, Unit

KEY = bytes(32)
UNIT = Unit(programme="North 2026", people={"olena": "Olena Petrenko", "pablo": "Jorge Ibáñez"})
LATER = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
PERSON = Listed(
    source="un-sc", id="QDi.404", name="VYMYSLENKO, Serhiy", type="person",
    publisher="Invented Council", content_date="2026-11-20", sha256="ab" * 32,
    programmes=("Al-Invented",), url="https://lists.example/404",
    line="VYMYSLENKO Serhiy, born 12 Apr 1988, Donetsk; passport FB000000 (invented)",
)  # fmt: skip


def finding(name: str) -> Finding:
    """A likeness to a listed person, weighed."""
    return Finding(
        check="watchlist_person", version="2", question="Is the applicant a listed person?",
        outcome=Outcome.CONCERN, basis="invented", probability=0.973, bits=5.2, listed=PERSON,
        evidence=(
            Evidence(feature="prior", code="prior.person", bits=-24.6,
                     params={"one_in": "25 000 000", "parties": "21 000"}),
            Evidence(feature="name", code="name.rotated", applicant=name, other=PERSON.name,
                     bits=16.3),
            Evidence(feature="birth_date", code="birth_date.same_day", applicant="1988-04-12",
                     other="1988-04-12", bits=13.5, field="birth_date"),
        ),
    )  # fmt: skip


CHECKED = Finding(
    check="background", version="1", question="Was anything found?", outcome=Outcome.CLEAR,
    basis="invented", evidence=(Evidence(feature="check", code="name.none"),),
)  # fmt: skip


def opening(name: str = "Сергій Вимисленко") -> tuple[AnyEvent, ...]:
    """A case of one listed likeness and one question answered well."""
    found = Assessment(
        id="A-1042", queue=Queue.REVIEW, rule="default", findings=(finding(name), CHECKED),
        name=name, row=17,
    )  # fmt: skip
    return open_case(by(ENGINE, -3600), DEFAULT, case="C1", applicant="A-1042", compartment="north",
                     assessment=found)  # fmt: skip


def refused(told: str = "", name: str = "Сергій Вимисленко") -> Case:
    """Refused by two officers, with a verdict and a note."""
    case = read(fold(opening(name)), OLENA, PABLO)
    case = fold(note(case, by(OLENA), text="NOTE-OF-OLENA"), case)
    case = looked(
        ruled(judged(case, OLENA, Verdict.SAME), OLENA, Ruling.REFUSE), PABLO, Ruling.REFUSE
    )
    made = case.decision
    assert made is not None
    if not told:
        return case
    return replace(case, judged=replace(case.judged, decision=replace(made, told=told)))


def granted() -> Case:
    """Granted by one officer after a verdict."""
    return ruled(judged(read(fold(opening()), OLENA), OLENA), OLENA, Ruling.GRANT)


def record(
    case: Case, audience: Audience = Audience.AUDITOR, name: str = "Сергій Вимисленко"
) -> Record:
    """The record of a case an hour after it was decided; its events are those of its opening."""
    return disclose(case, trail(name), audience, policy=DEFAULT, at=at(3600))


def trail(name: str = "Сергій Вимисленко") -> tuple[AnyEvent, ...]:
    """The opening, and that Olena read it."""
    first = opening(name)
    return (*first, *see(fold(first), by(OLENA, -60), purpose="vetting"))


def journal(name: str = "Сергій Вимисленко") -> Journal:
    """The journal of these events."""
    entries: list[Entry] = []
    for event in trail(name):
        last = entries[-1] if entries else None
        entries.append(next_entry(last, event, KEY, bytes))
    return Journal(entries=tuple(entries), last=entries[-1].seq, head=entries[-1].hash)


def text_of(pdf: bytes) -> str:
    """What stands on the pages, without line ends and isolates, and the title."""
    document = pypdfium2.PdfDocument(pdf)
    pages = " ".join(page.get_textpage().get_text_range() for page in document)
    told = f"{pages} {' '.join(document.get_metadata_dict().values())}"
    return " ".join(told.replace("\u2068", "").replace("\u2069", "").replace("\u200b", "").split())


def files_of(pdf: bytes) -> dict[str, bytes]:
    """The files inside."""
    document = pypdfium2.PdfDocument(pdf)
    found = (document.get_attachment(at) for at in range(document.count_attachments()))
    return {one.get_name(): bytes(one.get_data()) for one in found}
