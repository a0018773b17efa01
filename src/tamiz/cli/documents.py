"""``tamiz documents``: one document or one zone, in the terminal."""

import sys
from pathlib import Path

import click
import msgspec

from tamiz import api
from tamiz.cli.console import language_option, out, store_option, whole
from tamiz.cli.stops import stop
from tamiz.cli.trust import chip, trust
from tamiz.documents.chip import is_chip_file
from tamiz.documents.pictures import PictureReader, PictureReading, is_picture
from tamiz.documents.zone import NoZone, read_zone, repairs
from tamiz.errors import InputError, UsageError
from tamiz.intake.dossiers import Reject
from tamiz.intake.evidence import read_evidence
from tamiz.lists.store import Store
from tamiz.model import Assessment, Queue
from tamiz.output import papers_terminal, terminal
from tamiz.output.findings import finding_line
from tamiz.output.picture_terminal import picture_read
from tamiz.output.zone_terminal import zone_read
from tamiz.wording import Language, say

CONCERN = 1  # exit code: at least one document goes to an officer, or no zone was found
NO_PICTURE = "not_a_picture"
SNIFFED = 64  # bytes that tell a picture
MOST_CHARACTERS = 1_000  # of a zone as given; the longest zone has 90


@click.group()
def documents() -> None:
    """Read and check identity documents; no list is needed."""


documents.add_command(trust)
documents.add_command(chip)
documents.add_command(stop)


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
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--zone", "mrz", default="", help="Its machine-readable zone, lines separated by |.")
@click.option("--type", "doc_type", default="", help="passport, ID …")
@click.option("--number", "doc_number", default="", help="The document's number.")
@click.option("--state", "doc_country", default="", help="Who issued it.")
@click.option("--issued", "doc_issued", default="", help="Day of issue.")
@click.option("--expires", "doc_expires", default="", help="Day of expiry.")
@click.option("--name", default="", help="The name that the bearer gives.")
@click.option("--born", "birth_date", default="", help="The bearer's birth date.")
@click.option("--birth-place", default="", help="Town and country of birth.")
@click.option("--sex", default="", help="M, F or X.")
@click.option("--nationality", "nationalities", default="", help="As the bearer says.")
@click.option("--personal-number", default="", help="National number: CURP, DUI, RNOKPP …")
@click.option("--field", "further", multiple=True, metavar="NAME=TEXT", help="See docs/dossier.md.")
@click.option("--applied", "applied_on", default="", help="Day of the application (today).")
@click.option("--json", "as_json", is_flag=True, help="Print findings as in findings.jsonl.")
@click.option(
    "--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Routing rules, and tables of your own (see: tamiz policy).",
)  # fmt: skip
@store_option
@language_option
def check(
    files: tuple[Path, ...],
    further: tuple[str, ...],
    store: Path | None,
    policy: Path | None,
    language: Language,
    *,
    as_json: bool,
    **told: str,
) -> None:
    """Ask all rules about documents.

    FILES is one file of applicants (as for `tamiz screen`), or the pictures, PDFs and chip files
    of one document, or folders of these. What is known of one document is told by the options.

    Exit code 0: nothing to look at; 1: an officer must look.
    """
    fields = {name: text for name, text in told.items() if text} | _further(further)
    if len(files) == 1 and not fields and _is_cohort(files[0]):
        found = api.check_documents(files[0], policy=policy, store=Store(store))
    else:
        one = api.check_document(*files, told=fields, policy=policy, store=Store(store))
        found = iter([one])
    queues = {_shown(one, as_json=as_json, language=language) for one in found}
    if not queues:
        raise InputError(f"{files[0].name}: no applicant in it, so nothing was checked")
    if queues - {Queue.CLEAR}:
        raise SystemExit(CONCERN)


def _is_cohort(path: Path) -> bool:
    """Whether a file is one of applicants: neither a folder, nor a picture, nor a chip's file."""
    if path.is_dir():
        return False
    with path.open("rb") as file:
        head = file.read(SNIFFED)
    return not is_picture(head) and not is_chip_file(path.name, head)


def _further(told: tuple[str, ...]) -> dict[str, str]:
    """``NAME=TEXT`` options as fields."""
    pairs = [one.partition("=") for one in told]
    wrong = [name for name, sign, _ in pairs if not sign]
    if wrong:
        raise UsageError(f"--field {wrong[0]!r}; expected NAME=TEXT, such as doc_authority=Apopa")
    return {name.strip(): text for name, _, text in pairs}


def _shown(found: Assessment | Reject, *, as_json: bool, language: Language) -> Queue:
    """Print what was found; where it goes."""
    if isinstance(found, Reject):
        _refused(found)
        return Queue.REVIEW
    if as_json:
        click.echo(finding_line(found, language).decode(), nl=False)
    else:
        terminal.explain(found, out(), language)
        papers_terminal.papers(found.papers, out(), language)
        click.echo()
    return found.queue


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
        bare = (msgspec.structs.replace(page, preview=b"") for page in reading.pages)
        shown = msgspec.structs.replace(reading, pages=tuple(bare))
        click.echo(msgspec.json.encode(shown).decode())
    else:
        picture_read(reading, out(), language)
    zones = [page.zone.lines for page in reading.pages if page.zone is not None]
    for lines in zones if not as_json else ():
        zone = read_zone(lines)
        if not isinstance(zone, NoZone):
            zone_read(zone, (), out(), language)
    if not zones:
        raise SystemExit(CONCERN)
