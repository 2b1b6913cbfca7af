"""Tables in, a pydeck Deck out: the offline pattern, no tiles, every outline by URL. (no streamlit)

Polygons are never stroked (a stroke alone costs seconds a frame without a graphics card);
borders are a line layer of their own. Outlines travel once, as static files with hashed names.
"""

import math
from pathlib import Path

import pandas as pd
import pydeck as pdk

from components import palette

FONT = pdk.types.String("Source Sans, sans-serif")
SMALL = 12  # px: names for orientation
STATIC = Path(__file__).parent.parent / "static" / "geo"


def outlines(folder: Path = STATIC) -> dict[str, str]:
    """Address of each published outline by its name, relative to any page: `app/static/geo/…`."""
    return {path.name.split(".")[0]: f"app/static/geo/{path.name}" for path in folder.glob("*.json")}


def deck(
    places: pd.DataFrame,
    known: pd.DataFrame,
    colours: dict[str, str],
    view: pd.Series,
    urls: dict[str, str],
    scheme: str = "light",
    chosen: str | None = None,
    picks: int = 0,
    scale: float = 1,
) -> pdk.Deck:
    """The places a view of the statement mentions, over land, borders, the river and waters.

    `places` as from `queries.places`, `known` all places of the statement, `colours` hex by theme code, `view` a row of map_views
    (lon, lat, zoom), `urls` as from `outlines`, `scheme` light or dark, `chosen` a place_id to
    stand out. `picks` counts the clicks so far: it is part of the clickable layers' ids, so
    that the browser drops its own selection, which would fade the map. `scale` enlarges words and
    circles for a slide.
    """
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    layers = [
        *_areas(places, known, colours, urls, chosen),
        _names(urls["labels"], view["zoom"], [*palette.mixed(ink, ground, 0.72), 255], round(SMALL * scale)),
        _fill(f"pick-{picks}", urls["pick"], (0, 0, 0, 0), pickable=True),
        *_spots(places, colours, ink, ground, view["zoom"], chosen, picks, scale),
    ]
    return pdk.Deck(
        layers,
        map_provider=None,
        map_style=urls[f"base-{scheme}"],
        views=[pdk.View("MapView", repeat=True, controller=True)],
        initial_view_state=pdk.ViewState(
            longitude=view["lon"], latitude=view["lat"], zoom=view["zoom"], min_zoom=0.4, max_zoom=7
        ),
        tooltip=False,
    )


def picked(objects: dict[str, list[dict]]) -> tuple[str | None, str | None]:
    """What a click hit, from the selection's objects: (place_id, None), (None, country) or neither."""
    for layer, hits in objects.items():
        if hits and layer.startswith("spots"):
            return hits[0]["place_id"], None
    for layer, hits in objects.items():
        if hits and layer.startswith("pick"):
            return None, hits[0]["properties"]["iso3"]
    return None, None


def radius(mentions: pd.Series) -> pd.Series:
    """Circle radius in pixels: the area grows with the number of mentions."""
    return 7 + 4.2 * (mentions - 1).pow(0.5)


def _areas(
    places: pd.DataFrame,
    known: pd.DataFrame,
    colours: dict[str, str],
    urls: dict[str, str],
    chosen: str | None,
) -> list[pdk.Layer]:
    """A tint per known area, the broad ones below and paler; the chosen one stands out. Those that
    are not mentioned are invisible: once removed, the browser would fetch and cut them up again."""
    size = dict(zip(known["place_id"], known["members"].str.count(";") + 1, strict=True))
    theme = dict(zip(places["place_id"], places["theme"], strict=True))
    drawn = sorted((one for one in size if f"area-{one}" in urls), key=size.get, reverse=True)
    return [
        _fill(
            f"area-{area}",
            urls[f"area-{area}"],
            (
                *palette.channels(colours.get(theme.get(area), palette.NEUTRAL)),
                _strength(size[area], area == chosen),
            ),
            visible=area in theme,
        )
        for area in drawn
    ]


def _strength(size: int, chosen: bool) -> int:
    """Opacity of an area's tint, 0 to 255: tints lie over each other, so the broad ones are faint."""
    return 150 if chosen else 28 if size > 12 else 60


