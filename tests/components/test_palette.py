"""Colours that can be told from both grounds, and one drawing per kind of money."""

import tomllib

import pandas as pd
import pytest

from components import palette
from data.dataset import FOLDER, load

CODES = load().codes
COLOURED = CODES[CODES["colour"] != ""]
CONFIG = tomllib.loads((FOLDER.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
SCHEMES = ["light", "dark"]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    shares = [channel / 255 for channel in palette.channels(colour)]
    red, green, blue = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_formula_knows_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", [*COLOURED["colour"].unique(), palette.NEUTRAL])
def test_every_mark_stands_out_from_both_grounds(colour, scheme):
    assert contrast(colour, palette.GROUND[scheme]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme):
    assert contrast(palette.INK[scheme], palette.GROUND[scheme]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_and_inks_are_those_of_the_theme(scheme):
    theme = CONFIG["theme"][scheme]
    assert palette.GROUND[scheme] == theme["backgroundColor"]
    assert palette.INK[scheme] == theme["textColor"]


@pytest.mark.parametrize("facet", ["theme", "actor", "date_kind"])
def test_codes_that_are_told_by_colour_have_colours_of_their_own(facet):
    colours = CODES[CODES["facet"] == facet]["colour"]
    assert "" not in set(colours)
    assert colours.is_unique


def test_every_theme_has_an_icon_of_its_own():
    icons = CODES[CODES["facet"] == "theme"]["icon"]
    assert "" not in set(icons)
    assert icons.is_unique


def test_every_kind_of_money_that_is_drawn_has_a_drawing_of_its_own():
    drawn = set(CODES[CODES["facet"] == "basis"]["code"]) - {"policy"}
    assert set(palette.BASIS) == drawn
    assert len({tuple(style.values()) for style in palette.BASIS.values()}) == len(drawn)


def test_a_code_without_a_colour_is_grey():
    codes = pd.DataFrame({"colour": ["#010203", ""]}, index=["one", "other"])
    assert palette.colours(codes) == {"one": "#010203", "other": palette.NEUTRAL}


def test_a_colour_in_the_words_of_plotly_and_of_the_map():
    assert palette.rgba("#0a1fff", 0.25) == "rgba(10, 31, 255, 0.25)"
    assert palette.channels("#0a1fff") == (10, 31, 255)


@pytest.mark.parametrize("colour", ["", "red", "#12345g"])
def test_what_is_no_hex_colour_is_refused(colour):
    with pytest.raises(ValueError):
        palette.channels(colour)


@pytest.mark.parametrize(("share", "expected"), [(0, (0, 0, 0)), (0.5, (128, 64, 0)), (1, (255, 128, 0))])
def test_a_mixed_colour_lies_between_colour_and_ground(share, expected):
    assert palette.mixed("#ff8000", "#000000", share) == expected
