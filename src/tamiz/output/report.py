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

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from tamiz.model import Assessment, ChartLink, Finding, Queue, Sex
from tamiz.output import markup, sentences
from tamiz.output.cases import MOST_CASES, CaseView, Selection, case_view, select
from tamiz.output.chart.nearest import PARTIES
from tamiz.output.chart.panel import MOST_PICTURES, Panels
from tamiz.output.chart.svg import chart_style
from tamiz.output.chart.words import tie
from tamiz.output.paper_rows import paper_rows
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
    anchors = {a.id: f"case-{at}" for at, a in enumerate(selection.shown, start=1)}
    return (
        _environment()
        .get_template("report.html")
        .generate(
            run=run,
            language=language,
            languages=LANGUAGE_NAMES,
            selection=selection,
            cases=lambda: _cases(selection),
            anchors=anchors,
            checks=_check_choices(selection),
            sources=_source_choices(selection),
            queues=tuple(queue for queue in reversed(Queue) if _is_shown(queue, selection)),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=content_security_policy(style, script),
            preview=preview,
            draw=Panels().panel,
            most_pictures=MOST_PICTURES,
            parties={status.value for status in PARTIES},
        )
    )


def _cases(selection: Selection) -> Iterator[CaseView]:
    """The views one by one, so that not all of them are in memory at once."""
    for at, assessment in enumerate(selection.shown, start=1):
        yield case_view(assessment, f"case-{at}")


def _check_choices(selection: Selection) -> tuple[Choice, ...]:
    """The checks that have something to say, each named by its question."""
    found: dict[str, Finding] = {}
    for case in _cases(selection):
        for answer in case.answers:
            found.setdefault(answer.finding.check, answer.finding)
    return tuple(
        Choice(value=check, label=_question(finding)) for check, finding in sorted(found.items())
    )


def _source_choices(selection: Selection) -> tuple[Choice, ...]:
    listed = {source for case in _cases(selection) for source in case.sources}
    return tuple(Choice(value=source, label=markup.value(source)) for source in sorted(listed))


def _is_shown(queue: Queue, selection: Selection) -> bool:
    return any(assessment.queue is queue for assessment in selection.shown)


def _environment() -> Environment:
    """The template engine: everything is escaped, and a misspelt name is an error."""
    environment = Environment(
        loader=PackageLoader("tamiz.output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        t=markup.phrase,
        plain=markup.plain,
        reasons=markup.reasons,
        question=_question,
        next_step=_next_step,
        label=_label,
        rule=_rule,
        feature=_feature,
        percent=_percent,
        side_value=_side_value,
        probability_word=sentences.probability_word,
        web_address=markup.web_address,
        paper_rows=paper_rows,
        datum=_datum,
        place=_place,
        chart_tie=_chart_tie,
    )
    environment.filters.update(
        value=markup.value,
        short=markup.short,
        line=markup.line,
        number=sentences.grouped,
        signed=sentences.signed,
    )
    return environment


def _next_step(finding: Finding) -> Markup:
    return markup.tongues(lambda language: sentences.next_step(finding, language))


def _question(finding: Finding) -> Markup:
    return markup.tongues(lambda language: sentences.question(finding, language))


def _label(finding: Finding) -> Markup:
    return markup.tongues(lambda language: sentences.label(finding, language))


def _rule(assessment: Assessment) -> Markup:
    return markup.tongues(lambda language: sentences.rule(assessment, language))


def _feature(name: str) -> Markup:
    return markup.tongues(lambda language: sentences.feature(name, language))


def _place(field: str) -> Markup:
    """Where a value stood: a column, or a page of a file."""
    path, sign, page = field.partition("#page=")
    if sign:
        number = page.partition("&")[0]  # the place on the page is drawn
        return markup.phrase("papers.at", path=markup.value(path), page=number)
    return markup.phrase("finding.column", column=markup.value(field))


def _chart_tie(link: ChartLink) -> Markup:
    return markup.tongues(lambda language: tie(link, language))


def _datum(name: str) -> Markup:
    return markup.phrase(f"datum.{name}")


def _side_value(feature: str, text: str) -> Markup:
    """A compared value; the codes of sex are words of ours, everything else is as written."""
    if feature == "sex" and text in set(Sex):
        return markup.phrase(f"sex.{text}")
    return markup.value(text)


def _percent(probability: float) -> Markup:
    return markup.tongues(lambda language: sentences.percent(probability, language))


def _asset(name: str) -> str:
    return files("tamiz.output").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """A source expression of a content security policy: ``'sha256-…'``."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
