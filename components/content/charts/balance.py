"""The balance: a square a commitment, firm ones left of a middle line, loose ones right of it."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import (
    LETTER_WIDTH,
    MARGIN,
    SLIDE_TEXT,
    TEXT_SIZE,
    TRANSPARENT,
    build_figure,
)
from components.content.text import formatting, measure
from data import queries
from data.queries import Codes, Record, records

ROW, WIDE_ROW = 25, 36  # px from row to row, on a page and (before it is enlarged) on a slide
SIDE = 6  # squares that have room on each side at least, so that few are not drawn broad
SQUARE = 0.84  # of a row's height
NARROWEST = 7.5  # px: the width of a square on a screen 320 px wide
DOT, NOTCH = 5, 7  # px: width of the dot, and of the notch in the close-up
LINE, WIDE_LINE, WIDEST_LINE = 17, 20, 30  # px from line to line of the close-up
LETTERS = 45  # on a line of the close-up: fit on a screen 320 px wide
WIDE_HEIGHT = 400  # px that a close-up should fill on a slide, before it is enlarged
ENLARGED = SLIDE_TEXT / TEXT_SIZE


class Look(NamedTuple):
    """How a square is drawn: opacity of its fill, width of its outline in px, whether it has a notch."""

    fill: float
    outline: float
    notched: bool


def balance(
    table: pd.DataFrame, themes: Codes, strengths: Codes, firm: Collection[str], wide: bool = False
) -> go.Figure:
    """A square per commitment, a row per theme, the firmest theme on top; of one theme, named rows.

    `table` as from `queries.commitments`, `themes` and `strengths` as from `queries.codes`. firm: the
    strengths left of the middle line.
    """
    rows = records(table)
    looks = _looks(strengths, firm)
    colours = palette.colours(themes)
    if len({row["theme"] for row in rows}) == 1:
        return _close_up(rows, themes, strengths, firm, looks, wide)
    sides = _sides(rows, firm)
    order = {theme: rank for rank, theme in enumerate(themes)}
    ranked = sorted(sides, key=lambda theme: (-_share_firm(sides[theme]), order[theme]))
    left = max(SIDE, *(len(sides[theme][0]) for theme in ranked))
    right = max(SIDE, *(len(sides[theme][1]) for theme in ranked))
    squares: list[tuple[Record, float, int]] = []  # commitment, left edge, row
    labels = _heads(rows, strengths, firm)
    for rank, theme in enumerate(ranked):
        firm_ones, loose_ones = sides[theme]
        squares += [(row, place - len(firm_ones), -rank) for place, row in enumerate(firm_ones)]
        squares += [(row, place, -rank) for place, row in enumerate(loose_ones)]
        name = f"{themes[theme].label}  <b>{len(firm_ones)}</b>"
        labels += [
            (name, -len(firm_ones) - 0.12, -rank, "middle left"),
            (f"<b>{len(loose_ones)}</b>", len(loose_ones) + 0.12, -rank, "middle right"),
        ]
    drawn = [looks[row["strength"]] for row, _, _ in squares]
    hues = [colours[row["theme"]] for row, _, _ in squares]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [edge + 0.05 for _, edge, _ in squares],
        "x": [0.9] * len(squares),
        "y": [level for _, _, level in squares],
        "width": SQUARE,
        "marker": _fills(hues, drawn),
        "customdata": [_carried(row, themes, strengths) for row, _, _ in squares],
        "hovertemplate": "%{customdata[3]}<br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
        "meta": {"theme": 1},
    }
    bites = [
        (edge + 0.05, level) for (_, edge, level), look in zip(squares, drawn, strict=True) if look.notched
    ]
    dotted = [
        (edge + 0.5, level, colour)
        for (row, edge, level), colour in zip(squares, _dot_colours(hues, drawn), strict=True)
        if row["specific"]
    ]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in dotted],
        "y": [level for _, level, _ in dotted],
        "marker": {"size": DOT, "opacity": 1, "color": [colour for *_, colour in dotted]},
        "hoverinfo": "skip",
    }
    x_axis = {
        "tickvals": [0],
        "showticklabels": False,
        "gridcolor": palette.NEUTRAL,
        "gridwidth": 1,
        "range": [-left - 0.2, right + 0.2],
    }
    y_axis = {"visible": False, "range": [0.4 - len(ranked), 2.05]}
    fig = build_figure(
        [bars, _notches(bites), dots, _text(labels)],
        WIDE_ROW if wide else ROW,
        x_axis=x_axis,
        y_axis=y_axis,
    )
    fig.layout.margin.l = _margin(labels, "left", left)
    fig.layout.margin.r = _margin(labels, "right", right)
    return fig


def legend(strengths: Codes, firm: Collection[str]) -> str:
    """How the squares look, in words, and what the middle line is."""
    looks, words = _looks(strengths, firm), []
    for name, of_name in (
        ("Notched", lambda look: look.notched),
        ("Solid", lambda look: look.fill == 1 and not look.notched),
        ("Tinted", lambda look: 0 < look.fill < 1),
        ("Outlined", lambda look: look.fill == 0),
    ):
        labels = [code.label.lower() for strength, code in strengths.items() if of_name(looks[strength])]
        if labels:
            words.append(f"{name}: {', '.join(labels)}.")
    marks = formatting.listed(list(queries.MARKS.values()), "or")
    words.append(f"Dot: names {formatting.article(marks)} {marks}.")
    words.append("The middle line is a reading aid, not a code.")
    return " ".join(words)


def commitment_of(mark: Sequence[str]) -> str:
    """The id of the commitment of a square, given as its customdata."""
    return mark[4]


def _looks(strengths: Codes, firm: Collection[str]) -> dict[str, Look]:
    """The look of each strength: solid and tinted next to the middle line, notched and outlined beyond."""
    left = [strength for strength in strengths if strength in firm]
    right = [strength for strength in strengths if strength not in firm]
    looks = {strength: Look(1, 0, True) for strength in left} | {
        strength: Look(0, 1.5, False) for strength in right
    }
    if left:
        looks[left[-1]] = Look(1, 0, False)
    if right:
        looks[right[0]] = Look(0.28, 1.5, False)
    return looks


def _sides(rows: list[Record], firm: Collection[str]) -> dict[str, tuple[list[Record], list[Record]]]:
    """By theme its firm and its loose commitments, each firmest first."""
    sides: dict[str, tuple[list[Record], list[Record]]] = {}
    for row in rows:
        sides.setdefault(row["theme"], ([], []))[row["strength"] not in firm].append(row)
    return sides


def _share_firm(sides: tuple[list[Record], list[Record]]) -> float:
    return len(sides[0]) / (len(sides[0]) + len(sides[1]))


Label = tuple[str, float, float, str]  # text, x, y and Plotly's position of the text beside that point


def _heads(rows: list[Record], strengths: Codes, firm: Collection[str]) -> list[Label]:
    """What stands above the two sides: how many commitments, of which strengths."""
    count = sum(row["strength"] in firm for row in rows)
    words: list[list[str]] = [[], []]
    for strength, code in strengths.items():
        words[strength not in firm].append(code.label.lower())
    return [
        (f"<b>{count} firm</b><br>{', '.join(words[0])}", -0.12, 0.55, "top left"),
        (f"<b>{len(rows) - count} loose</b><br>{', '.join(words[1])}", 0.12, 0.55, "top right"),
    ]


def _text(labels: list[Label]) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "text": [text for text, _, _, _ in labels],
        "x": [x for _, x, _, _ in labels],
        "y": [y for _, _, y, _ in labels],
        "textposition": [position for _, _, _, position in labels],
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _margin(labels: list[Label], side: str, squares: int) -> int:
    """The margin in px at which the labels of a side fit on the narrowest screen.

    squares: how many have room on the side.
    """
    longest = [
        max(map(measure.width, text.replace("<b>", "").replace("</b>", "").split("<br>"))) * LETTER_WIDTH
        - (squares - abs(x)) * NARROWEST
        for text, x, _, position in labels
        if position.endswith(side)
    ]
    return MARGIN + round(max(*longest, LETTER_WIDTH))


def _fills(hues: list[str], looks: list[Look]) -> dict:
    return {
        "color": [palette.rgba(hue, look.fill) for hue, look in zip(hues, looks, strict=True)],
        "line": {"color": hues, "width": [look.outline for look in looks]},
    }


def _dot_colours(hues: list[str], looks: list[Look]) -> list[str]:
    """The dot has the colour of the ground on a full square, and of its theme on any other."""
    return [palette.GROUND["light"] if look.fill == 1 else hue for hue, look in zip(hues, looks, strict=True)]


def _notches(corners: Sequence[tuple[float, float]]) -> dict:
    """What is cut out of squares: at the upper left corner, given as (left edge, row)."""
    size = 0.3
    return {
        "type": "bar",
        "orientation": "h",
        "base": [edge for edge, _ in corners],
        "x": [size] * len(corners),
        "y": [level + (SQUARE - size) / 2 for _, level in corners],
        "width": size,
        "marker": {"color": palette.GROUND["light"]},
        "hoverinfo": "skip",
    }


def _carried(row: Record, themes: Codes, strengths: Codes) -> tuple[str, ...]:
    """What a mark carries: passage, theme, strength with what it names, title, and id of the commitment."""
    named = [f"{formatting.article(word)} {word}" for column, word in queries.MARKS.items() if row[column]]
    strength = strengths[row["strength"]].label.lower()
    words = f"{strength}, names {formatting.listed(named)}" if named else strength
    return row["passage_id"], themes[row["theme"]].label, words, row["title"], row["commitment_id"]


def _close_up(
    rows: list[Record],
    themes: Codes,
    strengths: Codes,
    firm: Collection[str],
    looks: dict[str, Look],
    wide: bool,
) -> go.Figure:
    """A row per commitment with its title, under the heads of its strength. The whole row is the mark."""
    titles: list[str] = []
    levels: list[float] = []  # y of each row, in lines from the top
    heights: list[float] = []
    heads: list[Label] = []
    bottom = 0.0
    for strength, group in groupby(rows, key=lambda row: row["strength"]):
        of_strength = list(group)
        side = "firm" if strength in firm else "loose"
        head = f"<b>{strengths[strength].label}</b>  {len(of_strength)}  ·  {side}"
        heads.append((head, 0, bottom - 0.6, "middle right"))
        bottom -= 1.2
        for row in of_strength:
            lines = [row["title"]] if wide else measure.wrapped(row["title"], LETTERS)
            titles.append("<br>".join(lines))
            heights.append(len(lines) + 0.2)
            levels.append(bottom - heights[-1] / 2)
            bottom -= heights[-1]
        bottom -= 0.2
    hues = [palette.colours(themes)[row["theme"]] for row in rows]
    drawn = [looks[row["strength"]] for row in rows]
    scale = ENLARGED if wide else 1
    whole_rows = {
        "type": "bar",
        "orientation": "h",
        "x": [1] * len(rows),
        "y": levels,
        "width": heights,
        "marker": {"color": TRANSPARENT},
        "customdata": [_carried(row, themes, strengths) for row in rows],
        "hovertemplate": "%{customdata[1]}, %{customdata[2]}<extra></extra>",
        "meta": {"theme": 1},
    }
    squares = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [0] * len(rows),
        "y": levels,
        "marker": {"symbol": "square", "size": 15, "opacity": 1, **_fills(hues, drawn)},
        "text": titles,
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    on_squares = [
        *(
            (level, NOTCH, palette.GROUND["light"])
            for level, look in zip(levels, drawn, strict=True)
            if look.notched
        ),
        *(
            (level, DOT, colour)
            for level, row, colour in zip(levels, rows, _dot_colours(hues, drawn), strict=True)
            if row["specific"]
        ),
    ]
    is_notch = [size == NOTCH for _, size, _ in on_squares]
    notches_and_dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [0] * len(on_squares),
        "y": [level for level, _, _ in on_squares],
        "marker": {
            "symbol": ["square" if notch else "circle" for notch in is_notch],
            "size": [size for _, size, _ in on_squares],
            "opacity": 1,
            "line": {"width": 0},  # Plotly would outline marks of several sizes
            "color": [colour for *_, colour in on_squares],
            "angle": [135 if notch else 0 for notch in is_notch],
            "standoff": [10 * scale if notch else 0 for notch in is_notch],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    line = min(max(WIDE_HEIGHT / -bottom, WIDE_LINE), WIDEST_LINE) if wide else LINE
    fig = build_figure(
        [whole_rows, squares, notches_and_dots, _text(heads)],
        round(line),
        x_axis={"visible": False, "range": [0, 1]},
        y_axis={"visible": False, "range": [bottom, 0]},
    )
    fig.layout.margin.l = 2 * MARGIN
    return fig
