"""Asks Tamiz and its peers who is listed, on one index and of the same applicants: prints a table.

Usage: python bench/listed.py [--sample N] [--people N] [--peers NAME ...] [--json FILE]

Needs the development data. The questions are those of ``bench/accuracy.py``, on a sample since
peers are slow. Each engine runs in a process of its own, one after the other, so that its memory
can be told: what the process holds once all questions of the first index are answered, less what
it held before the engine was imported.
"""

import argparse
import gc
import json
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from listed_questions import Question, groups
from parties import OUT, parties
from peers import MODULES, Peer, engines

Answers = dict[str, tuple[float, int]]  # by question: a share or a figure, and of how many


def main() -> None:
    """Ask every engine that is installed and print the answers side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=300, help="listed persons a question")
    parser.add_argument("--people", type=int, default=1_000, help="unlisted people a question")
    parser.add_argument("--peers", nargs="*", choices=list(MODULES), default=list(MODULES))
    parser.add_argument("--json", type=Path, default=OUT / "listed.json")
    options = parser.parse_args()
    answers: dict[str, Answers] = {}
    for module in options.peers:
        for make in engines([module]):
            start, name = time.monotonic(), make().name
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                asked = pool.submit(ask, module, options.sample, options.people)
                answers[name] = asked.result()
            print(f"{name}: asked for {time.monotonic() - start:.0f} s", flush=True)
    print_table(answers)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(lines(answers), indent=1))


def ask(module: str, count: int, people: int) -> Answers:
    """One engine's answers to all questions, and what it took."""
    answers: Answers = {}
    records = list(parties())
    before = resident()
    engine = next(engines([module]))()
    for number, group in enumerate(groups(records, count, people)):
        start = time.process_time()
        engine.index(group.parties)
        if not number:
            answers["index, CPU seconds"] = (time.process_time() - start, len(records))
        for question in group.questions:
            answers |= answered(engine, question)
        if not number:
            answers["resident memory, MB"] = (resident() - before, len(records))
    engine.close()
    return answers


def answered(engine: Peer, question: Question) -> Answers:
    """The share of the applicants for whom the right party, or any where none is, was found."""
    start = time.process_time()
    found = engine.search(question.subjects, question.limit)
    spent, count = time.process_time() - start, len(question.subjects)
    hits = sum(
        any(right is None or hit.key == right for hit in hits)
        for hits, right in zip(found, question.right, strict=True)
    )
    answers: Answers = {question.label: (hits / count, count)}
    if question.timed:
        told_of = question.label.removeprefix("false alerts, ").removesuffix(", all names")
        answers[f"screenings per CPU second, {told_of}"] = (count / spent, count)
    return answers


def resident() -> float:
    """The memory of this process now, in MB."""
    gc.collect()
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def print_table(answers: dict[str, Answers]) -> None:
    """A line a question, a column an engine."""
    for line in zip(*(name.rpartition(" ")[::2] for name in answers), strict=True):
        print(f"{'':72}" + "".join(f"{part:>18}" for part in line))
    for question in dict.fromkeys(question for one in answers.values() for question in one):
        told = [one[question] for one in answers.values()]
        cells = (f"{value:18.4f}" if value <= 1 else f"{value:18.0f}" for value, _ in told)
        print(f"{question:72}" + "".join(cells) + f"  of {told[0][1]}")


def lines(answers: dict[str, Answers]) -> list[dict[str, Any]]:
    """One entry an engine and question."""
    return [
        {"engine": engine, "q": question, "value": value, "n": count}
        for engine, asked in answers.items()
        for question, (value, count) in asked.items()
    ]


if __name__ == "__main__":
    main()
