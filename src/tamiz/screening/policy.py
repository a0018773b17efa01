"""The policy of a vetting unit: a commented TOML file, read strictly and versioned in each result."""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from tamiz.checks import BACKGROUND_RULES, CHECKS, FILES, RULES, Thresholds
from tamiz.checks.courses import Course
from tamiz.checks.documents.tables import OURS, Tables
from tamiz.documents.pictures.faces import is_installed
from tamiz.errors import PolicyError, UsageError
from tamiz.lists.registry import source_module
from tamiz.model import Outcome, Queue
from tamiz.screening.fairness import protected_words
from tamiz.screening.own_tables import own_tables

POLICY_BYTES = 1 << 20  # a policy is read whole; a thousand rules have a tenth of this
# What a rule may ask evidence to be about. Sex, nationality and birth place are not among them.
FEATURES = frozenset({"name", "birth_date", "identifier", "contact", "relation", "document", "mrz"})
DOSSIER_FIELDS = frozenset({"course", "programme", "occupation", "motivation"})


class When(StrEnum):
    """What to do when a list is stale or missing."""

    WARN = "warn"
    REVIEW = "review"
    REFUSE = "refuse"


class ListPolicy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which lists are used and needed, and what to do when one is missing or too old."""

    use: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    when_missing: When = When.REVIEW
    when_stale: When = When.WARN
    max_age_days: dict[str, Annotated[int, Meta(ge=0)]] = {}


class Prior(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known before anything is compared: one applicant in ``one_in`` is listed."""

    one_in: Annotated[float, Meta(gt=1, le=1_000_000_000)] = 500.0


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One routing rule; every condition it names must hold for one and the same finding."""

    name: Annotated[str, Meta(min_length=1)]
    queue: Queue
    check: str = ""
    outcome: Outcome | None = None
    probability_from: Annotated[float, Meta(ge=0, le=1)] | None = None
    strength: Literal["", "A", "B", "C"] = ""
    feature: str = ""
    field: str = ""
    contains: tuple[str, ...] = ()


class DocumentPolicy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``tables``: a folder with facts about States' documents, from where the policy lies.

    ``compare_faces``: portraits of a cohort are compared as faces, by the extra ``face``.
    """

    tables: str = ""
    compare_faces: bool = False


