"""What the pages do beyond opening: stepping through hits, jumping, narrowing, and a place's story."""

from playwright.sync_api import expect


def test_next_and_previous_step_through_the_hits(go):
    tab = go("/statement?q=pandemic")
    count = tab.page.locator(".hits [role=status]")
    here = tab.page.locator("mark.current")
    expect(count).to_have_text("1 of 5")
    tab.page.get_by_role("button", name="Next hit").click()
    expect(count).to_have_text("2 of 5")
    expect(here).to_have_count(1)
    expect(here).to_be_in_viewport()
    for _ in range(2):
        tab.page.get_by_role("button", name="Previous hit").click()
    expect(count).to_have_text("5 of 5")
    expect(here).to_be_in_viewport()


def test_the_strip_jumps_to_a_sentence(go, dataset):
    tab = go("/statement")
    last = dataset.passages["passage_id"].iloc[-1]
    ticks = tab.page.locator(".strip .tick")
    expect(ticks).to_have_count(len(dataset.passages))
    expect(tab.sentence(last)).not_to_be_in_viewport()
    ticks.last.click()
    expect(tab.sentence(last)).to_be_in_viewport()


def test_a_sentence_says_where_the_coders_differ_and_what_to_copy(go, dataset):
    both = dataset.passages.merge(dataset.second_coding, on="passage_id", suffixes=("", "_2"))
    differs = both[both["theme"] != both["theme_2"]].iloc[0]
    tab = go(f"/statement?passage={differs['passage_id']}")
    expect(tab.page.get_by_text("The second coder gave the theme")).to_be_visible()
    codes = tab.page.get_by_test_id("stCode")
    expect(codes.nth(0)).to_contain_text(f"“{differs['text']}”")
    expect(codes.nth(0)).to_contain_text(dataset.statement.url)
    expect(codes.nth(1)).to_have_text(f"{tab.origin}/statement?passage={differs['passage_id']}")


def test_a_page_filter_lives_in_the_link(go):
    tab = go("/commitments?strength=pledged&names=amount")
    expect(tab.page.get_by_text("2 commitments. Choose a row")).to_be_visible()
    tab.page.get_by_role("button", name="Names: amount").click()
    tab.page.get_by_role("button", name="amount", exact=True).click()
    tab.page.keyboard.press("Escape")
    tab.wait_for_query(strength=["pledged"])
    expect(tab.page.get_by_text("6 commitments. Choose a row")).to_be_visible()
    tab.page.go_back()
    tab.wait_for_query(strength=["pledged"], names=["amount"])
    expect(tab.page.get_by_text("2 commitments. Choose a row")).to_be_visible()


def test_a_row_opens_its_sentence_beside_the_table(go, dataset):
    tab = go("/commitments?strength=considered&strength=agreed")
    quotes = tab.page.locator("blockquote")
    expect(quotes).to_have_count(0)
    grid = tab.page.locator(".st-key-commitment_rows canvas").first
    grid.scroll_into_view_if_needed()
    tab.fitted()
    box = grid.bounding_box()
    tab.page.mouse.click(box["x"] + 16, box["y"] + 35 + 17)  # the first row's box: below a head of 35 px
    expect(quotes).to_have_count(1)
    order = dataset.commitments.query("strength == 'agreed'")["passage_id"]
    text = dataset.passages.set_index("passage_id")["text"]
    expect(quotes).to_have_text(text[order.iloc[0]])


def test_choosing_a_row_keeps_the_tables_place(go):
    tab = go("/commitments")
    scroller = tab.page.locator(".st-key-commitment_rows .dvn-scroller")
    scroller.scroll_into_view_if_needed()
    tab.fitted()
    box = scroller.bounding_box()
    tab.page.mouse.move(box["x"] + 200, box["y"] + 200)
    tab.page.mouse.wheel(0, 700)
    tab.page.wait_for_function("() => document.querySelector('.dvn-scroller').scrollTop > 300")
    there = scroller.evaluate("it => it.scrollTop")
    tab.page.mouse.click(box["x"] + 16, box["y"] + 200)
    expect(tab.page.locator("blockquote")).to_have_count(1)
    tab.settled("commitments")
    assert scroller.evaluate("it => it.scrollTop") == there

    # Sorted by strength, downwards: the loosest comes first, not the last of the alphabet.
    scroller.evaluate("it => it.scrollTop = 0")
    box = scroller.bounding_box()
    for _ in range(2):
        tab.page.mouse.click(box["x"] + 35 + 400 + 30, box["y"] + 16)
    first = tab.page.locator(".st-key-commitment_rows table tbody tr").first
    expect(first).to_contain_text("5 Considered")


def test_a_view_of_the_map_tells_its_places_story(go, dataset):
    view = dataset.map_views.query("view == 'mekong'").iloc[0]
    place = dataset.places.set_index("place_id").loc[view["place_id"]]
    tab = go("/map?view=mekong")
    expect(tab.page.get_by_text(place["name"]).first).to_be_visible()
    expect(tab.page.get_by_text("Considered", exact=False).first).to_be_visible()
    expect(tab.page.get_by_text("5 countries and territories")).to_be_visible()
    expect(tab.page.get_by_text(place["definition_source"])).to_be_visible()


def test_the_dates_of_a_kind(go, dataset):
    due = int((dataset.dates["kind"] == "deadline").sum())
    tab = go("/timeline?kind=deadline")
    expect(tab.page.locator(".st-key-timeline .scatterlayer .point")).to_have_count(due)
