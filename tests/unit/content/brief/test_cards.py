"""A card says what its pin names, in words, and what it is drawn from."""

import re

import pytest

from components.content.brief import cards, pins
from components.content.brief.cards import ChartCard, MapCard, PassageCard
from components.content.charts.catalogue import CHARTS
from data import queries
from data.queries import Selection

SENTENCES = ["p01.s1", "p01.s2", "p02.s1", "commitment:tariffs", "pledge:fund", "pledge:rise", "pledge:rule"]


def card(ds, text, live=pins.NOTHING):
    return cards.card(ds, pins.parse(text, ds), live)


# Sentences, commitments and pledges


def test_a_commitment_says_how_firm_it_is_whose_and_what_it_names(tiny):
    made = card(tiny, "commitment:tariffs")
    assert made.heading == "Tariffs"
    assert made.lines == ["**Considered**, actor South; names an amount and a date."]
    assert made.passage["passage_id"] == "p01.s2" and made.clause == "$5"


def test_a_commitment_that_names_nothing_says_so(tiny):
    (line,) = card(tiny, "commitment:ships").lines
    assert line == "**Pledged**, actor South; names no amount, date or mechanism."


def test_a_pledge_says_amount_payer_kind_period_and_its_caveat(tiny):
    made = card(tiny, "pledge:fund")
    assert made.heading == "Fund"
    assert made.lines == ["**$70 million**, North, new money, 2001–2005.", "Over five years."]
    assert made.passage["passage_id"] == "p01.s2" and made.clause == "$5"
    assert made.pledges == ("fund",)


@pytest.mark.parametrize(
    ("pledge", "said"),
    [
        ("rise", "**No sum stated**, North, increase without a figure, 2001."),
        ("rule", "**No sum stated**, North, rule, no period stated."),
    ],
)
def test_a_pledge_without_a_sum_says_so(tiny, pledge, said):
    assert card(tiny, f"pledge:{pledge}").lines[0] == said


def test_a_sentence_says_where_it_stands_and_all_that_was_read_from_it(tiny):
    made = card(tiny, "p01.s2")
    assert made.heading == "Paragraph 1, sentence 2"
    assert len(made.lines) == 6 and made.lines[0] == "**Done**: Markets (North)"
    assert made.passage["text"] == "Trade brings $5 and $6." and made.clause == ""
    assert made.pledges == ("fund", "level")
    assert made.source(tiny) == "A Statement, https://example.org"


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_found_where_it_stands_and_is_never_empty(tiny, text):
    made = card(tiny, text)
    assert isinstance(made, PassageCard) and str(made.pin) == text
    assert (made.page, made.link) == ("statement", {"passage": [made.passage["passage_id"]]})
    assert not made.empty and made.filter_words == ""


@pytest.mark.parametrize("text", SENTENCES)
def test_no_line_is_empty_or_ends_in_a_blank(tiny, text):
    """A pledge's caveat is empty where nothing needs saying."""
    made = card(tiny, text)
    assert made.lines and all(line and line == line.strip() for line in made.lines)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_filter_chosen_while_presenting_changes_no_sentence(tiny, text):
    chosen = card(tiny, text, Selection(("sport",)))
    assert (chosen.lines, chosen.filter_words) == (card(tiny, text).lines, "")


def test_every_commitment_and_pledge_reads_words_of_its_sentence(shipped):
    ids = [f"commitment:{name}" for name in shipped.commitments["commitment_id"]]
    ids += [f"pledge:{name}" for name in shipped.pledges["pledge_id"]]
    for text in ids:
        made = card(shipped, text)
        assert made.clause and made.clause in made.passage["text"], text


# Charts


def test_a_chart_keeps_its_filter_and_says_it_in_words(tiny):
    made = card(tiny, "chart:balance~peace.trade~south")
    assert isinstance(made, ChartCard) and made.chart is CHARTS["balance"]
    assert made.heading == CHARTS["balance"].heading(made.view)
    assert made.filter_words == "theme Peace or Trade, actor South"
    assert made.view is queries.select(tiny, Selection(("peace", "trade"), ("south",)))
    assert made.lines == [
        "From firm to loose, the words are: 1 pledged and 1 considered. Who has to act: South 2.",
    ]
    assert (made.page, made.link) == ("commitments", {"theme": ["Peace", "Trade"], "actor": ["South"]})


def test_a_chart_without_a_filter_shows_the_whole(tiny):
    made = card(tiny, "chart:balance")
    assert (made.filter_words, made.link) == ("", {})
    assert made.view.ds is tiny


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_found_on_its_page_as_it_is_drawn(tiny, name):
    made, chart = card(tiny, f"chart:{name}~trade"), CHARTS[name]
    assert made.page == chart.page
    assert made.link == {"theme": ["Trade"]} | {key: [value] for key, value in chart.link.items()}


