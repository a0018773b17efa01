"""What happened to a case, as its page tells it."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from tamiz.casework import AnyEvent, events
from tamiz.casework.people import Act, Actor, may
from tamiz.wording import Language, catalogue, say

# Who read and who held a case is the auditor's to know.
_TRAIL = (events.Seen, events.Taken, events.Released, events.Hurried)


class Happened(Struct, frozen=True, kw_only=True):
    """One line of the history; ``kind`` is a code of ``casework.event``.

    ``brought_by`` are those whose file it rests on.
    """

    at: datetime
    actor: str
    kind: str
    text: str
    brought_by: tuple[str, ...] = ()


def history(told: tuple[AnyEvent, ...], reader: Actor, language: Language) -> tuple[Happened, ...]:
    """The events, the newest first; reads and locks only for an auditor."""
    whole = may(reader, Act.SEE_AUDIT)
    return tuple(
        Happened(
            at=one.at,
            actor=one.actor,
            kind=str(one.__struct_config__.tag),
            text=_text(one, language),
            brought_by=_brought_by(one),
        )
        for one in reversed(told)
        if whole or not isinstance(one, _TRAIL)
    )


def _brought_by(event: AnyEvent) -> tuple[str, ...]:
    if not isinstance(event, events.Opened | events.Renewed):
        return ()
    return tuple(sorted(event.brought_by))


def _text(event: AnyEvent, language: Language) -> str:
    return " · ".join(part for part in _parts(event, language) if part)


def _observed(event: events.Observed, language: Language) -> Iterator[str]:
    yield event.grading
    yield event.text
    if event.seen is not None:
        yield say("web.case.seen_on", language, day=event.seen.isoformat())


def _parts(event: AnyEvent, language: Language) -> Iterator[str]:
    match event:
        case events.Disposed(disposition=given):
            yield _word("verdict", given.verdict.value, language)
            yield given.reason
        case events.Decided(decision=made):
            yield _word("ruling", made.ruling.value, language)
            yield made.reason
        case events.Proposed(look=look) | events.Looked(look=look):
            yield _word("ruling", look.ruling.value, language)
            yield look.reason
        case events.Escalated(why=why, reason=reason):
            yield _word("escalated", why.value, language)
            yield reason
        case events.Lapsed(why=lapse):
            yield _word("lapse", lapse.value, language)
        case events.Asked(question=text) | events.Noted(text=text) | events.Answered(text=text):
            yield text
        case (
            events.ErasureAsked(reason=text)
            | events.ErasureDropped(reason=text)
            | events.Reopened(reason=text)
            | events.Appealed(text=text)
        ):
            yield text
        case events.Observed():
            yield from _observed(event, language)
        case events.Seen(purpose=purpose):
            yield _sentence(f"web.purpose.short.{purpose}", purpose, language)
        case _:
            return


def _word(kind: str, code: str, language: Language) -> str:
    return _sentence(f"casework.{kind}.{code}", code, language)


def _sentence(code: str, otherwise: str, language: Language) -> str:
    return catalogue(language).get(code, otherwise)
