"""Chinese, Korean and Japanese names in Latin letters."""

import pytest

from tamiz.model import Name, Role
from tamiz.normalise.east_asian import split_ideographic
from tamiz.normalise.forms import families_of
from tamiz.normalise.keys import outline, sound
from tamiz.normalise.names import parse_person
from tamiz.normalise.scripts import romanise


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("毛泽东", "mao", "zedong"), ("曾庆红", "zeng", "qinghong"), ("单田芳", "shan", "tianfang"),
        ("解振华", "xie", "zhenhua"), ("区伯", "ou", "bo"), ("任正非", "ren", "zhengfei"),
        ("欧阳修", "ouyang", "xiu"), ("歐陽修", "ouyang", "xiu"), ("司马懿", "sima", "yi"),
        ("김정은", "kim", "jeongeun"), ("이명박", "lee", "myeongbak"), ("박근혜", "park", "geunhye"),
        ("남궁민", "namgung", "min"),
    ],
)  # fmt: skip
def test_the_family_name_is_read_as_a_family_name(written: str, family: str, given: str) -> None:
    assert split_ideographic(written) == (family, given)
    assert [(word.text, word.role) for word in parse_person(Name(text=written)).words] == [
        (family, Role.FAMILY),
        (given, Role.GIVEN),
    ]


def test_two_characters_of_a_long_family_name_alone_are_family_and_given_name() -> None:
    assert split_ideographic("欧阳") == ("ou", "yang")


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("たなか", "tanaka"), ("タナカ", "tanaka"), ("ﾀﾅｶ", "tanaka"), ("けんじ", "kenji"),
        ("きょうこ", "kyouko"), ("しんじょう", "shinjou"), ("ちょう", "chou"), ("はっとり", "hattori"),
        ("まっちゃ", "matcha"), ("じゅん", "jun"), ("つとむ", "tsutomu"), ("ふじ", "fuji"),
        ("サトー", "sato"), ("しゅんすけ", "shunsuke"), ("りょう", "ryou"), ("っ", ""), ("ゃ", "ya"),
    ],
)  # fmt: skip
def test_kana_are_spelt_as_hepburn_does(kana: str, latin: str) -> None:
    assert romanise(kana) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [("kyouko", "kyoko"), ("ohno", "ohno"), ("satou", "sato"), ("yuuki", "yuki")],
)
def test_long_vowels_sound_the_same_however_written(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chan", "chen"), ("wong", "wang"), ("wong", "huang"), ("tsai", "cai"), ("hsu", "xu"),
        ("chang", "zhang"), ("cheung", "zhang"), ("lee", "li"), ("tse", "xie"), ("kwok", "guo"),
        ("ng", "wu"), ("lau", "liu"), ("yeung", "yang"), ("chiang", "jiang"), ("tsang", "zeng"),
        ("park", "pak"), ("park", "bak"), ("choi", "choe"), ("lee", "yi"), ("lee", "ri"),
        ("rhee", "lee"), ("jung", "chong"), ("jung", "jeong"), ("kang", "gang"), ("kim", "gim"),
        ("ohno", "ono"), ("lim", "im"), ("ryu", "yoo"),
    ],
)  # fmt: skip
def test_spellings_of_one_family_name_are_of_one_family(one: str, other: str) -> None:
    assert set(families_of(one)) & set(families_of(other))


@pytest.mark.parametrize(("one", "other"), [("wang", "zhang"), ("li", "liu"), ("kim", "lee")])
def test_other_family_names_are_not(one: str, other: str) -> None:
    assert not set(families_of(one)) & set(families_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("jeongeun", "jongun"), ("geunhye", "kunhye"), ("myungbak", "myongbak"), ("young", "yong")],
)
def test_korean_given_names_meet_in_any_romanisation(one: str, other: str) -> None:
    assert outline(one) == outline(other) != ""


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("山本隆", "yamamoto"), ("髙橋浩", "takahashi"), ("五十嵐誠", "igarashi"),
        ("佐々木明", "sasaki"), ("金正恩", "jin"), ("林彪", "lin"), ("山本", "shan"),
    ],
)  # fmt: skip
def test_a_family_name_of_japan_is_read_as_there(written: str, family: str) -> None:
    assert split_ideographic(written)[0] == family


def test_two_given_names_after_one_family_name_of_japan_differ() -> None:
    one, other = split_ideographic("山本明"), split_ideographic("山本隆")

    assert (one[0], one[1] == other[1]) == (other[0], False)
