"""The dataset of three sentences as files, to be broken one way at a time."""

import json

import pytest

from tests.unit.data.load.three_sentences import STATEMENT, TABLES_WITHOUT_FAULT, described


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "statement.md").write_text(STATEMENT, encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps(described()), encoding="utf-8")
    for name, text in TABLES_WITHOUT_FAULT.items():
        (tmp_path / "tables" / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path
