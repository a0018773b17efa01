"""A written name against a name field, by the examples and tables of Doc 9303."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.zone.icao_names import EXAMPLES
from documents.zone.zones import FRA, LICENCE, RUS, TD3, read
from tamiz.documents.zone import NameVerdict, compare_name_field, compare_zone_name
from tamiz.documents.zone.write import name_field


@pytest.mark.parametrize(("written", "field"), EXAMPLES)
def test_the_examples_of_the_standard_are_accepted(written: str, field: str) -> None:
    assert compare_name_field(written, field).is_accepted


def test_no_example_is_accepted_for_another_name() -> None:
    crossed = [
        (written, field)
        for written, _ in EXAMPLES
        for other, field in EXAMPLES
        if other != written and compare_name_field(written, field).is_accepted
    ]

    assert crossed == []


@pytest.mark.parametrize(
    ("written", "field", "state"),
    [
        ("Müller, Jörg", "MUELLER<<JOERG<<<<", "D"),
        ("Müller, Jörg", "MULLER<<JORG<<<<", "TUR"),
        ("Müller, Jörg", "MUXXLLER<<JOERG<<<<", ""),
        ("Großmann, Käthe", "GROSSMANN<<KAETHE<<<<", "D"),
        ("CAÑON, Térèsa", "CANXXON<<TERESA<<<<", "ESP"),
        ("Peña, Luis", "PENA<<LUIS<<<<", "MEX"),
        ("Peña, Luis", "PEÑA<<LUIS<<<<", "ESP"),  # as older Spanish cards print it
        ("PENA, LUIS", "PEÑA<<LUIS<<<<", "ESP"),
        ("Müller, Jörg", "MÜLLER<<JÖRG<<<<", "D"),
        ("Ångström, Åsa", "AANGSTROEM<<ASA<<<<", "SWE"),
        ("Ævarsdóttir, Þuríður Ösp", "AEVARSDOTTIR<<THURIDUR<OESP<<<<", "ISL"),
        ("Dĳkstra, Łucja", "DIJKSTRA<<LUCJA<<<<", "NLD"),
        ("Șerban, Ionuț", "SERBAN<<IONUT<<<<", "ROU"),
        ("D’Artagnan, Marie-Elise", "DARTAGNAN<<MARIE<ELISE<<<<", ""),
        ("Згурський, Євген", "ZGHURSKYI<<YEVHEN<<<<", "UKR"),
        ("Єщенко, Юлія Їжак", "YESHCHENKO<<YULIIA<YIZHAK<<<<", "UKR"),
        ("Мар'яненко, Ґалаґан", "MARIANENKO<<GALAGAN<<<<", "UKR"),
        ("Иванов, Пётр", "IVANOV<<PETR<<<<", "RUS"),
        ("Царёв, Юрий", "TCAREV<<YURIY<<<<", "RUS"),  # as before 2014
        ("Подъячев, Илья", "PODIEIACHEV<<ILIA<<<<", "RUS"),
        ("Гусёў, Ягор", "HUSIOU<<IAHOR<<<<", "BLR"),
        ("Живковић, Чедомир", "ZIVKOVIC<<CEDOMIR<<<<", "SRB"),
        ("Щерев, Хюсеин", "SHTEREV<<KHIUSEIN<<<<", "BGR"),
        ("Ќосев, Џемал", "KJOSEV<<DJEMAL<<<<", "MKD"),
        ("محمود, عبدالرحيم", "MXHMWD<<EBDALRXHYM<<<<", ""),
        ("الرازي, ابو بكر محمد بن زكريا", "ALRAZY<<ABW<BKR<MXHMD<BN<ZKRYA<<<<", ""),
        ("عبّاس", "EBBAS<<<<", ""),
        ("عبّاس", "EBAS<<<<", ""),  # the shadda may be left out
        ("فاطمة", "FAXTTMXAH<<<<", ""),
        ("فاطمة", "FAXTTMXTA<<<<", ""),
        ("De la Cruz, Ana", "DELACRUZ<<ANA<<<<", ""),
        ("McDonald, Ian", "MC<DONALD<<IAN<<<<", ""),
        ("Anna Maria Eriksson", "ERIKSSON<<ANNA<MARIA<<<<", ""),  # no comma: any order
        ("Eriksson Anna Maria", "ERIKSSON<<ANNA<MARIA<<<<", ""),
        ("Maria", "<<MARIA<<<<", ""),  # an empty primary identifier
        ("Smith, Dr. John Jr.", "SMITH<<JOHN<<<<", ""),
    ],
)
def test_every_spelling_of_the_standard_is_the_same_name(
    written: str, field: str, state: str
) -> None:
    assert compare_name_field(written, field, state=state) is NameVerdict.SAME


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("Meyer, Jörg", "MUELLER<<JOERG<<<<"),
        ("Müller, Jörg", "MOELLER<<JOERG<<<<"),
        ("Eriksson, Maria Anna", "ERIKSSON<<ANNA<MARIA<<<<"),  # the order counts
        ("Eriksson, Anna", "ERIKSSON<<ANNA<MARIA<<<<"),
        ("Perez Lopez, Juan", "LOPEZ<PEREZ<<JUAN<<<<"),
        ("Garcia, Ana", "GARCIA<<EVA<<<<"),
    ],
)
def test_another_latin_name_differs(written: str, field: str) -> None:
    assert compare_name_field(written, field) is NameVerdict.DIFFERS


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("Perez Lopez, Juan Jose", "PEREZ<LOPEZ<<JUAN<<<<<<<<<"),
        ("Perez Lopez, Juan Jose", "PEREZ<<JUAN<JOSE<<<<<<<<<<"),
        ("Perez Lopez, Juan Jose", "PEREZ<LOPEZ<<J<J<<<<<<<<<<"),
        ("Perez Lopez, Juan Jose", "PEREZ<LOPEZ<<JUAN<JO"),  # full, but cut to less than was there
    ],
)
def test_what_is_missing_though_there_was_room_is_told_apart(written: str, field: str) -> None:
    room = field.ljust(len(field), "<")

    found = compare_name_field(written, room)

    assert found in {NameVerdict.SHORTENED, NameVerdict.CUT}
    assert found.is_accepted is (len("PEREZ<LOPEZ<<JUAN<JOSE") > len(field))


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("Γιώργος", "GIORGOS<<<<"),  # no table of the standard has Greek
        ("Қасым", "KASYM<<<<"),
        ("محمد", "MOHAMMED<<<<"),  # transcribed by ear
        ("Смирнов, Евгений", "SMIRNOFF<<EUGENE<<<<"),
        ("Garcia, Ana", "<<<<<<"),
    ],
)
def test_other_customs_of_other_scripts_stay_undecided(written: str, field: str) -> None:
    assert compare_name_field(written, field) is NameVerdict.UNDECIDED


def test_the_branch_of_the_issuing_state_leaves_the_others_out() -> None:
    serbian = "ZIVKOVIC<<CEDOMIR<<<<"

    assert compare_name_field("Живковић, Чедомир", serbian, state="SRB").is_accepted
    assert not compare_name_field("Живкович, Чедомир", serbian, state="UKR").is_accepted


def test_zones_are_compared_by_the_rules_of_their_format() -> None:
    assert compare_zone_name("Щукин, Юрий Ильич", read(*RUS)) is NameVerdict.SAME
    assert not compare_zone_name("Цукин, Юрий Ильич", read(*RUS)).is_accepted
    assert compare_zone_name("Martin, Anne", read(*LICENCE)) is NameVerdict.SAME
    assert compare_zone_name("Morel, Anne Marie", read(*FRA)) is NameVerdict.SAME
    assert compare_zone_name("Eriksson, Anna Maria", read(*TD3)) is NameVerdict.SAME


_WORDS = st.lists(
    st.text(alphabet="ABCDEFGHIJKLMNOPRSTUVWYZ", min_size=2, max_size=16), min_size=1, max_size=4
)


@given(_WORDS, _WORDS, st.sampled_from([30, 31, 39]))
def test_a_name_cut_as_the_standard_cuts_is_accepted(
    primary: list[str], secondary: list[str], room: int
) -> None:
    field = name_field(primary, secondary, room)

    written = f"{' '.join(primary)}, {' '.join(secondary)}"
    assert len(field) <= room
    assert compare_name_field(written, field.ljust(room, "<")).is_accepted


@given(st.text(max_size=60), st.text(alphabet="ABCXZ<", max_size=39))
def test_any_name_and_any_field_have_a_verdict(written: str, field: str) -> None:
    assert isinstance(compare_name_field(written, field), NameVerdict)
