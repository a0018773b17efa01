"""``tamiz screen``, ``tamiz explain`` and ``tamiz policy``."""

import os
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tamiz.api import now
from tamiz.cli.console import language_option, out, store_option, version
from tamiz.errors import UsageError
from tamiz.lists.store import Store
from tamiz.output import results, terminal
from tamiz.output.findings import find_line
from tamiz.output.folder import FINDINGS
from tamiz.output.run import RunSummary
from tamiz.screening import default_policy_text, load_policy
from tamiz.wording import Language

REJECTED = 3  # exit code: everybody who could be read was screened; some rows could not
OUT = Path("out")
STAGES = {"read": "reading", "screen": "screening", "report": "writing the report"}


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option
@click.option(
    "--out", "folder", type=click.Path(file_okay=False, path_type=Path), default=OUT,
    show_default=True, help="Folder for findings, rejects and report.",
)  # fmt: skip
@click.option(
    "--policy", "policy_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Thresholds and routing rules (see: tamiz policy).",
)  # fmt: skip
@click.option("--sources", default="", help="Only these lists: keys with commas between.")
@click.option(
    "--earlier", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier cohort's file to compare with; may be given several times.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: one a processor).")
@language_option
def screen(
    file: Path,
    store: Path | None,
    folder: Path,
    policy_file: Path | None,
    sources: str,
    earlier: tuple[Path, ...],
    jobs: int | None,
    language: Language,
) -> None:
    """Screen the applicants in FILE (CSV, XLSX, JSON, JSON Lines, FollowTheMoney).

    Exit code 0: everybody was screened; 3: some rows could not be read and stand in
    rejects.jsonl; 2: nothing was screened, the message says why.
    """
    order = results.Order(
        cohort=file,
        out=folder,
        store=Store(store),
        policy=load_policy(policy_file),
        today=now().date(),
        software=f"tamiz {version()}",
        sources=tuple(key for key in sources.replace(",", " ").split() if key),
        jobs=jobs or len(os.sched_getaffinity(0)),
        language=language,
        earlier=earlier,
    )
    run = run_with_bar(order)
    terminal.summary(run, out(), language)
    terminal.where(run, folder, out(), language)
    if run.rejects:
        raise SystemExit(REJECTED)


def run_with_bar(order: results.Order) -> RunSummary:
    """Screen with a progress bar on a terminal, silently in a pipe."""
    console = out()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TimeRemainingColumn(), console=console, transient=True, disable=not console.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=None)
        return results.screen_file(
            order,
            clock=now,
            progress=lambda stage, done, total: bar.update(
                task, description=STAGES[stage], completed=done, total=total
            ),
        )


@click.command()
@click.argument("applicant")
@click.option(
    "--out", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=OUT,
    show_default=True, help="Folder of the run.",
)  # fmt: skip
@language_option
def explain(applicant: str, folder: Path, language: Language) -> None:
    """Print everything that was found out about APPLICANT (an id), with the evidence."""
    path = folder / FINDINGS
    if not path.exists():
        raise UsageError(f"{path}: not there; screen a file first, or name its folder with --out")
    assessment = find_line(path, applicant)
    if assessment is None:
        raise UsageError(f"{path}: no applicant {applicant!r}; was the row rejected?")
    terminal.explain(assessment, out(), language)


@click.command()
def policy() -> None:
    """Print the default policy with its comments; redirect it into a file to begin your own."""
    click.echo(default_policy_text(), nl=False)
