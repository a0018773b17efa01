"""Resolves invented applications and FEBRL, and prints what it finds and what it costs.

Usage: python bench/resolve.py [--rows 100000 1000000] [--seed N] [--lookups 1000]

CPU seconds are those of one process: of adding dossiers, of building columns, of resolving. The
threshold is the one that comes with Tamiz, for each size.
"""

import argparse
import resource
from collections.abc import Iterable
from itertools import islice
from time import perf_counter, process_time

import numpy as np

from resolve_data import SEED, Record, records
from resolve_febrl import FILES, febrl, folder
from resolve_figures import Figures, Truth, figures
from tamiz.links.resolve import Lookup, Pairs, People, PeopleBuilder, clusters, resolve
from tamiz.model import Dossier

AT_ONCE = 2_000  # dossiers made before the clock of adding them runs


class Run:
    """A file of records resolved once."""

    def __init__(self, found: Iterable[Record]) -> None:
        builder, self.added = PeopleBuilder(), 0.0
        persons: list[int] = []
        groups: list[str] = []
        source = iter(found)
        while some := list(islice(source, AT_ONCE)):
            started = process_time()
            for record in some:
                builder.add(record.dossier)
            self.added += process_time() - started
            persons.extend(record.person for record in some)
            groups.extend(record.group for record in some)
        self.truth = Truth(persons, groups)
        started = process_time()
        self.people: People = builder.build()
        self.built = process_time() - started
        started = process_time()
        self.pairs: Pairs = resolve(self.people)
        self.resolved = process_time() - started

    def figures(self) -> Figures:
        """What the pairs at the threshold are worth."""
        said = self.pairs.matches()
        return figures(said.left, said.right, self.truth)


def show(name: str, run: Run) -> None:
    """One line for the whole, one a group."""
    found = run.figures()
    whole, total = found.all, run.added + run.built + run.resolved
    print(
        f"{name}: P {whole.precision:.4f} R {whole.recall:.4f} F1 {whole.f1:.4f}; "
        f"CPU s {run.added:.1f} add + {run.built:.1f} build + {run.resolved:.1f} resolve "
        f"= {total:.1f}; peak {peak():.0f} MB"
    )
    for group, count in found.groups.items():
        if count.true:
            print(f"    {group}: recall {count.recall:.4f} of {count.true:,}")


def show_blocks(run: Run) -> None:
    """What was too common to be paired."""
    for block in run.pairs.blocks:
        print(
            f"    {block.scheme}: {block.pairs:,} pairs; {block.too_large:,} blocks too large, "
            f"of {block.left_out:,} records"
        )


def show_clusters(run: Run) -> None:
    """How many persons, and how many links were refused."""
    started = process_time()
    found = clusters(run.people, run.pairs.matches())
    cuts = {cut for each in found for cut in each.cuts}
    print(
        f"    {len(found):,} clusters, the largest of {max(len(one.members) for one in found)}, "
        f"{len(cuts):,} links refused; {process_time() - started:.1f} CPU s"
    )


def show_lookups(run: Run, dossiers: list[Dossier]) -> None:
    """How long one dossier against the file takes."""
    lookup = Lookup(run.people)
    lookup.find(dossiers[0])
    took, cpu = [], process_time()
    for dossier in dossiers:
        started = perf_counter()
        lookup.find(dossier)
        took.append(perf_counter() - started)
    middle, slow = np.percentile(np.array(took) * 1e3, [50, 99])
    cpu = (process_time() - cpu) / len(dossiers) * 1e3
    print(
        f"    one against {len(run.people):,}: p50 {middle:.1f} ms, p99 {slow:.1f} ms, "
        f"{cpu:.1f} CPU ms"
    )


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[50_000, 100_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--lookups", type=int, default=1_000)
    asked = parser.parse_args()
    place = folder()
    for number in FILES if place is not None else ():
        assert place is not None
        show(f"FEBRL {number}", Run(febrl(number, place)))
    for rows in asked.rows:
        run = Run(records(rows, asked.seed))
        show(f"{rows:,} invented applications", run)
        show_blocks(run)
        show_clusters(run)
        new = [one.dossier for one in records(asked.lookups, asked.seed + 1)]
        show_lookups(run, new)


if __name__ == "__main__":
    main()
