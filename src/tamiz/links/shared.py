"""The values of a dossier that another applicant should not have, as keys that meet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from tamiz.documents.zone import Part, Zone, failing, read_zone, typed_zone
from tamiz.intake.evidence_files import FileRead
from tamiz.model import Contact, ContactKind, Dossier, Identifier
from tamiz.normalise.contacts import email_key, handle_key, phone_key
from tamiz.normalise.countries import country_code
from tamiz.normalise.identifiers import identifier_key


class SharedKind(StrEnum):
    """What is shared.

    Documents and personal numbers are one kind: what a number is called, and which State is said
    to have issued it, are claims, and a borrower's claims may differ.
    """

    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"


class SharedKey(Struct, frozen=True):
    """A value that may be shared: its kind, its key, the text and place it was read from.

    ``state`` is the country that is said to have issued a number; empty if none is told.
    """

    kind: SharedKind
    key: str
    text: str
    field: str
    state: str = ""


_CONTACT_KINDS: dict[ContactKind, tuple[SharedKind, Callable[[Contact], str]]] = {
    ContactKind.PHONE: (
        SharedKind.PHONE,
        lambda contact: phone_key(contact.value, country=contact.country),
    ),
    ContactKind.EMAIL: (SharedKind.EMAIL, lambda contact: email_key(contact.value)),
    ContactKind.HANDLE: (SharedKind.HANDLE, lambda contact: handle_key(contact.value)),
}


def shared_keys(dossier: Dossier, files: Sequence[FileRead] = ()) -> tuple[SharedKey, ...]:
    """The values of a dossier that another applicant should not have, each once.

    Values that identify nobody (``N/A``, zeros, numbers of three characters) are left out. What
    was declared stands before what a machine-readable zone says.
    """
    found: dict[tuple[SharedKind, str], SharedKey] = {}
    told = dossier.identity.identifiers
    zones = (*_typed_zones(dossier), *_seen_zones(files))
    for shared in (*_numbers(told), *_in_zones(zones), *_contacts(dossier.contacts)):
        found.setdefault((shared.kind, shared.key), shared)
    return tuple(found.values())


def _numbers(identifiers: tuple[Identifier, ...]) -> Iterator[SharedKey]:
    for one in identifiers:
        if key := identifier_key(one.number):
            yield SharedKey(SharedKind.NUMBER, key, one.number, one.field, one.country or "")


def _typed_zones(dossier: Dossier) -> Iterator[tuple[Zone, str]]:
    for document in dossier.documents:
        zone = typed_zone(document.mrz) if document.mrz else None
        if zone is not None:
            yield zone, document.field


def _seen_zones(files: Sequence[FileRead]) -> Iterator[tuple[Zone, str]]:
    """The zones that pictures show for sure."""
    for file in files:
        for number, page in enumerate(file.picture.pages if file.picture else (), start=1):
            zone = None if page.zone is None or page.zone.doubtful else read_zone(page.zone.lines)
            if isinstance(zone, Zone):
                yield zone, f"{file.path}#page={number}"


def _in_zones(zones: Iterable[tuple[Zone, str]]) -> Iterator[SharedKey]:
    """The document numbers of zones whose check digit holds."""
    for zone, field in zones:
        number = zone.value(Part.NUMBER)
        key = identifier_key(number)
        if key and Part.NUMBER.value not in failing(zone):
            state = country_code(zone.value(Part.ISSUING_STATE)) or ""
            yield SharedKey(SharedKind.NUMBER, key, number, field, state)


def _contacts(contacts: tuple[Contact, ...]) -> Iterator[SharedKey]:
    for one in contacts:
        told = _CONTACT_KINDS.get(one.kind)
        if told is not None and (key := told[1](one)):
            yield SharedKey(told[0], key, one.value, one.field)
