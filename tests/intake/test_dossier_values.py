"""Single values of a dossier: names, dates, sex, nationalities, numbers."""

from pathlib import Path

import pytest

from intake.reading import cohort_of, one, one_json, only
from tamiz.intake.dossiers.values import sex_of
from tamiz.model import NameKind, Role, Sex


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1992-11-07", ["1992-11-07"]),
        ("07.11.1992", ["1992-11-07"]),
        ("7 Nov 1992", ["1992-11-07"]),
        ("7 de noviembre de 1992", ["1992-11-07"]),
        ("7 листопада 1992 р.", ["1992-11-07"]),
        ("1992", ["1992"]),
        ("1992-11-07; 1993", ["1992-11-07", "1993"]),
    ],
)
def test_a_birth_date_is_read_in_its_usual_forms(
    tmp_path: Path, written: str, read: list[str]
) -> None:
    dossier = one(tmp_path, birth_date=written)

    assert [date.text() for date in dossier.identity.birth_dates] == read
    assert dossier.notes == ()


def test_an_ambiguous_date_keeps_both_readings_and_says_so(tmp_path: Path) -> None:
    dossier = one(tmp_path, birth_date="03/04/1988")

    dates = dossier.identity.birth_dates
    assert [(date.text(), date.ambiguous) for date in dates] == [
        ("1988-04-03", True), ("1988-03-04", True)
    ]  # fmt: skip
    assert dossier.notes == ("birth_date:ambiguous",)


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("DOB (dd/mm/yyyy)", ["1988-04-03"]),
        ("Fecha de nacimiento (dd/mm/aaaa)", ["1988-04-03"]),
        ("Дата народження (дд.мм.рррр)", ["1988-04-03"]),
        ("DOB (mm/dd/yyyy)", ["1988-03-04"]),
    ],
)
def test_a_heading_that_gives_the_order_settles_a_date(
    tmp_path: Path, heading: str, read: list[str]
) -> None:
    dossier = only(cohort_of(tmp_path, f"id,name,{heading}\n1,Ann Moss,03/04/1988\n"))

    assert [date.text() for date in dossier.identity.birth_dates] == read


def test_a_day_number_gives_the_days_of_both_calendars(tmp_path: Path) -> None:
    dossier = one(tmp_path, birth_date="32874")

    assert [date.text() for date in dossier.identity.birth_dates] == ["1990-01-01", "1994-01-02"]
    assert dossier.notes == ("birth_date:ambiguous",)


def test_a_date_that_cannot_be_read_is_kept_and_noted(tmp_path: Path) -> None:
    dossier = one(tmp_path, birth_date="31.02.1990; 1991-01-01", doc_expires="soon")

    assert [date.text() for date in dossier.identity.birth_dates] == ["1991-01-01"]
    assert dossier.notes == ("doc_expires:unreadable", "birth_date:unreadable")
    assert dossier.extra == (("doc_expires", "soon"), ("birth_date", "31.02.1990"))


@pytest.mark.parametrize("day", ["1899-12-30", "31.12.1899", "1900-01-01", "01/01/1904"])
def test_the_first_day_of_a_spreadsheet_is_no_birth_date(tmp_path: Path, day: str) -> None:
    dossier = one(tmp_path, birth_date=day)

    assert dossier.identity.birth_dates == ()
    assert dossier.notes == ("birth_date:spreadsheet_zero", "birth_date:unreadable")
    assert dossier.extra == (("birth_date", day),)


def test_parts_of_a_name_keep_their_roles(tmp_path: Path) -> None:
    dossier = one(
        tmp_path,
        given_names="María José",
        patronymic="Petrivna",
        paternal_surname="Núñez",
        maternal_surname="de la Peña",
    )

    (name,) = dossier.identity.names
    assert name.text == "María José Petrivna Núñez de la Peña"
    assert [part.role for part in name.parts] == [
        Role.GIVEN, Role.PATRONYMIC, Role.PATERNAL, Role.MATERNAL
    ]  # fmt: skip


