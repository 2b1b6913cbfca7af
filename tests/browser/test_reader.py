"""The statement's text: choosing a sentence, finding a word."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def chosen(dataset):
    """Waits until one sentence is chosen: marked in the text, described beside it."""
    passages = dataset.passages.set_index("passage_id")

    def chosen(tab, passage_id):
        expect(tab.page.locator(".sentence[aria-pressed=true]")).to_have_count(1)
        expect(tab.sentence(passage_id)).to_have_attribute("aria-pressed", "true")
        place = passages.loc[passage_id]
        words = f"Paragraph {place['paragraph']}, sentence {place['sentence']}"
        expect(tab.page.get_by_text(words).first).to_be_visible()

    return chosen


# Selects a text from its first letter to its last, copies it, and returns what the clipboard gets.
COPIED = """reader => {
  let copied
  const keep = ({ clipboardData }) => copied = clipboardData.getData("text/plain")
  addEventListener("copy", keep)
  getSelection().selectAllChildren(reader.querySelector("article"))
  document.execCommand("copy")
  removeEventListener("copy", keep)
  getSelection().removeAllRanges() // a click on selected words chooses nothing
  return copied
}"""


def test_the_reader_holds_the_whole_text_and_gives_it_to_the_clipboard_as_written(go, dataset):
    tab = go("/statement?q=vaccine")
    passages = dataset.passages
    expect(tab.page.locator(".sentence .text")).to_have_text(passages["text"].tolist())
    expect(tab.page.locator(".reader mark").first).to_be_visible()
    written = []
    for section, rows in passages.groupby("section", sort=False):
        paragraphs = rows.groupby("paragraph", sort=False)["text"].agg(" ".join)
        written += [section] * bool(section) + paragraphs.tolist()
    assert tab.page.locator(".reader").evaluate(COPIED) == "\n\n".join(written)


def test_a_link_scrolls_to_its_sentence(visit, chosen, dataset):
    last = dataset.passages["passage_id"].iloc[-1]
    tab = visit(f"/statement?passage={last}")
    chosen(tab, last)
    expect(tab.sentence(last)).to_be_in_viewport()


def test_a_linked_sentence_stays_in_view_while_the_text_flows_anew_until_the_reader_moves(visit, chosen):
    tab = visit("/statement?passage=p13.s8")
    chosen(tab, "p13.s8")
    tab.page.set_viewport_size({"width": 390, "height": 720})
    expect(tab.sentence("p13.s8")).to_be_in_viewport()
    tab.page.set_viewport_size({"width": 1280, "height": 720})
    expect(tab.sentence("p13.s8")).to_be_in_viewport()
    tab.sentence("p13.s8").hover()
    tab.page.mouse.wheel(0, -20_000)
    expect(tab.sentence("p01.s1")).to_be_in_viewport()
    tab.page.set_viewport_size({"width": 1000, "height": 720})
    tab.page.wait_for_timeout(300)
    expect(tab.sentence("p01.s1")).to_be_in_viewport()


def test_a_click_chooses_a_sentence_and_a_second_click_lets_it_go(go, chosen):
    tab = go("/statement")
    tab.sentence("p02.s1").locator(".text").click()
    tab.wait_for_query(passage=["p02.s1"])
    chosen(tab, "p02.s1")
    tab.sentence("p02.s1").locator(".text").click()
    tab.wait_for_query()
    expect(tab.page.locator(".sentence[aria-pressed=true]")).to_have_count(0)


def test_back_returns_to_the_sentence_read_before(go, chosen):
    tab = go("/statement?passage=p02.s1")
    tab.sentence("p02.s2").locator(".text").click()
    tab.wait_for_query(passage=["p02.s2"])
    tab.page.go_back()
    tab.wait_for_query(passage=["p02.s1"])
    chosen(tab, "p02.s1")


def test_the_keyboard_chooses_a_sentence(go, chosen, dataset):
    tab = go("/statement")
    ids = dataset.passages["passage_id"].tolist()
    press = tab.page.keyboard.press
    tab.page.get_by_role("textbox", name=re.compile("Search")).focus()
    press("Tab")
    expect(tab.page.get_by_role("combobox", name="Text")).to_be_focused()
    press("Tab")
    expect(tab.sentence(ids[0])).to_be_focused()
    press("ArrowDown")
    press("ArrowDown")
    press("ArrowUp")
    expect(tab.sentence(ids[1])).to_be_focused()
    press("Enter")
    tab.wait_for_query(passage=[ids[1]])
    chosen(tab, ids[1])


def test_a_searched_word_is_marked_and_counted(go, dataset):
    found = dataset.passages["text"].str.lower().str.count("vaccine")
    hits, sentences = found.sum(), (found > 0).sum()
    assert hits
    tab = go("/statement?q=vaccine")
    expect(tab.page.get_by_text(f"{hits} hits in {sentences} sentences")).to_be_visible()
    marks = tab.page.locator(".sentence mark")
    expect(marks).to_have_text([re.compile("^vaccine$", re.IGNORECASE)] * hits)
    expect(marks.first).to_be_in_viewport()


def test_the_list_of_paragraphs_follows_filter_and_choice_and_a_click_scrolls_the_text(go, dataset):
    tab = go("/statement?passage=p02.s1")
    lines = tab.page.locator(".paragraphs button")
    expect(lines).to_have_count(0)
    tab.chip("Health").click()
    tab.wait_for_query(passage=["p02.s1"], theme=["Health"])
    tab.page.get_by_role("button", name="Close", exact=True).click()
    tab.wait_for_query(theme=["Health"])
    health = dataset.passages[dataset.passages["theme"] == "health"]
    paragraphs = dataset.passages["paragraph"].unique()
    shown = [paragraph in set(health["paragraph"]) for paragraph in paragraphs]
    expect(lines).to_have_class(["" if one else "pale" for one in shown])
    commitments = dataset.commitments["passage_id"].isin(health["passage_id"]).sum()
    said = tab.page.locator(".paragraphs .count").all_inner_texts()
    assert sum(int(one.split()[0]) for one in said if one) == commitments
    tab.chip("Health").click()
    tab.wait_for_query()
    expect(tab.page.locator(".paragraphs .pale")).to_have_count(0)
    lines.last.click()
    expect(tab.sentence(dataset.passages["passage_id"].iloc[-1])).to_be_in_viewport()


def test_search_words_stand_in_the_address(go):
    tab = go("/statement?theme=Health")
    box = tab.page.get_by_role("textbox", name=re.compile("Search"))
    box.fill("supply chain")
    box.press("Enter")
    tab.wait_for_query(theme=["Health"], q=["supply chain"])
    expect(tab.page.locator(".sentence mark").first).to_be_visible()
    box.fill("")
    box.press("Enter")
    tab.wait_for_query(theme=["Health"])
    expect(tab.page.locator(".sentence mark")).to_have_count(0)


def test_another_text_is_chosen_by_keyboard_and_a_click_reads_a_counterpart(go):
    tab = go("/statement?passage=p01.s1")
    texts = tab.page.get_by_role("combobox", name="Text")
    texts.select_option("us-rok-2022-05")
    tab.wait_for_query(text=["us-rok-2022-05"])
    expect(texts).to_be_focused()
    topics = tab.page.locator(".topics button")
    expect(topics.last).to_have_attribute("data-first", re.compile(r"p\d+"))
    tab.sentence("p03.s2").locator(".text").click()
    expect(tab.sentence("p03.s2")).to_have_attribute("aria-pressed", "true")
    tab.page.get_by_role("link", name=re.compile("paragraph 3, sentence 1")).first.click()
    tab.wait_for_query(text=["us-rok-2021-05"], passage=["p03.s1"])
    expect(tab.sentence("p03.s1")).to_have_attribute("aria-pressed", "true")
    expect(tab.sentence("p03.s1")).to_be_in_viewport()
    tab.page.go_back()
    tab.wait_for_query(text=["us-rok-2022-05"], passage=["p03.s2"])
    expect(tab.sentence("p03.s2")).to_have_attribute("aria-pressed", "true")
