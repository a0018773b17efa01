"""OFAC's advanced XML (``Sanctions`` 1.0): names with their script, typed features, relations.

The file is read once. Words, places and documents stand before the parties that point at them,
relations and programmes behind; so the parties wait until the end of the file.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, field

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.ofac_identifiers import identifier
from tamiz.lists.ofac_party import read_party
from tamiz.lists.ofac_values import References, iso_date, read_location, read_values
from tamiz.lists.source import ListProblem, Report
from tamiz.model import PartyLink, SourceRecord

ROOT = "Sanctions"
_PROGRAMME = "Program"  # the sanctions measure whose comment is a programme tag
_READ = (
    "ReferenceValueSets",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
)


class _Gathered(Struct):
    """What has been read so far; relations, programmes and dates by the profile they belong to."""

    references: References = field(default_factory=References)
    records: dict[str, SourceRecord] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    programmes: dict[str, list[str]] = field(default_factory=dict)
    listed_on: dict[str, str] = field(default_factory=dict)


def content_date(path: Path) -> str:
    """``DateOfIssue``, ISO."""
    for element in xml.elements(path, ["DateOfIssue", "DistinctParty"]):
        return iso_date(element)
    return ""


def read_parties(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every party, in the publisher's order."""
    gathered = _Gathered()
    for element in xml.elements(path, _READ):
        if xml.local(element) != "DistinctParty":
            _remember(element, gathered)
            continue
        record = read_party(element, source, gathered.references)
        if record is None:
            where = f"party {element.get('FixedRef') or '?'}"
            message = "a party without number or name; left out"
            report(ListProblem(file=path.name, where=where, message=message))
        else:
            gathered.records[record.id] = record
    for record in gathered.records.values():
        yield _complete(record, gathered)


def _remember(element: Element, gathered: _Gathered) -> None:
    """Keep what other elements point at, or what points at a party."""
    references = gathered.references
    match xml.local(element):
        case "ReferenceValueSets":
            references.values = read_values(element)
        case "Location":
            location = read_location(element, references.values)
            references.locations[str(element.get("ID"))] = location
        case "IDRegDocument":
            _remember_document(element, references)
        case "ProfileRelationship":
            relation = references.values.word(element, "RelationTypeID").casefold()
            target = str(element.get("To-ProfileID"))
            gathered.relations.setdefault(str(element.get("From-ProfileID")), []).append(
                (relation, target),
            )
        case _:
            _remember_entry(element, gathered)


def _remember_document(element: Element, references: References) -> None:
    """A number on a document; also one that OFAC marks as fraudulent, for it may be shown again."""
    found = identifier(
        references.values.word(element, "IDRegDocTypeID"),
        xml.text(element, "IDRegistrationNo"),
        references.values.word(element, "IssuedBy-CountryID", "Country"),
        field="IDRegDocument",
    )
    if found is not None and found.number:
        references.documents.setdefault(str(element.get("IdentityID")), []).append(found)


def _remember_entry(entry: Element, gathered: _Gathered) -> None:
    """Programmes and date of listing of one profile."""
    profile = str(entry.get("ProfileID"))
    for measure in xml.children(entry, "SanctionsMeasure"):
        kind = gathered.references.values.word(measure, "SanctionsTypeID")
        tag = xml.text(measure, "Comment")
        if kind == _PROGRAMME and tag:
            gathered.programmes.setdefault(profile, []).append(tag)
    listed_on = iso_date(xml.child(entry, "EntryEvent", "Date"))
    if listed_on:
        gathered.listed_on[profile] = min(listed_on, gathered.listed_on.get(profile, listed_on))


def _complete(record: SourceRecord, gathered: _Gathered) -> SourceRecord:
    """The record with what stood behind it in the file."""
    links = tuple(
        PartyLink(relation=relation, name=_name_of(target, gathered), target=target)
        for relation, target in gathered.relations.get(record.id, [])
    )
    return msgspec.structs.replace(
        record,
        links=links,
        programmes=tuple(dict.fromkeys(gathered.programmes.get(record.id, []))),
        listed_on=gathered.listed_on.get(record.id, ""),
    )


def _name_of(target: str, gathered: _Gathered) -> str:
    """The related party's primary name; its number if the party is not in the file."""
    other = gathered.records.get(target)
    return target if other is None else other.names[0].text
