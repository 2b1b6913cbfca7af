"""Streamlit's settings, .streamlit/config.toml."""

import tomllib
from pathlib import Path

SETTINGS = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_streamlit_sends_no_statistics_to_its_makers():
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
