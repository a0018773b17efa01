"""The description of the API (OpenAPI 3.1), made of the table of endpoints and of its types."""

import re
from functools import cache
from importlib.metadata import version
from itertools import chain
from typing import Any

import msgspec
from django.http import HttpResponse

from tamiz.web.api.asked import Asked, answered
from tamiz.web.api.fault import Told
from tamiz.web.api.parameters import Parameter, Schema
from tamiz.web.api.route import Route

_REF = "#/components/schemas/{name}"
_BODY = "application/json"
_FORM = "application/x-www-form-urlencoded"
# What every endpoint may answer, what those with a token, and what those that read a body.
_ERRORS = {"400": "not understood", "405": "another method", "500": "a fault of Tamiz's"}
_OF_TOKENS = {
    "401": "no valid token", "403": "the role does not allow it",
    "404": "not there, or not for this token",
    "409": "not as things stand; the answer says why", "503": "no lists, or too much under way",
}  # fmt: skip
_OF_BODIES = {"413": "too large, or too much at once", "422": "not of this shape"}


def described(_asked: Asked) -> HttpResponse:
    """The description, as JSON."""
    return answered(description())


@cache
def description() -> Schema:
    """The whole document."""
    from tamiz.web.api.routes import ROUTES  # noqa: PLC0415 - the table names this file's view

    kinds = [Told, *chain.from_iterable(map(_kinds, ROUTES))]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    told = dict(zip(map(str, kinds), schemas, strict=True))
    paths: dict[str, Schema] = {}
    for route in ROUTES:
        for method in route.methods:
            if method != "HEAD":
                path = paths.setdefault(f"/{route.path}", {})
                path[method.lower()] = _operation(route, method, told)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tamiz", "version": version("tamiz"),
            "description": "Software finds and explains; a named human decides.",
        },
        "servers": [{"url": "/api"}],
        "paths": paths,
        "components": {
            "schemas": {**components, **_own_components()},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "query", "name": "api_key"},
            },
        },
    }  # fmt: skip


def _own_components() -> dict[str, Schema]:
    """What bodies that are told as a JSON Schema define."""
    from tamiz.web.api.routes import ROUTES  # noqa: PLC0415 - the table names this file's view

    bodies = (route.body for route in ROUTES if isinstance(route.body, dict))
    return {name: one for body in bodies for name, one in _hoisted(body)["$defs"].items()}


def _hoisted(schema: Schema) -> Schema:
    """A JSON Schema whose definitions stand among the components."""
    text = msgspec.json.encode(schema).replace(b'"#/$defs/', b'"#/components/schemas/')
    found: Schema = msgspec.json.decode(text)
    return found


def _kinds(route: Route) -> list[Any]:
    """The types of an endpoint: of its body, of JSON in its query and form, of its answers."""
    fields = (*route.query.values(), *route.form.values())
    of_body = [] if route.body is None or isinstance(route.body, dict) else [route.body]
    return [*of_body, *(one.json for one in fields if one.json is not None), *_answers(route)]


def _answers(route: Route) -> tuple[Any, ...]:
    """The types of an endpoint's answers: most have one."""
    if route.answer is None:
        return ()
    return route.answer if isinstance(route.answer, tuple) else (route.answer,)


def _operation(route: Route, method: str, told: dict[str, Schema]) -> Schema:
    takes_form = bool(route.form) and method == "POST"
    reads = takes_form or route.body is not None or any(one.json for one in route.query.values())
    found: Schema = {
        "operationId": f"{method.lower()}_{re.sub('[^a-z]+', '_', route.path).strip('_')}",
        "summary": route.says,
        "parameters": [
            *(_gap(name, schema) for name, schema in route.gaps.items()),
            *(_query(name, one, told) for name, one in route.query.items() if not takes_form),
        ],
        "responses": _responses(route, told, reads=reads),
        "security": [] if route.is_public else _security(route),
    }
    if takes_form:
        found["requestBody"] = _form(route, told)
    elif route.body is not None:
        schema = _body(route, told)
        found["requestBody"] = {"required": True, "content": {_BODY: {"schema": schema}}}
    return found


def _body(route: Route, told: dict[str, Schema]) -> Schema:
    if not isinstance(route.body, dict):
        return told[str(route.body)]
    return {key: one for key, one in _hoisted(route.body).items() if key != "$defs"}


def _gap(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(name: str, one: Parameter, told: dict[str, Schema]) -> Schema:
    found = {"name": name, "in": "query", "description": one.says}
    if one.json is not None:
        return {**found, "content": {_BODY: {"schema": told[str(one.json)]}}}
    return {**found, "schema": one.schema}


def _form(route: Route, told: dict[str, Schema]) -> Schema:
    """A form whose fields are JSON, one of them at least."""
    properties = {
        name: {
            "type": "string", "description": one.says, "contentMediaType": _BODY,
            "contentSchema": told[str(one.json)],
        }
        for name, one in route.form.items()
    }  # fmt: skip
    schema = {
        "type": "object", "properties": properties,
        "anyOf": [{"required": [name]} for name in properties],
    }  # fmt: skip
    return {"required": True, "content": {_FORM: {"schema": schema}}}


def _security(route: Route) -> list[Schema]:
    return [{"token": []}, *([{"key": []}] if route.takes_key else [])]


def _responses(route: Route, told: dict[str, Schema], *, reads: bool) -> Schema:
    schemas = [told[str(one)] for one in _answers(route)]
    schema = {"anyOf": schemas} if len(schemas) > 1 else next(iter(schemas), {"type": "string"})
    content = {"text/html" if route.html else _BODY: {"schema": schema}}
    found: Schema = {"200": {"description": "the answer", "content": content}}
    if route.made:
        found["201"] = {"description": route.made, "content": content}
    if route.taken:
        found["202"] = {"description": route.taken, "content": content}
    error = {_BODY: {"schema": told[str(Told)]}}
    for status, says in _errors(route, reads=reads).items():
        found[status] = {"description": says, "content": error}
    return found


def _errors(route: Route, *, reads: bool) -> dict[str, str]:
    of_lists = {"503": _OF_TOKENS["503"]} if route.is_public else _OF_TOKENS
    return dict(sorted({**_ERRORS, **of_lists, **(_OF_BODIES if reads else {})}.items()))
