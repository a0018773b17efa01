"""Text as safe HTML: in one language or several at once, and with nothing odd left hidden.

The report carries every sentence in every language, each in a ``span`` with its ``lang``; the
style sheet shows one of them. Everything that came from outside is escaped, isolated from the
reading direction around it (``bdi``) and shortened to a length that a page can bear.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from msgspec import Struct

from tamiz.model import Evidence
from tamiz.normalise.text import visible
from tamiz.output.sentences import reason_gaps
from tamiz.wording import Language, catalogue, say

LONGEST_VALUE = 300  # characters of a value from outside; the rest is in findings.jsonl
LONGEST_SHORT = 60  # in the list of cases, where every case has two lines
LONGEST_LINE = 4_000  # characters of a list's own text about a party
_GROUP = re.compile(r"(?<=[0-9]) (?=[0-9]{3})")
_ODD = re.compile("(⟨U\\+[0-9A-F]{4,6}⟩)")


class Tongues(Struct, frozen=True):
    """Writes sentences in these languages; with one language alone they need no ``span``."""

    languages: tuple[Language, ...] = tuple(Language)

    def phrase(self, code: str, /, **gaps: object) -> Markup:
        """A sentence of the report; gaps that are no markup are escaped."""
        return self.each(
            lambda language: Markup(escape(_report(code, language))).format(**gaps)  # noqa: S704 - escaped
        )

    def each(self, sentence: Callable[[Language], str]) -> Markup:
        """What ``sentence`` gives in each language; a text that is in no language, as a value."""
        texts = {language: sentence(language) for language in self.languages}
        same = texts[self.languages[0]]
        if len(set(texts.values())) > 1:
            spans = (
                Markup('<span lang="{}">{}</span>').format(lang.value, texts[lang])
                for lang in texts
            )
            return Markup("").join(spans)
        if isinstance(same, Markup):
            return same
        return Markup(escape(same)) if len(texts) == 1 else self.value(same)  # noqa: S704 - escaped

    def reasons(self, evidence: Evidence) -> Markup:
        """The sentence of a piece of evidence, its values isolated."""
        if evidence.code not in catalogue(Language.ENGLISH):
            return self.value(evidence.code)
        return self.each(lambda language: self._reason(evidence, language))

    def _reason(self, evidence: Evidence, language: Language) -> Markup:
        gaps = reason_gaps(evidence, language).items()
        shown = {name: self.value(_together(name, text)) for name, text in gaps}
        return Markup(escape(catalogue(language)[evidence.code])).format(**shown)  # noqa: S704 - escaped

    def value(self, text: str, *, longest: int = LONGEST_VALUE) -> Markup:
        """A value from outside: isolated, odd characters spelt out, too long ones shortened."""
        kept = visible(text[:longest])
        parts = [
            Markup('<span class="odd">{}</span>').format(part) if at % 2 else escape(part)
            for at, part in enumerate(_ODD.split(kept))
        ]
        shown = Markup("<bdi>{}</bdi>").format(Markup("").join(parts))
        left = len(text) - longest
        if left <= 0:
            return shown
        more = self.phrase("case.more", count=left)
        return Markup('{}… <span class="more">({})</span>').format(shown, more)

    def short(self, text: str) -> Markup:
        """A value in the list of cases, cut with an ellipsis: the case itself has the rest."""
        cut = text if len(text) <= LONGEST_SHORT else f"{text[:LONGEST_SHORT]}…"
        return self.value(cut)

    def line(self, text: str) -> Markup:
        """A list's own text about a party, which may be long."""
        return self.value(text, longest=LONGEST_LINE)


def web_address(text: str) -> str:
    """The address if it is one that may be followed from a page, else nothing."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""


def _together(gap: str, text: str) -> str:
    """A figure of ours that no line break tears apart; the compared values stay as they are."""
    return text if gap in {"applicant", "other"} else _GROUP.sub("\N{NO-BREAK SPACE}", text)


def _report(code: str, language: Language) -> str:
    return catalogue(language)[f"report.{code}"]


def plain(code: str, language: Language) -> str:
    """A sentence of the report in one language, where markup cannot stand (``title``)."""
    return say(f"report.{code}", language)
