"""A card says what its pin names, in words, and what it is drawn from; its picture says so too."""

import itertools
import re

import pytest
from components.content.charts.pictures import picture

from components.content import charts
from components.content.brief import cards, pins
from components.content.charts.catalogue import EXHIBITS, Shown
from components.content.text import descriptions
from data import queries
from data.queries import Selection

DRAWN = [name for name, exhibit in EXHIBITS.items() if exhibit.figure]
FOLLOW_THE_FILTER = [name for name in EXHIBITS if name != "agreement"]
SENTENCES = ["p01.s1", "p01.s2", "p02.s1", "commitment:tariffs", "pledge:fund", "pledge:rise", "pledge:rule"]
HEIGHT = 402  # px: a figure on a slide


def card(ds, text, live=pins.NONE):
    return cards.card(ds, pins.parse(text, ds), live)


def sizes(part, key=""):
    """Every size of letters that a part of a figure sets."""
    if isinstance(part, dict):
        found = [sizes(value, name if name != "size" else f"{key}.size") for name, value in part.items()]
        return [size for some in found for size in some]
    if isinstance(part, (list, tuple)):
        return [size for one in part for size in sizes(one)]
    return [part] if key.endswith("font.size") and part is not None else []


# Sentences, commitments and pledges


def test_a_commitment_says_how_firm_it_is_whose_and_what_it_names(tiny):
    made = card(tiny, "commitment:tariffs")
    assert made.heading == "Tariffs"
    assert made.lines == ["**Considered**, to be kept by South; names an amount and a date."]
    assert made.passage["passage_id"] == "p01.s2" and made.clause == "$5"


def test_a_commitment_that_names_nothing_says_so(tiny):
    (line,) = card(tiny, "commitment:ships").lines
    assert line == "**Pledged**, to be kept by South; names no amount, date or mechanism."


def test_a_pledge_says_amount_payer_kind_period_and_what_it_is_not(tiny):
    made = card(tiny, "pledge:fund")
    assert made.heading == "Fund"
    assert made.lines == ["**$70 million**, North, new money, 2001–2005.", "Over five years."]
    assert made.passage["passage_id"] == "p01.s2" and made.clause == "$5"
    assert made.pledges == ["fund"]


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
    assert [line.rstrip() for line in made.lines] == [
        "**Done**: Markets (North)",
        "**Considered**: Tariffs (South)",
        "**Money**: $70 million (new money). Over five years.",
        "**Money**: $110 million (total).",
        "**Places**: The Bay",
        "**Dates**: First (2001)",
    ]
    assert made.passage["text"] == "Trade brings $5 and $6." and made.clause == ""
    assert made.pledges == ["fund", "level"]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_found_where_it_stands_and_is_never_empty(tiny, text):
    made = card(tiny, text)
    assert (made.page, made.link) == ("statement", {"passage": [made.passage["passage_id"]]})
    assert not made.empty and made.under == ""


@pytest.mark.parametrize("text", SENTENCES)
def test_no_line_is_empty_or_ends_in_a_blank(tiny, text):
    """A pledge's caveat is empty where nothing needs saying."""
    made = card(tiny, text)
    assert made.lines and all(line and line == line.strip() for line in made.lines)


@pytest.mark.parametrize("text", SENTENCES)
def test_what_is_chosen_on_the_spot_changes_no_sentence(tiny, text):
    chosen = card(tiny, text, Selection(("sport",)))
    assert (chosen.lines, chosen.under) == (card(tiny, text).lines, "")


def test_every_commitment_and_pledge_reads_words_of_its_sentence(shipped):
    ids = [f"commitment:{name}" for name in shipped.commitments["commitment_id"]]
    ids += [f"pledge:{name}" for name in shipped.pledges["pledge_id"]]
    for text in ids:
        made = card(shipped, text)
        assert made.clause and made.clause in made.passage["text"], text


# Charts and the map


def test_a_chart_keeps_its_filter_and_says_it_in_words(tiny):
    made = card(tiny, "chart:ladder~peace.trade~south")
    assert made.heading == EXHIBITS["ladder"].title and made.exhibit is EXHIBITS["ladder"]
    assert made.under == "theme Peace or Trade, actor South"
    assert made.shown.view is queries.select(tiny, Selection(("peace", "trade"), ("south",)))
    assert made.lines == [
        "From firm to loose, the words are: 1 pledged and 1 considered. Who has to act: South 2.",
    ]
    assert (made.page, made.link) == ("overview", {"theme": ["Peace", "Trade"], "actor": ["South"]})


