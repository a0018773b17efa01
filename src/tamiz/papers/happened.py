"""The history of a case: every event for an auditor, every judgement for officers."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from tamiz.casework import AnyEvent, Decision, Record, events
from tamiz.papers.voice import Voice, written


class Happened(Struct, frozen=True):
    """One line; ``kind`` and ``word`` are codes of sentences, ``text`` is what somebody wrote."""

    at: datetime
    actor: str
    kind: str
    word: str = ""
    text: str = ""


def history(record: Record, voice: Voice) -> list[list[str]]:
    """When, who, what; the oldest first."""
    told = record.events
    if isinstance(told, tuple):
        return [_line(_of_event(one), voice) for one in told]
    judged = dict.fromkeys(_judged(record))  # one verdict on several findings is one line
    return [_line(one, voice) for one in sorted(judged, key=lambda one: one.at)]


def _line(one: Happened, voice: Voice) -> list[str]:
    said = (voice.word(one.word) if one.word else "", written(one.text))
    what = ": ".join((voice.word(one.kind), *filter(None, said)))
    return [voice.moment(one.at), voice.person(one.actor), what]


def _judged(record: Record) -> Iterator[Happened]:
    """What the record itself says happened: verdicts, then looks, then decisions."""
    if isinstance(record.dispositions, dict):
        for given in record.dispositions.values():
            word = f"casework.verdict.{given.verdict.value}"
            yield Happened(given.at, given.actor, "casework.event.disposed", word, given.reason)
    for look in record.looks if isinstance(record.looks, tuple) else ():
        word = f"casework.ruling.{look.ruling.value}"
        yield Happened(look.at, look.actor, "papers.dossier.would", word, look.reason)
    made = record.decision if isinstance(record.decision, Decision) else None
    for one in (*(record.earlier or ()), *((made,) if made else ())):
        word = f"casework.ruling.{one.ruling.value}"
        yield Happened(one.at, one.checker or one.maker, "casework.event.decided", word, one.reason)


def _of_event(event: AnyEvent) -> Happened:
    kind = f"casework.event.{event.__struct_config__.tag}"
    return Happened(event.at, event.actor, kind, _word(event), _text(event))


def _word(event: AnyEvent) -> str:  # noqa: PLR0911 - a table of events
    """The code of what was said, in a word; "" where the event says it all."""
    match event:
        case events.Disposed(disposition=given):
            return f"casework.verdict.{given.verdict.value}"
        case events.Decided(decision=made):
            return f"casework.ruling.{made.ruling.value}"
        case events.Proposed(look=look) | events.Looked(look=look):
            return f"casework.ruling.{look.ruling.value}"
        case events.Escalated(why=why):
            return f"casework.escalated.{why.value}"
        case events.Lapsed(why=lapse):
            return f"casework.lapse.{lapse.value}"
        case events.Seen(purpose=purpose):
            return f"web.purpose.short.{purpose}"
        case events.Disclosed(audience=audience):
            return f"casework.audience.{audience}"
        case _:
            return ""


def _text(event: AnyEvent) -> str:  # noqa: PLR0911 - a table of events
    """What somebody wrote."""
    match event:
        case events.Disposed(disposition=given):
            return given.reason
        case events.Decided(decision=made):
            return made.reason
        case events.Proposed(look=look) | events.Looked(look=look):
            return look.reason
        case events.Asked(question=text) | events.Noted(text=text) | events.Answered(text=text):
            return text
        case events.Escalated(reason=text) | events.Reopened(reason=text):
            return text
        case events.Appealed(text=text):
            return text
        case events.Observed(text=text, grading=grading, seen=seen):
            return f"{grading} {'' if seen is None else f'({seen.isoformat()}) '}{text}"
        case events.Disclosed(sha256=sha256):
            return sha256
        case _:
            return ""
