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
    import redteam.fairness as redteam_fairness
    import redteam.folk as redteam_folk
    import redteam.judged as redteam_judged
    import redteam.printed as redteam_printed
    import redteam.programme as redteam_programme
    import redteam.screening as redteam_screening
    import redteam.spread as redteam_spread
    import redteam.tactics as redteam_tactics
    import redteam.tactics.scene as redteam_scene
    import redteam.world as redteam_world
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
    "redteam_fairness",
    "redteam_folk",
    "redteam_judged",
    "redteam_printed",
    "redteam_programme",
    "redteam_scene",
    "redteam_screening",
    "redteam_spread",
    "redteam_tactics",
    "redteam_world",
    "resolve_corruption",
    "resolve_data",
    "resolve_febrl",
    "resolve_figures",
    "resolve_letters",
    "watchman_peer",
    "watchman_rows",
    "watchman_score",
]
