"""Pages on paper: what the prints of test_every_page leave out."""

from tests.browser.paper import assert_black_on_white, printed


def test_a_page_opened_dark_prints_black_on_white_with_its_filter_in_the_address(visit, tmp_path):
    text, sheets = printed(visit("/commitments?theme=Health", scheme="dark"), tmp_path, "Letter")
    assert "/commitments?theme=Health" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert_black_on_white(sheet)


def test_a_figure_taller_than_a_sheet_begins_under_its_title(visit, tmp_path):
    text, sheets = printed(visit("/pledges"), tmp_path)
    first, *_ = text.split("\f")
    assert "cannot be compared" in first and "acknowledged contribution" in first
    assert len(sheets) == 2
