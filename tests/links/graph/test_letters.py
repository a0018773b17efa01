"""Letters that were copied, and letters that many write."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tamiz.links.graph.letters import FEW, MOST_COPIES, LetterCounts, Letters

OWN = (
    "Since my youth I have repaired the pumps of our cooperative beside the river, and what I"
    " learned there about current, wire and patience I would bring to your school in spring."
)
OTHER = (
    "My grandmother kept bees on the slope above the quarry; she taught me to move slowly and to"
    " count before I act, which is why the colonel of our village sent me to ask for a place."
)
TEMPLATE = (
    "I kindly ask to be admitted to the course because I want to help people in need and to serve"
    " wherever the organisation sends me, with discipline and an open heart for everybody."
)


# Three sentences of one's own in letters that have little else in common.
HALF = (
    "I want to listen to your machines, to understand each board and each antenna,"
    " and give back whole whatever comes in broken."
)


def copies(folder: Path, texts: Sequence[str]) -> list[tuple[int, ...]]:
    """Of each letter the numbers of its copies."""
    counts = LetterCounts()
    for text in texts:
        counts.add(text)
    counts.write(folder / "letters")
    found = Letters(folder / "letters")
    return [found.copies(at) for at in range(len(texts))]


@pytest.mark.parametrize(
    "copy",
    [
        OWN,
        OWN.upper(),
        OWN.replace(",", " —"),
        OWN.replace("youth", "childhood").replace("spring", "autumn"),
        f"Dear Sirs! {OWN} Yours, Heberto.",
        f"{OWN} {TEMPLATE}",
    ],
    ids=["whole", "in capitals", "other signs", "two words", "with a greeting", "with a template"],
)
def test_a_copy_is_seen_through_changes(tmp_path: Path, copy: str) -> None:
    assert copies(tmp_path, [OWN, "", copy]) == [(2,), (), (0,)]


@pytest.mark.parametrize(
    "other",
    ["", "I want to help.", OTHER, OWN[: len(OWN) // 6], " ".join(reversed(OWN.split()))],
    ids=["none", "a sentence", "another letter", "its beginning", "its words the other way"],
)
def test_another_letter_is_no_copy(tmp_path: Path, other: str) -> None:
    assert copies(tmp_path, [OWN, other]) == [(), ()]


@pytest.mark.parametrize("many", [2, FEW])
def test_what_few_write_are_copies_of_each_other(tmp_path: Path, many: int) -> None:
    everybody = set(range(many))

    found = copies(tmp_path, [TEMPLATE] * many)

    assert [set(one) for one in found] == [everybody - {at} for at in range(many)]


@pytest.mark.parametrize("many", [FEW + 1, MOST_COPIES + 1])
def test_a_template_that_many_use_is_nobodys_own(tmp_path: Path, many: int) -> None:
    assert copies(tmp_path, [TEMPLATE] * many) == [()] * many


def test_in_a_large_cohort_too_what_more_than_ten_write_is_a_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tamiz.links.graph.letters.SHARE", 1.0)  # as if of ten thousand letters

    assert len(copies(tmp_path, [TEMPLATE] * MOST_COPIES)[0]) == MOST_COPIES - 1
    (tmp_path / "more").mkdir()
    assert copies(tmp_path / "more", [TEMPLATE] * (MOST_COPIES + 1))[0] == ()


def test_a_template_with_own_words_is_no_copy(tmp_path: Path) -> None:
    found = copies(tmp_path, [f"{TEMPLATE} {OWN}", f"{TEMPLATE} {OTHER}", *[TEMPLATE] * FEW])

    assert found[:2] == [(), ()]


def test_a_copy_within_a_template_is_still_seen(tmp_path: Path) -> None:
    found = copies(tmp_path, [f"{TEMPLATE} {OWN}", f"{OWN} {TEMPLATE}", *[TEMPLATE] * FEW])

    assert found[:2] == [(1,), (0,)]


def test_a_few_sentences_that_nobody_else_wrote_are_enough(tmp_path: Path) -> None:
    one, other = f"{OWN} {HALF} {OWN[::-1]}", f"{OTHER} {HALF} {OTHER[::-1]}"

    assert copies(tmp_path, [one, other]) == [(1,), (0,)]
    (tmp_path / "more").mkdir()
    assert copies(tmp_path / "more", [one, other, HALF, HALF])[:2] == [(2, 3), (2, 3)]


def test_a_phrase_that_one_letter_repeats_counts_once(tmp_path: Path) -> None:
    assert copies(tmp_path, [" ".join([OWN] * 20), OWN]) == [(1,), (0,)]


def test_no_letters_at_all_are_no_copies(tmp_path: Path) -> None:
    assert copies(tmp_path, []) == []
    (tmp_path / "empty").mkdir()
    assert copies(tmp_path / "empty", ["", ""]) == [(), ()]


def test_letters_of_a_hundred_thousand_words_are_bounded(tmp_path: Path) -> None:
    text = " ".join(f"palabra{at}" for at in range(100_000))

    assert copies(tmp_path, [text, text]) == [(1,), (0,)]


# One letter, as somebody who is paid for it gives it to men of three States.
TOLD = {
    "en": "For nine winters I drove a cart of salt over the mountains to my uncle's shop, and the old dog"
          " walked before the horse. When the bridge fell I learned to build with stone and iron. My"
          " hands are slow but they forget nothing, and I do not fear the dark.",
    "es": "Durante nueve inviernos llevé una carreta de sal por las montañas hasta la tienda de mi tío, y"
          " el perro viejo caminaba delante del caballo. Cuando cayó el puente aprendí a construir con"
          " piedra y hierro. Mis manos son lentas pero no olvidan nada, y no temo a la oscuridad.",
    "uk": "Дев'ять зим я возив віз солі через гори до крамниці мого дядька, а старий собака йшов поперед"
          " коня. Коли впав міст, я навчився будувати з каменю й заліза. Мої руки повільні, але нічого"
          " не забувають, і я не боюся темряви.",
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [("en", "es"), ("es", "uk"), ("uk", "en")])
def test_a_translation_is_a_copy(tmp_path: Path, one: str, other: str) -> None:
    assert copies(tmp_path, [TOLD[one], OWN, TOLD[other], OTHER]) == [(2,), (), (0,), ()]


RETOLD = (
    "Nine winters long a cart full of salt was what I steered across the mountains, for the shop that"
    " my uncle had; ahead of the horse an old dog would walk. After the bridge had fallen, building"
    " was learned by me, stone upon stone, iron to iron. Slow hands, yes, yet what did they ever"
    " forget? Of the dark I have no fear."
)


def test_the_same_letter_in_other_words_is_a_copy(tmp_path: Path) -> None:
    assert copies(tmp_path, [TOLD["en"], OWN, RETOLD]) == [(2,), (), (0,)]


def test_letters_in_two_languages_about_one_thing_are_no_copies(tmp_path: Path) -> None:
    miner = (
        "Soy minero como mi padre y mi abuelo. En mi casa hay seis hijos y poco pan, y en las noches"
        " de invierno leo libros sobre la guerra. Quiero aprender a volar y ayudar a los soldados."
    )
    sailor = (
        "I was a sailor like my father. There are two brothers in our house beside the sea. I read"
        " about the war every night and want to help the soldiers, to learn and to fly."
    )

    assert copies(tmp_path, [miner, sailor]) == [(), ()]


def test_a_template_in_two_languages_that_many_use_is_nobodys_own(tmp_path: Path) -> None:
    many = [TOLD["en"], TOLD["es"]] * (FEW + 1)

    assert all(len(one) == 0 for one in copies(tmp_path, many))


def test_a_short_template_is_nobodys_own_where_a_few_add_a_sentence(tmp_path: Path) -> None:
    template = "I ask for a place in the course. All that I tell is true."
    added = [f"{template} My friends call me {name}." for name in ("Bear", "Chino", "Doc")]

    assert copies(tmp_path, [*[template] * 20, *added]) == [()] * 23
