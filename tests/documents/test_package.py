"""The zip that readers take away, opened in an empty folder by someone who has only its README."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

from components.content.export import csv_zip
from data import citation
from data.load import FOLDER


@pytest.fixture(scope="module")
def folder(shipped, tmp_path_factory):
    """An empty folder with nothing but the unpacked zip."""
    folder = tmp_path_factory.mktemp("package")
    content = csv_zip.package(FOLDER, {"CITATION.cff": citation.cff(shipped)})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def told(folder, language):
    """The README's code blocks in a language."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def run(folder, *arguments):
    """Run Python in the folder, without this project on its path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def validate(folder):
    """Run the command that the README gives."""
    (command,) = told(folder, "sh")
    program, *arguments = command.split()
    assert program == "python"
    return run(folder, *arguments)


def test_frictionless_validates_it_as_the_readme_says(folder):
    done = validate(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "INVALID" not in done.stdout


def test_a_broken_package_is_found_by_the_readmes_command(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    table = copy / "tables" / "pledges.csv"
    text = table.read_text(encoding="utf-8").replace("acknowledged", "grand_total")
    table.write_text(text, encoding="utf-8")
    assert validate(copy).returncode != 0


def test_pandas_reads_it_as_the_readme_says(folder, shipped):
    (program,) = told(folder, "python")
    done = run(folder, "-c", program)
    assert done.returncode == 0, done.stderr
    figures = [int(number) for number in re.findall(r"\b\d+\b", done.stdout)]
    assert sum(figures) == len(shipped.commitments)
