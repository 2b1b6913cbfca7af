"""Documents of briefs, printed by the programs that their users have."""

import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from components.content.brief import pins
from components.content.brief.standard_brief import standard_brief
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word
from tests.unit.content.export.documents import CHARTS, handout
from tests.unit.content.export.notes import TITLE, WRITTEN
from tests.unit.content.views import whole


def missing(what: str) -> None:
    """A failure where everything has to be there, a skip elsewhere."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed")


def run(name: str, *arguments: object) -> str:
    """What a program prints."""
    path = shutil.which(name)
    if path is None:
        missing(name)
    done = subprocess.run(
        [path, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=300
    )
    return done.stdout


@pytest.fixture(scope="session")
def briefs(shipped):
    """The standard brief, one of every chart and the map, and one with an odd note on each card."""
    noted = list(shipped.passages["passage_id"])[: len(WRITTEN)]
    return {
        "standard": handout(shipped, standard_brief(whole(shipped))),
        "charts": handout(shipped, [*CHARTS, f"map:{pins.first_view(shipped)}"]),
        "notes": handout(shipped, noted, dict(zip(noted, WRITTEN.values(), strict=True)), TITLE),
    }


@pytest.fixture(scope="session")
def printed(briefs, tmp_path_factory):
    """The text of each page, squeezed, by brief and kind: `printed["standard", "docx"]`. LibreOffice makes a
    PDF of each document, Poppler reads them."""
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for kind, write in (("docx", word), ("pptx", powerpoint)):
        for name, brief in briefs.items():
            (folder / f"{name}-{kind}.{kind}").write_bytes(write(brief))
            found[name, kind] = folder / f"{name}-{kind}.pdf"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    documents = [*folder.glob("*.docx"), *folder.glob("*.pptx")]
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents)
    return {name: pages(file) for name, file in found.items()}


def pages(file: Path) -> list[str]:
    found = [squeezed(page) for page in run("pdftotext", file, "-").split("\f")[:-1]]
    count = re.search(r"^Pages:\s+(\d+)$", run("pdfinfo", file), re.MULTILINE)
    assert count and len(found) == int(count[1])
    return found


def squeezed(text: str) -> str:
    """Text without blanks and hyphens: pages break their lines at both."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
