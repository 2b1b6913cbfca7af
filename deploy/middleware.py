"""What asgi.py adds to Streamlit's server: static files compressed once, security headers, and a head for
each page.

Starlette's own middleware would compress the same files again for every reader.
"""

import asyncio
import base64
import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli
import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

YEAR = 365 * 24 * 60 * 60  # seconds
COMPRESSED = {".js", ".css", ".json"}  # pictures and fonts are compressed already
STREAMLIT_STATIC = Path(streamlit.__file__).parent / "static"
METRICS = "/_stcore/metrics"  # Streamlit's numbers about the process; not for readers, so refused

# Smallest result first. Browsers accept brotli over TLS and from their own machine, gzip always.
ENCODINGS = {
    "br": lambda raw: brotli.compress(raw, quality=5),
    "gzip": lambda raw: gzip.compress(raw, compresslevel=6, mtime=0),
}


def files_under_a_hash(static: Path) -> dict[str, Path]:
    """The files of Streamlit and of the app that a browser may keep for ever and that compress well, by the
    path of their address.

    static: the app's folder of that name.
    """
    folders = {"/static": STREAMLIT_STATIC / "static", "/app/static": static}
    return {
        f"{prefix}/{file.relative_to(folder).as_posix()}": file
        for prefix, folder in folders.items()
        for file in folder.rglob("*")
        if file.suffix in COMPRESSED
    }


class CompressedFiles:
    """Answers requests for these files, by path of the address, if the browser accepts an encoding; the app
    answers the rest. A file is compressed when the first reader asks for it, and then kept in memory.
    """

    def __init__(self, app: ASGIApp, files: Mapping[str, Path]) -> None:
        self._app = app
        self._files = files
        self._bodies: dict[tuple[str, str], bytes] = {}  # by path and encoding

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        encoding = _best_encoding(scope) if path in self._files else None
        if not encoding:
            await self._app(scope, receive, send)
            return
        headers = {
            "Content-Encoding": encoding,
            "Vary": "Accept-Encoding",
            "Cache-Control": f"public, immutable, max-age={YEAR}",
        }
        media_type = mimetypes.types_map[self._files[path].suffix]
        answer = Response(await self._body(path, encoding), headers=headers, media_type=media_type)
        await answer(scope, receive, send)

    async def _body(self, path: str, encoding: str) -> bytes:
        """The compressed file. Compressing takes a thread, since other readers must not wait for it."""
        if (path, encoding) not in self._bodies:
            raw = self._files[path].read_bytes()
            self._bodies[path, encoding] = await asyncio.to_thread(ENCODINGS[encoding], raw)
        return self._bodies[path, encoding]


def _best_encoding(scope: Scope) -> str | None:
    """The first of ENCODINGS that the browser accepts, or None."""
    values = Headers(scope=scope).get("accept-encoding", "").split(",")
    accepted = {value.partition(";")[0].strip() for value in values}
    return next((encoding for encoding in ENCODINGS if encoding in accepted), None)


