"""What honest people and honest clerks do to a row: none of it is a reason for suspicion."""

import unicodedata
from datetime import date
from random import Random

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LEAVE_EMPTY = {
    "birth_place": 0.15, "sex": 0.04, "address": 0.12, "phone": 0.10, "email": 0.15,
    "doc_issued": 0.30, "doc_expires": 0.20, "occupation": 0.20, "motivation": 0.40,
}  # fmt: skip
DROP_ACCENTS, CAPITALS, ONE_SURNAME = 0.25, 0.10, 0.15


def write_date(rng: Random, day: date) -> str:
    """The date in one of the forms people use; a tenth can be read in two ways."""
    ways = (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    )
    return rng.choices(ways, weights=(60, 20, 10, 10))[0]


def without_accents(text: str) -> str:
    """Latin letters without their accents, as an airline's form takes them."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def write_names(rng: Random, names: dict[str, str]) -> dict[str, str]:
    """The name columns, perhaps without accents, in capitals, or without the second surname."""
    written = dict(names)
    if rng.random() < DROP_ACCENTS:
        written = {column: without_accents(text) for column, text in written.items()}
    if rng.random() < CAPITALS:
        written = {column: text.upper() for column, text in written.items()}
    if "maternal_surname" in written and rng.random() < ONE_SURNAME:
        written["maternal_surname"] = ""
    return written


def leave_out(rng: Random, row: dict[str, str]) -> dict[str, str]:
    """The row with some fields left empty, each as often as people leave it."""
    return {
        column: "" if rng.random() < LEAVE_EMPTY.get(column, 0) else value
        for column, value in row.items()
    }
