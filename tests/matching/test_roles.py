"""Names in the cultures that applicants come from: what agrees, what differs, what order means.

Each case says how an applicant's name stands to a listed one: ``same`` (the words agree in one of
the ways their culture allows), ``doubtful`` (a word is missing, or their order is another), and
``other`` (a word differs). The bits must be in that order, whatever the names.
"""

import pytest

from matching.invented import applicant, listed, matcher_over
from tamiz.matching import Match
from tamiz.model import Name, NamePart, Role


def match(listed_name: str, name: str, *, born: tuple[str, str] = ("", "")) -> Match:
    """The comparison of an applicant with one listed person, among others of many names."""
    others = (
        listed("2", "PETRENKO, Ivan Olehovych"),
        listed("3", "AL-HAMAWI, Mahmud Said"),
        listed("4", "RAMOS CASTRO, Luis Alberto"),
        listed("5", "PAK, Chol"),
    )
    with matcher_over(listed("1", listed_name, born=born[0]), *others) as matcher:
        return matcher.score(applicant(name, born=born[1]), 0)


def codes(found: Match) -> set[str]:
    """The codes of the evidence about names."""
    return {e.code for e in found.evidence if e.feature == "name" and "kind" not in e.code}


SAME = [
    # Hispanic: particles, joins, nicknames, accents, b/v and s/z
    ("TZINTZUN DE LA CUEVA, Erasmo José", "Erasmo José Tzintzun Cueva"),
    ("TZINTZUN DE LA CUEVA, Erasmo", "Erasmo Tzintzun Delacueva"),
    ("QUILOMBERA SANZ, José", "Pepe Quilombera Sanz"),
    ("QUILOMBERA SANZ, Francisco", "Paco Quilombera Sáenz"),
    ("QUILOMBERA SANZ, Jesús", "Chuy Quilombera Sanz"),
    ("VALDOVINOS ZARATE, Inés", "Inés Baldobinos Zárate"),
    # Ukrainian, Russian, Belarusian: romanisations, languages, nicknames, gendered endings
    ("SHEVCHUKENKO, Oleksandr", "Александр Шевчукенко"),
    ("SHEVCHUKENKO, Serhii", "Sergey Shevchukenko"),
    ("HRYHORASHENKO, Yevhen", "Evgeny Grigorashenko"),
    ("VOLKOVSKYI, Mykola", "Николай Волковский"),
    ("VOLKOVSKA, Olha", "Ольга Волковская"),
    ("KHMARA, Yuliia", "Julia Khmara"),
    ("SHEVCHUKENKO, Volodymyr", "Vova Shevchukenko"),
    # Arabic and its neighbours: articles, kunya, compounds, vowels that are not written
    ("AL-ZARQASHI, Muhammad", "محمد الزرقاشي"),
    ("AL-ZARQASHI, Muhammad", "Mohamed Elzarqashi"),
    ("AL-ZARQASHI, Abd al-Rahman", "Abdurrahman Zarqashi"),
    ("ZARQASHI, Rahmatullah", "رحمت الله زرقاشي"),
    ("ZARQASHI, Nasir al-Din", "Nasreddine Zarqashi"),
    ("ABU BAKR ZARQASHI, Umar", "Omar Aboubakar Zarqashi"),
    # Chinese and Korean: order, readings, hyphens
    ("OUYANG, Xiuquan", "Xiuquan Ouyang"),
    ("KIM, Jong Hyok", "Kim Chong-hyok"),
    ("KIM, Jonghyok", "김종혁"),
]


@pytest.mark.parametrize(("listed_name", "name"), SAME)
def test_names_that_agree_speak_for_a_match(listed_name: str, name: str) -> None:
    found = codes(match(listed_name, name))

    assert not {code for code in found if "conflict" in code or "extra" in code}
    assert found


DOUBTFUL = [
    ("GARCIA HERNANDEZ, Juan", "Juan García", "name.extra_listed"),
    ("GARCIA HERNANDEZ, Juan", "Juan Hernández", "name.extra_listed"),
    ("GARCIA, Juan", "Juan García Hernández", "name.extra_applicant"),
    ("GARCIA HERNANDEZ, Juan", "Juan Hernández García", "name.reordered"),
    ("SHEVCHUKENKO, Taras Ivanovych", "Taras Shevchukenko", "name.extra_listed"),
    ("SALMAN AL-ZARQASHI, Muhammad", "Salman Muhammad al-Zarqashi", "name.reordered"),
]


@pytest.mark.parametrize(("listed_name", "name", "code"), DOUBTFUL)
def test_missing_words_and_another_order_weaken_a_match(
    listed_name: str, name: str, code: str
) -> None:
    found = match(listed_name, name)

    assert code in codes(found)
    assert found.bits < match(listed_name, listed_name).bits


