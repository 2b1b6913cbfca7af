"""What single pages promise beyond what all do."""

import html
import json
import re

import pytest

from components import findings
from data import citation, queries
from data.dataset import TABLES


def texts(shipped, passage_ids) -> list[str]:
    rows = shipped.passages[shipped.passages["passage_id"].isin(passage_ids)]
    return list(rows["text"])


def view_of(shipped, theme: str):
    codes = queries.codes(shipped, "theme")["label"]
    return queries.select(shipped, queries.Selection(themes=(codes[codes == theme].index[0],)))


# Links to a page's own choices


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("pledges", "amount"),
        ("map", "view"),
        ("map", "role"),
        ("map", "place"),
        ("commitments", "strength"),
        ("commitments", "names"),
        ("timeline", "kind"),
        ("method", "part"),
    ],
)
def test_a_bad_choice_in_a_link_is_named_and_dropped(open_page, cold, name, parameter):
    opened = open_page(name, **{parameter: "nonsense<b>"})
    assert not opened.app.exception
    (warning,) = opened.warnings
    assert f"{parameter} ` nonsense<b> `" in warning
    assert opened.app.query_params == {}
    assert opened.lead == cold(name).lead and not opened.notices


# Charts


@pytest.mark.parametrize(
    ("name", "chart"),
    [
        ("overview", "fingerprint"),
        ("overview", "ladder"),
        ("pledges", "amounts"),
        ("pledges", "windows"),
        ("commitments", "ladder"),
        ("timeline", "timeline"),
    ],
)
def test_the_table_of_a_chart_unfolds_to_a_row_a_mark(open_page, name, chart):
    opened = open_page(name)
    traces = json.loads(opened.spec(chart))["data"]
    marks = {tuple(mark) for trace in traces for mark in trace.get("customdata", [])}
    opened.app.session_state[f"along-{chart}"] = ["Table"]
    opened.app.run()
    assert len(opened.app.dataframe(key=f"{chart}_table").value) == len(marks)


# Overview


@pytest.mark.parametrize("filtered", [False, True], ids=["whole", "filtered"])
def test_a_finding_opens_the_drawer_with_exactly_the_passages_it_counted(
    open_page, shipped, busy_theme, filtered
):
    view = view_of(shipped, busy_theme) if filtered else shipped
    opened = open_page("overview", **({"theme": busy_theme} if filtered else {}))
    expected = [ids for _, ids in findings.key(view) if ids]
    lines = opened.lines("findings")
    assert len([label for _, label in lines if label]) == len(expected) == 5
    assert opened.drawer is None
    for place, ids in enumerate(expected):
        opened.press("findings", place)
        assert opened.drawer == texts(shipped, ids)
        assert int(lines[place][1].split()[0]) == len(opened.drawer)


@pytest.mark.parametrize("place", [5, -1, 1.0, "1", True, None, {}, []], ids=repr)
def test_a_place_that_no_line_has_opens_nothing(open_page, place):
    assert open_page("overview").press("findings", place).drawer is None


def test_a_figure_opens_its_sentence(open_page, shipped):
    opened = open_page("overview")
    assert len(opened.lines("figures")) == len(shipped.figures) > 1
    for place, passage_id in enumerate(shipped.figures["passage_id"]):
        assert opened.press("figures", place).drawer == texts(shipped, [passage_id])


def test_the_drawer_stays_closed_on_the_next_run(open_page):
    opened = open_page("pledges")
    opened.press("money", 0)
    assert opened.drawer
    opened.app.run()
    assert opened.drawer is None


def test_the_overview_counts_what_the_filter_leaves(open_page, shipped, busy_theme):
    view = view_of(shipped, busy_theme)
    lead = open_page("overview", theme=busy_theme).lead
    assert f"{len(view.passages)} sentences of {len(shipped.passages)}" in lead
    assert f"{len(view.commitments)} commitments" in lead
    assert busy_theme in lead


def test_the_fingerprint_is_drawn_whole_under_any_filter(open_page, shipped, busy_theme):
    spec = json.loads(open_page("overview", theme=busy_theme).spec("fingerprint"))
    assert len(spec["data"][0]["customdata"]) == len(shipped.passages)


# Pledges


def test_amounts_can_be_read_per_year(open_page):
    opened = open_page("pledges")
    assert "a year over" not in opened.spec("amounts")
    opened.app.segmented_control(key="amount").set_value("per-year").run()
    assert "a year over" in opened.spec("per-year")
    assert opened.app.query_params == {"amount": "per-year"}
    assert "a year over" in open_page("pledges", amount="per-year").spec("per-year")


def test_money_without_a_number_is_listed_and_opens_its_sentence(open_page, shipped):
    silent = queries.money_without_number(shipped)
    opened = open_page("pledges")
    assert len(opened.lines("money")) == len(silent) > 1
    for place, pledge in enumerate(silent.to_dict("records")):
        assert pledge["title"] in opened.lines("money")[place][0]
        assert opened.press("money", place).drawer == texts(shipped, [pledge["passage_id"]])


# Map


