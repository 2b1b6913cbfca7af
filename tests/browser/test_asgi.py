"""The app as servers run it: what asgi.py adds to Streamlit's own answers."""

import asyncio
import gc
import gzip
import json
import re
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

import asgi
from components.content.charts import catalogue
from components.ui.session import page_names
from deploy import middleware
from tests.browser.conftest import EMBEDDER
from tests.browser.server import HOST, ROOT


def ask(address, **headers):
    """Status, headers and body of an answer, whatever the status."""
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): it for name, it in headers.items()}
    )
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize(
    "path", ["/", "/map", "/ready", "/_stcore/health", "/static/js/none.js", "/_stcore/metrics"]
)
def test_every_answer_carries_the_security_headers(path, server):
    _, headers, _ = ask(server.origin + path)
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'" and policy["frame-ancestors"] == f"'self' {EMBEDDER}"
    assert not re.search(r"\*|https?:|'unsafe-(inline|eval)'", policy["script-src"] + policy["connect-src"])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_figures_about_the_process_are_closed(server):
    assert ask(server.origin + "/_stcore/metrics")[0] == 404


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


@pytest.mark.parametrize(
    ("accepts", "packed"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=0.5, br;q=1", "br"),
        ("identity", None),
    ],
)
def test_static_files_come_packed_to_whoever_can_unpack_them(accepts, packed, server):
    (outline,) = ROOT.glob("static/geo/countries.*.json")
    library = next((middleware.STREAMLIT_STATIC / "static" / "js").glob("index.*.js"))
    for file, path in ((outline, f"/app/static/geo/{outline.name}"), (library, f"/static/js/{library.name}")):
        _, headers, body = ask(server.origin + path, Accept_Encoding=accepts)
        assert headers["Content-Encoding"] == packed
        if packed:
            assert headers["Vary"] == "Accept-Encoding"
            assert headers["Cache-Control"] == "public, immutable, max-age=31536000"
            assert len(body) < file.stat().st_size / 2
            body = UNPACK[packed](body)
        assert body == file.read_bytes()


def test_every_file_kept_for_a_year_is_fetched_under_its_hash():
    paths = middleware.files_under_a_hash(ROOT / "static")
    # Our scripts are fetched with the hash of all of them: components/ui/scripts.py.
    names = [path.rpartition("/")[2] for path in paths if not path.startswith("/app/static/scripts/")]
    assert 100 < len(names) < len(paths)
    assert [name for name in names if not re.search(r"\.[\w-]{8}(\.min)?\.(js|css|json)$", name)] == []


@pytest.mark.parametrize("name", [page_names.path(name) for name in page_names.PAGES])
def test_every_page_says_its_title_what_it_shows_and_a_picture(name, server, shipped):
    _, _, body = ask(f"{server.origin}/{name}")
    page = body.decode()
    title = page_names.PAGES[name or page_names.START]
    assert f"<title>{title} · Linchpin</title>" in page
    assert f'<meta property="og:title" content="{title} · {shipped.statement.title}" />' in page
    assert re.search(rf'<meta name="description" content="{shipped.statement.title}, [^"]{{40,}}" />', page)
    (picture,) = re.findall('<meta property="og:image" content="(.*?)" />', page)
    assert ask(picture)[2].startswith(b"\x89PNG")


def test_a_page_with_figures_names_early_every_script_that_figures_import(server):
    page = ask(f"{server.origin}/")[2].decode()
    named = set(re.findall(r"static/scripts/(\w+)[.]js", page))
    importing, imported = ["figure"], set()
    while importing:
        name = importing.pop()
        imported.add(name)
        code = (ROOT / f"static/scripts/{name}.js").read_text()
        asked = re.findall(r"import\(`[.]/(\w+)[.]js", code)
        for names in re.findall(r"\[([^]]*)\][.]map\(\(name\) => import", code):
            asked += re.findall(r"\w+", names)
        importing += [one for one in asked if one not in imported]
    assert imported > {"figure", "picture"} and imported <= named


