"""Findings and summaries as terminal text: aligned, and as plain in a pipe as on a screen.

Nothing from outside is taken for markup or for a control sequence: texts are ``rich`` texts,
never markup, and odd characters are spelt out. Nothing is said by colour alone.
"""

from collections.abc import Iterator
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tamiz.matching import PairVerdict
from tamiz.model import Assessment, Evidence, Finding, Listed, Outcome, Queue
from tamiz.normalise.text import visible
from tamiz.output import sentences
from tamiz.output.run import RunSummary
from tamiz.wording import Language, say

LONGEST = 400  # characters of a value; the rest is in findings.jsonl
MOST_LISTINGS = 8  # other entries of a party; a list with every alias apart would fill the screen


def summary(run: RunSummary, console: Console, language: Language = Language.ENGLISH) -> None:
    """Print how many applicants went where, against which lists, and what to mind."""
    if run.invented:
        console.print(_text(_say("invented", language)), style="bold")
    console.print(_counts(run, language))
    if run.lists:
        console.print(_lists(run, language))
    for warning in run.warnings:
        console.print(_text(f"{_say('terminal.warning', language)}: {warning}"))


def where(
    run: RunSummary, folder: Path, console: Console, language: Language = Language.ENGLISH
) -> None:
    """Print where the results lie and how to go on."""
    for name, meaning in (
        ("report.html", "report"),
        ("findings.csv", "table"),
        ("findings.jsonl", "lines"),
    ):
        console.print(_text(f"{_say(f'terminal.{meaning}', language)}: {folder / name}"))
    if run.rejects:
        console.print(_text(f"{_say('terminal.rejects', language)}: {folder / 'rejects.jsonl'}"))


def explain(
    assessment: Assessment,
    console: Console,
    language: Language = Language.ENGLISH,
) -> None:
    """Print everything that was found out about one applicant, with the evidence."""
    queue = _say(f"count.{assessment.queue.value}", language)
    where = f", {_say('terminal.row', language)} {assessment.row}" if assessment.row else ""
    console.print(_text(f"{assessment.id}  {assessment.name}{where}", style="bold"))
    console.print(_text(f"{queue}: {sentences.rule(assessment, language)}"))
    for finding in assessment.findings:
        console.print()
        _explain_finding(finding, console, language)


def _explain_finding(finding: Finding, console: Console, language: Language) -> None:
    console.print(_text(sentences.question(finding, language), style="bold"))
    console.print(_text(_answer(finding, language)))
    if finding.listed is not None:
        for fact in _listed_facts(finding.listed, language):
            console.print(_text(fact))
    if finding.outcome is Outcome.NOT_APPLICABLE:
        for evidence in finding.evidence:
            console.print(_text(_with_value(evidence, language)))
    else:
        console.print(_evidence_table(finding, language))
    for fact in _advice(finding, language):
        console.print(_text(fact))
    basis = _say("finding.basis", language)
    console.print(
        _text(f"{basis}: {sentences.basis(finding, language)} ({finding.check} {finding.version})")
    )


def _with_value(evidence: Evidence, language: Language) -> str:
    """The sentence, and the value that it is about where there is one."""
    sentence = sentences.reason(evidence, language)
    return f"{evidence.applicant}: {sentence}" if evidence.applicant else sentence


def _advice(finding: Finding, language: Language) -> Iterator[str]:
    """How much the finding proves, and what to do now."""
    if finding.strength:
        strength = _say(f"strength.{finding.strength}", language)
        yield f"{_say('finding.strength', language)}: {strength}"
    if step := sentences.next_step(finding, language):
        yield f"{_say('finding.next_step', language)}: {step}"


def _answer(finding: Finding, language: Language) -> str:
    answer = _say(f"outcome.{finding.outcome.value}", language)
    if finding.probability is None:
        return answer
    chance = _say(
        "finding.probability",
        language,
        percent=sentences.percent(finding.probability, language),
        words=_say(f"probability.{sentences.probability_word(finding.probability)}", language),
    )
    return f"{answer}, {chance}"


def _listed_facts(listed: Listed, language: Language) -> list[str]:
    """The listed party in a few lines: where it stands, under which programmes, tied to whom."""
    date = listed.content_date or _say("no_date", language)
    facts = [f"{listed.source} {listed.id} ({date}): {listed.name}"]
    facts.extend(_also_facts(listed, language))
    if listed.programmes:
        facts.append(f"{_say('finding.programmes', language)}: {', '.join(listed.programmes)}")
    facts.extend(f"{_say('finding.linked', language)}: {linked}" for linked in listed.linked_to)
    facts.extend(
        f"{_say(f'finding.{name}', language)}: {value}"
        for name in ("purpose", "grading", "review_by")
        if (value := getattr(listed, name))
    )
    if listed.url:
        facts.append(f"{_say('finding.link', language)}: {listed.url}")
    return facts


