"""A dossier that comes by itself as JSON, not in a file of many."""

from tamiz.errors import InputError
from tamiz.intake.dossiers.admission import admit
from tamiz.intake.dossiers.documents import json_entry
from tamiz.intake.dossiers.problems import Reject
from tamiz.intake.json import json_text, json_value
from tamiz.model import Dossier


def read_one(data: bytes, *, where: str) -> Dossier | Reject:
    """The dossier in ``data``, one object as ``docs/dossier.schema.json`` describes it.

    Raises:
        InputError: no JSON, or no single object.
    """
    value = json_value(data, where=where)
    if not isinstance(value, dict):
        raise InputError(f"{where}: expected one object with the fields of a dossier")
    return admit(json_entry(value, 1, json_text(value)), file=where)
