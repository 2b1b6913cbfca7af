"""The map: a table of places in, a pydeck Deck out.

It works offline: instead of tiles from another host it draws outlines, which are static files of the
app. Their names hold a hash, so a browser fetches each once. Polygons have no stroke, because without a
graphics card a stroke costs seconds per frame; borders are a layer of lines.
"""

import json
import math
from functools import cache
from pathlib import Path

import pandas as pd
import pydeck as pdk

from components.content.charts import palette
from data.queries import Record

FONT = pdk.types.String("Source Sans, sans-serif")
LABEL_SIZE = 12  # px: names of waters and cities
CAPTION_SIZE = 13  # px: the name and count beside a circle
Tint = tuple[int, int, int, int]  # red, green, blue and opacity, each 0 to 255
TRANSPARENT: Tint = (0, 0, 0, 0)
MANY_MEMBERS = 12  # a place with more countries than this gets a paler tint
STATIC = Path(__file__).parents[3] / "static" / "geo"


def outlines(folder: Path = STATIC) -> dict[str, str]:
    """Address of each published outline by its name, relative to the app's: `app/static/geo/…`."""
    return {path.name.split(".")[0]: f"app/static/geo/{path.name}" for path in folder.glob("*.json")}


@cache
def labels(folder: Path = STATIC) -> pd.DataFrame:
    """The published names of waters and cities: name, lon, lat, and level, the zoom at which they fit."""
    (file,) = folder.glob("labels.*.json")
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    rows = [
        (one["properties"]["name"], *one["geometry"]["coordinates"], one["properties"]["level"])
        for one in features
    ]
    return pd.DataFrame(rows, columns=["name", "lon", "lat", "level"])


def deck(
    places: pd.DataFrame,
    colours: dict[str, str],
    preset: Record,
    urls: dict[str, str],
    scheme: str = "light",
    chosen: str | None = None,
    clicks: int = 0,
    scale: float = 1,
) -> pdk.Deck:
    """The places that a view mentions, as circles and tinted countries on a base map.

    places: as from `queries.places`. colours: hex colour by theme code. preset: a row of map_views
    (lon, lat, zoom). urls: as from `outlines`. scheme: light or dark. chosen: the place_id that stands
    out. clicks: how many there were so far; they are part of the clickable layers' ids, so that after a
    click the browser takes the layers for new ones and drops its selection, which would make the rest of
    the map pale. scale: enlarges text and circles for a slide.
    """
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    zoom = preset["zoom"]
    label_colour = [*palette.mixed(ink, ground, 0.72), 255]
    spots = _spots(places, colours, chosen, scale)
    layers = [
        _areas(urls["areas"], tints(places, colours, chosen), clicks),
        _circles(spots, ground, clicks),
        _text(spots, zoom, chosen, scale, list(palette.channels(ink)), label_colour),
    ]
    return pdk.Deck(
        layers,
        map_provider=None,
        map_style=urls[f"base-{scheme}"],
        views=[pdk.View("MapView", repeat=True, controller=True)],
        initial_view_state=pdk.ViewState(
            longitude=preset["lon"], latitude=preset["lat"], zoom=zoom, min_zoom=0.4, max_zoom=7
        ),
        tooltip=False,
    )


def picked(objects: dict[str, list[dict]]) -> tuple[str | None, str | None]:
    """What was clicked: (place_id, None) for a circle, (None, ISO alpha-3 code) for a country, or two Nones.

    objects: the clicked objects by layer id, as `st.pydeck_chart` returns them.
    """
    for layer, clicked in objects.items():
        if clicked and layer.startswith("spots"):
            return clicked[0]["place_id"], None
    for layer, clicked in objects.items():
        if clicked and layer.startswith("areas"):
            return None, clicked[0]["id"]
    return None, None


def radius(mentions: pd.Series) -> pd.Series:
    """Circle radius in pixels: the area grows with the number of mentions."""
    return 7 + 4.2 * (mentions - 1).pow(0.5)


def tints(places: pd.DataFrame, colours: dict[str, str], chosen: str | None) -> dict[str, Tint]:
    """The tint of each country that belongs to a place, by the country's ISO alpha-3 code. Arguments as of
    `deck`.

    A country in several places gets the mixture of their tints, as if they lay over each other: places
    with many countries below and paler, the chosen place strongest. Mixing them here lets the map draw
    each country once; every further outline would slow down every frame.
    """
    mixtures: dict[str, Tint] = {}
    rows = places.assign(countries=places["members"].str.split(";")).to_dict("records")
    for place in sorted(rows, key=lambda place: -len(place["countries"])):
        opacity = 28 if len(place["countries"]) > MANY_MEMBERS else 60
        if place["place_id"] == chosen:
            opacity = 150
        tint = (*palette.channels(colours.get(place["theme"], palette.NEUTRAL)), opacity)
        for country in filter(None, place["countries"]):
            mixtures[country] = _over(tint, mixtures.get(country, TRANSPARENT))
    return mixtures


def _over(above: Tint, below: Tint) -> Tint:
    """One translucent colour over another: "over" in T. Porter and T. Duff, Compositing Digital Images,
    1984."""
    above_share = above[3] / 255
    below_share = below[3] / 255 * (1 - above_share)
    opacity = above_share + below_share
    red, green, blue = (
        round((a * above_share + b * below_share) / opacity)
        for a, b in zip(above[:3], below[:3], strict=True)
    )
    return red, green, blue, round(255 * opacity)