def test_a_family_name_before_a_comma_is_told_apart(tmp_path: Path) -> None:
    (name,) = one(tmp_path, name="MOSS REYES, Ann").identity.names

    assert {(part.role, part.text) for part in name.parts} == {
        (Role.FAMILY, "MOSS REYES"),
        (Role.GIVEN, "Ann"),
    }


@pytest.mark.parametrize(
    ("name", "texts", "notes"),
    [
        ("Ann", ["Ann Moss Reyes"], ("name:taken_as_given_names",)),
        ("Ann Moss Reyes", ["Ann Moss Reyes"], ()),
        ("MOSS, Ann", ["Ann Moss Reyes"], ()),
    ],
)
def test_a_name_beside_a_surname_is_a_given_name_unless_it_holds_the_surname(
    tmp_path: Path, name: str, texts: list[str], notes: tuple[str, ...]
) -> None:
    dossier = one(tmp_path, name=name, surname="Moss Reyes")

    assert [found.text for found in dossier.identity.names] == texts
    assert dossier.notes == notes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Herman Kovaliuk", "Herman Kovaliuk Panasovych"),
        ("KOVALIUK, Herman", "KOVALIUK Herman Panasovych"),
        ("Kovaliuk Herman Panasovych", "Kovaliuk Herman Panasovych"),
    ],
)
def test_a_patronymic_beside_a_whole_name_is_of_it_and_no_name_by_itself(
    tmp_path: Path, name: str, text: str
) -> None:
    dossier = one(tmp_path, name=name, patronymic="Panasovych")

    assert [" ".join(found.text.replace(",", "").split()) for found in dossier.identity.names] == [
        text
    ]


@pytest.mark.parametrize(
    ("alias", "text", "kind"),
    [
        ("Anita", "Anita", NameKind.ALIAS),
        ("«Águila-7»", "Águila-7", NameKind.CODE),
        ("“Ghost”", "Ghost", NameKind.CODE),
        ("Águila-7", "Águila-7", NameKind.CODE),
        ("Ann Moss 2", "Ann Moss 2", NameKind.ALIAS),
    ],
)
def test_a_code_name_is_told_from_an_alias(
    tmp_path: Path, alias: str, text: str, kind: NameKind
) -> None:
    found = one(tmp_path, aliases=alias).identity.names[-1]

    assert (found.text, found.kind) == (text, kind)


@pytest.mark.parametrize(
    ("name", "aliases", "former"),
    [
        ("Leah Vasquez", "née Barr", ["Leah Barr"]),
        ("Leah Vasquez", "nee BARR", ["Leah BARR"]),
        ("VASQUEZ, Leah", "born Barr", ["Leah Barr"]),
        ("Leah Vasquez (née Barr)", "", ["Leah Barr"]),
        ("Leah Vasquez née Barr", "", ["Leah Barr"]),
        ("Ana Lucía Vargas", "nacida Quilombera", ["Ana Lucía Quilombera"]),
        ("Ana Lucía Vargas", "de soltera: Quilombera Ríos", ["Ana Lucía Quilombera Ríos"]),
        ("Ana Vargas, de soltera Quilombera", "", ["Ana Quilombera"]),
        ("Олена Коваль", "дівоче Вівчаренко", ["Олена Вівчаренко"]),
        ("Олена Коваль", "дівоче прізвище: Вівчаренко", ["Олена Вівчаренко"]),
        ("Олена Коваль (уроджена Вівчаренко)", "", ["Олена Вівчаренко"]),
        ("Коваль, Олена", "до шлюбу Вівчаренко", ["Олена Вівчаренко"]),
        ("Leah Vasquez", "née Leah Barr", ["Leah Barr"]),
        ("Leah Vasquez", "née BARR, Leah", ["BARR, Leah"]),
        ("Max Born", "Born", []),
        ("TAN, Nee Ling", "", []),
        ("Born, Max", "Nacidaria", []),
    ],
)
def test_a_family_name_borne_before_stands_behind_the_given_names(
    tmp_path: Path, name: str, aliases: str, former: list[str]
) -> None:
    names = one_json(tmp_path, name=name, aliases=aliases).identity.names

    assert [found.text for found in names if found.kind is NameKind.FORMER] == former


