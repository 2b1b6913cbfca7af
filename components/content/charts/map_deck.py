"""The map: a table of places in, a pydeck Deck out.

It works offline: instead of tiles from another host it draws outlines, which are static files of the
app. Their names hold a hash, so a browser fetches each once. Polygons have no stroke, because without a
graphics card a stroke costs seconds per frame; borders are a layer of lines. Every kind of layer costs
time when the map opens: there is one of areas, one of discs, one of words, and one of lines only where
places stand in a column. Nothing here has the colour of a theme.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import pydeck as pdk

from components.content.charts import map_camera, map_layout, palette
from components.content.charts.map_camera import Camera
from components.content.charts.map_layout import STATIC, TEXT, Mark
from data import queries

FONT = pdk.types.String("Source Sans, sans-serif")
HOME = 2.2  # px: the radius of the dot where a place of a column lies
MOST_OWN = 12  # countries: the extent of a wider region, by somebody's definition, is drawn only if chosen
TRANSPARENT = [0, 0, 0, 0]
OWN, CHOSEN = 36, 72  # opacity, 0 to 255, of the extent of a view's own place and of the chosen place


def outlines(folder: Path = STATIC) -> dict[str, str]:
    """Address of each published outline by its name, relative to the app's: `app/static/geo/…`."""
    return {path.name.rsplit(".", 2)[0]: f"app/static/geo/{path.name}" for path in folder.glob("*.json")}


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
    camera: Camera,
    urls: dict[str, str],
    scheme: str = "light",
    own: str | None = None,
    chosen: str | None = None,
    clicks: int = 0,
    scale: float = 1,
) -> pdk.Deck:
    """The places that a view mentions, as discs and words on a base map.

    places: as from `queries.places`. camera: what the picture shows. urls: as from `outlines`. scheme:
    light or dark. own: the place_id of the view's own place, whose extent is drawn. chosen: the place_id
    that stands out. clicks: how many there were so far; they are part of the clickable layers' ids, so that
    after a click the browser takes the layers for new ones and drops its selection, which would make the
    rest of the map pale. scale: enlarges text and discs for a slide.
    """
    marks = map_layout.marks(places, camera, scale, chosen)
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    paler = [*palette.mixed(ink, ground, 0.66), 255]
    strong = [*palette.channels(ink), 255]
    layers = [
        _areas(_own_areas(places, urls), extents(places, own, chosen), list(palette.channels(ink)), clicks),
        *_lines([one for one in marks if one.moved], camera, paler),
        _discs(marks, camera, chosen, strong, paler, list(palette.channels(ground)), clicks),
        _words(marks, camera, scale, strong, paler, [*palette.mixed(ink, ground, 0.5), 255], clicks),
    ]
    return pdk.Deck(
        layers,
        map_provider=None,
        map_style=urls[f"base-{scheme}"],
        views=[pdk.View("MapView", repeat=True, controller=True)],
        initial_view_state=pdk.ViewState(
            longitude=camera.lon,
            latitude=camera.lat,
            zoom=camera.zoom,
            min_zoom=map_camera.DEEPEST,
            max_zoom=map_camera.HIGHEST,
        ),
        tooltip=False,
    )


def picked(objects: dict[str, list[dict]]) -> tuple[str | None, str | None]:
    """What was clicked: (place_id, None) for a disc or a caption, (None, ISO alpha-3 code) for a country, or
    two Nones.

    objects: the clicked objects by layer id, as `st.pydeck_chart` returns them.
    """
    for layer, clicked in objects.items():
        if clicked and layer.startswith(("discs", "words")):
            return clicked[0].get("place_id") or None, None
    for layer, clicked in objects.items():
        if clicked and layer.startswith("areas"):
            return None, clicked[0]["id"]
    return None, None


def extents(places: pd.DataFrame, own: str | None, chosen: str | None) -> dict[str, int]:
    """The opacity of each country whose outline is drawn, by its ISO alpha-3 code. Arguments as of `deck`.

    Those are the countries of the view's own place and of the chosen one; a city has no extent. Nothing
    else is: the statement names regions and does not say what belongs to them.
    """
    members = {
        row["place_id"]: row["members"].split(";")
        for row in queries.records(places)
        if row["members"] and row["kind"] != queries.CITY
    }
    shaded = members.get(own or "", [])
    opacities = dict.fromkeys(shaded if len(shaded) <= MOST_OWN else [], OWN)
    return opacities | dict.fromkeys(members.get(chosen or "", []), CHOSEN)


