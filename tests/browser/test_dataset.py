"""The tables as readers take them away, and what the app shows when its tables are wrong."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from playwright.sync_api import expect

from data.load import FOLDER

TYPES = ["passages", "pledges", "dates", "places"]  # text, money and years, days, coordinates


def read(source):
    return pd.read_csv(source, keep_default_na=False, na_values=[""])


def choose_table(tab, name):
    box = tab.page.get_by_role("combobox", name="Table")
    box.fill(f"{name}.csv")
    box.press("Enter")


def download(tab, key):
    with tab.page.expect_download() as started:
        tab.page.locator(f".st-key-{key}").get_by_role("button").click()
    return started.value


def test_a_download_holds_the_table(visit):
    tab = visit("/method?part=tables")
    for name in TYPES:
        table = read(FOLDER / "tables" / f"{name}.csv")
        choose_table(tab, name)
        expect(tab.page.locator(".st-key-download_all")).to_contain_text(f"All {len(table)} rows")
        taken = download(tab, "download_all")
        assert taken.suggested_filename == f"{name}.csv"
        assert_frame_equal(read(taken.path()), table, check_dtype=False)


def test_a_filtered_download_holds_the_rows_under_the_filter(visit):
    tab = visit("/method?part=tables&theme=Health")
    choose_table(tab, "passages")
    taken = download(tab, "download_filtered")
    passages = read(FOLDER / "tables" / "passages.csv")
    health = passages[passages["theme"] == "health"].reset_index(drop=True)
    assert 0 < len(health) < len(passages)
    assert_frame_equal(read(taken.path()), health, check_dtype=False)


@pytest.fixture
def broken(folder):
    """A copy of the dataset in which one code is unknown."""
    passages = folder / "tables" / "passages.csv"
    lines = passages.read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[1].endswith(",framing,assertive,both\n")
    lines[1] = lines[1].replace(",framing,assertive,", ",gossip,assertive,")
    passages.write_text("".join(lines), encoding="utf-8", newline="\n")
    return folder


def test_a_broken_dataset_is_refused_in_words_and_the_server_stays_up(broken, fresh_server, profile):
    server = fresh_server(LINCHPIN_DATA=str(broken))
    page = profile.new_page()
    for path in ("/statement", "/"):  # the first one cold
        page.goto(server.origin + path)
        expect(page.get_by_role("heading", name="The dataset cannot be shown")).to_be_visible()
        problem = page.locator("code").filter(has_text="passages.csv, row 2, column theme")
        expect(problem).to_contain_text("gossip")
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert server.health() == "ok"
    page.close()
