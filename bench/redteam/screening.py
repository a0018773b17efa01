"""Screens a range as a vetting unit would: imports the list, reads the earlier cohort, screens."""

import time
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Any

from msgspec import Struct

from redteam.programme import Range
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.model import Assessment, Queue
from tamiz.output.cases import needs_attention, select
from tamiz.output.findings import read_findings
from tamiz.output.folder import FINDINGS
from tamiz.output.results import Order, screen_file
from tamiz.screening import load_policy

SOURCE = "ftm:redteam"
DAY = datetime(2026, 8, 22, 9, tzinfo=UTC)  # the day after the last application


class Run(Struct, frozen=True, kw_only=True):
    """What a run says of everybody: the queue, and the cases in the order in which officers get them."""

    queues: dict[str, Queue]
    cases: dict[str, Assessment]
    ranks: dict[str, int]
    named: dict[str, frozenset[str]]  # whom findings of any outcome point to, by applicant
    seconds: float
    rejects: int
    used_earlier: bool


def screen_range(found: Range, out: Path, *, watchlist: Path, jobs: int) -> Run:
    """Screen the cohort against one edition of the list, with the earlier cohort where that is read."""
    rmtree(out, ignore_errors=True)
    store = Store(out / "store")
    arrived = (Arrived(path=watchlist, name=watchlist.name),)
    bring(store, SOURCE, arrived, now=DAY, confirmed=True)
    store.index_path()
    told: dict[str, Any] = {}
    if (
        "earlier" in Order.__struct_fields__
    ):  # from the day on which screening reads earlier cohorts
        told["earlier"] = (found.earlier,)
    order = Order(
        cohort=found.cohort, out=out / "run", store=store, policy=load_policy(), today=DAY.date(),
        software="bench", jobs=jobs, invented=True, **told,
    )  # fmt: skip
    start = time.perf_counter()
    summary = screen_file(order, clock=lambda: DAY)
    seconds = time.perf_counter() - start
    return _read(
        out / "run" / FINDINGS, seconds=seconds, rejects=summary.rejects, used_earlier=bool(told)
    )


def _read(path: Path, *, seconds: float, rejects: int, used_earlier: bool) -> Run:
    queues: dict[str, Queue] = {}
    cases: dict[str, Assessment] = {}
    named: dict[str, frozenset[str]] = {}
    for one in read_findings(path):
        queues[one.id] = one.queue
        if others := frozenset(found.other.rpartition("/")[2] for found in one.findings) - {""}:
            named[one.id] = others
        if needs_attention(one):
            cases[one.id] = one
    ordered = select(cases.values(), most=max(len(cases), 1)).shown  # the order of report.html
    ranks = {one.id: at for at, one in enumerate(ordered, start=1)}
    return Run(queues=queues, cases=cases, ranks=ranks, named=named, seconds=seconds, rejects=rejects,
               used_earlier=used_earlier)  # fmt: skip
