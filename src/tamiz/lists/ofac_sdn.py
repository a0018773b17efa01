"""OFAC's Specially Designated Nationals and Blocked Persons List (United States).

Also read: the enhanced and the advanced XML, and the CSV files, all from the same service.
"""

from tamiz.lists.ofac import parse_ofac
from tamiz.lists.source import Download, Parsed, Report, Snapshot, Source

SOURCE = Source(
    key="us-ofac-sdn",
    title="Specially Designated Nationals and Blocked Persons List",
    publisher="U.S. Department of the Treasury, Office of Foreign Assets Control",
    licence="United States public domain",
    homepage="https://sanctionslist.ofac.treas.gov/",
    downloads=(
        Download(
            "SDN.XML",
            "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML",
        ),
    ),
    stale_after_days=14,
)


def parse(snapshot: Snapshot, report: Report) -> Parsed:
    """Records of the list in any of OFAC's forms."""
    return parse_ofac(snapshot, report, source=SOURCE.key)
