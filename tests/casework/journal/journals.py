"""A small journal that the tests of the journal share; all invented."""

from collections.abc import Callable

from casework.desks import LISTED, OLENA, PABLO, RUTH, assessment, at, by, opened
from tamiz.casework import DEFAULT, ENGINE, AnyEvent, note, open_case, see
from tamiz.casework.journal import Entry, export, next_entry, note_entry

KEY = bytes(range(32))


def counter() -> Callable[[int], bytes]:
    """Bytes that are never the same twice, and the same in every run."""
    drawn = 0

    def draw(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return drawn.to_bytes(count, "big")

    return draw


def events() -> list[AnyEvent]:
    """What happens to a case until it is read and noted."""
    case = opened()
    start = open_case(
        by(ENGINE, -3600), DEFAULT, case="C1", applicant="P1", compartment="north",
        assessment=assessment(LISTED),
    )  # fmt: skip
    told: list[AnyEvent] = [*start]
    for second, who in enumerate((OLENA, PABLO, RUTH, OLENA)):
        told += see(case, by(who, second), purpose="vetting")
        told += note(case, by(who, second), text=f"note {second} of {who.id}")
    return told


def entries(count: int = 12) -> list[Entry]:
    """A journal of this many entries, in which one event of no case comes first."""
    entropy = counter()
    first = note_entry(None, at=at(-7200), actor="olena", kind="login", payload={"way": "passkey"})
    written = [first]
    happened = events()
    for number in range(count - 1):
        event = happened[number % len(happened)]
        written.append(next_entry(written[-1], event, KEY, entropy))
    return written


def lines(count: int = 12) -> list[bytes]:
    """The export of such a journal; line 1 is the header, entry n stands in line n + 1."""
    return list(export(entries(count), made_at=at(60)))