class Policy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that a unit decides beforehand. ``name`` and ``sha256`` tell one from another.

    Rows of ``course`` are among the thresholds of the policy once it is loaded.
    """

    version: Annotated[str, Meta(min_length=1)]
    lists: ListPolicy = ListPolicy()
    prior: Prior = Prior()
    thresholds: Thresholds = Thresholds()
    documents: DocumentPolicy = DocumentPolicy()
    course: tuple[Course, ...] = ()
    rule: tuple[Rule, ...] = ()


class LoadedPolicy(Struct, frozen=True, kw_only=True):
    """A policy with the file it came from.

    ``sha256`` is that of the file; where it names tables, of its digest and theirs together.
    """

    policy: Policy
    name: str
    sha256: str
    tables: Tables = OURS


def default_policy_text() -> str:
    """The commented file of the policy that is used where none is given."""
    return files("tamiz.screening").joinpath("default_policy.toml").read_text(encoding="utf-8")


def load_policy(path: Path | None = None) -> LoadedPolicy:
    """The policy in ``path``, or the default one.

    Raises:
        PolicyError: the file cannot be read, says something that is not understood, contradicts
            itself, or uses nationality, ethnicity, religion or language as a reason.
    """
    if path is None:
        return read_policy(default_policy_text().encode(), name="default")
    try:
        size = path.stat().st_size
        if size > POLICY_BYTES:
            raise PolicyError(f"{path.name}: {size} bytes; at most {POLICY_BYTES} are read")
        loaded = read_policy(path.read_bytes(), name=path.name)
    except OSError as error:
        raise PolicyError(f"{path.name}: cannot be read: {error.strerror}") from error
    return _with_tables(loaded, path.parent)


def _with_tables(loaded: LoadedPolicy, beside: Path) -> LoadedPolicy:
    """The policy with the tables in the folder that it names."""
    folder = loaded.policy.documents.tables
    if not folder:
        return loaded
    tables, digest = own_tables(beside / folder)
    sha256 = hashlib.sha256((loaded.sha256 + digest).encode()).hexdigest()
    return msgspec.structs.replace(loaded, tables=tables, sha256=sha256)


def read_policy(data: bytes, *, name: str) -> LoadedPolicy:
    """A policy from the bytes of its file."""
    try:
        data = data.removeprefix(b"\xef\xbb\xbf")
        _refuse_protected(msgspec.toml.decode(data), name)
        policy = msgspec.toml.decode(data, type=Policy)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"{name}: {error} (see docs/policy.md)") from error
    problems = [
        *_document_problems(policy),
        *_list_problems(policy),
        *_threshold_problems(policy),
        *_rule_problems(policy),
    ]
    if problems:
        raise PolicyError(f"{name}: " + "; ".join(problems) + " (see docs/policy.md)")
    policy = _with_courses(policy)
    return LoadedPolicy(policy=policy, name=name, sha256=hashlib.sha256(data).hexdigest())


def _with_courses(policy: Policy) -> Policy:
    """The policy with its courses where checks see them."""
    replace = msgspec.structs.replace
    return replace(policy, thresholds=replace(policy.thresholds, courses=policy.course))


def _refuse_protected(table: object, name: str) -> None:
    """Refuse before anything else is said: the reason must be clear to whoever wrote the rule."""
    for kind, at, row in _rows(table):
        told = row.get("name", at) if isinstance(row, dict) else at
        if found := protected_words(row):
            raise PolicyError(
                f"{name}: {kind} {told!r} uses {', '.join(found)}: nationality, ethnicity, religion "
                "and language are never a reason for suspicion; they may only be compared with "
                f"the applicant's own other claims. Remove the {kind}"
            )


def _rows(table: object) -> Iterator[tuple[str, int, object]]:
    """The rules and courses of a policy, each with its kind and place."""
    for kind in ("rule", "course"):
        rows = table.get(kind, []) if isinstance(table, dict) else []
        for at, row in enumerate(rows if isinstance(rows, list) else [], start=1):
            yield kind, at, row


def _document_problems(policy: Policy) -> list[str]:
    if policy.documents.compare_faces and not is_installed():
        return ["documents.compare_faces is true; the extra “face” is not installed"]
    return []


def _list_problems(policy: Policy) -> list[str]:
    lists = policy.lists
    problems = [
        f"lists.max_age_days: {error}" for key in lists.max_age_days if (error := _unknown(key))
    ]
    if lists.when_missing is When.WARN:
        problems.append('lists.when_missing is "warn"; expected "review" or "refuse"')
    unused = [key for key in lists.required if lists.use and key not in lists.use]
    if unused:
        problems.append(f"lists.required names {', '.join(unused)}, which lists.use leaves out")
    return problems


def _unknown(key: str) -> str:
    try:
        source_module(key)
    except UsageError as error:
        return str(error)
    return ""


def _threshold_problems(policy: Policy) -> list[str]:
    one = policy.thresholds
    problems = [
        f"thresholds.{name} is {value:g}; expected more than 0 and less than 1"
        for name in ("review", "review_high", "related", "shown")
        if not 0 < (value := getattr(one, name)) < 1
    ]
    if one.courses:
        problems.append("thresholds.courses is read from [[course]]")
    if one.shown > one.review:
        problems.append("thresholds.shown is above thresholds.review")
    if one.shown > one.review_high:
        problems.append("thresholds.shown is above thresholds.review_high")
    if one.most_matches < 1:
        problems.append("thresholds.most_matches is below 1")
    if one.common_from < 3:  # noqa: PLR2004 - a value of two applicants must be able to concern
        problems.append("thresholds.common_from is below 3")
    return problems


def _rule_problems(policy: Policy) -> list[str]:
    known = {check.name for check in (*CHECKS, *RULES, *BACKGROUND_RULES, FILES)}
    problems, seen = [], set()
    for rule in policy.rule:
        told = f"rule {rule.name!r}"
        if rule.name in seen:
            problems.append(f"{told} stands twice")
        seen.add(rule.name)
        if rule.check and rule.check not in known:
            problems.append(
                f"{told}: no check {rule.check!r}; there are {', '.join(sorted(known))}"
            )
        if rule.queue is Queue.CLEAR:
            problems.append(f"{told}: queue is clear; expected review or escalate")
        if rule.outcome in {Outcome.CLEAR, Outcome.NOT_APPLICABLE}:
            problems.append(f"{told}: outcome is {rule.outcome}; expected concern or indeterminate")
        if bool(rule.field) != bool(rule.contains):
            problems.append(f"{told}: field and contains go together")
        if rule.feature and rule.feature not in FEATURES:
            problems.append(
                f"{told}: feature {rule.feature!r}; expected one of {', '.join(sorted(FEATURES))}"
            )
        if rule.field and rule.field not in DOSSIER_FIELDS:
            fields = ", ".join(sorted(DOSSIER_FIELDS))
            problems.append(f"{told}: field {rule.field!r}; expected one of {fields}")
    return problems + _open_ends(policy)


def _open_ends(policy: Policy) -> list[str]:
    """Nothing may fail open: every concern and everything unchecked must end at a person."""
    return [
        f"no rule sends every finding with outcome {outcome.value!r} to a person; "
        f'add [[rule]] name = "…" queue = "review" outcome = "{outcome.value}"'
        for outcome in (Outcome.CONCERN, Outcome.INDETERMINATE)
        if not any(_catches_all(rule, outcome) for rule in policy.rule)
    ]


def _catches_all(rule: Rule, outcome: Outcome) -> bool:
    narrow = (
        rule.check
        or rule.probability_from is not None
        or rule.strength
        or rule.feature
        or rule.field
    )
    return not narrow and rule.outcome in {None, outcome}
