"""OFAC's enhanced XML (``sanctionsData``): names by script, typed features, relations."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.ofac_features import Feature, read_features
from tamiz.lists.ofac_identifiers import identifier
from tamiz.lists.ofac_terms import PARTY_TYPES, ROLES, alias_kind
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Identifier,
    Name,
    NameKind,
    NamePart,
    PartyLink,
    PartyType,
    SourceRecord,
)
from tamiz.normalise.countries import country_code

ROOT = "sanctionsData"


def content_date(path: Path) -> str:
    """``dataAsOf``, ISO."""
    for element in xml.elements(path, ["publicationInfo", "entity"]):
        return xml.text(element, "dataAsOf")[:10]
    return ""


def read_entities(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every entity, in the publisher's order."""
    for entity in xml.elements(path, ["entity"]):
        if entity.get("id") is None:  # an <entity> within reference values
            continue
        record = _record(entity, str(entity.get("id")), source)
        if record is None:
            report(
                ListProblem(
                    file=path.name,
                    where=f"entity {entity.get('id')}",
                    message="an entity without a name; left out",
                )
            )
        else:
            yield record


def _record(entity: Element, uid: str, source: str) -> SourceRecord | None:
    party = PARTY_TYPES.get(
        xml.text(entity, "generalInfo", "entityType").casefold(),
        PartyType.ORGANISATION,
    )
    names = sorted(_names(entity, party), key=lambda name: name.kind is not NameKind.PRIMARY)
    if not names:
        return None
    known = read_features(_features(entity))
    return SourceRecord(
        source=source,
        id=uid,
        type=party,
        names=tuple(names),
        birth_dates=known.birth_dates,
        birth_places=known.birth_places,
        sex=known.sex,
        nationalities=known.nationalities,
        identifiers=(*_identifiers(entity), *known.identifiers),
        contacts=known.contacts,
        addresses=tuple(_addresses(entity)),
        programmes=tuple(
            xml.text(one) for one in xml.children(entity, "sanctionsPrograms", "sanctionsProgram")
        ),
        links=tuple(_links(entity)),
        position=xml.text(entity, "generalInfo", "title"),
        listed_on=_listed_on(entity),
        raw=xml.text(entity, "generalInfo", "remarks"),
    )


def _names(entity: Element, party: PartyType) -> Iterator[Name]:
    for name in xml.children(entity, "names", "name"):
        is_weak = xml.text(name, "isLowQuality") == "true"
        is_primary = xml.text(name, "isPrimary") == "true"
        kind = alias_kind(xml.text(name, "aliasType"), is_weak=is_weak)
        for translation in xml.children(name, "translations", "translation"):
            text = xml.text(translation, "formattedFullName")
            if text:
                is_latin = xml.text(translation, "script") in {"", "Latin"}
                primary = NameKind.PRIMARY if is_primary else kind
                yield Name(
                    text=text,
                    kind=primary if is_latin else NameKind.SCRIPT,
                    field="names",
                    parts=tuple(_parts(translation)) if party is PartyType.PERSON else (),
                )


def _parts(translation: Element) -> Iterator[NamePart]:
    for part in xml.children(translation, "nameParts", "namePart"):
        role = ROLES.get(xml.text(part, "type"))
        if role is not None:
            yield NamePart(role, xml.text(part, "value"))


def _features(entity: Element) -> Iterator[Feature]:
    for feature in xml.children(entity, "features", "feature"):
        yield Feature(xml.text(feature, "type"), xml.text(feature, "value"))


def _identifiers(entity: Element) -> Iterator[Identifier]:
    for document in xml.children(entity, "identityDocuments", "identityDocument"):
        one = identifier(
            xml.text(document, "type"),
            xml.text(document, "documentNumber"),
            xml.text(document, "issuingCountry"),
            field="identityDocument",
        )
        if one is not None and one.number:
            yield one


def _addresses(entity: Element) -> Iterator[Address]:
    for address in xml.children(entity, "addresses", "address"):
        country = xml.text(address, "country")
        pieces = [
            xml.text(part, "value")
            for translation in xml.children(address, "translations", "translation")
            for part in xml.children(translation, "addressParts", "addressPart")
        ]
        text = ", ".join([*pieces, country] if country else pieces)
        if text:
            yield Address(text=text, country=country_code(country), field="address")


def _links(entity: Element) -> Iterator[PartyLink]:
    for relation in xml.children(entity, "relationships", "relationship"):
        related = xml.child(relation, "relatedEntity")
        if related is not None:
            yield PartyLink(
                relation=xml.text(relation, "type").casefold(),
                name=xml.text(related),
                target=str(related.get("entityId") or ""),
            )


def _listed_on(entity: Element) -> str:
    lists = xml.children(entity, "sanctionsLists", "sanctionsList")
    dates = [str(element.get("datePublished") or "") for element in lists]
    return min(filter(None, dates), default="")
