"""One run of Splink in a process of its own: ``splink_resolve`` calls it; prints a line of JSON.

Processor time, time and memory are taken before anything is compared with the truth; they hold
reading the file, training and predicting, but not the start of Python and its imports.
"""

import json
import resource
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

import duckdb  # noqa: E402
import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: E402
from splink.internals.blocking_rule_creator import BlockingRuleCreator  # noqa: E402

from peers import splink_settings as settings  # noqa: E402
from resolve_figures import Count, Ints, Truth, best_threshold, figures  # noqa: E402

Scores = NDArray[np.float64]
LOWEST = 0.01  # pairs that are less likely one person are not looked at
CUTS = (0.95, 0.5)
SEED = 1
PREPARED = {"": "", "+": "_roman", "++": "_sound"}
COLUMNS = "unique_id, dob, nat, city, doc, phone, email"
PAIRS = 1e6  # drawn to estimate u, Splink's default; ten times as many: 20 s more, same figures
FEBRL_TRAINED_ON = (("date_of_birth",), ("postcode",), ("given_name", "surname"))


def main() -> None:
    """Resolve and say how well, how fast, in how much memory."""
    run, path = sys.argv[1:]
    started, clock = process_time(), perf_counter()
    left, right, scores = febrl(path) if run.startswith("febrl") else synthetic(run, path)
    cpu, wall = process_time() - started, perf_counter() - clock
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print()
    print(
        json.dumps(
            {
                "run": run,
                "splink": version("splink"),
                "duckdb": version("duckdb"),
                "cpu": round(cpu, 1),
                "wall": round(wall, 1),
                "rss_mb": memory,
                "scored": len(scores),
                **judged(left, right, scores, truth(path)),
            }
        )
    )


def judged(left: Ints, right: Ints, scores: Scores, known: Truth) -> dict[str, Any]:
    """Figures at each cut and at the best one, and recall by group at the first."""
    found = {cut: figures(left[scores >= cut], right[scores >= cut], known) for cut in CUTS}
    cuts = {f"p >= {cut}": worth(each.all) for cut, each in found.items()}
    at, best = best_threshold(left, right, scores, known)
    groups = found[CUTS[0]].groups
    return {
        "cuts": cuts | {f"best, p >= {at:.6f}": worth(best)},
        "recall": {name: round(one.recall, 4) for name, one in groups.items() if one.true},
        "true": {name: one.true for name, one in groups.items() if one.true},
    }


def worth(count: Count) -> dict[str, float]:
    """A count with its shares."""
    return count._asdict() | {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
    }


def synthetic(run: str, path: str) -> tuple[Ints, Ints, Scores]:
    """Pairs and their probabilities, names prepared as the run says."""
    base = run.rstrip("+")
    suffix = PREPARED[run.removeprefix(base)]
    names = f"given{suffix} as given, family{suffix} as family"
    return resolved(
        [table(path, f"{names}, {COLUMNS}")],
        settings.tuned() if base == "tuned" else settings.default(),
        settings.certain(),
        settings.DETERMINISTIC_RECALL,
        settings.TRAINED_ON,
    )


def febrl(path: str) -> tuple[Ints, Ints, Scores]:
    """FEBRL 4 as two sets to be linked, the others as one with duplicates."""
    link = path.endswith("febrl4.csv")
    sets = (f"\"group\" = 'FEBRL4{half}'" for half in "ab") if link else ("true",)
    return resolved(
        [table(path, '* exclude (person, "group", rec_id)', where) for where in sets],
        settings.febrl(link=link),
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        0.8,
        FEBRL_TRAINED_ON,
    )


def table(path: str, columns: str, where: str = "true") -> str:
    """A query of the rows; empty values are NULL."""
    read = f"read_csv('{path}', header=true, all_varchar=true, nullstr='')"
    return f"select * replace (cast(unique_id as bigint) as unique_id) from (select {columns} from {read} where {where})"  # noqa: S608, E501


def resolved(
    queries: list[str],
    how: SettingsCreator,
    certain: list[BlockingRuleCreator],
    recall: float,
    trained: Sequence[tuple[str, ...]],
) -> tuple[Ints, Ints, Scores]:
    """Train without labels, then predict."""
    api = DuckDBAPI()
    for at, query in enumerate(queries):
        api.duckdb_con.sql(f"create table rows_{at} as {query}")
    linker = Linker([api.register(f"rows_{at}") for at in range(len(queries))], how, log_level=None)
    linker.training.estimate_probability_two_random_records_match(certain, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED)
    for columns in trained:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    predicted = linker.inference.predict(threshold_match_probability=LOWEST)
    found = (
        predicted.as_duckdbpyrelation()
        .select("unique_id_l, unique_id_r, match_probability")
        .fetchnumpy()
    )
    return found["unique_id_l"], found["unique_id_r"], np.asarray(found["match_probability"])


def truth(path: str) -> Truth:
    """Who filed each row."""
    rows = duckdb.sql(
        f"select cast(person as bigint) p, \"group\" g from read_csv('{path}', header=true, "  # noqa: S608
        "all_varchar=true) order by cast(unique_id as bigint)"
    ).fetchnumpy()
    return Truth(rows["p"], list(rows["g"]))


if __name__ == "__main__":
    main()
