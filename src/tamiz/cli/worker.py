"""``tamiz worker``: does the jobs that pages ask for, beside ``tamiz serve`` or in its place."""

import os
import socket
import time
from pathlib import Path

import click

from tamiz.cli.serve import data_option, database_option, policy_option, screening_option, web_room

LOOK = 2.0  # seconds between two looks whether there is something to do


@click.command()
@data_option
@database_option
@click.option(
    "--store", type=click.Path(file_okay=False, path_type=Path), envvar="TAMIZ_STORE",
    help="Folder of the lists that are screened against (TAMIZ_STORE).",
)  # fmt: skip
@policy_option
@screening_option
@click.option("--once", is_flag=True, help="Do one job, if there is one, and end.")
def worker(
    folder: Path,
    database: str,
    store: Path | None,
    policy: Path | None,
    screening_policy: Path | None,
    *,
    once: bool,
) -> None:
    """Do jobs until somebody stops it; any number may run, on several machines on PostgreSQL."""
    server = web_room("server")
    server.set_up(
        server.Serving(
            folder=folder, database=database, store=store, policy=policy,
            screening_policy=screening_policy,
        )
    )  # fmt: skip
    work = web_room("jobs.work")
    name = f"process-{os.getpid()}" if once else f"{socket.gethostname()[:50]}-{os.getpid()}"
    while work.work_once(name) or not once:
        if once:
            return
        time.sleep(LOOK)
