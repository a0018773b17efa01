"""How long the rules about documents take, how many honest people they hold up, what they find.

Usage: python bench/document_rules.py [--dossiers N] [--invented N]

Dossiers are those of the demonstration's honest people, each with a zone made of what they
declare, as one cohort with a register and a stop list. A concern about any of them is a false one:
what the rules get wrong about invented people, whose documents follow the rules of their States;
real papers are worse. Some are made into honest groups (hired together) and into planted cases,
which the rules must find (``document_cases.py``). Their days of issue are taken at random, so that two
in seven fall on a day of rest: hints of that rule say nothing of real offices.
"""

import argparse
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from document_cases import (
    front_firms,
    honest_hires,
    stop_list,
    stopped,
    strangers,
)
from parties import OUT
from tamiz.checks import OF_DOCUMENTS, RULES, Context, References, Thresholds, run_check
from tamiz.checks.documents.papers import Papers
from tamiz.demo.applicants import COLUMNS, invent_applicants
from tamiz.documents.stops import StopFolder, StopLookup, keep_stops, load_stops
from tamiz.documents.zone import ZoneData, ZoneFormat, state_of_two, write_zone
from tamiz.errors import UsageError
from tamiz.intake.dossiers import open_cohort
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.model import ChipSeen, Dossier, Finding, Outcome, Sex

SEED = 20_261_125
INVENTED = 5_000  # different people; they come again until there are enough
STOPPED = 100_000  # entries of the stop list that mean nobody here
_SEXES = {Sex.MALE: "M", Sex.FEMALE: "F"}
_TOLD = frozenset({Outcome.CONCERN, Outcome.INDETERMINATE})


def main() -> None:
    """Print the CPU seconds, the concerns about honest people, and what was found of the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--invented", type=int, default=INVENTED)
    given = parser.parse_args()
    people = [with_chip(with_zone(one)) for one in dossiers(min(given.invented, given.dossiers))]
    hires, planted = groups(strangers(dossiers(INVENTED, seed=SEED + 1)))
    with TemporaryDirectory() as name:
        everybody = [*people, *_flat(hires), *_flat(planted)]
        start = time.process_time()
        register = registered(Path(name) / "register", everybody)
        filled = time.process_time() - start
        stops = looked_up(Path(name), planted["document_stop_list"])
        context = Context(
            thresholds=Thresholds(),
            matcher=None,
            register=register,
            references=References(stops=stops),
        )
        with register:
            figures = {
                "dossiers": given.dossiers,
                "in the register": len(everybody),
                "filling the register, CPU seconds": round(filled, 1),
                "with a zone": sum(bool(one.documents and one.documents[0].mrz) for one in people),
                **timed(people, given.dossiers, context),
                **asked(people, context),
                **{f"honest, {kind}: held up": held(group, context) for kind, group in hires.items()},
                **{f"planted, {rule}: found": found(group, rule, context)
                   for rule, group in planted.items()},
            }  # fmt: skip
    for what, value in figures.items():
        print(f"{what:70} {value}")
    OUT.mkdir(exist_ok=True)
    (OUT / "document_rules.json").write_text(json.dumps(figures, indent=1))


def asked(people: list[Dossier], context: Context) -> dict[str, str]:
    """Of how many people each rule asks anything, and to how many it says a concern or a hint.

    A hint alone holds nobody up; a rule that asks nobody here is not measured.
    """
    told: dict[str, str] = {}
    for rule in RULES:
        answers = [list(rule.run(Papers(one, context), context)) for one in people]
        heard = sum(map(bool, answers))
        odd = sum(any(a.outcome is Outcome.CONCERN for a in of) for of in answers)
        told[f"{rule.name}: asked of, says a concern or hint of"] = f"{heard}, {odd}"
    return told


def with_chip(dossier: Dossier) -> Dossier:
    """The same with a chip seen in the first document."""
    if not dossier.documents:
        return dossier
    first, *others = dossier.documents
    return replace(dossier, documents=(replace(first, chip=ChipSeen.PRESENT), *others))


def groups(people: list[Dossier]) -> tuple[dict[str, list[Dossier]], dict[str, list[Dossier]]]:
    """Honest groups by what they have in common, and planted cases by the rule that must tell."""
    hired = honest_hires(people)
    rest = people[len(_flat(hired)) :]
    firms = front_firms(rest)
    return hired, {
        "document_issue_cluster": firms,
        "document_stop_list": stopped(rest[len(firms) :]),
    }


def registered(path: Path, people: Iterable[Dossier]) -> CohortRegister:
    """The finished register of a cohort."""
    with CohortRegister(path, is_new=True) as register:
        for one in people:
            register.add(Brought(one))
        register.finish()
    return CohortRegister(path, is_new=False)


def looked_up(folder: Path, listed: list[Dossier]) -> StopLookup:
    """A stop list with these people's documents and many of nobody here."""
    path, today = folder / "stops.csv", date(2026, 11, 25)
    path.write_text("as it came")
    keep_stops(folder / "stops", path, stop_list(listed, STOPPED), source="bench", today=today)
    return load_stops(StopFolder(folder / "stops", today))


