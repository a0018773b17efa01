"""What the report shows of a chart: its picture as long as the page can bear it, and its rows."""

from collections.abc import Sequence

from msgspec import Struct

from tamiz.model import LinkChart
from tamiz.output.chart.nearest import trimmed
from tamiz.output.chart.svg import Picture, picture
from tamiz.output.chart.table import LinkRow, link_rows
from tamiz.wording import Language

MOST_OPEN = 40  # nodes; a larger chart is shown when asked for
MOST_PICTURES = 200  # of one report: 35 kB each make 7 MB, and 0.03 s each make 6 s


class Panel(Struct, frozen=True, kw_only=True):
    """A chart in the report; ``picture`` is None after the first ``MOST_PICTURES``."""

    chart: LinkChart
    picture: Picture | None
    rows: tuple[LinkRow, ...]
    is_open: bool


class Panels:
    """Draws the charts of one report, and counts them."""

    def __init__(self, languages: Sequence[Language] = tuple(Language)) -> None:
        """No picture is drawn yet; their words are in these languages."""
        self._languages = languages
        self._drawn = 0

    def panel(self, chart: LinkChart) -> Panel:
        """The panel of the next case."""
        self._drawn += 1
        shown = trimmed(chart)
        return Panel(
            chart=shown,
            picture=picture(shown, self._languages) if self._drawn <= MOST_PICTURES else None,
            rows=link_rows(shown),
            is_open=len(shown.nodes) <= MOST_OPEN,
        )
