"""The tables as readers take them away, and what the app shows when its tables are wrong."""

import pandas as pd
from pandas.testing import assert_frame_equal
from playwright.sync_api import expect

from data.load import FOLDER
from tests.browser.conftest import copy_of_dataset
from tests.browser.server import ASGI

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


def test_a_download_holds_the_table_and_a_filtered_one_the_rows_under_the_filter(go):
    tab = go("/method?part=tables&theme=Health")
    for name in TYPES:
        table = read(FOLDER / "tables" / f"{name}.csv")
        choose_table(tab, name)
        expect(tab.page.locator(".st-key-download_all")).to_contain_text(f"All {len(table)} rows")
        taken = download(tab, "download_all")
        assert taken.suggested_filename == f"{name}.csv"
        assert_frame_equal(read(taken.path()), table, check_dtype=False)
        if name == "passages":
            health = table[table["theme"] == "health"].reset_index(drop=True)
            assert 0 < len(health) < len(table)
            taken = download(tab, "download_filtered")
            assert_frame_equal(read(taken.path()), health, check_dtype=False)


def test_a_broken_dataset_is_refused_in_words_until_it_is_mended_and_the_server_stays_up(
    tmp_path, fresh_server, profile
):
    folder = copy_of_dataset(tmp_path / "data")
    passages = folder / "tables" / "passages.csv"
    good = passages.read_bytes()
    head, row, rest = good.split(b"\n", 2)
    assert row.endswith(b",framing,assertive,both")
    passages.write_bytes(b"\n".join([head, row.replace(b",framing,", b",gossip,"), rest]))
    server = fresh_server(ASGI, LINCHPIN_DATA=str(folder))
    page = profile.new_page()
    page.goto(server.origin + "/statement")
    expect(page.get_by_role("heading", name="The dataset cannot be shown")).to_be_visible()
    problem = page.locator("code").filter(has_text="passages.csv, row 2, column theme")
    expect(problem).to_contain_text("gossip")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    ready = page.request.get(server.origin + "/ready")
    assert (ready.status, ready.text(), server.health()) == (503, "no dataset", "ok")
    passages.write_bytes(good)
    ready = page.request.get(server.origin + "/ready")
    assert (ready.status, ready.text()) == (200, "ready")
    page.close()
