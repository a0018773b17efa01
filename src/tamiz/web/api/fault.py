"""What goes wrong with a request: which status, what, where, what was expected, what to do now."""

from http import HTTPStatus

from msgspec import Struct


class Told(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The body of every error. ``detail`` is where clients of yente look for a sentence.

    ``found`` names a kind or a figure, never a value: values are personal data.
    """

    detail: str
    where: str = ""
    found: str = ""
    expected: str = ""
    do: str = ""


class Fault(Exception):
    """A request is answered with an error."""

    def __init__(
        self, status: HTTPStatus, told: Told, *, headers: dict[str, str] | None = None
    ) -> None:
        """Keep what is answered."""
        super().__init__(told.detail)
        self.status, self.told, self.headers = status, told, headers or {}


def wrong(
    detail: str, *, where: str = "", found: str = "", expected: str = "", do: str = ""
) -> Fault:
    """400: the request is not understood."""
    told = Told(detail=detail, where=where, found=found, expected=expected, do=do)
    return Fault(HTTPStatus.BAD_REQUEST, told)


def shapeless(detail: str, *, where: str, expected: str) -> Fault:
    """422: JSON, but not of the shape that is asked for."""
    told = Told(
        detail=detail, where=where, expected=expected, do="correct the body and send it again"
    )
    return Fault(HTTPStatus.UNPROCESSABLE_ENTITY, told)


def missing(detail: str, *, where: str, do: str) -> Fault:
    """404: nothing is there, or nothing that this token may see."""
    return Fault(HTTPStatus.NOT_FOUND, Told(detail=detail, where=where, do=do))


def forbidden(act: str) -> Fault:
    """403: the token's role does not allow it."""
    told = Told(
        detail="the role of this token does not allow this", where="Authorization",
        expected=f"a role that may {act}", do="ask a people administrator for another token",
    )  # fmt: skip
    return Fault(HTTPStatus.FORBIDDEN, told)


def unknown_token() -> Fault:
    """401: no token, or none that is valid."""
    told = Told(
        detail="no valid token", where="Authorization", expected="Bearer TOKEN, or ApiKey TOKEN",
        do="make one with: tamiz token new",
    )  # fmt: skip
    return Fault(HTTPStatus.UNAUTHORIZED, told, headers={"WWW-Authenticate": "Bearer"})


def too_large(allowed: int) -> Fault:
    """413: more than is read."""
    told = Told(
        detail="the body is too large", where="body", expected=f"at most {allowed} bytes",
        do="send fewer queries at once",
    )  # fmt: skip
    return Fault(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)


def too_much(detail: str, *, where: str, found: str, expected: str) -> Fault:
    """413: more than is searched for in one request."""
    told = Told(
        detail=detail, where=where, found=found, expected=expected,
        do="send fewer queries at once, or fewer names of each",
    )  # fmt: skip
    return Fault(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)


def busy() -> Fault:
    """503: as many questions are under way as may be."""
    told = Told(
        detail="too many questions are under way", do="ask again in a second, fewer at once"
    )  # fmt: skip
    return Fault(HTTPStatus.SERVICE_UNAVAILABLE, told, headers={"Retry-After": "1"})


_NO_LISTS = "bring lists in with: tamiz lists update; name their folder with: tamiz serve --store"


def not_ready(detail: str, do: str = _NO_LISTS) -> Fault:
    """503: there is no list to look into."""
    return Fault(HTTPStatus.SERVICE_UNAVAILABLE, Told(detail=detail, do=do))
