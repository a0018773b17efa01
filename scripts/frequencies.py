"""Writes ``src/tamiz/matching/frequencies/*.tsv``: how common name words are, by origin.

Reads a folder with the raw tables named in ``ORIGINS`` (their sources, licences and how to get
them stand in ``src/tamiz/matching/frequencies/README.md``):

    python scripts/frequencies.py FOLDER

Each word is romanised and split as names are when they are compared, so that its spellings and
the compound names in which it stands add up. A word that fewer than 1 in 50,000 people bear, or
fewer than ten people, is left out; what such a word is worth is estimated from the words left out
and written to ``unseen.tsv``.
"""

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tamiz.model import Name
from tamiz.normalise.names import parse_person

FOLDER = Path(__file__).resolve().parents[1] / "src" / "tamiz" / "matching" / "frequencies"
LEAST_SHARE = 2e-5  # 1 person in 50,000: rarer words would be most of the files and tell little
LEAST_PEOPLE = 10  # one family in a small sample is no frequency
KINDS = ("given", "family", "patronymic")

Row = tuple[str, float]
Reader = Callable[[Path], Iterator[Row]]


class Table(NamedTuple):
    """A raw table: its file in the folder, what it counts, how it is read, of how many people.

    Without a number of people the table counts everybody once, and its sum is taken.
    """

    file: str
    kind: str
    read: Reader
    people: float | None = None


def plain(path: Path) -> Iterator[Row]:
    """Rows of ``name,count`` without a header."""
    for name, count, *_ in _rows(path):
        yield name, float(count)


def spain(path: Path) -> Iterator[Row]:
    """INE's surnames of all residents: rank, name, first, second, both."""
    for _, name, first, second, both in _rows(path):
        yield name, float(first) + float(second or 0) - float(both or 0)


def nationality(path: Path) -> Iterator[Row]:
    """INE's surnames of one nationality: the share of people, in 1/1,000, as if of 1,000."""
    for row in _rows(path):
        if row and row[0].isdigit():
            first, second, both = (_decimal(row[column]) for column in (5, 7, 9))
            if _decimal(row[4]) + _decimal(row[6]) >= LEAST_PEOPLE:
                yield row[1], first + second - both


def census(column: str | None = None) -> Reader:
    """The US census tables, of all people or of the share of them that a column says."""

    def read(path: Path) -> Iterator[Row]:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):  # noqa: TID251 (a developer's own files)
                if row["name"] != "ALL OTHER NAMES":
                    part = 1.0 if column is None else float(row[column] or 0) / 100
                    yield row["name"], float(row["count"]) * part

    return read


def wikidata(path: Path) -> Iterator[Row]:
    """People on Wikidata by given name; an article or a label in brackets is no name."""
    for name, count in plain(path):
        if "(" not in name:
            yield name, count


def nationals(country: str) -> Table:
    """INE's table of the surnames of one nationality of residents of Spain."""
    return Table(f"ine/apellidos-{country}.xls.csv", "family", nationality, 1_000)


def given(folder: str, *files: str, read: Reader = plain) -> tuple[Table, ...]:
    """Tables of given names, one a sex, that together count everybody once."""
    return tuple(Table(f"{folder}/{file}.csv", "given", read) for file in files)


ARAB = ("dz", "bh", "eg", "iq", "jo", "kw", "lb", "ly", "ma", "om", "qa", "sa", "sd", "sy", "tn",
        "ae", "ye")  # fmt: skip
US_PEOPLE = (
    298_895_000  # of the 2020 census with a surname in the count: Smith is 792.79 of 100,000
)
ORIGINS: dict[str, tuple[Table, ...]] = {
    "spain": (
        *given("ine", "esmales", "esfemales"),
        Table("ine/apellidos_frecuencia.csv", "family", spain, 46_700_000),
    ),
    "mexico": (*given("datamx", "mxmales", "mxfemales"), nationals("mexico")),
    "united_states": (
        Table("census/first_names.csv", "given", census(), US_PEOPLE),
        Table("census/surnames.csv", "family", census(), US_PEOPLE),
    ),
    "united_states_hispanic": (
        Table("census/first_names.csv", "given", census("pcthispanic")),
        Table("census/surnames.csv", "family", census("pcthispanic")),
    ),
    "united_states_asian": (
        Table("census/first_names.csv", "given", census("pctapi")),
        Table("census/surnames.csv", "family", census("pctapi")),
    ),
    "russia": (
        Table("russiannames/names.csv", "given", plain),
        Table("russiannames/surnames.csv", "family", plain),
        Table("russiannames/midnames.csv", "patronymic", plain),
        nationals("rusia"),
    ),
    "france": (*given("insee", "frmales", "frfemales"), nationals("francia")),
    "united_kingdom": (*given("ons", "gbmales", "gbfemales"), nationals("reino-unido")),
    "arab_countries": given(
        "wikidata", *(f"{code}{sex}" for code in ARAB for sex in ("males", "females")), read=wikidata
    ),
    "iran": given("wikidata", "irmales", "irfemales", read=wikidata),
    **{
        english: (nationals(spanish),)
        for english, spanish in {
            "algeria": "argelia", "argentina": "argentina", "armenia": "armenia",
            "bangladesh": "bangladesh", "bolivia": "bolivia", "brazil": "brasil",
            "bulgaria": "bulgaria", "chile": "chile", "china": "china", "colombia": "colombia",
            "cuba": "cuba", "dominican_republic": "republica-dominicana", "ecuador": "ecuador",
            "georgia": "georgia", "germany": "alemania", "honduras": "honduras",
            "india": "india", "italy": "italia", "moldova": "moldavia", "morocco": "marruecos",
            "nicaragua": "nicaragua", "nigeria": "nigeria", "pakistan": "pakistan",
            "paraguay": "paraguay", "peru": "peru", "philippines": "filipinas",
            "poland": "polonia", "portugal": "portugal", "romania": "rumania",
            "el_salvador": "el-salvador", "senegal": "senegal", "ukraine": "ucrania",
            "uruguay": "uruguay", "venezuela": "venezuela",
        }.items()
    },
}  # fmt: skip


