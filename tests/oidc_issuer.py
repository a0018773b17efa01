"""An identity provider on loopback, as small as one can be: discovery, code flow with PKCE, keys."""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from jwt.algorithms import ECAlgorithm

CLIENT, SECRET = "tamiz", "of-nobody"
KEY = generate_private_key(SECP256R1())


@dataclass
class Issuer:
    """What the provider says of whoever logs in, and what it was asked."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] | None = None
    issuer: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    signed_with: Any = KEY
    algorithm: str = "ES256"

    @property
    def public(self) -> dict[str, Any]:
        """The public key, as the provider publishes it."""
        told: dict[str, Any] = json.loads(ECAlgorithm.to_jwk(KEY.public_key()))
        return told | {"kid": "1", "alg": "ES256", "use": "sig"}

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser goes next, after somebody logged in here."""
        self.asked.append(query)
        code = secrets.token_urlsafe()
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """What a code is exchanged for; None if the verifier or the secret is wrong."""
        query = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if query is None or query.get("code_challenge") != challenge:
            return None
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return None
        now = int(time.time())
        told = {"iss": self.issuer or self.address, "aud": CLIENT, "iat": now, "exp": now + 60}
        told |= {name: query[name] for name in ("nonce",) if name in query}
        return {
            "access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 60,
            "id_token": jwt.encode(
                told | self.claims, self.signed_with, algorithm=self.algorithm,
                headers={"kid": "1"},
            ),
        }  # fmt: skip


def _handler(issuer: Issuer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: texts[0] for name, texts in parse_qs(parts.query).items()}
            if parts.path == "/.well-known/openid-configuration":
                root = issuer.address
                self._json(
                    {"issuer": issuer.issuer or root, "authorization_endpoint": f"{root}/authorize",
                     "token_endpoint": f"{root}/token", "userinfo_endpoint": f"{root}/userinfo",
                     "jwks_uri": f"{root}/keys",
                     "token_endpoint_auth_methods_supported": ["client_secret_post"]}
                )  # fmt: skip
            elif parts.path == "/keys":
                self._json({"keys": [issuer.public]})
            elif parts.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", issuer.authorize(query))
                self.end_headers()
            elif parts.path == "/userinfo":
                self._json(issuer.claims if issuer.userinfo is None else issuer.userinfo)
            else:
                self._json({}, status=404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: texts[0] for name, texts in parse_qs(body).items()}
            told = issuer.token(form)
            self._json(told or {"error": "invalid_grant"}, status=200 if told else 400)

        def _json(self, told: dict[str, Any], *, status: int = 200) -> None:
            data = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Nothing in the output of tests."""

    return Handler


@contextmanager
def issuing() -> Iterator[Issuer]:
    """A provider that answers while the block lasts."""
    issuer = Issuer()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(issuer)) as server:
        issuer.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield issuer
        server.shutdown()
        thread.join()
