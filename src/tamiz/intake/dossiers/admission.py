"""The last step of every reader of dossiers: an entry becomes a dossier or a reject."""

from collections.abc import Iterator

from tamiz.intake.dossiers.entries import ONE_TEXT, Entry, single
from tamiz.intake.dossiers.problems import NO_NAME, Problem, Reject
from tamiz.intake.dossiers.reader import has_name, id_of, read_dossier
from tamiz.model import Dossier

LONGEST_ID = 200  # characters: an id is shown on every line about its bearer; UUIDs have 36
MOST_VALUES = 500  # of a field; the listed party with the most names has about 150


def admit(entry: Entry, *, file: str) -> Dossier | Reject:
    """The dossier of an entry; its reject, with every reason, if it cannot be screened."""
    entry = single(entry)
    dossier_id = id_of(entry)
    problems = list(entry.problems)
    if len(dossier_id) > LONGEST_ID or _most(entry) > MOST_VALUES:
        problems += _excesses(entry, dossier_id)
    if not problems and not has_name(entry.fields):
        problems.append(Problem(row=entry.number, column="name", message=NO_NAME))
    if problems:
        return refuse(entry, *problems, file=file)
    return read_dossier(entry, dossier_id=dossier_id, file=file)


def _most(entry: Entry) -> int:
    """How many values the field has that has most."""
    return max(len(entry.documents), len(entry.services), *map(len, entry.fields.values()))


def _excesses(entry: Entry, dossier_id: str) -> Iterator[Problem]:
    """What is too long or too much to be compared with everybody else's."""
    if len(dossier_id) > LONGEST_ID:
        message = f"an id of more than {LONGEST_ID} characters; is a separator missing?"
        yield Problem(row=entry.number, column="id", message=message)
    kept_apart = ("documents", entry.documents), ("service", entry.services)
    for field, found in (*entry.fields.items(), *kept_apart):
        count = len(found)
        if count > MOST_VALUES and field not in ONE_TEXT:
            message = f"more than {MOST_VALUES} values; is this one applicant?"
            yield Problem(row=entry.number, column=field, message=message)


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
