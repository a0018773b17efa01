"""Names as lists of comparable words with their roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.model import Name, NameKind, NamePart, Role
from tamiz.normalise.names import (
    MOST_WORDS,
    in_figures,
    name_words,
    parse_organisation,
    parse_person,
    spell_words,
    split_family_first,
)


def _words(text: str) -> list[str]:
    return [word.text for word in parse_person(Name(text=text)).words]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Ann Moss", ["ann", "moss"]),
        ("José María de la Cruz", ["jose", "maria", "cruz"]),
        ("Dr. Ann Moss", ["ann", "moss"]),
        ("Тарас Шевченко", ["taras", "shevchenko"]),
        ("Anne-Marie O’Brien", ["anne", "marie", "obrien"]),
        ("de la", ["de", "la"]),
        ("🦅 7", ["7"]),
        ("", []),
    ],
)
def test_a_name_becomes_the_words_that_tell_who_it_is(written: str, words: list[str]) -> None:
    assert [word for word in _words(written) if word != "eagle"] == words


def test_a_comma_tells_the_family_name() -> None:
    words = parse_person(Name(text="MOSS REYES, Ann")).words

    assert [(word.text, word.role) for word in words] == [
        ("moss", Role.FAMILY), ("reyes", Role.FAMILY), ("ann", Role.GIVEN)
    ]  # fmt: skip


def test_parts_bring_their_roles() -> None:
    parts = (NamePart(Role.GIVEN, "Ann"), NamePart(Role.PATERNAL, "Moss"))

    words = parse_person(Name(text="whatever", parts=parts)).words

    assert [(word.text, word.role) for word in words] == [
        ("ann", Role.GIVEN), ("moss", Role.PATERNAL)
    ]  # fmt: skip


def test_words_side_by_side_are_joined_with_their_particles() -> None:
    joins = {join for _, _, join in parse_person(Name(text="José de la Cruz")).joins}

    assert "delacruz" in joins


def test_a_legal_form_is_left_out_of_an_organisation() -> None:
    words = parse_organisation(Name(text="Comercial Invented S.A. de C.V.")).words

    assert [word.text for word in words] == ["comercial", "invented"]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Moss, Ann", ("Moss", "Ann")),
        ("MOSS REYES, Ann, Mary", ("MOSS REYES", "Ann  Mary")),
        ("Ann Moss", ()),
        (", Ann", ()),
        ("Moss,", ()),
        ("", ()),
    ],
)
def test_a_family_name_before_a_comma_is_split_off(written: str, parts: tuple[str, ...]) -> None:
    assert tuple(part.text for part in split_family_first(written)) == parts


@given(st.text(max_size=80))
def test_spelling_the_spelt_words_changes_nothing(text: str) -> None:
    words = spell_words(text)

    assert all(word.isascii() and word.isalnum() for word in words)
    assert spell_words(" ".join(words)) == words


@given(st.text(max_size=80))
def test_any_text_has_bounded_words_and_joins_within_them(text: str) -> None:
    parsed = parse_person(Name(text=text))

    assert len(parsed.words) <= MOST_WORDS
    assert all(0 <= first <= last < len(parsed.words) for first, last, _ in parsed.joins)


def words(text: str) -> str:
    """The words of a person's name, spaced."""
    return " ".join(word.text for word in parse_person(Name(text=text)).words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LÓPEZ DE LA CRUZ, José María", "lopez cruz jose maria"),
        ("Juan Carlos García y Hernández", "juan carlos garcia hernandez"),
        ("María López de Pérez", "maria lopez perez"),
        ("Dr. Hafiz Saeed", "saeed"),
        ("Usama bin Ladin", "usama ladin"),
        ("Abdulrahman Yasin", "abd rahman yasin"),
        ("Abd al-Rahman Yasin", "abd rahman yasin"),
        ("Abderrahmane Yasin", "abd rahmane yasin"),
        ("Abdul Rahman Yasin", "abd rahman yasin"),
        ("عبد الرحمن ياسين", "abd rahman yasin"),
        ("عبدالرحمن ياسين", "abd rahman yasin"),
        ("Abdullah Yasin", "abdullah yasin"),
        ("Abd Allah Yasin", "abdullah yasin"),
        ("عبد الله ياسين", "abdullah yasin"),
        ("Rahmatullah Nawaz", "rahmat allah nawaz"),
        ("رحمت الله نواز", "rahmat allah nawaz"),
        ("Nasiruddin Haqqani", "nasir din haqqani"),
        ("نصیر الدین حقانی", "nasir din haqqani"),
        ("Aboubacar Touré", "abu bakr toure"),
        ("Іван Франкович", "ivan frankovich"),
    ],
)
def test_a_name_becomes_the_words_that_tell_people_apart(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text", ["Padilla", "Saladino", "Abdullayev", "Medina", "Fallah", "Aladin"]
)
def test_names_that_only_look_like_compounds_stay_whole(text: str) -> None:
    assert words(text) == text.casefold()


def test_a_comma_tells_the_roles() -> None:
    assert split_family_first("GARCÍA LÓPEZ, Ana María") == (
        NamePart(role=Role.FAMILY, text="GARCÍA LÓPEZ"),
        NamePart(role=Role.GIVEN, text="Ana María"),
    )


@pytest.mark.parametrize(
    ("text", "family", "given"), [("习近平", "xi", "jinping"), ("김정은", "kim", "jeongeun")]
)
def test_chinese_and_korean_names_begin_with_the_family(text: str, family: str, given: str) -> None:
    parsed = parse_person(Name(text=text)).words

    assert [(word.text, word.role) for word in parsed] == [
        (family, Role.FAMILY),
        (given, Role.GIVEN),
    ]


@pytest.mark.parametrize(
    ("text", "join"), [("Pedro de la Rosa", "delarosa"), ("Usama bin Ladin", "binladin")]
)
def test_joined_spellings_are_kept_beside_the_words(text: str, join: str) -> None:
    assert join in {text for _, _, text in parse_person(Name(text=text)).joins}


def test_a_name_of_particles_only_is_still_a_name() -> None:
    assert words("Al de la") == "al de la"


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        ("Águila-7", "aguila 07"), ("Aguila Siete", "aguila 07"), ("LOBO DOCE", "lobo 12"),
        ("Вовк сім", "vovk 07"), ("Lobo-12", None), ("Miguel Once Ruiz", None), ("Lobo", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [NameKind.ALIAS, NameKind.CODE])
def test_a_code_name_is_written_in_figures_as_well(
    written: str, figures: str | None, kind: NameKind
) -> None:
    found = in_figures(Name(text=written, kind=kind))

    assert (None if found is None else found.text) == figures


@pytest.mark.parametrize("text", ["Miguel Once", "Ivan Sim"])
def test_in_a_name_of_ones_own_no_word_is_a_number(text: str) -> None:
    assert in_figures(Name(text=text)) is None


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_words_of_parts_are_those_of_the_whole(texts: list[str]) -> None:
    parts = tuple(NamePart(role=Role.GIVEN, text=text) for text in texts)
    name = Name(text=" ".join(texts), parts=parts)

    assert name_words(name) == spell_words(name.text)
