"""What a rule refuses is told in the reader's language, and the page is drawn again."""

from types import TracebackType

from django.contrib import messages
from django.http import HttpRequest

from tamiz.casework import told
from tamiz.errors import CaseworkError
from tamiz.web.templatetags.said import reader


class Told:
    """A with-block that turns a refusal of casework into a message on the next page.

    ``at`` is the place of the page that is gone to next, where the message stands as well: a browser
    shows that place and not the head of the page.
    """

    def __init__(self, request: HttpRequest, *, at: str = "") -> None:
        self._request, self._at = request, at

    def __enter__(self) -> None:
        """Nothing was refused yet."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Whether it was a refusal; anything else goes on as it came."""
        if not isinstance(error, CaseworkError):
            return False
        reason = told(error, reader(), actor=str(self._request.user))
        messages.error(self._request, reason, extra_tags=f"at-{self._at}" if self._at else "")
        return True
