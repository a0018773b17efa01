"""Two names of people compared with no index: what is one name, what is another.

``ONE`` pairs differ in ways that their culture allows; ``TWO`` pairs in ways that make another
person, however much else agrees. The names are invented or borne by thousands.
"""

import pytest

from tamiz.matching import Subject, compare_pair
from tamiz.matching.pairs import PairVerdict
from tamiz.model import Name, NamePart, PartyType, Role
from tamiz.wording import Language, catalogue

ONE = [
    ("José García López", "Jose Garcia Lopez"),
    ("José García López", "GARCÍA LÓPEZ, José"),
    ("José García López", "García López José"),
    ("José García López", "Pepe García López"),
    ("José García López", "José García"),
    ("Juan Carlos García López", "Juan García López"),
    ("Juan Carlos García López", "Juan García"),
    ("Juan Carlos García López", "J. C. García López"),
    ("María del Carmen Ruiz Peña", "Ma. del Carmen Ruiz Pena"),
    ("María del Carmen Ruiz Peña", "Mª Carmen Ruiz Peña"),
    ("María de los Ángeles Pérez Soto", "Maria Angeles Perez Soto"),
    ("María Guadalupe Hernández Cruz", "Ma. Gpe. Hernandez Cruz"),
    ("María Guadalupe Hernández Cruz", "Lupita Hernández Cruz"),
    ("Francisco Javier Núñez Vega", "Fco. Javier Nuñez Vega"),
    ("Francisco Núñez Vega", "Paco Núñez Vega"),
    ("Jesús Ramírez Ortega", "Chuy Ramírez Ortega"),
    ("Ignacio Zamora Ríos", "Nacho Zamora Rios"),
    ("José Luis Mendoza Rojas", "Joseluis Mendoza Rojas"),
    ("José Luis de la Rosa Díaz", "José Luis Delarosa Diaz"),
    ("Ana Isabel de la Cruz", "Ana Isabel Delacruz"),
    ("Ximena Ayala Torres", "Jimena Ayala Torres"),
    ("Luis Ibáñez Serrano", "Luis Ybáñez Serrano"),
    ("Vicente Baldovinos Solís", "Vicente Valdovinos Solis"),
    ("Rosa Elena Chávez de Molina", "Rosa Elena Chávez"),
    ("Rosa Elena Chávez Lara", "Rosa Elena Chávez Lara de Molina"),
    ("Antonio Muñoz Peña", "Antonio Munoz Pena"),
    ("Héctor Hernández Fuentes", "Hector Hdez. Fuentes"),
    ("Sergio Rodríguez Paz", "Sergio Rguez Paz"),
    ("Carlos Alberto Fernández-Vega", "Carlos Alberto Fernandez Vega"),
    ("Miguel Ángel Sánchez Gil", "Miguelangel Sanchez Gil"),
    ("Guillermo Estévez Mora", "Memo Estevez Mora"),
    ("Alejandro Quiroga Luna", "Alex Quiroga Luna"),
    ("Roberto Villaseñor Cano", "Roberto Villasenor Cano"),
    ("Roberto Villaseñor Cano", "Robero Villaseñor Cano"),
    ("Enrique Zavala Meza", "Enrique Sabala Mesa"),
    ("Eduardo Peralta Junior", "Eduardo Peralta"),
    ("Jorge Luis Castañeda y Nieto", "Jorge Luis Castañeda Nieto"),
    ("Володимир Петренко", "Volodymyr Petrenko"),
    ("Володимир Петренко", "Vladimir Petrenko"),
    ("Володимир Іванович Петренко", "Volodymyr Petrenko"),
    ("Петренко Володимир Іванович", "Volodymyr Ivanovych Petrenko"),
    ("Олександр Шевченко", "Aleksandr Shevchenko"),
    ("Олександр Шевченко", "Sasha Shevchenko"),
    ("Сергій Гриценко", "Sergey Gritsenko"),
    ("Сергій Гриценко", "Serhii Hrytsenko"),
    ("Євгенія Хоменко", "Yevheniia Khomenko"),
    ("Євгенія Хоменко", "Evgeniya Homenko"),
    ("Юлія Ковальчук", "Iuliia Kovalchuk"),
    ("Юлія Ковальчук", "Julia Kowaltschuk"),
    ("Микола Щербак", "Nikolai Shcherbak"),
    ("Микола Щербак", "Mykola Scherbak"),
    ("Ганна Кравець", "Anna Kravets"),
    ("Наталія Мельник", "Nataliya Melnyk"),
    ("Дмитро Лук'яненко", "Dmytro Lukianenko"),
    ("Дмитро Лук'яненко", "Dmitry Lukyanenko"),
    ("Олег Зайцев", "Oleh Zaitsev"),
    ("Олексій Бондаренко", "Alexey Bondarenko"),
    ("Андрій Головко", "Andrei Golovko"),
    ("Ольга Волковська", "Olga Volkovskaya"),
    ("Тарас Григорович Кузьменко", "Taras Hryhorovych Kuzmenko"),
    ("Тарас Григорович Кузьменко", "Taras Grigorievich Kuzmenko"),
    ("Катерина Бойко", "Kateryna Boiko"),
    ("Катерина Бойко", "Katia Boyko"),
    ("Богдан Дзюба", "Bohdan Dziuba"),
    ("Михайло Яценко", "Mikhail Yatsenko"),
    ("محمد الزرقاشي", "Mohammed Al-Zarqashi"),
    ("Abd al-Rahman Zarqashi", "Abdurrahman Zarqashi"),
    ("Kim Jong Hyok", "Jong-hyok Kim"),
    ("Wang Xiaoming", "Xiaoming Wang"),
    ("Wang Xiao Ming", "Wang Xiaoming"),
    ("Tanaka Hiroshi", "Hiroshi Tanaka"),
    ("Juan Carlos García López", "Juan C. García L."),
    ("J.-C. Quilombera", "Jean-Claude Quilombera"),
    ("JC Quilombera", "Jean-Claude Quilombera"),
    ("Ig0r Zarqash1n", "Igor Zarqashin"),
    ("QuilomberaIgor", "Quilombera Igor"),
    ("Hsi Chin-ping", "Xi Jinping"),
    ("Zarqashin, Igor", "Igor Zarqashin"),
    ("ZARQASHIN<<IGOR<PETROVICH", "Igor Petrovich Zarqashin"),
    ("Петренко Ю. І.", "Yurii Ivanovych Petrenko"),
    ("Dr. Igor Zarqashin", "Igor Zarqashin"),
    ("Juan Quilombera Jr", "Juan Quilombera hijo"),
    ("QUILOMBERA MALDONADO<<IGOR ALEJAN", "Igor Alejandro Quilombera Maldonado"),
    ("习近平", "习近平"),
    ("Mykolaiovych Petro Zarqashin", "Nikolaevich Petro Zarqashin"),
]

