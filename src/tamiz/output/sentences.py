"""The sentences that findings carry, in one language."""

import re

from tamiz.model import Assessment, Evidence, Finding
from tamiz.normalise.text import visible
from tamiz.wording import Language, catalogue, say

# Between these probabilities an answer is called so in words; the last is the word for the rest.
_IN_WORDS = (
    (0.99, "almost_certain"),
    (0.9, "very_likely"),
    (0.6, "likely"),
    (0.4, "even"),
    (0.1, "unlikely"),
)
_LEAST = "very_unlikely"
_BETWEEN = re.compile("(; | / )")  # what stands between several values of one field
_LIST = re.compile("(, |; )")  # what stands between several States of a sentence
# Gaps that hold codes of States, in whatever sentence; and sentences whose other side is one.
_STATES = frozenset({"state", "states", "country"})
_OTHER_IS_A_STATE = (
    "document.number_state.", "document.number_says.claims_", "document.number_says.state_unnamed",
)  # fmt: skip
# Gaps that hold what a table says of a law, in English: ``wording`` has it by these very words.
_LAWS = frozenset({"law", "source"})
# Sentences whose name is that of a force, a unit or a rank.
_FORCE = ("background.nationals.", "background.unit.", "background.rank.")
_MOST_CERTAIN = 0.999  # nothing is shown as certain: evidence of this kind never is


def reason(evidence: Evidence, language: Language) -> str:
    """The sentence of a piece of evidence.

    A code without a sentence is shown as it stands: a missing word must not cost an officer the
    evidence. Tests hold every code that the checks use to its sentences.
    """
    if evidence.code not in catalogue(language):
        return evidence.code
    return say(evidence.code, language, **reason_gaps(evidence, language))


def reason_gaps(evidence: Evidence, language: Language) -> dict[str, str]:
    """What fills the gaps of the sentence: States by their names, laws in the reader's words."""
    gaps = {**evidence.params, "applicant": evidence.applicant, "other": evidence.other}
    return {gap: _filled(evidence.code, gap, text, language) for gap, text in gaps.items()}


def _filled(code: str, gap: str, text: str, language: Language) -> str:
    if gap in _STATES or (gap == "other" and code.startswith(_OTHER_IS_A_STATE)):
        parts = _LIST.split(text)
        return "".join(_known(f"state.{one.casefold()}", one, language) for one in parts)
    if gap in _LAWS:
        return _known(f"law.{text}", text, language)
    if gap == "name" and code.startswith(_FORCE):
        return _known(f"force.{text}", text, language)
    return text


def question(finding: Finding, language: Language) -> str:
    """The question of the check, translated where its sentence is known."""
    return _known(f"question.{finding.check}", finding.question, language)


def next_step(finding: Finding, language: Language) -> str:
    """What a human does now, translated where its sentence is known; empty where nothing is told."""
    if not finding.next_step:
        return ""
    return _known(f"next.{finding.check}", finding.next_step, language)


def basis(finding: Finding, language: Language) -> str:
    """The clause or source that the check implements, in the reader's words where it has any."""
    return _known(f"basis.{finding.check}", finding.basis, language)


def label(finding: Finding, language: Language) -> str:
    """The question in a word or two, for lists of cases."""
    return _known(f"label.{finding.check}", finding.check.replace("_", " "), language)


def rule(assessment: Assessment, language: Language) -> str:
    """The policy rule that chose the queue, as a sentence where there is one."""
    return _known(f"rule.{assessment.rule}", assessment.rule, language)


def feature(name: str, language: Language) -> str:
    """What a piece of evidence is about: ``birth_date`` gives "Date of birth"."""
    return _known(f"report.feature.{name}", name.replace("_", " ").replace(".", " "), language)


def paper_kind(code: str, language: Language) -> str:
    """A kind of document in words; what is none of ours stands as it was written."""
    return _known(f"report.papers.kind.{code.casefold()}", visible(code), language)


def states(text: str, language: Language) -> str:
    """Codes of States as people read them, "El Salvador (SV)"; anything else as it was written."""
    return "".join(
        part if at % 2 else _state(part, language) for at, part in enumerate(_BETWEEN.split(text))
    )


def _state(text: str, language: Language) -> str:
    name = catalogue(language).get(f"state.{text.casefold()}")
    return visible(text) if name is None else f"{name} ({text.upper()})"


def place(text: str, language: Language) -> str:
    """Where a tie stands: a question in a word or two, or a place in a file as it is."""
    return _known(f"label.{text}", visible(text), language)


def probability_word(probability: float) -> str:
    """The code of the word for a probability, such as ``likely``."""
    return next((word for least, word in _IN_WORDS if probability >= least), _LEAST)


def percent(probability: float, language: Language) -> str:
    """A probability as officers read it: 97.3%, over 99.9%, under 0.1%."""
    if probability > _MOST_CERTAIN:
        return say("report.over", language, percent=_percent(_MOST_CERTAIN, language))
    if probability < 1 - _MOST_CERTAIN:
        return say("report.under", language, percent=_percent(1 - _MOST_CERTAIN, language))
    return _percent(probability, language)


def signed(bits: float) -> str:
    """Bits with their sign, as a minus and not a hyphen: ``+8.5``, ``−27.3``."""
    text = f"{bits:+.1f}"
    return "0.0" if text in {"+0.0", "-0.0"} else text.replace("-", "\N{MINUS SIGN}")


def grouped(number: int) -> str:
    """A whole number in groups of three, with a space that does not break: ``12 345``."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _percent(probability: float, language: Language) -> str:
    figure = f"{100 * probability:.1f}"
    if language is Language.ENGLISH:
        return f"{figure}%"
    return figure.replace(".", ",") + "\N{NO-BREAK SPACE}%"


def _known(code: str, otherwise: str, language: Language) -> str:
    return say(code, language) if code in catalogue(language) else otherwise
