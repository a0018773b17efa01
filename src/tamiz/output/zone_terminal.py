"""A machine-readable zone in the terminal: every part with its check digit, what is odd, repairs."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tamiz.documents.zone import Field, Repair, Span, Zone
from tamiz.normalise.text import visible
from tamiz.wording import Language, say


def zone_read(
    zone: Zone, repaired: tuple[Repair, ...], console: Console, language: Language
) -> None:
    """Print the format, the parts in the order of the zone, the oddities and likelier readings."""
    heading = say("zone.format", language, format=zone.format.value)
    console.print(Text(heading, style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("part", "raw", "value", "digit", "place"):
        is_short = column in {"digit", "place"}
        table.add_column(say(f"zone.{column}", language), no_wrap=is_short, overflow="fold")
    for field in sorted(zone.fields(), key=lambda one: one.spans):
        table.add_row(*_cells(field, language))
    console.print(table)
    for flag in zone.flags:
        part = say(f"zone.parts.{flag.part.value}", language)
        console.print(f"{part}: {say(f'zone.oddities.{flag.oddity.value}', language)}")
    if zone.is_name_cut:
        console.print(say("zone.name_cut", language))
    for one in repaired:
        console.print(say("zone.repair", language, percent=f"{one.probability:.0%}"))
        for line in one.zone.lines:
            console.print(Text(f"  {line}"))


def _cells(field: Field, language: Language) -> tuple[Text, ...]:
    digit = say(f"zone.checks.{field.check.value}", language)
    if field.digit and field.expected and field.digit != field.expected:
        digit = say("zone.digit_is", language, digit=field.digit, expected=field.expected)
    texts = (
        say(f"zone.parts.{field.part.value}", language),
        field.raw,
        field.value,
        digit,
        ", ".join(map(_place, field.spans)),
    )
    return tuple(Text(visible(text)) for text in texts)


def _place(span: Span) -> str:
    """Line and columns as people count, from one."""
    return f"{span.line + 1}:{span.start + 1}\N{EN DASH}{span.end}"
