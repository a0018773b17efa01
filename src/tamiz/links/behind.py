"""Who stands behind an applicant: sponsor, referrer, and the phone and e-mail that are given."""

from collections.abc import Iterator

from tamiz.model import Contact, ContactKind, Dossier, Name, Relation, RelationKind
from tamiz.normalise.contacts import email_key, phone_key
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.names import parse_organisation

# Words of a name, so that “a friend” or “Instagram”, who sent many, is nobody in particular.
_FEWEST_WORDS = {RelationKind.SPONSOR: 1, RelationKind.REFERRED_BY: 2}


def behind(dossier: Dossier) -> frozenset[str]:
    """Keys such as ``sponsor=altoverde escolta``, ``phone=+50760001122``."""
    named = (one for one in dossier.relations if one.kind in _FEWEST_WORDS)
    contacts = (key for contact in dossier.contacts for key in _contact(contact))
    return frozenset((*(key for one in named for key in _party(one)), *contacts))


def _party(relation: Relation) -> Iterator[str]:
    kind = relation.kind.value
    words = [word.text for word in parse_organisation(Name(text=relation.name)).words]
    if len(words) >= _FEWEST_WORDS[relation.kind]:
        yield f"{kind}={' '.join(sorted(words))}"
    if number := identifier_key(relation.number):
        yield f"{kind}={number}"
    for contact in relation.contacts:
        yield from _contact(contact)


def _contact(contact: Contact) -> Iterator[str]:
    if contact.kind is ContactKind.PHONE:
        key = phone_key(contact.value, country=contact.country)
    else:
        key = email_key(contact.value) if contact.kind is ContactKind.EMAIL else ""
    if key:
        yield f"{contact.kind.value}={key}"
