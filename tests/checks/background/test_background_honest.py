"""Honest people of the demonstration are not held up, whatever course they ask for."""

import csv
from pathlib import Path
from random import Random

from msgspec.structs import replace

from checks.background.stories import FPV, concerns
from tamiz.demo.applicants import COLUMNS, invent_applicants
from tamiz.intake.dossiers import open_cohort
from tamiz.model import Dossier


def test_nobody_of_the_demonstration_is_held_up(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        rng = Random(5)  # noqa: S311 - invents people
        for at, row in enumerate(invent_applicants(rng, 600)):
            writer.writerow(row | {"id": f"D{at}"})

    people = [one for one in open_cohort(path) if isinstance(one, Dossier)]

    assert len(people) == 600
    assert [one.id for one in people if concerns(one)] == []
    assert [one.id for one in people if concerns(replace(one, course=FPV))] == []