def test_a_timeline_keeps_the_kinds_of_date_that_were_chosen(tiny):
    made = card(tiny, "chart:timeline~~~deadline")
    assert made.view.ds.dates["date_id"].tolist() == ["last"]
    assert (made.filter_words, made.link) == ("kind deadline", {"kind": ["deadline"]})
    assert made.lines == [
        "**1 date**: 1 ahead; 1 is not printed in full.",
    ]


def test_a_chart_says_filter_and_source_under_it(tiny, shipped):
    assert card(tiny, "chart:balance~trade").source(tiny) == (
        "Filter: theme Trade. Source: A Statement, 3 February 2001; coded by A Coder."
    )
    left_out = f"18 of {len(shipped.dates)} are shown here; the page has all. Source: "
    assert card(shipped, "chart:timeline").source(shipped).startswith(left_out)


def test_a_chart_that_no_filter_changes_names_none(tiny):
    made = card(tiny, "chart:agreement~peace")
    assert made.lines == card(tiny, "chart:agreement").lines
    assert made.filter_words == "" and not card(tiny, "chart:agreement~sport").empty


@pytest.mark.parametrize("name", [name for name, chart in CHARTS.items() if chart.filtered])
def test_a_chart_is_empty_where_the_filter_leaves_nothing(tiny, name):
    assert card(tiny, f"chart:{name}").empty == (name in ("wording", "compare"))  # it has no corpus
    made = card(tiny, f"chart:{name}~sport")
    assert made.empty and made.lines == []


def test_charts_of_money_name_their_pledges(tiny):
    assert card(tiny, "chart:amounts~trade~north").pledges == ("fund", "rise", "rule")
    assert card(tiny, "chart:balance~trade~north").pledges == ()


# The map


def test_a_map_says_its_view_and_counts_places_in_the_roles_chosen(tiny):
    made = card(tiny, "map:world~~~venue")
    assert isinstance(made, MapCard) and made.preset["view"] == "world"
    assert made.heading == "Where the statement looks" and made.filter_words == "role venue"
    assert made.lines == ["1 place is named: Bay (1)."]
    assert (made.page, made.link) == ("map", {"view": ["world"], "role": ["venue"]})
    assert made.view.ds.place_mentions["passage_id"].tolist() == ["p01.s2"]
    assert made.source(tiny) == "Filter: role venue. A Statement, https://example.org"


def test_a_map_without_roles_shows_all_places_of_its_filter(tiny):
    made = card(tiny, "map:world~trade")
    assert made.filter_words == "theme Trade" and made.lines == ["2 places are named: Bay (1) and Town (1)."]
    assert made.link == {"theme": ["Trade"], "view": ["world"]}


def test_a_view_that_the_map_does_not_open_with_is_named(shipped):
    first, other = (card(shipped, f"map:{name}").heading for name in ("world", "mekong"))
    assert re.fullmatch(r".+ and what lies in it: \d+ of \d+ mentions", first)
    label = shipped.map_views.set_index("view").at["mekong", "label"]
    assert other == f"Where the statement looks: {label}"


# Filters chosen while presenting


@pytest.mark.parametrize("text", ["chart:balance~peace~north", "map:world~peace~north"])
def test_a_filter_chosen_while_presenting_replaces_that_of_the_pin(tiny, text):
    made = card(tiny, text, Selection(("trade",)))
    assert made.filter_words == "theme Trade" and made.link["theme"] == ["Trade"] and "actor" not in made.link
    assert set(made.view.ds.passages["passage_id"]) == {"p01.s2", "p02.s1"}


def test_a_filter_chosen_while_presenting_keeps_kinds_and_roles_of_the_pin(tiny):
    assert card(tiny, "chart:timeline~~~deadline", Selection(("trade",))).link["kind"] == ["deadline"]
    assert card(tiny, "map:world~~~venue", Selection(("trade",))).link["role"] == ["venue"]


@pytest.mark.parametrize("text", ["map:world~sport", "map:world~peace~~venue", "chart:timeline~peace~~past"])
def test_a_choice_can_leave_nothing_to_draw(tiny, text):
    made = card(tiny, text)
    assert made.empty and made.lines == []


def test_a_comparison_keeps_its_meetings_its_words_and_its_choice_of_links(shipped):
    ids = ("us-japan-2022-05", "us-japan-2023-01")
    shown = card(shipped, f"chart:compare~~~{'.'.join(ids)}~reviewed~defense")
    view = queries.select(shipped, Selection()).comparing(ids, "defense", reviewed=True)
    assert shown.heading == CHARTS["compare"].heading(view)
    assert shown.heading != card(shipped, f"chart:compare~~~{'.'.join(ids)}").heading
    assert shown.link == {"old": [ids[0]], "new": [ids[1]], "links": ["reviewed"], "q": ["defense"]}
    assert shown.filter_words == "words “defense”, reviewed links only"


@pytest.mark.parametrize("name", ["compare", "wording"])
def test_an_actor_is_no_filter_of_texts_that_nobody_coded(shipped, name):
    assert card(shipped, f"chart:{name}", live=Selection(actors=("rok",))).filter_words == ""
