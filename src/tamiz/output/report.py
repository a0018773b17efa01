"""The report: one HTML file to work from, with nothing to load and nothing that may run but ours.

The page works without a script and without a network. Its content security policy allows only
the one style sheet and the one script that are written into it, by their digests.
"""

import base64
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from tamiz.model import Assessment, Finding, Queue
from tamiz.output.cases import MOST_CASES, CaseView, Selection, case_view, select
from tamiz.output.chart.nearest import PARTIES
from tamiz.output.chart.panel import MOST_PICTURES, Panels
from tamiz.output.chart.svg import chart_style
from tamiz.output.environment import PageWords, environment
from tamiz.output.markup import Tongues
from tamiz.output.run import RunSummary
from tamiz.wording import Language

LANGUAGE_NAMES = {
    Language.ENGLISH: "English",
    Language.SPANISH: "Español",
    Language.UKRAINIAN: "Українська",
}


Preview = Callable[[str, int], str]


class Choice(Struct, frozen=True, kw_only=True):
    """One value of a filter and what it is called."""

    value: str
    label: Markup


def write_report(
    path: Path,
    run: RunSummary,
    assessments: Iterable[Assessment],
    language: Language = Language.ENGLISH,
    *,
    most: int = MOST_CASES,
    preview: Preview = lambda sha256, page: "",  # noqa: ARG005 - a report without pictures
) -> None:
    """Write the page; it appears under ``path`` only when it is complete.

    Args:
        path: the file to write; an older one is replaced.
        run: what the head of the page says.
        assessments: everything that was screened, taken one by one.
        language: the language that shows first; a reader can change it on the page.
        most: how many cases are kept and shown at most; the page counts the others.
        preview: the small picture of a page of a file (its SHA-256, the page's number) as a
            ``data:`` address; empty where there is none.
    """
    selection = select(assessments, most)
    unfinished = path.with_name(f"{path.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_page(run, selection, language, preview))
    os.replace(unfinished, path)  # noqa: PTH105 - the atomic one is called so


def content_security_policy(style: str, script: str) -> str:
    """The policy that lets the page use these two texts and nothing else."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; "  # the small pictures of documents are written into the page
        "base-uri 'none'; form-action 'none'"
    )


def _page(
    run: RunSummary, selection: Selection, language: Language, preview: Preview
) -> Iterator[str]:
    style, script = _asset("css/report.css") + chart_style(), _asset("js/report.js")
    words = PageWords(Tongues())
    anchors = {a.id: f"#case-{at}" for at, a in enumerate(selection.shown, start=1)}
    return (
        environment(words)
        .get_template("report.html")
        .generate(
            run=run,
            language=language,
            languages=LANGUAGE_NAMES,
            selection=selection,
            cases=lambda: _cases(selection),
            anchors=anchors,
            level=4,
            checks=_check_choices(selection, words),
            sources=_source_choices(selection, words.tongues),
            queues=tuple(queue for queue in reversed(Queue) if _is_shown(queue, selection)),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=content_security_policy(style, script),
            preview=preview,
            zoomable=False,
            draw=Panels().panel,
            most_pictures=MOST_PICTURES,
            parties={status.value for status in PARTIES},
        )
    )


def _cases(selection: Selection) -> Iterator[CaseView]:
    """The views one by one, so that not all of them are in memory at once."""
    for at, assessment in enumerate(selection.shown, start=1):
        yield case_view(assessment, f"case-{at}")


def _check_choices(selection: Selection, words: PageWords) -> tuple[Choice, ...]:
    """The checks that have something to say, each named by its question."""
    found: dict[str, Finding] = {}
    for case in _cases(selection):
        for answer in case.answers:
            found.setdefault(answer.finding.check, answer.finding)
    return tuple(
        Choice(value=check, label=words.question(finding))
        for check, finding in sorted(found.items())
    )


def _source_choices(selection: Selection, tongues: Tongues) -> tuple[Choice, ...]:
    listed = {source for case in _cases(selection) for source in case.sources}
    return tuple(Choice(value=source, label=tongues.value(source)) for source in sorted(listed))


def _is_shown(queue: Queue, selection: Selection) -> bool:
    return any(assessment.queue is queue for assessment in selection.shown)


def _asset(name: str) -> str:
    return files("tamiz.output").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """A source expression of a content security policy: ``'sha256-…'``."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
