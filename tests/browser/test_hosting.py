"""The plain start, `streamlit run app.py`, as the machinery of hosts uses it: listened to from outside, framed
by a page of Community Cloud, without a request that leaves the machine; in another time zone, under files that
change, and ended at any time."""

import time
import urllib.request
import zipfile
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

from data import queries
from tests.browser.conftest import copy_of_dataset
from tests.browser.server import Server

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
# From afar a socket opens later than the outer page's message arrives. If both come within the same few
# milliseconds, as they may on one machine, Streamlit asks for its first run without what was handed in.
FAR = """const listen = WebSocket.prototype.addEventListener
WebSocket.prototype.addEventListener = function (type, listener, ...how) {
  const later = (event) => setTimeout(() => listener.call(this, event), 200)
  return listen.call(this, type, type === "open" ? later : listener, ...how)
}"""


@pytest.fixture(scope="module")
def plain(browser, tmp_path_factory):
    """A plain start, of a copy of the dataset, far from here, that tells which other hosts it asks. The
    tests leave it as they find it."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "sitecustomize.py").write_text(TELLTALE, encoding="utf-8")
    environment = {
        "PYTHONPATH": str(folder),
        "LINCHPIN_DATA": str(copy_of_dataset(folder / "data")),
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONUTF8": "0",
    }
    server = Server(folder / "log", **environment)
    yield server
    server.stop()
    assert "REACHES" not in server.printed()
    assert "External URL" not in server.printed()
    assert "Traceback" not in server.printed()


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
    page.add_init_script(FAR)
    for outer, steers in (("https://some-app.streamlit.app", True), ("https://elsewhere.example", False)):
        page.route(f"{outer}/**", answer_outer)
        page.goto(f"{outer}/?{urlencode({'theme': linked})}")
        page.wait_for_function("() => window.handed")
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


def test_language_and_time_zone_of_server_and_reader_change_nothing(browser, go, visit, plain):
    reader = browser.new_context(locale="ar-EG", timezone_id="Pacific/Pago_Pago", service_workers="block")
    here, there = go("/pledges"), visit("/pledges", at=plain, by=reader)
    for tab in (here, there):
        tab.page.locator(".linchpin-figure .main-svg text").first.wait_for()
    assert there.words == here.words
    for name in ("timeline", "method"):  # dates, percentages
        for tab in (here, there):
            tab.follow(name)
        late = time.monotonic() + 20  # a tab in the background may be drawn later
        while there.words != here.words and time.monotonic() < late:
            there.page.wait_for_timeout(200)
        assert there.words == here.words, name
    reader.close()


def test_data_changed_on_disk_is_not_mixed_in(visit, plain):
    tab = visit("/method?part=tables", at=plain)
    folder = plain.log.parent / "data"
    files = [*folder.glob("*.md"), *folder.glob("tables/*.csv")]
    before = [path.read_bytes() for path in files]
    for path in files:
        path.write_text("Half of a fi", encoding="utf-8")
    tab.open("/method?part=codebook")
    expect(tab.page.get_by_text("Half of a fi")).to_have_count(0)
    with tab.page.expect_download() as started:
        tab.page.get_by_role("button", name="zip").click()
    with zipfile.ZipFile(started.value.path()) as package:
        texts = [package.read(name).decode() for name in package.namelist()]
    assert len(texts) > 15
    assert not [text for text in texts if "Half of a fi" in text]
    for path, content in zip(files, before, strict=True):
        path.write_bytes(content)


def test_a_page_outlives_its_server(visit, plain):
    tab = visit("/statement?theme=Health&passage=p13.s8&q=vaccine", at=plain)
    expect(tab.chip("Health")).to_have_attribute("aria-pressed", "true")
    expect(tab.page.locator(".reader .hits")).to_be_visible()  # the text is there before its marks
    expect(tab.page.get_by_test_id("stCode").last).to_be_visible()  # and what is to be copied comes last
    before, tab.loses_server = tab.view, True
    plain.kill()
    expect(tab.page.locator("[data-test-connection-state=CONNECTED]")).to_have_count(0)
    expect(tab.sentence("p13.s8")).to_be_in_viewport()  # still there to be read
    plain.start()
    tab.wait_for_view(before)
    tab.settled("statement")
    expect(tab.drawer).to_have_count(0)
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], passage=["p13.s8"], q=["vaccine"], actor=["ROK"])
