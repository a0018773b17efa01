"""``tamiz demo``: an invented programme screened from end to end, without a network."""

import os
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from tamiz.cli.console import language_option, out, version
from tamiz.cli.screen import OUT, run_with_bar
from tamiz.demo import tour
from tamiz.model import Evidence, Finding
from tamiz.output import sentences, terminal
from tamiz.screening import load_policy
from tamiz.wording import Language, say

SHOWN = 3  # pieces of evidence that are told of each person
MISSED = 1  # exit code: the run did not find the story that was planted


@click.command()
@click.option(
    "--out", "folder", type=click.Path(file_okay=False, path_type=Path), default=OUT / "demo",
    show_default=True, help="Folder for the invented data and the results.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: one a processor).")
@language_option
def demo(folder: Path, jobs: int | None, language: Language) -> None:
    """Screen an invented programme against an invented list and tell what was found."""
    console = out()
    console.print(say("demo.begin", language), highlight=False)
    programme = tour.prepare(folder)
    order = tour.order(
        programme, folder, policy=load_policy(), software=f"tamiz {version()}",
        jobs=jobs or len(os.sched_getaffinity(0)), language=language,
    )  # fmt: skip
    run = run_with_bar(order)
    terminal.summary(run, console, language)
    told = tour.tell(programme, folder)
    _tell_story(told, console, language)
    terminal.where(run, folder, console, language)
    console.print(say("demo.next", language, folder=folder), highlight=False, markup=False)
    if not all(one.as_hoped for one in told):
        raise SystemExit(MISSED)


def _tell_story(told: tuple[tour.Told, ...], console: Console, language: Language) -> None:
    console.print(Text(say("demo.story.heading", language), style="bold"))
    for chapter in dict.fromkeys(one.planted.chapter for one in told if not one.planted.honest):
        console.print(Text(f"\n{say(f'demo.story.{chapter}', language)}"))
        for one in told:
            if one.planted.chapter == chapter:
                _tell_one(one, console, language)
    for chapter in dict.fromkeys(one.planted.chapter for one in told if one.planted.honest):
        _tell_honest([one for one in told if one.planted.chapter == chapter], console, language)
    console.print()


def _tell_honest(honest: list[tour.Told], console: Console, language: Language) -> None:
    """How many of a chapter's honest people are clear, and who is not."""
    cleared = sum(one.as_hoped for one in honest)
    code = f"demo.story.{honest[0].planted.chapter}"
    console.print(Text(f"\n{say(code, language, cleared=cleared, count=len(honest))}"))
    for one in honest:
        if not one.as_hoped:
            _tell_one(one, console, language)


def _tell_one(one: tour.Told, console: Console, language: Language) -> None:
    found = one.assessment
    queue = say(f"report.count.{found.queue.value}", language)
    console.print(Text(f"  {found.id}  {found.name}"))
    console.print(Text(f"      {queue}: {sentences.rule(found, language)}"))
    finding = one.finding
    if finding is None:
        console.print(Text(f"      {say('demo.story.missed', language)}"))
        return
    if finding.listed is not None:
        tied = "; ".join(finding.listed.linked_to)
        arrow = f" → {tied}" if tied else ""
        console.print(Text(f"      {finding.listed.id}  {finding.listed.name}{arrow}"))
    whole = next((one for one in finding.evidence if one.code.startswith("name.kind.")), None)
    if whole is not None and one.assessment.name != whole.applicant:
        console.print(Text(f"      {whole.applicant} ~ {whole.other}"))
    papers = (paper.evidence[0] for paper in one.papers)
    for evidence in (*_strongest(finding), *papers):
        console.print(Text(f"      {sentences.reason(evidence, language)}"))


def _strongest(finding: Finding) -> list[Evidence]:
    """The evidence that says most, in the order of the finding."""
    if finding.bits is None:  # a chain is told from its first step to its end
        return [*finding.evidence[:SHOWN], *finding.evidence[SHOWN:][-1:]]
    weighed = [one for one in finding.evidence if one.feature != "prior"]
    differing = [one for one in weighed if one.code.startswith("identity.two")]
    telling = sorted(weighed, key=lambda evidence: -(evidence.bits or 0.0))[:SHOWN]
    return [*differing, *(one for one in weighed if one in telling and one not in differing)]
