"""What links, rings and rules over a whole cohort cost, stage by stage: all but matching with lists.

Usage: python bench/links.py [--applicants 50000] [--seed 1] [--data redteam|resolve]
       [--jobs 2] [--profile]

The cohort is that of the red team's range, with its earlier cohort; or the applications of
``resolve_data``, which say less of each applicant. Both are files, written once and kept, and read
as ``tamiz screen`` reads them. In one process the checks are counted one by one; with ``--jobs`` all
is done in several, as screening does, and the wall says how long somebody waits. The digest is of all
findings: a change that only makes them faster leaves it as it is.
"""

import argparse
import cProfile
import csv
import hashlib
import multiprocessing
import pstats
import resource
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter, process_time

import msgspec

from redteam.programme import paths, write_range
from resolve_data import SEED, as_rows, records
from tamiz.checks import CHECKS, Check, Context, Thresholds, run_check
from tamiz.intake.dossiers import Reject, open_cohort, read_ahead
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.links.graph import CohortGraph, CohortGraphWriter
from tamiz.model import Dossier, Outcome
from tamiz.model.uncollected import seldom_collected, uncollected

OUT = Path(__file__).resolve().parents[1] / "out" / "links"
AT_ONCE = 250  # dossiers between two looks at the clock, and of which a check is asked in a row
OF_LISTS = "watchlist_"  # checks that this bench leaves out: others measure them
Files = tuple[tuple[Path, str], ...]  # each with the name of its earlier cohort
Cohort = Iterator[tuple[Dossier, str]]  # dossiers, with the same
HEADINGS = (
    "id", "given_names", "family_names", "birth_date", "nationalities", "address", "doc_type",
    "doc_number", "doc_country", "phone", "email",
)  # fmt: skip


class Stages:
    """CPU and wall seconds of each stage, in the order in which they began; those beside at the end."""

    def __init__(self) -> None:
        self.cpu: defaultdict[str, float] = defaultdict(float)
        self.wall: defaultdict[str, float] = defaultdict(float)
        self.peak: dict[str, float] = {}
        self._since = process_time(), perf_counter()

    def next(self) -> None:
        """Begin to count."""
        self._since = process_time(), perf_counter()

    def count(self, stage: str) -> None:
        """Count what has passed for a stage, and begin anew."""
        cpu, wall = self._since
        self.next()
        self.cpu[stage] += self._since[0] - cpu
        self.wall[stage] += self._since[1] - wall
        self.peak[stage] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def show(self) -> None:
        """One line a stage, and the sum."""
        for stage, cpu in self.cpu.items():
            print(
                f"{stage:24} {cpu:8.1f} CPU s {self.wall[stage]:8.1f} s {self.peak[stage]:8.0f} MB"
            )
        beside = resource.getrusage(resource.RUSAGE_CHILDREN)
        others = beside.ru_utime + beside.ru_stime
        print(f"{'in processes beside':24} {others:8.1f} CPU s {beside.ru_maxrss / 1024:19.0f} MB")
        cpu, wall = sum(self.cpu.values()) + others, sum(self.wall.values())
        print(f"{'all':24} {cpu:8.1f} CPU s {wall:8.1f} s")


def red_team(applicants: int, seed: int) -> Files:
    """The range's earlier cohort and its cohort."""
    folder = OUT / f"{applicants}-{seed}"
    found = paths(folder)
    if not found.labels.exists():
        write_range(folder, seed=seed, applicants=applicants)
    return (found.earlier, found.earlier.stem), (found.cohort, "")


def simple(applicants: int, seed: int) -> Files:
    """The applications of ``resolve_data`` as a table."""
    path = OUT / f"simple-{applicants}-{seed}.csv"
    if not path.exists():
        OUT.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(HEADINGS)
            for one in records(applicants, SEED + seed):
                (row,), (document,) = as_rows((one,)), one.dossier.documents
                table.writerow(
                    (row.id, row.given, row.family, row.dob, row.nat, row.city, document.code,
                     row.doc, row.nat, row.phone, row.email)
                )  # fmt: skip
    return ((path, ""),)


def dossiers(files: Files, jobs: int) -> Cohort:
    """The applicants of the files; what cannot be read is left out."""
    for path, source in files:
        for one in read_ahead(open_cohort(path), jobs=jobs):
            if not isinstance(one, Reject):
                yield one, source


