"""``tamiz serve`` and ``tamiz cases``: the pages on which officers decide."""

from pathlib import Path
from types import ModuleType

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tamiz.cli.console import out
from tamiz.demo.tour import MARK
from tamiz.errors import UsageError
from tamiz.lists.store import Store

DATA = Path("casework")


def web_room(name: str) -> ModuleType:
    """A file of ``tamiz.web``, which needs an extra.

    Raises:
        UsageError: the extra is not installed.
    """
    from importlib import import_module  # noqa: PLC0415 - see above

    try:
        return import_module(f"tamiz.web.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tamiz"):
            raise
        raise UsageError(
            f"{error.name} is missing; install the pages with: pip install 'tamiz[web]'"
        ) from error


data_option = click.option(
    "--data", "folder", type=click.Path(file_okay=False, path_type=Path), default=DATA,
    show_default=True, envvar="TAMIZ_DATA", help="Folder of the casework (TAMIZ_DATA).",
)  # fmt: skip
database_option = click.option(
    "--database", default="", envvar="TAMIZ_DATABASE",
    help="PostgreSQL instead of SQLite: postgresql://… (TAMIZ_DATABASE).",
)  # fmt: skip
policy_option = click.option(
    "--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="TAMIZ_CASE_POLICY",
    help="How the unit works its cases (see: tamiz cases policy; TAMIZ_CASE_POLICY).",
)  # fmt: skip
screening_option = click.option(
    "--screening-policy", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="TAMIZ_SCREENING_POLICY",
    help="By what the unit screens, as tamiz screen --policy takes it (see: tamiz policy; "
    "TAMIZ_SCREENING_POLICY).",
)  # fmt: skip
_store = click.option(
    "--store", type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the lists, for their state and for what clearances rest on.",
)  # fmt: skip


@click.command()
@data_option
@database_option
@_store
@policy_option
@screening_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--behind-tls", is_flag=True, help="A proxy in front speaks TLS.")
@click.option(
    "--proxy", default="127.0.0.1", show_default=True,
    help="Address of that proxy, whose X-Forwarded-For and -Proto are believed.",
)  # fmt: skip
@click.option("--name", "names", multiple=True, help="Name under which browsers reach it.")
@click.option(
    "--demo", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of tamiz demo: serve it, with demo accounts, on loopback only.",
)  # fmt: skip
def serve(
    folder: Path, database: str, store: Path | None, demo: Path | None, **door: object
) -> None:
    """Serve the pages on which officers decide; the first run tells a link that works once."""
    server = web_room("server")
    if demo is not None:
        if not (demo / MARK).exists():
            raise UsageError(f"{demo}: no demonstration; make one with: tamiz demo --out {demo}")
        if door["behind_tls"]:
            raise UsageError(
                "a demonstration is served on loopback only: its accounts are no secret"
            )
        folder, store = demo / "casework", demo / "store"
    serving = server.Serving(
        folder=folder, database=database, store=store,
        second_factor="" if demo is None else "none", **door,
    )  # fmt: skip
    server.set_up(serving)
    if demo is not None:
        click.echo("Demo accounts (new passwords at every start; nobody of these exists):")
        server.demonstrate(demo, lambda line: click.echo(f"  {line}"))
    server.serve(serving, _tell)


def _tell(line: str) -> None:
    if "/first/" in line:
        click.echo("No account yet. Whoever opens this link first is the administrator (48 hours):")
    click.echo(f"  {line}")


@click.group()
def cases() -> None:
    """Take results of tamiz screen into the casework, and keep it as policy says."""


@cases.command("import")
@click.argument("results", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--programme", required=True, help="Key of the programme, such as fpv-2026.")
@click.option("--programme-name", default="", help="Its name; needed when it is new.")
@click.option(
    "--cohort", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The applicants' file that was screened, for what clearances rest on.",
)  # fmt: skip
@click.option(
    "--keep", is_flag=True, help="Keep that file sealed in the folder, to screen it again, and to "
    "hold what is observed later against what applicants told.",
)  # fmt: skip
@data_option
@database_option
@_store
@policy_option
@screening_option
def import_(  # noqa: PLR0913, PLR0917 - an option each
    results: Path,
    programme: str,
    programme_name: str,
    cohort: Path | None,
    keep: bool,
    folder: Path,
    database: str,
    store: Path | None,
    policy: Path | None,
    screening_policy: Path | None,
) -> None:
    """Take in the folder RESULTS that tamiz screen --out wrote."""
    if keep and cohort is None:
        raise UsageError("--keep: name the file with --cohort")
    server = web_room("server")
    server.set_up(
        server.Serving(
            folder=folder, database=database, policy=policy, screening_policy=screening_policy
        )
    )
    imports = web_room("imports")
    console = out()
    with Progress(
        TextColumn("taking in"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=None)
        came = imports.take_in(
            results,
            imports.programme_of(programme, programme_name),
            cohort=cohort,
            lists=None if store is None else Store(store),
            keep=keep,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    older = f", {came.older} left alone: they know a later screening" if came.older else ""
    contesting = f", {came.contesting} appeals or corrections changed" if came.contesting else ""
    console.print(
        f"{programme}: {came.opened} cases opened, {came.renewed} changed, "
        f"{came.unchanged} as they were{older}{contesting}",
        highlight=False,
    )
