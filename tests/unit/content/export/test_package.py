"""The zip that readers take away, opened in an empty folder by someone who has only its README."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from components.content import export
from data import citation
from data.load.dataset import FOLDER, TABLES, load


@pytest.fixture(scope="module")
def folder(shipped, tmp_path_factory):
    """An empty folder with nothing but the unpacked zip."""
    folder = tmp_path_factory.mktemp("package")
    content = export.package(FOLDER, {"CITATION.cff": citation.cff(shipped)})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def told(folder, language):
    """The README's code blocks in a language."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def run(folder, command):
    """Run in the folder, without this project on Python's path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_package_holds_what_it_takes_to_use_and_to_cite(folder):
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    texts = {"README.md", "CODEBOOK.md", "CHANGES.md", "LICENSE.md", "statement.md", "CITATION.cff"}
    assert files == texts | {"datapackage.json"} | {f"tables/{name}.csv" for name in TABLES}


def test_frictionless_validates_it_as_the_readme_says(folder):
    (command,) = told(folder, "sh")
    program, *arguments = command.split()
    assert program == "python"
    done = run(folder, [sys.executable, *arguments])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "INVALID" not in done.stdout


def test_pandas_reads_it_as_the_readme_says(folder, shipped):
    (program,) = told(folder, "python")
    done = run(folder, [sys.executable, "-c", program])
    assert done.returncode == 0, done.stderr
    figures = [int(number) for number in re.findall(r"\b\d+\b", done.stdout)]
    assert sum(figures) == len(shipped.commitments)


def test_the_app_itself_can_show_it(folder, shipped):
    assert load(folder).commitments.equals(shipped.commitments)


def test_a_broken_package_is_found_by_its_readme(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    table = copy / "tables" / "pledges.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("acknowledged", "grand_total"), encoding="utf-8"
    )
    program, *arguments = told(copy, "sh")[0].split()
    assert run(copy, [sys.executable, *arguments]).returncode != 0


def test_the_same_data_make_the_same_zip(shipped):
    written = {"CITATION.cff": citation.cff(shipped)}
    assert export.package(FOLDER, written) == export.package(FOLDER, written)


def test_the_citation_at_the_top_is_that_of_the_data(shipped):
    assert (FOLDER.parent / "CITATION.cff").read_text(encoding="utf-8") == citation.cff(shipped)


def test_citations_name_title_year_and_version(shipped):
    for text in (citation.plain(shipped), citation.bibtex(shipped), citation.cff(shipped)):
        assert shipped.descriptor["title"] in text
        assert shipped.descriptor["version"] in text
        assert shipped.descriptor["created"][:4] in text


def test_another_dataset_need_not_name_licence_and_publisher(shipped):
    bare = replace(shipped, descriptor=shipped.descriptor | {"licenses": [], "sources": []})
    text = citation.cff(bare)
    assert "license:" not in text
    assert f'name: "{shipped.statement.title}"' in text


def test_bibtex_closes_what_it_opens(shipped):
    entry = citation.bibtex(shipped)
    assert entry.startswith("@misc{") and entry.endswith("}")
    assert entry.count("{") == entry.count("}")
