"""Headings as people write them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.intake.dossiers.columns import COLUMNS, FIELDS, field_of, folded

# The columns that a unit may count on, with a Spanish and a Ukrainian word for each.
PROMISED = {
    "id": ("Expediente", "Номер заявки"),
    "name": ("Nombre completo", "ПІБ"),
    "given_names": ("Nombres", "Ім'я"),
    "family_names": ("Apellidos", "Прізвище"),
    "paternal_surname": ("Apellido paterno", "Прізвище батька"),
    "maternal_surname": ("Apellido materno", "Прізвище матері"),
    "patronymic": ("Patronímico", "По батькові"),
    "aliases": ("Apodos", "Позивний"),
    "name_original": ("Nombre original", "Ім'я рідною мовою"),
    "birth_date": ("Fecha de nacimiento", "Дата народження"),
    "birth_place": ("Lugar de nacimiento", "Місце народження"),
    "birth_country": ("País de nacimiento", "Країна народження"),
    "sex": ("Sexo", "Стать"),
    "nationalities": ("Nacionalidad", "Громадянство"),
    "address": ("Domicilio", "Адреса"),
    "country": ("País de residencia", "Країна проживання"),
    "phone": ("Teléfono", "Номер телефону"),
    "email": ("Correo electrónico", "Електронна пошта"),
    "doc_type": ("Tipo de documento", "Тип документа"),
    "doc_number": ("Número de documento", "Номер документа"),
    "doc_country": ("País emisor", "Країна видачі"),
    "doc_issued": ("Fecha de expedición", "Дата видачі"),
    "doc_expires": ("Fecha de vencimiento", "Дійсний до"),
    "doc_authority": ("Autoridad emisora", "Орган видачі"),
    "doc_name": ("Nombre en el documento", "Ім'я в документі"),
    "doc_birth_date": ("Fecha de nacimiento en el documento", "Дата народження в документі"),
    "doc_birth_place": ("Lugar de nacimiento en el documento", "Місце народження в документі"),
    "doc_sex": ("Sexo en el documento", "Стать у документі"),
    "doc_nationality": ("Nacionalidad en el documento", "Громадянство в документі"),
    "doc_personal_number": ("Número personal en el documento", "Особистий номер у документі"),
    "doc_chip": ("Chip del documento", "Чип документа"),
    "doc_files": ("Archivos del documento", "Файли документа"),
    "mrz": ("Zona de lectura mecánica", "Машинозчитувана зона"),
    "personal_number": ("Cédula", "РНОКПП"),
    "sponsor": ("Patrocinador", "Спонсор"),
    "sponsor_number": ("NIT del patrocinador", "ЄДРПОУ"),
    "sponsor_address": ("Dirección del patrocinador", "Адреса спонсора"),
    "sponsor_contact": ("Teléfono del patrocinador", "Контакти спонсора"),
    "sponsor_founded": ("Patrocinador constituido", "Дата реєстрації спонсора"),
    "travel": ("Viajes", "Поїздки"),
    "travel_reference": ("Código de reserva", "Номер бронювання"),
    "payment_reference": ("Cuenta bancaria", "Номер платежу"),
    "skill": ("Nivel de experiencia", "Навички"),
    "observations": ("Observaciones", "Спостереження"),
    "outcome": ("Resolución", "Рішення"),
    "referees": ("Referencias", "Рекомендації"),
    "referred_by": ("Referido por", "Хто направив"),
    "relatives": ("Familiares", "Родичі"),
    "associates": ("Allegados", "Знайомі"),
    "occupation": ("Profesión", "Професія"),
    "service": ("Servicio militar", "Військова служба"),
    "programme": ("Programa", "Програма"),
    "course": ("Curso", "Курс"),
    "motivation": ("Motivación", "Мотивація"),
    "applied_on": ("Fecha de solicitud", "Дата подання"),
}


@pytest.mark.parametrize("field", PROMISED)
def test_every_promised_column_is_understood_in_three_languages(field: str) -> None:
    spanish, ukrainian = PROMISED[field]

    assert [field_of(heading) for heading in (field, spanish, ukrainian)] == [field] * 3


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("BIRTH-DATE", "birth_date"),
        ("  birth   date  ", "birth_date"),
        ("Birth_Date*", "birth_date"),
        ("FECHA DE NACIMIENTO (DD/MM/AAAA)", "birth_date"),
        ("Passport No. [as printed]", "doc_number"),
        ("telefono", "phone"),
        ("Phone 2", "phone"),
        ("teléfono_1", "phone"),
        ("Name / Nombre", "name"),
        ("Прізвище / Surname", "family_names"),
        ("ПІБ:", "name"),
        ("Iм'я", None),  # with a Latin I: it may be anything
        ("№", "id"),
        ("Phone / Programme", None),
        ("colour", None),
        ("", None),
        ("2", None),
    ],
)
def test_a_heading_is_understood_with_what_people_add_to_it(
    heading: str, field: str | None
) -> None:
    assert field_of(heading) == field


def test_no_heading_means_two_fields() -> None:
    pairs = {(folded(heading), c.field) for c in COLUMNS for heading in c.headings}

    doubled = [heading for heading, count in Counter(h for h, _ in pairs).items() if count > 1]

    assert doubled == []


def test_every_heading_in_the_table_leads_to_its_field() -> None:
    wrong = [(h, c.field) for c in COLUMNS for h in c.headings if field_of(h) != c.field]

    assert wrong == []


@given(st.text(max_size=300))
def test_any_text_is_a_known_heading_or_none(text: str) -> None:
    assert field_of(text) in {None, *FIELDS}
