"""What letters and slips begin with: a result that can no longer be taken back."""

from datetime import UTC, datetime

from msgspec import Struct, UnsetType

from tamiz.casework import Record, Ruling
from tamiz.errors import PaperError
from tamiz.papers.voice import Voice, shown


class Result(Struct, frozen=True):
    """How an application ended, and when that was decided."""

    ruling: Ruling
    at: datetime


def final(record: Record) -> Result:
    """The result of a case.

    Raises:
        PaperError: nothing is final yet.
    """
    ruling, at = record.result, record.decided_at
    if not isinstance(ruling, Ruling) or not isinstance(at, datetime):
        raise PaperError(
            f"case {record.case}: nothing is final yet; a letter can leave when the decision can no "
            "longer be taken back"
        )
    return Result(ruling, at)


def frame(record: Record, voice: Voice, at: datetime, title: str) -> dict[str, object]:
    """What every paper has: language, title, date, ribbon, and what a loose page is known by."""
    at = at.astimezone(UTC)
    return {
        "lang": voice.language.value,
        "title": title,
        "unit": shown(voice.unit.programme),
        "mark": f"{shown(voice.unit.programme)} · {shown(record.case)}",
        "date": [at.year, at.month, at.day, at.hour, at.minute, at.second],
        "page": voice.say("page", at="\x1a", total="\x1a").split("\x1a"),
        "invented": voice.say("invented") if voice.unit.is_invented else "",
        "spelt_notice": voice.say("spelt"),
    }


def whose(record: Record, voice: Voice) -> list[tuple[str, str]]:
    """Whose application it is, as lines of a label and a value."""
    lines = (
        ("name", told(record.name)),
        ("application", told(record.applicant)),
        ("case", record.case),
        ("programme", voice.unit.programme),
    )
    return [(voice.say(label), shown(value)) for label, value in lines if value]


def told(value: str | UnsetType) -> str:
    """A text of the record; "" where the audience may not have it."""
    return value if isinstance(value, str) else ""
