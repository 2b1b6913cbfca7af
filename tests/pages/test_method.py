"""Method: how the text was coded, and the tables behind it."""

import pytest

from data import citation, queries
from data.load import TABLES
from tests.pages.views import texts, view_of, whole


@pytest.mark.parametrize("part", ["made", "codebook", "tables", "cite", "corpus"])
def test_every_part_of_method_opens_from_a_link(open_page, part):
    opened = open_page("method", part=part)
    assert not opened.app.exception and not opened.warnings
    assert opened.app.segmented_control(key="part").value == part


def test_method_cites_the_official_address(open_page, shipped):
    shown = [code.value for code in open_page("method", part="cite").app.code]
    addresses = [shipped.statement.url, shipped.statement.published_url]
    assert shown == [*addresses, citation.plain(shipped), citation.bibtex(shipped)]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_read_whole_and_filtered(open_page, shipped, busy_theme, table):
    opened = open_page("method", theme=busy_theme, part="tables")
    opened.app.selectbox(key="table").set_value(table).run()
    assert not opened.app.exception
    whole, filtered = getattr(shipped, table), getattr(view_of(shipped, busy_theme).ds, table)
    assert opened.app.dataframe[-1].value.shape == filtered.shape
    labels = [button.label for button in opened.app.get("download_button")]
    assert f"All {len(whole)} rows" in labels and f"The {len(filtered)} rows under the filter" in labels


def test_the_tables_of_the_corpus_can_be_read(open_page, shipped):
    opened = open_page("method", part="tables")
    opened.app.selectbox(key="table").set_value("corpus/topics").run()
    assert not opened.app.exception
    assert opened.app.dataframe[-1].value.shape == shipped.corpus.topics.shape


def test_method_says_what_the_corpus_is_and_how_it_was_measured(open_page, shipped):
    opened = open_page("method", part="corpus")
    text = " ".join(" ".join(block.value for block in opened.app.markdown).split())
    corpus = shipped.corpus
    assert (
        f"**{len(corpus.statements)} texts of {corpus.statements['meeting_id'].nunique()} meetings**" in text
    )
    reviewed = int((corpus.links["how"] == "reviewed").sum())
    assert (
        f"Of {len(corpus.links):,} links between sentences of different meetings, a language model has "
        f"reviewed {reviewed:,}, and refused" in text
    )
    assert "**Measured**" in text and "What may not be concluded" in text
    addresses = list(opened.app.dataframe[0].value["Official address"])
    assert addresses == [text.source_url for text in queries.texts(shipped).values()]
    topics = opened.app.dataframe[1].value
    assert list(topics["Pattern"]) == list(corpus.topics.sort_values("order")["pattern"])


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


def test_where_the_codings_differ_is_listed(open_page, shipped):
    app = open_page("method").app
    app.session_state["differences_fold"] = True
    app.run()
    rows = app.dataframe(key="differences").value
    assert list(rows["Sentence"]) == list(queries.differences(shipped)["passage_id"])


def test_a_word_opens_the_sentences_of_the_commitments_that_it_carries(open_page, shipped):
    opened = open_page("method", part="codebook")
    (trace,) = opened.traces("verbs")
    first = queries.verbs(whole(shipped)).iloc[0]
    assert trace["customdata"][0][1] == first["verb"]
    opened.open_mark("verbs", 0, 0)
    assert opened.drawer == texts(shipped, first["passage_ids"].split(";"))


def test_a_dot_opens_the_sentences_that_the_passes_coded_differently(open_page, shipped):
    both = queries.agreement(shipped)
    differing = list(both.loc[both["theme_1"] != both["theme_2"], "passage_id"])
    opened = open_page("method")
    traces = opened.traces("agreement")
    (trace,) = [index for index, trace in enumerate(traces) if trace.get("customdata")]
    opened.open_mark("agreement", trace, 0)
    assert opened.drawer == texts(shipped, differing)
