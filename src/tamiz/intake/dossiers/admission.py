"""The last step of every reader of dossiers: an entry becomes a dossier or a reject."""

from tamiz.intake.dossiers.entries import Entry
from tamiz.intake.dossiers.problems import NO_NAME, Problem, Reject
from tamiz.intake.dossiers.reader import has_name, id_of, read_dossier
from tamiz.model import Dossier

LONGEST_ID = 200  # characters: an id is shown on every line about its bearer; UUIDs have 36


def admit(entry: Entry, *, file: str) -> Dossier | Reject:
    """The dossier of an entry; its reject, with every reason, if it cannot be screened."""
    problems = list(entry.problems)
    dossier_id = id_of(entry)
    if len(dossier_id) > LONGEST_ID:
        message = f"an id of more than {LONGEST_ID} characters; is a separator missing?"
        problems.append(Problem(row=entry.number, column="id", message=message))
    if not problems and not has_name(entry.fields):
        problems.append(Problem(row=entry.number, column="name", message=NO_NAME))
    if problems:
        return refuse(entry, *problems, file=file)
    return read_dossier(entry, dossier_id=dossier_id, file=file)


def refuse(entry: Entry, *problems: Problem, file: str) -> Reject:
    """The reject of an entry, with its original text."""
    original = writable(entry.original)
    return Reject(file=file, row=entry.number, problems=problems, original=original)


def writable(text: str) -> str:
    """The text with every byte that is no text spelt out, so that it can be written anywhere."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half of a surrogate pair, from JSON
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
