"""How long the rules about background take, and how many honest people they hold up, by nationality.

Usage: python bench/background_rules.py [--dossiers N]

Dossiers are those of the demonstration's honest people, who tell little, and of the red team's
(``bench/redteam``), who tell more, read as a file is: a concern about any honest one is a false one.
Printed are concerns at the course each asks for, and, harder, as if all asked for one of high
sensitivity, for which one hint is enough; how often each rule is asked at all; and what is found of
the red team's stories that do not hold.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from document_rules import dossiers
from parties import OUT
from redteam.programme import read_labels, write_range
from tamiz.checks import BACKGROUND, BACKGROUND_RULES, Context, Thresholds, run_check
from tamiz.checks.background.story import Story
from tamiz.intake.dossiers import open_cohort
from tamiz.model import Dossier, Finding, Outcome

PEOPLE = 5_000
SEED = 20_261_126
SENSITIVE = "drone operator (FPV)"
CONTEXT = Context(thresholds=Thresholds(), matcher=None)
_TOLD = frozenset({Outcome.CONCERN, Outcome.INDETERMINATE})


def main() -> None:
    """Print CPU time, the honest people held up, and what each rule was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=PEOPLE)
    count = parser.parse_args().dossiers
    honest, planted = of_the_red_team(count)
    figures = {
        **{f"demonstration: {what}": told for what, told in measured(dossiers(count)).items()},
        **{f"red team: {what}": told for what, told in measured(honest).items()},
        "red team: stories that do not hold, found": _held(planted),
    }
    for what, value in figures.items():
        print(f"{what:85} {value}")
    OUT.mkdir(exist_ok=True)
    (OUT / "background_rules.json").write_text(json.dumps(figures, indent=1))


def measured(people: list[Dossier]) -> dict[str, object]:
    """Time, false concerns, and what each rule was asked of some honest people."""
    return {"dossiers": len(people), **timed(people), **held_up(people), **asked(people)}


def of_the_red_team(count: int) -> tuple[list[Dossier], list[Dossier]]:
    """The honest of a range, and those planted with a story that does not hold."""
    with TemporaryDirectory() as name:
        found = write_range(Path(name), seed=SEED, applicants=count)
        labels = {one.id: one for one in read_labels(found.labels) if one.file == "cohort"}
        people = [one for one in open_cohort(found.cohort) if isinstance(one, Dossier)]
    honest = [one for one in people if labels[one.id].honest]
    return honest, [one for one in people if labels[one.id].tactic == "cover_story"]


def timed(people: list[Dossier]) -> dict[str, object]:
    """CPU microseconds for a dossier, the first time that it is seen."""
    start = time.process_time()
    for one in people:
        run_check(BACKGROUND, one, CONTEXT)
    spent = time.process_time() - start
    return {"CPU microseconds a dossier": round(1e6 * spent / len(people), 1)}


def held_up(people: list[Dossier]) -> dict[str, object]:
    """Honest people with a concern or an open question, in all and by nationality."""
    sensitive = [replace(one, course=SENSITIVE) for one in people]
    return {
        "honest people held up": _held(people),
        **_by_nationality(people),
        "held up if all asked for a course of high sensitivity": _held(sensitive),
    }


def asked(people: list[Dossier]) -> dict[str, str]:
    """Of how many people each rule asks anything, and to how many it says a concern or a hint."""
    told: dict[str, str] = {}
    for rule in BACKGROUND_RULES:
        answers = [list(rule.run(Story(one), CONTEXT)) for one in people]
        odd = sum(any(a.outcome in _TOLD for a in of) for of in answers)
        told[f"{rule.name}: asked of, says a concern or hint of"] = (
            f"{sum(map(bool, answers))}, {odd}"
        )
    return told


def findings(dossier: Dossier) -> list[Finding]:
    """The concerns and open questions about an applicant."""
    return [one for one in run_check(BACKGROUND, dossier, CONTEXT) if one.outcome in _TOLD]


def _held(people: list[Dossier]) -> str:
    held = sum(bool(findings(one)) for one in people)
    return f"{held} of {len(people)} ({held / len(people):.3%})"


def _by_nationality(people: list[Dossier]) -> dict[str, str]:
    """Those of whom anybody is held up."""
    every, held = Counter[str](), Counter[str]()
    for one in people:
        nation = next((n.country or "" for n in one.identity.nationalities), "")
        every[nation] += 1
        held[nation] += bool(findings(one))
    return {f"  of {code}": f"{held[code]} of {every[code]}" for code in sorted(held) if held[code]}


if __name__ == "__main__":
    main()
