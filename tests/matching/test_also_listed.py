"""Records of several lists that are one person are one match, and none of them disappears."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.invented import applicant, dates, matcher_over
from tamiz.matching import Match
from tamiz.model import (
    Identifier,
    IdentifierKind,
    Name,
    PartyType,
    SourceRecord,
)

FLOOR = 0.01
PASSPORT = (Identifier(kind=IdentifierKind.PASSPORT, number="G1234567", country="mx"),)


def entry(
    source: str, name: str, *, born: str = "1984-03-09", reference: str = "QDi.900"
) -> SourceRecord:
    """A person as one list has them."""
    return SourceRecord(
        source=source,
        id=f"{source}-1",
        type=PartyType.PERSON,
        names=(Name(text=name),),
        birth_dates=dates(born),
        references=(reference,) if reference else (),
    )


UN = entry("un-sc", "Erasmo Quilombera Tzintzuntzan")
UK = entry("gb-fcdo", "Erasmo Quilonbera")
ALIAS = entry("gb-ofsi", "El Chueco")
BROTHER = entry("us-ofac-sdn", "Erasmo Quilombera", born="1984-03", reference="")
ALL = (ALIAS, BROTHER, UK, UN)
SUBJECT = applicant("Erasmo Quilombera Tzintzuntzan", born="1984-03-09")


def sources(match: Match) -> list[str]:
    """The lists of a match, its own first."""
    return [match.record.source, *(one.record.source for one in match.also)]


@pytest.mark.parametrize("records", [ALL, ALL[::-1]])
def test_records_of_one_person_are_one_match_of_the_likeliest(
    records: tuple[SourceRecord, ...],
) -> None:
    with matcher_over(*records) as matcher:
        found = matcher.find(SUBJECT, floor=FLOOR)

    assert list(map(sources, found)) == [["un-sc", "gb-fcdo", "gb-ofsi"], ["us-ofac-sdn"]]


def test_a_record_found_by_itself_keeps_its_bits_and_one_that_is_not_has_none() -> None:
    with matcher_over(*ALL) as matcher:
        uk, alias = matcher.find(SUBJECT, floor=FLOOR)[0].also
        alone = matcher.find(SUBJECT, floor=FLOOR, sources=frozenset({"gb-fcdo"}))[0]

    assert (uk.record, uk.bits, uk.evidence) == (UK, alone.bits, alone.evidence)
    assert (alias.record, alias.bits, alias.evidence) == (ALIAS, None, ())


def test_an_alias_listed_apart_leads_to_the_whole_person() -> None:
    with matcher_over(*ALL) as matcher:
        found = matcher.find(applicant("El Chueco", born="1984-03-09"), floor=FLOOR)

    assert sources(found[0]) == ["gb-ofsi", "gb-fcdo", "un-sc"]


def test_only_lists_that_are_asked_stand_in_a_match() -> None:
    with matcher_over(*ALL) as matcher:
        found = matcher.find(SUBJECT, floor=FLOOR, sources=frozenset({"gb-fcdo", "us-ofac-sdn"}))

    assert sorted(map(sources, found)) == [["gb-fcdo"], ["us-ofac-sdn"]]


def test_the_limit_counts_persons() -> None:
    with matcher_over(*ALL) as matcher:
        assert list(map(sources, matcher.find(SUBJECT, floor=FLOOR, limit=1))) == [
            ["un-sc", "gb-fcdo", "gb-ofsi"]
        ]
        assert len(matcher.find(SUBJECT, floor=FLOOR, limit=2)) == 2


def test_what_was_foreseen_is_found_alike() -> None:
    with matcher_over(*ALL) as matcher:
        alone = matcher.find(SUBJECT, floor=FLOOR)
        matcher.foresee([SUBJECT], floor=FLOOR)

        assert matcher.find(SUBJECT, floor=FLOOR) == alone


def test_a_number_on_several_lists_is_one_match() -> None:
    numbered = [msgspec.structs.replace(one, identifiers=PASSPORT) for one in ALL]

    with matcher_over(*numbered) as matcher:
        found = matcher.sharing(applicant("Pablo Iñiguez", identifiers=PASSPORT))

    assert sorted(sorted(sources(match)) for match in found) == [
        ["gb-fcdo", "gb-ofsi", "un-sc"],
        ["us-ofac-sdn"],
    ]


WORDS = st.sampled_from("juan joan garcia garsia lopez petrenko quilombera kilombera".split())
RECORDS = st.lists(
    st.tuples(
        st.sampled_from(["un-sc", "gb-fcdo", "au-dfat"]),
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        st.sampled_from(["", "1980", "1980-05-04", "1998-05-04"]),
        st.sampled_from(["", "QDi.901", "QDi.902"]),
    ),
    min_size=1,
    max_size=8,
)


@given(RECORDS, st.lists(WORDS, min_size=1, max_size=3).map(" ".join))
def test_no_record_that_is_found_alone_disappears(
    told: list[tuple[str, str, str, str]], name: str
) -> None:
    records = [
        msgspec.structs.replace(entry(source, text, born=born, reference=reference), id=str(at))
        for at, (source, text, born, reference) in enumerate(told)
    ]
    unlinked = [msgspec.structs.replace(record, references=()) for record in records]
    subject = applicant(name, born="1980-05-04")

    with matcher_over(*unlinked) as matcher:
        alone = {match.record.id: match.bits for match in matcher.find(subject, floor=0.001)}
    with matcher_over(*records) as matcher:
        found = matcher.find(subject, floor=0.001)

    together = {match.record.id: match.bits for match in found}
    together |= {one.record.id: one.bits for m in found for one in m.also if one.bits is not None}
    assert together == alone
    assert all(match.bits >= (one.bits or match.bits) for match in found for one in match.also)
