"""What the browser says of the map's place: kept if it makes sense."""

import pytest

from components.ui.parts import map_place

KNOWN = {"map_size_820": (340, 1.0), "map_webgl": True}


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ({"width": 340, "scale": 1, "webgl": True}, KNOWN),
        ({"width": 340.5, "scale": 1, "webgl": True}, {}),
        ({"width": True, "scale": 1, "webgl": True}, {}),
        ({"width": 340, "scale": 1, "webgl": "no"}, {}),
        ({"width": 340, "scale": "1", "webgl": True}, {}),
        ({"width": 340, "scale": 0.5, "webgl": True}, {}),
        ({"width": 340, "scale": float("nan"), "webgl": True}, {}),
        ({"width": 340, "scale": 99, "webgl": True}, {}),
        ({"width": 10**9, "scale": 1.5, "webgl": False}, {"map_size_820": (1230, 1.5), "map_webgl": False}),
        ({"width": -1, "scale": 1, "webgl": True}, {"map_size_820": (240, 1.0), "map_webgl": True}),
        (None, {}),
        ([340], {}),
    ],
)
def test_what_a_browser_says(reader, seen, kept):
    map_place._keep(820, seen)
    assert reader.session == kept


def test_what_is_taken_for_granted_and_what_is_known(reader):
    assert map_place.known_place(820) == (820, 1.0, True)
    reader.session.update(KNOWN)
    assert map_place.known_place(820) == (340, 1.0, True)
    assert map_place.known_place(1200) == (1200, 1.0, True)
    reader.headers["User-Agent"] = "Mozilla/5.0 (Linux; Android 16) Chrome/156 Mobile Safari/537.36"
    assert map_place.known_place(1200) == (340, 1.0, True)
