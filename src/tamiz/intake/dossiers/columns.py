"""The columns of an applicants' table and the words people write above them.

Case, accents, spaces, underscores and punctuation do not matter. To teach Tamiz another heading,
add it to the row of its field; ``docs/dossier.md`` is made from this table.
"""

import re
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
            "applicant id | applicant number | applicant | case id | case number | no | nr"
            " | expediente | número de expediente | número de solicitud | folio | núm | nº"
            " | id del solicitante | код | номер заявки | номер справи | номер анкети"
            " | ідентифікатор | id заявника | № | № з/п"),
    _column("name", "Full name; “FAMILY, Given” is understood",
            "full name | applicant name | name of applicant | nombre completo"
            " | nombre y apellidos | nombres y apellidos | apellidos y nombres | solicitante"
            " | aspirante | піб | пібзаявника | повне ім'я | прізвище ім'я по батькові"
            " | прізвище та ім'я | заявник | кандидат | фио"),
    _column("given_names", "Given names",
            "given name | first name | first names | forename | forenames | nombre | nombres"
            " | nombre de pila | primer nombre | ім'я | імена | ім'я заявника | имя"),
    _column("family_names", "Family names in their order",
            "family name | last name | last names | surname | surnames | apellido | apellidos"
            " | прізвище | прізвища | фамилия"),
    _column("paternal_surname", "First (paternal) surname",
            "apellido paterno | primer apellido | apellido 1 | paternal surname | first surname"
            " | прізвище батька | перше прізвище"),
    _column("maternal_surname", "Second (maternal) surname",
            "apellido materno | segundo apellido | apellido 2 | maternal surname | second surname"
            " | прізвище матері | друге прізвище"),
    _column("patronymic", "Patronymic", "по батькові | отчество | patronímico | middle name"),
    _column("aliases", "Other names, code names, nicknames",
            "alias | aka | also known as | other names | nicknames | nickname | call sign"
            " | callsign | apodo | apodos | otros nombres | nombre en clave | nombre de guerra"
            " | псевдонім | псевдоніми | позивний | позивні | прізвисько | інші імена"),
    _column("name_original", "The name in its own script",
            "original name | native name | name in original script | nombre original"
            " | nombre en escritura original | ім'я рідною мовою | оригінальне ім'я"
            " | ім'я мовою оригіналу | піб мовою оригіналу"),
    _column("birth_date", "Birth date",
            "date of birth | dob | d o b | birthdate | born | birthday | fecha de nacimiento"
            " | fecha nacimiento | f nacimiento | nacimiento | fnac | дата народження"
            " | народження | народився | народилася | дн | дата рождения"),
    _column("birth_place", "Town and region of birth",
            "place of birth | pob | birthplace | lugar de nacimiento | lugar nacimiento"
            " | ciudad de nacimiento | місце народження | місто народження | место рождения"),
    _column("birth_country", "Country of birth",
            "country of birth | país de nacimiento | país nacimiento | країна народження"
            " | держава народження"),
    _column("sex", "Sex: M, F or X", "gender | sexo | género | стать | пол"),
    _column("nationalities", "Nationalities or citizenships",
            "nationality | citizenship | citizenships | nacionalidad | nacionalidades"
            " | ciudadanía | ciudadanías | громадянство | громадянства | підданство"
            " | національність за паспортом | гражданство"),
    _column("address", "Postal address",
            "addresses | residence | home address | dirección | direcciones | domicilio"
            " | lugar de residencia | адреса | адреси | адреса проживання | місце проживання"
            " | адрес"),
    _column("country", "Country of residence",
            "country of residence | residence country | país | país de residencia | країна"
            " | країна проживання"),
    _column("phone", "Phone numbers",
            "phones | telephone | tel | mobile | cell phone | phone number | teléfono | teléfonos"
            " | móvil | celular | número de teléfono | whatsapp | тел | телефон | телефони"
            " | номер телефону | мобільний | мобільний телефон"),
    _column("email", "E-mail addresses",
            "e-mail | emails | mail | email address | correo | correos | correo electrónico"
            " | електронна пошта | електронна адреса | ел пошта | пошта | імейл"),
    _column("handle", "Accounts on messengers and social networks",
            "handles | telegram | signal | social media | usuario | cuenta | redes sociales"
            " | акаунт | акаунти | телеграм | соціальні мережі"),
    _column("doc_type", "Kind of identity document",
            "document type | document | type of document | tipo de documento | tipo documento"
            " | документ | вид документа | тип документа"),
    _column("doc_number", "Number of the document",
            "document number | document no | passport | passport number | passport no"
            " | número de documento | documento | documento nº | no de documento"
            " | número de pasaporte | nº de pasaporte | pasaporte | номер документа"
            " | номер паспорта | серія та номер паспорта | серія і номер документа | паспорт"),
    _column("doc_country", "State that issued the document",
            "issuing state | issuing country | document country | country of issue"
            " | passport country | país emisor | país del documento | país de expedición"
            " | держава видачі | країна видачі | країна документа"),
    _column("doc_issued", "Date of issue",
            "issued | issued on | date of issue | issue date | fecha de emisión"
            " | fecha de expedición | expedido | дата видачі | виданий | видано"),
    _column("doc_expires", "Date of expiry",
            "expires | expires on | expiry | date of expiry | expiry date | valid until"
            " | fecha de vencimiento | vencimiento | vence | válido hasta | fecha de caducidad"
            " | caducidad | дійсний до | дійсний по | термін дії | дата закінчення строку дії"),
    _column("doc_authority", "Office that issued the document",
            "authority | issuing authority | issued by | autoridad | autoridad emisora"
            " | expedido por | орган видачі | орган що видав | ким видано"),
    _column("doc_name", "Name as it stands in the document",
            "name in document | name on document | name in passport | nombre en el documento"
            " | nombre en el pasaporte | ім'я в документі | ім'я в паспорті"),
    _column("doc_birth_date", "Date of birth as it stands in the document",
            "birth date in document | date of birth on document"
            " | fecha de nacimiento en el documento | дата народження в документі"),
    _column("doc_birth_place", "Place of birth as it stands in the document",
            "birth place in document | place of birth on document"
            " | lugar de nacimiento en el documento | місце народження в документі"),
    _column("doc_sex", "Sex as it stands in the document",
            "sex in document | sex on document | sexo en el documento | стать у документі"),
    _column("doc_nationality", "Nationality as it stands in the document",
            "nationality in document | nationality on document"
            " | nacionalidad en el documento | громадянство в документі"),
    _column("doc_personal_number", "Personal number as it stands in the document",
            "personal number in document | personal number on document"
            " | número personal en el documento | особистий номер у документі"),
    _column("doc_chip", "What was seen of the document's chip: yes, none or unreadable",
            "chip | chip seen | electronic chip | chip electrónico | chip del documento"
            " | lectura del chip | чип | чип документа | електронний носій"),
    _column("doc_files", "Pictures, PDFs, chip files of the document, or their folder, beside this file",
            "document files | files of document | archivos del documento | файли документа"),
    _column("mrz", "Machine-readable zone; lines separated by | or a line break",
            "machine readable zone | zona de lectura mecánica | машинозчитувана зона | мзз"),
    _column("personal_number", "Personal or national number",
            "national id | national number | personal no | id number | identity number | curp"
            " | cédula | cédula de identidad | dui | dni | nie | número de identidad"
            " | número personal | documento de identidad | рнокпп | іпн | унзр"
            " | особистий номер | ідентифікаційний код | ідентифікаційний номер"),
    _column("sponsor", "Who pays or vouches",
            "sponsors | sponsoring company | sponsor name | patrocinador | patrocinadores"
            " | empresa patrocinadora | patrocinadora | avalista | спонсор | спонсори | поручитель"
            " | компанія-спонсор"),
    _column("sponsor_number", "Register number of the sponsor",
            "sponsor register number | company number | registro del patrocinador"
            " | número de registro | número del patrocinador | nit del patrocinador"
            " | реєстраційний номер спонсора | номер спонсора | код єдрпоу | єдрпоу"),
    _column("sponsor_address", "Address of the sponsor",
            "address of sponsor | dirección del patrocinador | domicilio del patrocinador"
            " | адреса спонсора"),
    _column("sponsor_contact", "Phones, e-mail addresses and web site of the sponsor, and who leads it",
            "sponsor contacts | contact of sponsor | sponsor phone | sponsor email"
            " | contacto del patrocinador | teléfono del patrocinador | correo del patrocinador"
            " | контакти спонсора | телефон спонсора"),
    _column("sponsor_founded", "When the sponsor was registered",
            "sponsor registered | sponsor registered on | founding date of sponsor"
            " | fecha de constitución del patrocinador | patrocinador constituido"
            " | дата реєстрації спонсора | рік заснування спонсора"),
    _column("employer", "Employer",
            "employers | company | empleador | empresa | lugar de trabajo | роботодавець"
            " | місце роботи"),
    _column("referees", "Who gives references",
            "referee | references | referencias | referencia | avales | рекомендації"
            " | рекомендувачі | хто рекомендує"),
    _column("referred_by", "Who sent the applicant",
            "recruiter | recommended by | referido por | recomendado por | reclutador | reclutado por"
            " | хто направив | направив | ким направлений | рекрутер"),
    _column("relatives", "Relatives",
            "relative | family | family members | familiares | parientes | родичі | члени сім'ї"),
    _column("associates", "Associates, friends, comrades",
            "associate | friends | comrades | known associates | asociados | allegados | conocidos"
            " | amigos | знайомі | друзі | побратими | пов'язані особи"),
    _column("occupation", "Occupation",
            "profession | job | job title | ocupación | profesión | oficio | cargo | професія"
            " | рід занять | посада | фах"),
    _column("service", "Military or police service, as “2014-2018 unit, rank; …”",
            "military service | service history | experience | servicio | servicio militar"
            " | historial militar | experiencia | experiencia militar | служба"
            " | військова служба | досвід служби | досвід"),
    _column("travel", "Stays abroad, as “2024-05 - 2024-07 Panama; 2025-01 MX”",
            "travels | travel history | stays abroad | countries visited | viajes | estancias"
            " | historial de viajes | países visitados | поїздки | подорожі"
            " | перебування за кордоном"),
    _column("travel_reference", "Booking or ticket of the journey here",
            "booking | booking reference | ticket | ticket number | reserva"
            " | código de reserva | localizador | boleto | номер бронювання | номер квитка"),
    _column("payment_reference", "Account or transfer that paid for the application",
            "payment | payment account | iban | bank account | transfer reference | pago"
            " | cuenta bancaria | referencia de pago | рахунок | номер платежу"
            " | банківський рахунок"),
    _column("skill", "What the applicant can already do of what the course teaches",
            "skills | skill level | experience level | declared skill | nivel | habilidades"
            " | nivel de experiencia | навички | рівень | рівень підготовки"),
    _column("observations", "Later notes on the applicant, as “2026-05-03 instructor: …”",
            "observation | instructor notes | notes of instructors | observaciones"
            " | notas del instructor | спостереження | нотатки інструктора"),
    _column("outcome", "How an earlier application ended: refused, withdrawn, accepted or trained",
            "decision | result of application | resultado | resolución | decisión | рішення"
            " | результат розгляду"),
    _column("programme", "Programme applied to",
            "program | unit | programa | unidad | програма | підрозділ"),
    _column("course", "Course asked for",
            "courses | training | course requested | curso | cursos | curso solicitado"
            " | formación | курс | курси | навчання"),
    _column("motivation", "Why",
            "motivation letter | reason | purpose | motivación | carta de motivación | motivo"
            " | мотивація | мотиваційний лист | мета"),
    _column("applied_on", "Date of application",
            "application date | date of application | applied | date | fecha de solicitud | fecha"
            " | дата заявки | дата подання | дата звернення | дата"),
)  # fmt: skip

