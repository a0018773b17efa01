"""The European Union's consolidated list of financial sanctions (FSF), XML 1.1 and CSV."""

from pathlib import Path

from tamiz.errors import ListError
from tamiz.intake import xml
from tamiz.intake.files import Form, form_of
from tamiz.lists.eu_fsf_csv import csv_date, read_table
from tamiz.lists.eu_fsf_xml import read_entities
from tamiz.lists.source import Download, Parsed, Report, Snapshot, Source

SOURCE = Source(
    key="eu-fsf",
    title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
    publisher="European Commission",
    licence="reuse with acknowledgement (Commission Decision 2011/833/EU)",
    homepage="https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
    downloads=(
        # The token is the public one that the Commission prints beside its address.
        Download(
            "xmlFullSanctionsList_1_1.xml",
            "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
        ),
    ),
    stale_after_days=14,
)


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Entities of the list, from either form."""
    path = snapshot.only_file()
    match form_of(path):
        case Form.XML:
            return _parse_xml(path, report)
        case Form.CSV:
            return Parsed(content_date=csv_date(path), records=read_table(path, SOURCE.key, report))
        case other:
            raise ListError(f"{path.name}: {other.value}, expected the EU list as XML or CSV")


def _parse_xml(path: Path, report: Report) -> Parsed:
    name, attributes = xml.root(path)
    if name != "export":
        raise ListError(f"{path.name}: <{name}>, expected <export>")
    date = attributes.get("generationDate", "")[:10]
    return Parsed(content_date=date, records=read_entities(path, SOURCE.key, report))