def _fill(
    name: str, url: str, colour: tuple[int, ...], pickable: bool = False, visible: bool = True
) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        data=url,
        id=name,
        visible=visible,
        stroked=False,
        filled=True,
        get_fill_color=list(colour),
        get_point_radius=2.5,  # members too small for an outline
        point_radius_units=pdk.types.String("pixels"),
        pickable=pickable,
        auto_highlight=False,
    )


def _names(url: str, zoom: float, colour: list[int], size: int) -> pdk.Layer:
    """Names of waters and cities for orientation, as many as the zoom has room for."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=url,
        id=f"names-{zoom:g}",
        pickable=False,
        stroked=False,
        point_type=pdk.types.String("text"),
        get_text=f"properties.level <= {zoom:g} + 0.5 ? properties.name : ''",
        get_text_color=colour,
        get_text_size=size,
        text_font_family=FONT,
    )


def _spots(
    places: pd.DataFrame,
    colours: dict[str, str],
    ink: str,
    ground: str,
    zoom: float,
    chosen: str | None,
    picks: int,
    scale: float,
) -> list[pdk.Layer]:
    spots = places.assign(
        radius=radius(places["mentions"]) * scale,
        colour=[[*palette.channels(colours[theme]), 225] for theme in places["theme"]],
        ring=[3 if place_id == chosen else 1 for place_id in places["place_id"]],
        caption=places["short_name"] + " " + places["mentions"].astype(str),
    )
    columns = ["place_id", "lon", "lat", "radius", "colour", "ring", "caption"]
    at = "[lon, lat]"
    return [
        pdk.Layer(
            "ScatterplotLayer",
            data=spots[columns],
            id=f"spots-{picks}",
            pickable=True,
            auto_highlight=False,
            get_position=at,
            get_radius="radius",
            radius_units=pdk.types.String("pixels"),
            get_fill_color="colour",
            stroked=True,
            get_line_color=list(palette.channels(ground)),
            get_line_width="ring",
            line_width_units=pdk.types.String("pixels"),
        ),
        pdk.Layer(
            "TextLayer",
            data=_captions(spots, zoom, chosen, scale),
            id=f"captions-{zoom:g}",
            pickable=False,
            get_position=at,
            get_text="caption",
            get_size=13 * scale,
            font_family=FONT,
            get_color=list(palette.channels(ink)),
            get_text_anchor="anchor",
            get_alignment_baseline=pdk.types.String("center"),
            get_pixel_offset="[shift, 0]",
            background=True,
            get_background_color=[*palette.channels(ground), 170],
            background_padding=[2, 0],
            character_set=pdk.types.String("auto"),
        ),
    ]


def _captions(spots: pd.DataFrame, zoom: float, chosen: str | None, scale: float = 1) -> pd.DataFrame:
    """The captions that have room at a zoom: the chosen place first, then the most mentioned.

    A caption is taken as a box of 7 by 18 pixels a letter, right of its circle or else left
    of it. One that would cover another on both sides is left out; its circle stays.
    """
    order = spots.assign(last=spots["place_id"] != chosen).sort_values(
        ["last", "mentions"], ascending=[True, False], kind="stable"
    )
    taken: list[tuple[float, float, float]] = []
    shown = []
    for spot in order.to_dict("records"):
        x, y = _pixels(spot["lon"], spot["lat"], zoom)
        reach, width = spot["radius"] + 3, 7 * scale * len(spot["caption"])
        for anchor, left in (("start", x + reach), ("end", x - reach - width)):
            if not any(left < b[1] and b[0] < left + width and abs(y - b[2]) < 18 * scale for b in taken):
                taken.append((left, left + width, y))
                shift = reach if anchor == "start" else -reach
                shown.append({**spot, "anchor": anchor, "shift": shift})
                break
    columns = ["lon", "lat", "caption", "anchor", "shift"]
    return pd.DataFrame(shown, columns=columns)


def _pixels(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """Where the map draws a point, in pixels from its western edge and its equator (Web Mercator)."""
    world = 512 * 2**zoom
    north = math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    return (lon % 360) / 360 * world, -north * world
