"""A request as an endpoint sees it: path, query and body, read within bounds."""

from http import HTTPStatus
from typing import TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from msgspec import Struct

from tamiz.web.api.fault import shapeless, too_large, wrong
from tamiz.web.api.tokens import Bearer
from tamiz.web.columns import NUL, SHOWN

BODY = 1_000_000  # bytes: a hundred queries with a hundred aliases each; dossiers have a tenth
NUMBER = 12  # digits of a figure in an address

T = TypeVar("T")


class Asked(Struct, frozen=True):
    """One request. ``found`` are the parts of its path; ``who`` is None where nobody need be."""

    request: HttpRequest
    found: dict[str, str]
    who: Bearer | None = None

    @property
    def bearer(self) -> Bearer:
        """Who asks, at an endpoint that asks for a token."""
        if self.who is None:
            raise TypeError("this endpoint answers without a token")
        return self.who

    @property
    def query(self) -> QueryDict:
        """What stands behind the question mark."""
        return self.request.GET

    def text(self, name: str, otherwise: str = "") -> str:
        """A text of the query, as a table can be asked for it."""
        found = self.query.get(name)
        return (otherwise if found is None else found).replace(NUL, SHOWN)

    def texts(self, name: str) -> frozenset[str]:
        """A text that may stand there several times."""
        return frozenset(filter(None, self.query.getlist(name)))

    def whole(self, name: str, otherwise: int, *, most: int) -> int:
        """A whole number from 0 to ``most``."""
        text = self.query.get(name)
        if text is None:
            return otherwise
        if not (text.isascii() and text.isdecimal() and len(text) <= NUMBER and int(text) <= most):
            raise wrong(
                f"{name} is no number that can be used", where=f"query {name}",
                expected=f"a whole number from 0 to {most}",
            )  # fmt: skip
        return int(text)

    def share(self, name: str, otherwise: float) -> float:
        """A number from 0 to 1."""
        text = self.query.get(name)
        if text is None:
            return otherwise
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            raise wrong(
                f"{name} is no probability", where=f"query {name}", expected="a number from 0 to 1"
            )
        return number

    def raw(self) -> bytes:
        """The body, if it is not too large."""
        told = self.request.META.get("CONTENT_LENGTH") or "0"
        if not told.isdecimal() or int(told) > BODY:
            raise too_large(BODY)
        body = self.request.read(BODY + 1)
        if len(body) > BODY:
            raise too_large(BODY)
        return body

    def form(self) -> QueryDict:
        """The body as a form sends it."""
        return QueryDict(self.raw(), encoding="utf-8")

    def body(self, decoder: "msgspec.json.Decoder[T]", expected: str) -> T:
        """The body as JSON of one shape."""
        return decoded(self.raw(), decoder, where="body", expected=expected)


def decoded(
    data: bytes | str, decoder: "msgspec.json.Decoder[T]", *, where: str, expected: str
) -> T:
    """JSON of one shape, or why it is none; values are not repeated."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise shapeless(f"{where}: {error}", where=where, expected=expected) from None
    except (msgspec.DecodeError, UnicodeError) as error:
        place = str(error).rpartition("(")[2].rstrip(")") if "(" in str(error) else "the beginning"
        raise wrong(
            f"{where} is not JSON", where=f"{where}, {place}", expected=expected,
            do="send JSON in UTF-8",
        ) from None  # fmt: skip
    except RecursionError:
        raise wrong(f"{where} is nested too deep", where=where, expected=expected) from None


_ENCODER = msgspec.json.Encoder()


def answered(
    value: object, *, status: HTTPStatus = HTTPStatus.OK, headers: dict[str, str] | None = None
) -> HttpResponse:
    """An answer as JSON."""
    return HttpResponse(
        _ENCODER.encode(value), status=status, content_type="application/json", headers=headers
    )
