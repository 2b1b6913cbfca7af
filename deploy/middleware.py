"""What asgi.py adds to Streamlit's server: files compressed once at the start, and security headers.

Pure ASGI, since Starlette's own middleware would compress the same files again for every reader.
"""

import base64
import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli
import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

YEAR = 365 * 24 * 60 * 60  # seconds
PACKED = {".js", ".css", ".json"}  # pictures and fonts are packed already
STREAMLITS = Path(streamlit.__file__).parent / "static"
# Streamlit's figures about the process are for its operator, who has no use for them here.
CLOSED = "/_stcore/metrics"


# Best first. Browsers take brotli over TLS and from their own machine, gzip from anywhere.
ENCODINGS = {
    "br": lambda raw: brotli.compress(raw, quality=5),
    "gzip": lambda raw: gzip.compress(raw, mtime=0),
}


class Ready(NamedTuple):
    """A file as it is sent: its type, and its bytes by encoding."""

    kind: str
    bodies: dict[str, bytes]


def pack(static: Path) -> dict[str, Ready]:
    """Every file under Streamlit's and the app's `static` whose name holds its hash, by its path
    in the address, compressed. Takes some two seconds of a processor; the files are 13 MB then."""
    return dict(_packed(STREAMLITS / "static", "/static")) | dict(_packed(static / "geo", "/app/static/geo"))


def _packed(folder: Path, prefix: str) -> Iterator[tuple[str, Ready]]:
    for path in folder.rglob("*"):
        if path.suffix in PACKED:
            raw = path.read_bytes()
            bodies = {encoding: compress(raw) for encoding, compress in ENCODINGS.items()}
            address = f"{prefix}/{path.relative_to(folder).as_posix()}"
            yield address, Ready(mimetypes.types_map[path.suffix], bodies)


class Packed:
    """Answers from what is packed, if the browser can unpack it; the rest goes on to the app."""

    def __init__(self, app: ASGIApp, files: dict[str, Ready]) -> None:
        self._app = app
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        encoding = _unpacked_by(scope) if file and scope["method"] == "GET" else None
        if not file or not encoding:
            await self._app(scope, receive, send)
            return
        headers = {
            "Content-Encoding": encoding,
            "Vary": "Accept-Encoding",
            "Cache-Control": f"public, immutable, max-age={YEAR}",
        }
        answer = Response(file.bodies[encoding], media_type=file.kind, headers=headers)
        await answer(scope, receive, send)


def _unpacked_by(scope: Scope) -> str | None:
    """The best encoding that the browser says it takes."""
    named = Headers(scope=scope).get("accept-encoding", "").split(",")
    accepted = {one.partition(";")[0].strip() for one in named}
    return next((encoding for encoding in ENCODINGS if encoding in accepted), None)


def policy(embedders: str = "") -> str:
    """The Content-Security-Policy: what Streamlit needs, from this server alone.

    `embedders`: origins, apart by spaces, whose pages may show the app in a frame. Raises ValueError
    where one would end the directive. Streamlit's page carries scripts of its own, allowed by hash;
    components are loaded from blobs, charts and the map compile WebAssembly and start workers.
    """
    if re.search(r"[;,\s]", embedders.replace(" ", "")):
        raise ValueError(f"Origins are apart by spaces, not {embedders!r}.")
    page = (STREAMLITS / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(["'self' blob: 'wasm-unsafe-eval'", *(f"'sha256-{one}'" for one in hashes)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": f"'self' {embedders}".strip(),
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


class Guarded:
    """Sets security headers on every answer, closes what only an operator would ask for, and lets
    only the app's own pages connect: of any other, Streamlit would ask an outside host whether this
    server is meant, and keep all readers waiting for the answer."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "websocket" and not _own(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        app = Response("Not found", 404) if scope["path"] == CLOSED else self._app
        await app(scope, receive, guarded)


def _own(headers: Headers) -> bool:
    """Whether a page of this server asks, or no page at all."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
