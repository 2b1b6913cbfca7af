"""What is added to Streamlit's server: packed files, security headers, and whom it lets connect."""

import asyncio
import gzip
import re
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest

from deploy import middleware
from deploy.middleware import CompressedFiles, Security

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
BODY = b"words " * 100


async def app(scope, receive, send):
    """An app that answers everything in the same way."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-from", b"app")]})
    await send({"type": "http.response.body", "body": b"app"})


def ask(asked, path="/", kind="http", method="GET", **headers):
    """Everything that an app sends in answer to one request."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "path": path, "method": method, "headers": raw, "query_string": b"a=1"}
    sent = []

    async def send(message):
        sent.append(message)

    # In a thread of its own: in this one, a browser of other tests may keep an event loop running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asked(scope, None, send)).result()
    return sent


def answer(sent):
    """Status, headers and body of an answer over HTTP."""
    start, *parts = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, b"".join(part["body"] for part in parts)


# Packed files


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.js").write_bytes(BODY)
    return {"/static/a.js": tmp_path / "a.js"}


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip, deflate", "gzip"), ("gzip;q=0.5, br;q=1", "br")],
)
def test_a_file_is_sent_in_the_best_encoding_that_the_browser_takes(accepts, encoding, files):
    served = CompressedFiles(app, files)
    _, headers, body = answer(ask(served, "/static/a.js", accept_encoding=accepts))
    assert headers["content-encoding"] == encoding and headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == "public, immutable, max-age=31536000"
    assert "javascript" in headers["content-type"]
    assert len(body) < len(BODY) and UNPACK[encoding](body) == BODY
    files["/static/a.js"].unlink()  # it is read and compressed once
    assert answer(ask(served, "/static/a.js", accept_encoding=accepts))[2] == body


@pytest.mark.parametrize(
    "request_",
    [
        {"path": "/static/a.js", "accept_encoding": "identity"},
        {"path": "/static/a.js"},
        {"path": "/static/b.js", "accept_encoding": "br"},
        {"path": "/static/a.js", "accept_encoding": "br", "method": "HEAD"},
    ],
)
def test_everything_else_is_left_to_the_app(request_, files):
    _, headers, body = answer(ask(CompressedFiles(app, files), **request_))
    assert headers == {"x-from": "app"} and body == b"app"


# Pages


HEAD = middleware.PageHead(
    "Map · Linchpin", 'Map · A "Statement"', "Where <it> is.", "app/static/p.png", ["a.js?v=1"], ["b.js"]
)


def pages(path, **headers):
    """The answer about a page of an app in which /Map means /map."""
    served = middleware.Pages(
        app,
        tidied=lambda path, query: f"./map?{query}" if path == "/Map" else None,
        head=lambda path: HEAD if path == "/map" else None,
    )
    return answer(ask(served, path, host="linchpin.example", **headers))


def test_a_page_says_what_it_is_before_a_script_runs():
    _, headers, body = pages("/map", x_forwarded_proto="https", accept_encoding="br")
    page = brotli.decompress(body).decode()
    assert headers["cache-control"] == "no-cache"
    assert "<title>Map · Linchpin</title>" in page and "<title>Streamlit" not in page
    for words in (
        '<meta name="description" content="Where &lt;it&gt; is." />',
        '<meta property="og:title" content="Map · A &quot;Statement&quot;" />',
        '<meta property="og:image" content="https://linchpin.example/app/static/p.png" />',
        '<link rel="modulepreload" href="./a.js?v=1" />',
        '<link rel="preload" as="script" fetchpriority="low" href="./b.js" />',
    ):
        assert words in page
    assert "og:url" not in page and '<script type="module"' in page


def test_a_rewritten_link_is_sent_to_the_page_that_it_means():
    status, headers, _ = pages("/Map")
    assert (status, headers["location"]) == (307, "./map?a=1")
    assert pages("/static/a.js")[2] == b"app"


# Security headers


def test_every_answer_carries_the_security_headers():
    status, headers, body = answer(ask(Security(app, "default-src 'self'")))
    assert (status, body, headers["x-from"]) == (200, b"app", "app")
    assert headers["content-security-policy"] == "default-src 'self'"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_figures_about_the_process_are_closed():
    status, headers, _ = answer(ask(Security(app, "x"), "/_stcore/metrics"))
    assert status == 404 and headers["content-security-policy"] == "x"


def test_the_policy_allows_this_server_alone():
    policy = dict(part.split(" ", 1) for part in middleware.content_security_policy().split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'self'"
    assert not re.search(r"\*|https?:|'unsafe-(inline|eval)'", policy["script-src"] + policy["connect-src"])
    assert "'sha256-" in policy["script-src"], "Streamlit's page has a script of its own"


def test_embedders_may_show_the_app_in_a_frame():
    policy = middleware.content_security_policy("https://a.example https://b.example")
    assert "frame-ancestors 'self' https://a.example https://b.example" in policy


@pytest.mark.parametrize("embedders", ["https://a.example; script-src *", "https://a.example, *", "a\nb"])
def test_embedders_cannot_end_the_directive(embedders):
    with pytest.raises(ValueError, match="by spaces only"):
        middleware.content_security_policy(embedders)


# Who may connect


@pytest.mark.parametrize("origin", [{}, {"origin": "https://linchpin.example"}])
def test_the_apps_own_pages_connect(origin):
    sent = ask(Security(app, "x"), kind="websocket", host="linchpin.example", **origin)
    assert sent == [{"type": "websocket.accept"}]


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "https://linchpin.example:1", "null"])
def test_no_other_page_connects(origin):
    sent = ask(Security(app, "x"), kind="websocket", host="linchpin.example", origin=origin)
    assert sent == [{"type": "websocket.close", "code": 1008}]
