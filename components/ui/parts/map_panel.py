"""The parts of the page Map: the map, the list of places beside it, and the text about a place."""

import pydeck as pdk
import streamlit as st

from components.content.charts import map_camera, map_deck, map_layout
from components.content.text import formatting, tables
from components.ui.parts.map_place import known_place, watch_place
from components.ui.session import drawer_request, loaded_dataset, url_state
from data import queries
from data.queries import Record, View

_PLACE = "place"  # parameter of the URL
_CLICKS = "map_clicks"  # key of the session state: the number of clicks on the map so far
HEIGHT, LOW = 528, 300  # px: of the map, and of one that is narrower than NARROW
NARROW = 560  # px
SLIDE_WIDTH = 1200  # px that a slide's map has at least
SLIDE_TEXT = 16  # px: the smallest text on a slide
_LIST, _SHORT_LIST = 480, 244  # px: heights of the list, the second with a place's text below it
CREDIT = (
    "Outlines after Natural Earth, simplified. Boundaries and names imply no endorsement. "
    "Names without a number are for orientation."
)
_WITHOUT_WEBGL = (
    "This browser draws no maps: WebGL is switched off or missing. The list of places says the same."
)


def linked_place(view: View) -> str | None:
    """The place_id in the link, if the view mentions it. An unknown one is dropped, with a warning."""
    linked = url_state.known_values(_PLACE, set(view.whole.places["place_id"]))
    mentioned = set(queries.places(view)["place_id"])
    return next((place_id for place_id in linked if place_id in mentioned), None)


def place_list(view: View, chosen: str | None, low: bool) -> None:
    """Draw the list of the view's places. A chosen row chooses the place. low: with text below it."""
    table, place_ids = tables.places(view), list(queries.nested_places(view)["place_id"])
    # A click on the map makes another list, in which the place that was clicked is the chosen row.
    key = f"places-{st.session_state.get(_CLICKS, 0)}"
    rows = [index for index, place_id in enumerate(place_ids) if place_id == chosen]
    st.dataframe(
        table.drop(columns="passage_ids"),
        key=key,
        hide_index=True,
        height=_SHORT_LIST if low else _LIST,
        row_height=28,
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows}},
        on_select=lambda: _row_chosen(place_ids, key),
        alt="The places of the map with their kind and number of mentions. A chosen row chooses the place.",
        column_config={
            "Place": st.column_config.TextColumn(width=160),
            "Kind": st.column_config.TextColumn(width=62),
            "Mentions": st.column_config.ProgressColumn(
                width=86, format="%d", min_value=0, max_value=int(table["Mentions"].max()), color="gray"
            ),
        },
    )


def map_panel(
    view: View, preset: Record, chosen: str | None, height: int = HEIGHT, slide: bool = False
) -> None:
    """Draw the map. A click on a disc, a caption or a country chooses the place and opens its passages.

    preset: a row of map_views. chosen: the place_id that stands out. height: in px, of a map that is not
    narrow. slide: whether it fills a slide.
    """
    most = SLIDE_WIDTH if slide else map_layout.WIDE
    place = known_place(most)
    height = LOW if place.width < NARROW else round(height * place.scale)
    if not place.webgl:
        with st.container(key="map", height=height, border=True, vertical_alignment="center"):
            st.info(_WITHOUT_WEBGL, icon=":material/map:")
            if slide:  # beside it there is no list
                st.markdown(_places_in_words(view))
    else:
        scale = place.scale * SLIDE_TEXT / map_layout.TEXT if slide else 1.0
        _draw(view, preset, chosen, (place.width, height), scale)
    watch_place(most, CREDIT, slide)


def _places_in_words(view: View) -> str:
    """The view's places with their mentions, most first, as Markdown."""
    rows = queries.records(queries.places(view).sort_values("mentions", ascending=False, kind="stable"))
    return "  ·  ".join(f"{formatting.literal(row['name'])} **{row['mentions']}**" for row in rows)


