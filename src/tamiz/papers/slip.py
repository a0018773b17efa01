"""The slip for the sponsor: how it ended. No reason, no evidence, nobody of the unit."""

from tamiz.casework import Audience, Record
from tamiz.casework.disclosure import redact
from tamiz.papers.final import final, frame, whose
from tamiz.papers.press import printed
from tamiz.papers.voice import Unit, Voice
from tamiz.wording import Language


def slip_pdf(record: Record, language: Language, unit: Unit) -> bytes:
    """The slip; whatever the record holds, only what a sponsor may have is in it.

    Raises:
        PaperError: nothing is final yet.
    """
    record = redact(record, Audience.SPONSOR)
    voice, result = Voice(language, unit), final(record)
    content = frame(record, voice, result.at, voice.say("slip.title")) | {
        "facts": [*whose(record, voice), (voice.say("decided_on"), voice.day(result.at))],
        "result_heading": voice.say("slip.result"),
        "result": voice.say(f"slip.{result.ruling.value}"),
        "only": voice.say("slip.only"),
    }
    return printed("slip", content)
