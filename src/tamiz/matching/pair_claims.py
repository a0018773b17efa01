"""What two parties claim besides their names: birth, sex, nationality, numbers, contacts, addresses."""

from collections.abc import Iterator

from tamiz.matching.birth_evidence import compare_birth_dates
from tamiz.matching.claim_evidence import compare_birth_place, compare_nationality, compare_sex
from tamiz.matching.exact_evidence import compare_contacts, compare_identifiers
from tamiz.matching.pair_addresses import compare_addresses
from tamiz.matching.pair_weights import claim_weights
from tamiz.matching.subject import Subject
from tamiz.model import Evidence, SourceRecord


def compare_claims(left: Subject, right: Subject) -> Iterator[Evidence]:
    """Every claim that both sides make; a claim that only one makes says nothing."""
    weights, record = claim_weights(), _as_record(right)
    if left.birth_dates and right.birth_dates:
        yield compare_birth_dates(left.birth_dates, right.birth_dates, weights.birth_date)
    yield from compare_birth_place(left, record, weights)
    yield from compare_nationality(left, record, weights)
    yield from compare_sex(left.sex, right.sex, weights)
    yield from compare_identifiers(left, record, weights)
    yield from compare_contacts(left, record, weights)
    yield from compare_addresses(left.addresses, right.addresses)


def _as_record(party: Subject) -> SourceRecord:
    """The party as a record of no list."""
    return SourceRecord(
        source="",
        id="",
        type=party.type,
        names=party.names,
        birth_dates=party.birth_dates,
        birth_places=party.birth_places,
        sex=party.sex,
        nationalities=party.nationalities,
        identifiers=party.identifiers,
        contacts=party.contacts,
    )
