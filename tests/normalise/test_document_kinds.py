"""Which kind of document a word means."""

import pytest

from tamiz.model import IdentifierKind
from tamiz.normalise.document_kinds import document_kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("P", IdentifierKind.PASSPORT),
        ("Pasaporte ordinario", IdentifierKind.PASSPORT),
        ("закордонний паспорт", IdentifierKind.PASSPORT),
        ("ID", IdentifierKind.NATIONAL),
        ("cédula de ciudadanía", IdentifierKind.NATIONAL),
        ("driving licence", IdentifierKind.DRIVING),
        ("libreta militar", IdentifierKind.MILITARY),
        ("посвідка на проживання", IdentifierKind.RESIDENCE),
        ("permiso de residencia", IdentifierKind.RESIDENCE),
        ("permiso de conducir", IdentifierKind.DRIVING),
        ("library card", IdentifierKind.OTHER),
        ("", IdentifierKind.OTHER),
    ],
)
def test_the_kind_of_a_document_is_told_from_its_word(word: str, kind: IdentifierKind) -> None:
    assert document_kind(word) == kind
