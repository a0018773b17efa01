"""Reads small files as cohorts."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tamiz.errors import TamizError
from tamiz.intake.dossiers import Cohort, Reject, open_cohort
from tamiz.model import Dossier


def cohort_of(folder: Path, data: str | bytes, *, file: str = "people.csv") -> Cohort:
    """The cohort of a file with this content."""
    path = folder / file
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return open_cohort(path)


def table(*rows: Sequence[str]) -> str:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def one(folder: Path, **fields: str) -> Dossier:
    """The dossier of a table with one row; its id is 1 and its name Ann Moss if not given."""
    told = {"id": "1", **fields}
    if not any("name" in field for field in told):
        told["name"] = "Ann Moss"
    return only(cohort_of(folder, table(list(told), list(told.values()))))


def one_json(folder: Path, **values: object) -> Dossier:
    """The dossier of a JSON document with one object."""
    told = {"id": "1", "name": "Ann Moss", **values}
    return only(cohort_of(folder, json.dumps([told]), file="people.json"))


def entities(folder: Path, *found: tuple[str, str, Mapping[str, Iterable[str]]]) -> Cohort:
    """The cohort of FollowTheMoney entities: id, schema, properties."""
    lines = (
        json.dumps({"id": entity_id, "schema": schema, "properties": properties})
        for entity_id, schema, properties in found
    )
    return cohort_of(folder, "\n".join(lines), file="people.ftm.json")


def only(cohort: Cohort) -> Dossier:
    """The only dossier of a cohort."""
    (found,) = cohort
    assert isinstance(found, Dossier), found
    return found


def rejects(cohort: Cohort) -> list[Reject]:
    """The rejects of a cohort."""
    return [found for found in cohort if isinstance(found, Reject)]


def refusal(folder: Path, data: bytes, *, file: str = "people.csv") -> str:
    """The message with which a file is refused; empty if it is read to its end."""
    try:
        list(cohort_of(folder, data, file=file))
    except TamizError as error:
        return str(error)
    return ""
