"""A run from file to folder: complete, the same with any number of workers, never half there."""

import json
from datetime import timedelta
from itertools import count
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from tamiz.errors import InputError, UsageError
from tamiz.lists.store import Store
from tamiz.model import Queue
from tamiz.output import results
from tamiz.output.results import Order, Progress, screen_file
from tamiz.output.run import RunSummary
from tamiz.screening import load_policy
from tamiz.screening.spool import PER_PIECE
from worlds import DAY, TODAY, store_with, table

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "findings.schema.json"
ROWS = (
    {"id": "A1", "name": "Rosendo Quiñónez Batres", "birth_date": "1984-11-07", "shoe": "43"},
    {"id": "A2", "name": "José García López", "birth_date": "2001-04-23", "shoe": ""},
    {"id": "A3", "name": "", "birth_date": "1990-01-01", "shoe": "=1+1"},
    {"id": "A4", "name": "Nadie Conocido", "birth_date": "31.02.1990", "shoe": ""},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_with(tmp_path_factory.mktemp("lists"))


def order(tmp_path: Path, store: Store, *, jobs: int = 1, out: str = "out") -> Order:
    return Order(
        cohort=tmp_path / "applicants.csv", out=tmp_path / out, store=store,
        policy=load_policy(), today=TODAY, software="tamiz test", jobs=jobs,
    )  # fmt: skip


def run_of(order: Order, progress: Progress | None = None) -> RunSummary:
    ticks = count()
    return screen_file(order, clock=lambda: DAY + timedelta(seconds=next(ticks)), progress=progress)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_run_leaves_every_file(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)

    run_of(order(tmp_path, store))

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "findings.csv", "findings.jsonl", "rejects.jsonl", "report.html", "run.json",
    ]  # fmt: skip


def test_every_row_is_screened_or_rejected(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)

    run = run_of(order(tmp_path, store))

    found = {line["id"]: line["queue"] for line in lines(tmp_path / "out" / "findings.jsonl")}
    assert found == {"A1": "escalate", "A2": "clear", "A4": "review"}
    assert run.counts == {Queue.ESCALATE: 1, Queue.CLEAR: 1, Queue.REVIEW: 1}
    assert run.rejects == 1


def test_a_reject_has_its_place_its_reason_and_its_text(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)

    run_of(order(tmp_path, store))

    (reject,) = lines(tmp_path / "out" / "rejects.jsonl")
    assert reject["row"] == 4
    assert "A3" in str(reject["original"])
    assert "no name" in str(reject["problems"])


def test_the_lines_are_what_the_schema_says(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    run_of(order(tmp_path, store))

    for line in lines(tmp_path / "out" / "findings.jsonl"):
        jsonschema.validate(line, schema)


def test_the_bytes_do_not_depend_on_the_number_of_workers(tmp_path: Path, store: Store) -> None:
    crowd = [
        {"id": f"A{at}", "name": ("Rosendo Quinonez", "José García", "Nadie Más")[at % 3],
         "birth_date": f"19{60 + at % 40}-11-07", "phone": f"+57 300 1234{at % 200:03d}"}
        for at in range(PER_PIECE + 1)
    ]  # fmt: skip
    table(tmp_path / "applicants.csv", crowd)

    for jobs in (1, 2):
        run_of(order(tmp_path, store, jobs=jobs, out=f"out{jobs}"))

    for path in (tmp_path / "out1").iterdir():
        assert path.read_bytes() == (tmp_path / "out2" / path.name).read_bytes()


def test_the_summary_names_lists_policy_and_what_was_not_understood(
    tmp_path: Path, store: Store
) -> None:
    table(tmp_path / "applicants.csv", ROWS)

    run = run_of(order(tmp_path, store))

    assert [used.edition.source for used in run.lists] == ["ftm:test"]
    assert run.policy_sha256 == load_policy().sha256
    assert any("shoe" in warning for warning in run.warnings)


def test_a_file_that_may_be_cut_off_is_told_as_such(tmp_path: Path, store: Store) -> None:
    text = "id,name,birth_date\nA1,Nadie Conocido,1990-01-01\nA2,Otra Pers"
    (tmp_path / "applicants.csv").write_text(text, encoding="utf-8")

    run = run_of(order(tmp_path, store))

    assert any("cut off" in warning for warning in run.warnings)


def test_run_json_has_lists_digests_counts_and_times(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    run = run_of(order(tmp_path, store))

    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert told["counts"] == {"clear": 1, "review": 1, "escalate": 1}
    assert (told["applicants"], told["rejects"]) == (3, 1)
    assert told["lists"][0]["edition"]["sha256"] == run.lists[0].edition.sha256
    assert told["policy_version"] == load_policy().policy.version
    assert told["software"] == "tamiz test"
    assert (told["started"], told["finished"]) == ("2026-08-22T09:00:00Z", "2026-08-22T09:00:01Z")


def test_a_failing_run_leaves_the_older_one_as_it_was(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    run_of(order(tmp_path, store))
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(results, "write_report", full)
    with pytest.raises(OSError, match="No space"):
        run_of(order(tmp_path, store))

    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_file_of_rejects_alone_is_a_run(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS[2:3])

    run = run_of(order(tmp_path, store))

    assert (run.applicants, run.rejects) == (0, 1)


def test_a_file_with_headings_alone_is_an_error(tmp_path: Path, store: Store) -> None:
    (tmp_path / "applicants.csv").write_text("id,name,birth_date\n", encoding="utf-8")

    with pytest.raises(InputError, match="not one applicant"):
        run_of(order(tmp_path, store))


def test_progress_is_told_from_reading_to_report(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    told: list[tuple[str, int, int | None]] = []

    run_of(order(tmp_path, store), lambda *step: told.append(step))

    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["read", "screen", "report"]
    assert ("screen", 3, 3) in told


def test_others_may_not_look_into_a_new_folder(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)

    run_of(order(tmp_path, store))

    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_others_may_not_read_what_is_written(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    (tmp_path / "out").mkdir(mode=0o755)

    run_of(order(tmp_path, store))

    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "out").iterdir())


def test_results_are_not_written_over_the_applicants(tmp_path: Path, store: Store) -> None:
    cohort = table(tmp_path / "findings.csv", ROWS)
    before = cohort.read_bytes()

    with pytest.raises(UsageError, match="written over"):
        run_of(replace(order(tmp_path, store), cohort=cohort, out=tmp_path))

    assert cohort.read_bytes() == before


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    refused: list[str] = []

    def once_more(stage: str, _done: int, _total: int | None) -> None:
        if stage == "report":
            with pytest.raises(UsageError) as error:
                run_of(order(tmp_path, store))
            refused.append(str(error.value))

    run_of(order(tmp_path, store), once_more)

    assert "another run" in refused[0]


def test_what_a_killed_run_left_behind_is_removed(tmp_path: Path, store: Store) -> None:
    table(tmp_path / "applicants.csv", ROWS)
    left = tmp_path / "out" / ".unfinished-x"
    left.mkdir(parents=True)
    (left / "spool").write_bytes(b"personal data")

    run_of(order(tmp_path, store))

    assert not left.exists()
