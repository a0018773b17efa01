"""The template engine of pages, and the words that the templates ask for."""

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from tamiz.model import Assessment, ChartLink, Finding, Sex
from tamiz.normalise.text import visible
from tamiz.output import markup, sentences
from tamiz.output.chart.words import tie
from tamiz.output.markup import Tongues
from tamiz.output.paper_rows import paper_rows
from tamiz.wording import Language, catalogue

# What is told by the code of a State: in evidence, and on documents.
_OF_STATES = frozenset({"nationality", "issuing_state"})


class PageWords(Struct, frozen=True):
    """What the templates say of findings, in the languages of a page."""

    tongues: Tongues

    def basis(self, finding: Finding) -> Markup:
        """The clause or source that a check implements."""
        if f"basis.{finding.check}" not in catalogue(Language.ENGLISH):
            return self.tongues.value(finding.basis)
        return self.tongues.each(lambda language: sentences.basis(finding, language))

    def next_step(self, finding: Finding) -> Markup:
        """What a human does now."""
        return self.tongues.each(lambda language: sentences.next_step(finding, language))

    def question(self, finding: Finding) -> Markup:
        """The question of the check."""
        return self.tongues.each(lambda language: sentences.question(finding, language))

    def label(self, finding: Finding) -> Markup:
        """The question in a word or two."""
        return self.tongues.each(lambda language: sentences.label(finding, language))

    def rule(self, assessment: Assessment) -> Markup:
        """The policy rule that chose the queue."""
        return self.tongues.each(lambda language: sentences.rule(assessment, language))

    def feature(self, name: str) -> Markup:
        """What a piece of evidence is about."""
        return self.tongues.each(lambda language: sentences.feature(name, language))

    def place(self, field: str) -> Markup:
        """Where a value stood: a column, or a page of a file."""
        path, sign, page = field.partition("#page=")
        if sign:
            number = page.partition("&")[0]  # the place on the page is drawn
            return self.tongues.phrase("papers.at", path=self.tongues.value(path), page=number)
        return self.tongues.phrase("finding.column", column=self.tongues.value(field))

    def chart_tie(self, link: ChartLink) -> Markup:
        """What ties two nodes."""
        return self.tongues.each(lambda language: tie(link, language))

    def paper_kind(self, code: str) -> Markup:
        """A kind of document; what is none of ours as it was written."""
        return self._or_value(code, sentences.paper_kind)

    def tie_place(self, text: str) -> Markup:
        """Where a tie stands."""
        return self._or_value(text, sentences.place)

    def _or_value(self, text: str, words: Callable[[str, Language], str]) -> Markup:
        """Words of ours for a code, or a value from outside."""
        if all(words(text, one) == visible(text) for one in self.tongues.languages):
            return self.tongues.value(text)
        return self.tongues.each(lambda language: words(text, language))

    def datum(self, name: str) -> Markup:
        """A datum of a document."""
        return self.tongues.phrase(f"datum.{name}")

    def side_value(self, feature: str, text: str) -> Markup:
        """A compared value; codes of sex and of States are words of ours, all else is as written."""
        if feature in _OF_STATES:
            return self._or_value(text, sentences.states)
        if feature == "sex" and text in set(Sex):
            return self.tongues.phrase(f"sex.{text}")
        return self.tongues.value(text)

    def percent(self, probability: float) -> Markup:
        """A probability as officers read it."""
        return self.tongues.each(lambda language: sentences.percent(probability, language))


def environment(words: PageWords) -> Environment:
    """The template engine: everything is escaped, and a misspelt name is an error."""
    engine = Environment(
        loader=PackageLoader("tamiz.output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tongues = words.tongues
    engine.globals.update(
        t=tongues.phrase,
        plain=markup.plain,
        reasons=tongues.reasons,
        question=words.question,
        basis=words.basis,
        next_step=words.next_step,
        label=words.label,
        rule=words.rule,
        feature=words.feature,
        percent=words.percent,
        side_value=words.side_value,
        probability_word=sentences.probability_word,
        web_address=markup.web_address,
        paper_rows=paper_rows,
        datum=words.datum,
        place=words.place,
        paper_kind=words.paper_kind,
        tie_place=words.tie_place,
        chart_tie=words.chart_tie,
    )
    engine.filters.update(
        value=tongues.value,
        short=tongues.short,
        line=tongues.line,
        number=sentences.grouped,
        signed=sentences.signed,
    )
    return engine
