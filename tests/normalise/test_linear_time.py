"""What reads outside text takes time in proportion to its length, whatever the text."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pytest

from intake.hostile_workbooks import ROWS, sheet
from tamiz.documents.zone import compare_name_field, read_zone, repairs
from tamiz.errors import TamizError
from tamiz.intake.csv import csv_rows
from tamiz.intake.dossiers.columns import field_of
from tamiz.intake.dossiers.contacts import split_party
from tamiz.intake.dossiers.entries import Value
from tamiz.intake.dossiers.values import alias_of, nationalities_of, services
from tamiz.intake.encodings import delimiter_of
from tamiz.intake.extent import Extent
from tamiz.model import Name
from tamiz.normalise.contacts import email_key, handle_key, phone_key
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates
from tamiz.normalise.former import apart_from_former, former_name
from tamiz.normalise.identifiers import identifier_key
from tamiz.normalise.meanings import told_in
from tamiz.normalise.names import parse_organisation, parse_person
from tamiz.normalise.text import clean, oddities, visible
from tamiz.normalise.traders import without_trader_words

SIZE = 20_000  # characters; a square of this takes minutes
SLOWEST = 1.0  # seconds for 2 * SIZE characters
STEEPEST = 6.0  # twice the text may take twice as long, and a machine may stutter
TOO_SHORT = 0.02  # seconds in which no ratio can be measured

ATOMS = ("a", "1", " ", ";", ",", "-", "/", ".", '"', '","', "a ", "1 ", "1.", "a'", "e\u0301",
         "\u0301", "ж", "اب", "(", "a.", "a@", "2014-", "2014-2018 ", "1 or ", "<c ", '<c r="A1"',
         "\n", '"\n', "\u202e", "ب\u200c", "\u200d\u0301", "=", "S.A. ", "de la ")  # fmt: skip


def _csv(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_text(f"id,name\n1,{text}\n", encoding="utf-8")
        list(csv_rows(path))


def _extent(text: str) -> None:
    extent = Extent("x.xlsx", is_text=True)
    extent.see(sheet(*ROWS, more=text).encode())
    extent.end()


READERS: tuple[Callable[[str], object], ...] = (
    read_dates, clean, oddities, visible, phone_key, email_key, handle_key, identifier_key,
    country_code, field_of, alias_of, former_name, apart_from_former, delimiter_of, _csv, _extent,
    lambda text: nationalities_of(text, "x"),
    lambda text: read_zone([text, text]),
    lambda text: repairs([text, text]),
    lambda text: compare_name_field(text, text),
    lambda text: split_party(Value(text, "x"), ("ua",)),
    without_trader_words, told_in,
    lambda text: list(services(text, "x")),
    lambda text: parse_person(Name(text=text)),
    lambda text: parse_organisation(Name(text=text)),
)  # fmt: skip


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = process_time()
    with suppress(TamizError):
        read(text)
    return process_time() - start


@pytest.mark.parametrize("at", range(len(READERS)))
def test_twice_the_text_takes_about_twice_the_time(at: int) -> None:
    read = READERS[at]
    for atom in ATOMS:
        text = atom * (SIZE // len(atom))

        once = _seconds(read, text)
        twice = min(_seconds(read, text + text + str(again)) for again in range(2))

        assert twice < SLOWEST, repr(atom)
        assert twice < TOO_SHORT or twice < STEEPEST * max(once, TOO_SHORT / 2), repr(atom)
