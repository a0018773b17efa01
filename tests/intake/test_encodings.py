"""The encoding and the delimiter of a text."""

import pytest

from tamiz.intake.encodings import delimiter_of, encoding_of

UKRAINIAN = "id;піб;дата\n1;Шевченко Тарас Григорович;1988-01-02\n2;Їжакевич Ґалина;1990-01-01\n"
SPANISH = "id;nombre;apellidos\n1;José;Muñoz Peña\n2;Ángel;Ibáñez Güell\n"

SAVED = [
    ("Spanish", "cp1252", SPANISH),
    ("one ñ only", "cp1252", "id;name\n1;Jose Muñoz\n"),
    ("Portuguese", "cp1252", "id;name\n1;João Gonçalves\n"),
    ("French", "cp1252", "id;name\n1;François Lefèvre\n2;Zoë\n"),
    ("German", "cp1252", "id;name\n1;Jürgen Groß\n2;Björn Müller\n"),
    ("Norwegian", "cp1252", "id;name\n1;Jørgen Åse\n"),
    ("curly quotes only", "cp1252", "id;name\n1;Ann “Moss” O’Hara\n"),
    ("Ukrainian", "cp1251", UKRAINIAN),
    ("Ukrainian", "koi8_u", UKRAINIAN),
    ("Ukrainian capitals", "koi8_u", "id;ПІБ\n1;ШЕВЧЕНКО ТАРАС ГРИГОРОВИЧ\n"),
    ("Latin and Cyrillic", "cp1251", "id;name;піб\n1;Taras Shevchenko;Тарас Шевченко\n2;Bob;\n"),
    ("Russian", "cp1251", "id;фио\n1;Иванов Пётр Сергеевич\n2;Зыкова Щука\n"),
    ("Russian", "koi8_r", "id;фио\n1;Иванов Пётр Сергеевич\n2;Зыкова Щука\n"),
    ("Polish", "cp1250", "id;name\n1;Łukasz Wójcik\n2;Żaneta Gąsior\n"),
    ("Czech", "cp1250", "id;name\n1;Dvořák Jiří\n2;Černý\n"),
    ("Hungarian", "cp1250", "id;name\n1;Őry Győző Szűcs\n"),
    ("Turkish", "cp1254", "id;name\n1;Yıldırım Şahin Ağaoğlu\n2;İbrahim Çağlar\n"),
    ("Greek", "cp1253", "id;όνομα\n1;Παπαδόπουλος Γεώργιος\n2;Νικολάου Μαρία\n"),
    ("Japanese", "shift_jis", "id;名前\n1;山田太郎\n2;鈴木花子さん\n"),
]


@pytest.mark.parametrize(("language", "saved_in", "text"), SAVED)
def test_a_table_saved_before_unicode_reads_as_it_was_written(
    language: str, saved_in: str, text: str
) -> None:
    encoding, is_guessed = encoding_of(text.encode(saved_in), is_whole=True)

    assert text.encode(saved_in).decode(encoding) == text, language
    assert is_guessed


@pytest.mark.parametrize("ending", ["Ії", "Іїa", "Іїaa", "Іїaaa", "Їж\n"])
def test_a_short_file_in_utf8_is_utf8_whatever_its_last_letters(ending: str) -> None:
    assert encoding_of(f"id;name\n1;{ending}".encode(), is_whole=True) == ("utf-8", False)


def test_a_letter_cut_by_the_end_of_the_sample_is_no_fault() -> None:
    assert encoding_of("Ї".encode()[:1], is_whole=False) == ("utf-8", False)
    assert encoding_of("Їжак Ії".encode()[:-1], is_whole=False) == ("utf-8", False)


def test_one_bad_byte_among_sound_letters_does_not_change_the_encoding() -> None:
    text = UKRAINIAN.encode() + b"3;Jos\xe9;1988-01-02\n"

    assert encoding_of(text, is_whole=True) == ("utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_told_without_its_mark(encoding: str) -> None:
    assert encoding_of(UKRAINIAN.encode(encoding), is_whole=True) == (encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_mark_settles_the_encoding(encoding: str) -> None:
    assert encoding_of(UKRAINIAN.encode(encoding), is_whole=True) == (encoding, False)


DELIMITED = [
    (",", "id,name,birth_date\n1,Ann,1990-01-02\n"),
    (";", "id;name;note\n1;Ann;one, two, three, four\n2;Bob;five, six, seven\n"),
    ("\t", "id\tname\n1\tMoss, Ann\n"),
    ("|", "id|name|born\n1|Moss; Ann|1990\n"),
    (";", 'id;name;motivation\n1;Ann;"I, me,\nand mine, and\nthine, all"\n2;Bob;none\n'),
    (",", "name\nAnn\n"),
]


@pytest.mark.parametrize(("delimiter", "text"), DELIMITED)
def test_the_delimiter_is_the_sign_that_occurs_evenly(delimiter: str, text: str) -> None:
    assert delimiter_of(text) == delimiter