def content_security_policy(embedders: str = "") -> str:
    """The value of the header Content-Security-Policy: what Streamlit needs, from this server alone.

    embedders: the origins whose pages may show the app in a frame, separated by spaces. Raises ValueError
    if they contain a character that would end the directive. The scripts within Streamlit's page are allowed
    by their hashes, blobs for components, WebAssembly and workers for charts and the map.
    """
    if re.search(r"[;,\s]", embedders.replace(" ", "")):
        raise ValueError(f"Separate origins by spaces only, not as in {embedders!r}.")
    page = (STREAMLIT_STATIC / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    hashes = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(["'self' blob: 'wasm-unsafe-eval'", *hashes]),
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


class Security:
    """Sets security headers on every answer, refuses METRICS, and lets only the app's own pages open a
    websocket. For the websocket of another page, Streamlit would ask an outside host for this server's
    address, while all readers wait.
    """

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
        if scope["type"] == "websocket" and not _from_own_page(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        app = Response("Not found", 404) if scope["path"] == METRICS else self._app
        await app(scope, receive, send_with_headers)


def _from_own_page(headers: Headers) -> bool:
    """Whether a request comes from a page of this server, or from no page at all."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


class PageHead(NamedTuple):
    """What a page says of itself before any script has run, for tabs, search engines and previews of links.

    title: of the tab. name, description: of the preview. picture: its path in the app, or "". modules,
    scripts: addresses, relative to the app's, of JavaScript modules and of other scripts that the page will
    ask for once Streamlit runs. Named here, they are fetched while Streamlit is.
    """

    title: str
    name: str
    description: str
    picture: str
    modules: Sequence[str] = ()
    scripts: Sequence[str] = ()


# Stands in the page until the app has drawn something; what may be wrong comes by CSS after 10 seconds, so
# even where no script runs. A proxy that refuses websockets leaves Streamlit's page empty for ever.
WAITING = """<div id="linchpin-waiting" role="status">
      <style>
        #linchpin-waiting { position: fixed; inset: 30% 1rem auto; text-align: center;
          font: 1rem/1.5 sans-serif; color: CanvasText; pointer-events: none; z-index: 1 }
        #linchpin-waiting div { max-width: 36rem; margin: 1rem auto; opacity: 0;
          animation: linchpin-late 0s 10s forwards }
        @keyframes linchpin-late { to { opacity: 1 } }
        @media print { #linchpin-waiting { display: none } }
      </style>
      <p>Linchpin is loading: first the program, then the page.</p>
      <div>
        <p>This takes longer than it should. On a slow line, wait a minute. Otherwise something between you
        and this site may refuse a websocket, a connection that the page needs, to
        <code>_stcore/stream</code>: a proxy, a firewall or a browser extension. Reload the page
        once, or try another network.</p>
        <p>If that does not help, show these lines to those who run your network, or to those who gave you
        this address.</p>
      </div>
    </div>"""


class Pages:
    """Answers requests for the pages themselves: sends readers of a rewritten link to the one that was meant,
    and gives each page its own title, description and picture, and words to be read until it is drawn.

    scripts: addresses of the scripts that a page runs, relative to the app's.
    tidied: the address that path and query mean, relative to the path, or None if they are as they should be.
    head: what the page at a path says of itself, or None if there is no page.
    """

    def __init__(
        self,
        app: ASGIApp,
        tidied: Callable[[str, str], str | None],
        head: Callable[[str], PageHead | None],
        scripts: Iterable[str] = (),
    ) -> None:
        self._app = app
        self._tidied = tidied
        self._head = head
        self._index = _index(scripts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        await (self._answer(scope) if asked else self._app)(scope, receive, send)

    def _answer(self, scope: Scope) -> ASGIApp:
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        tidied = self._tidied(path, scope["query_string"].decode("latin-1"))
        if tidied is not None:
            return Response(status_code=307, headers={"Location": tidied, "Cache-Control": "no-store"})
        head = self._head(path)
        return self._page(scope, head) if head else self._app

    def _page(self, scope: Scope, head: PageHead) -> Response:
        """Streamlit's page with this head, compressed if the browser accepts it."""
        page = self._index.replace("<title>Streamlit</title>", _tags(head, _origin(scope)), 1).encode()
        encoding = _best_encoding(scope)
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if encoding:
            headers["Content-Encoding"] = encoding
            page = ENCODINGS[encoding](page)
        return Response(page, media_type="text/html", headers=headers)


def _index(scripts: Iterable[str]) -> str:
    """Streamlit's page with WAITING and the scripts. Its font, which on a slow line takes a fifth of the time
    until there are words, comes after its program."""
    page = (STREAMLIT_STATIC / "index.html").read_text(encoding="utf-8")
    page = page.replace('as="font"', 'as="font" fetchpriority="low"')
    added = [f'<script type="module" src="./{escape(address)}"></script>' for address in scripts]
    return page.replace("<body>", "\n    ".join(["<body>", WAITING, *added]), 1)


def _origin(scope: Scope) -> str:
    """Scheme, host and folder at which the reader has asked, with a slash at the end."""
    headers = Headers(scope=scope)
    secure = "https" in (scope.get("scheme"), headers.get("x-forwarded-proto"))
    return f"{'https' if secure else 'http'}://{headers.get('host', '')}{scope.get('root_path', '')}/"


def _tags(head: PageHead, origin: str) -> str:
    """The elements of the head. There is no og:url: a preview would open it, not the view of its own link."""
    properties = {"og:type": "website", "og:site_name": "Linchpin", "og:title": head.name}
    properties["og:description"] = head.description
    if head.picture:
        properties["og:image"] = origin + head.picture
    names = {
        "description": head.description,
        "twitter:card": "summary_large_image" if head.picture else "summary",
    }
    metas = [f'<meta property="{name}" content="{escape(words)}" />' for name, words in properties.items()]
    metas += [f'<meta name="{name}" content="{escape(words)}" />' for name, words in names.items()]
    links = [f'<link rel="modulepreload" href="./{escape(address)}" />' for address in head.modules]
    early = 'rel="preload" as="script" fetchpriority="low"'  # Streamlit's own program is needed first
    links += [f'<link {early} href="./{escape(address)}" />' for address in head.scripts]
    return "\n    ".join([f"<title>{escape(head.title)}</title>", *metas, *links])
