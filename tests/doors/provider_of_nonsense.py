"""A provider of single sign-on that answers as it is told to, over real HTTP on this machine: rightly, or with one thing wrong."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "alongside", "a secret for the tests alone"
KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
JSON, HTML = "application/json", "text/html"


@dataclass
class Nonsensical:
    """claims: what the token says otherwise (None: leaves out). answers: path: (status, kind, body) instead of the right one."""

    issuer: str = ""
    nonce: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    configuration: dict[str, Any] = field(default_factory=dict)
    key: Any = KEY
    algorithm: str = "RS256"
    userinfo: dict[str, Any] | None = None
    slow: str = ""

    def token(self) -> str:
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "sub": "owen-at-work", "iat": now, "exp": now + 300, "nonce": self.nonce}
        said |= {"email": "owen@northbridge.example", "email_verified": True, "name": "Owen Prys", **self.claims}
        kept = {name: value for name, value in said.items() if value is not None}
        return jwt.encode(kept, self.key, algorithm=self.algorithm, headers={"kid": "one"})

    def answer(self, path: str) -> tuple[int, str, bytes]:
        if path == self.slow:
            time.sleep(1.5)
        if path in self.answers:
            return self.answers[path]
        told: dict[str, Any] = {
            "/.well-known/openid-configuration": {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/auth",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "userinfo_endpoint": f"{self.issuer}/me",
                **self.configuration,
            },
            "/keys": {"keys": [{**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())), "kid": "one", "use": "sig"}]},
            "/token": {"access_token": "opaque", "token_type": "Bearer", "id_token": self.token()},
            "/me": self.userinfo,
        }
        return 200, JSON, json.dumps(told[path]).encode()


@contextmanager
def answering(told: Nonsensical) -> Iterator[Nonsensical]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            status, kind, body = told.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 (as http.server calls it)

        def log_message(self, *said: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
