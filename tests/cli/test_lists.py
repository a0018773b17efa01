"""``tamiz lists`` as a list manager types it."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lists.forms import SAMPLES
from lists.publisher import Page, Publisher, publisher
from tamiz.cli import commands
from tamiz.cli.lists import FAILED, HELD
from tamiz.errors import ListError, UsageError
from tamiz.lists.registry import SOURCES

UN = (SAMPLES / "un.xml").read_bytes()
PATH = "/un-sc/consolidated.xml"
KEYS = {"source", "publisher", "content_date", "age_days", "parties", "persons", "names", "sha256",
        "stale", "held", "past_review"}  # fmt: skip


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    with publisher() as found:
        yield found


@pytest.fixture
def server(running: Publisher) -> Publisher:
    running.pages.clear()
    return running


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "store")


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["lists", *words])


def shrunken(folder: Path) -> str:
    start, end = UN.index(b"<ENTITY>"), UN.index(b"</ENTITIES>")
    path = folder / "un.xml"
    path.write_bytes(UN[:start] + UN[end:])
    return str(path)


def dated(folder: Path, day: bytes) -> str:
    path = folder / "un.xml"
    path.write_bytes(UN.replace(b"2026-11-20T", day + b"T"))
    return str(path)


def test_an_import_says_what_came(store: str) -> None:
    result = run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    assert result.exit_code == 0
    assert "un-sc: 4 parties (3 persons, 15 names) of 2026-11-20, sha256 " in result.output


def test_an_import_of_the_same_file_says_unchanged(store: str) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    assert run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store).output == (
        "un-sc: unchanged\n"
    )


def test_several_files_make_one_list(store: str) -> None:
    files = [str(SAMPLES / name) for name in ("sdn.csv", "alt.csv", "add.csv")]

    result = run("import", "us-ofac-sdn", *files, "--store", store)

    assert "4 parties (2 persons" in result.output
    assert "of unstated date" in result.output
    assert "\n  SDN_COMMENTS.CSV: missing, so remarks longer than" in result.output


def test_a_missing_file_is_named(store: str) -> None:
    result = run("import", "un-sc", "nowhere.xml", "--store", store)

    assert result.exit_code == 2
    assert "nowhere.xml" in result.output
    assert not Path(store).exists()


def test_an_unknown_source_is_told_with_the_known_ones(store: str) -> None:
    result = run("import", "us-offac", str(SAMPLES / "un.xml"), "--store", store)

    assert isinstance(result.exception, UsageError)
    assert "us-ofac-sdn" in str(result.exception)


def test_the_wrong_file_is_refused(store: str) -> None:
    result = run("import", "un-sc", str(SAMPLES / "eu.xml"), "--store", store)

    assert isinstance(result.exception, ListError)
    assert "expected <CONSOLIDATED_LIST>" in str(result.exception)


def test_problems_are_printed_as_they_are(store: str, tmp_path: Path) -> None:
    path = tmp_path / "own [draft].csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace(",B2,", ",,"), encoding="utf-8")

    result = run("import", "own:unit", str(path), "--store", store)

    assert "own [draft].csv line 2: no grading; entry left out" in result.output
    assert result.exit_code == 0  # the other entry is in use


def test_a_refused_list_waits_for_confirm(store: str, tmp_path: Path) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    held = run("import", "un-sc", shrunken(tmp_path), "--store", store)

    assert held.exit_code == HELD
    assert "held back: 3 parties, 4 before" in held.output
    assert "tamiz lists confirm un-sc" in held.output
    status = run("status", "--store", store)
    assert "held back" in status.output

    confirmed = run("confirm", "un-sc", "--store", store)
    assert confirmed.output == (
        "un-sc: 3 parties of 2026-11-20 are in use\nbuilding the index: 3 parties, 1 list …\n"
    )
    assert json.loads(run("status", "--json", "--store", store).output)[0]["held"] == []


def test_a_source_of_which_all_is_held_back_stands_in_status(store: str, tmp_path: Path) -> None:
    run("import", "un-sc", dated(tmp_path, b"2062-11-20"), "--store", store)

    told = run("status", "--store", store).output

    assert re.search(r"^un-sc +none in use .* held back *$", told, re.MULTILINE)
    assert "un-sc: held back: dated 2062-11-20, in the future" in told


def test_what_is_held_back_does_not_hide_that_the_one_in_use_is_stale(
    store: str, tmp_path: Path
) -> None:
    run("import", "un-sc", dated(tmp_path, b"2020-01-01"), "--store", store)
    run("import", "un-sc", dated(tmp_path, b"2062-11-20"), "--store", store)

    told = run("status", "--store", store).output

    assert re.search(r"held back,\s+stale", told)


def test_the_one_held_back_can_be_looked_at(store: str, tmp_path: Path) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)
    run("import", "un-sc", shrunken(tmp_path), "--store", store)

    told = run("diff", "un-sc", "--held", "--store", store).output

    assert told.startswith("added: 0\nremoved: 1\n  TAe.900")


def test_the_only_one_is_counted_where_it_is_held_back(store: str, tmp_path: Path) -> None:
    run("import", "un-sc", dated(tmp_path, b"2062-11-20"), "--store", store)

    told = run("diff", "un-sc", "--held", "--store", store).output
    found = json.loads(run("diff", "un-sc", "--held", "--json", "--store", store).output)

    assert told == (
        "un-sc: none is in use; the one held back has 4 parties (3 persons, 15 names)"
        " of 2062-11-20\n"
    )
    assert (len(found["added"]), found["removed"], found["changed"]) == (4, [], [])


def test_without_one_held_back_there_is_nothing_to_look_at(store: str) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    result = run("diff", "un-sc", "--held", "--store", store)

    assert str(result.exception) == "no edition of un-sc is held back"


def test_confirm_of_a_list_that_states_no_date_says_so(store: str) -> None:
    whole = [str(SAMPLES / name) for name in ("sdn.csv", "alt.csv")]
    run("import", "us-ofac-sdn", *whole, "--store", store)
    run("import", "us-ofac-sdn", whole[0], "--store", store)

    told = run("confirm", "us-ofac-sdn", "--store", store).output

    assert told.startswith("us-ofac-sdn: 4 parties of unstated date are in use\n")


def test_a_long_difference_says_how_much_is_not_shown(store: str, tmp_path: Path) -> None:
    for number in (1, 30):
        path = tmp_path / f"{number}.csv"
        rows = (f"{number}{n},Omran {n},x,B2,2099-01-01\n" for n in range(25))
        path.write_text("id,name,purpose,grading,review_by\n" + "".join(rows), encoding="utf-8")
        run("import", "own:unit", str(path), "--store", store)

    told = run("diff", "own:unit", "--store", store).output

    assert told.count("  … and 5 more; --json has all\n") == 2


@pytest.mark.parametrize("command", ["import", "update", "confirm"])
def test_whoever_changes_the_lists_builds_the_index(
    command: str, store: str, server: Publisher, tmp_path: Path
) -> None:
    server.pages[PATH] = Page(UN)
    mirror = ("--mirror", server.address)
    words: dict[str, tuple[str, ...]] = {
        "import": ("un-sc", str(SAMPLES / "un.xml")), "update": ("un-sc", *mirror),
        "confirm": ("un-sc",),
    }  # fmt: skip
    if command == "confirm":
        run("import", "un-sc", dated(tmp_path, b"2062-11-20"), "--store", store)
    assert not (Path(store) / "index").exists()

    result = run(command, *words[command], "--store", store)

    assert result.output.endswith("building the index: 4 parties, 1 list …\n")
    assert len(list((Path(store) / "index").glob("*.tamiz"))) == 1


def test_an_index_that_cannot_be_built_is_told_and_the_list_stays(store: str) -> None:
    Path(store).mkdir()
    (Path(store) / "index").write_bytes(b"")

    result = run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    assert result.exit_code == FAILED
    assert "un-sc: 4 parties" in result.output
    assert "the index is not built: the store store cannot be written: File exists" in result.output


def test_confirm_beforehand_and_without_need(store: str, tmp_path: Path) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    assert run("import", "un-sc", shrunken(tmp_path), "--confirm", "--store", store).exit_code == 0
    nothing = run("confirm", "un-sc", "--store", store)
    assert isinstance(nothing.exception, UsageError)


def test_status_as_json_has_the_fields_that_scripts_rely_on(store: str) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)
    run("import", "own:unit", str(SAMPLES / "own.csv"), "--store", store)

    found = json.loads(run("status", "--json", "--store", store).output)

    assert [one["source"] for one in found] == ["own:unit", "un-sc"]
    assert all(set(one) == KEYS for one in found)
    assert all(len(one["sha256"]) == 64 for one in found)


def test_status_of_an_empty_store_says_what_to_do(store: str) -> None:
    assert "tamiz lists update" in run("status", "--store", store).output
    assert json.loads(run("status", "--json", "--store", store).output) == []


def test_status_and_import_name_entries_past_their_review(store: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    text = (SAMPLES / "own.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("C3,2027-03-31", "C3,2020-03-31"), encoding="utf-8")

    told = "own:unit: 1 past their review date, to be renewed or taken out: L-2"
    assert told in run("import", "own:unit", str(path), "--store", store).output
    assert told in run("status", "--store", store).output


def test_a_difference_names_who_came_who_went_and_what_changed(store: str, tmp_path: Path) -> None:
    path = tmp_path / "un.xml"
    path.write_bytes(
        UN.replace(b"2026-11-20T", b"2026-11-21T")
        .replace(b">TAe.900<", b">TAe.901<")
        .replace(b"<VALUE>Trainer</VALUE>", b"<VALUE>Cook</VALUE>")
    )
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)
    run("import", "un-sc", str(path), "--store", store)

    told = run("diff", "un-sc", "--store", store).output
    found = json.loads(run("diff", "un-sc", "--json", "--store", store).output)

    assert "added: 1\n  TAe.901  FICTA MONEY EXCHANGE" in told
    assert "removed: 1\n  TAe.900" in told
    assert "- Trainer; Courier" in told
    assert found["changed"][0]["fields"][0] == {
        "field": "position", "before": ["Trainer; Courier"], "after": ["Cook; Courier"],
    }  # fmt: skip


def test_a_difference_needs_two_editions(store: str) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)

    assert isinstance(run("diff", "un-sc", "--store", store).exception, UsageError)


def test_the_sources_are_listed() -> None:
    told = run("sources").output

    assert all(module.SOURCE.key in told for module in SOURCES)
    assert "own:NAME" in told


def test_an_update_fetches_what_is_named(store: str, server: Publisher) -> None:
    server.pages[PATH] = Page(UN, etag='"1"')

    first = run("update", "un-sc", "--mirror", server.address, "--store", store)
    second = run("update", "un-sc", "--mirror", server.address, "--store", store)

    assert first.exit_code == 0
    assert "un-sc: 4 parties" in first.output
    assert second.output == "un-sc: unchanged\n"


def test_one_source_that_fails_does_not_keep_the_others_from_coming(
    store: str, server: Publisher
) -> None:
    server.pages[PATH] = Page(UN)

    result = run("update", "gb-fcdo", "un-sc", "--mirror", server.address, "--store", store)

    assert result.exit_code == FAILED
    assert "un-sc: 4 parties" in result.output
    assert "status 404" in result.output
    assert "the edition in use stays" in result.output


def test_an_update_that_is_held_back_says_so(store: str, server: Publisher, tmp_path: Path) -> None:
    server.pages[PATH] = Page(UN)
    run("update", "un-sc", "--mirror", server.address, "--store", store)
    server.pages[PATH] = Page(Path(shrunken(tmp_path)).read_bytes())

    assert run("update", "un-sc", "--mirror", server.address, "--store", store).exit_code == HELD


@pytest.mark.parametrize("sources", [(), ("un-sc",), ("un-sc", "ca-sema")])
def test_without_a_network_it_is_one_line_and_all_stays(
    sources: tuple[str, ...], store: str
) -> None:
    run("import", "un-sc", str(SAMPLES / "un.xml"), "--store", store)
    before = run("status", "--json", "--store", store).output
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}"

    result = run("update", *sources, "--mirror", nowhere, "--store", store)

    assert result.exit_code == FAILED
    assert result.output == (
        "tamiz: no network (127.0.0.1: cannot be reached); the lists in use stay as they are\n"
    )
    assert run("status", "--json", "--store", store).output == before


def test_a_mirror_elsewhere_must_be_encrypted(store: str) -> None:
    result = run("update", "un-sc", "--mirror", "http://mirror.example", "--store", store)

    assert result.exit_code == FAILED
    assert "not https; refused" in result.output
