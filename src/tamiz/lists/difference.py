"""What changed between two editions of a list: who came, who went, who changed in which field."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from tamiz.model import SourceRecord


class FieldChange(Struct, frozen=True, kw_only=True):
    """The values of a field that only one edition has."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class RecordChange(Struct, frozen=True, kw_only=True):
    """A record that both editions have, with what differs."""

    id: str
    name: str
    fields: tuple[FieldChange, ...]


class Difference(Struct, frozen=True, kw_only=True):
    """Records only in the new edition, only in the old one, and changed ones, by id."""

    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[RecordChange, ...]


def compare_editions(old: Iterable[SourceRecord], new: Iterable[SourceRecord]) -> Difference:
    """The difference from ``old`` to ``new``; the order of values within a field is no change."""
    before = {record.id: record for record in old}
    after = {record.id: record for record in new}
    changes = (_change(before[key], after[key]) for key in sorted(before.keys() & after.keys()))
    return Difference(
        added=tuple(
            (key, after[key].names[0].text) for key in sorted(after.keys() - before.keys())
        ),
        removed=tuple(
            (key, before[key].names[0].text) for key in sorted(before.keys() - after.keys())
        ),
        changed=tuple(change for change in changes if change.fields),
    )


def _change(old: SourceRecord, new: SourceRecord) -> RecordChange:
    fields = []
    for field in SourceRecord.__struct_fields__:
        before, after = _texts(getattr(old, field)), _texts(getattr(new, field))
        if set(before) != set(after):
            fields.append(
                FieldChange(
                    field=field,
                    before=tuple(text for text in before if text not in after),
                    after=tuple(text for text in after if text not in before),
                )
            )
    return RecordChange(id=new.id, name=new.names[0].text, fields=tuple(fields))


def _texts(value: object) -> tuple[str, ...]:
    """The values of a field as a person reads them."""
    if value is None or value == "":
        return ()
    if isinstance(value, tuple):
        return tuple(text for inner in value for text in _texts(inner))
    if isinstance(value, Struct):
        told = msgspec.to_builtins(value)
        told.pop("field", None)
        told.pop("raw", None)
        return (", ".join(str(one) for one in told.values() if one),)
    return (str(value),)
