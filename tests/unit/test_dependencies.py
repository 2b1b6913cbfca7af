"""What is installed is asked for with a reason, pinned with hashes, and listed with its licence."""

import re
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
FILES = ("requirements", "requirements-dev", "data/geo/requirements")
COPYLEFT = re.compile(r"GPL|MPL|EPL|EUPL|CDDL|OSL|CC-BY-SA")


class Pin(NamedTuple):
    version: str
    hashes: int
    asked_by: tuple[str, ...]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def asked(file: str) -> dict[str, tuple[str, str]]:
    """Version and reason of every package that an `.in` file asks for."""
    lines = [line for line in text(f"{file}.in").splitlines() if not line.startswith(("#", "-r ", "-c "))]
    matches = [re.fullmatch(r"([a-z0-9-]+)==([\w.]+) +# (\S.*)", line) for line in lines]
    assert None not in matches, f"not `name==version # what for`: {lines[matches.index(None)]}"
    return {match[1]: (match[2], match[3]) for match in matches if match}


def pinned(file: str) -> dict[str, Pin]:
    """Every package of a `.txt` file."""
    pins = {}
    for block in re.split(r"^(?=[^\s#])", text(f"{file}.txt"), flags=re.MULTILINE)[1:]:
        head = re.match(r"([a-z0-9-]+)==([\w.]+)(?: ; [^\\]+)? \\\n", block)
        assert head, f"not one version with hashes: {block.splitlines()[0]}"
        assert head[1] not in pins, f"pinned twice: {head[1]}"
        by = re.findall(r"^    #(?: via|  ) ([a-z0-9-]+)$", block, flags=re.MULTILINE)
        pins[head[1]] = Pin(head[2], block.count("--hash=sha256:"), tuple(by))
    return pins


def listed(file: str) -> dict[str, tuple[str, str]]:
    """The table under the heading that names a file: what for or asked for by, and the licence."""
    _, section = re.split(rf"^## .*`{re.escape(file)}`.*$", text("docs/DEPENDENCIES.md"), flags=re.MULTILINE)
    rows = re.findall(r"^\| ([a-z0-9-]+) \| (.+) \| (.+) \|$", section.split("\n## ")[0], flags=re.MULTILINE)
    return {name: (why, licence) for name, why, licence in rows if name != "package"}


APP, DEV, GEO = (pinned(file) for file in FILES)
LISTED = [f"{file}.in" for file in FILES] + ["requirements.txt", "requirements-dev.txt"]
LICENCES = {(name, licence) for file in LISTED for name, (_, licence) in listed(file).items()}


@pytest.mark.parametrize("file", FILES)
def test_what_is_asked_for_is_pinned_at_the_version_asked_for(file):
    pins = pinned(file)
    assert {name: version for name, (version, _) in asked(file).items()} == {
        name: pins[name].version for name in asked(file) if name in pins
    }


@pytest.mark.parametrize("file", FILES)
def test_every_pin_has_a_hash(file):
    assert not [name for name, pin in pinned(file).items() if not pin.hashes]


@pytest.mark.parametrize("file", FILES)
def test_a_pinned_file_says_how_it_is_made_and_names_no_address(file):
    made = text(f"{file}.txt")
    options = "--universal --generate-hashes --python-version 3.11"
    assert re.search(rf"^#    uv pip compile {options}.* {file}.in -o {file}.txt$", made, flags=re.MULTILINE)
    assert "://" not in made and "--index" not in made and "--find-links" not in made


def test_tests_run_on_the_versions_that_the_app_runs_on():
    assert {name: pin.version for name, pin in APP.items()} == {
        name: DEV[name].version for name in APP if name in DEV
    }


def test_outlines_are_made_with_the_versions_that_the_app_has():
    assert all(pin.version == APP[name].version for name, pin in GEO.items() if name in APP)


@pytest.mark.parametrize("file", FILES)
def test_a_package_that_is_asked_for_is_listed_with_its_reason(file):
    assert {name: why for name, (why, _) in listed(f"{file}.in").items()} == {
        name: reason for name, (_, reason) in asked(file).items()
    }


def test_a_package_that_is_brought_along_is_listed_with_who_asks_for_it():
    app = {name: pin for name, pin in APP.items() if name not in asked("requirements")}
    dev = {name: pin for name, pin in DEV.items() if name not in {*APP, *asked("requirements-dev")}}
    for file, brought in (("requirements.txt", app), ("requirements-dev.txt", dev)):
        by = {name: ", ".join(pin.asked_by) for name, pin in brought.items()}
        assert {name: why for name, (why, _) in listed(file).items()} == by
    assert set(GEO) == set(asked("data/geo/requirements")), "outlines bring packages: give them a table"


def test_a_licence_is_the_one_that_the_installed_package_states():
    stated = {}
    for name, _ in LICENCES:
        try:
            stated[name] = metadata.metadata(name).get("License-Expression")
        except metadata.PackageNotFoundError:  # one for another system, or for making outlines
            continue
    assert any(stated.values())
    assert not [(name, licence) for name, licence in LICENCES if stated.get(name) not in {None, licence}]


def test_what_a_copyleft_licence_asks_for_is_said():
    _, said = text("docs/DEPENDENCIES.md").split("\n## Copyleft\n")
    named = set(re.findall(r"\*\*(.+?)\*\*", said))
    assert {name for name, licence in LICENCES if COPYLEFT.search(licence)} <= named