def read(cohort: Cohort, folder: Path, stages: Stages, jobs: int = 1) -> None:
    """Take everybody in, and find out who is one person: what stands before the checks."""
    with (
        seldom_collected(),
        CohortGraphWriter(folder / "graph", jobs=jobs) as graph,
        CohortRegister(folder / "register", is_new=True) as register,
    ):
        stages.next()
        waiting: list[tuple[Dossier, str]] = []
        for one in cohort:
            waiting.append(one)
            if len(waiting) == AT_ONCE:
                _take_in(waiting, graph, register, stages)
        _take_in(waiting, graph, register, stages)
        graph.begin()
        register.finish()
        stages.count("register")
        graph.finish()
        stages.count("who is one person")


def _take_in(
    waiting: list[tuple[Dossier, str]],
    graph: CohortGraphWriter,
    register: CohortRegister,
    stages: Stages,
) -> None:
    stages.count("read")
    kept = [graph.add(dossier, source=source) for dossier, source in waiting]
    stages.count("graph")
    for dossier in kept:
        register.add(Brought(dossier))
    stages.count("register")
    waiting.clear()


ASKED = tuple(one for one in CHECKS if not one.name.startswith(OF_LISTS))
_encode = msgspec.msgpack.Encoder().encode
Found = tuple[Counter[str], bytes]  # concerns by check, and the digest of all findings
_opened: list[tuple[CohortGraph, Context]] = []  # of a worker


def check_in(folder: Path, stages: Stages, jobs: int) -> None:
    """The same in several processes."""
    with CohortGraph(folder / "graph") as graph:
        here = [at for at in range(len(graph.roster)) if not graph.roster.is_earlier(at)]
    pieces = [here[at : at + AT_ONCE] for at in range(0, len(here), AT_ONCE)]
    outcomes: Counter[str] = Counter()
    digest = hashlib.sha256()
    stages.next()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, spawn, initializer=_open, initargs=(folder,)) as pool:
        for found, told in pool.map(_check_some, pieces):
            outcomes.update(found)
            digest.update(told)
    stages.count("all checks")
    _show(outcomes, digest)


def _open(folder: Path) -> None:
    graph = CohortGraph(folder / "graph")
    register = CohortRegister(folder / "register", is_new=False)
    context = Context(thresholds=Thresholds(), matcher=None, graph=graph, register=register)
    _opened.append((graph, context))


def _check_some(numbers: list[int]) -> Found:
    graph, context = _opened[0]
    outcomes: Counter[str] = Counter()
    digest = hashlib.sha256()
    with uncollected():
        dossiers = [graph.roster.dossier(number) for number in numbers]
        for one in ASKED:  # of all in a row, as screening asks
            for dossier in dossiers:
                _ask(one, dossier, context, outcomes, digest)
    return outcomes, digest.digest()


def check(folder: Path, stages: Stages) -> None:
    """Ask every check but those of lists of every applicant."""
    outcomes: Counter[str] = Counter()
    digest = hashlib.sha256()
    with (
        CohortGraph(folder / "graph") as graph,
        CohortRegister(folder / "register", is_new=False) as register,
    ):
        context = Context(thresholds=Thresholds(), matcher=None, graph=graph, register=register)
        stages.next()
        for number in range(len(graph.roster)):
            if graph.roster.is_earlier(number):
                continue
            dossier = graph.roster.dossier(number)
            stages.count("read again")
            for one in ASKED:
                _ask(one, dossier, context, outcomes, digest)
                stages.count(f"check {one.name}")
    _show(outcomes, digest)


def _show(outcomes: Counter[str], digest: "hashlib._Hash") -> None:
    for name, count in sorted(outcomes.items()):
        print(f"    {name}: {count:,}")
    print(f"    digest of findings: {digest.hexdigest()[:16]}")


def _ask(
    one: Check, dossier: Dossier, context: Context, outcomes: Counter[str], digest: "hashlib._Hash"
) -> None:
    findings = run_check(one, dossier, context)
    for finding in findings:
        if finding.outcome is Outcome.CONCERN:
            outcomes[f"{one.name} concerns"] += 1
    digest.update(_encode(findings))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", choices=("redteam", "resolve"), default="redteam")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    files = (red_team if options.data == "redteam" else simple)(options.applicants, options.seed)
    stages, profile = Stages(), cProfile.Profile(process_time)
    if options.profile:
        profile.enable()
    with tempfile.TemporaryDirectory() as folder:
        read(dossiers(files, options.jobs), Path(folder), stages, options.jobs)
        if options.jobs > 1:
            check_in(Path(folder), stages, options.jobs)
        else:
            check(Path(folder), stages)
    profile.disable()
    print(f"{options.applicants:,} applicants ({options.data})")
    stages.show()
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