def test_a_place_can_be_chosen_without_the_map(open_page, shipped):
    place = queries.places(shipped).iloc[-1]
    opened = open_page("map")
    opened.app.selectbox(key="place").set_value(place["place_id"]).run()
    assert not opened.app.exception
    assert place["name"] in [heading.value for heading in opened.app.header]
    (button,) = opened.buttons("^Read ")
    assert opened.click(button).drawer == texts(shipped, place["passage_ids"].split(";"))


@pytest.mark.parametrize("preset", ["indo-pacific", "mekong", "korean-peninsula", "world"])
def test_a_preset_opens_its_view(open_page, shipped, preset):
    opened = open_page("map", view=preset)
    state = json.loads(opened.spec("map"))["initialViewState"]
    row = shipped.map_views.set_index("view").loc[preset]
    assert (state["longitude"], state["latitude"], state["zoom"]) == (row["lon"], row["lat"], row["zoom"])


def test_the_map_follows_the_scheme(open_page):
    light, dark = (
        json.loads(open_page("map", {"url": "https://linchpin.example/map", "theme": theme}).spec("map"))
        for theme in ("light", "dark")
    )
    assert light["mapStyle"] != dark["mapStyle"]


def test_a_place_that_the_filter_hides_is_not_said_to_be_unknown(open_page, shipped):
    shown = set(queries.places(view_of(shipped, "Climate"))["place_id"])
    hidden = next(one for one in queries.places(shipped)["place_id"] if one not in shown)
    opened = open_page("map", theme="Climate", place=hidden)
    assert not opened.app.exception
    assert not any("does not have" in warning for warning in opened.warnings)


# Commitments


def test_commitments_are_narrowed_by_strength_and_marks(open_page, shipped):
    pledged = shipped.commitments[shipped.commitments["strength"] == "pledged"]
    dated = pledged[pledged["names_date"]]
    assert 0 < len(dated) < len(pledged)
    assert len(
        open_page("commitments", strength="pledged").app.dataframe(key="commitment_rows").value
    ) == len(pledged)
    both = open_page("commitments", strength="pledged", names="date")
    assert len(both.app.dataframe(key="commitment_rows").value) == len(dated)


def test_commitments_are_found_by_their_words(open_page, shipped):
    title = shipped.commitments.iloc[0]["title"]
    found = open_page("commitments", q=title).app.dataframe(key="commitment_rows").value
    assert found["Commitment"].tolist() == [title]


def test_words_that_no_commitment_holds_offer_a_way_back(open_page):
    opened = open_page("commitments", q="zzz", strength="pledged")
    (way_back,) = opened.buttons("^Show all")
    opened.click(way_back)
    assert not opened.notices
    assert opened.app.query_params == {}


# Timeline


def test_dates_are_narrowed_by_kind(open_page, shipped):
    deadlines = shipped.dates[shipped.dates["kind"] == "deadline"]
    spec = json.loads(open_page("timeline", kind="deadline").spec("timeline"))
    drawn = {mark[1] for trace in spec["data"] for mark in trace.get("customdata", [])}
    assert drawn == set(deadlines["date_id"])


# Statement


def test_a_link_to_a_sentence_selects_it_and_shows_its_words(open_page, shipped):
    opened = open_page("statement", passage="p13.s8")
    assert not opened.app.exception
    assert opened.quotes == texts(shipped, ["p13.s8"])
    assert any("?passage=p13.s8" in code.value for code in opened.app.code)


def test_the_speech_act_of_a_sentence_is_explained(open_page, shipped):
    row = shipped.passages.set_index("passage_id").loc["p13.s8"]
    meaning = queries.codes(shipped, "speech_act").at[row["speech_act"], "definition"]
    shown = [block.value.lower() for block in open_page("statement", passage="p13.s8").app.markdown]
    assert any(f"{row['speech_act']}: {meaning.lower().rstrip('.')}" in text for text in shown)


def test_a_sentence_is_shown_to_a_browser_that_does_not_say_where_it_is(open_page, shipped):
    opened = open_page("statement", browser={}, passage="p13.s8")
    assert not opened.app.exception
    assert opened.quotes == texts(shipped, ["p13.s8"])


def test_sentences_all_over_the_text_can_be_linked_to(open_page, shipped):
    for passage_id in shipped.passages["passage_id"][::8]:
        opened = open_page("statement", passage=passage_id)
        assert not opened.app.exception, passage_id
        assert opened.quotes == texts(shipped, [passage_id])


def test_closing_a_sentence_takes_it_out_of_the_link(open_page):
    opened = open_page("statement", passage="p13.s8")
    (close,) = [button for button in opened.app.button if button.label == "Close"]
    close.click().run()
    assert opened.quotes == [] and opened.app.query_params == {}


@pytest.mark.parametrize("asked", ["p99.s9", "p13.s8'--", "<b>", "p13"])
def test_a_link_to_an_unknown_sentence_says_so_and_shows_the_text(open_page, cold, asked):
    opened = open_page("statement", passage=asked)
    assert not opened.app.exception
    (warning,) = opened.warnings
    assert f"passage ` {asked} `" in warning
    assert opened.quotes == [] and opened.app.query_params == {}
    assert opened.lead == cold("statement").lead


