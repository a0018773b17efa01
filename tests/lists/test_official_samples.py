"""Official files of development machines: every record in them is read."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from lists.forms import read
from shared_data import shared_data
from tamiz.errors import ListError
from tamiz.lists.difference import compare_editions
from tamiz.lists.registry import source_module
from tamiz.lists.source import ListProblem, Snapshot
from tamiz.model import NameKind, PartyType, SourceRecord

# One worker reads them all, each once.
pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("official")]

# Source, folder, files, publisher's date, parties, persons, names. Parties and persons are those
# that an independent count of the raw file gives (bench/lists.py).
EDITIONS = [
    ("us-ofac-sdn", "ofac-sdn-csv-2024-06", ("sdn.csv", "add.csv"), "", 15402, 6915, 19192),
    ("us-ofac-cons", "ofac-consolidated-xml-2025-06", ("consolidated.xml",), "2025-06-30", 443, 80, 1579),
    ("us-ofac-sdn", "ofac-enhanced-xml-2024-08", ("sdn_enhanced_extract.xml",), "2024-08-28", 293, 165, 930),
    ("us-ofac-sdn", "ofac-advanced-xml-2024-02", ("sdn_advanced_extract.xml",), "2024-02-23", 37, 21, 116),
    ("un-sc", "un-xml-2025-04", ("consolidated.xml",), "2025-04-19", 877, 684, 4016),
    ("un-sc", "un-xml-2026-08", ("consolidated.xml",), "2026-08-01", 1011, 736, 4218),
    ("gb-ofsi", "uk-conlist-csv-2018-04", ("ConList.csv",), "2018-04-13", 2106, 1426, 5553),
    ("eu-fsf", "eu-fsf-csv-2018-07", ("EUSanctionsShort.csv",), "2018-07-04", 93, 61, 743),
    ("au-dfat", "au-dfat-xlsx-2026-08", ("regulation8_consolidated.xlsx",), "2026-07-21", 3846, 2543, 11048),
    ("ca-sema", "ca-sema-xml-2025-05", ("sema-lmes.xml",), "2025-03-20", 4759, 3334, 8260),
]  # fmt: skip


def paths(folder: str, *names: str) -> tuple[Path, ...]:
    return tuple(shared_data(f"lists/{folder}/{name}") for name in names)


@pytest.mark.parametrize(
    ("key", "folder", "files", "date", "parties", "persons", "names"),
    EDITIONS,
    ids=[edition[1] for edition in EDITIONS],
)
def test_every_party_of_an_official_file_is_read(
    key: str, folder: str, files: tuple[str, ...], date: str, parties: int, persons: int, names: int
) -> None:
    told, records, problems = parsed(key, paths(folder, *files))

    assert [one for one in problems if one.where] == []  # but for files that are not there
    assert told == date
    assert len(records) == parties
    assert sum(record.type is PartyType.PERSON for record in records) == persons
    assert sum(len(record.names) for record in records) == names


@cache
def parsed(
    key: str, files: tuple[Path, ...]
) -> tuple[str, tuple[SourceRecord, ...], tuple[ListProblem, ...]]:
    """The publisher's date, the records, and what was not understood; each file is read once."""
    problems = list[ListProblem]()
    found = source_module(key).parse(Snapshot(source=key, files=files), problems.append)
    records = tuple(found.records)
    return found.content_date, records, tuple(problems)


def sdn_of_2024() -> tuple[SourceRecord, ...]:
    return parsed("us-ofac-sdn", paths("ofac-sdn-csv-2024-06", "sdn.csv", "add.csv"))[1]


def test_a_quartet_without_its_primary_file_says_so() -> None:
    files = paths("ofac-sdn-csv-2026-08", "alt.csv", "add.csv", "sdn_comments.csv")

    with pytest.raises(ListError, match=r"found alt.csv, add.csv, sdn_comments.csv, but not the"):
        read("us-ofac-sdn", files)


def test_ofacs_remarks_are_read_to_the_last_statement() -> None:
    records = sdn_of_2024()
    told = " ".join(record.raw for record in records)

    assert sum(one.scheme == "curp" for r in records for one in r.identifiers) == told.count(
        "C.U.R.P."
    )
    assert sum(len(record.links) for record in records) == told.count("Linked To")
    assert sum(record.sex is not None for record in records) == told.count("Gender")
    # One record has its birth date and place a second time in prose, with a colon behind the word.
    assert told.count("DOB") - sum(len(r.birth_dates) for r in records) == 2
    assert told.count("POB") - sum(len(r.birth_places) for r in records) == 1


def test_a_few_curps_tell_another_birth_date_than_the_list_does() -> None:
    records = sdn_of_2024()

    # Alternative numbers included; the list's own faults are kept, not mended.
    curps = [
        (one.number[4:10], {date.text()[2:].replace("-", "") for date in record.birth_dates})
        for record in records
        for one in record.identifiers
        if one.scheme == "curp" and one.number[4:10].isdigit() and record.birth_dates
    ]

    assert len(curps) > 400
    assert sum(told not in dates for told, dates in curps) == 4


def test_groups_carry_the_tag_and_members_only_the_tie() -> None:
    records = sdn_of_2024()
    by_id = {record.id: record for record in records}
    tagged = Counter(record.type for record in records if "FTO" in record.programmes)

    assert tagged[PartyType.PERSON] == 0
    assert tagged[PartyType.ORGANISATION] > 60
    jalisco = next(r for r in records if r.names[0].text == "CARTEL DE JALISCO NUEVA GENERACION")
    members = [r for r in records if any(link.target == jalisco.id for link in r.links)]
    assert len(members) == 7
    assert all("FTO" not in by_id[member.id].programmes for member in members)


def test_the_un_list_keeps_weak_aliases_and_original_scripts_apart() -> None:
    records = parsed("un-sc", paths("un-xml-2026-08", "consolidated.xml"))[1]
    kinds = Counter(name.kind for record in records for name in record.names)

    assert kinds[NameKind.WEAK] == 625
    assert kinds[NameKind.SCRIPT] == 408
    assert kinds[NameKind.FORMER] == 19
    assert all(ord(char) < 0x250 or not char.isalpha() for r in records for char in r.names[0].text)


def test_two_editions_of_the_un_list_differ_by_name() -> None:
    old = parsed("un-sc", paths("un-xml-2025-04", "consolidated.xml"))[1]
    new = parsed("un-sc", paths("un-xml-2026-08", "consolidated.xml"))[1]

    difference = compare_editions(old, new)

    assert len(new) - len(old) == len(difference.added) - len(difference.removed)
    assert (len(difference.added), len(difference.removed)) == (146, 12)
    assert 100 < len(difference.changed) < 300
    assert {field.field for change in difference.changed for field in change.fields} >= {
        "names", "birth_dates", "identifiers", "raw",
    }  # fmt: skip
