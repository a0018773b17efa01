"""The dossier of a case, for officers and auditors: everything that its record holds, and proof."""

from datetime import datetime

import msgspec
from msgspec import UNSET

from tamiz.casework import Audience, Record
from tamiz.casework.disclosure import redact
from tamiz.errors import PaperError
from tamiz.model import Assessment
from tamiz.output import sentences
from tamiz.output.cases import CaseView, case_view
from tamiz.output.paper_rows import paper_rows
from tamiz.papers.answers import also, answers
from tamiz.papers.decisions import decisions
from tamiz.papers.final import frame, whose
from tamiz.papers.happened import history
from tamiz.papers.press import FILES, printed
from tamiz.papers.proof import Attached, Journal, attached
from tamiz.papers.voice import Unit, Voice, shown, written
from tamiz.wording import Language, say

READERS = frozenset({Audience.OFFICER, Audience.AUDITOR})


def dossier_pdf(
    record: Record,
    language: Language,
    unit: Unit,
    *,
    audience: Audience,
    journal: Journal,
    at: datetime,
) -> bytes:
    """The dossier as it stood ``at`` an instant; for officers without who read and held the case.

    Raises:
        PaperError: it is asked for somebody outside the unit, or the record holds no findings.
    """
    if audience not in READERS:
        raise PaperError(f"case {record.case}: no dossier for {audience.value}; there is a letter")
    record = redact(record, audience)
    if not isinstance(record.assessment, Assessment):
        raise PaperError(
            f"case {record.case}: its record holds no findings; disclose it to officers"
        )
    voice = Voice(language, unit)
    return printed("dossier", _content(record, record.assessment, journal, at, voice))


def _content(
    record: Record, assessment: Assessment, journal: Journal, at: datetime, voice: Voice
) -> dict[str, object]:
    view = case_view(assessment, "case")
    given = record.dispositions if isinstance(record.dispositions, dict) else {}
    inside = attached(record, journal, at, voice)
    return frame(record, voice, at, voice.say("dossier.title")) | {
        "confidential": voice.say("dossier.confidential"),
        "facts": _facts(record, assessment, at, voice),
        "decisions": decisions(record, voice),
        "findings_heading": voice.say("dossier.findings"),
        "findings": answers(view, given, voice),
        "no_findings": voice.say("dossier.no_findings"),
        "also_heading": voice.say("dossier.also"),
        "also": also(view, voice),
        "documents_heading": voice.say("dossier.documents"),
        "documents": _documents(view, voice),
        "notes_heading": voice.say("dossier.notes"),
        "notes": [written(one) for one in record.notes or ()],
        "history": _history(record, voice),
        "inside": _inside(inside, journal, voice),
        "how_heading": voice.say("dossier.how"),
        "how": [voice.word("report.how.bits"), voice.word("report.how.unchecked")],
        FILES: msgspec.to_builtins(inside),
    }


def _facts(
    record: Record, assessment: Assessment, at: datetime, voice: Voice
) -> list[tuple[str, str]]:
    state = record.state.value if record.state else ""
    lines = (
        ("made", voice.moment(at)),
        ("state", voice.word(f"casework.state.{state}")),
        ("sorted", voice.word(f"report.queue.{assessment.queue.value}")),
        ("rule", shown(sentences.rule(assessment, voice.language))),
        ("row", str(assessment.row or "")),
        ("evidence", record.evidence if isinstance(record.evidence, str) else ""),
    )
    told = [(voice.say(f"dossier.{label}"), value) for label, value in lines if value]
    return [*whose(record, voice), *told]


def _documents(view: CaseView, voice: Voice) -> list[dict[str, object]]:
    """Each document of which two sources say something, a column a source."""
    return [
        {
            "title": say(
                "report.papers.heading",
                voice.language,
                code=shown(sentences.paper_kind(paper.code, voice.language)),
            ),
            "heads": ["", *(voice.word(f"report.papers.{one.source}") for one in paper.sources)],
            "rows": [
                [voice.word(f"report.datum.{row.datum}"), *map(shown, row.cells)]
                for row in paper_rows(paper)
            ],
        }
        for paper in view.assessment.papers
        if len(paper.sources) > 1
    ]


def _history(record: Record, voice: Voice) -> dict[str, object]:
    return {
        "heading": voice.say("dossier.history"),
        "heads": [voice.say(f"dossier.{name}") for name in ("when", "who", "what")],
        "rows": history(record, voice),
        "short": voice.say("dossier.short_history") if record.events is UNSET else "",
    }


def _inside(inside: list[Attached], journal: Journal, voice: Voice) -> dict[str, object]:
    has_entries = len(inside) > 1
    return {
        "heading": voice.say("dossier.files"),
        "names": [(one.name, one.about) for one in inside],
        "verify": voice.say("dossier.verify", head=journal.head) if has_entries
        else voice.say("dossier.no_journal"),
    }  # fmt: skip