def test_a_name_in_which_another_borne_before_stands_is_told_without_it(tmp_path: Path) -> None:
    names = one(tmp_path, name="Leah Vasquez (née Barr)").identity.names

    assert [found.text for found in names] == ["Leah Vasquez", "Leah Barr"]


def test_an_alias_that_may_be_a_name_itself_stays_one(tmp_path: Path) -> None:
    names = one(tmp_path, name="Rosa Tan", aliases="Nee Ling").identity.names

    assert [found.text for found in names] == ["Rosa Tan", "Rosa Ling", "Nee Ling"]


def test_a_name_in_its_own_script_is_marked_as_such(tmp_path: Path) -> None:
    names = one(tmp_path, name="Taras Koval", name_original="Коваль Тарас").identity.names

    assert [(name.text, name.kind) for name in names] == [
        ("Taras Koval", NameKind.PRIMARY), ("Коваль Тарас", NameKind.SCRIPT)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "sex"),
    [("M", Sex.MALE), ("hombre", Sex.MALE), ("Ч", Sex.MALE), ("F", Sex.FEMALE), ("mujer", Sex.FEMALE),
     ("ж.", Sex.FEMALE), ("жіноча", Sex.FEMALE), ("X", Sex.UNSPECIFIED), ("<", Sex.UNSPECIFIED),
     ("yes", None), ("", None)],
)  # fmt: skip
def test_a_sex_is_understood_in_three_languages(word: str, sex: Sex | None) -> None:
    assert sex_of(word) == sex


def test_two_sexes_are_none(tmp_path: Path) -> None:
    dossier = one(tmp_path, sex="M; F")

    assert dossier.identity.sex is None
    assert dossier.notes == ("sex:unreadable",)
    assert dossier.extra == (("sex", "M"), ("sex", "F"))


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("UA; ES", ["ua", "es"]),
        ("Ukraine, Spain", ["ua", "es"]),
        ("Україна/Іспанія", ["ua", "es"]),
        ("mexicana y española", ["mx", "es"]),
        ("Bosnia and Herzegovina", ["ba"]),
        ("NO", ["no"]),
    ],
)
def test_several_nationalities_are_told_apart(
    tmp_path: Path, written: str, codes: list[str]
) -> None:
    dossier = one(tmp_path, nationality=written)

    assert [found.country for found in dossier.identity.nationalities] == codes
    assert dossier.notes == ()


def test_a_nationality_that_is_not_understood_is_kept_whole(tmp_path: Path) -> None:
    dossier = one(tmp_path, nationality="Ukraine, Atlantis")

    (found,) = dossier.identity.nationalities
    assert (found.country, found.text) == (None, "Ukraine, Atlantis")
    assert dossier.notes == ("nationalities:unreadable",)


@pytest.mark.parametrize(
    ("written", "read", "notes"),
    [
        ("+380 44 279 00 00", ["+380 44 279 00 00"], ()),
        ("2790000, 2790001", ["2790000", "2790001"], ()),
        ("2790000 / 2790001", ["2790000", "2790001"], ()),
        ("2790000, ext. 5", ["2790000, ext. 5"], ()),
        ("380442790000.0", ["380442790000"], ()),
        ("3.8044E+11", [], ("phone:shortened", "phone:unreadable")),
        ("3,8044E+11; 2790000", ["2790000"], ("phone:shortened", "phone:unreadable")),
        ("n/a", [], ("phone:none_stated",)),
    ],
)
def test_phone_numbers_come_as_they_were_dialled(
    tmp_path: Path, written: str, read: list[str], notes: tuple[str, ...]
) -> None:
    dossier = one(tmp_path, phone=written)

    assert [contact.value for contact in dossier.contacts] == read
    assert dossier.notes == notes


