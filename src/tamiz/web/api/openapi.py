"""The description of the API (OpenAPI 3.1), made of the table of endpoints and of its types."""

import re
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec
from django.http import HttpResponse

from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.fault import Told
from tamiz.web.api.route import Route

_REF = "#/components/schemas/{name}"
_ERRORS = {
    "400": "not understood", "401": "no valid token", "403": "the role does not allow it",
    "404": "not there, or not for this token", "413": "too large", "422": "not of this shape",
    "503": "no lists",
}  # fmt: skip
Json = dict[str, Any]


def described(_asked: Asked) -> HttpResponse:
    """The description, as JSON."""
    return answered(description())


@cache
def description() -> Json:
    """The whole document."""
    from tamiz.web.api.routes import ROUTES  # noqa: PLC0415 - the table names this file's view

    types: list[Any] = [Told]
    for route in ROUTES:
        types += [*([route.body] if route.body else []), *_answers(route)]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF)
    told = iter(schemas[1:])
    paths: dict[str, Json] = {}
    for route in ROUTES:
        body = next(told) if route.body else None
        answer = _either([next(told) for _ in _answers(route)])
        path = paths.setdefault(f"/{route.path}", {})
        for method in route.methods:
            if method != "HEAD":
                path[method.lower()] = _operation(route, method, body, answer, schemas[0])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tamiz", "version": version("tamiz"),
            "description": "Software finds and explains; a named human decides.",
        },
        "servers": [{"url": "/api"}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "query", "name": "api_key"},
            },
        },
    }  # fmt: skip


def _answers(route: Route) -> tuple[Any, ...]:
    """The types of an endpoint's answers: most have one."""
    if route.answer is None:
        return ()
    return route.answer if isinstance(route.answer, tuple) else (route.answer,)


def _either(schemas: list[Json]) -> Json | None:
    """One of these."""
    return {"anyOf": schemas} if len(schemas) > 1 else next(iter(schemas), None)


def _operation(
    route: Route, method: str, body: Json | None, answer: Json | None, error: Json
) -> Json:
    found: Json = {
        "operationId": f"{method.lower()}_{re.sub('[^a-z]+', '_', route.path).strip('_')}",
        "summary": route.says,
        "parameters": [
            *_gaps(route),
            *(_query(route) if method == "GET" or not route.form else ()),
        ],
        "responses": _responses(route, answer, error),
        "security": [] if route.is_public else _security(route),
    }
    if body is not None:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    if route.form and method == "POST":
        fields = {
            name: {"type": "string", "description": says} for name, says in route.form.items()
        }
        form = {"schema": {"type": "object", "properties": fields}}
        found["requestBody"] = {"content": {"application/x-www-form-urlencoded": form}}
    return found


def _gaps(route: Route) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)\}", route.path)
    ]


def _query(route: Route) -> list[Json]:
    return [
        {"name": name, "in": "query", "description": says, "schema": {"type": "string"}}
        for name, says in route.query.items()
    ]


def _security(route: Route) -> list[Json]:
    return [{"token": []}, *([{"key": []}] if route.takes_key else [])]


def _responses(route: Route, answer: Json | None, error: Json) -> Json:
    kind = "text/html" if "preview" in route.path else "application/json"
    content = {kind: {"schema": {} if answer is None else answer}}
    found: Json = {"200": {"description": "the answer", "content": content}}
    if route.path == "dossiers":
        found["201"] = {"description": "a case was opened or renewed", "content": content}
    for status, says in _ERRORS.items():
        found[status] = {
            "description": says, "content": {"application/json": {"schema": error}}
        }  # fmt: skip
    return found
