"""The personal numbers of a published list against its own records; skips without the data."""

import gzip
import json
from collections import Counter

import pytest

from shared_data import shared_data
from tamiz.documents.numbers import CheckDigit, Part, conflicts, read_number
from tamiz.model import IdentityClaim, PartialDate

MOST_DIFFERENT = 10  # of several hundred: five birth dates are known to differ


@pytest.mark.shared
def test_hardly_any_listed_curp_contradicts_the_listed_birth_date() -> None:
    path = shared_data("parties.jsonl.gz")
    found: Counter[str] = Counter()
    for line in gzip.decompress(path.read_bytes()).splitlines():
        row = json.loads(line)
        dates = tuple(_date(text) for text in row["dob"] if text[0].isdigit())
        for entry in row["ids"]:
            if entry["type"] == "C.U.R.P.":
                reading = read_number(entry["number"], "mx_curp")
                found["right"] += reading.says.check_digit is CheckDigit.RIGHT
                parts = {one.part for one in conflicts(reading, IdentityClaim(birth_dates=dates))}
                found["read"] += 1
                found["other date"] += Part.BIRTH_DATE in parts

    assert found["read"] > 400
    assert found["right"] > 0.98 * found["read"]
    assert 0 < found["other date"] <= MOST_DIFFERENT


def _date(text: str) -> PartialDate:
    first, _, last = text.partition("/")
    year, month, day = ([int(part) for part in first.split("-")] + [None, None])[:3]
    return PartialDate(year=year or 0, month=month, day=day, until=int(last[:4]) if last else None)
