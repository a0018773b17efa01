"""The values that agree or do not: numbers of documents and registers, phones, e-mails, handles."""

from collections.abc import Iterator

from tamiz.matching.subject import Subject
from tamiz.model import Contact, ContactKind, SourceRecord
from tamiz.normalise.contacts import email_key, handle_key, phone_key
from tamiz.normalise.identifiers import identifier_key


def exact_keys(party: SourceRecord | Subject) -> Iterator[str]:
    """The keys of a party's identifiers and contacts; unusable values (zeros, N/A) have none."""
    for identifier in party.identifiers:
        if key := identifier_key(identifier.number):
            yield key
    for contact in party.contacts:
        if key := contact_key(contact):
            yield key


def contact_key(contact: Contact) -> str:
    """The key of a contact, marked with its kind; empty if unusable."""
    match contact.kind:
        case ContactKind.PHONE:
            key = phone_key(contact.value, country=contact.country)
        case ContactKind.EMAIL:
            key = email_key(contact.value)
        case ContactKind.HANDLE:
            key = handle_key(contact.value)
        case ContactKind.WEBSITE:
            key = contact.value.casefold().removeprefix("www.")
    return f"{contact.kind.value}:{key}" if key else ""
