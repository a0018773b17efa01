"""Tamiz from Python: the same as the command line, in a few calls."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from tamiz.checks import References
from tamiz.documents.pictures import PictureReader
from tamiz.errors import UsageError
from tamiz.intake.dossiers import Reject, dossier_of, open_cohort
from tamiz.intake.evidence_files import Brought, bring, read_given
from tamiz.lists.store import Store
from tamiz.matching import PairVerdict, Subject, compare_pair
from tamiz.matching.build import parse_name
from tamiz.model import Assessment, Name, PartialDate, PartyType
from tamiz.normalise.dates import read_dates
from tamiz.output.results import Order, screen_file
from tamiz.output.run import RunSummary
from tamiz.screening import (
    LoadedPolicy,
    Screener,
    assess_documents,
    consulted,
    lists_in_use,
    load_policy,
    setup_of,
)
from tamiz.wording import Language


def screen(
    cohort: str | Path,
    *,
    out: str | Path,
    store: Store | None = None,
    policy: Path | None = None,
    sources: tuple[str, ...] = (),
    jobs: int = 1,
    language: str = "en",
    earlier: tuple[Path, ...] = (),
) -> RunSummary:
    """Screen a file of applicants and write all results into ``out``, as ``tamiz screen`` does.

    Args:
        cohort: CSV, XLSX, JSON, JSON Lines or FollowTheMoney.
        out: folder for findings, rejects, report and run.json.
        store: the lists; the user's own store by default.
        policy: a policy file; the default policy if None.
        sources: only these lists; empty leaves it to the policy.
        jobs: processes to screen with; more than one needs ``if __name__ == "__main__":`` above.
        language: ``en``, ``es`` or ``uk``.
        earlier: files of earlier cohorts to compare with, refused ones among them.

    Raises:
        TamizError: nothing could be screened; the message says why.
    """
    if language not in set(Language):
        raise UsageError(f"language {language!r}; expected one of {', '.join(Language)}")
    order = Order(
        cohort=Path(cohort), out=Path(out), store=store or Store(), policy=load_policy(policy),
        today=now().date(), software=f"tamiz {version('tamiz')}", sources=sources, jobs=jobs,
        language=Language(language), earlier=earlier,
    )  # fmt: skip
    return screen_file(order, clock=now)


def screener(
    store: Store | None = None, *, policy: Path | None = None, today: date | None = None
) -> Screener:
    """A screener for single dossiers; close it, or use it in a with-block."""
    loaded = load_policy(policy)
    day = today or now().date()
    shelf = store or Store()
    lists = lists_in_use(shelf, loaded.policy, today=day)
    return Screener(
        setup_of(lists, loaded.policy, references=consulted(shelf, tables=loaded.tables, today=day))
    )


def check_documents(
    cohort: str | Path, *, policy: Path | None = None, store: Store | None = None
) -> Iterator[Assessment | Reject]:
    """What the rules about documents find on each applicant of a file; no list is needed.

    Args:
        cohort: as for ``screen``; files that it names are looked for in its folder.
        policy: a policy file; the default policy if None.
        store: where the trust anchors for chips are; the user's own store by default.

    Yields:
        an assessment for each applicant, a reject for each row that cannot be read.
    """
    loaded = load_policy(policy)
    references = _references(loaded, store)
    path = Path(cohort)
    for found in bring(open_cohort(path), path.parent, readers=1):
        if isinstance(found, Reject):
            yield found
        else:
            yield assess_documents(found, loaded.policy, references)


def check_document(
    *files: str | Path,
    told: Mapping[str, str] | None = None,
    policy: Path | None = None,
    store: Store | None = None,
) -> Assessment:
    """What the rules about documents find on one document.

    Args:
        files: pictures, PDFs, files of its chip, or folders of these.
        told: what is known of document and bearer, by the fields of ``docs/dossier.md``:
            ``mrz``, ``doc_number``, ``name``, ``birth_date`` … ``applied_on`` is today if not told.
        policy: as for ``check_documents``.
        store: as for ``check_documents``.

    Raises:
        UsageError: there is no such field, or neither a file nor a field.
    """
    if not files and not told:
        raise UsageError("nothing to check: name a file, a zone or a field of the document")
    today = now().date()
    paths = [Path(file) for file in files]
    fields = {"applied_on": today.isoformat(), **(told or {})}
    dossier = dossier_of(fields, files=tuple(path.name for path in paths))
    with PictureReader() as reader:
        brought = Brought(dossier, read_given(paths, reader))
    loaded = load_policy(policy)
    return assess_documents(brought, loaded.policy, _references(loaded, store))


def _references(loaded: LoadedPolicy, store: Store | None) -> References:
    """What rules about documents look things up in, of this store and policy."""
    return consulted(store or Store(), tables=loaded.tables, today=now().date()).open()


def compare(
    one: str, other: str, *, born: tuple[str, str] = ("", ""), organisations: bool = False
) -> PairVerdict:
    """Compare two names, and birth dates where both are known, with no list and no index.

    Args:
        one: a name as written, in any script; ``FAMILY, Given`` or in natural order.
        other: another.
        born: both birth dates as written, empty where unknown.
        organisations: whether the names are those of organisations.

    Raises:
        UsageError: a birth date that is no date, or a name with nothing that can be compared.
    """
    kind = PartyType.ORGANISATION if organisations else PartyType.PERSON
    left, right = (
        Subject(type=kind, names=(Name(text=name),), birth_dates=_birth_dates(date, at))
        for at, (name, date) in enumerate(zip((one, other), born, strict=True), 1)
    )
    for at, subject in enumerate((left, right), 1):
        if not parse_name(subject.names[0], kind).words:
            raise UsageError(
                f"name {at} has no word that can be compared; expected letters of any script"
            )
    return compare_pair(left, right)


def _birth_dates(text: str, at: int) -> tuple[PartialDate, ...]:
    """The dates in a text; empty only if the text is."""
    found = read_dates(text)
    if text.strip() and not found:
        raise UsageError(
            f"birth date {at} is not a date; expected one such as 1984-03-09, 9 Mar 1984 or 1984"
        )
    return found


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
