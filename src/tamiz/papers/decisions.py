"""What was decided, as a dossier tells it: the decision, those before it, every officer's look."""

from tamiz.casework import Decision, Look, Record
from tamiz.casework.evidence import by_id
from tamiz.model import Assessment
from tamiz.output import sentences
from tamiz.papers.final import told
from tamiz.papers.voice import Voice, written

Lines = list[tuple[str, str]]


def decisions(record: Record, voice: Voice) -> dict[str, object]:
    """The section on decisions."""
    made = record.decision if isinstance(record.decision, Decision) else None
    earlier = record.earlier if isinstance(record.earlier, tuple) else ()
    looks = record.looks if isinstance(record.looks, tuple) else ()
    asked = told(record.asked)
    return {
        "heading": voice.say("dossier.decision"),
        "stands": [] if made is None else _decision(made, record, voice),
        "undecided": voice.say("dossier.undecided") if record.result is None else "",
        "moved": _moved(made, record, voice),
        "asked": [(voice.say("dossier.asked"), written(asked))] if asked else [],
        "earlier_heading": voice.say("dossier.earlier"),
        "earlier": [_decision(one, record, voice) for one in reversed(earlier)],
        "looks_heading": voice.say("dossier.looks"),
        "looks": [_look(one, voice) for one in looks],
    }


def _decision(made: Decision, record: Record, voice: Voice) -> Lines:
    checker = voice.person(made.checker) if made.checker else voice.say("dossier.no_checker")
    lines = (
        ("ruling", voice.word(f"casework.ruling.{made.ruling.value}")),
        ("on", voice.moment(made.at)),
        ("maker", voice.person(made.maker)),
        ("checker", checker),
        ("why", " ".join(voice.word(f"casework.why.{one.value}") for one in made.why)),
        ("reason", written(made.reason)),
        ("told", written(made.told)),
        ("waived", ", ".join(_waived(made, record, voice))),
    )
    return [(voice.say(f"dossier.{label}"), value) for label, value in lines if value]


def _waived(made: Decision, record: Record, voice: Voice) -> list[str]:
    """The questions that were open; by their numbers where the findings are others by now."""
    if isinstance(record.assessment, Assessment):
        known = by_id(record.assessment.findings)
        return [
            sentences.label(known[key], voice.language) if key in known else key
            for key in made.waived
        ]
    return list(made.waived)


def _moved(made: Decision | None, record: Record, voice: Voice) -> str:
    """A warning where the decision saw other evidence than there is now."""
    if made is None or made.evidence == record.evidence:
        return ""
    return voice.say("dossier.moved", evidence=made.evidence[:12])


def _look(look: Look, voice: Voice) -> tuple[str, str]:
    who = voice.say("dossier.by", person=voice.person(look.actor), at=voice.moment(look.at))
    return who, f"{voice.word(f'casework.ruling.{look.ruling.value}')}: {written(look.reason)}"
