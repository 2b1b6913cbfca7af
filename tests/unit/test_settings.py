"""Streamlit's settings, .streamlit/config.toml."""

import tomllib
from pathlib import Path

SETTINGS = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_streamlit_sends_no_statistics_to_its_makers():
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False


def test_the_browser_forgets_parts_of_a_page_later_than_quick_clicks_need_them():
    """Streamlit's own 2 runs ended pages for good: see the comment in the file."""
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["global"]["maxCachedMessageAge"] >= 10
