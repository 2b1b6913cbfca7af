"""Colours that can be told from both grounds, and one drawing per kind of money."""

import re
import tomllib
from itertools import combinations

import pandas as pd
import pytest
from coloraide import Color

from components.content.charts import palette
from data.load.dataset import FOLDER, load

CODES = load().codes
COLOURED = CODES[CODES["colour"] != ""]
CONFIG = tomllib.loads((FOLDER.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
SCHEMES = ["light", "dark"]
THEMES = dict(CODES[CODES["facet"] == "theme"][["code", "colour"]].itertuples(index=False))
READER = (FOLDER.parent / "components" / "ui" / "parts" / "statement_text.css").read_text(encoding="utf-8")


def contrast(one: str, other: str) -> float:
    """By WCAG 2, from 1 to 21."""
    return Color(one).contrast(other)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", [*COLOURED["colour"].unique(), palette.NEUTRAL])
def test_every_mark_stands_out_from_both_grounds(colour, scheme):
    assert contrast(colour, palette.GROUND[scheme]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_its_ground(scheme):
    assert contrast(palette.INK[scheme], palette.GROUND[scheme]) >= 7


def faded(colour: str, opacity: float, ground: str) -> str:
    """A colour at some opacity over a ground, as the browser mixes them."""
    return Color(ground).mix(colour, opacity, space="srgb").to_string(hex=True)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_small_print_and_links_can_be_read(scheme):
    small_print = faded(palette.INK[scheme], 0.6, palette.GROUND[scheme])  # a caption, as Streamlit fades it
    assert contrast(small_print, palette.GROUND[scheme]) >= 4.5
    assert contrast(CONFIG["theme"][scheme]["linkColor"], palette.GROUND[scheme]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", THEMES.values(), ids=THEMES)
def test_text_on_a_tint_of_its_theme_can_be_read(colour, scheme):
    """Tints and the pallor of muted text are those of reader.css."""
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    tints = [int(share) / 100 for share in re.findall(r"var\(--theme\) (\d+)%", READER)]
    assert len(tints) > 2
    for tint in tints:
        assert contrast(ink, faded(colour, tint, ground)) >= 4.5
    pale = [float(opacity) for opacity in re.findall(r"(?:number|muted) \{[^}]*opacity: ([\d.]+)", READER)]
    assert len(pale) >= 2
    for opacity in pale:
        assert contrast(faded(ink, opacity, ground), ground) >= 4.5


@pytest.mark.parametrize("blindness", [None, "protan", "deutan", "tritan"])
def test_themes_are_told_apart_whoever_looks(blindness):
    """By CIEDE2000, in which 2.3 can just be noticed; after Brettel et al. (1997) as `coloraide` has it."""
    seen = {theme: Color(c).filter(blindness) if blindness else Color(c) for theme, c in THEMES.items()}
    apart = {pair: seen[pair[0]].delta_e(seen[pair[1]], method="2000") for pair in combinations(seen, 2)}
    closest = min(apart, key=apart.get)
    print(f"{blindness or 'full colour'}: {' and '.join(closest)} are closest, {apart[closest]:.1f} apart")
    assert apart[closest] > 10


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


def test_a_kind_of_money_without_a_drawing_is_drawn_all_the_same():
    assert palette.basis("loan") == palette.OTHER and palette.OTHER not in palette.BASIS.values()


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
