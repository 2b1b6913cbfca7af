"""The map: that it draws in the first screen, and that clicks on it lead to its sentences."""

import io
import time

import pytest
from PIL import Image
from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import expect

from components.content.charts import map_camera, map_layout
from data import queries
from tests.browser import chromium
from tests.browser.conftest import OF_A_PHONE, PHONE
from tests.browser.server import HOST
from tests.browser.tab import Tab

PATIENCE = 30  # seconds for the outlines to arrive and be drawn
GROUNDS = {"sea": (-140.0, 0.0), "land": (60.0, 60.0), "country": (134.0, -25.0)}  # the last: no member
DARK = 90  # a darker pixel of the light scheme is of a disc or a letter
SIZE = (map_layout.WIDE, 528)
SIZE_ON_A_PHONE = (340, 300)


@pytest.fixture(scope="module")
def places(dataset):
    return queries.places(queries.select(dataset, queries.Selection()))


@pytest.fixture
def pixel(dataset, places):
    """Where the first view of the map shows a point, from the canvas's left and upper edge."""
    view = queries.records(dataset.map_views.sort_values("order"))[0]

    def pixel(tab, lon, lat, size=SIZE):
        tab.page.wait_for_function(HAS_A_SIZE)
        box = canvas(tab).bounding_box()
        shown = map_camera.fit(map_camera.edges(view, places), *size)
        x, y = shown.pixel(lon, lat)
        return x + (box["width"] - size[0]) / 2, y + (box["height"] - size[1]) / 2

    return pixel


@pytest.fixture
def alone(places):
    """The most mentioned place that stands at home, as a disc."""
    marks = map_layout.marks(places, map_camera.fit(map_camera.edges_of(places), *SIZE))
    at_home = {one.place_id for one in marks if one.radius and not one.moved}
    return next(row for row in queries.records(places) if row["place_id"] in at_home)


def sentences(dataset, place):
    texts = dataset.passages.set_index("passage_id")["text"]
    return [texts[passage_id] for passage_id in place["passage_ids"].split(";")]


def canvas(tab):
    return tab.page.locator(".st-key-map canvas").first


def picture(tab):
    return Image.open(io.BytesIO(canvas(tab).screenshot())).convert("RGB")


# Until deck.gl has measured its place, the canvas is as wide as browsers make one.
HAS_A_SIZE = "() => document.querySelector('.st-key-map canvas')?.getBoundingClientRect().width > 300"
WIDE_AGAIN = "width => Math.abs(document.querySelector('.st-key-map canvas').getBoundingClientRect().width - width) < 1"


