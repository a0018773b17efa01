"""What ``tamiz lists`` prints."""

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table

from tamiz.lists.difference import Difference
from tamiz.lists.status import SourceStatus
from tamiz.lists.update import Brought, Result
from tamiz.model import Edition

SHOWN = 20  # problems or changes that are printed; the rest are counted


def tell(console: Console, key: str, brought: Brought | None) -> bool:
    """Say what became of a list; true if it was held back."""
    if brought is None or brought.result is Result.UNCHANGED:
        console.print(f"{key}: unchanged")
        return False
    edition = brought.meta.edition
    _plainly(console, f"{key}: {counts(edition)}, sha256 {edition.sha256[:16]}…")
    for problem in brought.problems[:SHOWN]:
        place = f"{problem.file} {problem.where}".rstrip()
        _plainly(console, f"  {place}: {problem.message}")
    if len(brought.problems) > SHOWN:
        console.print(f"  … and {len(brought.problems) - SHOWN} more")
    if brought.result is not Result.HELD:
        return False
    for reason in brought.meta.reasons:
        _plainly(console, f"  held back: {reason}")
    _plainly(console, f"  It is not used yet. To look at it: tamiz lists diff {key} --held")
    _plainly(console, f"  To use it: tamiz lists confirm {key}")
    return True


def counts(edition: Edition) -> str:
    """How much an edition holds, and its date."""
    return (
        f"{edition.parties} parties ({edition.persons} persons, {edition.names} names)"
        f" of {date_of(edition)}"
    )


def date_of(edition: Edition) -> str:
    """The publisher's date in words."""
    return edition.content_date or "unstated date"


def tell_overdue(console: Console, key: str, overdue: tuple[str, ...]) -> None:
    """Name the entries of a unit's own list whose review date has passed."""
    if overdue:
        shown = ", ".join(overdue[:SHOWN]) + (" …" if len(overdue) > SHOWN else "")
        _plainly(
            console,
            f"{key}: {len(overdue)} past their review date, to be renewed or taken out: {shown}",
        )


def tell_status(console: Console, found: tuple[SourceStatus, ...]) -> None:
    """The table of the sources, then what waits and what is overdue."""
    console.print(_status_table(found))
    for one in found:
        for reason in one.held:
            _plainly(console, f"{one.source}: held back: {reason}")
        tell_overdue(console, one.source, one.past_review)


def _status_table(found: tuple[SourceStatus, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("source")
    table.add_column("date")
    for heading in ("days", "parties", "persons", "names"):
        table.add_column(heading, justify="right")
    table.add_column("sha256")
    table.add_column("state")
    for one in found:
        table.add_row(
            one.source,
            (one.content_date or "unstated") if one.is_in_use else "none in use",
            str(one.age_days) if one.is_in_use else "",
            str(one.parties),
            str(one.persons),
            str(one.names),
            one.sha256[:12],
            _state(one),
        )
    return table


def _state(one: SourceStatus) -> str:
    words = ("held back",) * bool(one.held) + ("stale",) * one.stale
    return ", ".join(words) or "ok"


def tell_difference(console: Console, difference: Difference) -> None:
    """Who came, who went, who changed in which field."""
    for word, rows in (("added", difference.added), ("removed", difference.removed)):
        console.print(f"{word}: {len(rows)}")
        for record_id, name in rows[:SHOWN]:
            _plainly(console, f"  {record_id}  {name}")
        _tell_more(console, len(rows))
    console.print(f"changed: {len(difference.changed)}")
    for change in difference.changed[:SHOWN]:
        _plainly(console, f"  {change.id}  {change.name}")
        for field in change.fields:
            console.print(f"    {field.field}", highlight=False)
            for sign, texts in (("-", field.before), ("+", field.after)):
                for text in texts:
                    _plainly(console, f"      {sign} {text}")
    _tell_more(console, len(difference.changed))


def _tell_more(console: Console, found: int) -> None:
    if found > SHOWN:
        console.print(f"  … and {found - SHOWN} more; --json has all")


def progress_bar(console: Console) -> Progress:
    """A bar for downloads; nothing in a pipe."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _plainly(console: Console, text: str) -> None:
    """Print text from outside as it is."""
    console.print(text, highlight=False, markup=False)
