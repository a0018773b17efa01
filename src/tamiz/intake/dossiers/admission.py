"""The last step of every reader of dossiers: an entry becomes a dossier or a reject."""

from tamiz.intake.dossiers.entries import Entry
from tamiz.intake.dossiers.problems import NO_NAME, Problem, Reject
from tamiz.intake.dossiers.reader import has_name, id_of, read_dossier
from tamiz.model import Dossier


def admit(entry: Entry, *, file: str, dossier_id: str = "") -> Dossier | Reject:
    """The dossier of an entry; its reject, with every reason, if it cannot be screened."""
    problems = entry.problems
    if not problems and not has_name(entry.fields):
        problems = (Problem(row=entry.number, column="name", message=NO_NAME),)
    if problems:
        return Reject(file=file, row=entry.number, problems=problems, original=entry.original)
    return read_dossier(entry, dossier_id=dossier_id or id_of(entry), file=file)
