"""Imports every official sample and counts it again by other means: prints a table.

Usage: python bench/lists.py [--parties]

Needs the development data. The independent count uses nothing of Tamiz: the standard library's
csv, lxml's whole tree, openpyxl. With ``--parties`` the 39,917 parties of ``parties.jsonl.gz`` are
written as FollowTheMoney entities, imported as ``ftm:parties`` and indexed.
"""

import argparse
import csv
import json
import resource
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import openpyxl
from lxml import etree

from parties import SHARED, rows
from tamiz.errors import ListError
from tamiz.lists.store import Store
from tamiz.lists.update import Arrived, bring
from tamiz.matching import Index

LISTS = SHARED / "lists"
Count = tuple[int, int]  # parties, persons


class Sample(NamedTuple):
    """An official sample: where it lies, and how it is counted without Tamiz."""

    key: str
    folder: str
    files: tuple[str, ...]
    counted: Callable[[Path], Count]


def main() -> None:
    """Print one line a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parties", action="store_true")
    options = parser.parse_args()
    print(f"{'source':12} {'sample':30} {'date':11} {'parties':>8} {'persons':>8} {'names':>7}"
          f" {'counted':>15} {'seconds':>8}")  # fmt: skip
    for sample in SAMPLES:
        with TemporaryDirectory() as folder:
            print(_line(sample, Store(Path(folder))))
    if options.parties:
        _all_parties()


def _line(sample: Sample, store: Store) -> str:
    files = [LISTS / sample.folder / name for name in sample.files]
    if not all(path.exists() for path in files):
        return f"{sample.key:12} {sample.folder:30} not on this machine"
    arrived = tuple(Arrived(path=path, name=path.name) for path in files)
    start = time.perf_counter()
    try:
        edition = bring(store, sample.key, arrived, now=datetime.now(UTC)).meta.edition
    except ListError as error:
        return f"{sample.key:12} {sample.folder:30} refused: {error}"
    seconds = time.perf_counter() - start
    parties, persons = sample.counted(files[0])
    agrees = (parties, persons) == (edition.parties, edition.persons)
    return (
        f"{sample.key:12} {sample.folder:30} {edition.content_date or 'unstated':11}"
        f" {edition.parties:8} {edition.persons:8} {edition.names:7}"
        f" {f'{parties}/{persons}':>15} {seconds:8.2f}{'' if agrees else '  DIFFERS'}"
    )


def _csv_rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))  # noqa: TID251 - counted by other means


def _ofac_csv(path: Path) -> Count:
    found = [row for row in _csv_rows(path) if row and row[0].strip().isdigit()]
    return len(found), sum(row[2].strip() == "individual" for row in found)


def _named(path: Path, name: str) -> list[Any]:
    found = etree.parse(str(path)).iter(f"{{*}}{name}")
    return list(found)


def _ofac_xml(path: Path) -> Count:
    kinds = [entry.findtext("{*}sdnType") for entry in _named(path, "sdnEntry")]
    return len(kinds), kinds.count("Individual")


def _ofac_enhanced(path: Path) -> Count:
    found = [one for one in _named(path, "entity") if one.get("id")]
    kinds = [one.findtext("{*}generalInfo/{*}entityType") for one in found]
    return len(kinds), kinds.count("Individual")


def _ofac_advanced(path: Path) -> Count:
    individual = {
        one.get("ID") for one in _named(path, "PartySubType") if one.get("PartyTypeID") == "1"
    }
    profiles = [one.get("PartySubTypeID") for one in _named(path, "Profile")]
    return len(_named(path, "DistinctParty")), sum(one in individual for one in profiles)


def _un(path: Path) -> Count:
    persons = len(_named(path, "INDIVIDUAL"))
    return persons + len(_named(path, "ENTITY")), persons


def _ofsi(path: Path) -> Count:
    head, *found = _csv_rows(path)[1:]
    group, kind = head.index("Group ID"), head.index("Group Type")
    kinds = {row[group]: row[kind] for row in found}
    return len(kinds), list(kinds.values()).count("Individual")


def _eu_csv(path: Path) -> Count:
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()[1:]
    kinds = dict(line.strip('"').split(";")[1:3] for line in lines)
    return len(kinds), list(kinds.values()).count("P")


def _dfat(path: Path) -> Count:
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    kinds = {
        str(row[0]).rstrip("abcdefghijklmnopqrstuvwxyz"): row[2]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    return len(kinds), list(kinds.values()).count("Individual")


def _sema(path: Path) -> Count:
    found = _named(path, "record")
    return len(found), sum(one.findtext("EntityOrShip") is None for one in found)


SAMPLES = (
    Sample("us-ofac-sdn", "ofac-sdn-csv-2024-06", ("sdn.csv", "add.csv"), _ofac_csv),
    Sample("us-ofac-sdn", "ofac-sdn-csv-2026-08", ("alt.csv", "add.csv", "sdn_comments.csv"),
           _ofac_csv),
    Sample("us-ofac-cons", "ofac-consolidated-xml-2025-06", ("consolidated.xml",), _ofac_xml),
    Sample("us-ofac-sdn", "ofac-enhanced-xml-2024-08", ("sdn_enhanced_extract.xml",),
           _ofac_enhanced),
    Sample("us-ofac-sdn", "ofac-advanced-xml-2024-02", ("sdn_advanced_extract.xml",),
           _ofac_advanced),
    Sample("un-sc", "un-xml-2025-04", ("consolidated.xml",), _un),
    Sample("un-sc", "un-xml-2026-08", ("consolidated.xml",), _un),
    Sample("gb-ofsi", "uk-conlist-csv-2018-04", ("ConList.csv",), _ofsi),
    Sample("eu-fsf", "eu-fsf-csv-2018-07", ("EUSanctionsShort.csv",), _eu_csv),
    Sample("au-dfat", "au-dfat-xlsx-2026-08", ("regulation8_consolidated.xlsx",), _dfat),
    Sample("ca-sema", "ca-sema-xml-2025-05", ("sema-lmes.xml",), _sema),
)  # fmt: skip

_SCHEMATA = {"person": "Person", "entity": "Organization", "vessel": "Vessel",
             "aircraft": "Airplane"}  # fmt: skip
_NAMES = {"primary": "name", "aka": "alias", "weak": "weakAlias", "script": "alias"}


def as_entities(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A party of ``parties.jsonl.gz`` and its documents as FollowTheMoney entities."""
    uid = f"{row['list']}-{row['id']}"
    props: dict[str, list[str]] = {
        "birthDate": row["dob"],
        "birthPlace": row["pob"],
        "nationality": row["nationalities"],
        "gender": [row["gender"]] if row["gender"] else [],
        "programId": row["programs"],
        "notes": [row["remarks"]] if row["remarks"] else [],
    }
    for name in row["names"]:
        props.setdefault(_NAMES[name["kind"]], []).append(name["text"])
    yield {"id": uid, "schema": _SCHEMATA[row["type"]], "properties": props}
    for number, one in enumerate(row["ids"]):
        schema = "Passport" if "passport" in one["type"].casefold() else "Identification"
        document = {"holder": [uid], "number": [one["number"]], "type": [one["type"]],
                    "country": [one["country"]] if one.get("country") else []}  # fmt: skip
        yield {"id": f"{uid}-{number}", "schema": schema, "properties": document}


def _all_parties() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entities.ftm.json"
        with path.open("w", encoding="utf-8") as file:
            for row in rows("parties.jsonl.gz"):
                file.writelines(f"{json.dumps(entity)}\n" for entity in as_entities(row))
        store = Store(Path(folder) / "store")
        start = time.perf_counter()
        arrived = (Arrived(path=path, name=path.name),)
        edition = bring(store, "ftm:parties", arrived, now=datetime.now(UTC)).meta.edition
        imported = time.perf_counter()
        index = store.index_path()
        built = time.perf_counter()
        Index.open(index).close()
        opened = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"\nftm:parties: {edition.parties} parties, {edition.persons} persons,"
              f" {edition.names} names from {path.stat().st_size >> 20} MB;"
              f" import {imported - start:.1f} s, index {built - imported:.1f} s"
              f" ({index.stat().st_size >> 20} MB), opened in {(opened - built) * 1000:.0f} ms,"
              f" peak {peak} MB")  # fmt: skip


if __name__ == "__main__":
    main()
