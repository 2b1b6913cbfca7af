"""The fingerprint, the ladder, and words beside commitments."""

import pytest

from components.content.charts import counts
from data import queries
from data.queries import Selection
from tests.unit.content.charts.figure_parts import alpha, draw, marks, texts
from tests.unit.content.views import whole

# The fingerprint


def test_the_fingerprint_has_a_tick_a_sentence_in_the_row_of_its_theme(tiny):
    fig = draw("fingerprint", whole(tiny))
    ticks = fig.data[0]
    assert list(ticks.x) == [1, 2, 3]
    assert list(ticks.base) == [0, -1, -1]
    assert [mark[0] for mark in ticks.customdata] == ["p01.s1", "p01.s2", "p02.s1"]
    assert list(fig.layout.yaxis.ticktext) == ["Peace", "Trade", "Sport"]


def test_a_tick_is_taller_the_firmer_its_sentence_binds(tiny):
    none, done, pledged = draw("fingerprint", whole(tiny)).data[0].y
    assert 0 < none < pledged < done < 1


def test_ticks_that_the_filter_hides_are_pale(tiny):
    fig = draw("fingerprint", queries.select(tiny, Selection(themes=("peace",))))
    shown, *hidden = [alpha(colour) for colour in fig.data[0].marker.color]
    assert shown == 1 and all(opacity < 0.3 for opacity in hidden)


def test_the_fingerprint_names_the_sections(tiny):
    assert texts(draw("fingerprint", whole(tiny))) == ["Deeds"]


# The ladder


def test_a_bar_of_the_ladder_has_its_count_as_label_and_length(shipped):
    bar = draw("ladder", whole(shipped)).data[0]
    numbers = [int(mark[3].split()[0]) for mark in bar.customdata]  # `10 commitments`
    assert [int(label) for label in bar.text] == numbers
    assert list(bar.x) == pytest.approx([number * max(bar.x) / max(numbers) for number in numbers])


def test_a_bar_of_the_ladder_stays_in_the_column_of_its_strength(shipped):
    bar = draw("ladder", whole(shipped)).data[0]
    columns = list(queries.codes(shipped, "strength"))
    assert [columns[base] for base in bar.base] == [strength for *_, strength in bar.customdata]
    assert max(bar.x) < 1


def test_the_ladder_heads_every_column_with_its_total(tiny):
    fig = draw("ladder", whole(tiny))
    assert texts(fig) == ["Done<br>1", "Pledged<br>1", "Considered<br>1"]
    assert [list(trace.x) for trace in fig.data if trace.customdata is None] == [[0, 1, 2]]


def test_the_ladder_leaves_out_rows_without_a_commitment(tiny):
    assert list(draw("ladder", whole(tiny)).layout.yaxis.ticktext) == ["Trade"]


def test_a_mark_of_the_ladder_carries_exactly_the_sentences_it_counts(tiny):
    carried = {(mark[1], mark[2]): mark[0] for mark in marks(draw("ladder", whole(tiny)))}
    assert carried == {
        ("Trade", "done"): "p01.s2",
        ("Trade", "considered"): "p01.s2",
        ("Trade", "pledged"): "p02.s1",
    }


def test_a_mark_of_the_ladder_names_its_cell_by_codes(tiny):
    cells = {counts.cell_of(mark) for mark in marks(draw("actors", whole(tiny)))}
    assert cells == {("north", "done"), ("south", "considered"), ("south", "pledged")}


# Words beside commitments


def test_each_theme_has_its_share_of_words_over_its_share_of_commitments(tiny):
    (trace,) = draw("emphasis", whole(tiny)).data
    table = queries.emphasis(whole(tiny))
    pairs = list(zip(table["share_words"], table["share_commitments"], strict=True))
    assert list(trace.x) == pytest.approx([share for pair in pairs for share in pair])
    assert all(words > bound for words, bound in zip(trace.y[::2], trace.y[1::2], strict=True))
    assert trace.text[1] == "0% of the commitments"
    assert alpha(trace.marker.color[0]) < alpha(trace.marker.color[1]) == 1
