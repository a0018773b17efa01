"""What numbers of documents and registers, phones, e-mails and handles prove."""

from collections.abc import Iterator

from tamiz.matching.exact import contact_key
from tamiz.matching.subject import Subject
from tamiz.matching.weights import Weights
from tamiz.model import Contact, Evidence, Identifier, IdentifierKind, SourceRecord
from tamiz.normalise.identifiers import identifier_key


def compare_identifiers(
    subject: Subject,
    record: SourceRecord,
    weights: Weights,
) -> Iterator[Evidence]:
    """Each number both sides have; else, where they must differ in vain, what that says."""
    there = {identifier_key(other.number): other for other in record.identifiers}
    there.pop("", None)
    same = [
        (identifier, there[key])
        for identifier in subject.identifiers
        if (key := identifier_key(identifier.number)) in there
    ]
    if same:
        # One number may stand in several columns (passport and MRZ): it is one fact.
        yield max((_same(one, other, weights) for one, other in same), key=lambda e: e.bits or 0)
        return
    yield from _different(subject.identifiers, record.identifiers, weights)


def compare_contacts(
    subject: Subject,
    record: SourceRecord,
    weights: Weights,
) -> Iterator[Evidence]:
    """The strongest contact that both sides share."""
    there = {contact_key(other): other for other in record.contacts}
    there.pop("", None)
    same = [
        _same_contact(contact, there[key], weights)
        for contact in subject.contacts
        if (key := contact_key(contact)) in there
    ]
    if same:
        yield max(same, key=lambda evidence: evidence.bits or 0)


def _same(one: Identifier, other: Identifier, weights: Weights) -> Evidence:
    table = weights.identifier
    alike = one.country == other.country is not None and one.kind is other.kind
    bits = table.same if alike else table.same_loose
    bits = min(bits, table.per_character * len(identifier_key(one.number)))
    return Evidence(
        feature="identifier",
        code="identifier.same" if alike else "identifier.same_loose",
        bits=round(bits, 4),
        applicant=_shown(one),
        other=_shown(other),
        field=one.field,
        other_field=other.field,
    )


def _different(
    here: tuple[Identifier, ...],
    there: tuple[Identifier, ...],
    weights: Weights,
) -> Iterator[Evidence]:
    """Numbers of the same register that differ: one person has one personal number."""
    table = weights.identifier
    for kind, bits in (
        (IdentifierKind.NATIONAL, table.different_national),
        (IdentifierKind.PASSPORT, table.different_passport),
    ):
        for one in here:
            other = next((o for o in there if _same_register(one, o, kind)), None)
            if other is not None:
                yield Evidence(
                    feature="identifier",
                    code=f"identifier.different_{kind.value}",
                    bits=bits,
                    applicant=_shown(one),
                    other=_shown(other),
                    field=one.field,
                )
                break


def _same_register(one: Identifier, other: Identifier, kind: IdentifierKind) -> bool:
    if one.kind is not kind or other.kind is not kind or one.country is None:
        return False
    usable = identifier_key(one.number) and identifier_key(other.number)
    return bool(usable) and one.country == other.country and one.scheme == other.scheme


def _same_contact(one: Contact, other: Contact, weights: Weights) -> Evidence:
    bits: float = getattr(weights.contact, one.kind.value)
    return Evidence(
        feature="contact",
        code=f"contact.{one.kind.value}",
        bits=bits,
        applicant=one.value,
        other=other.value,
        field=one.field,
        other_field=other.field,
    )


def _shown(identifier: Identifier) -> str:
    country = f" ({identifier.country.upper()})" if identifier.country else ""
    return f"{identifier.number}{country}"
