"""What holds for every source and every official form it reads."""

from pathlib import Path

import pytest

from lists.forms import DFAT, FORMS, NOW, SAMPLES, Form, files_of, read
from tamiz.errors import ListError, UsageError
from tamiz.lists.registry import NAMED, SOURCES, source_module
from tamiz.lists.source import ListProblem
from tamiz.lists.update import read_edition
from tamiz.model import Edition, NameKind, PartyType

KEYS = [module.SOURCE.key for module in SOURCES]
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
every_key = pytest.mark.parametrize("key", [*KEYS, *(f"{kind}:test" for kind in NAMED)])
# A cut in a table or in lines spoils one row only; XML, JSON and workbooks are whole or nothing.
WHOLE = [form for form in FORMS if form.files[0].endswith((".xml", ".xlsx"))]


def edition(key: str, *paths: Path, problems: list[ListProblem] | None = None) -> Edition:
    return read_edition(key, paths, "0" * 64, NOW, [] if problems is None else problems)


@every_key
def test_a_source_says_who_publishes_it_where_and_under_which_terms(key: str) -> None:
    source = source_module(key).SOURCE

    assert source.key == key
    assert source.title
    assert source.publisher
    assert source.licence
    assert source.stale_after_days > 0
    assert key not in KEYS or source.homepage.startswith("https://")
    assert all(download.url.startswith("https://") for download in source.downloads)


def test_source_keys_are_those_of_the_specification() -> None:
    assert sorted(KEYS) == [
        "au-dfat", "ca-sema", "eu-fsf", "gb-fcdo", "gb-ofsi", "un-sc", "us-ofac-cons",
        "us-ofac-sdn",
    ]  # fmt: skip
    assert sorted(NAMED) == ["ftm", "own"]


@every_key
def test_every_source_has_a_sample(key: str) -> None:
    assert any(form.key == key for form in FORMS)


@pytest.mark.parametrize("key", ["", "own", "own:", "ftm:a b", "ftm:../x", "us-ofac", "OWN:x"])
def test_an_unknown_source_is_named_with_the_known_ones(key: str) -> None:
    with pytest.raises(UsageError, match=r"is no list source; there are us-ofac-sdn, .*own:NAME"):
        source_module(key)


@every_form
def test_a_sample_gives_its_parties_persons_and_date(form: Form, tmp_path: Path) -> None:
    problems: list[ListProblem] = []

    found = edition(form.key, *files_of(form, tmp_path), problems=problems)

    assert (found.parties, found.persons, found.content_date) == (
        form.parties,
        form.persons,
        form.date,
    )
    assert [one for one in problems if one.where] == []


@every_form
def test_records_are_whole(form: Form, tmp_path: Path) -> None:
    records = read(form.key, files_of(form, tmp_path))

    assert len({record.id for record in records}) == len(records)
    for record in records:
        assert record.source == form.key
        assert record.names[0].kind is NameKind.PRIMARY
        assert sum(name.kind is NameKind.PRIMARY for name in record.names) == 1
        assert all(name.text == name.text.strip() != "" for name in record.names)
        assert record.type is not PartyType.UNKNOWN


@every_form
def test_reading_twice_gives_the_same(form: Form, tmp_path: Path) -> None:
    files = files_of(form, tmp_path)

    assert read(form.key, files) == read(form.key, files)


HOSTILE = {
    "empty": b"",
    "blank": b"\n\n",
    "web page": b"<!DOCTYPE html><html><body>Please log in</body></html>",
    "web page without type": b"<html><head><title>Sign in</title></head></html>",
    "noise": bytes(range(256)) * 8,
    "zip of nothing": b"PK\x05\x06" + bytes(18),
    "other XML": b'<?xml version="1.0"?><feed><entry>x</entry></feed>',
    "other table": b"a,b,c\n1,2,3\n",
    "other JSON": b'{"status": "ok"}\n',
}


@every_key
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_the_list_is_refused(key: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)

    with pytest.raises(ListError):
        edition(key, path)


@pytest.mark.parametrize(
    "form",
    [form for form in FORMS if len(form.files) == 1 and form.files != ("sdn.csv",)],
    ids=lambda form: form.name,
)
def test_a_second_file_of_a_list_that_is_one_file_is_not_passed_over(
    form: Form, tmp_path: Path
) -> None:
    (path,) = files_of(form, tmp_path)

    with pytest.raises(ListError, match="this list is one file"):
        edition(form.key, path, path)


@every_key
def test_another_publishers_list_is_refused(key: str) -> None:
    other = "sema-lmes.xml" if key != "ca-sema" else "un.xml"

    with pytest.raises(ListError):
        edition(key, SAMPLES / other)


