"""Links, search words, notes and datasets that nobody should send: they are shown as words, and nothing
of them runs. That no other host is asked is checked for every tab (conftest.py)."""

import shutil
import urllib.request
from contextlib import suppress
from urllib.error import HTTPError
from urllib.parse import urlencode

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import copy_of_dataset
from tests.hostile import PWNED

IMAGE = f'<img src=x onerror="{PWNED}">'
SCRIPT = f"</span><script>{PWNED}</script>"
# As many as a notice names, and no longer than it shows.
VALUES = [
    ["<img src=x onerror='window.pwned = 1'>", "<svg/onload='window.pwned = 1'>", "[x](javascript:alert(1))", "![x](//a.example/x.png)"],
    ["a www.attacker.example b", "https://attacker.example/x", "x@attacker.example", "<https://a.example>"],
    [":red[x] :blue-badge[y] :smile:", "$x^2$ $$y$$", "`x` ``y``", "**x** __y__ *z* _a_ ~~b~~ -- ->"],
]  # fmt: skip
MARKUP = "a, img, iframe, script, strong, em, del, .katex, [data-testid=stIconMaterial], span[style]"


@pytest.fixture
def unharmed(visit):
    """Opens a tab; at the end no script of a visitor has run in any, and no dialog was opened."""
    tabs, dialogs = [], []

    def opened(*asked, **how):
        tabs.append(visit(*asked, **how))
        tabs[-1].page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        return tabs[-1]

    yield opened
    assert [tab.page.evaluate("window.pwned") for tab in tabs] == [None] * len(tabs)
    assert dialogs == []


def assert_only_words(tab):
    """No picture that was smuggled in is asked for, and no page is broken."""
    expect(tab.page.locator("img[src=x]")).to_have_count(0)
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


# Links


def test_a_notice_shows_what_a_link_says_to_the_letter(unharmed):
    tab = unharmed("/brief")
    words = tab.page.get_by_test_id("stAlert").get_by_test_id("stMarkdownContainer").locator("p")
    for values in VALUES:
        tab.go("/brief?" + urlencode({"theme": values}, doseq=True))
        expect(words.locator("code")).to_have_text(values)
        expect(words.locator(MARKUP)).to_have_count(0)
        tab.wait_for_query()


def test_no_parameter_of_any_page_runs_or_is_a_line_of_the_log(unharmed, server):
    forged = f"x\r\n2021-05-21 forged \x1b[31m{IMAGE}"
    names = ("theme", "passage", "pin", "q", "card", "place", "kind", "x", "present")
    link = urlencode(dict.fromkeys(names, forged))
    tab = unharmed(f"/statement?{link}")
    assert_only_words(tab)
    tab.go(f"/brief?{link}")
    assert_only_words(tab)
    with suppress(HTTPError):
        urllib.request.urlopen(f"{server.origin}/x%0D%0Aforged?{urlencode({'x': forged})}").close()
    assert "forged" not in server.printed() and "GET" not in server.printed()


# Search words and notes


def test_search_words_are_only_searched_for(unharmed):
    tab = unharmed("/statement")
    box = tab.page.get_by_placeholder("Search the statement")
    for words in (IMAGE, SCRIPT, "(a+)+$", "$x$ [x](y)"):
        box.fill(words)
        box.press("Enter")
        tab.wait_for_query(q=[words])
        expect(tab.page.get_by_text("No hit.")).to_be_visible()
        expect(box).to_have_value(words)
        expect(tab.page.locator("mark")).to_have_count(0)


def test_notes_and_title_stay_words_in_the_tab_and_what_was_tampered_with_is_forgotten(unharmed):
    """They stay over a reload, and out of the link."""
    tab = unharmed("/brief?pin=p13.s8")
    written = f"=cmd|' /C calc'!A0 {IMAGE}{SCRIPT} 😀 مرحبا"
    note, title = (
        tab.page.get_by_placeholder("A note to this card"),
        tab.page.get_by_label("Title of the brief"),
    )
    tab.page.get_by_role("button", name="Note", exact=True).click()
    for box in (note, title):
        box.fill(written)
        box.press("Tab")
    kept = "() => Object.values(JSON.parse(sessionStorage['linchpin-brief'] ?? '{}'))"
    tab.page.wait_for_function(f"() => ({kept})().length === 2")
    assert tab.page.evaluate(kept) == [written] * 2
    tab.page.reload()
    tab.settled("brief")
    expect(tab.page.get_by_text(f"Note: {written[:60]}")).to_be_visible()
    tab.page.get_by_role("button", name="Note", exact=True).click()
    for box in (note, title):
        expect(box).to_have_value(written)
    expect(tab.page.locator("img[src=x]")).to_have_count(0)
    tab.wait_for_query(pin=["p13.s8"])

    tab.page.evaluate("sessionStorage.setItem('linchpin-brief', '['.repeat(50_000))")
    tab.page.reload()
    tab.settled("brief")
    tab.page.get_by_role("button", name="Note", exact=True).click()
    expect(note).to_have_value("")
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


# Another statement


@pytest.fixture
def spiked(tmp_path):
    """Another statement: HTML in its labels and titles, and letters that JavaScript counts twice. It has no
    neighbouring statements, whose tables hold its words, too."""
    folder = copy_of_dataset(tmp_path / "data")
    shutil.rmtree(folder / "corpus")
    for name, columns in {
        "codes": ["label"],
        "figures": ["label", "bound"],
        "commitments": ["title"],
    }.items():
        table = pd.read_csv(folder / "tables" / f"{name}.csv", dtype="str", keep_default_na=False)
        table[columns] += IMAGE + SCRIPT
        table.to_csv(folder / "tables" / f"{name}.csv", index=False)
    passages = pd.read_csv(folder / "tables" / "passages.csv", dtype="str", keep_default_na=False)
    first = passages.at[0, "text"]
    passages.loc[0, "text"] = f"🕊🕊 {first}"
    passages.to_csv(folder / "tables" / "passages.csv", index=False)
    text = (folder / "statement.md").read_text(encoding="utf-8")
    assert first[:30] in text
    (folder / "statement.md").write_text(text.replace(first[:30], f"🕊🕊 {first[:30]}", 1), encoding="utf-8")
    return folder


def test_no_word_of_a_dataset_runs(unharmed, spiked, fresh_server, dataset):
    server = fresh_server(LINCHPIN_DATA=str(spiked))
    word = dataset.passages.at[0, "text"].split()[-1].strip(".")
    tab = unharmed("/", at=server)
    label = tab.page.locator(".linchpin-filters").get_by_text(f"Health{IMAGE}{SCRIPT}")
    assert_only_words(tab)
    expect(label).to_be_visible()
    tab.go(f"/statement?q={word}")
    assert_only_words(tab)
    expect(label).to_be_visible()
    marks = tab.page.locator(".sentence").first.locator("mark")
    expect(marks.last).to_have_text(word, ignore_case=True)