@pytest.mark.parametrize("field", ["doc_number", "doc_personal_number", "personal_number"])
@pytest.mark.parametrize(
    ("number", "faults"),
    [
        ("A" * 150 + "1234567890", ()),
        ("A" * 150 + "12345678901", ("unreadable",)),  # longer than is compared with anything
        ("5.2667E+11", ("shortened", "unreadable")),
    ],
)
def test_a_number_that_nothing_can_be_compared_with_is_noted(
    tmp_path: Path, field: str, number: str, faults: tuple[str, ...]
) -> None:
    dossier = one(tmp_path, **{field: number})

    assert dossier.notes == tuple(f"{field}:{fault}" for fault in faults)


def test_a_number_that_lost_its_digits_is_kept(tmp_path: Path) -> None:
    assert one(tmp_path, phone="3.8044E+11").extra == (("phone", "3.8044E+11"),)


def test_a_json_number_is_written_out(tmp_path: Path) -> None:
    assert one_json(tmp_path, phone=3.80442790000e11).contacts[0].value == "380442790000"


@pytest.mark.parametrize("nought", ["0", "000-000", "00.00"])
@pytest.mark.parametrize(
    ("field", "remark"),
    [("personal_number", "none_stated"), ("sponsor_number", "none_stated"), ("doc_number", "")],
)
def test_a_nought_is_nothing_where_nobody_need_have_anything(
    tmp_path: Path, field: str, nought: str, remark: str
) -> None:
    dossier = one(tmp_path, **{field: nought})

    assert (f"{field}:none_stated" in dossier.notes) is bool(remark)


@pytest.mark.parametrize("nothing", ["-", "—", "N/A", "unknown", "Desconocido", "невідомо"])
@pytest.mark.parametrize("field", ["aliases", "phone", "sponsor", "nationalities", "birth_date"])
def test_what_says_nothing_is_no_value(tmp_path: Path, field: str, nothing: str) -> None:
    dossier = one(tmp_path, **{field: nothing})

    assert len(dossier.identity.names) == 1
    assert not dossier.contacts
    assert not dossier.relations
    assert not dossier.identity.nationalities
    assert dossier.notes == (f"{field}:none_stated",)


def test_null_and_no_may_be_names(tmp_path: Path) -> None:
    names = one(tmp_path, given_names="No", family_names="Null").identity.names

    assert [name.text for name in names] == ["No Null"]


def test_a_long_letter_is_cut_with_a_note(tmp_path: Path) -> None:
    dossier = one(tmp_path, motivation="x" * 30_000)

    assert len(dossier.motivation) == 20_000
    assert dossier.notes == ("motivation:cut",)


@pytest.mark.parametrize("field", ["motivation", "occupation", "programme", "course"])
def test_a_text_is_not_divided(tmp_path: Path, field: str) -> None:
    assert getattr(one(tmp_path, **{field: "this;  that"}), field) == "this; that"


def test_characters_that_deceive_are_noted_with_their_field(tmp_path: Path) -> None:
    dossier = one(tmp_path, name="Ann \u202essoM", address="1 L\u200bong Road")

    assert dossier.notes == ("name:bidi_control", "address:invisible")


@pytest.mark.parametrize(
    ("place", "country", "codes"),
    [
        ("Poltava, Ukraine", "", ["ua"]),
        ("Poltava", "UA", ["ua"]),
        ("Poltava", "", [None]),
        ("", "UA", ["ua"]),
        ("Poltava, Ukraine; Lviv", "", ["ua", None]),
    ],
)
def test_a_birth_place_gets_its_country(
    tmp_path: Path, place: str, country: str, codes: list[str | None]
) -> None:
    dossier = one(tmp_path, birth_place=place, birth_country=country)

    assert [found.country for found in dossier.identity.birth_places] == codes
