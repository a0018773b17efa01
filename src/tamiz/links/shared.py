"""The numbers of a dossier that another applicant should not have, as keys that meet."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tamiz.documents.zone import Part, Zone, failing, read_zone, typed_zone
from tamiz.intake.evidence_files import FileRead
from tamiz.model import Dossier, Identifier
from tamiz.normalise.countries import country_code
from tamiz.normalise.identifiers import number_key


class SharedKey(Struct, frozen=True):
    """A number of a document or person: its key, the text and place it was read from.

    What a number is called, and which State is said to have issued it, are claims, and a borrower's
    claims may differ: numbers meet whatever they are called, with O or with 0.
    ``state`` is empty if none is told.
    """

    key: str
    text: str
    field: str
    state: str = ""


def shared_keys(dossier: Dossier, files: Sequence[FileRead] = ()) -> tuple[SharedKey, ...]:
    """The numbers of a dossier that another applicant should not have, each once.

    Numbers that identify nobody (``N/A``, zeros, numbers of three characters) are left out. What
    was declared stands before what a machine-readable zone says.
    """
    found: dict[str, SharedKey] = {}
    for shared in _numbers(dossier.identity.identifiers):
        found.setdefault(shared.key, shared)
    if zones := (*_typed_zones(dossier), *_seen_zones(files)):
        for shared in _in_zones(zones):
            found.setdefault(shared.key, shared)
    return tuple(found.values())


def _numbers(identifiers: tuple[Identifier, ...]) -> Iterator[SharedKey]:
    for one in identifiers:
        if key := number_key(one.number):
            yield SharedKey(key, one.number, one.field, one.country or "")


def _typed_zones(dossier: Dossier) -> Iterator[tuple[Zone, str]]:
    for document in dossier.documents:
        zone = typed_zone(document.mrz) if document.mrz else None
        if zone is not None:
            yield zone, document.field


def _seen_zones(files: Sequence[FileRead]) -> Iterator[tuple[Zone, str]]:
    """The zones that pictures show for sure."""
    for file in files:
        for number, page in enumerate(file.picture.pages if file.picture else (), start=1):
            zone = None if page.zone is None or page.zone.doubtful else read_zone(page.zone.lines)
            if isinstance(zone, Zone):
                yield zone, f"{file.path}#page={number}"


def _in_zones(zones: Iterable[tuple[Zone, str]]) -> Iterator[SharedKey]:
    """The document numbers of zones whose check digit holds."""
    for zone, field in zones:
        number = zone.value(Part.NUMBER)
        key = number_key(number)
        if key and Part.NUMBER.value not in failing(zone):
            state = country_code(zone.value(Part.ISSUING_STATE)) or ""
            yield SharedKey(key, number, field, state)
