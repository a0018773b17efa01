"""Findings as officers see them: the same drawing as in the report, in one language."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule
from markupsafe import Markup
from msgspec import Struct

from tamiz.model import Assessment, LinkChart
from tamiz.output.cases import CaseView, FindingView
from tamiz.output.chart.nearest import PARTIES
from tamiz.output.chart.panel import MOST_PICTURES, Panels
from tamiz.output.environment import PageWords, environment
from tamiz.output.markup import Tongues
from tamiz.wording import Language


class Drawer(Struct, frozen=True):
    """Draws the parts of a case page.

    ``anchors`` are the pages of other applicants by their ids; ``pictures`` the addresses of
    pictures by the SHA-256 of their file and their page in it.
    """

    language: Language
    anchors: Mapping[str, str] = {}
    pictures: Mapping[tuple[str, int], str] = {}

    def finding(self, view: FindingView, anchor: str) -> Markup:
        """A finding: question, both sides, waterfall, the list's own line."""
        return Markup(self._macro("finding_section")(view, anchor))  # noqa: S704 - drawn by macros that escape

    def papers(self, assessment: Assessment) -> Markup:
        """Each document of which two sources say something, side by side."""
        section = self._macro("paper_section")
        shown = (one for one in assessment.papers if one.sources or one.pages)
        return Markup("").join(section(one, f"paper-{at}") for at, one in enumerate(shown, start=1))

    def chart(self, chart: LinkChart, applicant: str) -> Markup:
        """The link chart and its table twin."""
        panel = Panels((self.language,)).panel(chart)
        return Markup(self._macro("chart_section", "chart.html")(panel, applicant, "links"))  # noqa: S704 - see above

    def also(self, view: CaseView) -> Markup:
        """The questions that were answered without a concern."""
        return Markup(self._macro("also_section")(view))  # noqa: S704 - see above

    def _macro(self, name: str, page: str = "case.html") -> Any:  # noqa: ANN401 - Jinja's macros have no type
        return getattr(self._module(page), name)

    def _module(self, page: str) -> TemplateModule:
        template = environment_of(self.language).get_template(page)
        return template.make_module(
            {
                "anchors": self.anchors,
                "preview": lambda sha256, page: self.pictures.get((sha256, page), ""),
                "zoomable": True,
                "level": 3,
                "parties": {status.value for status in PARTIES},
                "most_pictures": MOST_PICTURES,
            }
        )


@cache
def environment_of(language: Language) -> Environment:
    """The engine of one language."""
    return environment(words_of(language))


@cache
def words_of(language: Language) -> PageWords:
    """What is said of findings in one language."""
    return PageWords(Tongues((language,)))
