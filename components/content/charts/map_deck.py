"""Tables in, a pydeck Deck out: the offline pattern, no tiles, every outline by URL.

Polygons are never stroked (a stroke alone costs seconds a frame without a graphics card);
borders are a line layer of their own. Outlines travel once, as static files with hashed names.
"""

import math
from pathlib import Path

import pandas as pd
import pydeck as pdk

from components.content.charts import palette
from data.queries import Record

FONT = pdk.types.String("Source Sans, sans-serif")
SMALL = 12  # px: names for orientation
Tint = tuple[int, int, int, int]  # red, green, blue and opacity, 0 to 255
UNSEEN: Tint = (0, 0, 0, 0)
STATIC = Path(__file__).parents[3] / "static" / "geo"


def outlines(folder: Path = STATIC) -> dict[str, str]:
    """Address of each published outline by its name, relative to any page: `app/static/geo/…`."""
    return {path.name.split(".")[0]: f"app/static/geo/{path.name}" for path in folder.glob("*.json")}


def deck(
    places: pd.DataFrame,
    colours: dict[str, str],
    view: Record,
    urls: dict[str, str],
    scheme: str = "light",
    chosen: str | None = None,
    picks: int = 0,
    scale: float = 1,
) -> pdk.Deck:
    """The places a view of the statement mentions, over land, borders, the river and waters.

    `places` as from `queries.places`, `colours` hex by theme code, `view` a row of
    map_views (lon, lat, zoom), `urls` as from `outlines`, `scheme` light or dark, `chosen` the place_id
    that stands out. `picks` counts the clicks so far: it is part of the clickable layers' ids, so
    that the browser drops its own selection, which would fade the map. `scale` enlarges words and
    circles for a slide.
    """
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    layers = [
        _areas(urls["areas"], tints(places, colours, chosen)),
        _names(urls["labels"], view["zoom"], [*palette.mixed(ink, ground, 0.72), 255], round(SMALL * scale)),
        _fill(f"pick-{picks}", urls["pick"], list(UNSEEN), pickable=True),
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


def tints(places: pd.DataFrame, colours: dict[str, str], chosen: str | None) -> dict[str, Tint]:
    """The tint of each country that belongs to a place, by its code: as if the places' tints lay over
    each other, the broad places below and paler. The chosen one stands out. Arguments as of `deck`.

    A country is drawn once whatever the number of its places: outlines that lie over each other cost
    every frame their share.
    """
    rows = places.assign(codes=places["members"].str.split(";")).to_dict("records")
    found: dict[str, Tint] = {}
    for place in sorted(rows, key=lambda place: -len(place["codes"])):
        broad, colour = len(place["codes"]) > 12, colours.get(place["theme"], palette.NEUTRAL)
        strength = 150 if place["place_id"] == chosen else 28 if broad else 60
        tint = (*palette.channels(colour), strength)
        found |= {code: _over(tint, found.get(code, UNSEEN)) for code in place["codes"] if code}
    return found


def _over(above: Tint, below: Tint) -> Tint:
    """One translucent colour laid over another (T. Porter and T. Duff, Compositing Digital Images, 1984)."""
    top, rest = above[3] / 255, below[3] / 255 * (1 - above[3] / 255)
    red, green, blue = (
        round((a * top + b * rest) / (top + rest)) for a, b in zip(above[:3], below[:3], strict=True)
    )
    return red, green, blue, round(255 * (top + rest))


def _areas(url: str, tints: dict[str, Tint]) -> pdk.Layer:
    """Every country in its tint; one without is not seen. The outlines stay the same whatever is
    mentioned: the browser would fetch and cut up others again."""
    by_tint: dict[Tint, list[str]] = {}
    for code, tint in tints.items():
        by_tint.setdefault(tint, []).append(code)
    colour = str(list(UNSEEN))
    for tint, codes in by_tint.items():
        colour = f"{'||'.join(f'id=={code!r}' for code in codes)}?{list(tint)}:{colour}"
    return _fill("areas", url, colour, visible=bool(tints), update_triggers={"getFillColor": colour})


def _fill(name: str, url: str, colour: str | list[int], pickable: bool = False, **more: object) -> pdk.Layer:
    """Filled outlines; `colour` is one for all, or an expression over a feature."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=url,
        id=name,
        stroked=False,
        filled=True,
        get_fill_color=colour,
        pickable=pickable,
        auto_highlight=False,
        **more,
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
        colour=pd.Series(
            [[*palette.channels(colours[theme]), 225] for theme in places["theme"]], dtype=object
        ),
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