def _own_areas(places: pd.DataFrame, urls: dict[str, str]) -> str:
    """The address of the outlines that were published for the dataset of these places, if there are such."""
    names = [f"areas-{name}" for name in places["dataset"].head(1)]
    return next((urls[name] for name in names if name in urls), urls["areas"])


def _areas(url: str, extents: dict[str, int], ink: list[int], clicks: int) -> pdk.Layer:
    """All countries that belong to a place, transparent but for those of `extents`. They can be clicked.

    Always the same outlines, so that the browser neither fetches nor prepares them again. The colour is an
    expression over a country's id: `id=='KOR'||id=='USA'?[14, 19, 25, 46]:[0, 0, 0, 0]`.
    """
    countries_of: dict[int, list[str]] = {}
    for country, opacity in extents.items():
        countries_of.setdefault(opacity, []).append(country)
    colour = str(TRANSPARENT)
    for opacity, countries in countries_of.items():
        condition = "||".join(f"id=={country!r}" for country in countries)
        colour = f"{condition}?{[*ink, opacity]}:{colour}"
    return pdk.Layer(
        "GeoJsonLayer",
        data=url,
        id=f"areas-{clicks}",
        stroked=False,
        filled=True,
        get_fill_color=colour,
        pickable=True,
        auto_highlight=False,
        update_triggers={"getFillColor": colour},
    )


def _lines(moved: Sequence[Mark], camera: Camera, colour: list[int]) -> list[pdk.Layer]:
    """A thin line from each place of a column to where it lies; no layer without a column."""
    if not moved:
        return []
    rows = [
        {"from": _rounded(camera.position(*one.home)), "to": _rounded(camera.position(*one.at))}
        for one in moved
    ]
    return [
        pdk.Layer(
            "LineLayer",
            data=rows,
            id="lines",
            pickable=False,
            get_source_position="from",
            get_target_position="to",
            get_color=colour,
            get_width=1,
            width_units=pdk.types.String("pixels"),
        )
    ]


def _discs(
    marks: Sequence[Mark],
    camera: Camera,
    chosen: str | None,
    ink: list[int],
    paler: list[int],
    ground: list[int],
    clicks: int,
) -> pdk.Layer:
    """A disc for each country and city, and a dot where a place of a column lies.

    While a place is chosen, the others are paler.
    """
    rows = []
    for one in marks:
        colour = ink if chosen in (None, one.place_id) else paler
        look = {"place_id": one.place_id, "colour": colour, "ring": 3 if chosen == one.place_id else 1}
        if one.moved:
            rows.append(look | {"at": _rounded(camera.position(*one.home)), "radius": HOME, "ring": 0})
        if one.radius:
            rows.append(look | {"at": _rounded(camera.position(*one.at)), "radius": round(one.radius, 1)})
    return pdk.Layer(
        "ScatterplotLayer",
        data=rows,
        id=f"discs-{clicks}",
        pickable=True,
        auto_highlight=False,
        get_position="at",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="colour",
        stroked=True,
        get_line_color=ground,
        get_line_width="ring",
        line_width_units=pdk.types.String("pixels"),
    )


def _words(
    marks: Sequence[Mark],
    camera: Camera,
    scale: float,
    ink: list[int],
    paler: list[int],
    faint: list[int],
    clicks: int,
) -> pdk.Layer:
    """The captions of places, and names for orientation where there is room. A caption can be clicked.

    All text is one layer without background: each layer of text costs half a second when the map opens
    without a graphics card, and so does a background. It has one font, so waters are paler, not italic.
    """
    rows = [
        {
            "place_id": one.place_id,
            "text": one.caption,
            "at": _rounded(camera.position(*one.text_at)),
            "anchor": one.anchor,
            "colour": paler if one.kind == queries.SEA else ink,
        }
        for one in marks
        if one.anchor
    ]
    for row in queries.records(map_layout.names(labels(), marks, camera, scale)):
        rows.append(
            {
                "place_id": "",
                "text": row["name"],
                "at": [row["lon"], row["lat"]],
                "anchor": "middle",
                "colour": faint,
            }
        )
    return pdk.Layer(
        "TextLayer",
        data=rows,
        id=f"words-{clicks}",
        pickable=True,
        get_position="at",
        get_text="text",
        get_size=TEXT * scale,
        line_height=map_layout.LEADING,
        font_family=FONT,
        get_color="colour",
        get_text_anchor="anchor",
        get_alignment_baseline=pdk.types.String("center"),
        character_set=pdk.types.String("auto"),
    )


def _rounded(position: tuple[float, float]) -> list[float]:
    """A position in degrees as the browser gets it: longitude from -180 on, to 11 m."""
    return [round(position[0], 4), round(position[1], 4)]