def test_a_search_counts_hits_and_sentences(open_page, shipped):
    found = queries.search(shipped.passages, "peace")
    shown = " ".join(text.value for text in open_page("statement", q="peace").app.markdown)
    assert f"**{found['hits'].sum()} hits** in {len(found)} sentences" in shown


def test_a_search_in_vain_says_so(open_page):
    shown = " ".join(text.value for text in open_page("statement", q=".*[").app.markdown)
    assert "No hit" in shown


def test_the_reader_gets_every_sentence_and_which_of_them_the_filter_mutes(open_page, shipped, busy_theme):
    app = open_page("statement", theme=busy_theme).app
    (text,) = (block.value for block in app.get("html") if '<div class="reader"' in block.value)
    sentences = re.findall(r'data-id="([^"]*)".*?<span class="text">(.*?)</span>', text)
    ids = list(shipped.passages["passage_id"])
    assert [html.unescape(words) for _, words in sentences] == list(shipped.passages["text"])
    assert [passage_id for passage_id, _ in sentences] == ids
    muted = json.loads(app.get_by_key("reader").proto.json)["muted"]
    shown = set(view_of(shipped, busy_theme).passages["passage_id"])
    assert muted == [passage_id for passage_id in ids if passage_id not in shown]


# Method


@pytest.mark.parametrize("part", ["made", "codebook", "tables", "cite"])
def test_every_part_of_method_opens_from_a_link(open_page, part):
    opened = open_page("method", part=part)
    assert not opened.app.exception and not opened.warnings
    assert opened.app.segmented_control(key="part").value == part


def test_method_cites_the_official_address(open_page, shipped):
    shown = [code.value for code in open_page("method", part="cite").app.code]
    assert shown == [shipped.statement.url, citation.plain(shipped), citation.bibtex(shipped)]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_read_whole_and_filtered(open_page, shipped, busy_theme, table):
    opened = open_page("method", theme=busy_theme, part="tables")
    opened.app.selectbox(key="table").set_value(table).run()
    assert not opened.app.exception
    whole, filtered = getattr(shipped, table), getattr(view_of(shipped, busy_theme), table)
    assert opened.app.dataframe[-1].value.shape == filtered.shape
    labels = [button.label for button in opened.app.get("download_button")]
    assert f"All {len(whole)} rows" in labels and f"The {len(filtered)} rows under the filter" in labels


def test_method_says_how_often_the_two_codings_agree(cold, shipped):
    shown = cold("method").app.table[0].value
    table = queries.reliability(shipped).set_index("facet")
    assert list(shown.index) == ["Theme", "Speech act", "Actor"]
    assert shown.at["Theme", "Same code"] == f"{table.at['theme', 'same']} of {len(shipped.passages)}"
    assert shown.at["Theme", "Krippendorff’s alpha"] == f"{table.at['theme', 'alpha']:.3f}"


def test_method_says_that_a_language_model_coded_and_what_that_means(cold):
    text = " ".join(" ".join(block.value for block in cold("method").app.markdown).split())
    assert "language model" in text and "overstates their independence" in text
    assert "No human analyst coded it" in text


def test_the_change_log_unfolds(open_page):
    app = open_page("method").app
    (fold,) = [one for one in app.expander if one.label == "Change log"]
    assert not fold.markdown
    app.session_state["changes_fold"] = True
    app.run()
    assert any("# Changes to the data" in block.value for block in app.markdown)


def test_what_followed_is_off_until_asked_for(open_page, shipped):
    assert len(open_page("timeline").app.get("plotly_chart")) == 1
    shown = open_page("timeline", layer="after").app
    assert len(shown.get("plotly_chart")) == 2
    assert any("After the statement" in head.value for head in shown.header)


def test_a_theme_without_outcomes_offers_no_layer(open_page, shipped):
    themes = queries.with_passage(shipped.commitments, shipped)["theme"]
    without = next(
        theme
        for theme in queries.codes(shipped, "theme").index
        if theme in set(themes)
        and queries.outcomes(queries.select(shipped, queries.Selection((theme,)))).empty
        and len(queries.select(shipped, queries.Selection((theme,))).dates)
    )
    label = queries.label(shipped, "theme", without)
    keys = {pills.key for pills in open_page("timeline", theme=label).app.get("button_group")}
    assert "kind" in keys and "layer" not in keys


def test_the_words_beside_the_commitments(open_page, shipped):
    opened = open_page("overview", by="emphasis").app
    assert not opened.exception
    assert any("What takes the words" in head.value for head in opened.header)


def test_where_the_codings_differ_is_listed(cold, shipped):
    rows = cold("method").app.dataframe(key="differences").value
    assert list(rows["Sentence"]) == list(queries.differences(shipped)["passage_id"])


def test_the_picture_of_a_narrowed_timeline_says_what_it_is_limited_to(open_page):
    layout = json.loads(open_page("timeline", kind="deadline", theme="Climate").spec("timeline"))["layout"]
    assert layout["title"]["subtitle"]["text"] == "Filter: theme Climate, kind deadline"