OTHER = [
    ("GARCIA HERNANDEZ, Juan", "Juan García Quilombera"),
    ("GARCIA HERNANDEZ, Juan", "Ramón García Hernández"),
    ("SHEVCHUKENKO, Taras Ivanovych", "Taras Petrovych Shevchukenko"),
    ("AL-ZARQASHI, Muhammad", "Muhammad al-Hamawi"),
    ("KIM, Jong Hyok", "Kim Yong Chun"),
]


@pytest.mark.parametrize(("listed_name", "name"), OTHER)
def test_words_that_differ_speak_against_a_match(listed_name: str, name: str) -> None:
    found = match(listed_name, name)

    assert any("conflict" in code for code in codes(found))
    assert found.bits < match(listed_name, listed_name).bits - 5


def test_told_roles_must_agree_in_order() -> None:
    parts = (NamePart(role=Role.GIVEN, text="Aurelio"), NamePart(role=Role.FAMILY, text="Zaragozi"))
    subject = applicant("x")
    with matcher_over(
        listed("1", "ZARAGOZI, Aurelio"), listed("2", "AURELIO, Zaragozi")
    ) as matcher:
        told = type(subject)(type=subject.type, names=(Name(text="Aurelio Zaragozi", parts=parts),))

        assert matcher.score(told, 0).bits > matcher.score(told, 1).bits


def test_three_slips_are_forgiven_beside_the_same_birth_date() -> None:
    born = ("1984-03-09", "1984-03-09")

    found = match("TZINTZUN QUILOMBERA, Jairo", "Jafro TzintzunoQuilonbera", born=born)

    assert any(code.startswith("name.whole") for code in codes(found))
    assert found.bits > 0


def test_three_slips_mean_nothing_without_a_birth_date() -> None:
    found = match("TZINTZUN QUILOMBERA, Jairo", "Jafro TzintzunoQuilonbera")

    assert not any(code.startswith("name.whole") for code in codes(found))


def test_a_name_of_one_word_tells_how_common_the_word_is() -> None:
    found = match("Guillermo", "Guillermo", born=("1984-03-09", "1984-03-09"))

    assert {code for code in codes(found) if "whole" in code or "word" in code} == {
        "name.word.exact"
    }


@pytest.mark.parametrize("born", ["1993-11-20", "1979-10-12"])
def test_an_honest_namesake_with_another_birth_date_clears_by_far(born: str) -> None:
    found = match("GARCIA LOPEZ, Jose", "José García López", born=("1971-05-02", born))

    assert found.probability < 0.003  # a tenth of the review threshold of the default policy


def test_a_common_name_alone_is_never_more_likely_than_not() -> None:
    assert match("GARCIA LOPEZ, Jose", "José García López").probability < 0.1


def test_the_second_word_of_a_compound_name_tells_little() -> None:
    found = match("QUILOMBERA, Miguel Angel", "Miguel Ángel Quilombera")

    assert "name.compound" in codes(found)


def test_words_of_one_culture_tell_less_together_than_words_of_two() -> None:
    def loss(name: str) -> float:
        return sum(e.bits or 0 for e in match(name, name).evidence if e.code == "name.one_culture")

    assert loss("Dmitry Smirnov") < loss("Dmitry Rodriguez") <= 0


def test_a_family_name_shared_on_the_other_side_is_a_cousins() -> None:
    in_place = match("LOERA VILLEGAS, Aurelio", "Aurelio Loera Rosa")
    across = match("VILLEGAS LOERA, Aurelio", "Aurelio Loera Rosa")

    assert "name.conflict_across" in codes(across)
    assert across.bits < in_place.bits


@pytest.mark.parametrize("listed_name", ["QUILOMBERA TZINTZUN, Fabio", "Fabio Quilombera Tzintzun"])
def test_a_brother_with_the_same_rare_family_names_is_not_the_listed_man(listed_name: str) -> None:
    found = match(listed_name, "Renato Quilombera Tzintzun", born=("1977-02-03", "1979-08-14"))

    assert "name.family_only" in codes(found)
    assert found.probability < 0.1


@pytest.mark.parametrize(
    ("listed_name", "name"),
    [
        ("KORSUN, Oleksandr", "Oleksandr Tkachuk"),
        ("ZARAGOZI, Francisco", "Francisco Rivera"),
        ("YILDIZ, Mehmet", "Emre Yıldız"),
    ],
)
def test_a_word_in_common_makes_no_whole_of_names_that_differ_beside_it(
    listed_name: str, name: str
) -> None:
    found = match(listed_name, name, born=("1985-03-02", "1985-03-02"))

    assert not any(code.startswith("name.whole") for code in codes(found))
