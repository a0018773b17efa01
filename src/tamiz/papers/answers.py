"""What was found, as a dossier shows it: question, both sides, evidence, the list's own line."""

from collections.abc import Mapping

from tamiz.casework import Disposition, finding_id
from tamiz.casework.clearance import asks_who
from tamiz.model import Evidence, Finding, Listed, OtherListing, Sex
from tamiz.output import sentences
from tamiz.output.cases import CaseView, FindingView
from tamiz.output.sides import Side
from tamiz.output.waterfall import Step
from tamiz.papers.voice import Voice, shown, written
from tamiz.wording import catalogue, say

Lines = list[tuple[str, str]]


def answers(
    view: CaseView, given: Mapping[str, Disposition], voice: Voice
) -> list[dict[str, object]]:
    """The findings that need somebody's answer, each with the verdict that it was given."""
    return [_answer(one, given.get(finding_id(one.finding)), voice) for one in view.answers]


def also(view: CaseView, voice: Voice) -> Lines:
    """The questions that were answered without a concern."""
    return [
        (
            sentences.question(one, voice.language),
            voice.word(f"report.outcome.{one.outcome.value}"),
        )
        for one in view.also
    ]


def reason(evidence: Evidence, voice: Voice) -> str:
    """The sentence of a piece of evidence, each value in it isolated."""
    if evidence.code not in catalogue(voice.language):
        return shown(evidence.code)
    gaps = {
        name: shown(text) for name, text in sentences.reason_gaps(evidence, voice.language).items()
    }
    return say(evidence.code, voice.language, **gaps)


def _answer(view: FindingView, given: Disposition | None, voice: Voice) -> dict[str, object]:
    finding = view.finding
    return {
        "question": sentences.question(finding, voice.language),
        "outcome": _outcome(finding, voice),
        "sides": _sides(view, voice),
        "evidence": _weighed(view, voice) if view.steps else None,
        "statements": [] if view.steps else [_statement(one, voice) for one in finding.evidence],
        "why": voice.word(f"report.finding.{'waterfall' if view.steps else 'statements'}"),
        "about": voice.word("report.finding.about"),
        "listed": _listed(finding.listed, voice) if finding.listed else [],
        "verdict": _verdict(finding, given, voice),
        "next": _next(finding, voice),
        "basis": _basis(finding, voice),
    }


def _outcome(finding: Finding, voice: Voice) -> str:
    parts = [voice.word(f"report.outcome.{finding.outcome.value}")]
    if finding.probability is not None:
        words = voice.word(f"report.probability.{sentences.probability_word(finding.probability)}")
        percent = sentences.percent(finding.probability, voice.language)
        parts.append(
            say("report.finding.probability", voice.language, percent=percent, words=words)
        )
    if finding.bits is not None:
        bits = sentences.signed(finding.bits)
        parts.append(say("report.finding.in_bits", voice.language, bits=bits))
    if finding.strength:
        parts.append(voice.word(f"report.strength.{finding.strength}"))
    return " · ".join(parts)


def _sides(view: FindingView, voice: Voice) -> dict[str, object] | None:
    """Both sides' values as a table; None where nothing is compared."""
    if not view.sides:
        return None
    finding = view.finding
    near = "named" if finding.evidence[0].feature == "relation" else "applicant"
    other = "listed" if finding.listed else "other" if finding.other else "compared"
    heads = [voice.word(f"report.finding.{name}") for name in ("field", near, other, "says")]
    if other == "other":
        heads[2] += f" {shown(finding.other)}"
    return {"heads": heads, "rows": [_row(side, voice) for side in view.sides]}


def _row(side: Side, voice: Voice) -> list[str]:
    return [
        sentences.feature(side.feature, voice.language),
        _value(side.feature, side.applicant, voice),
        _value(side.feature, side.other, voice),
        voice.word(f"report.finding.{side.verdict}") if side.verdict else "",
    ]


def _value(feature: str, text: str, voice: Voice) -> str:
    if not text:
        return voice.word("report.finding.missing")
    if feature == "sex" and text in set(Sex):
        return voice.word(f"report.sex.{text}")
    return shown(text)


def _weighed(view: FindingView, voice: Voice) -> dict[str, object]:
    """The evidence with its bits, each bar from where the one before ended."""
    heads = [voice.word(f"report.finding.{name}") for name in ("reason", "bits", "total_so_far")]
    return {"heads": heads, "rows": [_step(step, voice) for step in view.steps]}


def _step(step: Step, voice: Voice) -> dict[str, object]:
    total = step.evidence is None
    kind = "" if total else voice.word(f"report.finding.{step.kind.value}")
    return {
        "text": voice.word("report.finding.total") if step.evidence is None
        else reason(step.evidence, voice),
        "bits": kind if step.bits is None else f"{sentences.signed(step.bits)} {kind}".strip(),
        "is_drawn": step.bits is not None,
        "kind": step.kind.value, "x": step.x, "width": step.width, "zero": step.zero,
    }  # fmt: skip


def _statement(evidence: Evidence, voice: Voice) -> str:
    """The sentence, and where in the dossier the value stood."""
    return reason(evidence, voice) + (f" ({shown(evidence.field)})" if evidence.field else "")


def _listed(listed: Listed, voice: Voice) -> Lines:
    """The listed party: which list, of which day, and its own words."""
    date = listed.content_date or voice.word("report.no_date")
    lines = (
        ("name", shown(listed.name)),
        ("source", " · ".join(shown(one) for one in (listed.source, listed.publisher) if one)),
        ("record", shown(listed.id)),
        ("date", shown(date)),
        ("snapshot", shown(listed.sha256)),
        ("programmes", ", ".join(map(shown, listed.programmes))),
        ("linked", "; ".join(map(shown, listed.linked_to))),
        ("purpose", shown(listed.purpose)),
        ("grading", shown(listed.grading)),
        ("review_by", shown(listed.review_by)),
        ("link", shown(listed.url)),
        ("line", written(listed.line)),
        ("also", "; ".join(_other(one, voice) for one in listed.also)),
    )
    return [(voice.word(f"report.finding.{label}"), value) for label, value in lines if value]


def _other(listing: OtherListing, voice: Voice) -> str:
    date = listing.content_date or voice.word("report.no_date")
    parts = (f"{listing.source} {listing.id}", listing.name, date, listing.line)
    return " · ".join(shown(part) for part in parts if part)


def _verdict(finding: Finding, given: Disposition | None, voice: Voice) -> Lines:
    label = voice.say("dossier.verdict")
    if given is None:
        return [(label, voice.say("dossier.no_verdict"))]
    # A verdict on anything but who somebody is is about a fact.
    fact = f"web.fact.{given.verdict.value}"
    is_fact = not asks_who(finding) and fact in catalogue(voice.language)
    word = voice.word(fact if is_fact else f"casework.verdict.{given.verdict.value}")
    who = voice.say("dossier.by", person=voice.person(given.actor), at=voice.moment(given.at))
    return [(label, f"{word}: {written(given.reason)}"), (voice.say("dossier.given_by"), who)]


def _next(finding: Finding, voice: Voice) -> Lines:
    step = sentences.next_step(finding, voice.language)
    return [(voice.word("report.finding.next_step"), step)] if step else []


def _basis(finding: Finding, voice: Voice) -> str:
    check = say(
        "report.finding.check", voice.language, check=shown(finding.check),
        version=shown(finding.version),
    )  # fmt: skip
    told = sentences.basis(finding, voice.language)
    return f"{voice.word('report.finding.basis')}: {shown(told)}. {check}"
