"""What stands in the error output: of an error its kind and place, of an address no secret.

The words of an exception may quote what somebody wrote, and whoever reads logs sees no case.
"""

import copy
import logging
import re
import traceback
from collections.abc import Iterator

# Addresses that let in whoever has them (``PAGES``: the form for strangers, the link of an account).
_LETS_IN = re.compile(r"/(tell|first)/[^/\s]+")


class Discreet(logging.Formatter):
    """Lines of a log without what people wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and where the error was."""
        mine = copy.copy(record)
        mine.exc_text = None  # as another handler may have told it
        return _LETS_IN.sub(r"/\1/…", super().format(mine))

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        """Kind and place of an error and of those behind it, the last one last."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(reversed([_told(one) for one in _chain(error)]))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> str:
    place = "".join(traceback.format_tb(error.__traceback__))
    return f"{place}{type(error).__module__}.{type(error).__qualname__}"
