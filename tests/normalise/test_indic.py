"""Indic scripts and Thai in Latin letters."""

import pytest

from tamiz.normalise.names import spell_words
from tamiz.normalise.scripts import romanise


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("नरेन्द्र", "narendra"), ("राहुल", "rahul"), ("गांधी", "gandhi"), ("मनमोहन", "manmohan"),
        ("राजेश", "rajesh"), ("सिंह", "sinh"), ("फ़ारूक़", "faruq"), ("ज़ाकिर", "zakir"),
        ("হাসিনা", "hasina"), ("শেখ", "shekh"), ("মুহাম্মদ", "muhammad"), ("রহমান", "rahman"),
        ("ਸਿੰਘ", "singh"), ("નરેન્દ્ર", "narendra"), ("ஸ்டாலின்", "stalin"),
        ("రామ", "rama"), ("ಕುಮಾರ", "kumara"), ("കുമാർ", "kuma"),
    ],
)  # fmt: skip
def test_indic_words_are_spelt_with_the_vowels_that_are_spoken(written: str, latin: str) -> None:
    assert romanise(written).startswith(latin)


def test_vowel_signs_do_not_cut_a_word() -> None:
    assert spell_words("नरेन्द्र मोदी") == ("narendra", "modi")
    assert spell_words("শেখ হাসিনা") == ("shekh", "hasina")


@pytest.mark.parametrize(
    ("written", "latin"),
    [("ประยุทธ์", "prayuth"), ("ทักษิณ", "thaksin"), ("จันทร์", "chanth"), ("เกษม", "kesm"), ("ไพบูลย์", "phaibul")],
)  # fmt: skip
def test_thai_is_spelt_in_the_order_in_which_it_sounds(written: str, latin: str) -> None:
    assert romanise(written) == latin


def test_thai_vowel_signs_do_not_cut_a_word() -> None:
    assert len(spell_words("ทักษิณ ชินวัตร")) == 2


@pytest.mark.parametrize("hostile", ["्", "ा", "़", "ंः", "्््", "์", "เ", "เเเ", "क़़़", "ๆ"])
def test_signs_without_a_letter_do_no_harm(hostile: str) -> None:
    assert romanise(hostile).isascii()
