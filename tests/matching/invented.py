"""Invented listed parties and applicants for the tests of matching."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tamiz.matching import Index, Matcher, Subject, build_index
from tamiz.model import Name, NameKind, Nationality, PartialDate, PartyType, SourceRecord
from tamiz.normalise.dates import read_dates
from tamiz.normalise.names import split_family_first


def listed(
    record_id: str,
    *names: str,
    born: str = "",
    kind: NameKind = NameKind.ALIAS,
    party: PartyType = PartyType.PERSON,
    **more: Any,
) -> SourceRecord:
    """A listed party: its primary name, then aliases of ``kind``."""
    first, *others = names
    spelt = [Name(text=first, parts=split_family_first(first))]
    spelt += [Name(text=text, kind=kind, parts=split_family_first(text)) for text in others]
    return SourceRecord(
        source="own:test",
        id=record_id,
        type=party,
        names=tuple(spelt),
        birth_dates=read_dates(born, day_first=True),
        **more,
    )


def applicant(*names: str, born: str = "", nationality: str = "", **more: Any) -> Subject:
    """A person to look for."""
    return Subject(
        type=PartyType.PERSON,
        names=tuple(Name(text=text, parts=split_family_first(text)) for text in names),
        birth_dates=dates(born),
        nationalities=(Nationality(country=nationality),) if nationality else (),
        **more,
    )


def dates(text: str) -> tuple[PartialDate, ...]:
    """Dates in ISO form."""
    return read_dates(text, day_first=True)


@contextmanager
def matcher_over(*records: SourceRecord) -> Iterator[Matcher]:
    """A matcher over a temporary index of these records."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        build_index(records, (), path)
        with Index.open(path) as index:
            yield Matcher(index)
