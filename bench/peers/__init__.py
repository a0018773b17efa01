"""The engines that the benchmarks ask beside Tamiz, one file each; none is part of the product."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from peers.peer import Hit, Key, Peer, Verdict

# Each module has a function ``engine()``. An import that fails leaves that peer out.
MODULES = {
    "tamiz": "peers.ours",
    "nomenklatura": "peers.nomenklatura_peer",
    "nomenklatura-fuzzy": "peers.nomenklatura_fuzzy_peer",
    "watchman": "peers.watchman_peer",
    "rapidfuzz": "peers.rapidfuzz_peer",
}
SCORERS = [name for name in MODULES if name != "nomenklatura-fuzzy"]  # it scores as the other


def engines(wanted: Iterable[str] = MODULES) -> Iterator[Callable[[], Peer]]:
    """What makes each of the wanted engines that is installed; says which one is not."""
    for name in wanted:
        try:
            yield import_module(MODULES[name]).engine
        except ModuleNotFoundError as missing:
            print(f"{name}: left out, {missing.name} is not installed here")


__all__ = ["MODULES", "SCORERS", "Hit", "Key", "Peer", "Verdict", "engines"]
