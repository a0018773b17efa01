"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, XML and CSV."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.errors import ListError
from tamiz.intake import xml
from tamiz.intake.files import Form, form_of
from tamiz.lists.gb_fcdo_csv import csv_date, read_table
from tamiz.lists.gb_fcdo_xml import read_designations
from tamiz.lists.source import Download, Parsed, Report, Snapshot, Source
from tamiz.model import SourceRecord
from tamiz.normalise.dates import read_dates

SOURCE = Source(
    key="gb-fcdo",
    title="UK Sanctions List",
    publisher="Foreign, Commonwealth and Development Office",
    licence="Open Government Licence v3.0",
    homepage="https://www.gov.uk/government/publications/the-uk-sanctions-list",
    downloads=(
        Download(
            "UK-Sanctions-List.xml", "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"
        ),
    ),
    stale_after_days=14,
)


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Designations, from either form."""
    path = snapshot.only_file()
    match form_of(path):
        case Form.XML:
            return Parsed(content_date=_xml_date(path), records=_checked(path, report))
        case Form.CSV:
            return Parsed(content_date=csv_date(path), records=read_table(path, SOURCE.key, report))
        case other:
            raise ListError(
                f"{path.name}: {other.value}, expected the UK Sanctions List as XML or CSV"
            )


def _checked(path: Path, report: Report) -> Iterator[SourceRecord]:
    name, _ = xml.root(path)
    if name != "Designations":
        raise ListError(f"{path.name}: <{name}>, expected <Designations>")
    return read_designations(path, SOURCE.key, report)


def _xml_date(path: Path) -> str:
    for element in xml.elements(path, ["DateGenerated", "Designation"]):
        found = read_dates(xml.text(element).split(" ")[0], day_first=True)
        return found[0].text() if found else ""
    return ""