def main() -> None:
    """Write one table an origin, and what is left out of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    raw = parser.parse_args().folder
    for origin, tables in ORIGINS.items():
        shares = {kind: shares_of(raw, tables, kind) for kind in KINDS}
        (FOLDER / f"{origin}.tsv").write_text(as_text(shares), encoding="utf-8")
    (FOLDER / "unseen.tsv").write_text(unseen(raw), encoding="utf-8")


def shares_of(raw: Path, tables: tuple[Table, ...], kind: str) -> dict[str, float]:
    """The share of people who bear each word; where two samples know it, the higher."""
    shares: dict[str, float] = {}
    for sample in _samples(table for table in tables if table.kind == kind):
        people = sample[0].people or sum(n for t in sample for _, n in t.read(raw / t.file))
        for word, count in counts_of(raw, sample).items():
            shares[word] = max(shares.get(word, 0.0), count / people)
    return shares


def counts_of(raw: Path, tables: Iterable[Table]) -> dict[str, float]:
    """How many people bear each word, over all spellings and compounds that contain it."""
    counts: dict[str, float] = {}
    for table in tables:
        for name, count in table.read(raw / table.file):
            for word in words_of(name):
                counts[word] = counts.get(word, 0.0) + count
    return counts


@lru_cache(maxsize=1 << 20)
def words_of(name: str) -> frozenset[str]:
    """The words of a name as they are compared, initials left out."""
    words = parse_person(Name(text=name)).words
    return frozenset(word.text for word in words if len(word.text) > 1)


def as_text(shares: dict[str, dict[str, float]]) -> str:
    """A table as text: word, then for each kind how many of a million people bear it."""
    words = sorted(
        {word for kind in KINDS for word, share in shares[kind].items() if share >= LEAST_SHARE}
    )
    lines = ["\t".join(("word", *KINDS))]
    lines += [
        "\t".join((word, *(_per_million(shares[kind], word) for kind in KINDS))) for word in words
    ]
    return "\n".join(line.rstrip("\t") for line in lines) + "\n"


def _per_million(shares: dict[str, float], word: str) -> str:
    """The share in a million, two digits that mean something; empty where unknown."""
    share = shares.get(word, 0.0)
    return f"{float(f'{share * 1e6:.2g}'):.0f}" if share >= LEAST_SHARE else ""


def _samples(tables: Iterable[Table]) -> Iterator[tuple[Table, ...]]:
    """Tables that together count the same people."""
    together: list[Table] = []
    for table in tables:
        if table.people is None:
            together.append(table)
        else:
            yield (table,)
    if together:
        yield tuple(together)


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)  # noqa: TID251 (a developer's own files)


def _decimal(text: str) -> float:
    """A Spanish number: ``1.550`` is 1550, ``2,012`` is 2.012, ``..`` (fewer than five) is 0."""
    return 0.0 if text == ".." else float(text.replace(".", "").replace(",", "."))


def unseen(raw: Path) -> str:
    """What a word is worth that no table has, from the one sample that counts every word.

    A listed person bears the word, so one bearer is known. The chance that the next person bears
    it too is, over all words left out, the share of pairs of people who share one of them (Good's
    estimate, here without his smoothing, as the sample holds millions).
    """
    lines = ["kind\tborne_once\tleft_out\tsame_if_left_out\tsame_at_all"]
    for kind in KINDS:
        whole = [t for t in ORIGINS["russia"] if t.kind == kind and t.people is None]
        counts = sorted(counts_of(raw, whole).values())
        people = sum(counts)
        rare = [count for count in counts if count < LEAST_SHARE * people]
        once, left_out = counts.count(1), sum(rare) / people
        lines.append(
            f"{kind}\t{once}\t{left_out:.2g}\t{_same(rare, people):.1e}\t{_same(counts, people):.1e}"
        )
    return "\n".join(lines) + "\n"


def _same(counts: list[float], people: float) -> float:
    """The chance that another person bears the word of one who bears one of these."""
    return sum(count * (count - 1) for count in counts) / (people - 1) / sum(counts)


if __name__ == "__main__":
    main()
