"""The plain start, `streamlit run app.py`, as the machinery of hosts uses it: listened to from outside, framed
by a page of Community Cloud, without a request that leaves the machine."""

import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

from data import queries

# Python runs this file at its start. It prints a line for each other host that the server looks up or asks.
TELLTALE = """
import sys

OWN = {"127.0.0.1", "127.0.0.2", "::1", "::", "0.0.0.0", "localhost", "", None, b"localhost"}

def tell(event, arguments):
    if event == "socket.getaddrinfo" and arguments[0] not in OWN:
        print("REACHES", arguments[0], flush=True)
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in OWN:
        print("REACHES", arguments[1][0], flush=True)

sys.addaudithook(tell)
"""
# A page that frames the app and speaks as Community Cloud's outer page does: it hands its own parameters in,
# and puts those that the app reports into its own address.
OUTER = """<iframe src="{origin}/commitments" allow="clipboard-write" width="1200" height="680"></iframe>
<script>
const frame = document.querySelector("iframe")
window.onmessage = ({{ data, source }}) => {{
  if (source !== frame.contentWindow || data.stCommVersion !== 1) return
  if (data.type === "GUEST_READY") {{
    const message = {{ stCommVersion: 1, type: "UPDATE_FROM_QUERY_PARAMS", queryParams: location.search }}
    frame.contentWindow.postMessage(message, "*")
    window.handed = true
  }}
  if (data.type === "SET_QUERY_PARAM") history.replaceState({{}}, "", location.pathname + data.queryParams)
}}
</script>"""


@pytest.fixture
def plain(fresh_server, tmp_path):
    """A plain start that tells which other hosts it asks."""
    (tmp_path / "sitecustomize.py").write_text(TELLTALE, encoding="utf-8")
    server = fresh_server(PYTHONPATH=str(tmp_path))
    yield server
    assert "REACHES" not in server.printed()
    assert "External URL" not in server.printed()


def test_a_plain_start_is_reached_from_outside_and_carries_the_link_through_community_clouds_page(
    plain, browser, dataset
):
    # Any address of 127.0.0.0/8 is one of the machine; a server that listens to localhost answers 127.0.0.1.
    host = f"127.0.0.2:{plain.port}"
    with urllib.request.urlopen(f"http://{host}/_stcore/health", timeout=10) as answer:
        assert answer.read() == b"ok"
    stream = f"ws://{host}/_stcore/stream"
    with connect(stream, origin=f"http://{host}", subprotocols=["streamlit"]) as socket:
        assert socket.ping().wait(10)

    # A browser asks before it lets a page of another site frame one of its own machine.
    linked, other = list(queries.labels(dataset, "theme").values())[:2]
    reader = browser.new_context(permissions=["local-network-access"], service_workers="block")
    page = reader.new_page()
    asked: list[str] = []

    def answer_outer(route):
        route.fulfill(content_type="text/html", body=OUTER.format(origin=plain.origin))

    page.on("request", lambda request: asked.append(request.url))
    for outer, steers in (("https://some-app.streamlit.app", True), ("https://elsewhere.example", False)):
        page.route(f"{outer}/**", answer_outer)
        page.goto(f"{outer}/?{urlencode({'theme': linked})}")
        page.wait_for_function("window.handed")
        app = page.frame_locator("iframe")
        chips = {
            name: app.locator(f".linchpin-filters .chip[data-label='{name}']") for name in (linked, other)
        }
        expect(chips[linked]).to_have_attribute("aria-pressed", str(steers).lower())
        if steers:
            chips[other].click()
            page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == {"theme": [linked, other]})
    reader.close()
    outside = ("https://some-app.streamlit.app/", "https://elsewhere.example/")  # answered by this test
    assert [url for url in asked if not url.startswith((plain.origin, "data:", "blob:", *outside))] == []
