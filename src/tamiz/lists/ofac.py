"""OFAC's lists in whichever of their official forms they come."""

from collections.abc import Iterator

import msgspec

from tamiz.errors import ListError
from tamiz.intake import xml
from tamiz.intake.files import Form, form_of
from tamiz.lists import ofac_advanced, ofac_enhanced, ofac_xml
from tamiz.lists.ofac_csv import read_quartet
from tamiz.lists.source import Parsed, Report, Snapshot
from tamiz.model import NameKind, PartyLink, SourceRecord

_XML_FORMS = {
    ofac_xml.ROOT: (ofac_xml.content_date, ofac_xml.read_entries),
    ofac_enhanced.ROOT: (ofac_enhanced.content_date, ofac_enhanced.read_entities),
    ofac_advanced.ROOT: (ofac_advanced.content_date, ofac_advanced.read_parties),
}


def parse_ofac(snapshot: Snapshot, report: Report, *, source: str) -> Parsed:
    """Records of the SDN or the consolidated list; ListError if the files are neither."""
    first = snapshot.files[0]
    match form_of(first):
        case Form.CSV:
            records = read_quartet(snapshot, source, report)
            return Parsed(content_date="", records=_with_targets(records))
        case Form.XML:
            name, _ = xml.root(snapshot.only_file())
            if name not in _XML_FORMS:
                raise ListError(f"{first.name}: <{name}> is none of OFAC's XML forms")
            content_date, read = _XML_FORMS[name]
            return Parsed(
                content_date=content_date(first),
                records=_with_targets(read(first, source, report)),
            )
        case other:
            raise ListError(f"{first.name}: {other.value}, expected OFAC's XML or CSV files")


def _with_targets(records: Iterator[SourceRecord]) -> Iterator[SourceRecord]:
    """The records with the ids of the parties they are linked to, where the names are the same.

    A link may point forward, so all records have to be read before the first goes on.
    """
    held = list(records)
    if not held:
        raise ListError("an OFAC file without a single party")
    ids = _ids(held)
    return (_with_target(record, ids) for record in held)


def _ids(records: list[SourceRecord]) -> dict[str, str]:
    """Record ids by name; a primary name comes before another party's alias."""
    strong = (NameKind.FORMER, NameKind.ALIAS, NameKind.PRIMARY)
    return {
        _told(name.text): record.id
        for kind in strong
        for record in reversed(records)
        for name in record.names
        if name.kind is kind
    }


def _told(name: str) -> str:
    """A name as a link tells it: the stop that ends a remark is not told from that of ``S.A.``."""
    return name.casefold().rstrip(".")


def _with_target(record: SourceRecord, ids: dict[str, str]) -> SourceRecord:
    if not record.links:
        return record
    links = tuple(
        link
        if link.target
        else PartyLink(
            relation=link.relation,
            name=link.name,
            target=ids.get(_told(link.name), ""),
        )
        for link in record.links
    )
    return msgspec.structs.replace(record, links=links)
