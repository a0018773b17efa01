"""``tamiz links``: what ties one applicant to others, as a table and as a picture."""

import os
from pathlib import Path

import click
import msgspec

from tamiz.cli.console import language_option, out, whole
from tamiz.errors import UsageError
from tamiz.model import Assessment
from tamiz.output.chart.svg import standalone
from tamiz.output.chart.words import chart_word
from tamiz.output.findings import find_line, read_findings
from tamiz.output.folder import FINDINGS
from tamiz.output.links_terminal import links as print_links
from tamiz.wording import Language

RESULTS = Path("out")


@click.command()
@click.argument("applicant")
@click.option(
    "--results", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=RESULTS, show_default=True, help="Folder of a finished run.",
)  # fmt: skip
@click.option(
    "--svg", "drawing", type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the picture to this file.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@language_option
def links(
    applicant: str, folder: Path, drawing: Path | None, language: Language, *, as_json: bool
) -> None:
    """Print what ties APPLICANT (an id) to others, with the sources of each tie.

    Exit code 0 also when nothing ties the applicant to others; the message says so.
    """
    assessment = _found(folder / FINDINGS, applicant)
    chart = assessment.chart
    if as_json:
        click.echo(msgspec.json.encode(chart).decode())
    elif chart is None:
        out().print(chart_word("none", language, id=whole(applicant)), markup=False)
    else:
        print_links(chart, out(), language)
    if drawing is not None and chart is not None:
        heading = f"{assessment.id}: {chart_word('heading', language)}"
        _write(drawing, standalone(chart, heading, language))
        click.echo(f"{chart_word('written', language)}: {drawing}", err=True)


def _found(path: Path, applicant: str) -> Assessment:
    """The applicant's assessment, or an error that says what ids look like.

    Raises:
        UsageError: there are no findings, or none of this applicant.
    """
    if not path.exists():
        raise UsageError(
            f"{path}: not there; screen a file first, or name its folder with --results"
        )
    assessment = find_line(path, applicant)
    if assessment is not None:
        return assessment
    first = next(read_findings(path), None)
    like = f"ids in it look like {first.id!r}" if first else "it has no applicants"
    raise UsageError(f"{path}: no applicant {whole(applicant)!r}; {like}. Was the row rejected?")


def _write(path: Path, drawing: str) -> None:
    """Write the picture; it appears under its name only when it is complete."""
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_text(drawing, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)  # noqa: PTH105 - the atomic one is called so
