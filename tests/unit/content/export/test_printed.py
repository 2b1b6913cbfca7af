"""The documents as other programs print them: LibreOffice to PDF, Poppler to text."""

import os
import re
import shutil
import subprocess
import unicodedata

import pytest

from components.content import export


def program(name):
    path = shutil.which(name)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not installed")
    return path


@pytest.fixture(scope="module")
def printed(standard, tmp_path_factory):
    """The standard brief as PDF pages of text, made by LibreOffice from the documents, by their kind."""
    folder = tmp_path_factory.mktemp("printed")
    made = {"pages.docx": export.word(standard), "slides.pptx": export.powerpoint(standard)}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*office, *(str(folder / name) for name in made)], check=True, capture_output=True, timeout=300
    )
    return {name: pages(folder / f"{name}.pdf") for name in ("pages", "slides")}


def pages(file):
    """The text of each page, squeezed."""
    count = subprocess.run([program("pdfinfo"), file], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(
        [program("pdftotext"), file, "-"], check=True, capture_output=True, text=True
    ).stdout
    found = [squeezed(page) for page in text.split("\f")[:-1]]
    assert len(found) == int(re.search(r"^Pages:\s+(\d+)$", count, re.MULTILINE)[1])
    return found


def squeezed(text):
    """Text without blanks and hyphens: pages break their lines at both."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))


def test_the_standard_brief_takes_two_pages_at_most(printed):
    assert 1 <= len(printed["pages"]) <= 2


def test_every_card_can_be_read_on_paper(printed, standard):
    text = "".join(printed["pages"])
    for card in standard.cards:
        assert squeezed(card.heading) in text
        if card.passage is not None:
            assert squeezed(card.passage["text"]) in text


def test_every_slide_is_a_page_with_its_own_words(printed, standard):
    cover, *cards, sources = printed["slides"]
    assert squeezed(standard.title) in cover
    for page, card in zip(cards, standard.cards, strict=True):
        assert squeezed(card.heading) in page
        if card.passage is not None:
            assert squeezed(card.passage["text"]) in page
    assert squeezed(standard.sources[0]) in sources
