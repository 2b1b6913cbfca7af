"""Colours that can be told from both grounds, and one drawing per kind of money."""

import re
import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest
from coloraide import Color

from components.content.charts import palette
from data import queries
from data.queries import Code

ROOT = Path(__file__).parents[4]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
STATEMENT_STYLE = (ROOT / "components" / "ui" / "parts" / "statement_text.css").read_text(encoding="utf-8")
SCHEMES = ["light", "dark"]


def contrast(one: str, other: str) -> float:
    """By WCAG 2, from 1 to 21."""
    return Color(one).contrast(other)


def faded(colour: str, opacity: float, ground: str) -> str:
    """A colour at some opacity over a ground, as the browser mixes them."""
    return Color(ground).mix(colour, opacity, space="srgb").to_string(hex=True)


@pytest.fixture(scope="module")
def of_scheme(shipped):
    """The colour of each theme, on each ground."""
    codes = queries.codes(shipped, "theme")
    light, swaps = palette.colours(codes), palette.dark_colours(codes)
    return {"light": light, "dark": {theme: swaps[colour] for theme, colour in light.items()}}


# Contrast


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_mark_stands_out_from_its_ground(of_scheme, scheme):
    ground = palette.GROUND[scheme]
    assert {theme for theme, colour in of_scheme[scheme].items() if contrast(colour, ground) < 4.5} == set()
    assert contrast(palette.NEUTRAL, palette.GROUND[scheme]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme):
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    assert contrast(ink, ground) >= 7
    assert contrast(faded(ink, 0.6, ground), ground) >= 4.5, "a caption, as Streamlit fades it"
    assert contrast(CONFIG["theme"][scheme]["linkColor"], ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_on_a_tint_of_its_theme_can_be_read(of_scheme, scheme):
    """Tints, and how pale muted text is, stand in statement_text.css."""
    ground, ink = palette.GROUND[scheme], palette.INK[scheme]
    tints = [int(share) / 100 for share in re.findall(r"var\(--theme\) (\d+)%", STATEMENT_STYLE)]
    muted = re.findall(r"(?:number|muted) \{[^}]*opacity: ([\d.]+)", STATEMENT_STYLE)
    assert len(tints) > 2 and len(muted) >= 2
    for colour, tint in product(of_scheme[scheme].values(), tints):
        assert contrast(ink, faded(colour, tint, ground)) >= 4.5
    for opacity in map(float, muted):
        assert contrast(faded(ink, opacity, ground), ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_and_inks_are_those_of_the_theme(scheme):
    theme = CONFIG["theme"][scheme]
    assert palette.GROUND[scheme] == theme["backgroundColor"]
    assert palette.INK[scheme] == theme["textColor"]


# Codes


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("blindness", [None, "protan", "deutan", "tritan"])
def test_themes_are_told_apart_with_any_colour_vision(of_scheme, scheme, blindness):
    """By CIEDE2000, in which 2.3 can just be noticed; after Brettel et al. (1997) as `coloraide` has it."""
    seen = {
        theme: Color(c).filter(blindness) if blindness else Color(c) for theme, c in of_scheme[scheme].items()
    }
    apart = {pair: seen[pair[0]].delta_e(seen[pair[1]], method="2000") for pair in combinations(seen, 2)}
    closest = min(apart, key=apart.get)
    print(
        f"{scheme}, {blindness or 'full colour'}: {' and '.join(closest)} are closest, {apart[closest]:.1f} apart"
    )
    assert apart[closest] > 13


@pytest.mark.parametrize("facet", ["theme", "actor", "date_kind"])
def test_codes_that_are_told_by_colour_have_colours_of_their_own(shipped, facet):
    colours = [code.colour for code in queries.codes(shipped, facet).values()]
    assert "" not in colours and len(set(colours)) == len(colours)


def test_every_theme_has_an_icon_of_its_own(shipped):
    icons = [theme.icon for theme in queries.codes(shipped, "theme").values()]
    assert "" not in icons and len(set(icons)) == len(icons)


def test_every_kind_of_money_that_is_drawn_has_a_drawing_of_its_own(shipped):
    drawn = set(queries.codes(shipped, "basis")) - {"policy"}
    assert set(palette.BASIS) == drawn
    assert len({tuple(style.values()) for style in palette.BASIS.values()}) == len(drawn)


def test_a_kind_of_money_without_a_drawing_is_drawn_as_an_outline():
    assert palette.basis("loan") == palette.OTHER and palette.OTHER not in palette.BASIS.values()


@pytest.mark.parametrize("colour", ["", "red", "#12345g", "#123", "#123456;x", "url(//attacker.example)"])
def test_a_code_without_a_hex_colour_is_grey(colour):
    codes = {"one": Code("One", "", "#010203", ""), "other": Code("Other", "", colour, "")}
    assert palette.colours(codes) == {"one": "#010203", "other": palette.NEUTRAL}


# Colours in the words of Plotly and of the map


def test_a_colour_is_told_as_css_and_as_channels():
    assert palette.rgba("#0a1fff", 0.25) == "rgba(10, 31, 255, 0.25)"
    assert palette.channels("#0a1fff") == (10, 31, 255)


@pytest.mark.parametrize("colour", ["", "red", "#12345g"])
def test_what_is_no_hex_colour_has_no_channels(colour):
    with pytest.raises(ValueError, match="invalid literal"):
        palette.channels(colour)


@pytest.mark.parametrize(("share", "expected"), [(0, (0, 0, 0)), (0.5, (128, 64, 0)), (1, (255, 128, 0))])
def test_a_mixed_colour_lies_between_colour_and_ground(share, expected):
    assert palette.mixed("#ff8000", "#000000", share) == expected


def test_shades_go_from_dark_to_pale():
    steps = [sum(palette.channels(shade)) for shade in palette.shades(4)]
    assert steps == sorted(set(steps))
    assert len(palette.shades(1)) == 1