def test_a_chart_without_a_filter_shows_the_whole(tiny):
    made = card(tiny, "chart:ladder")
    assert (made.under, made.link) == ("", {})
    assert made.shown.view is tiny and made.passage is None


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_chart_is_found_on_its_page_as_it_is_drawn(tiny, name):
    made, exhibit = card(tiny, f"chart:{name}~trade"), EXHIBITS[name]
    assert made.page == exhibit.page
    assert made.link == {"theme": ["Trade"]} | {key: [value] for key, value in exhibit.link.items()}


def test_a_timeline_keeps_the_kinds_of_date_that_were_chosen(tiny):
    made = card(tiny, "chart:timeline~~~deadline")
    assert made.shown.view.dates["date_id"].tolist() == ["last"]
    assert made.link == {"kind": ["deadline"]}
    assert made.lines == [
        "**1 date**. By kind: deadline 1; 1 of them is implied rather than printed.",
    ]


def test_a_map_says_its_view_and_counts_places_in_the_roles_chosen(tiny):
    made = card(tiny, "map:world~~~venue")
    assert made.heading == "Where the statement looks: World" and made.map_view["view"] == "world"
    assert made.lines == ["1 place is named: The Bay (1)."]
    assert (made.page, made.link) == ("map", {"view": ["world"], "role": ["venue"]})
    assert made.shown.view.place_mentions["passage_id"].tolist() == ["p01.s2"]


def test_a_map_without_roles_shows_all_places_of_its_filter(tiny):
    made = card(tiny, "map:world~trade")
    assert made.under == "theme Trade" and made.lines == ["2 places are named: The Bay (1) and The Town (1)."]
    assert made.link == {"theme": ["Trade"], "view": ["world"]}


@pytest.mark.parametrize(
    ("text", "chosen"), [("chart:timeline~~~deadline", "deadline"), ("map:world~~~venue", "venue")]
)
def test_a_card_says_which_kinds_or_roles_it_is_limited_to(tiny, text, chosen):
    made = card(tiny, text)
    assert chosen in made.under.lower()


def test_a_filter_is_not_named_over_what_it_does_not_change(tiny):
    made = card(tiny, "chart:agreement~peace")
    assert made.lines == card(tiny, "chart:agreement").lines
    assert made.under == ""


@pytest.mark.parametrize("text", ["chart:ladder~peace~north", "map:world~peace~north"])
def test_what_is_chosen_on_the_spot_goes_before_the_pins_own_filter(tiny, text):
    made = card(tiny, text, Selection(("trade",)))
    assert made.under == "theme Trade" and made.link["theme"] == ["Trade"] and "actor" not in made.link
    assert set(made.shown.view.passages["passage_id"]) == {"p01.s2", "p02.s1"}


def test_what_is_chosen_on_the_spot_leaves_kinds_and_roles_as_they_were_pinned(tiny):
    assert card(tiny, "chart:timeline~~~deadline", Selection(("trade",))).link["kind"] == ["deadline"]
    assert card(tiny, "map:world~~~venue", Selection(("trade",))).link["role"] == ["venue"]


@pytest.mark.parametrize("name", FOLLOW_THE_FILTER)
def test_a_chart_is_empty_where_the_filter_leaves_nothing(tiny, name):
    assert not card(tiny, f"chart:{name}").empty
    made = card(tiny, f"chart:{name}~sport")
    assert made.empty and made.lines == []


@pytest.mark.parametrize("text", ["map:world~sport", "map:world~peace~~venue", "chart:timeline~peace~~past"])
def test_a_choice_can_leave_nothing_to_draw(tiny, text):
    made = card(tiny, text)
    assert made.empty and made.lines == []


def test_full_agreement_is_not_empty(tiny):
    assert not card(tiny, "chart:agreement~sport").empty


def test_charts_of_money_name_their_pledges(tiny):
    assert card(tiny, "chart:amounts~trade~north").pledges == ["fund", "rise", "rule"]
    assert card(tiny, "chart:ladder~trade~north").pledges == []