@pytest.mark.parametrize("form", WHOLE, ids=lambda form: form.name)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.98])
def test_a_file_that_is_cut_off_is_refused(form: Form, share: float, tmp_path: Path) -> None:
    (path,) = files_of(form, tmp_path)
    data = path.read_bytes()
    cut = tmp_path / f"cut-{path.name}"
    cut.write_bytes(data[: int(len(data) * share)])

    with pytest.raises(ListError):
        edition(form.key, cut)


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form.files[0].endswith(".xml")], ids=lambda form: form.name
)
def test_a_document_type_is_refused(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    head, _, rest = (SAMPLES / form.files[0]).read_bytes().partition(b"?>")
    path.write_bytes(head + b"?>" + entity + rest)

    with pytest.raises(ListError, match="document type"):
        edition(form.key, path)


# What is put in place of a text of the sample so that one record cannot be used, and where the
# report must say it stands.
SPOILT = [
    ("us-ofac-sdn", "sdn.csv", b'"BRIGANTINE NULA"', b'""', "line 3"),
    ("us-ofac-sdn", "sdn.xml", b"<lastName>BRIGANTINE NULA</lastName>", b"", "uid 103"),
    ("us-ofac-sdn", "sdn_enhanced.xml", b"<formattedFullName>CARTEL DE LA NUBE</formattedFullName>",
     b"", "entity 102"),
    ("us-ofac-sdn", "sdn_advanced.xml", b'<DistinctParty FixedRef="102">', b"<DistinctParty>",
     "party ?"),
    ("un-sc", "un.xml", b"<FIRST_NAME>TALHA</FIRST_NAME>", b"", "TAi.900"),
    ("gb-fcdo", "UK-Sanctions-List.xml", b"<Name6>BRIGANTINE NULA</Name6>", b"", "FIC0003"),
    ("gb-fcdo", "UK-Sanctions-List.csv", b"BRIGANTINE NULA", b"", "FIC0003"),
    ("gb-ofsi", "ConList.csv", b"AL-NADIR,Omran", b'"AL-NADIR,Omran', "line 3"),
    ("eu-fsf", "eu.xml", b'wholeName="Ficta Bank"', b"", "EU.901.1"),
    ("eu-fsf", "eu.csv", b"Ficta Bank", b"", "EU.901.1"),
    ("ca-sema", "sema-lmes.xml", b"<EntityOrShip>Ficta Bank</EntityOrShip>", b"", "record 3"),
    ("ftm:test", "entities.ftm.json", b'{"id": "X1", "schema"', b'{"id": "X1", "schema', "line 7"),
    ("own:test", "own.csv", b"counter-infiltration,C3", b",C3", "line 3"),
    ("own:test", "own.jsonl", b'"grading": "C3"', b'"grading": "Z9"', "line 2"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "name", "old", "new", "where"), SPOILT, ids=lambda value: str(value)[:24]
)
def test_one_bad_record_is_reported_and_the_rest_are_kept(
    key: str, name: str, old: bytes, new: bytes, where: str, tmp_path: Path
) -> None:
    data = (SAMPLES / name).read_bytes()
    assert old in data
    path = tmp_path / name
    path.write_bytes(data.replace(old, new, 1))
    problems: list[ListProblem] = []

    before = edition(key, SAMPLES / name)
    after = edition(key, path, problems=problems)

    assert [problem.where for problem in problems if problem.where] == [where]
    assert problems[-1].file == name
    assert before.parties - 1 <= after.parties <= before.parties


def test_a_bad_row_of_a_workbook_is_reported_and_the_rest_are_kept(tmp_path: Path) -> None:
    from lists.forms import _ROWS, dfat_workbook  # noqa: PLC0415 - only this test builds its own

    nameless = (7009, None, "Entity", "Primary Name", *[None] * 9, NOW.replace(tzinfo=None))
    path = dfat_workbook(tmp_path / DFAT, (*_ROWS, nameless))
    problems: list[ListProblem] = []

    found = edition("au-dfat", path, problems=problems)

    assert found.parties == 3
    assert [problem.where for problem in problems] == ["reference 7009"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_reports_carry_no_name_of_a_person(form: Form, tmp_path: Path) -> None:
    problems: list[ListProblem] = []
    files = files_of(form, tmp_path)
    spoilt = []
    for at, path in enumerate(files):
        copy = tmp_path / f"{at}-{path.name}"
        copy.write_bytes(path.read_bytes().replace(b"grading", b"gradin").replace(b",B2,", b",,"))
        spoilt.append(copy)

    try:
        edition(form.key, *spoilt, problems=problems)
    except ListError as error:
        told = str(error)
    else:
        told = " ".join(f"{problem.where} {problem.message}" for problem in problems)

    assert not any(word in told.casefold() for word in ("nadir", "quindim", "zoltar"))
