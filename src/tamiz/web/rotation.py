"""A new master key: whatever the old one sealed is sealed anew in one transaction, and it is put away.

The new key is written before the rows change and takes its place after: cut off anywhere, the same
command goes on where it stopped.
"""

from django.db import transaction
from msgspec import Struct

from tamiz.casework.journal import WrappedKey, mark, rewrap
from tamiz.web import journaling
from tamiz.web.jobs import files
from tamiz.web.models import CaseKey, Unplaced
from tamiz.web.place import Place
from tamiz.web.sealed_factors import reseal

ACTOR = "tamiz"  # in the journal: whoever can run it has the machine, and no account


class Rotated(Struct, frozen=True):
    """How many keys were wrapped anew, and the file that the old master key is in now."""

    cases: int
    put_away: str


def rotate(place: Place) -> Rotated:
    """Change the master key of a place; nothing else may have it open.

    Raises:
        JournalError: a key does not open with the old one; nothing was changed.
    """
    old, new = place.master(), place.next_master()
    with transaction.atomic():
        journaling.hold()
        rows = list(CaseKey.objects.exclude(master=mark(new)))
        unplaced = list(Unplaced.objects.exclude(master=mark(new)))
        every: list[CaseKey | Unplaced] = [*rows, *unplaced]
        for row in every:
            wrapped = rewrap(old, new, WrappedKey(case=row.case, key=row.key, master=row.master))
            row.key, row.master = wrapped.key, wrapped.master
        CaseKey.objects.bulk_update(rows, ("key", "master"), batch_size=journaling.CHUNK)
        Unplaced.objects.bulk_update(unplaced, ("key", "master"), batch_size=journaling.CHUNK)
        reseal(old, new)
        journaling.note(ACTOR, "keys_rotated", cases=str(len(rows)), master=mark(new))
    files.reseal(place.files, old, new)
    return Rotated(len(rows), place.adopt_next(mark(old)))