def test_what_a_page_names_early_it_asks_for_and_it_comes_once(server, browser):
    named = {
        line: found[1]
        for line in ask(f"{server.origin}/")[2].decode().splitlines()
        if (found := re.search(r'rel="(?:module)?preload".* href="[.]/(app/.*?)"', line))
    }
    assert len(named) > 8 and any("plotly" in address for address in named.values())
    assert "plotly" not in ask(f"{server.origin}/statement")[2].decode()

    def without_them(route):
        body = route.fetch().text()
        for line in named:
            body = body.replace(line, "")
        route.fulfill(body=body, content_type="text/html")

    for change in (None, without_them):
        # A browser asks before a page that a test has changed may fetch from its own machine.
        with browser.new_context(permissions=["local-network-access"], service_workers="block") as reader:
            page, fetched = reader.new_page(), Counter()
            page.on("request", lambda request, fetched=fetched: fetched.update([request.url]))
            if change:
                page.route(f"{server.origin}/", change)
            page.goto(f"{server.origin}/")
            expect(page.locator(".linchpin-figure .bars").first).to_be_visible()
            assert {fetched[f"{server.origin}/{address}"] for address in named.values()} == {1}


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("Statement?passage=p05.s1.", "statement?passage=p05.s1"),
        ("statement.?passage=%20P05.S1%3E", "statement?passage=p05.s1"),
        ("statement%3Fpassage=p05.s1)", "statement?passage=p05.s1"),
        ("map?theme=health%26actor%3Drok&utm_source=x", "map?theme=Health&actor=ROK"),
        ("?theme=Health&amp;actor=US&fbclid=x", "?theme=Health&actor=US"),
        ("overview?theme=Health", "?theme=Health"),
    ],
)
def test_a_rewritten_link_opens_under_the_address_that_was_meant(link, meant, server):
    with urllib.request.urlopen(f"{server.origin}/{link}", timeout=10) as answer:
        assert answer.url == f"{server.origin}/{meant}"


def test_no_address_is_logged(server):
    ask(server.origin + "/statement?q=secret")
    assert "secret" not in server.printed() and "GET" not in server.printed()


def test_only_the_apps_own_pages_connect(server):
    stream = server.origin.replace("http", "ws") + "/_stcore/stream"
    with connect(stream, origin=server.origin, subprotocols=["streamlit"]) as socket:
        assert socket.ping().wait(10)
    for origin in ("https://elsewhere.example", f"http://{HOST}", "null"):
        with pytest.raises(InvalidStatus, match="403"):
            connect(stream, origin=origin, subprotocols=["streamlit"])
    assert "external IP" not in server.printed()  # nobody outside was asked


def test_no_page_of_another_site_steers_the_app(server):
    _, _, body = ask(server.origin + "/_stcore/host-config")
    assert json.loads(body)["allowedOrigins"] == []


def test_a_page_elsewhere_shows_the_app_only_where_it_is_named(server, browser):
    def frame(route):
        src = f"{server.origin}/method?embed=true"
        route.fulfill(content_type="text/html", body=f"<iframe src='{src}' width=900 height=600></iframe>")

    # A browser asks before it lets a page of another site frame one of its own machine.
    with browser.new_context(permissions=["local-network-access"], service_workers="block") as reader:
        page = reader.new_page()
        heading = page.frame_locator("iframe").get_by_role("heading", level=1)
        page.route("https://*.example/", frame)
        page.goto(EMBEDDER)
        expect(heading).to_be_visible()
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto("https://elsewhere.example")
        expect(heading).to_have_count(0)


def test_what_cannot_be_drawn_keeps_no_server_from_starting(monkeypatch, logged):
    def broken(view):
        raise ValueError("no such mark")

    async def start():
        async with asgi.start(asgi.app):
            return True

    monkeypatch.setattr(catalogue, "prepare", broken)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    with ThreadPoolExecutor(1) as apart:  # this thread has a loop, Playwright's
        assert apart.submit(asyncio.run, start()).result()
    assert any("no such mark" in message for message in logged)
