"""The UK Sanctions List as XML: one ``Designation`` a party."""

from collections.abc import Iterator
from pathlib import Path

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.lists import cells
from tamiz.lists.source import ListProblem, Report
from tamiz.model import (
    Address,
    Contact,
    ContactKind,
    Identifier,
    IdentifierKind,
    Name,
    NameKind,
    NamePart,
    PartyLink,
    PartyType,
    Place,
    Role,
    Sex,
    SourceRecord,
)
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates

TYPES = {
    "individual": PartyType.PERSON, "entity": PartyType.ORGANISATION, "ship": PartyType.VESSEL,
}  # fmt: skip
SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}


def read_designations(path: Path, source: str, report: Report) -> Iterator[SourceRecord]:
    """Every designation, in the publisher's order."""
    for element in xml.elements(path, ["Designation"]):
        uid = xml.text(element, "UniqueID")
        names = tuple(_names(element))
        if uid and names:
            yield _record(element, uid, source, names)
        else:
            report(
                ListProblem(file=path.name, where=uid or "?", message="no id or no name; left out")
            )


def fcdo_kind(told: str, strength: str) -> NameKind:
    """The kind of a name from its type and the strength of an alias."""
    folded = told.casefold()
    if folded.startswith("primary name") and "variation" not in folded:
        return NameKind.PRIMARY
    if "low" in strength.casefold() or "weak" in strength.casefold():
        return NameKind.WEAK
    return NameKind.FORMER if "formerly" in folded or "fka" in folded else NameKind.ALIAS


def fcdo_name(given: list[str], family: str, kind: NameKind, *, is_person: bool) -> Name:
    """A name from Name 1 to 5 and Name 6."""
    first = " ".join(text for text in given if text)
    parts: tuple[NamePart, ...] = ()
    if is_person and first and family:
        parts = (NamePart(Role.GIVEN, first), NamePart(Role.FAMILY, family))
    return Name(text=f"{first} {family}".strip(), kind=kind, parts=parts, field="Name6")


def imo(number: str, field: str) -> Identifier:
    """A ship's number at the International Maritime Organization."""
    return Identifier(kind=IdentifierKind.REGISTER, number=number, scheme="imo", field=field)


def parents(told: list[str]) -> tuple[PartyLink, ...]:
    """Ties to the companies that an entity belongs to."""
    return tuple(
        PartyLink(relation="subsidiary of", name=name)
        for text in told
        for name in cells.several(text)
    )


def _record(element: Element, uid: str, source: str, names: tuple[Name, ...]) -> SourceRecord:
    person = xml.child(element, "IndividualDetails", "Individual")
    entity = xml.child(element, "EntityDetails", "Entity")
    references = (xml.text(element, "OFSIGroupID"), xml.text(element, "UNReferenceNumber"))
    listed = read_dates(xml.text(element, "DateDesignated"), day_first=True)
    return SourceRecord(
        source=source,
        id=uid,
        type=_type(element),
        names=tuple(sorted(names, key=lambda name: name.kind is not NameKind.PRIMARY)),
        birth_dates=tuple(
            date
            for text in _leaves(person, "DOBs", "DOB")
            for date in read_dates(_unknown_parts(text), field="DOB", day_first=True)
        ),
        birth_places=tuple(_places(person)),
        sex=next((SEXES.get(t.casefold()) for t in _leaves(person, "Genders", "Gender")), None),
        nationalities=tuple(
            nationality
            for text in _leaves(person, "Nationalities", "Nationality")
            for nationality in cells.nationalities(text, "Nationality")
        ),
        identifiers=tuple(_identifiers(element, person)),
        contacts=tuple(_contacts(element)),
        addresses=tuple(_addresses(element)),
        programmes=tuple(filter(None, [xml.text(element, "RegimeName")])),
        links=parents(_leaves(entity, "ParentCompanies", "ParentCompany")),
        position="; ".join(_leaves(person, "Positions", "Position")),
        listed_on=listed[0].text() if listed else "",
        references=tuple(filter(None, references)),
        raw=xml.text(element, "UKStatementofReasons") or xml.text(element, "OtherInformation"),
    )


