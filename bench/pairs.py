"""Compares pairs of parties whose answer is known, by Tamiz and its peers: prints one table.

Usage: python bench/pairs.py [--peers NAME ...] [--watchman CHECKOUT] [--json FILE]

Each engine gives its verdict at its one documented threshold. Best F1 and average precision say
how well its scores rank, and are for information: nobody knows the best threshold beforehand.
``--watchman`` reads the expectations of Moov Watchman's tests from a checkout of its repository.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pair_figures import Judged, at_threshold, average_precision, best_f1
from pair_sets import PAIR_SETS, Pair, named
from parties import OUT
from peers import SCORERS, Peer, engines
from peers.watchman_peer import THRESHOLD
from peers.watchman_score import Words, name_score, paired_score
from tamiz.matching import Subject
from tamiz.model import Name, PartyType
from watchman_rows import Row, watchman_rows

TOLERANCE = 0.01  # of Watchman's own tests of scores
HEAD = (
    f"{'set':14}{'engine':26}{'pairs':>6}{'P':>7}{'R':>7}{'F1':>7}{'P pers':>8}{'R pers':>7}"
    f"{'F1 pers':>8}{'best F1':>9}{'AP':>7}{'strong':>9}"
)


def main() -> None:
    """Print a line for each set and engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", nargs="*", choices=SCORERS, default=SCORERS)
    parser.add_argument("--watchman", type=Path, metavar="CHECKOUT")
    parser.add_argument("--json", type=Path, default=OUT / "pairs.json")
    options = parser.parse_args()
    peers = [make() for make in engines(options.peers)]
    lines = list(pair_lines(peers))
    if options.watchman:
        lines += watchman_lines(peers, watchman_rows(options.watchman))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(lines, indent=1))


def pair_lines(peers: list[Peer]) -> Iterator[dict[str, Any]]:
    """The figures of every engine on every set that is here, printed as they come."""
    sets = {one.name: pairs for one in PAIR_SETS if (pairs := one.pairs())}
    print(HEAD)
    for name, pairs in sets.items():
        for peer in peers:
            line = {"set": name, "engine": peer.name, **figures(peer, pairs)}
            print(shown(line))
            yield line
        print()


def figures(peer: Peer, pairs: list[Pair]) -> dict[str, Any]:
    """What the engine's verdicts are worth on all pairs, on people, and on the sure ones."""
    judged: list[Judged] = [(peer.score_pair(one.left, one.right), one.match) for one in pairs]
    people = [found for found, one in zip(judged, pairs, strict=True) if one.is_person]
    strong = [found for found, one in zip(judged, pairs, strict=True) if one.strong]
    return {
        "threshold": peer.threshold,
        "all": at_threshold(judged)._asdict(),
        "person": at_threshold(people)._asdict(),
        "best_f1": best_f1(judged),
        "average_precision": average_precision(judged),
        "strong_right": sum(verdict.agrees is match for verdict, match in strong),
        "strong": len(strong),
    }


def shown(line: dict[str, Any]) -> str:
    """One line of the table."""
    every, people = line["all"], line["person"]
    sure = f"{line['strong_right']}/{line['strong']}" if line["strong"] else ""
    return (
        f"{line['set']:14}{line['engine']:26}{every['pairs']:6}{every['precision']:7.3f}"
        f"{every['recall']:7.3f}{every['f1']:7.3f}{people['precision']:8.3f}{people['recall']:7.3f}"
        f"{people['f1']:8.3f}{line['best_f1']:9.3f}{line['average_precision']:7.3f}{sure:>9}"
    )


def watchman_lines(peers: list[Peer], rows: list[Row]) -> Iterator[dict[str, Any]]:
    """How often each engine's verdict is that of Watchman's tests, and how far its scores are."""
    words = [row for row in rows if row.table == "words"]
    same = sum(abs(rescored(row) - row.score) <= TOLERANCE for row in words)
    print(f"\nWatchman's tests: {same} of {len(words)} scores of words are met by our writing anew")
    print(f"{'rows':10}{'engine':26}{'rows':>6}{'same verdict':>14}{'mean difference':>17}")
    for table in dict.fromkeys(row.table for row in rows):
        for peer in peers:
            line = watchman_line(peer, [row for row in rows if row.table == table])
            apart = "" if line["difference"] is None else f"{line['difference']:.3f}"
            print(f"{table:10}{peer.name:26}{line['count']:6}{line['same']:14.3f}{apart:>17}")
            yield {"set": f"watchman {table}", "engine": peer.name, **line}


def watchman_line(peer: Peer, rows: list[Row]) -> dict[str, Any]:
    """Verdicts as Watchman's at its threshold; names in other scripts are all to be found."""
    found = [(peer.score_pair(named(row.query, KIND), listed(row)), row) for row in rows]
    same = sum(v.agrees is (row.at_least or row.score >= THRESHOLD) for v, row in found)
    apart = [abs(v.score - row.score) for v, row in found if not row.at_least]
    return {
        "count": len(rows),
        "same": same / len(rows),
        "difference": sum(apart) / len(apart) if apart else None,
    }


KIND = PartyType.UNKNOWN  # the rows do not say what they name


def listed(row: Row) -> Subject:
    """The party of a row."""
    return Subject(type=KIND, names=tuple(Name(text=text) for text in row.listed))


def rescored(row: Row) -> float:
    """The score of the row's words as they stand, by our re-implementation."""
    query, names = split(row.query), [split(text) for text in row.listed]
    score = name_score if row.joins else paired_score
    return max(score(query, name) for name in names)


def split(text: str) -> Words:
    """The words as the tests split them: at spaces, nothing folded."""
    return tuple(word.encode() for word in text.split())


if __name__ == "__main__":
    main()
