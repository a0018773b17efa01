"""``tamiz backup`` and ``tamiz restore``: everything of a unit into one file, and out of it."""

from pathlib import Path

import click

from tamiz.cli.serve import data_option, database_option, web_room
from tamiz.errors import UsageError


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--without-keys", is_flag=True, help="Leave the keys out, which you keep apart.")
@data_option
@database_option
def backup(file: Path, folder: Path, database: str, *, without_keys: bool) -> None:
    """Write everything of the unit into FILE, while officers go on working."""
    server = web_room("server")
    if not (folder / "master.key").exists():
        raise UsageError(
            f"{folder}: no unit lies there; name the folder of tamiz serve with --data"
        )
    place = server.choose(server.Serving(folder=folder, database=database))
    manifest = web_room("backup.making").make(place, file, with_keys=not without_keys)
    rows = {table.model: table.rows for table in manifest.tables}
    keys = (
        "with the keys: whoever has this file can read every case"
        if manifest.has_keys
        else "without keys"
    )
    click.echo(
        f"{file}: {rows['web.case']} cases, {rows['web.officer']} accounts, "
        f"journal to entry {manifest.entries} ({manifest.head[:16] or 'empty'}), {keys}"
    )


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--master-key", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The master key, where the backup was made without keys.",
)  # fmt: skip
@data_option
@database_option
def restore(file: Path, master_key: Path | None, folder: Path, database: str) -> None:
    """Bring a unit back from FILE into an empty folder (and an empty PostgreSQL); verify it."""
    server, put = web_room("server"), web_room("backup.folder")
    place = web_room("place").Place(folder.resolve())
    put.refuse_what_is_there(place)
    with web_room("backup.manifest").opened(file) as opened:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            put.put_keys(opened, place, master_key)
            place = server.choose(server.Serving(folder=folder, database=database))
            came = web_room("backup.restoring").fill(opened, place)
        except BaseException:
            put.clear(place)
            raise
    click.echo(
        f"{folder}: {came.cases} cases, {came.people} accounts, {came.files} files; the journal "
        f"verifies to entry {came.entries} ({opened.manifest.head[:16] or 'empty'}). Everybody "
        "logs in again. What was decided or erased after the backup is not in it"
    )
