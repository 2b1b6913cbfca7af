"""The statement of May 2022, first five paragraphs: as the program drafts it, and as a person confirms it."""

import json
import shutil

import pytest

from data import new
from data.draft.files import read_rows, write_rows
from tests.unit.data.draft.first_paragraphs import FIRST_PARAGRAPHS
from tests.unit.data.load.breaking import describe_as


@pytest.fixture(scope="session")
def draft(tmp_path_factory):
    """The draft that tests copy before they change it."""
    folder = tmp_path_factory.mktemp("draft") / "may-2022"
    new.main([str(FIRST_PARAGRAPHS / "text.md"), str(folder)])
    return folder


@pytest.fixture
def drafted(draft, tmp_path):
    return shutil.copytree(draft, tmp_path / "may-2022")


@pytest.fixture
def confirmed(drafted):
    """The draft after the recipe of CONTRIBUTING.md: tables as a person left them, nothing a proposal."""
    for table in (FIRST_PARAGRAPHS / "tables").iterdir():
        shutil.copy(table, drafted / "tables")
    codes = read_rows(drafted, "codes")
    columns = [column for column in codes[0] if column != "proposal"]
    write_rows(drafted / "tables" / "codes.csv", columns, codes)
    about = json.loads((FIRST_PARAGRAPHS / "about.json").read_text(encoding="utf-8"))

    def confirm(descriptor):
        del descriptor["proposals"]
        descriptor["about"] = about

    describe_as(drafted, confirm)
    return drafted
