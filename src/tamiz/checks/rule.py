"""One rule of a check that asks many: what it asks, needs, and how far its answer can be trusted."""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from tamiz.checks.check import Asked, Context
from tamiz.model import Evidence, Finding, Outcome
from tamiz.wording import say

Subject = TypeVar("Subject")


class Strength(StrEnum):
    """How much a concern of a rule proves."""

    A = "A"  # near conclusive
    B = "B"  # strong
    C = "C"  # a hint: never a concern alone


class Answer(NamedTuple):
    """What a rule says, with the two values it compared.

    ``strength`` is given where a concern proves less, or more, than those of the rule usually do.
    ``beside`` is what else an officer should know of a concern; it does not stand alone.
    """

    outcome: Outcome
    evidence: Evidence
    strength: Strength | None = None
    other: str = ""  # id of another applicant
    beside: tuple[Evidence, ...] = ()


class Rule(Asked, Generic[Subject], frozen=True, kw_only=True):
    """A question asked of what one applicant brought (``Subject``).

    ``needs`` is what must be given, ``false_alarms`` what is known of how often it errs. ``run``
    answers nothing where the rule does not apply; what its ``needs`` give and nobody can decide is
    INDETERMINATE. ``question.NAME`` and ``next.NAME`` are its sentences. Hints of a rule that
    ``is_faint`` err so often that they do not make a concern even with another hint. ``reads``
    are parts of which it needs one to say anything; without any named, everybody is asked.
    """

    needs: str
    strength: Strength
    false_alarms: str
    is_faint: bool = False
    reads: tuple[str, ...] = ()
    run: Callable[[Subject, Context], Iterator[Answer]]

    def may_answer(self, parts: Collection[str]) -> bool:
        """Whether it can say anything of somebody who brings these parts and no others."""
        return not self.reads or any(part in parts for part in self.reads)

    def answered(self, answer: Answer) -> Finding:
        """The finding that an answer is by itself."""
        strength = (answer.strength or self.strength).value
        return replace(
            self.finding(answer.outcome, (answer.evidence, *answer.beside), other=answer.other),
            strength=strength if answer.outcome is Outcome.CONCERN else "",
            next_step=say(f"next.{self.name}"),
        )
