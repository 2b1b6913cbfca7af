"""The balance: squares left and right of a middle line, and the close-up of one theme."""

import pytest

from components.content.charts import balance
from data import queries
from data.queries import Selection
from tests.unit.content.charts.figure_parts import alpha, draw, marks, texts
from tests.unit.content.views import whole


@pytest.fixture
def two_themes(tiny):
    """A view in which Peace has a done commitment, and Trade a pledged and a considered one."""
    return whole(tiny, commitments=tiny.commitments.assign(passage_id=["p01.s1", "p01.s2", "p02.s1"]))


def squares(fig):
    """By title: left edge, row, opacity of the fill, whether there is a dot in its middle."""
    bar, _, dots, _ = fig.data
    dotted = [(round(x - 0.5), y) for x, y in zip(dots.x or (), dots.y or (), strict=True)]
    return {
        mark[3]: (round(edge), row, alpha(colour), (round(edge), row) in dotted)
        for mark, edge, row, colour in zip(bar.customdata, bar.base, bar.y, bar.marker.color, strict=True)
    }


def test_firm_commitments_lie_left_of_the_line_and_loose_ones_right(two_themes):
    assert squares(draw("balance", two_themes)) == {
        "Markets": (-1, 0, 1, True),
        "Ships": (-1, -1, 1, False),
        "Tariffs": (0, -1, 0.28, True),
    }


def test_every_square_opens_its_own_commitment(two_themes):
    carried = {balance.commitment_of(mark): tuple(mark[:4]) for mark in marks(draw("balance", two_themes))}
    assert carried == {
        "markets": ("p01.s1", "Peace", "done, names an amount", "Markets"),
        "ships": ("p02.s1", "Trade", "pledged", "Ships"),
        "tariffs": ("p01.s2", "Trade", "considered, names an amount and a date", "Tariffs"),
    }


def test_rows_name_their_theme_and_count_both_ends(two_themes):
    assert texts(draw("balance", two_themes)) == [
        "<b>2 firm</b><br>done, pledged",
        "<b>1 loose</b><br>considered",
        "Peace  <b>1</b>",
        "<b>0</b>",
        "Trade  <b>1</b>",
        "<b>1</b>",
    ]


def test_the_firmest_theme_is_on_top(shipped):
    fig = draw("balance", whole(shipped))
    row_of = {mark[1]: row for mark, row in zip(fig.data[0].customdata, fig.data[0].y, strict=True)}
    rows = queries.commitments(whole(shipped))
    firm = rows["strength"].isin(queries.firm(shipped)).groupby(rows["theme"]).mean()
    labels = queries.labels(shipped, "theme")
    ranked = sorted(row_of, key=lambda theme: -row_of[theme])
    shares = [firm[code] for theme in ranked for code, label in labels.items() if label == theme]
    assert shares == sorted(shares, reverse=True) and len(shares) == len(firm)


def test_each_strength_has_a_look_of_its_own_side(shipped):
    assert balance.legend(queries.codes(shipped, "strength"), queries.firm(shipped)).startswith(
        "Notched: done, pledged. Solid: committed. Tinted: agreed. Outlined: considered. Dot: names "
    )
    fig = draw("balance", whole(shipped))
    notched = shipped.commitments["strength"].isin(["done", "pledged"]).sum()
    assert len(fig.data[1].x) == notched and fig.data[1].customdata is None


def test_a_scale_without_a_loose_end_is_all_left_of_the_line(tiny):
    one = tiny.codes[(tiny.codes["facet"] != "strength") | (tiny.codes["code"] == "done")]
    view = whole(
        tiny,
        codes=one,
        commitments=tiny.commitments.assign(strength="done", passage_id=["p01.s1", "p01.s2", "p02.s1"]),
    )
    assert all(edge < 0 for edge, *_ in squares(draw("balance", view)).values())


def test_one_theme_becomes_rows_of_titles_under_their_strength(shipped):
    fig = draw("balance", queries.select(shipped, Selection(themes=("health",))))
    rows = queries.commitments(queries.select(shipped, Selection(themes=("health",))))
    titles = [title.replace("<br>", " ") for title in fig.data[1].text]
    assert titles == rows["title"].tolist() == [mark[3] for mark in marks(fig)]
    assert all(len(line) <= balance.LETTERS for title in fig.data[1].text for line in title.split("<br>"))
    assert [text.split("</b>")[0] for text in texts(fig)] == ["<b>Pledged", "<b>Committed", "<b>Agreed"]
    assert texts(fig)[-1].endswith("loose") and list(fig.data[1].y) == sorted(fig.data[1].y, reverse=True)


def test_a_single_commitment_is_a_row(tiny):
    fig = draw("balance", whole(tiny, commitments=tiny.commitments.iloc[[2]]))
    assert list(fig.data[1].text) == ["Ships"] and texts(fig) == ["<b>Pledged</b>  1  ·  firm"]
    assert fig.layout.height < 80
