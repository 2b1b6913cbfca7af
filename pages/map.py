"""Where does the statement look?"""

import streamlit as st

from components import atlas, cards, frame, wording
from data import queries

view = frame.join()
ds = view.ds

places = queries.places(ds)
cards.heading(
    "Where the statement looks",
    f"{wording.plural(len(places), 'place')} in {wording.plural(len(ds.place_mentions), 'mention')}"
    + (f", under {view.in_words}." if view.in_words else "."),
    "A circle stands for a place; its area grows with the number of mentions, its colour is the theme "
    "of most of the sentences. Regions and countries are tinted as areas; a click on a country without "
    "a mention of its own opens the narrowest mentioned region it belongs to. The two countries "
    "count where a sentence speaks of their territory or people, not where they act.",
)
if places.empty:
    view.empty("place")

drawn, beside = st.columns([5, 3], gap="large")
with drawn:
    atlas.draw(ds, places)
with beside:
    atlas.choose(places)
    cards.passage_table(cards.place_rows(places, ds), "places_table", "Places")