TWO = [
    ("Juan Hernández García", "Juan García Hernández"),
    ("José García López", "José García Ramírez"),
    ("José García López", "José López García"),
    ("José García López", "Luis García López"),
    ("José García López", "María García López"),
    ("José Luis García López", "José Manuel García López"),
    ("Mario Rojas Peña", "María Rojas Peña"),
    ("Francisco Ruiz Soto", "Francisca Ruiz Soto"),
    ("Juan Pérez Soto", "Juana Pérez Soto"),
    ("Daniel Vega Cruz", "Daniela Vega Cruz"),
    ("Carlos Gómez Núñez", "Carlos Gámez Núñez"),
    ("José Martínez", "José Martín"),
    ("Luis González Peña", "Luis Gonzalo Peña"),
    ("Ana Torres Vega", "Ana Flores Vega"),
    ("Hernández García", "García Hernández"),
    ("Antonio Ruiz Díaz", "Antonio Díaz Ruiz"),
    ("Olena Petrenko", "Oleh Petrenko"),
    ("Oleksandr Bondarenko", "Oleksandra Bondarenko"),
    ("Valentyn Moroz", "Valentyna Moroz"),
    ("Serhii Petrenko", "Serhii Petruk"),
    ("Ivan Mykolaiovych Koval", "Ivan Petrovych Koval"),
    ("Ivan Koval", "Ivan Kovalchuk"),
    ("Andrii Shevchenko", "Andrii Shevchuk"),
    ("Yevhen Marchenko", "Yevheniia Marchenko"),
    ("Viktor Savchenko", "Viktoriia Savchenko"),
    ("Petro Bondar", "Petro Bondarenko"),
    ("Oleksii Tkachenko", "Oleksandr Tkachenko"),
    ("Dmytro Lysenko", "Dmytro Lytvynenko"),
    ("Mykola Ivanovych Kravchenko", "Ivan Mykolaiovych Kravchenko"),
    ("Maksym Kovalenko", "Maksym Kovalchuk"),
    ("Salman bin Muhammad Al Zarqashi", "Muhammad bin Salman Al Zarqashi"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("N. N.", "Nursultan Nazarbayev"),
    ("Petrenko A. B.", "Petrenko Andrii Viktorovych"),
    ("习近朋", "习近平"),
    ("이재형", "이재명"),
    ("José María Quilombera Ruiz", "María José Quilombera Ruiz"),
    ("José María Quilombera Ruiz", "María Quilombera Ruiz"),
    ("María", "María García López"),
    ("Juan Quilombera Jr", "Juan Quilombera, padre"),
    ("Frost, William G.", "William W. Frost"),
    ("MARTÍN, Cruz", "CRUZ, Martín"),
]


def person(text: str, *parts: NamePart) -> Subject:
    return Subject(type=PartyType.PERSON, names=(Name(text=text, parts=parts),))


def compared(one: str, other: str) -> PairVerdict:
    return compare_pair(person(one), person(other))


def codes(verdict: PairVerdict) -> set[str]:
    return {statement.code for statement in verdict.evidence}


@pytest.mark.parametrize(("one", "other"), ONE)
def test_ways_to_write_one_name_agree(one: str, other: str) -> None:
    assert compared(one, other).agrees


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people_do_not_agree(one: str, other: str) -> None:
    assert not compared(one, other).agrees


def test_a_rare_word_in_common_says_more_than_a_common_one() -> None:
    rare, common = (
        compared(f"{word}", f"{word} García López") for word in ("Tzintzuneguia", "José")
    )

    assert rare.bits > common.bits


def test_given_and_family_name_that_are_told_are_not_exchanged() -> None:
    one = person("Friedrich Hans", NamePart(Role.GIVEN, "Friedrich"), NamePart(Role.FAMILY, "Hans"))
    other = person(
        "Hans Friedrich", NamePart(Role.GIVEN, "Hans"), NamePart(Role.FAMILY, "Friedrich")
    )

    verdict = compare_pair(one, other)

    assert not verdict.agrees
    assert "pair.order_crossed" in codes(verdict)


def test_parts_that_leave_words_out_do_not_hide_them() -> None:
    one = person("Ali Zarqashi", NamePart(Role.GIVEN, "Ali"))

    assert compare_pair(one, person("Ali Zarqashi")).agrees
    assert not compare_pair(one, person("Ali Quilombera")).agrees


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Juan Hernández García", "Juan García Hernández", "pair.order_surnames"),
        ("Salman bin Muhammad Zarqa", "Muhammad bin Salman Zarqa", "pair.order_generations"),
        ("Ivan Mykolaiovych Koval", "Ivan Petrovych Koval", "pair.conflict_patronymic"),
        ("Juan García", "Pedro García", "pair.conflict_given"),
        ("Juan García", "Juan Zubizarreta", "pair.conflict_family"),
        ("Pepe Quilombera", "José Quilombera", "pair.word.form"),
        ("A. Quilombera", "Ana Quilombera", "pair.word.initial"),
    ],
)
def test_the_evidence_names_what_decides(one: str, other: str, code: str) -> None:
    assert code in codes(compared(one, other))


def test_the_name_that_speaks_most_for_a_match_is_used() -> None:
    names = (Name(text="Zubizarreta Ona"), Name(text="Igor Quilombera"))
    several = Subject(type=PartyType.PERSON, names=names)

    verdict = compare_pair(several, person("Igor Quilombera"))

    assert verdict.bits == compared("Igor Quilombera", "Igor Quilombera").bits
    assert verdict.evidence[0].applicant == "Igor Quilombera"


def test_every_reason_has_a_sentence() -> None:
    found = {e.code for one, other in ONE + TWO for e in compared(one, other).evidence}

    assert found <= set(catalogue(Language.ENGLISH))
