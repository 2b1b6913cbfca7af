"""Every chart: a click on a mark shows exactly the sentences that the mark carries."""

import pytest
from playwright.sync_api import expect

# Page, key of the chart, and where its marks are in the drawing.
BARS = ".bars .point > path"  # without the number beside it
CHARTS = [
    ("overview", "fingerprint", BARS),
    ("overview", "ladder", BARS),
    ("overview?by=actor", "actors", BARS),
    ("overview?by=emphasis", "emphasis", BARS),
    ("pledges?amount=per-year", "per-year", BARS),
    ("pledges", "amounts", BARS),
    ("pledges", "windows", BARS),
    ("timeline", "timeline", ".scatterlayer .point"),
]
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


@pytest.mark.parametrize(("page", "key", "where"), CHARTS)
def test_a_mark_opens_what_it_carries(marks, dataset, page, key, where):
    path = f"/{page}".replace("/overview", "/")
    tab, drawn, carried = marks(path, key, where)
    text = dataset.passages.set_index("passage_id")["text"]
    for index in (0, -1):
        press(tab, drawn.nth(index))
        expect(tab.quotes).to_have_text([text[passage_id] for passage_id in carried[index]])
        tab.page.keyboard.press("Escape")
        expect(tab.drawer).to_have_count(0)


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
