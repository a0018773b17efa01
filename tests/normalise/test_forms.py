"""Nicknames and forms of a given name in other languages, and the data set that holds them."""

import re
import unicodedata
from importlib.resources import files
from time import process_time

import pytest

from tamiz.normalise import forms
from tamiz.normalise.forms import LANGUAGES, families_of, forms_of, read_families, rows
from tamiz.normalise.scripts import romanise, script_of

FOLDER = files("tamiz.normalise").joinpath("name_forms")
SCRIPT = {"ukrainian": "cyrillic", "russian": "cyrillic", "arabic": "arabic"}  # the others: latin
LEAST_NAMES = {"spanish": 400, "ukrainian": 240, "russian": 280, "arabic": 60, "english": 450}
NOT_UKRAINIAN = re.compile("[ыэёъ]")
NOT_RUSSIAN = re.compile("[іїєґ']")


def written(table: str) -> list[list[str]]:
    """The rows as they stand in the file."""
    lines = FOLDER.joinpath(f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[2:]]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("jose", "pepe"),
        ("jose", "yosyp"),
        ("francisco", "paco"),
        ("jesus", "chuy"),
        ("ignacio", "nacho"),
        ("guadalupe", "lupita"),
        ("rosario", "chayo"),
        ("alejandro", "oleksandr"),
        ("oleksandr", "sasha"),
        ("oleksandra", "sasha"),
        ("alejandra", "oleksandra"),
        ("mykola", "nikolai"),
        ("mykola", "nikolay"),
        ("nikolay", "kolya"),
        ("volodymyr", "vova"),
        ("yevhen", "zhenya"),
        ("fyodor", "fedir"),
        ("sergey", "sergio"),
        ("muhammad", "mehmet"),
        ("muhammad", "hamuda"),
        ("abubakr", "boubacar"),
        ("fatima", "fatou"),
        ("robert", "bob"),
        ("margaret", "peggy"),
    ],
)
def test_forms_of_a_name_know_each_other(name: str, form: str) -> None:
    assert form in forms_of(name)
    assert name in forms_of(form)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("pedro", "jose"),
        ("alejandro", "alejandra"),
        ("oleksandr", "oleksandra"),
        ("santiago", "diego"),
        ("santiago", "jaime"),
        ("santiago", "jacobo"),
        ("jaime", "jacobo"),
        ("jorge", "yurii"),
        ("mateo", "matias"),
        ("jose", "maria"),
        ("nadia", "hope"),
        ("mario", "maria"),
    ],
)
def test_names_that_are_not_one_name_are_kept_apart(name: str, other: str) -> None:
    assert forms_of(name)
    assert other not in forms_of(name)


@pytest.mark.parametrize("compound", ["jose", "maria"])
def test_the_nickname_of_a_compound_name_is_a_form_of_each_part(compound: str) -> None:
    assert compound in forms_of("chema")


@pytest.mark.parametrize("name", ["quilombera", "", "mario ", "de", "del"])
def test_a_name_without_known_forms_has_none(name: str) -> None:
    assert forms_of(name) == ()


def test_every_form_is_a_form_of_its_forms() -> None:
    one_sided = [
        (word, form)
        for word in ("jose", "sasha", "mykola", "fatima", "elizabeth", "chema", "dmytro", "yasin")
        for form in forms_of(word)
        if word not in forms_of(form)
    ]

    assert one_sided == []


@pytest.mark.parametrize("word", ["jose", "sasha", "mykola", "yousef", "kate"])
def test_every_form_of_a_name_is_in_a_family_with_it(word: str) -> None:
    assert all(set(families_of(form)) & set(families_of(word)) for form in forms_of(word))


def test_names_that_are_not_one_name_share_no_family() -> None:
    assert not set(families_of("pepe")) & set(families_of("francisco"))


def test_forms_are_ascii_words_and_sorted() -> None:
    for word in ("jose", "oleksii", "muhammad", "elisabeth", "tomas"):
        found = forms_of(word)

        assert list(found) == sorted(set(found) - {word})
        assert [form for form in found if not (form.isascii() and form.isalpha())] == []


