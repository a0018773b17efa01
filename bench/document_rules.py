"""How long the rules about documents take, and how many honest people they hold up.

Usage: python bench/document_rules.py [--dossiers N]

Dossiers are those of the demonstration's honest people, each with a zone made of what they
declare. A concern about any of them is a false one: what the rules get wrong about invented
people, whose documents follow the rules of their States; real papers are worse. Their days of
issue are taken at random, so that two in seven fall on a day of rest: hints of that rule say
nothing of real offices.
"""

import argparse
import csv
import json
import random
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from parties import OUT
from tamiz.checks import OF_DOCUMENTS, RULES, Context, Thresholds, run_check
from tamiz.checks.documents.papers import Papers
from tamiz.demo.applicants import COLUMNS, invent_applicants
from tamiz.documents.zone import ZoneData, ZoneFormat, state_of_two, write_zone
from tamiz.errors import UsageError
from tamiz.intake.dossiers import open_cohort
from tamiz.model import ChipSeen, Dossier, Outcome, Sex

SEED = 20_261_125
INVENTED = 5_000  # different people; they come again until there are enough
NOBODY = Context(thresholds=Thresholds(), matcher=None)
_SEXES = {Sex.MALE: "M", Sex.FEMALE: "F"}


def main() -> None:
    """Print the CPU seconds and the concerns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    count = parser.parse_args().dossiers
    people = [with_chip(with_zone(one)) for one in dossiers(min(INVENTED, count))]
    concerns: Counter[str] = Counter()
    held: set[str] = set()
    start = time.process_time()
    for at in range(count):
        dossier = people[at % len(people)]
        for check in OF_DOCUMENTS:
            for finding in run_check(check, dossier, NOBODY):
                if finding.outcome in {Outcome.CONCERN, Outcome.INDETERMINATE}:
                    concerns[f"{finding.check}: {finding.evidence[0].code}"] += 1
                    held.add(dossier.id)
    spent = time.process_time() - start
    figures = {
        "dossiers": count,
        "CPU seconds": round(spent, 1),
        "dossiers a CPU second": round(count / spent),
        "with a zone": sum(bool(one.documents and one.documents[0].mrz) for one in people),
        "honest people held up": f"{len(held)} of {len(people)}",
        **{f"  {name}": found for name, found in concerns.most_common()},
        **asked(people),
    }
    for name, value in figures.items():
        print(f"{name:70} {value}")
    OUT.mkdir(exist_ok=True)
    (OUT / "document_rules.json").write_text(json.dumps(figures, indent=1))


def asked(people: list[Dossier]) -> dict[str, str]:
    """Of how many people each rule asks anything, and to how many it says a concern or a hint.

    A hint alone holds nobody up; a rule that asks nobody here is not measured.
    """
    told: dict[str, str] = {}
    for rule in RULES:
        answers = [list(rule.run(Papers(one, NOBODY), NOBODY)) for one in people]
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


def dossiers(count: int) -> list[Dossier]:
    """Invented honest people, read as a file is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for at, row in enumerate(invent_applicants(random.Random(SEED), count)):
                writer.writerow(row | {"id": f"D{at}"})
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
