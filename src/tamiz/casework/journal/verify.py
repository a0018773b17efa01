"""Whether an export is whole, and if not, which entry is not as it was. Needs the export alone."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tamiz.casework.journal.problems import Problem, ProblemKind, Verification
from tamiz.casework.journal.reading import Contents, EntryLine, Reader


def verify(lines: Iterable[bytes], heads: tuple[str, ...] = ()) -> Verification:
    """What is wrong with an export, given its lines with their ends.

    ``heads`` are hashes that were published before (at least ``HEAD_SIGNS`` of each). Any changed,
    missing, inserted or displaced entry is found, and named. An export that ends early and was
    given a new footer, or a journal written anew from some entry on, looks whole unless a head
    published since is asked for.
    """
    reader = Reader(heads)
    for line in lines:
        reader.read(line)
    contents = reader.contents
    kept, inserted = _sorted_out(contents)
    problems = [*_frame(contents), *inserted, *_order(kept), *_gaps(contents, kept)]
    problems += [*_links(contents, kept), *_clocks(kept)]
    problems += [
        Problem(kind=ProblemKind.HEAD_MISSING, line=contents.lines, head=head)
        for head in heads
        if head not in contents.found
    ]
    return _result(contents, kept, problems)


def _result(contents: Contents, kept: list[EntryLine], problems: list[Problem]) -> Verification:
    before = "" if contents.header is None else contents.header.prev
    return Verification(
        entries=contents.solid + len(contents.entries),
        first=contents.solid_first or min((one.seq for one in kept), default=0),
        last=max((one.seq for one in kept), default=0), found=contents.found,
        head=max(kept, key=lambda one: one.seq).hash if kept else before,
        problems=tuple(sorted(problems, key=lambda one: (one.line, one.seq))),
        clock_back=tuple(contents.back),
    )  # fmt: skip


def _bounds(contents: Contents) -> tuple[int, int]:
    """The numbers of the first and the last entry, as header or footer promise them."""
    header, footer, entries = contents.header, contents.footer, contents.entries
    last = max((one.seq for one in entries), default=0) if footer is None else footer.last
    if header is not None:
        return header.first, last
    if footer is not None:
        return footer.last - footer.entries + 1, last
    return contents.solid_first or min((one.seq for one in entries), default=1), last


def _solid_until(contents: Contents) -> int:
    """The number up to which every entry is known to be as it was."""
    return contents.solid_first + contents.solid - 1 if contents.solid else _bounds(contents)[0] - 1


def _frame(contents: Contents) -> Iterator[Problem]:
    """What is wrong with header and footer."""
    header, footer = contents.header, contents.footer
    if header is None:
        yield Problem(kind=ProblemKind.NO_HEADER, line=1)
    if footer is None:
        yield Problem(kind=ProblemKind.NO_FOOTER, line=max(contents.lines, 1))
        return
    for line in contents.after:
        yield Problem(kind=ProblemKind.AFTER_FOOTER, line=line)
    at = contents.lines - len(contents.after)
    if header is not None and footer.header != header.hash:
        yield Problem(kind=ProblemKind.HEADER_CHANGED, line=1)
    first, last = _bounds(contents)
    if footer.entries != last - first + 1:
        yield Problem(kind=ProblemKind.FOOTER_CHANGED, line=at)


def _sorted_out(contents: Contents) -> tuple[list[EntryLine], list[Problem]]:
    """The entries that belong here, in the order of the file, and those that do not."""
    solid, last = _solid_until(contents), _bounds(contents)[1]
    spoken_for = {(one.seq - 1, one.prev) for one in contents.entries}
    if contents.footer is not None:
        spoken_for.add((contents.footer.last, contents.footer.head))
    chosen: dict[int, EntryLine] = {}
    for one in contents.entries:
        if not solid < one.seq <= last:
            continue
        rival = chosen.get(one.seq)
        if rival is None or _vouched(one, spoken_for) > _vouched(rival, spoken_for):
            chosen[one.seq] = one
    kept = [one for one in contents.entries if chosen.get(one.seq) is one]
    inserted = [
        Problem(kind=ProblemKind.INSERTED, line=one.line, seq=one.seq)
        for one in contents.entries
        if chosen.get(one.seq) is not one
    ]
    return kept, inserted


def _vouched(one: EntryLine, spoken_for: set[tuple[int, str]]) -> bool:
    """Whether the entry after it, or the footer, names its hash."""
    return (one.seq, one.hash) in spoken_for


def _order(kept: list[EntryLine]) -> Iterator[Problem]:
    """The fewest entries whose removal would leave the rest in order."""
    tails: list[int] = []  # last numbers of rising rows, by their length
    rank = []
    for one in kept:
        place = bisect_left(tails, one.seq)
        tails[place : place + 1] = [one.seq]
        rank.append(place)
    wanted, ceiling = len(tails) - 1, None
    for one, place in zip(reversed(kept), reversed(rank), strict=True):
        if place == wanted and (ceiling is None or one.seq < ceiling):
            wanted, ceiling = wanted - 1, one.seq
        else:
            yield Problem(kind=ProblemKind.MISPLACED, line=one.line, seq=one.seq)


def _gaps(contents: Contents, kept: list[EntryLine]) -> Iterator[Problem]:
    """Entries that are not there, and lines that are none but stand where one should."""
    there = sorted(kept, key=lambda one: one.seq)
    bad, claimed = _without_frame(contents), set[int]()
    start = (_solid_until(contents), 0)
    end = (_bounds(contents)[1] + 1, contents.lines - len(contents.after))
    marks = [start, *((one.seq, one.line) for one in there), end]
    for (before, from_line), (after, to_line) in pairwise(marks):
        # A line that is no entry, between the neighbours of the gap, is one of those that miss.
        between = bad[bisect_left(bad, from_line) : bisect_left(bad, to_line)]
        here = [line for line in between if line not in claimed][: max(after - before - 1, 0)]
        claimed.update(here)
        for seq, line in enumerate(here, start=before + 1):
            yield Problem(kind=ProblemKind.CHANGED, line=line, seq=seq)
        if before + len(here) + 1 < after:
            seq = before + len(here) + 1
            yield Problem(kind=ProblemKind.MISSING, line=to_line, seq=seq, until=after - 1)
    yield from (
        Problem(kind=ProblemKind.NO_ENTRY, line=line) for line in bad if line not in claimed
    )


def _without_frame(contents: Contents) -> list[int]:
    """The lines that are no entries, without a damaged header and a damaged footer."""
    damaged = set()
    if contents.header is None:
        damaged.add(1)
    if contents.footer is None:
        damaged.add(contents.lines)
    return [line for line in contents.bad if line not in damaged]


def _links(contents: Contents, kept: list[EntryLine]) -> Iterator[Problem]:
    """Entries whose hash is their own, but not the one that the next entry names.

    Where an entry agrees with neither neighbour, it is the one that was changed.
    """
    there = sorted(kept, key=lambda one: one.seq)
    broken = {
        before.seq: (before, after)
        for before, after in pairwise(there)
        if after.seq == before.seq + 1 and after.prev != before.hash
    }
    skip = False
    for seq, (before, after) in broken.items():
        if skip:
            skip = False
            continue
        skip = seq + 1 in broken
        changed = after if skip else before
        yield Problem(kind=ProblemKind.CHANGED, line=changed.line, seq=changed.seq)
    yield from _ends(contents, there)


def _ends(contents: Contents, there: list[EntryLine]) -> Iterator[Problem]:
    """The first entry against the header, the last one against the footer."""
    header, footer = contents.header, contents.footer
    at = contents.lines - len(contents.after)
    if not there:
        if header is not None and footer is not None and footer.head != header.prev:
            yield Problem(kind=ProblemKind.FOOTER_CHANGED, line=at)
        return
    is_first = header is not None and there[0].seq == header.first
    if header is not None and is_first and there[0].prev != header.prev:
        yield Problem(kind=ProblemKind.CHANGED, line=there[0].line, seq=there[0].seq)
    if footer is not None and there[-1].seq == footer.last and there[-1].hash != footer.head:
        yield Problem(kind=ProblemKind.FOOTER_CHANGED, line=at)


def _clocks(kept: list[EntryLine]) -> Iterator[Problem]:
    return (
        Problem(kind=ProblemKind.CLOCK, line=one.line, seq=one.seq)
        for one in kept
        if one.is_back != one.says_back
    )