def _also_facts(listed: Listed, language: Language) -> Iterator[str]:
    """The other entries of the party, a line each."""
    for other in listed.also[:MOST_LISTINGS]:
        date = other.content_date or _say("no_date", language)
        marks = f" [{', '.join(other.programmes)}]" if other.programmes else ""
        ties = "".join(f"; {_say('finding.linked', language)}: {tie}" for tie in other.linked_to)
        how = f"; {_say('finding.by_reference', language)}" if other.by_reference_alone else ""
        entry = f"{other.source} {other.id} ({date}): {other.name}{marks}{ties}{how}"
        yield f"{_say('finding.also', language)}: {entry}"
    if len(listed.also) > MOST_LISTINGS:
        yield _say("finding.also_more", language, count=len(listed.also) - MOST_LISTINGS)


def compared(verdict: PairVerdict, console: Console, language: Language = Language.ENGLISH) -> None:
    """Print whether two parties are likely one, and every piece of evidence."""
    code = "pair.verdict_one" if verdict.agrees else "pair.verdict_two"
    console.print(_text(say(code, language, probability=f"{verdict.score:.3f}"), style="bold"))
    table = _table()
    table.add_column(_say("finding.bits", language), justify="right", no_wrap=True)
    table.add_column(_say("finding.reason", language), ratio=3)
    table.add_column(say("pair.first", language), ratio=2)
    table.add_column(say("pair.second", language), ratio=2)
    for evidence in verdict.evidence:
        table.add_row(*_evidence_cells(evidence, language))
    total = _text(_say("finding.total", language))
    table.add_row(sentences.signed(verdict.bits), total, style="bold")
    console.print(table)


def _evidence_table(finding: Finding, language: Language) -> Table:
    table = _table()
    table.add_column(_say("finding.bits", language), justify="right", no_wrap=True)
    table.add_column(_say("finding.reason", language), ratio=3)
    is_named = finding.evidence[0].feature == "relation"
    near = "finding.named" if is_named else "finding.applicant"
    table.add_column(_say(near, language), ratio=2)
    table.add_column(_other_side(finding, language), ratio=2)
    for evidence in finding.evidence:
        table.add_row(*_evidence_cells(evidence, language))
    if finding.bits is not None:
        total = _text(_say("finding.total", language))
        table.add_row(sentences.signed(finding.bits), total, style="bold")
    return table


def _evidence_cells(evidence: Evidence, language: Language) -> list[Text]:
    bits = "" if evidence.bits is None else sentences.signed(evidence.bits)
    texts = (bits, sentences.reason(evidence, language), evidence.applicant, evidence.other)
    return [_text(text) for text in texts]


def _other_side(finding: Finding, language: Language) -> Text:
    if finding.listed is not None:
        return _text(_say("finding.listed", language))
    if finding.other:
        return _text(f"{_say('finding.other', language)} {finding.other}")
    return _text(_say("finding.compared", language))


def _counts(run: RunSummary, language: Language) -> Table:
    table = _table()
    table.add_column(_say("terminal.queue", language))
    table.add_column(_say("terminal.applicants", language), justify="right")
    for queue in reversed(Queue):
        count = sentences.grouped(run.counts.get(queue, 0))
        table.add_row(_say(f"count.{queue.value}", language), count)
    table.add_row(_say("terminal.total", language), sentences.grouped(run.applicants), style="bold")
    if run.rejects:
        table.add_row(_say("terminal.rejects", language), sentences.grouped(run.rejects))
    return table


def _lists(run: RunSummary, language: Language) -> Table:
    table = _table()
    for heading in ("list", "date", "state"):
        table.add_column(_say(f"terminal.{heading}", language))
    table.add_column(_say("terminal.parties", language), justify="right")
    for used in run.lists:
        edition = used.edition
        table.add_row(
            _text(edition.source),
            _text(edition.content_date or _say("no_date", language)),
            _say("about.stale" if used.stale else "about.fresh", language),
            sentences.grouped(edition.parties),
        )
    return table


def _table() -> Table:
    """Columns under a plain line: the same characters on a screen and in a pipe."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))


def _say(code: str, language: Language, **gaps: object) -> str:
    return say(f"report.{code}", language, **gaps)


def _text(text: str, *, style: str = "") -> Text:
    """A text that is printed as it is, whatever it looks like."""
    shown = visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    return Text(shown, style=style, overflow="fold")
