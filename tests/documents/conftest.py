"""Documents of briefs, and what the programs that their users have print of them."""

import html
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from components.content.brief import pins
from components.content.brief.standard_brief import standard_brief
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from tests.unit.content.export.documents import CHARTS, handout
from tests.unit.content.export.notes import TITLE, WRITTEN
from tests.unit.content.views import whole

TWO_SCRIPTS = "동맹 موجز التحالف"


def missing(what: str) -> None:
    """A failure where everything has to be there, a skip elsewhere."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed")


def run(name: str, *arguments: object) -> str:
    """What a program prints."""
    path = shutil.which(name)
    if path is None:
        missing(name)
    done = subprocess.run([path, *map(str, arguments)], check=True, capture_output=True, timeout=300)
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture(scope="session")
def standard(shipped):
    """The standard brief of the whole statement."""
    return handout(shipped, standard_brief(whole(shipped)))


@pytest.fixture(scope="session")
def briefs(shipped, standard):
    """The standard brief, one of every kind of card, and one with an odd note on each card."""
    by_length = sorted(
        shipped.passages["passage_id"], key=shipped.passages.set_index("passage_id")["text"].map(len).get
    )
    others = [f"map:{pins.first_view(shipped)}", by_length[0], by_length[-1], "chart:balance~health"]
    noted = list(shipped.passages["passage_id"])[: len(WRITTEN)]
    return {
        "standard": standard,
        "kinds": handout(shipped, [*CHARTS, "chart:agreement", *others], title=f"{TWO_SCRIPTS}: a brief"),
        "notes": handout(shipped, noted, dict(zip(noted, WRITTEN.values(), strict=True)), TITLE),
    }


@pytest.fixture(scope="session")
def files(briefs, tmp_path_factory):
    """A PDF of each document, which LibreOffice makes, by brief and kind: `files["standard", "docx"]`."""
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for kind, write in (("docx", word), ("pptx", powerpoint)):
        for name, brief in briefs.items():
            (folder / f"{name}-{kind}.{kind}").write_bytes(write(brief))
            found[name, kind] = folder / f"{name}-{kind}.pdf"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    documents = [*folder.glob("*.docx"), *folder.glob("*.pptx")]
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents)
    return found


@pytest.fixture(scope="session")
def printed(files):
    """The text of each page, squeezed, by brief and kind."""
    return {name: pages(file) for name, file in files.items()}


@pytest.fixture(scope="session")
def words(files):
    """The words of each page with their places, by brief and kind."""
    return {name: placed(file) for name, file in files.items()}


@pytest.fixture(scope="session")
def drawn(files):
    """Each slide as a picture of 240 × 135 grey pixels, by brief."""
    found = {}
    for (name, kind), file in files.items():
        if kind == "pptx":
            run("pdftoppm", "-r", 18, "-gray", file, file.with_suffix(""))
            found[name] = [Image.open(page) for page in sorted(file.parent.glob(f"{file.stem}-*.pgm"))]
    return found


class Word(NamedTuple):
    """A word on a page, in points from its left upper corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def placed(file: Path) -> list[list[Word]]:
    pattern = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    return [
        [Word(*map(float, found[:4]), html.unescape(found[4])) for found in re.findall(pattern, page)]
        for page in run("pdftotext", "-bbox", file, "-").split("</page>")[:-1]
    ]


def pages(file: Path) -> list[str]:
    found = [squeezed(page) for page in run("pdftotext", file, "-").split("\f")[:-1]]
    count = re.search(r"^Pages:\s+(\d+)$", run("pdfinfo", file), re.MULTILINE)
    assert count and len(found) == int(count[1])
    return found


def squeezed(text: str) -> str:
    """Text without blanks and hyphens: pages break their lines at both."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
