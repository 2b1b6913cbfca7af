"""What leaves the screen: a figure's picture, and pages on paper."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from components.content import charts
from components.ui.parts import chart
from components.ui.shell.frame import PAGES
from tests.browser.tab import path_of

PHONE = {"width": 390, "height": 844}
POPPLER = "pdftotext and pdftoppm (poppler-utils) read what is printed: install them."


@pytest.fixture(scope="session")
def poppler() -> None:
    if not (shutil.which("pdftotext") and shutil.which("pdftoppm")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(POPPLER)


def printed(tab, folder: Path, paper: str) -> tuple[str, list[Image.Image]]:
    """The text of a page printed by the browser, and its sheets at 60 dots an inch."""
    file = folder / "page.pdf"
    tab.page.pdf(path=file, format=paper)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True)
    subprocess.run(["pdftoppm", "-r", "60", "-png", file, folder / "sheet"], check=True)
    return text.stdout, [Image.open(sheet).convert("RGB") for sheet in sorted(folder.glob("sheet*.png"))]


def letters(text: str) -> str:
    """Letters and digits alone: lines and hyphens fall elsewhere on paper."""
    return "".join(filter(str.isalnum, text))


def dark_share(sheet: Image.Image) -> float:
    """Of a sheet's pixels, those that are nearly black."""
    counts = sheet.convert("L").histogram()
    return sum(counts[:64]) / sum(counts)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("paper", "scheme"), [("A4", "dark"), ("Letter", "light")])
def test_a_page_prints_black_on_white_with_its_address_and_day(name, paper, scheme, visit, poppler, tmp_path):
    tab = visit(f"{path_of(name)}?theme=Health", scheme=scheme)
    text, sheets = printed(tab, tmp_path, paper)
    assert letters(tab.heading.inner_text()) in letters(text)
    assert f"{path_of(name)}?theme=Health" in text
    assert f"1 of {len(sheets)}" in text
    for sheet in sheets:
        assert sheet.getpixel((3, 3)) == sheet.getpixel((sheet.width - 4, 3)) == (255, 255, 255)
        assert dark_share(sheet) < 0.1


def test_the_statement_prints_whole(visit, dataset, poppler, tmp_path):
    tab = visit("/statement")
    tab.sentence(dataset.passages["passage_id"].iloc[-1]).wait_for()
    text, _ = printed(tab, tmp_path, "A4")
    found = letters(text)
    for passage in dataset.passages["text"]:
        words = passage.split()
        # A sheet may end within either, not within both.
        assert letters("".join(words[:5])) in found or letters("".join(words[-5:])) in found, passage


def test_figures_print_whole(visit, poppler, tmp_path):
    tab = visit("/commitments")
    tab.page.locator(".st-key-ladder .bars .point").first.wait_for()
    text, _ = printed(tab, tmp_path, "A4")
    for head in ("Done", "Pledged", "Committed", "Agreed", "Considered"):
        assert head in text


@pytest.mark.parametrize("window", [PHONE, {"width": 1280, "height": 720}], ids=["phone", "laptop"])
def test_the_picture_of_a_figure_carries_title_filter_and_source(window, visit):
    tab = visit("/commitments?theme=Health", window=window, scheme="dark")
    figure = tab.page.locator(".st-key-ladder")
    figure.locator(".bars .point").first.wait_for()
    with tab.page.expect_download() as waiting:
        figure.locator(".modebar-btn").dispatch_event("click")
    picture = Image.open(waiting.value.path()).convert("L")
    assert picture.width == 3 * chart.PICTURE
    above, below = (3 * room for room in charts.CAPTION)
    for top, bottom in ((0, above // 2), (above // 2, above), (picture.height - below, picture.height)):
        shades = picture.crop((0, top, picture.width, bottom)).getextrema()
        assert shades[0] < 100 < 240 < shades[1], "no words on a light ground"
