"""Stop lists are read in three languages; a row that cannot be read costs no other row."""

from pathlib import Path

import pytest

from tamiz.documents.stops import Happened, Stop
from tamiz.errors import InputError, LimitExceeded
from tamiz.intake.dossiers.columns import folded
from tamiz.intake.stops import COLUMNS, Refused, read_stops, reader
from tamiz.intake.stops.columns import HAPPENED, HAPPENED_OF
from tamiz.model import IdentifierKind

DOCS = Path(__file__).resolve().parents[2] / "docs" / "stop-list.md"
HEAD = "issuing_state,kind,number,last_number,happened,reported_on,source,reference,note,review_by"


def read(folder: Path, *lines: str, head: str = HEAD) -> tuple[list[Stop], list[Refused]]:
    path = folder / "list.csv"
    path.write_text("\n".join((head, *lines)), encoding="utf-8")
    refused: list[Refused] = []
    return list(read_stops(path, refused.append, source="unit")), refused


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    (found,), refused = read(
        tmp_path, "PAN,passport,PA 0412200,PA 0412299,stolen_blank,1 May 2024,PN,E-1,box,2027-01-02"
    )

    assert refused == []
    assert found == Stop(
        "PA0412200", "PA0412299", "pa", IdentifierKind.PASSPORT, Happened.STOLEN_BLANK,
        "PA 0412200", "PA 0412299", "2024-05-01", "PN", "E-1", "box", "2027-01-02", 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("State;Document type;Document number;What happened", "Panama;passport;PA0412207;Stolen"),
        ("Estado emisor;Tipo;Número;Suceso", "Panamá;pasaporte;PA0412207;Robado"),
        ("Держава видачі;Вид документа;Номер;Що сталося", "Панама;паспорт;PA0412207;Викрадено"),
    ],
)
def test_headings_and_words_are_understood_in_three_languages(
    tmp_path: Path, head: str, row: str
) -> None:
    (found,), refused = read(tmp_path, row, head=head)

    assert refused == []
    assert (found.state, found.kind, found.happened) == ("pa", "passport", "stolen")


def test_a_row_that_names_nobody_is_of_the_lists_publisher(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, "PA,,PA0412207,,lost,,,,,")

    assert found.source == "unit"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Nowhere,,PA0412207,,lost,,,,,", "issuing_state"),
        (",,PA0412207,,lost,,,,,", "issuing_state"),
        ("PA,,,,lost,,,,,", "number"),
        ("PA,,n/a,,lost,,,,,", "number"),
        ("PA,,0000000,,lost,,,,,", "number"),
        ("PA,,PA0412207,,eaten,,,,,", "happened"),
        ("PA,,PA0412207,,,,,,,", "happened"),
        ("PA,,PA0412207,PB0412299,lost,,,,,", "last_number"),
        ("PA,,PA0412207,PA04122990,lost,,,,,", "last_number"),
        ("PA,,PA0412207,PA0412206,lost,,,,,", "last_number"),
        ("PA,,PA0412207,n/a,lost,,,,,", "last_number"),
        ("PA,,PA0000001,PA9999999,lost,,,,,", "last_number"),
        ("PA,,12345678A,12345679A,lost,,,,,", "last_number"),
        ("PA,,PA0412207,,lost,someday,,,,", "reported_on"),
        ("PA,,PA0412207,,lost,,,,,2027", "review_by"),
        ("PA,,PA0412207,,lost,,,,,03/04/2027", "review_by"),
        (f"PA,,PA0412207,,lost,,,,{'x' * 501},", "note"),
        ("PA,,PA0412207,,lost,,,,,,,", ""),
        ('PA,,"PA0412207,,lost,,,,,', ""),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_stay(
    tmp_path: Path, row: str, column: str
) -> None:
    found, (refused,) = read(tmp_path, row, "PA,,PA7777777,,lost,,,,,")

    assert [one.key for one in found] == ["PA7777777"]
    assert (refused.row, refused.column) == (2, column)
    assert refused.expected
    assert len(refused.found) <= reader.SHOWN


def test_a_day_with_two_readings_stays_as_written(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, "PA,,PA0412207,,lost,03/04/2024,,,,")

    assert found.reported == "03/04/2024"


def test_a_range_of_one_is_one_document(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, "PA,,PA0412207,PA 0412207,lost,,,,,")

    assert (found.last_key, found.last) == ("", "")


@pytest.mark.parametrize(
    "head",
    [
        "issuing_state,number",  # what happened is missing
        "issuing_state,number,happened,last nubmer",  # it may have held the end of a range
        "issuing_state,number,happened,country",  # twice
    ],
)
def test_headings_that_are_not_understood_stop_the_import(tmp_path: Path, head: str) -> None:
    with pytest.raises(InputError, match=r"docs/stop-list\.md"):
        read(tmp_path, "PA,PA0412207,lost,", head=head)


@pytest.mark.parametrize(
    "content",
    [b'{"type": "bundle", "objects": []}', b"<stix/>", b"PK\x03\x04", b"", b"\x00\x01" * 9],
)
def test_what_is_no_csv_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(content)

    with pytest.raises(InputError):
        list(read_stops(tmp_path / "list.csv", print, source="unit"))


@pytest.mark.parametrize("limit", ["ROWS", "FILE_BYTES"])
def test_a_list_beyond_a_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(reader, limit, 1)

    with pytest.raises(LimitExceeded):
        read(tmp_path, "PA,,PA0412207,,lost,,,,,", "PA,,PA0412208,,lost,,,,,")


def test_no_word_means_two_things() -> None:
    of = {word: HAPPENED_OF[folded(word)] for _, told in HAPPENED for word in told.split("|")}

    assert of == {word: happened for happened, told in HAPPENED for word in told.split("|")}
    assert set(of.values()) == set(Happened)


def test_no_heading_means_two_columns() -> None:
    headings = [folded(heading) for column in COLUMNS for heading in set(column.headings)]

    assert len(set(headings)) == len(headings)


def test_every_column_and_word_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    words = [word.strip() for _, told in HAPPENED for word in told.split("|")]

    assert [h for column in COLUMNS for h in column.headings if h not in text] == []
    assert [word for word in words if word not in text] == []
