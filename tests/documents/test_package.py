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
    """Run the commands that the README gives. Returns the first that fails, or the last."""
    (commands,) = told(folder, "sh")
    for command in commands.strip().splitlines():
        program, *arguments = command.split()
        assert program == "python"
        done = run(folder, *arguments)
        if done.returncode:
            break
    return done


def test_frictionless_validates_it_as_the_readme_says(folder):
    done = validate(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "INVALID" not in done.stdout


@pytest.mark.parametrize(
    ("table", "said", "wrong"),
    [("tables/pledges.csv", "acknowledged", "grand_total"), ("corpus/links.csv", "same_point", "dropped")],
)
def test_a_broken_package_is_found_by_the_readmes_commands(folder, tmp_path, table, said, wrong):
    copy = shutil.copytree(folder, tmp_path / "copy")
    text = (copy / table).read_text(encoding="utf-8").replace(said, wrong)
    (copy / table).write_text(text, encoding="utf-8")
    assert validate(copy).returncode != 0


def test_pandas_reads_it_as_the_readme_says(folder, shipped):
    (program,) = told(folder, "python")
    done = run(folder, "-c", program)
    assert done.returncode == 0, done.stderr
    figures = [int(number) for number in re.findall(r"\b\d+\b", done.stdout)]
    assert sum(figures) == len(shipped.commitments)
