"""Which list sources there are. A new source is one module and one line here."""

from types import ModuleType
from typing import cast

from tamiz.errors import UsageError
from tamiz.lists import (
    au_dfat,
    ca_sema,
    eu_fsf,
    ftm,
    gb_fcdo,
    gb_ofsi,
    ofac_cons,
    ofac_sdn,
    own,
    un_sc,
)
from tamiz.lists.source import Parsed, Report, Snapshot, Source, SourceModule

SOURCES: tuple[ModuleType, ...] = (
    ofac_sdn,
    ofac_cons,
    un_sc,
    gb_fcdo,
    gb_ofsi,
    eu_fsf,
    au_dfat,
    ca_sema,
)

# Sources of which a store may hold several, each under a name of its own: ``own:legion``.
NAMED: dict[str, ModuleType] = {"ftm": ftm, "own": own}


class _Named:
    """A source that got its name from the user."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self.SOURCE: Source = module.source(name)
        self._module = module

    def parse(self, snapshot: Snapshot, report: Report) -> Parsed:
        """As the module reads it."""
        parsed: Parsed = self._module.parse(snapshot, report)
        return parsed


def source_module(key: str) -> SourceModule:
    """The module that reads the source; UsageError names the ones there are."""
    for module in SOURCES:
        if module.SOURCE.key == key:
            return cast("SourceModule", module)
    kind, colon, name = key.partition(":")
    if colon and kind in NAMED and name and name.replace("-", "").replace("_", "").isalnum():
        return cast("SourceModule", _Named(NAMED[kind], name))
    known = ", ".join(module.SOURCE.key for module in SOURCES)
    raise UsageError(f"{key!r} is no list source; there are {known}, ftm:NAME and own:NAME")
