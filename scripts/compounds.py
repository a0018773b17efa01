"""Writes ``src/tamiz/matching/compounds.tsv``: given names that go together.

Reads the same folder of raw tables as ``scripts/frequencies.py``:

    python scripts/compounds.py FOLDER

``Miguel Ángel`` is one given name of two words: who bears the first has the second far more often
than others. Each row tells how many times more often, as bits: log2 of the share of the bearers
of the first word who go on with the second, over the share of all people who bear the second.
"""

import argparse
from collections import defaultdict
from itertools import pairwise
from math import log2
from pathlib import Path

from frequencies import FOLDER, Table, given

from tamiz.matching.rarity import known
from tamiz.model import Name
from tamiz.normalise.names import parse_person

TABLES: dict[str, tuple[Table, ...]] = {
    "spain": given("ine", "esmales", "esfemales"),
    "mexico": given("datamx", "mxmales", "mxfemales"),
    "france": given("insee", "frmales", "frfemales"),
}
LEAST_SHARE = 1e-4  # of people: rarer compounds are not worth a row
LEAST_BITS = 2.0  # what goes together less is no compound


def main() -> None:
    """Write the table from the raw ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    best: dict[tuple[str, str], float] = {}
    for tables in TABLES.values():
        for pair, share in followers(folder, tables).items():
            best[pair] = max(best.get(pair, 0.0), share)
    rows = [
        f"{first}\t{second}\t{bits:.1f}"
        for (first, second), share in sorted(best.items())
        if (bits := log2(share / known().share(second))) >= LEAST_BITS
    ]
    path = FOLDER.parent / "compounds.tsv"
    path.write_text("first\tsecond\tbits\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} compounds, {path.stat().st_size >> 10} KB")


def followers(folder: Path, tables: tuple[Table, ...]) -> dict[tuple[str, str], float]:
    """For two words of a compound the share of the first one's bearers who go on with the second."""
    bearers: dict[str, float] = defaultdict(float)
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    for table in tables:
        for name, count in table.read(folder / table.file):
            words = [word.text for word in parse_person(Name(text=name)).words]
            for word in set(words):
                bearers[word] += count
            for pair in pairwise(words):
                pairs[pair] += count
    people = sum(bearers.values())
    return {
        (first, second): count / bearers[first]
        for (first, second), count in pairs.items()
        if count / people >= LEAST_SHARE
    }


if __name__ == "__main__":
    main()