_HINT = re.compile(r"[(\[][^()\[\]]{0,60}[)\]]|[*:]")  # (dd/mm/yyyy), [as in passport], *
_ORDINAL = re.compile(r"[ _.#№-]{0,2}\d{1,2}\Z")  # phone 2, teléfono_1
_BETWEEN = re.compile(r"[/|\n–—]| - ")  # Name / Nombre
LONGEST = 200  # characters of a heading that are looked at; more is a cell of text


def folded(heading: str) -> str:
    """A heading without case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", heading[:LONGEST].casefold())
    return "".join(char for char in plain if char.isalnum())


FIELD_OF: dict[str, str] = {
    folded(heading): column.field for column in COLUMNS for heading in column.headings
}
FIELDS = frozenset(column.field for column in COLUMNS)


def field_of(heading: str) -> str | None:
    """The field that a heading means, whatever hint, number or translation it comes with."""
    heading = heading[:LONGEST]
    plain = _HINT.sub(" ", heading).strip()
    for variant in (heading, plain, _ORDINAL.sub("", plain)):
        if field := FIELD_OF.get(folded(variant)):
            return field
    pieces = _BETWEEN.split(plain)
    meant = {FIELD_OF.get(folded(piece)) for piece in pieces} - {None}
    if meant == {"name", "given_names"}:  # Name / Nombre
        return "name"
    return meant.pop() if len(meant) == 1 and len(pieces) > 1 else None
