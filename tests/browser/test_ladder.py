"""The ladder on Commitments: a click on a bar fills the table."""

import pytest
from playwright.sync_api import expect

BARS = ".bars .point > path"  # without the number beside it
CARRIED = """(drawing) => drawing.closest('.js-plotly-plot').data
  .filter(trace => trace.customdata).map(trace => [...trace.customdata].map(row => row[0]))"""


@pytest.fixture
def marks(visit):
    """Opens a chart; gives the tab, the drawn marks, and the passages that each carries, in drawing order."""

    def marks(path, key, where):
        tab = visit(path)
        chart = tab.page.locator(f".st-key-{key}")
        drawn = chart.locator(where)
        expect(drawn.first).to_be_visible()
        carried = chart.locator(".main-svg").first.evaluate(CARRIED)[-1]
        expect(drawn).to_have_count(len(carried))
        return tab, drawn, [ids.split(";") for ids in carried]

    return marks


def test_a_bar_of_the_ladder_fills_the_table_with_what_it_counts(marks, dataset):
    tab, drawn, carried = marks("/commitments", "ladder", BARS)
    rows = dataset.commitments.merge(dataset.passages[["passage_id", "theme"]], on="passage_id")
    (theme, strength), found = next(iter(rows.groupby(["theme", "strength"], sort=False)))
    place = next(n for n, carry in enumerate(carried) if set(carry) == set(found["passage_id"]))
    press(tab, drawn.nth(place))
    words = f"{len(found)} commitment{'' if len(found) == 1 else 's'}"
    expect(tab.page.get_by_text(f"{words}. Choose a row")).to_be_visible()
    tab.wait_for_query(cell=[f"{theme}.{strength}"])
    expect(tab.page.locator("blockquote")).to_have_count(found["passage_id"].nunique())
    expect(drawn).to_have_count(len(carried))  # the ladder stays whole
    tab.page.go_back()
    tab.wait_for_query()
    expect(tab.page.get_by_text(f"{len(rows)} commitments. Choose a row")).to_be_visible()


def press(tab, mark):
    """Click the middle of a mark. The figure forgets its selection a moment after the drawer opens."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    tab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
