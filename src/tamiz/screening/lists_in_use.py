"""Which lists a run screens against, and which of them are missing or too old."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from tamiz.errors import ListError, UsageError
from tamiz.lists.registry import source_module
from tamiz.lists.status import age_days
from tamiz.lists.store import Store
from tamiz.model import Edition
from tamiz.screening.policy import Policy, When


class ListsInUse(Struct, frozen=True, kw_only=True):
    """The editions of a run; ``index`` is the file that holds them.

    ``missing``, ``stale`` and ``held`` are keys: not there, too old, waiting for confirmation.
    """

    index: Path
    editions: tuple[Edition, ...]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    held: tuple[str, ...] = ()

    @property
    def sources(self) -> frozenset[str]:
        """The keys of the lists that are used."""
        return frozenset(edition.source for edition in self.editions)


def lists_in_use(
    store: Store, policy: Policy, *, sources: tuple[str, ...] = (), today: date
) -> ListsInUse:
    """The lists of ``store`` that the policy and the caller choose.

    Args:
        store: where the lists lie.
        policy: which to use and to need, and what to do without them.
        sources: only these, whatever the policy uses; each of them is then needed as well.
        today: from which the age of a list counts.

    Raises:
        UsageError: there is no list at all, or a key is no list source.
        ListError: a list is missing or stale, and the policy says to refuse.
    """
    for key in (*sources, *policy.lists.use, *policy.lists.required):
        source_module(key)
    wanted = sources or policy.lists.use
    stored = store.editions()
    editions = tuple(one for one in stored if not wanted or one.source in wanted)
    needed = (*wanted, *policy.lists.required)
    missing = tuple(dict.fromkeys(k for k in needed if k not in {e.source for e in editions}))
    if not editions:
        told = f": {', '.join(missing)}" if missing else ""
        raise UsageError(
            f"no list to screen against{told}; fetch with `tamiz lists update`, or import files "
            "with `tamiz lists import SOURCE FILE…`"
        )
    stale = tuple(one.source for one in editions if _is_stale(one, policy, today))
    _refuse(policy.lists.when_missing, "missing", missing)
    _refuse(policy.lists.when_stale, "older than the policy allows", stale)
    # The index is that of the editions just read, even if an import has come between.
    index = store.index_path(stored)
    held = tuple(key for key in store.held_only() if not wanted or key in wanted)
    return ListsInUse(index=index, editions=editions, missing=missing, stale=stale, held=held)


def _is_stale(edition: Edition, policy: Policy, today: date) -> bool:
    allowed = source_module(edition.source).SOURCE.stale_after_days
    most = policy.lists.max_age_days.get(edition.source, allowed)
    return age_days(edition, today=today) > most


def _refuse(when: When, what: str, keys: tuple[str, ...]) -> None:
    if keys and when is When.REFUSE:
        raise ListError(
            f"{what}: {', '.join(keys)}; the policy refuses to screen without: "
            "update or import the list, or change the policy"
        )
