"""References of lists meet in whatever way each list writes them, and only where they may."""

import pytest

from tamiz.model import Name, PartyType, SourceRecord
from tamiz.normalise.references import LONGEST, canonical_reference, reference_keys


def record(
    source: str, record_id: str, *references: str, party: PartyType = PartyType.PERSON
) -> SourceRecord:
    """A record that has nothing but its references."""
    names = (Name(text="Quilombera"),)
    return SourceRecord(source=source, id=record_id, type=party, names=names, references=references)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (record("un-sc", "QDi.900"), record("au-dfat", "77", "QDi.900")),
        (record("un-sc", "QDi.900"), record("gb-fcdo", "AQD0900", "qdi. 900")),
        (record("un-sc", "QI.A.12.01"), record("gb-ofsi", "7", "QI.A.12.01")),
        (record("un-sc", "QDi.900#6907993", "QDi.900", "6907993"), record("ftm:x", "unsc-6907993")),
        (record("gb-ofsi", "12703"), record("gb-fcdo", "AQD0900", "12703")),
        (record("gb-ofsi", "12703"), record("ftm:x", "NK-1a", "gb-hmt-12703")),
        (record("gb-fcdo", "AQD0900"), record("ftm:x", "NK-1a", "gb-fcdo-aqd0900")),
        (record("gb-fcdo", "AQD0900"), record("gb-ofsi", "5", "UK:AQD0900")),
        (record("eu-fsf", "EU.27.28"), record("ftm:x", "NK-1a", "eu-fsf-eu-27-28")),
        (record("us-ofac-sdn", "36"), record("ftm:x", "NK-1a", "ofac-36")),
        (record("us-ofac-sdn", "36"), record("us-ofac-cons", "36")),
        (record("ftm:x", "Q7747"), record("ftm:y", "NK-1a", "q7747")),
    ],
)
def test_one_party_is_known_on_both_lists(one: SourceRecord, other: SourceRecord) -> None:
    assert reference_keys(one) & reference_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A bare figure is a group of OFSI's on one list, another party's number on the others.
        (record("us-ofac-sdn", "12703"), record("gb-fcdo", "AQD0900", "12703")),
        (record("us-ofac-sdn", "12703"), record("gb-ofsi", "12703")),
        (record("au-dfat", "12"), record("un-sc", "QDi.900", "12")),
        (record("eu-fsf", "12"), record("un-sc", "QDi.900", "12")),
        (record("ca-sema", "Ruritania:1, Part 1:1"), record("ca-sema", "Ruritania:1, Part 1:2")),
        # Two units may number their own entries alike.
        (record("own:a", "ABC0001"), record("own:b", "ABC0001")),
        (record("own:a", "QDi.900"), record("un-sc", "QDi.900")),
        (record("ftm:x", "NK-1a", "n/a"), record("ftm:x", "NK-2b", "N/A")),
        (record("gb-fcdo", "AQD0001", "0"), record("gb-fcdo", "AQD0002", "0")),
    ],
)
def test_what_only_looks_alike_names_nobody_twice(one: SourceRecord, other: SourceRecord) -> None:
    assert not reference_keys(one) & reference_keys(other)


def test_a_mans_remarks_name_his_group_and_not_him() -> None:
    man = record("au-dfat", "548", "QDe.904", "QDi.900")
    group = record("au-dfat", "155", "QDe.904", "QDi.900", party=PartyType.ORGANISATION)

    assert reference_keys(man) == {"un:qdi.900"}
    assert reference_keys(group) == {"un:qde.904"}


@pytest.mark.parametrize("text", ["", " ", "12703", "²", "١٢", "x" * (LONGEST + 1)])
def test_what_tells_nobody_has_no_key(text: str) -> None:
    assert canonical_reference(text) == ""
