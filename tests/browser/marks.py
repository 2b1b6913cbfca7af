"""The marks of a figure in a browser: as the keyboard reaches them, as they are clicked, and what they open."""

import itertools
import json

from playwright.sync_api import expect

from components.content.charts import wording
from components.content.charts.catalogue import CHARTS
from components.content.charts.figure import passages_of
from components.ui.shell import drawer
from data import queries

# Gives each mark a data-mark; of what two marks share, the last that is drawn.
NUMBER = """(plot, marks) => {
  const last = new Map()
  for (const node of plot.querySelectorAll(marks)) {
    const point = node.__data__ ?? node.parentNode.__data__
    const carried = node.closest('.trace').__data__[0].trace.customdata?.[point.i]
    if (carried) last.set(JSON.stringify(carried), node)
  }
  for (const node of last.values()) node.dataset.mark = ""
}"""
BARS, SYMBOLS = ".point > path", ".scatterlayer path.point"


class Marks:
    """The marks of a figure as the keyboard reaches them."""

    def __init__(self, tab, key):
        self.tab = tab
        self.figure = tab.page.locator(f".st-key-{key}")
        self.list = self.figure.get_by_role("listbox")
        expect(self.list).to_be_visible()

    @property
    def drawn(self):
        """What is drawn of each mark, in order: of a date with a bar, its symbol."""
        self.figure.locator(".plot").evaluate(NUMBER, f"{BARS}, {SYMBOLS}")
        return self.figure.locator("[data-mark]")

    @property
    def said(self):
        return self.list.get_by_role("option").text_content()

    def press(self, key):
        self.tab.page.keyboard.press(key)


def marks_of(key, dataset, **parts):
    """The marks of a figure as its page opens it, or of parts of the view, in order; of what two marks share,
    the last that is drawn."""
    chart, view = CHARTS[key], queries.select(dataset, queries.Selection())
    opened = view.narrowed(**parts) if parts or not chart.opening else chart.opening(view)
    last = {}
    for mark in itertools.chain(*chart.spec(opened)["marks"]):
        last.pop(json.dumps(mark), None)
        last[json.dumps(mark)] = mark
    return list(filter(None, last.values()))


def assert_opened(tab, path, mark, dataset):
    """The drawer shows the sentences of this mark, and is closed; a topic's mark has opened its history."""
    if path == "/wording":
        topic, meeting_id = wording.topic_of(mark)
        if not meeting_id:
            tab.wait_for_query(topic=[topic])
            return
    ids = passages_of(mark)
    references = [one for one in (queries.parse_reference(dataset, text) for text in ids) if one]
    ordered = queries.in_order(dataset, references)[: drawer.MOST_CARDS]
    texts = [queries.corpus_passage(dataset, one)["text"] for one in ordered]
    coded = dataset.passages.set_index("passage_id")["text"]
    expect(tab.quotes).to_have_text(texts or [coded[passage_id] for passage_id in ids])
    tab.page.keyboard.press("Escape")
    expect(tab.drawer).to_have_count(0)


def press(tab, mark):
    """Click the middle of a mark."""
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center' })")  # the filter bar lies over the top
    box = mark.bounding_box()
    tab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
