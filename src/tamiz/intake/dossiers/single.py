"""A dossier from fields that somebody names, for one document at a desk: no file, no row, no name needed."""

from collections.abc import Mapping, Sequence

from tamiz.errors import UsageError
from tamiz.intake.dossiers.columns import FIELDS
from tamiz.intake.dossiers.entries import Entry, Value, single
from tamiz.intake.dossiers.reader import read_dossier
from tamiz.model import Dossier

ID = "document"  # of a dossier that is about one document only


def dossier_of(fields: Mapping[str, str], files: Sequence[str] = ()) -> Dossier:
    """The dossier that fields of ``docs/dossier.md`` make (``doc_number``, ``birth_date`` …).

    ``files`` are the names of files that come with the document.

    Raises:
        UsageError: there is no such field.
    """
    unknown = sorted(fields.keys() - FIELDS)
    if unknown:
        raise UsageError(f"no field {unknown[0]!r}; docs/dossier.md lists them, such as doc_number")
    told = {field: [Value(text, field)] for field, text in fields.items() if text.strip()}
    if files:
        told["doc_files"] = [Value(name, "doc_files", is_one=True) for name in files]
    entry = single(Entry(number=0, original="", fields=told))
    return read_dossier(entry, dossier_id=ID, file="")
