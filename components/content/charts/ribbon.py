"""The ribbon: the statement in reading order, a tick a sentence, as high as it commits firmly."""

from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import SLIDE_TEXT, TEXT_SIZE, TRANSPARENT, build_figure
from data.queries import Codes, Record, levels, records

LEVEL, WIDE_LEVEL = 22, 50  # px from one strength to the next, on a page and (before it is enlarged) a slide
STUB = 0.2  # height of a tick without a commitment, in levels
PALE = 0.16  # opacity of what is outside the view


def ribbon(table: pd.DataFrame, themes: Codes, strengths: Codes, wide: bool = False) -> go.Figure:
    """One tick per sentence from left to right, higher for a firmer commitment, in its theme's colour.

    `table` as from `queries.ribbon`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; a sentence outside the view is pale. Above the ticks are
    the names of runs, below them those of sections, each only where it fits.
    """
    level_of = levels(strengths)
    label_of = {strength: code.label.lower() for strength, code in strengths.items()}
    label_of[""] = "no commitment"
    colours = palette.colours(themes)
    sentences = records(table)
    ticks = {
        "type": "bar",
        "x": [sentence["position"] for sentence in sentences],
        "y": [level_of.get(sentence["strength"], STUB) for sentence in sentences],
        "width": 0.72,
        "marker": {
            "color": [_tint(colours[sentence["theme"]], sentence["shown"]) for sentence in sentences],
        },
        "customdata": [
            (sentence["passage_id"], themes[sentence["theme"]].label, label_of[sentence["strength"]])
            for sentence in sentences
        ],
        "hovertemplate": "%{customdata[1]}, %{customdata[2]}<br>%{customdata[0]}<extra></extra>",
        "hoverinfo": "text",  # no label of its position beside it
        "meta": {"theme": 1},
    }
    top = max(level_of.values())
    sections = table[table["section"] != ""].drop_duplicates("section")
    y_axis = {
        "tickvals": list(level_of.values()),
        "ticktext": [code.label for code in strengths.values()],
        "range": [-1.2, top + 1.5],
    }
    x_axis = {
        "tickvals": list(sections["position"] - 0.5),
        "showticklabels": False,
        "griddash": "dot",
        "range": [0.4, len(table) + 0.6],
    }
    names = _names(_runs(sentences), records(sections), len(table), top, themes)
    fig = build_figure([names, ticks], WIDE_LEVEL if wide else LEVEL, x_axis=x_axis, y_axis=y_axis)
    fig.layout.hovermode = "x"  # a click anywhere above or below a tick opens its sentence
    # Plotly hides what is written in a bar where it does not fit at this size.
    fig.layout.uniformtext = {"mode": "hide", "minsize": SLIDE_TEXT if wide else TEXT_SIZE}
    return fig


def _names(runs: list[list[Record]], sections: list[Record], count: int, top: int, themes: Codes) -> dict:
    """Bars from the first to the last sentence of what they name: runs above the ticks, tinted; sections
    below, unseen."""
    colours = palette.colours(themes)
    starts = [section["position"] - 0.5 for section in sections]
    ends = [*starts, count + 0.5][1:]
    shown = [any(sentence["shown"] for sentence in run) for run in runs]
    ink = palette.INK["light"]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [run[0]["position"] - 0.5 for run in runs] + starts,
        "x": [len(run) for run in runs] + [end - start for start, end in zip(starts, ends, strict=True)],
        "y": [top + 0.9] * len(runs) + [-0.6] * len(sections),
        "width": 1.2,  # 26 px on a page: Firefox takes 20 for words, Plotly 3 on each side
        "marker": {
            "color": [
                palette.rgba(colours[run[0]["theme"]], PALE if visible else PALE / 3)
                for run, visible in zip(runs, shown, strict=True)
            ]
            + [TRANSPARENT] * len(sections)
        },
        "text": [themes[run[0]["theme"]].label for run in runs]
        + [section["section"].split(":")[0] for section in sections],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        # A name outside the view is transparent, not left out, so that a theme changes nothing but colours.
        "insidetextfont": {
            "color": [ink if visible else TRANSPARENT for visible in shown] + [ink] * len(sections)
        },
        "hoverinfo": "skip",
    }


def _runs(sentences: list[Record]) -> list[list[Record]]:
    """The sentences in groups of neighbours that share a theme."""
    return [list(run) for _, run in groupby(sentences, key=lambda sentence: sentence["theme"])]


def _tint(colour: str, shown: bool) -> str:
    return palette.rgba(colour, 1 if shown else PALE)
