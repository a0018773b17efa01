"""Canada's list."""

from lists.forms import sample
from tamiz.model import NameKind, PartyType


def test_aliases_lose_the_name_of_their_language_and_keep_their_script() -> None:
    person = sample("ca-sema", "sema-lmes.xml")["Ficta:1, Part 1:1"]

    assert [(one.text, one.kind) for one in person.names] == [
        ("Omran Fictovich Nadirov", NameKind.PRIMARY),
        ("Umran Nadirau", NameKind.ALIAS),
        ("Омран Фиктович Надиров", NameKind.SCRIPT),
        ("Амран Надзіраў", NameKind.SCRIPT),
    ]
    assert [date.text() for date in person.birth_dates] == ["1984-03-09"]


def test_a_family_name_before_a_comma_is_no_name_of_its_own() -> None:
    person = sample("ca-sema", "sema-lmes.xml")["Ficta:1, Part 1:2"]

    assert [one.text for one in person.names[1:]] == ["Пустов, Нул Никакович"]
    assert [date.text() for date in person.birth_dates] == ["1963", "1964"]


def test_two_entries_under_one_item_have_ids_of_their_own() -> None:
    records = sample("ca-sema", "sema-lmes.xml")

    assert records["Ficta:1, Part 2:1"].type is PartyType.ORGANISATION
    assert records["Ficta:1, Part 2:1#2"].type is PartyType.VESSEL


def test_the_year_a_ship_was_built_is_no_birth_date() -> None:
    assert sample("ca-sema", "sema-lmes.xml")["Ficta:1, Part 2:1#2"].birth_dates == ()
