"""One ``DistinctParty`` of OFAC's advanced XML as a record."""

from collections.abc import Iterator

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists.ofac_features import Feature, read_features
from tamiz.lists.ofac_terms import ROLES, alias_kind
from tamiz.lists.ofac_values import References, Values, read_period
from tamiz.model import Address, Name, NameKind, NamePart, PartyType, Role, SourceRecord
from tamiz.normalise.text import clean

_ADDRESS = "Location"  # the feature that is an address
_TITLE = "Title"


def read_party(element: Element, source: str, references: References) -> SourceRecord | None:
    """The party without its relations and programmes; None if it has no number or no name."""
    profile = xml.child(element, "Profile")
    uid = str(element.get("FixedRef") or "")
    if profile is None or not uid:
        return None
    values = references.values
    party = values.party_types.get(str(profile.get("PartySubTypeID")), PartyType.UNKNOWN)
    identities = xml.children(profile, "Identity")
    names = [name for one in identities for name in _names(one, party, values)]
    if not names:
        return None
    features = list(_features(profile, references))
    known = read_features(features)
    documents = [
        document
        for one in identities
        for document in references.documents.get(str(one.get("ID")), [])
    ]
    return SourceRecord(
        source=source,
        id=uid,
        type=party,
        names=tuple(sorted(names, key=lambda name: name.kind is not NameKind.PRIMARY)),
        birth_dates=known.birth_dates,
        birth_places=known.birth_places,
        sex=known.sex,
        nationalities=known.nationalities,
        identifiers=(*documents, *known.identifiers),
        contacts=known.contacts,
        addresses=tuple(_addresses(profile, references)),
        position="; ".join(one.text for one in features if one.label == _TITLE),
        raw=xml.text(element, "Comment"),
    )


def _names(identity: Element, party: PartyType, values: Values) -> Iterator[Name]:
    groups = {
        str(group.get("ID")): values.word(group, "NamePartTypeID")
        for master in xml.children(identity, "NamePartGroups", "MasterNamePartGroup")
        for group in xml.children(master, "NamePartGroup")
    }
    for alias in xml.children(identity, "Alias"):
        kind = _kind(alias, identity, values)
        for documented in xml.children(alias, "DocumentedName"):
            pieces = xml.children(documented, "DocumentedNamePart")
            found = [part for piece in pieces for part in xml.children(piece, "NamePartValue")]
            parts = [(groups.get(str(one.get("NamePartGroupID")), ""), one) for one in found]
            if parts:
                is_latin = values.word(parts[0][1], "ScriptID") in {"", "Latin"}
                yield _name(
                    [(label, xml.text(one)) for label, one in parts],
                    party,
                    kind if is_latin else NameKind.SCRIPT,
                )


def _kind(alias: Element, identity: Element, values: Values) -> NameKind:
    """The kind of a name; those of a second identity are never primary."""
    if alias.get("Primary") == "true" and identity.get("Primary") != "false":
        return NameKind.PRIMARY
    is_weak = alias.get("LowQuality") == "true"
    return alias_kind(values.word(alias, "AliasTypeID"), is_weak=is_weak)


def _name(pieces: list[tuple[str, str]], party: PartyType, kind: NameKind) -> Name:
    """A name in OFAC's order: a person's family name first, then a comma, then the others."""
    roles = [(ROLES.get(label), text) for label, text in pieces]
    family = " ".join(text for role, text in roles if role in {Role.FAMILY, Role.MATERNAL})
    others = " ".join(text for role, text in roles if role not in {Role.FAMILY, Role.MATERNAL})
    if party is not PartyType.PERSON:
        return Name(text=clean(" ".join(text for _, text in pieces)), kind=kind, field="Alias")
    return Name(
        text=f"{family}, {others}" if family and others else family or others,
        kind=kind,
        parts=tuple(NamePart(role, text) for role, text in roles if role is not None),
        field="Alias",
    )


def _features(profile: Element, references: References) -> Iterator[Feature]:
    for feature in xml.children(profile, "Feature"):
        label = references.values.word(feature, "FeatureTypeID")
        for version in xml.children(feature, "FeatureVersion"):
            period = xml.child(version, "DatePeriod")
            date = None if period is None else read_period(period)
            yield Feature(label, _text(version, references), date)


def _text(version: Element, references: References) -> str:
    """The value of a feature: its own words, else a reference value, else a place."""
    detail = xml.child(version, "VersionDetail")
    if detail is not None:
        own = xml.text(detail) or references.values.word(detail, "DetailReferenceID")
        if own:
            return own
    location = _location(version)
    known = references.locations.get(location)
    return "" if known is None else known.text


def _addresses(profile: Element, references: References) -> Iterator[Address]:
    for feature in xml.children(profile, "Feature"):
        if references.values.word(feature, "FeatureTypeID") == _ADDRESS:
            for version in xml.children(feature, "FeatureVersion"):
                known = references.locations.get(_location(version))
                if known is not None and known.text:
                    yield known


def _location(version: Element) -> str:
    place = xml.child(version, "VersionLocation")
    return "" if place is None else str(place.get("LocationID"))
