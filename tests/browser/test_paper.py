"""Pages on paper."""

from tests.browser.paper import assert_black_on_white, letters, printed


def test_a_page_opened_dark_prints_black_on_white_with_its_filter_in_the_address(visit, tmp_path):
    text, sheets = printed(visit("/commitments?theme=Health", scheme="dark"), tmp_path, "Letter")
    assert "/commitments?theme=Health" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert_black_on_white(sheet)


def test_the_statement_prints_whole(visit, dataset, tmp_path):
    tab = visit("/statement")
    tab.sentence(dataset.passages["passage_id"].iloc[-1]).wait_for()
    text, _ = printed(tab, tmp_path)
    found = letters(text)
    for passage in dataset.passages["text"]:
        words = passage.split()
        # A sheet may end within either, not within both.
        assert letters("".join(words[:5])) in found or letters("".join(words[-5:])) in found, passage


def test_figures_print_whole(visit, tmp_path):
    tab = visit("/commitments")
    tab.page.locator(".st-key-balance .bars .point").first.wait_for()
    text, _ = printed(tab, tmp_path)
    for head in ("done", "pledged", "committed", "agreed", "considered"):
        assert head in text
