"""The list of pages."""

from pathlib import Path

from components.ui.session import page_names

ROOT = Path(__file__).parents[4]


def test_every_file_in_pages_stands_in_the_navigation_and_has_a_file():
    files = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"__init__"}
    assert files == set(page_names.PAGES)
