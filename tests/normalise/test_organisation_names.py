"""Names of organisations as words of a sort, with their legal forms."""

import pytest

from tamiz.normalise.organisations import Sort, names_in, organisation_word, read_organisation


def words(text: str) -> list[str]:
    return [word.text for word in read_organisation(text).words]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quilomba GmbH", "limited"),
        ("Quilomba Gesellschaft mit beschränkter Haftung", "limited"),
        ("Quilomba Gesellschaft mit beschrankter Haftug", "limited"),
        ("Quilomba Sp. z o.o.", "limited"),
        ("ТОВ «Гранітне»", "limited"),
        ("Общество с ограниченной ответственностью «Гранит»", "limited"),
        ("Quilomba S.A.", "shares"),
        ("OJSC Quilomba", "shares"),
        ("ПрАТ Гранітне", "shares"),
        ("Quilomba Inc.", "company"),
        ("ФГУП Гранит", "state"),
    ],
)
def test_legal_forms_of_one_kind_meet_in_every_language(text: str, kind: str) -> None:
    assert read_organisation(text).forms == (kind,)


@pytest.mark.parametrize("text", ["Sa Quilomba Ao Norte", "Kings As Quilomba"])
def test_a_short_form_inside_a_name_is_a_word(text: str) -> None:
    assert len(words(text)) >= len(text.split()) - 1


def test_a_name_that_is_only_a_legal_form_keeps_it_as_a_word() -> None:
    assert words("GmbH") == ["gmbh"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J.P. Quilomba & Co.", ["jp", "quilomba"]),
        ("QuilombaAG", ["quilomba"]),
        ("The Bank of Quilomba", ["bank", "quilomba"]),
        ("Brigade Forty-Four", ["brigade", "44"]),
        ("100%", ["100", "percent"]),
        ("", []),
        ("🙂", []),
    ],
)
def test_words_that_carry_identity_remain(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "sort", "meaning"),
    [
        ("banco", Sort.KIND, "bank"),
        ("ministerstvo", Sort.KIND, "ministry"),
        ("comercializadora", Sort.TRADE, "trading"),
        ("alemania", Sort.PLACE, "country de"),
        ("viii", Sort.NUMBER, "8"),
        ("quilomba", Sort.NAME, "quilomba"),
    ],
)
def test_words_of_one_meaning_are_one(word: str, sort: Sort, meaning: str) -> None:
    found = organisation_word(word)

    assert (found.sort, found.meaning) == (sort, meaning)


def test_words_in_brackets_stand_aside() -> None:
    found = {word.text: word.aside for word in read_organisation("Quilomba (Panama) S.A.").words}

    assert found == {"quilomba": False, "panama": True}


@pytest.mark.parametrize("text", ["Quilomba A/S", "Quilomba", "A/B"])
def test_a_stroke_in_a_legal_form_parts_no_names(text: str) -> None:
    assert names_in(text) == (text,)
