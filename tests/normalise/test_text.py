"""Text cleaned for reading, with what is odd in it named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.text import LONGEST, MOST_MARKS, clean, is_ordinary, oddities, visible


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("  Ann \t Moss\n", "Ann Moss"),
        ("Ann\u00a0Moss", "Ann Moss"),
        ("Jose\u0301", "José"),
        ("", ""),
        ("x" * (LONGEST + 5), "x" * LONGEST),
    ],
)
def test_text_is_composed_and_trimmed(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=80))
def test_clean_text_is_composed_and_has_no_white_space_to_spare(text: str) -> None:
    found = clean(text)

    assert unicodedata.is_normalized("NFC", found)
    assert found == " ".join(found.split())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ann Moss", ()),
        ("José Núñez", ()),
        ("Шевченко", ()),
        ("田中あい", ()),
        ("سلمان", ()),
        ("O’Brien", ()),
        ("Ann \u202essoM", ("bidi_control",)),
        ("A\u200bnn", ("invisible",)),
        ("Аnn", ("mixed_script",)),
        ("Ann Шевченко", ()),
        ("Ann\x1b[31m", ("control",)),
        ("Ann\ue000", ("private_use",)),
        ("Ann\U000e0041", ("tag",)),
        ("a" + "\u0301" * (MOST_MARKS + 1), ("stacked_marks",)),
    ],
)
def test_what_may_deceive_is_named(text: str, kinds: tuple[str, ...]) -> None:
    assert oddities(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "FPV-дрон", "IT-спеціаліст", "DJI-оператор", "Kyiv/Київ", "Kyiv (Київ)", "Kyiv,Київ",
        "PR—агент", "FPVшник", "Mavic‑3 оператор", "об’єкт", "обʼєкт", "3D-модель", "№7",
        "operador de FPV", "piloto «Águila»", "O’Brien", "Kim씨",
        "محمد\u200cرضا", "می\u200cخواهم", "خانه\u200cها", "کِتاب\u200cها",
        "क्\u200dष", "क्\u200cष", "ശ്രീ\u200c".rstrip("\u200c"), "ന്\u200d",
        "👩\u200d🚀", "👩🏽\u200d🚀", "❤\ufe0f\u200d🔥", "🏳️\u200d🌈",
        "\u200fمحمد", "\u202a+380 44 279 00 00\u202c", "\u200e2031-02-01",
    ],
)  # fmt: skip
def test_ordinary_writing_has_nothing_odd(text: str) -> None:
    assert oddities(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Шевчeнко", ("mixed_script",)),  # a Latin e
        ("Mоss", ("mixed_script",)),  # a Cyrillic о
        ("Аnn-Марія", ("mixed_script",)),
        ("Ρavlenko", ("mixed_script",)),  # a Greek rho
        ("Josе́", ("mixed_script",)),  # a Cyrillic е under the accent
        ("An\u200dn", ("invisible",)),
        ("An\u200cn", ("invisible",)),
        ("Анна\u200c", ("invisible",)),
        ("محمد\u200c رضا", ("invisible",)),
        ("\u200dक", ("invisible",)),
        ("🚀\u200d", ("invisible",)),
        ("An\u200en", ("bidi_control",)),
        ("\u202e+380 44 279 00 00", ("bidi_control",)),
    ],
)
def test_what_looks_like_other_letters_or_nothing_is_odd(text: str, kinds: tuple[str, ...]) -> None:
    assert oddities(text) == kinds


_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzáéíóúüñçABCÑÉ", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐЄІЇ",
    "αβγδεζηθικλμνξοπρστυφχψωάέ", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "אבגדהוזחטיכלמנסעפצקרשת",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտ", "田中山本王李張あいうアイウ",
    "한국김이박최정", "कखगघचछजझटठडढतथदधनपफबभम",
)  # fmt: skip


@given(st.sampled_from(_ALPHABETS).flatmap(lambda one: st.text(one + " -0123456789", max_size=60)))
def test_letters_of_one_script_are_never_odd(text: str) -> None:
    assert oddities(text) == ()


def test_what_joins_letters_is_left_as_it_is() -> None:
    assert visible("محمد\u200cرضا") == "محمد\u200cرضا"
    assert visible("An\u200cn") == "An⟨U+200C⟩n"


def test_what_may_deceive_is_made_visible() -> None:
    assert visible("Ann \u202essoM") == "Ann ⟨U+202E⟩ssoM"


@given(st.text(max_size=80))
def test_what_is_made_visible_deceives_no_more(text: str) -> None:
    assert {"bidi_control", "invisible", "tag", "control"}.isdisjoint(oddities(visible(text)))


@given(st.text(st.characters(max_codepoint=0x24F) | st.characters(max_codepoint=0x52F)))
def test_what_a_look_takes_for_ordinary_is_composed_and_has_nothing_odd(text: str) -> None:
    if is_ordinary(text):
        assert unicodedata.normalize("NFC", text) == text
        assert not any(
            unicodedata.category(char)[0] in "CM" or unicodedata.bidirectional(char) in {"R", "AL"}
            for char in text
        )


@pytest.mark.parametrize(
    "text",
    [
        "Аnn", "Ivan Петров\u0430Petrov", "a\u0301", "a\u200b", "\u202eAnn", "Ann\x07",
        "tag\U000e0041", "Ан\u0301на",
    ],
)  # fmt: skip
def test_what_may_be_odd_is_looked_at(text: str) -> None:
    assert not is_ordinary(text)