def _draw(view: View, preset: Record, chosen: str | None, size: tuple[int, int], scale: float) -> None:
    """Draw the map. size: width and height in px."""
    scheme, clicks = st.context.theme.type or "light", st.session_state.get(_CLICKS, 0)
    st.pydeck_chart(
        _deck(view, preset["view"], size, scheme, chosen, clicks, scale),
        key="map",
        height=size[1],
        on_select=lambda: _clicked(view),
        alt="Map of the places the statement mentions; the list on this page has the same places.",
    )


def place_text(view: View, place_id: str | None) -> None:
    """Draw what the statement says about a place: mentions, roles, commitments; and how the place is defined.

    Draws nothing for a place that the view does not mention.
    """
    place = place_of(view, place_id)
    if place is None:
        return
    ids = place["passage_ids"].split(";")
    labels = view.labels("role")
    roles = formatting.listed([labels[code].lower() for code in place["roles"].split(";")])
    sentences = formatting.plural(len(ids), "sentence")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header(formatting.literal(place["name"]), anchor=False)
        drawer_request.open_button(f"Read {sentences}", place["name"], ids, "story")
    st.markdown(f"{formatting.plural(place['mentions'], 'mention')} in {sentences}, as {roles}.")
    st.markdown("\n".join(_commitments(view, ids)))
    _definition(place)


def place_of(view: View, place_id: str | None) -> Record | None:
    """The row of `queries.places` with this id; None if the view does not mention it."""
    rows = queries.records(queries.places(view))
    return next((place for place in rows if place["place_id"] == place_id), None)


def _definition(place: Record) -> None:
    """Draw which countries belong to an area, and the source of that definition."""
    names = loaded_dataset.country_names()
    members = [names[code] for code in place["members"].split(";") if code]
    if place["kind"] == queries.AREA and len(members) > 1:
        listed = formatting.listed(sorted(members))
        st.caption(f"Counted here: {len(members)} countries and territories, {listed}.")
    if place["definition_source"]:
        address = place["definition_url"]
        source = f" [Source](<{address}>)" if address else ""
        st.markdown(f":small[{place['definition_source']}{source}]")


@queries.cached_recent
def _deck(
    view: View,
    preset: str,
    size: tuple[int, int],
    scheme: str,
    chosen: str | None,
    clicks: int,
    scale: float,
) -> pdk.Deck:
    row = next(one for one in queries.records(view.whole.map_views) if one["view"] == preset)
    mentioned = queries.places(queries.select(view.whole, queries.Selection()))
    return map_deck.deck(
        queries.places(view),
        map_camera.fit(map_camera.edges(row, mentioned), *size),
        map_deck.outlines(),
        scheme,
        row["place_id"],
        chosen,
        clicks,
        scale,
    )


def _commitments(view: View, passage_ids: list[str]) -> list[str]:
    """The view's commitments in these passages as Markdown lines."""
    rows = view.ds.commitments[view.ds.commitments["passage_id"].isin(passage_ids)]
    if rows.empty:
        return ["These sentences hold no commitment."]
    strengths = view.labels("strength")
    return [
        formatting.literal(f"- **{strengths[row['strength']]}**: {row['title']}")
        for row in queries.records(rows)
    ]


def _row_chosen(place_ids: list[str], key: str) -> None:
    rows = st.session_state[key].selection.rows
    # A row of the list before this one may be pressed, if that had more.
    url_state.write(_PLACE, place_ids[rows[0]] if rows and rows[0] < len(place_ids) else None)


def _clicked(view: View) -> None:
    place_id, country = map_deck.picked(st.session_state["map"].selection.objects)
    if country:
        place_id = queries.narrowest_place(queries.places(view), country)
    place = place_of(view, place_id)
    if place is not None:
        st.session_state[_CLICKS] = st.session_state.get(_CLICKS, 0) + 1
        url_state.write(_PLACE, place["place_id"])
        drawer_request.open_with(place["name"], place["passage_ids"].split(";"))
