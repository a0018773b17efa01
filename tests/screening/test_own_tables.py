"""Tables that a unit adds: used before ours, and refused with a reason where they say nothing."""

from functools import partial
from pathlib import Path

import pytest

import tamiz
from tamiz.checks.documents.tables import table
from tamiz.errors import PolicyError
from tamiz.intake.dossiers import open_cohort
from tamiz.intake.evidence_files import Brought
from tamiz.model import Assessment, Dossier
from tamiz.screening import (
    Consulted,
    default_policy_text,
    lists_in_use,
    load_policy,
    screen_spool,
    setup_of,
)
from tamiz.screening.own_tables import TABLE_BYTES, own_tables
from tamiz.screening.spool import Spool
from worlds import TODAY, store_with
from worlds import table as applicants

HEAD = "\t".join(table("validity")[0])
# Our embassy says that such passports run for one year.
ROW = "ni\tP\t\t\t12\t\t\tofficial\tour embassy\t2026-11-25"


def unit(tmp_path: Path, content: str, name: str = "validity.tsv") -> Path:
    """A policy beside a folder with one table."""
    folder = tmp_path / "facts"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    path = tmp_path / "policy.toml"
    text = default_policy_text().replace('# tables = "our-tables"', 'tables = "facts"')
    path.write_text(text, encoding="utf-8")
    return path


def cohort(tmp_path: Path) -> Path:
    row = {
        "id": "A1", "name": "Nadie Conocido", "doc_type": "passport", "doc_country": "NI",
        "doc_issued": "2024-05-14", "doc_expires": "2034-05-13",
    }  # fmt: skip
    return applicants(tmp_path / "applicants.csv", [row])


def checks(assessments: tuple[Assessment, ...]) -> tuple[str, ...]:
    return tuple(finding.check for one in assessments for finding in one.findings)


def test_a_units_own_row_is_used(tmp_path: Path) -> None:
    path = unit(tmp_path, f"{HEAD}\n{ROW}\n")

    (ours,) = tamiz.check_documents(cohort(tmp_path))
    (own,) = tamiz.check_documents(cohort(tmp_path), policy=path)

    assert isinstance(ours, Assessment)
    assert isinstance(own, Assessment)
    assert "document_validity" not in checks((ours,))
    assert "document_validity" in checks((own,))


@pytest.mark.parametrize("jobs", [1, 2])
def test_own_rows_reach_every_process(tmp_path: Path, jobs: int) -> None:
    loaded = load_policy(unit(tmp_path, f"{HEAD}\n{ROW}\n"))
    spool = Spool(tmp_path / "spool")
    for found in open_cohort(cohort(tmp_path)):
        assert isinstance(found, Dossier)
        spool.add(Brought(found))
    spool.finish()
    lists = lists_in_use(store_with(tmp_path), loaded.policy, today=TODAY)
    setup = setup_of(lists, loaded.policy, references=Consulted(tables=loaded.tables))

    (found_checks,) = screen_spool(spool, setup, partial(checks), jobs=jobs)

    assert "document_validity" in found_checks


def test_the_digest_of_a_policy_covers_its_tables(tmp_path: Path) -> None:
    path = unit(tmp_path, f"{HEAD}\n{ROW}\n")
    before = load_policy(path).sha256

    unit(tmp_path, f"{HEAD}\n{ROW.replace('12', '24')}\n")

    assert load_policy(path).sha256 != before


def test_the_order_of_columns_and_the_editors_marks_do_not_matter(tmp_path: Path) -> None:
    columns = HEAD.split("\t")
    cells = dict(zip(columns, ROW.split("\t"), strict=True))
    turned = "\t".join(reversed(columns)), "\t".join(cells[one] for one in reversed(columns))
    unit(tmp_path, "\ufeff" + "\r\n".join((*turned, "")))

    tables, _ = own_tables(tmp_path / "facts")

    assert tables.added == {"validity": (cells,)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}\n{ROW.replace('12', 'a year')}\n", "line 2: most_months: found 'a year'; expected a"),
        (f"{HEAD}\n\n{ROW.replace('ni', 'NIC', 1)}\n", "line 3: state: found 'NIC'; expected two small"),
        (f"{HEAD}\nni\tP\n", "line 2: found 2 cells; expected 10"),
        ("state\tkind\nni\tP\n", "line 1: found the columns state, kind; expected state, kind, issued"),
        ("", "line 1: found the columns"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_told_with_file_line_and_what_was_expected(
    tmp_path: Path, text: str, told: str
) -> None:
    path = unit(tmp_path, text)

    with pytest.raises(PolicyError, match=r"validity.tsv line") as error:
        load_policy(path)

    assert told in str(error.value)


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"validty.tsv: no table of this name; expected val"):
        load_policy(unit(tmp_path, f"{HEAD}\n{ROW}\n", name="validty.tsv"))


def test_a_folder_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="no table in it"):
        load_policy(unit(tmp_path, "nothing", name="README.md"))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = unit(tmp_path, f"{HEAD}\n{ROW}\n")
    (tmp_path / "facts").rename(tmp_path / "elsewhere")

    with pytest.raises(PolicyError, match=r"documents.tables: .*facts: No such file"):
        load_policy(path)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = unit(tmp_path, "")
    (tmp_path / "facts" / "validity.tsv").write_bytes(b"\xff\xfe")

    with pytest.raises(PolicyError, match="byte 0 is no UTF-8"):
        load_policy(path)


def test_a_table_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = unit(tmp_path, "x" * (TABLE_BYTES + 1))

    with pytest.raises(PolicyError, match="at most"):
        load_policy(path)
