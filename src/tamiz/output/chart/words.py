"""What stands on a chart in words, in one language or in all."""

from collections.abc import Sequence

from markupsafe import Markup

from tamiz.model import ChartLink, ChartNode, NodeStatus
from tamiz.normalise.text import visible
from tamiz.output.chart.boxes import width
from tamiz.wording import Language, catalogue, say

# Bits below which a tie is called so: 8, 250 and 32,000 times rarer than chance.
STRENGTHS = ((3.0, "weak"), (8.0, "fair"), (15.0, "strong"))
STRONGEST = "very_strong"
_SILENT = frozenset({NodeStatus.VALUE, NodeStatus.APPLICANT})


def chart_word(code: str, language: Language, **gaps: object) -> str:
    """A sentence of the charts."""
    return say(f"report.chart.{code}", language, **gaps)


def strength_of(link: ChartLink) -> str:
    """How strong a tie is, in a code: weak, fair, strong or very_strong."""
    return next((word for below, word in STRENGTHS if link.strength < below), STRONGEST)


def tie(link: ChartLink, language: Language) -> str:
    """What ties two nodes; a code without a sentence stands as it is."""
    code = f"report.chart.what.{link.what}"
    known = code in catalogue(language)
    return say(code, language) if known else visible(link.what.replace("_", " "))


def badge_code(node: ChartNode) -> str:
    """The word over an icon, in a code; empty where the icon says it already."""
    return "" if node.status in _SILENT else f"status.{node.status.value}"


def longest(code: str, languages: Sequence[Language]) -> str:
    """The widest of a word's translations, for which room must be kept; empty without a code."""
    if not code:
        return ""
    return max((chart_word(code, language) for language in languages), key=width)


def texts(words: dict[Language, str], attributes: Markup, *, content: str = "text") -> Markup:
    """SVG texts, one a language, of which the style sheet shows one; one text if all are alike."""
    if len(set(words.values())) == 1:
        return Markup("<{0} {1}>{2}</{0}>").format(content, attributes, next(iter(words.values())))
    return Markup("").join(
        Markup('<{0} lang="{1}" {2}>{3}</{0}>').format(content, language.value, attributes, word)
        for language, word in words.items()
    )
