"""The columns of an applicants' table and the words people write above them.

Case, accents, spaces, underscores and punctuation do not matter. To teach Tamiz another heading,
add it to the row of its field; ``docs/dossier.md`` is made from this table.
"""

import unicodedata

from msgspec import Struct


class Column(Struct, frozen=True):
    """A field of the dossier, what it holds, and the headings under which it may stand."""

    field: str
    meaning: str
    headings: tuple[str, ...]


def _column(field: str, meaning: str, headings: str) -> Column:
    return Column(field, meaning, (field, *(heading.strip() for heading in headings.split("|"))))


COLUMNS: tuple[Column, ...] = (
    _column("id", "The applicant's number in your register",
            "applicant id | applicant | case id | expediente | número de solicitud | folio | код"
            " | номер заявки | номер справи | ідентифікатор | id заявника"),
    _column("name", "Full name; “FAMILY, Given” is understood",
            "full name | applicant name | nombre completo | nombre y apellidos | піб | пібзаявника"
            " | повне ім'я | прізвище ім'я по батькові | фио"),
    _column("given_names", "Given names",
            "given name | first name | first names | forename | forenames | nombre | nombres"
            " | nombre de pila | ім'я | імена | имя"),
    _column("family_names", "Family names in their order",
            "family name | last name | last names | surname | surnames | apellido | apellidos"
            " | прізвище | прізвища | фамилия"),
    _column("paternal_surname", "First (paternal) surname",
            "apellido paterno | primer apellido | paternal surname | first surname"),
    _column("maternal_surname", "Second (maternal) surname",
            "apellido materno | segundo apellido | maternal surname | second surname"),
    _column("patronymic", "Patronymic", "по батькові | отчество | patronímico | middle name"),
    _column("aliases", "Other names, code names, nicknames",
            "alias | aka | also known as | nicknames | nickname | call sign | callsign | apodo"
            " | apodos | nombre en clave | псевдонім | псевдоніми | позивний | прізвисько"),
    _column("name_original", "The name in its own script",
            "original name | native name | name in original script | nombre original"
            " | nombre en escritura original | ім'я рідною мовою | оригінальне ім'я"),
    _column("birth_date", "Birth date",
            "date of birth | dob | born | birthday | fecha de nacimiento | fecha nacimiento"
            " | nacimiento | fnac | дата народження | народився | дата рождения"),
    _column("birth_place", "Town and region of birth",
            "place of birth | pob | lugar de nacimiento | lugar nacimiento | місце народження"
            " | место рождения"),
    _column("birth_country", "Country of birth",
            "country of birth | país de nacimiento | país nacimiento | країна народження"),
    _column("sex", "Sex: M, F or X", "gender | sexo | género | стать | пол"),
    _column("nationalities", "Nationalities or citizenships",
            "nationality | citizenship | citizenships | nacionalidad | nacionalidades"
            " | ciudadanía | громадянство | національність за паспортом | гражданство"),
    _column("address", "Postal address",
            "addresses | residence | dirección | domicilio | адреса | місце проживання | адрес"),
    _column("country", "Country of residence",
            "country of residence | país | país de residencia | країна | країна проживання"),
    _column("phone", "Phone numbers",
            "phones | telephone | mobile | phone number | teléfono | teléfonos | móvil | celular"
            " | телефон | телефони | номер телефону"),
    _column("email", "E-mail addresses",
            "e-mail | emails | mail | correo | correo electrónico | електронна пошта"
            " | ел пошта | пошта"),
    _column("handle", "Accounts on messengers and social networks",
            "handles | telegram | signal | social media | usuario | cuenta | акаунт | телеграм"),
    _column("doc_type", "Kind of identity document",
            "document type | document | tipo de documento | tipo documento | вид документа"
            " | тип документа"),
    _column("doc_number", "Number of the document",
            "document number | document no | passport | passport number | passport no"
            " | número de documento | número de pasaporte | pasaporte | номер документа"
            " | номер паспорта | паспорт"),
    _column("doc_country", "State that issued the document",
            "issuing state | issuing country | document country | país emisor"
            " | país del documento | country of issue | держава видачі | країна видачі"),
    _column("doc_issued", "Date of issue",
            "issued | date of issue | issue date | fecha de emisión | fecha de expedición"
            " | дата видачі"),
    _column("doc_expires", "Date of expiry",
            "expires | expiry | date of expiry | expiry date | fecha de vencimiento | vence"
            " | fecha de caducidad | дійсний до | термін дії"),
    _column("mrz", "Machine-readable zone; lines separated by | or a line break",
            "machine readable zone | zona de lectura mecánica | машинозчитувана зона"),
    _column("personal_number", "Personal or national number",
            "national id | national number | personal no | id number | curp | cédula | dui"
            " | número de identidad | número personal | documento de identidad | рнокпп | іпн"
            " | особистий номер | ідентифікаційний код"),
    _column("sponsor", "Who pays or vouches",
            "sponsors | sponsoring company | sponsor name | patrocinador | empresa patrocinadora"
            " | patrocinadora | спонсор | поручитель | компанія-спонсор"),
    _column("sponsor_number", "Register number of the sponsor",
            "sponsor register number | company number | registro del patrocinador"
            " | número de registro | nit del patrocinador | реєстраційний номер спонсора | єдрпоу"),
    _column("employer", "Employer", "company | empleador | empresa | роботодавець | місце роботи"),
    _column("referees", "Who gives references",
            "referee | references | referencias | avales | рекомендації | хто рекомендує"),
    _column("referred_by", "Who sent the applicant",
            "recruiter | recommended by | referido por | reclutador | хто направив | рекрутер"),
    _column("relatives", "Relatives", "relative | family members | familiares | родичі"),
    _column("associates", "Associates, friends, comrades",
            "associate | friends | comrades | known associates | asociados | allegados | conocidos"
            " | amigos | знайомі | друзі | побратими | пов'язані особи"),
    _column("occupation", "Occupation",
            "profession | job | ocupación | profesión | oficio | професія | рід занять"),
    _column("service", "Military or police service, as “2014-2018 unit, rank; …”",
            "military service | service history | experience | servicio | servicio militar"
            " | experiencia | служба | військова служба | досвід"),
    _column("programme", "Programme applied to",
            "program | unit | programa | unidad | програма | підрозділ"),
    _column("course", "Course asked for",
            "courses | training | course requested | curso | curso solicitado | курс | навчання"),
    _column("motivation", "Why",
            "motivation letter | reason | purpose | motivación | motivo | мотивація | мета"),
    _column("applied_on", "Date of application",
            "application date | date | fecha de solicitud | fecha | дата заявки | дата подання"),
)  # fmt: skip


def folded(heading: str) -> str:
    """A heading without case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(char for char in plain if char.isalnum())


FIELD_OF: dict[str, str] = {
    folded(heading): column.field for column in COLUMNS for heading in column.headings
}
FIELDS = frozenset(column.field for column in COLUMNS)