def timed(people: list[Dossier], count: int, context: Context) -> dict[str, object]:
    """The CPU seconds for so many dossiers, and what is told of the honest people among them."""
    concerns: Counter[str] = Counter()
    names: set[str] = set()
    start = time.process_time()
    for at in range(count):
        dossier = people[at % len(people)]
        for finding in findings(dossier, context):
            concerns[f"{finding.check}: {finding.evidence[0].code}"] += 1
            names.add(dossier.id)
    spent = time.process_time() - start
    return {
        "CPU seconds": round(spent, 1),
        "dossiers a CPU second": round(count / spent),
        "honest people held up": f"{len(names)} of {len(people)}",
        **{f"  {name}": told for name, told in concerns.most_common()},
    }


def findings(dossier: Dossier, context: Context) -> list[Finding]:
    """The concerns and open questions about an applicant."""
    asked = (one for check in OF_DOCUMENTS for one in run_check(check, dossier, context))
    return [one for one in asked if one.outcome in _TOLD]


def held(people: list[Dossier], context: Context) -> str:
    """How many of some people are held up."""
    return f"{sum(bool(findings(one, context)) for one in people)} of {len(people)}"


def found(people: list[Dossier], rule: str, context: Context) -> str:
    """How many of some people a rule tells."""
    told = sum(any(one.check == rule for one in findings(one_of, context)) for one_of in people)
    return f"{told} of {len(people)}"


def _flat(groups: dict[str, list[Dossier]]) -> list[Dossier]:
    return [one for group in groups.values() for one in group]


def dossiers(count: int, *, seed: int = SEED) -> list[Dossier]:
    """Invented honest people, read as a file is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for at, row in enumerate(invent_applicants(random.Random(seed), count)):
                writer.writerow(row | {"id": f"D{seed % 100}-{at}"})
        return [one for one in open_cohort(path) if isinstance(one, Dossier)]


def with_zone(dossier: Dossier) -> Dossier:
    """The same with a zone in the first document, where all that it needs is declared."""
    claim, documents = dossier.identity, dossier.documents
    dates = [*claim.birth_dates[:1], *(documents[0].expires[:1] if documents else ())]
    if len(dates) < 2 or any(one.day is None for one in dates) or not documents[0].issuing_state:
        return dossier
    state = state_of_two(documents[0].issuing_state.upper())
    if state is None:
        return dossier
    born, expires = (f"{one.year % 100:02}{one.month:02}{one.day:02}" for one in dates)
    given = claim.names[0].text.split()
    try:
        lines = write_zone(
            ZoneData(
                format=ZoneFormat.TD3, document_code="P", issuing_state=state.code,
                nationality=state.code, primary_identifier=" ".join(given[1:]) or given[0],
                secondary_identifier=given[0], number=documents[0].number.replace(" ", ""),
                birth_date=born, sex=_SEXES.get(claim.sex or Sex.UNSPECIFIED, "<"), expiry_date=expires,
            )
        )  # fmt: skip
    except UsageError:
        return dossier
    return replace(dossier, documents=(replace(documents[0], mrz=lines), *documents[1:]))


if __name__ == "__main__":
    main()
