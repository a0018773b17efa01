"""What of the benchmarks is tested: imported without leaving their folder on the path.

There ``bench/lists.py`` would hide the folder ``tests/lists`` from other tests.
"""

import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"

sys.path.append(str(BENCH))
try:
    import pair_figures
    import pair_sets
    import resolve_corruption
    import resolve_data
    import resolve_febrl
    import resolve_figures
    import resolve_letters
    import watchman_rows
    from peers import Verdict, peer, rapidfuzz_peer, watchman_peer, watchman_score
finally:
    sys.path.remove(str(BENCH))

__all__ = [
    "BENCH",
    "Verdict",
    "pair_figures",
    "pair_sets",
    "peer",
    "rapidfuzz_peer",
    "resolve_corruption",
    "resolve_data",
    "resolve_febrl",
    "resolve_figures",
    "resolve_letters",
    "watchman_peer",
    "watchman_rows",
    "watchman_score",
]
