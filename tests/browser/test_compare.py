"""Two meetings side by side, and a reader's own text: what only a browser shows of them."""

from playwright.sync_api import expect

from tests.browser.conftest import PHONE

OWN = "\n\n".join(
    [
        "The two Presidents reaffirm the importance of preserving peace and stability in the Taiwan Strait.",
        "They agreed to build a thousand ships.",
    ]
)


def test_lists_stand_side_by_side_a_number_opens_them_and_an_own_file_takes_the_newer_place(visit, dataset):
    tab = visit("/compare")
    tops = [box["y"] for box in boxes(tab)]
    assert len(tops) == 3 and max(tops) - min(tops) < 5
    tab.page.set_viewport_size(PHONE)
    tab.fitted()
    tops = [box["y"] for box in boxes(tab)]
    assert tops == sorted(tops) and tops[2] > tops[1] > tops[0]
    tab.page.set_viewport_size({"width": 1280, "height": 720})

    picture = tab.page.locator(".st-key-compare .marks:visible").first
    picture.focus()
    tab.page.keyboard.press("End")
    tab.page.keyboard.press("Enter")
    expect(tab.quotes.first).to_be_visible()
    tab.page.keyboard.press("Escape")

    tab.page.get_by_role("button", name="Your own text").click()
    file = {"name": "own.txt", "mimeType": "text/plain", "buffer": OWN.encode()}
    with tab.page.expect_response("**/_stcore/upload_file/**"):  # it is there before it is compared
        tab.page.locator("input[type=file]").set_input_files(file)
    tab.page.get_by_role("button", name="Compare", exact=True).click()
    expect(tab.heading).to_contain_text("Your text (unreviewed)")
    expect(tab.page.get_by_text("thousand ships").first).to_be_visible()
    tab.page.get_by_test_id("stTopNavLink").filter(has_text="Wording").click()
    expect(tab.page.get_by_text("Your text: unreviewed").first).to_be_visible()


def boxes(tab):
    return [one.bounding_box() for one in tab.page.locator(".comparison section").all()]
