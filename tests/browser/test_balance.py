"""The balance on Commitments: squares about a middle line; a click on one chooses its commitment."""

from playwright.sync_api import expect

from data import queries

# Left edge, width and height of every square, and where the middle line stands, in px of the figure.
SQUARES = """(figure) => {
  const left = figure.getBoundingClientRect().left
  const boxes = [...figure.querySelector(".trace.bars").querySelectorAll(".point > path")]
    .map((node) => node.getBoundingClientRect()).map((box) => [box.left - left, box.width, box.height])
  return [boxes, figure.querySelector(".xgrid").getBoundingClientRect().left - left]
}"""


def test_a_square_stands_on_its_side_and_chooses_its_commitment(go, dataset):
    tab = go("/commitments")
    figure = tab.page.locator(".st-key-balance")
    squares = figure.locator(".trace.bars").first.locator(".point > path")
    expect(squares).to_have_count(len(dataset.commitments))
    boxes, line = figure.evaluate(SQUARES)
    firm = dataset.commitments["strength"].isin(queries.firm(dataset)).sum()
    assert sum(left < line for left, _, _ in boxes) == firm
    assert all(0.7 < width / height < 1.5 for _, width, height in boxes)
    top, bottom = (lambda box: (box["y"], box["y"] + box["height"]))(figure.bounding_box())
    assert top <= 200 and bottom <= 720

    carried = figure.locator(".js-plotly-plot").evaluate("plot => [...plot.data[0].customdata[0]]")
    squares.first.click(force=True)
    tab.wait_for_query(commitment=[carried[4]])
    passage_id = dataset.commitments.set_index("commitment_id")["passage_id"][carried[4]]
    text = dataset.passages.set_index("passage_id")["text"][passage_id]
    expect(tab.page.locator("blockquote")).to_have_text([text])
    expect(tab.page.get_by_role("heading", name=carried[3])).to_be_in_viewport()
    tab.page.go_back()
    tab.wait_for_query()
    expect(tab.page.locator("blockquote")).to_have_count(0)