# What every chart says


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_chart_says_itself_in_sentences(shipped, name):
    said = EXHIBITS[name].said(Shown(shipped, shipped))
    assert said and all(line.endswith(".") and len(line.split()) > 3 for line in said)


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_charts_table_opens_passages_of_the_statement(shipped, name):
    table = EXHIBITS[name].table(Shown(shipped, shipped))
    known = set(shipped.passages["passage_id"])
    assert len(table)
    for ids in table["passage_ids"]:
        ids = ids.split(";") if isinstance(ids, str) else ids
        assert ids and set(ids) <= known


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_chart_speaks_good_english_under_every_filter(shipped, name):
    themes, actors = (
        [(), *((code,) for code in queries.codes(shipped, facet).index)] for facet in ("theme", "actor")
    )
    for theme, actor in itertools.product(themes, actors):
        made = cards.card(shipped, pins.Pin("chart", name, Selection(theme, actor)))
        for line in made.lines:
            wrong = re.search(r"\b(nan|NaN|NaT)\b|<NA>|of (the )?0\b|^\W|  |: ?\.", descriptions.plain(line))
            assert not wrong, (str(made.pin), line)


def test_only_what_a_slide_has_no_room_for_is_said_to_be_left_out(shipped):
    shown = Shown(shipped, shipped, wide=True)
    dates = len(shipped.dates)
    assert EXHIBITS["timeline"].left_out(shown) == f"12 of {dates}; the page has all." and dates > 12
    few = Shown(shipped, queries.with_kinds(shipped, ["past"]), wide=True)
    assert EXHIBITS["timeline"].left_out(few) == EXHIBITS["ladder"].left_out(shown) == ""


# Pictures


def taken(ds, name, selection=pins.NONE, height=None):
    return picture(name, ds, queries.select(ds, selection), descriptions.chosen(ds, selection), height)


def plain(ds, name, wide=False):
    return EXHIBITS[name].figure(Shown(ds, ds, wide))


@pytest.mark.parametrize("height", [None, HEIGHT])
@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_carries_title_filter_and_source(shipped, name, height):
    layout = taken(shipped, name, Selection(("health",)), height).layout
    assert layout.title.text == EXHIBITS[name].title
    assert layout.title.subtitle.text == "Filter: theme Health"
    assert [note.text for note in layout.annotations] == [EXHIBITS[name].credit(shipped)]


def test_a_picture_of_the_whole_says_so(shipped):
    assert taken(shipped, "ladder").layout.title.subtitle.text == "The whole statement"


@pytest.mark.parametrize("name", DRAWN)
def test_the_caption_has_room_of_its_own_around_the_figure(shipped, name):
    figure, captioned = plain(shipped, name).layout, taken(shipped, name).layout
    above, below = charts.CAPTION
    assert captioned.height == figure.height + above + below
    assert captioned.margin.t == figure.margin.t + above and captioned.margin.b == figure.margin.b + below


@pytest.mark.parametrize("name", DRAWN)
def test_a_slide_leaves_the_figure_on_the_page_as_it_was(shipped, name):
    before = taken(shipped, name).to_json()
    taken(shipped, name, height=HEIGHT)
    assert taken(shipped, name).to_json() == before


@pytest.mark.parametrize("height", [200, HEIGHT, 2000])
@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_fits_on_its_slide(shipped, name, height):
    assert taken(shipped, name, height=height).layout.height <= height + sum(charts.CAPTION)


@pytest.mark.parametrize("name", DRAWN)
def test_words_on_a_slide_can_be_read_from_the_back_of_the_room(shipped, name):
    """All but the caption, which a slide writes itself and hides here."""
    figure = taken(shipped, name, height=HEIGHT).to_plotly_json()
    figure["layout"] = {k: v for k, v in figure["layout"].items() if k not in ("title", "annotations")}
    found = sizes(figure)
    assert figure["layout"]["font"]["size"] in found and min(found) >= 16


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_is_enlarged_in_one_piece(shipped, name):
    figure = plain(shipped, name, wide=True)
    large = charts.enlarged(plain(shipped, name, wide=True), 10_000)
    scale = large.layout.font.size / figure.layout.font.size
    assert scale > 1
    assert large.layout.height == pytest.approx(figure.layout.height * scale, abs=1)
    for side in "lrtb":
        assert large.layout.margin[side] == pytest.approx(figure.layout.margin[side] * scale, abs=1)
    for one, other in zip(figure.data, large.data, strict=True):
        if one.type == "scatter" and one.marker.size:
            assert other.marker.size == pytest.approx(one.marker.size * scale)


def test_a_slide_shows_no_more_dates_than_can_be_read(shipped):
    rows = {len(trace.y) for trace in taken(shipped, "timeline", height=HEIGHT).data}
    assert rows == {12}
