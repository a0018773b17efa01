"""``tamiz documents``: one document or one zone, in the terminal."""

import sys
from pathlib import Path

import click
import msgspec

from tamiz import api
from tamiz.cli.console import language_option, out, whole
from tamiz.cli.trust import chip, trust
from tamiz.documents.pictures import PictureReader, PictureReading
from tamiz.documents.zone import NoZone, read_zone, repairs
from tamiz.errors import InputError
from tamiz.intake.dossiers import Reject
from tamiz.intake.evidence import read_evidence
from tamiz.model import Queue
from tamiz.output import terminal
from tamiz.output.findings import finding_line
from tamiz.output.picture_terminal import picture_read
from tamiz.output.zone_terminal import zone_read
from tamiz.wording import Language, say

CONCERN = 1  # exit code: at least one document goes to an officer, or no zone was found
NO_PICTURE = "not_a_picture"
MOST_CHARACTERS = 1_000  # of a zone as given; the longest zone has 90


@click.group()
def documents() -> None:
    """Read and check identity documents; no list is needed."""


documents.add_command(trust)
documents.add_command(chip)


@documents.command()
@click.argument("lines", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@language_option
def read(lines: tuple[str, ...], as_json: bool, language: Language) -> None:
    """Read a machine-readable zone: its LINES, those on standard input, or a picture's.

    LINES may be the name of one file: a JPEG, PNG, TIFF or PDF, or a text. A wrong check digit is
    shown and put right nowhere; likelier readings stand beside it.
    """
    data = _file_in(lines)
    if data is not None and (reading := _picture_in(data)) is not None:
        _show_picture(reading, as_json=as_json, language=language)
        return
    if data is not None:
        lines = (data[:MOST_CHARACTERS].decode("utf-8", errors="replace"),)
    given = lines or tuple(sys.stdin.read(MOST_CHARACTERS).split("\n"))
    typed = (whole(text).replace("|", "\n").splitlines() for text in given)
    zone = read_zone(tuple(line for lines in typed for line in lines))
    if isinstance(zone, NoZone):
        raise InputError(say(f"zone.none.{zone.value}", language))
    repaired = repairs(zone.lines)
    if as_json:
        found = {"zone": zone, "repairs": repaired}
        click.echo(msgspec.json.encode(found, enc_hook=str).decode())
    else:
        zone_read(zone, repaired, out(), language)


@documents.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print findings as in findings.jsonl.")
@language_option
def check(file: Path, as_json: bool, language: Language) -> None:
    """Ask all rules about the documents of the applicants in FILE (as for `tamiz screen`)."""
    queues: set[Queue] = set()
    for found in api.check_documents(file):
        if isinstance(found, Reject):
            _refused(found)
            queues.add(Queue.REVIEW)
            continue
        if as_json:
            click.echo(finding_line(found, language).decode(), nl=False)
        else:
            terminal.explain(found, out(), language)
            click.echo()
        queues.add(found.queue)
    if not queues:
        raise InputError(f"{file.name}: no applicant in it, so nothing was checked")
    if queues - {Queue.CLEAR}:
        raise SystemExit(CONCERN)


def _refused(reject: Reject) -> None:
    """Say on standard error why a row was not read."""
    for problem in reject.problems:
        click.echo(f"{reject.file} row {reject.row}, {problem.column}: {problem.message}", err=True)


def _file_in(lines: tuple[str, ...]) -> bytes | None:
    """The bytes of the one file that is named; None if lines of a zone are given."""
    if len(lines) != 1 or "<" in lines[0]:
        return None
    if not Path(lines[0]).is_file() and not Path(lines[0]).suffix:
        return None  # no zone either: it is told so
    return read_evidence(Path(lines[0]))


def _picture_in(data: bytes) -> PictureReading | None:
    """What the bytes show, read in a process apart; None if they are no picture and no PDF."""
    with PictureReader() as reader:
        reading = reader.read(data)
    return None if reading.problem == NO_PICTURE else reading


def _show_picture(reading: PictureReading, *, as_json: bool, language: Language) -> None:
    if as_json:
        click.echo(msgspec.json.encode(reading).decode())
    else:
        picture_read(reading, out(), language)
    zones = [page.zone.lines for page in reading.pages if page.zone is not None]
    for lines in zones if not as_json else ():
        zone = read_zone(lines)
        if not isinstance(zone, NoZone):
            zone_read(zone, (), out(), language)
    if not zones:
        raise SystemExit(CONCERN)
