"""What passive authentication found, in the terminal: every step, and what nobody tested."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tamiz.documents.chip import ChipReport, Step
from tamiz.normalise.text import visible
from tamiz.wording import Language, say


def chip_read(report: ChipReport, console: Console, language: Language) -> None:
    """Print the outcome, the steps, where the trust comes from, and what the chip says."""
    outcome = say(f"chip.outcomes.{report.outcome.value}", language)
    console.print(Text(say("chip.whole", language, outcome=outcome), style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("step", "outcome", "why"):
        table.add_column(say(f"chip.{column}", language), overflow="fold")
    for step in report.steps:
        table.add_row(*(Text(visible(text)) for text in _cells(step, language)))
    console.print(table)
    if report.anchor is not None:
        origin = report.anchor.origins[0]
        console.print(
            say(
                "chip.anchor", language, subject=visible(report.anchor.subject),
                source=visible(origin.source), days=report.anchor.age_days,
            ),
            markup=False,
        )  # fmt: skip
    for line in report.zone:
        console.print(Text(f"DG1  {visible(line)}"))
    for name, fields in (("DG11", report.person), ("DG12", report.document)):
        for field in fields:
            if field.text:
                console.print(Text(visible(f"{name}  {field.name}: {field.text}")))


def _cells(step: Step, language: Language) -> tuple[str, str, str]:
    title = say(f"chip.steps.{step.kind.value}", language)
    why = say(f"chip.reasons.{step.reason.value}", language)
    if step.expected or step.found:
        why += f" ({step.expected or '–'} | {step.found or '–'})"
    outcome = say(f"chip.outcomes.{step.outcome.value}", language)
    return f"{title} {step.subject}".rstrip(), outcome, why
