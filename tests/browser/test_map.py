"""The map: that it draws, and that a click on it and the list beside it lead to the same."""

import io
import math
import time

import pytest
from PIL import Image
from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import expect

PATIENCE = 30  # seconds for the outlines to arrive and be drawn
CHOSEN = "pacific-islands"  # its circle lies in open sea, with none beside it
GROUNDS = {"sea": (175.0, 25.0), "land": (133.0, 51.5), "area": (134.0, -25.0)}  # Pacific, Amur, Australia


@pytest.fixture
def pixel(dataset):
    """Where the first view of the map shows a point, from the canvas's left and upper edge."""
    view = dataset.map_views.sort_values("order").iloc[0]

    def pixel(tab, lon, lat):
        box = canvas(tab).bounding_box()
        x, y = mercator(lon, lat, view["zoom"])
        middle_x, middle_y = mercator(view["lon"], view["lat"], view["zoom"])
        return box["width"] / 2 + x - middle_x, box["height"] / 2 + y - middle_y

    return pixel


@pytest.fixture
def place(dataset):
    return dataset.places.set_index("place_id").loc[CHOSEN]


@pytest.fixture
def sentences(dataset):
    """The texts in which the place is mentioned, in reading order."""
    mentions = dataset.place_mentions
    ids = mentions[mentions["place_id"] == CHOSEN]["passage_id"]
    return dataset.passages[dataset.passages["passage_id"].isin(ids)]["text"].tolist()


def mercator(lon, lat, zoom):
    """Pixels east and south of the point 0°, 0° (Web Mercator)."""
    world = 512 * 2**zoom
    return lon / 360 * world, -math.asinh(math.tan(math.radians(lat))) / (2 * math.pi) * world


def canvas(tab):
    return tab.page.locator(".st-key-map canvas").first


def colours(tab, points):
    """The map's colours at these pixels."""
    picture = Image.open(io.BytesIO(canvas(tab).screenshot())).convert("RGB")
    return [picture.getpixel((round(x), round(y))) for x, y in points]


def test_the_map_draws_and_a_click_on_a_circle_opens_its_sentences(visit, pixel, place, sentences):
    tab = visit("/map")
    canvas(tab).scroll_into_view_if_needed()
    circle = pixel(tab, place["lon"], place["lat"])
    points = [circle, *(pixel(tab, *point) for point in GROUNDS.values())]
    deadline = time.monotonic() + PATIENCE
    while len(set(colours(tab, points))) < len(points) and time.monotonic() < deadline:
        pass
    assert len(set(colours(tab, points))) == len(points)
    until_open(tab, circle, tab.page.mouse.click)
    expect(tab.drawer).to_contain_text(place["name"])
    expect(tab.quotes).to_have_text(sentences)
    tab.wait_for_query(place=[CHOSEN])


def test_an_area_takes_the_colour_of_the_theme_that_is_chosen(visit, pixel):
    """Without an outline that is fetched again: the browser has them all."""
    tab = visit("/map?theme=Region")
    canvas(tab).scroll_into_view_if_needed()
    point = pixel(tab, *GROUNDS["area"])

    def until(seen):
        deadline = time.monotonic() + PATIENCE
        while not seen(*colours(tab, [point])[0]) and time.monotonic() < deadline:
            pass
        return colours(tab, [point])[0]

    red, green, _ = until(lambda red, green, blue: green > red + 5)
    assert green > red + 5
    fetched = []
    tab.page.on("request", lambda request: fetched.append(request.url))
    tab.chip("Region").click()
    tab.chip("Health").click()
    red, green, _ = until(lambda red, green, blue: red > green + 5)
    assert red > green + 5
    assert not [url for url in fetched if "/geo/" in url]


def test_a_tap_on_a_phone_opens_the_same_sentences(visit, browser, pixel, place, sentences):
    phone = browser.new_context(has_touch=True, is_mobile=True, service_workers="block")
    try:
        tab = visit("/map", by=phone, window={"width": 390, "height": 844})
        canvas(tab).scroll_into_view_if_needed()
        circle = pixel(tab, place["lon"], place["lat"])
        deadline = time.monotonic() + PATIENCE
        while (
            len(set(colours(tab, [circle, pixel(tab, *GROUNDS["sea"])]))) < 2 and time.monotonic() < deadline
        ):
            pass
        until_open(tab, circle, tab.page.touchscreen.tap)
        expect(tab.quotes).to_have_text(sentences)
        tab.wait_for_query(place=[CHOSEN])
    finally:
        phone.close()


def test_the_select_box_leads_to_the_same_sentences(visit, place, sentences):
    tab = visit("/map")
    box = tab.page.get_by_role("combobox", name="Place")
    box.fill(place["name"])
    box.press("Enter")
    tab.wait_for_query(place=[CHOSEN])
    expect(tab.page.get_by_role("heading", name=place["name"])).to_be_visible()
    tab.page.locator(".st-key-story").get_by_role("button").click()
    expect(tab.quotes).to_have_text(sentences)


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