def until_drawn(tab, points):
    """Wait until these pixels differ: sea, land and a disc. Returns the picture."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        drawn = picture(tab)
        if len({drawn.getpixel((round(x), round(y))) for x, y in points}) == len(points):
            return drawn
    pytest.fail("The map is not drawn.")


def test_the_map_fills_the_first_screen_and_a_click_opens_the_sentences(go, dataset, pixel, alone):
    go("/timeline")  # away, since another test may have moved it
    tab = go("/map")
    disc = pixel(tab, alone["lon"], alone["lat"])
    drawn = until_drawn(tab, [disc, pixel(tab, *GROUNDS["sea"]), pixel(tab, *GROUNDS["land"])])
    box = canvas(tab).bounding_box()
    assert box["y"] <= 200
    assert 720 - box["y"] >= 0.9 * box["height"]
    right, bottom = drawn.width - 1, drawn.height - 1
    edges = [(x, y) for x in range(drawn.width) for y in (0, bottom)]
    edges += [(x, y) for x in (0, right) for y in range(drawn.height)]
    assert not [point for point in edges if max(drawn.getpixel(point)) < DARK]  # no word or disc is cut
    until_open(tab, disc, tab.page.mouse.click)
    expect(tab.drawer).to_contain_text(alone["name"])
    expect(tab.quotes).to_have_text(sentences(dataset, alone))
    tab.wait_for_query(place=[alone["place_id"]])
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)
    expect(tab.page.get_by_role("heading", name=alone["name"])).to_be_visible()

    tab.page.wait_for_function(WIDE_AGAIN, arg=box["width"])  # the drawer has given its room back
    # A caption is as good as a disc, and no filter fetches outlines again.
    fetched = []
    tab.page.on("request", lambda request: fetched.append(request.url))
    words = map_layout.marks(queries.places(queries.select(dataset, queries.Selection())), fitted(dataset))
    area = next(one for one in words if not one.radius and not one.moved and one.kind == queries.AREA)
    left, top = (canvas(tab).bounding_box()["width"] - SIZE[0]) / 2, 0
    until_open(tab, (area.text_at[0] + left, area.text_at[1] + top), tab.page.mouse.click)
    tab.wait_for_query(place=[area.place_id])
    tab.page.keyboard.press("Escape")
    tab.chip("Health").click()
    tab.settled("map")
    assert not [url for url in fetched if "/geo/" in url]


def fitted(dataset):
    places = queries.places(queries.select(dataset, queries.Selection()))
    return map_camera.fit(map_camera.edges_of(places), *SIZE)


def test_a_tap_on_a_phone_opens_the_same_sentences(phone, dataset, pixel, alone):
    phone.go("/timeline")  # away, since another test may have moved it
    phone.go("/map")
    phone.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    expect(canvas(phone)).to_have_attribute("height", "300")
    disc = pixel(phone, alone["lon"], alone["lat"], SIZE_ON_A_PHONE)
    until_drawn(phone, [disc, pixel(phone, *GROUNDS["sea"], SIZE_ON_A_PHONE)])
    assert canvas(phone).bounding_box()["y"] <= 260
    until_open(phone, disc, phone.page.touchscreen.tap)
    expect(phone.quotes).to_have_text(sentences(dataset, alone))
    phone.wait_for_query(place=[alone["place_id"]])


def test_the_first_picture_on_a_phone_is_as_wide_as_the_phone(browser, visit):
    sent = []
    with browser.new_context(**OF_A_PHONE) as own:
        own.on(
            "page",
            lambda page: page.on(
                "websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame))
            ),
        )
        tab = visit("/map", by=own, window=PHONE)
        expect(canvas(tab)).to_have_attribute("height", "300")
        tab.fitted()
        assert sent and not [frame for frame in sent if b"seen" in frame]  # no other width is asked for
        tab.close()


def test_without_webgl_the_page_says_so_beside_its_list(server, browser, places):
    """In a browser of its own, since this is a switch of the whole browser."""
    flags = [*chromium.flags(HOST), "--disable-3d-apis"]
    other = browser.browser_type.launch(executable_path=chromium.find(), args=flags)
    try:
        tab = Tab(other.new_page(), server.origin)
        tab.open("/map", "This browser draws no maps")
        expect(canvas(tab)).to_have_count(0)
        said = tab.page.locator(".st-key-map").bounding_box()
        listed = tab.page.locator("[class*=st-key-places-]").bounding_box()
        assert said["x"] + said["width"] <= listed["x"]
        tab.go("/map?present=true")
        expect(tab.page.locator(".st-key-map")).to_contain_text(places.iloc[0]["name"])
    finally:
        other.close()


def until_open(tab, point, press, attempts=5):
    """Press a pixel of the map until the drawer opens: a map that is still drawing drops clicks."""
    for _ in range(attempts):
        box = canvas(tab).bounding_box()
        x, y = box["x"] + point[0], box["y"] + point[1]
        tab.page.mouse.move(x - 5, y)
        tab.page.mouse.move(x, y)
        tab.page.evaluate(
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        )
        press(x, y)
        try:
            tab.drawer.wait_for(timeout=5_000)
            return
        except Timeout:
            continue
    pytest.fail(f"No drawer after {attempts} presses.")
