"""The map on its page: the drawn deck, the select box that does what a click does, a place's story."""

import pandas as pd
import pydeck as pdk
import streamlit as st

from components.content.charts import map_deck, palette
from components.content.text import formatting
from components.ui.parts import passage_card
from components.ui.shell import dataset, filter_bar
from data import queries
from data.load.dataset import Dataset

_PLACE, _PICKS = "place", "map_picks"
CREDIT = (
    "Outlines after Natural Earth, simplified. Boundaries and names imply no endorsement. "
    "Names without a circle are for orientation."
)


def choose(ds: Dataset, places: pd.DataFrame) -> str | None:
    """Choose a place by name; the place_id, or None."""
    names = places.sort_values("name").set_index("place_id")["name"].to_dict()
    return filter_bar.page_select(
        "Place", names, _PLACE, "Choose a place, or click one on the map", known=set(ds.places["place_id"])
    )


def draw(ds: Dataset, view: str, chosen: str | None, height: int = 480, scale: float = 1) -> None:
    """The map at a view of map_views. A click on a circle or a country chooses the place and opens
    its passages.

    `height` in px; `scale` is how much larger than on the page a slide wants words and circles.
    """
    scheme, picks = st.context.theme.type or "light", st.session_state.get(_PICKS, 0)
    st.pydeck_chart(
        _deck(ds, view, scheme, chosen, picks, scale),
        key="map",
        height=height,
        on_select=lambda: _clicked(queries.places(ds)),
        alt="Map of the places the statement mentions; the table on this page lists the same places.",
    )
    st.caption(CREDIT)


def story(ds: Dataset, places: pd.DataFrame, place_id: str | None) -> None:
    """What the statement says of a place, in words: mentions, roles, commitments, and whose definition."""
    found = places[places["place_id"] == place_id]
    if found.empty:
        return
    place = found.iloc[0]
    ids = place["passage_ids"].split(";")
    role = queries.codes(ds, "role")["label"]
    roles = formatting.listed([role[code].lower() for code in place["roles"].split(";")])
    st.header(place["name"], anchor=False)
    sentences = formatting.plural(len(ids), "sentence")
    st.markdown(f"{formatting.plural(place['mentions'], 'mention')} in {sentences}, as {roles}.")
    st.markdown("\n".join(_promises(ds, ids)))
    passage_card.behind_button(f"Read {sentences}", place["name"], ids, "story")
    names = dataset.country_names()
    members = [names[code] for code in place["members"].split(";") if code]
    if len(members) > 1:
        st.caption(
            f"Counted here: {len(members)} countries and territories, {formatting.listed(sorted(members))}."
        )
    if place["definition_source"]:
        address = place["definition_url"]
        source = f" [Source](<{address}>)" if address else ""
        st.markdown(f":small[{place['definition_source']}{source}]")


@queries.remembered
def _deck(ds: Dataset, view: str, scheme: str, chosen: str | None, picks: int, scale: float) -> pdk.Deck:
    return map_deck.deck(
        queries.places(ds),
        palette.colours(queries.codes(ds, "theme")),
        ds.map_views.set_index("view").loc[view],
        map_deck.outlines(),
        scheme,
        chosen,
        picks,
        scale,
    )


def _promises(ds: Dataset, passage_ids: list[str]) -> list[str]:
    rows = ds.commitments[ds.commitments["passage_id"].isin(passage_ids)]
    strength = queries.codes(ds, "strength")["label"]
    return [
        formatting.literal(f"- **{strength[row['strength']]}**: {row['title']}") for _, row in rows.iterrows()
    ] or ["These sentences hold no commitment."]


def _clicked(places: pd.DataFrame) -> None:
    place_id, country = map_deck.picked(st.session_state["map"].selection.objects)
    if country:
        place_id = queries.narrowest_place(places, country)
    if place_id:
        st.session_state[_PICKS] = st.session_state.get(_PICKS, 0) + 1
        filter_bar.set_page(_PLACE, [place_id])
        place = places.set_index("place_id").loc[place_id]
        passage_card.behind(place["name"], place["passage_ids"].split(";"))
