"""Pages as the browser prints them, read back with poppler."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.tab import Tab

MISSING = "pdftotext and pdftoppm (poppler-utils) read what is printed: install them."


def need_poppler() -> None:
    """Skip the test, or on CI fail it, where poppler is not installed."""
    if not (shutil.which("pdftotext") and shutil.which("pdftoppm")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)


def printed(tab: Tab, folder: Path, paper: str = "A4") -> tuple[str, list[Image.Image]]:
    """The text of a printed page, and its sheets at 30 dots an inch."""
    need_poppler()
    file = folder / "page.pdf"
    tab.page.pdf(path=file, format=paper)
    return read(file, dots=30)  # enough for black on white


def read(file: Path, dots: int = 60) -> tuple[str, list[Image.Image]]:
    """The text of a PDF, where a form feed ends each sheet, and its sheets at so many dots an inch."""
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True)
    folder = file.parent
    subprocess.run(["pdftoppm", "-r", str(dots), "-png", file, folder / "sheet"], check=True)
    return text.stdout, [Image.open(sheet).convert("RGB") for sheet in sorted(folder.glob("sheet*.png"))]


def letters(text: str) -> str:
    """Letters and digits alone: lines and hyphens fall elsewhere on paper."""
    return "".join(filter(str.isalnum, text))


def assert_black_on_white(sheet: Image.Image) -> None:
    """White in the corners, and under a tenth of it nearly black."""
    assert sheet.getpixel((3, 3)) == sheet.getpixel((sheet.width - 4, 3)) == (255, 255, 255)
    counts = sheet.convert("L").histogram()
    assert sum(counts[:64]) / sum(counts) < 0.1