def _type(element: Element) -> PartyType:
    return TYPES.get(xml.text(element, "IndividualEntityShip").casefold(), PartyType.UNKNOWN)


def _unknown_parts(text: str) -> str:
    """``dd/mm/1970`` with zeros for what is not known."""
    return text.casefold().replace("dd", "00").replace("mm", "00").replace("yyyy", "0000")


def _leaves(element: Element | None, *steps: str) -> list[str]:
    """The texts of all elements along a path."""
    found = [] if element is None else xml.children(element, *steps)
    return [text for child in found if (text := xml.text(child))]


def _names(element: Element) -> Iterator[Name]:
    is_person = _type(element) is PartyType.PERSON
    for name in xml.children(element, "Names", "Name"):
        given = [xml.text(name, f"Name{number}") for number in range(1, 6)]
        kind = fcdo_kind(xml.text(name, "NameType"), xml.text(name, "AliasStrength"))
        found = fcdo_name(given, xml.text(name, "Name6"), kind, is_person=is_person)
        if found.text:
            yield found
    for script in xml.children(element, "NonLatinNames", "NonLatinName"):
        text = xml.text(script, "NameNonLatinScript")
        if text:
            yield Name(text=text, kind=NameKind.SCRIPT, field="NameNonLatinScript")


def _places(person: Element | None) -> Iterator[Place]:
    found = [] if person is None else xml.children(person, "BirthDetails", "Location")
    for location in found:
        yield from cells.places(
            xml.text(location, "TownOfBirth"), xml.text(location, "CountryOfBirth"), "BirthDetails"
        )


def _identifiers(element: Element, person: Element | None) -> Iterator[Identifier]:
    if person is not None:
        for passport in xml.children(person, "PassportDetails", "Passport"):
            yield from _identifier(passport, "Passport", IdentifierKind.PASSPORT)
        for national in xml.children(person, "NationalIdentifierDetails", "NationalIdentifier"):
            yield from _identifier(national, "NationalIdentifier", IdentifierKind.NATIONAL)
    entity = xml.child(element, "EntityDetails", "Entity")
    for number in _leaves(entity, "BusinessRegistrationNumbers", "BusinessRegistrationNumber"):
        yield from cells.identifiers(number, IdentifierKind.REGISTER, "BusinessRegistrationNumber")
    ship = xml.child(element, "ShipDetails", "Ship")
    for number in _leaves(ship, "IMONumbers", "IMONumber"):
        yield imo(number, "IMONumber")


def _identifier(element: Element, name: str, kind: IdentifierKind) -> Iterator[Identifier]:
    number = xml.text(element, f"{name}Number")
    information = xml.text(element, f"{name}AdditionalInformation")
    for found in cells.identifiers(f"{number} ({information})", kind, f"{name}Number"):
        words = [country_code(word) for word in (information, information.split(" ")[0])]
        country = found.country or next((code for code in words if code), None)
        yield Identifier(
            kind=kind, number=number or found.number, country=country, field=found.field
        )


def _contacts(element: Element) -> Iterator[Contact]:
    for steps, kind in (
        (("PhoneNumbers", "PhoneNumber"), ContactKind.PHONE),
        (("EmailAddresses", "EmailAddress"), ContactKind.EMAIL),
        (("Websites", "Website"), ContactKind.WEBSITE),
    ):
        for text in _leaves(element, *steps):
            for piece in cells.several(text):
                yield Contact(kind=kind, value=piece, field=steps[1])


def _addresses(element: Element) -> Iterator[Address]:
    for address in xml.children(element, "Addresses", "Address"):
        country = xml.text(address, "AddressCountry")
        pieces = [xml.text(address, f"AddressLine{number}") for number in range(1, 7)]
        pieces += [xml.text(address, "AddressPostalCode"), country]
        text = ", ".join(piece for piece in pieces if piece)
        if text:
            yield Address(text=text, country=country_code(country), field="Address")
