"""The standard brief: which pins one click makes, of the whole statement and under a filter."""

from dataclasses import replace

import pytest

from components.content.brief import cards, pins
from components.content.brief.cards import PassageCard
from components.content.brief.pins import Pin
from components.content.brief.standard_brief import standard_brief
from data import queries
from data.queries import Selection, View
from tests.unit.content.views import whole


@pytest.fixture(scope="module")
def briefs(shipped):
    """The standard briefs of the whole statement and of each theme, as (view, pins)."""
    selections = [Selection(), *(Selection(themes=(theme,)) for theme in queries.codes(shipped, "theme"))]
    views = [queries.select(shipped, selection) for selection in selections]
    made = [(view, [pins.parse(text, shipped) for text in standard_brief(view)]) for view in views]
    assert all(found for _, found in made)
    return made


def names(made, kind):
    return [pin.name for pin in made if pin.kind == kind]


def test_all_of_a_standard_brief_fits_into_a_link(briefs, shipped):
    for _, made in briefs:
        texts = [str(pin) for pin in made]
        assert pins.kept(texts, shipped) == texts


def test_a_standard_brief_opens_with_the_key_findings_under_its_filter(briefs):
    for view, made in briefs:
        assert made[0] == Pin("chart", "findings", view.selection)


def test_a_standard_brief_shows_the_first_view_of_the_map_under_its_filter(briefs, shipped):
    for view, made in briefs:
        shown = [Pin("map", pins.first_view(shipped), view.selection)]
        assert [pin for pin in made if pin.kind == "map"] == (shown if len(view.ds.place_mentions) else [])


def test_a_standard_brief_has_the_pledges_with_an_amount_and_no_other(briefs):
    for view, made in briefs:
        stated = view.ds.pledges.dropna(subset="amount_usd").drop_duplicates("passage_id")
        assert names(made, "pledge") == stated["pledge_id"].tolist()
    assert names(briefs[0][1], "pledge")


def test_a_standard_brief_has_a_commitment_of_each_theme_among_its_firmest_or_its_money(briefs, shipped):
    themes, firm = list(queries.codes(shipped, "theme")), list(queries.codes(shipped, "strength"))
    for view, made in briefs:
        rows = queries.commitments(view).set_index("commitment_id")
        chosen = rows.loc[names(made, "commitment")]
        assert list(chosen["theme"]) == [theme for theme in themes if theme in set(chosen["theme"])]
        money = view.ds.pledges[view.ds.pledges["pledge_id"].isin(names(made, "pledge"))]
        for theme, same in rows.groupby("theme"):
            firmest = same[same["strength"] == min(same["strength"], key=firm.index)]
            shown = set(chosen[chosen["theme"] == theme].index)
            assert shown <= set(firmest.index) and len(shown) <= 1
            assert shown or set(firmest["passage_id"]) <= set(money["passage_id"])


def test_a_standard_brief_shows_no_sentence_and_no_picture_twice(briefs, shipped):
    for _, made in briefs:
        cards_made = [cards.card(shipped, pin) for pin in made]
        sentences = [card.passage["passage_id"] for card in cards_made if isinstance(card, PassageCard)]
        assert len(sentences) == len(set(sentences))
        assert len(made) == len(set(made))


def test_a_briefer_says_what_then_how_firmly_then_money_then_where_and_when(tiny):
    assert standard_brief(whole(tiny)) == [
        *("chart:findings", "chart:ribbon"),
        "chart:balance",  # the firmest commitment stands in the sentence of the fund
        *("chart:amounts", "pledge:fund", "pledge:gift"),  # and so does the level
        *("map:world", "chart:timeline"),
    ]
    assert standard_brief(whole(tiny, pledges=tiny.pledges.head(0))) == [
        *("chart:findings", "chart:ribbon", "chart:balance", "commitment:markets"),
        *("map:world", "chart:timeline"),
    ]


def test_a_standard_brief_follows_the_filter(tiny):
    view = queries.select(tiny, Selection(("trade",), ("south",)))
    assert standard_brief(view) == [
        *("chart:findings~trade~south", "chart:ribbon~trade~south", "chart:balance~trade~south"),
        *("chart:amounts~trade~south", "pledge:level", "pledge:gift"),
        *("map:world~trade~south", "chart:timeline~trade~south"),
    ]
    placeless = replace(view.ds, place_mentions=view.ds.place_mentions.head(0))
    assert "map:world~trade~south" not in standard_brief(View(tiny, placeless, view.selection))


def test_an_empty_view_has_no_standard_brief(tiny):
    assert standard_brief(queries.select(tiny, Selection(("sport",)))) == []
