"""Is anything lost when a process is killed (kill -9) at any instant? Counts what was found.

Imports, decisions, re-screens and exports run in processes of their own, which say through a pipe
what they acknowledged, and are killed at instants that a seed chooses. After each: whatever was
acknowledged is there, the new part of the chain is whole, and the next one goes on. At the end the
whole journal is verified as an outsider would, every row is what its events come to, and an import
that was cut off again and again is finished and complete.

    python bench/crash.py [--times 100] [--seed 7] [--database postgresql://…]

Exit code 1 if anything was lost.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from msgspec import Struct

from unit import REASON, Unit, results, session_of

LARGE = 80  # cases of one import
OTHERS = 40  # cases on which officers decide
SITTING = 3  # cases that an officer decides, unless killed before
Say = Callable[[str], None]
Do = Callable[[Say], None]


class Victim(Struct, frozen=True):
    """What became of a process: what it acknowledged, and whether it was cut off."""

    said: tuple[str, ...]
    was_cut: bool


def run(do: Do, after: float | None) -> Victim:
    """Run this in a process of its own and kill it after so many seconds (None: let it end)."""
    from django.db import connections  # noqa: PLC0415 - after ``open_here``

    connections.close_all()
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _be(do, mouth)
    os.close(mouth)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(ear, "rb") as heard:
        whole = heard.read().rpartition(b"\n")[0].decode()
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"a process failed by itself: {whole[-500:]}")
    return Victim(tuple(whole.splitlines()), os.WIFSIGNALED(status))


def _be(do: Do, mouth: int) -> NoReturn:
    """Be the child: do it, and never come back to the parent's code."""
    code = 3
    try:
        do(lambda line: (os.write(mouth, line.encode() + b"\n"), None)[1])
        code = 0
    except Exception as error:  # noqa: BLE001 - told to the parent, which fails
        os.write(mouth, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


class Trial:
    """One unit, and what is known of it after each kill."""

    def __init__(self, folder: Path, seed: int, database: str) -> None:
        self.folder, self.random = folder, random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self.last = (0, "0" * 64)  # number and hash of the last entry that was verified
        self.turn = 0
        Unit(folder / "unit", database).open_here()
        from django.core.management import call_command  # noqa: PLC0415 - after ``open_here``

        from tamiz.web import imports  # noqa: PLC0415

        call_command("collectstatic", verbosity=0, interactive=False)
        self.programme = imports.programme_of("north", "North")
        imports.take_in(results(folder / "first", OTHERS, mark="D"), self.programme)
        self.session = session_of("officer", ("north",))
        self.reading = results(folder / "import0", LARGE, mark="I0-")
        self.deciding(lambda line: None)  # noqa: ARG005 - so that children need not load the pages

    # What is killed.

    def importing(self, say: Say) -> None:
        """An import; it acknowledges how many cases are in."""
        from tamiz.web import imports  # noqa: PLC0415

        imports.take_in(self.reading, self.programme, progress=lambda done, _: say(f"in {done}"))
        say("whole")

    def deciding(self, say: Say) -> None:
        """An officer at work, through the pages; each answer is an acknowledgement."""
        from django.test import Client  # noqa: PLC0415

        from tamiz.web.models import Case  # noqa: PLC0415

        client = Client(SERVER_NAME="localhost", raise_request_exception=True)
        client.cookies["session"] = self.session
        free = Case.objects.filter(applicant__startswith="D", is_open=True, state="open")
        for row in free.order_by("?")[:SITTING]:
            _judge(client, row.pk, say)

    def screening(self, say: Say) -> None:
        """The same people screened again, with other findings each time."""
        from tamiz.web import imports  # noqa: PLC0415

        imports.take_in(
            self.moved, self.programme, progress=lambda done, _: say(f"again {done} of {self.turn}")
        )
        say("whole")

    def exporting(self, say: Say) -> None:
        """The journal into a file, as the page of the auditor gives it."""
        from tamiz.casework.journal import export  # noqa: PLC0415
        from tamiz.web import journaling  # noqa: PLC0415
        from tamiz.web.clock import now  # noqa: PLC0415

        with (self.folder / "export").open("wb") as file:
            for line in export(journaling.entries(), made_at=now()):
                file.write(line)
        say("whole")

    # What must hold afterwards.

    def after_import(self, victim: Victim) -> None:
        """As many cases as were acknowledged are there; a finished import begins another one."""
        from tamiz.web.models import Case, Run  # noqa: PLC0415

        mark = f"I{self.turn}-"
        there = Case.objects.filter(applicant__startswith=mark).count()
        said = _largest(victim.said, "in ")
        self.hold(there >= said, f"import: {said} acknowledged, {there} there")
        if "whole" in victim.said or (there == LARGE and not victim.was_cut):
            run = Run.objects.latest("pk")
            self.hold(there == LARGE and run.finished is not None, "import: not whole")
            self.turn += 1
            self.reading = results(self.folder / f"import{self.turn}", LARGE, mark=f"I{self.turn}-")

    def after_decision(self, victim: Victim) -> None:
        """Every verdict and decision that was answered is in the journal."""
        from tamiz.web.models import Case, JournalEntry  # noqa: PLC0415

        for line in victim.said:
            kind, _, case = line.partition(" ")
            kinds = ("disposed",) if kind == "verdict" else ("decided", "proposed")
            found = JournalEntry.objects.filter(case=case, kind__in=kinds).exists()
            self.hold(found, f"{line}: acknowledged and not there")
            self.counts["answers acknowledged"] += 1
        if Case.objects.filter(applicant__startswith="D", state="open").count() < SITTING:
            self._refill()

    def after_screening(self, victim: Victim) -> None:
        """Nothing to ask but what ``check`` asks of all; the next one has other findings."""
        self.counts["cases acknowledged again"] += _largest(victim.said, "again ")
        self.turn += 1
        self.moved = self._moved()

    def after_export(self, victim: Victim) -> None:
        """A file that was cut off is told from a whole one."""
        from tamiz.casework.journal import verify  # noqa: PLC0415

        path = self.folder / "export"
        if not path.exists():
            return
        with path.open("rb") as file:
            told = verify(file)
        if "whole" in victim.said:
            self.hold(told.is_whole, "export: acknowledged and not whole")
        elif told.is_whole:
            self.counts["exports whole in the last instant"] += 1
        else:
            self.counts["cut exports that verify refuses"] += 1
        path.unlink()

    def check(self) -> None:
        """The part of the chain that is new is whole and joins what was verified before."""
        from tamiz.web import journaling  # noqa: PLC0415

        for entry in journaling.entries(after=self.last[0]):
            self.hold(
                (entry.seq, entry.prev) == (self.last[0] + 1, self.last[1]),
                f"entry {entry.seq} does not join entry {self.last[0]}",
            )
            self.last = (entry.seq, entry.hash)

    def hold(self, is_so: bool, otherwise: str) -> None:
        """Count a problem where it is not so."""
        self.counts["questions asked"] += 1
        if not is_so:
            self.problems.append(otherwise)

    # How it goes.

    def go(self, name: str, do: Do, after: Callable[[Victim], None], times: int) -> None:
        """Kill so many, at instants spread over a little more than what one takes."""
        start = time.monotonic()
        after(run(do, None))
        whole = time.monotonic() - start
        while self.counts[f"{name} killed"] < times:
            victim = run(do, self.random.uniform(0, whole * 1.1))
            self.counts[f"{name} killed" if victim.was_cut else f"{name} ended before"] += 1
            self.counts[f"{name} killed after the first acknowledgement"] += bool(
                victim.was_cut and victim.said
            )
            after(victim)
            self.check()

    def all(self, times: int) -> None:
        """Every kind, then what must hold at the end."""
        self.go("import", self.importing, self.after_import, times)
        self.moved = self._moved()
        self.go("re-screen", self.screening, self.after_screening, times)
        self.go("decision", self.deciding, self.after_decision, times)
        self.go("export", self.exporting, self.after_export, times)
        self.end()

    def end(self) -> None:
        """The last import is finished; then the journal and all rows are held against each other."""
        from tamiz.casework.journal import export, verify  # noqa: PLC0415
        from tamiz.web import imports, journaling, store  # noqa: PLC0415
        from tamiz.web.clock import now  # noqa: PLC0415
        from tamiz.web.models import Case  # noqa: PLC0415
        from tamiz.web.projection import facts_of  # noqa: PLC0415

        imports.take_in(self.reading, self.programme)
        self.check()
        told = verify(export(journaling.entries(), made_at=now()))
        self.hold(told.is_whole, f"the journal is not whole: {told.problems[:3]}")
        for row in Case.objects.all():
            case = store.load(row)
            facts = {name: getattr(row, name) for name in facts_of(case)}
            self.hold(facts == facts_of(case), f"{row.key}: its row is not what its events come to")
            self.hold(row.evidence == case.evidence, f"{row.key}: its row has other evidence")
            self.counts["cases held against their events"] += 1
        self.counts["entries verified"] = told.entries

    def _moved(self) -> Path:
        return results(
            self.folder / f"again{self.turn}", LARGE, mark="I0-", moved=2, shift=self.turn, day=25
        )

    def _refill(self) -> None:
        """Cases enough for officers who are killed again and again."""
        from tamiz.web import imports  # noqa: PLC0415

        self.turn += 1
        more = results(self.folder / f"more{self.turn}", OTHERS, mark=f"D{self.turn}-")
        imports.take_in(more, self.programme)


def _judge(client: object, number: int, say: Say) -> None:
    """Open, read, judge, decide one case; say what was answered."""
    import re  # noqa: PLC0415

    from django.test import Client  # noqa: PLC0415

    assert isinstance(client, Client)
    where = f"/case/{number}/"
    page = client.get(where).content.decode()
    for finding in dict.fromkeys(re.findall(r'name="finding" value="(\w+)"', page)):
        client.post(f"{where}read/", {"finding": finding})
        form = {"finding": finding, "verdict": "different", "reason": REASON}
        assert client.post(f"{where}verdict/", form).status_code == 302
        say(f"verdict C{number}")
    evidence = re.search(r'name="evidence" value="(\w+)"', page)
    assert evidence is not None, f"case {number} cannot be decided"
    form = {"ruling": "grant", "reason": REASON, "evidence": evidence[1]}
    assert client.post(f"{where}decide/", form).status_code == 302
    say(f"decision C{number}")


def _largest(said: tuple[str, ...], opens: str) -> int:
    """The largest figure after these words; 0 where none was said."""
    figures = [line.removeprefix(opens).split()[0] for line in said if line.startswith(opens)]
    return max(map(int, figures), default=0)


def main() -> None:
    """Print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    start = time.monotonic()
    with TemporaryDirectory() as name:
        trial = Trial(Path(name), options.seed, options.database)
        trial.all(options.times)
    for what, count in sorted(trial.counts.items()):
        print(f"{count:>9,}  {what}")
    print(f"{len(trial.problems):>9,}  lost or wrong; {time.monotonic() - start:.0f} s")
    for problem in trial.problems[:20]:
        print(f"  {problem}")
    sys.exit(1 if trial.problems else 0)


if __name__ == "__main__":
    main()
