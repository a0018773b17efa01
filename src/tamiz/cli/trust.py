"""``tamiz documents trust`` and ``chip``: anchors for chips, and chips against them."""

from pathlib import Path

import click
import msgspec

from tamiz.api import now
from tamiz.cli.console import language_option, out, store_option, whole
from tamiz.documents.chip import (
    Import,
    Outcome,
    authenticate,
    import_anchors,
    list_imports,
    load_trust,
    remove_import,
    sort_files,
)
from tamiz.errors import InputError, UsageError
from tamiz.intake.evidence import read_evidence
from tamiz.lists.store import Store
from tamiz.output.chip_terminal import chip_read
from tamiz.wording import Language, say

FAILED = 1  # exit code: at least one step failed


@click.group()
def trust() -> None:
    """Keep the authorities (CSCA certificates, master lists) that chips are checked against."""


@trust.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--source", default="", help="Who published it, for the report.")
@click.option(
    "--root", "roots", multiple=True, metavar="SHA256",
    help="Fingerprint of the list's own root, as its publisher prints it elsewhere.",
)  # fmt: skip
@store_option
@language_option
def import_(
    files: tuple[Path, ...],
    source: str,
    roots: tuple[str, ...],
    store: Path | None,
    language: Language,
) -> None:
    """Import master lists (CMS), LDIF files of the ICAO PKD, or single certificates."""
    for path in files:
        kept = import_anchors(
            Store(store).trust, read_evidence(path), source=whole(source or path.name), today=now().date(),
            roots=tuple(root.lower().replace(":", "") for root in roots),
        )  # fmt: skip
        _told(kept, language)


@trust.command("list")
@store_option
@language_option
def list_(store: Path | None, language: Language) -> None:
    """What is in the store, and whether the root of each list was confirmed."""
    kept = list_imports(Store(store).trust)
    for one in kept:
        _told(one, language)
    if not kept:
        click.echo(say("chip.no_anchors", language))


@trust.command()
@click.argument("sha256")
@store_option
def remove(sha256: str, store: Path | None) -> None:
    """Take out the file whose SHA-256 begins so (at least 16 signs; see `trust list`)."""
    if not remove_import(Store(store).trust, sha256):
        raise UsageError(
            f"no file of anchors {sha256!r} in the store; see `tamiz documents trust list`"
        )


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--zone", default="", help="The printed zone, its lines separated by |.")
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@store_option
@language_option
def chip(folder: Path, zone: str, as_json: bool, store: Path | None, language: Language) -> None:
    """Check the files of a chip in FOLDER (EF.SOD, DG1, DG2 …), read out by another device."""
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    files = sort_files((path.name, read_evidence(path)) for path in paths)
    _refuse_damaged(paths, is_there=bool(files.security_object))
    if not files.security_object and not files.groups:
        raise UsageError(f"{folder}: no file of a chip in it; expected EF.SOD, DG1, DG2 …")
    printed = tuple(whole(zone).split("|")) if zone else ()
    report = authenticate(
        files, load_trust(Store(store).trust), today=now().date(), printed=printed
    )
    if as_json:
        click.echo(msgspec.json.encode(report).decode())
    else:
        chip_read(report, out(), language)
    if report.outcome is Outcome.FAILED:
        raise SystemExit(FAILED)


def _refuse_damaged(paths: list[Path], *, is_there: bool) -> None:
    """A file that calls itself EF.SOD and is none is damaged, not missing."""
    named = [path.name for path in paths if "SOD" in path.name.upper()]
    if named and not is_there:
        raise InputError(
            f"{named[0]}: no security object (its first byte is not 77); copy it again"
        )


def _told(kept: Import, language: Language) -> None:
    """A line about one file of anchors, and what to confirm."""
    code = "chip.kept_pinned" if kept.file.is_pinned or not kept.file.roots else "chip.kept"
    click.echo(
        say(
            code, language, sha256=kept.file.sha256[:16], source=kept.file.source,
            count=len(kept.file.certificates), left_out=len(kept.file.left_out),
            imported=kept.imported, made=kept.file.made or "–", roots=", ".join(kept.file.roots),
        )
    )  # fmt: skip