def _areas(url: str, tints: dict[str, Tint], clicks: int) -> pdk.Layer:
    """All countries that belong to a place: each in its tint, transparent without one. They can be clicked.

    Always the same outlines, so that the browser neither fetches nor prepares them again. The tints are an
    expression over a country's id: `id=='KOR'||id=='USA'?[31, 78, 121, 60]:[0, 0, 0, 0]`.
    """
    countries_of: dict[Tint, list[str]] = {}
    for country, tint in tints.items():
        countries_of.setdefault(tint, []).append(country)
    colour = str(list(TRANSPARENT))
    for tint, countries in countries_of.items():
        condition = "||".join(f"id=={country!r}" for country in countries)
        colour = f"{condition}?{list(tint)}:{colour}"
    return pdk.Layer(
        "GeoJsonLayer",
        data=url,
        id=f"areas-{clicks}",
        visible=bool(tints),
        stroked=False,
        filled=True,
        get_fill_color=colour,
        pickable=True,
        auto_highlight=False,
        update_triggers={"getFillColor": colour},
    )


def _spots(places: pd.DataFrame, colours: dict[str, str], chosen: str | None, scale: float) -> pd.DataFrame:
    """The places with the look of their circles, and their captions: name and number of mentions."""
    return places.assign(
        radius=radius(places["mentions"]) * scale,
        colour=pd.Series(
            [[*palette.channels(colours[theme]), 225] for theme in places["theme"]], dtype=object
        ),
        ring=[3 if place_id == chosen else 1 for place_id in places["place_id"]],
        caption=places["short_name"] + " " + places["mentions"].astype(str),
    )


def _circles(spots: pd.DataFrame, ground: str, clicks: int) -> pdk.Layer:
    """A circle for each place."""
    return pdk.Layer(
        "ScatterplotLayer",
        data=spots[["place_id", "lon", "lat", "radius", "colour", "ring", "caption"]],
        id=f"spots-{clicks}",
        pickable=True,
        auto_highlight=False,
        get_position="[lon, lat]",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="colour",
        stroked=True,
        get_line_color=list(palette.channels(ground)),
        get_line_width="ring",
        line_width_units=pdk.types.String("pixels"),
    )


def _text(
    spots: pd.DataFrame,
    zoom: float,
    chosen: str | None,
    scale: float,
    ink: list[int],
    label_colour: list[int],
) -> pdk.Layer:
    """Names of waters and cities, as many as fit at a zoom, and the captions of circles that fit.

    All text is one layer without background: each layer of text costs half a second when the map opens
    without a graphics card, and so does a background.
    """
    names = labels()
    names = names[names["level"] <= zoom + 0.5].assign(
        text=lambda rows: rows["name"], anchor="middle", shift=0, size=round(LABEL_SIZE * scale)
    )
    captions = _captions(spots, zoom, chosen, scale).assign(
        text=lambda rows: rows["caption"], size=CAPTION_SIZE * scale
    )
    for rows, colour in ((names, label_colour), (captions, ink)):
        rows["colour"] = pd.Series([colour] * len(rows), index=rows.index, dtype=object)
    columns = ["lon", "lat", "text", "anchor", "shift", "size", "colour"]
    return pdk.Layer(
        "TextLayer",
        data=pd.concat([names[columns], captions[columns]], ignore_index=True),
        id=f"text-{zoom:g}",
        pickable=False,
        get_position="[lon, lat]",
        get_text="text",
        get_size="size",
        font_family=FONT,
        get_color="colour",
        get_text_anchor="anchor",
        get_alignment_baseline=pdk.types.String("center"),
        get_pixel_offset="[shift, 0]",
        character_set=pdk.types.String("auto"),
    )


def _captions(spots: pd.DataFrame, zoom: float, chosen: str | None, scale: float = 1) -> pd.DataFrame:
    """The captions that fit at a zoom, the chosen place's first, then the most mentioned places'.

    Adds `anchor` and `shift` (px): a caption is right of its circle or, if that is taken, left of it. One
    that would cover another caption on both sides is left out. A letter counts as 7 px wide, a caption as
    18 px high.
    """
    order = spots.assign(last=spots["place_id"] != chosen).sort_values(
        ["last", "mentions"], ascending=[True, False], kind="stable"
    )
    taken: list[tuple[float, float, float]] = []  # left, right and middle of each caption so far, in px
    captions = []
    for spot in order.to_dict("records"):
        x, y = _pixels(spot["lon"], spot["lat"], zoom)
        distance = spot["radius"] + 3
        width = 7 * scale * len(spot["caption"])
        sides = (("start", x + distance, distance), ("end", x - distance - width, -distance))
        for anchor, left, shift in sides:
            right = left + width
            covers = any(
                left < other_right and other_left < right and abs(y - other_y) < 18 * scale
                for other_left, other_right, other_y in taken
            )
            if not covers:
                taken.append((left, right, y))
                captions.append({**spot, "anchor": anchor, "shift": shift})
                break
    return pd.DataFrame(captions, columns=["lon", "lat", "caption", "anchor", "shift"])


def _pixels(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """Where the map draws a point: px east of the prime meridian and south of the equator (Web Mercator)."""
    world_width = 512 * 2**zoom
    north = math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    return (lon % 360) / 360 * world_width, -north * world_width