def test_letter_by_letter_each_word_is_romanised_as_names_are() -> None:
    cyrillic, others = zip(*read_families(), strict=True)
    words = {word for family in (*cyrillic, *others) for word in family}

    assert [w for w in words if w.translate(forms._PLAIN) != romanise(w)] == []


def test_the_families_are_read_in_less_than_a_tenth_of_a_second() -> None:
    forms._families.cache_clear()
    started = process_time()

    forms._families()

    assert process_time() - started < 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_names_with_a_sex_and_at_least_one_nickname(language: str) -> None:
    table = written(language)

    assert len(table) >= LEAST_NAMES[language]
    assert [row for row in table if len(row) != 3 or not all(row)] == []
    assert {row[1] for row in table} == {"m", "f"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_twice_and_no_nickname_twice_in_a_name(language: str) -> None:
    table = written(language)
    names = [(name, sex) for name, sex, _ in table]
    repeated = [row for row in table if len(set(row[2].split())) < len(row[2].split())]

    assert sorted(names) == sorted(set(names))
    assert repeated == []
    assert [name for name, _, nicknames in table if name in nicknames.split()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_the_script_of_their_language(language: str) -> None:
    column = 1 + LANGUAGES.index(language)
    cells = [cell for name, _, nicknames in written(language) for cell in (name, nicknames)]
    cells += [row[column] for row in written("equivalents") if len(row) > column]
    words = [word for cell in cells for word in cell.split()]
    wrong = {"ukrainian": NOT_UKRAINIAN, "russian": NOT_RUSSIAN}.get(language)

    scripts = {
        unicodedata.name(char).split()[0].casefold()
        for word in words
        for char in word
        if char.isalpha()
    }
    assert scripts == {SCRIPT.get(language, "latin")}
    assert [word for word in words if wrong and wrong.search(word.casefold())] == []


def test_other_forms_are_in_latin_letters() -> None:
    words = [word for row in written("equivalents") for word in row[6:7] for word in word.split()]

    assert {script_of(word) for word in words} == {"latin"}


def test_an_equivalent_row_has_a_sex_and_at_least_two_forms() -> None:
    poor = [row for row in written("equivalents") if len(" ".join(row[1:]).split()) < 2]

    assert poor == []
    assert {row[0] for row in written("equivalents")} == {"m", "f"}


def test_names_with_equivalents_find_their_nicknames() -> None:
    """A typing slip in one of the files would cut a name from its nicknames."""
    known = {(language, name, sex) for language in LANGUAGES for name, sex, _ in rows(language)}
    reached = {
        (language, name, row[0])
        for row in rows("equivalents")
        for language, cell in zip(LANGUAGES, row[1:], strict=False)
        for name in cell.split()
    }

    assert len(known & reached) > len(known) / 3


def ambiguous() -> str:
    """What ``ambiguous.tsv`` should hold: the nicknames that several names of a language share."""
    lines = []
    for language in LANGUAGES:
        names: dict[str, list[tuple[str, str]]] = {}
        for name, sex, nicknames in written(language):
            for nickname in nicknames.split():
                names.setdefault(nickname, []).append((name, sex))
        for nickname, bearers in sorted(names.items()):
            if len(bearers) > 1:
                sexes = "".join(sorted({sex for _, sex in bearers}, reverse=True))
                told = "|".join(dict.fromkeys(name for name, _ in bearers))
                lines.append(f"{language}\t{nickname}\t{sexes}\t{told}\n")
    return "".join(lines)


def test_ambiguous_nicknames_are_listed() -> None:
    listed = FOLDER.joinpath("ambiguous.tsv").read_text(encoding="utf-8")
    _, _, table = listed.split("\n", 2)

    assert table == ambiguous()
    assert "russian\tСаша\tmf\tАлександр|Александра\n" in table


@pytest.mark.parametrize("table", [*LANGUAGES, "equivalents", "ambiguous", "family_names"])
def test_every_file_is_described_and_says_its_licence(table: str) -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")

    assert f"`{table}.tsv`" in readme
    assert "CC0" in FOLDER.joinpath(f"{table}.tsv").read_text(encoding="utf-8").split("\n", 1)[0]
