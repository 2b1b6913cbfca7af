"""Two texts as ribbons, the older over the newer; lines join sentences that make the same point."""

import textwrap
from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import SLIDE_TEXT, TEXT_SIZE, TRANSPARENT, build_figure, packed
from components.content.text import comparison as words
from data.queries import Comparison, Sentence

ROW, WIDE_ROW = 24, 52  # px for one unit, on a page and (before it is enlarged) on a slide
# By side, in units from below: where the ticks begin (they are one unit high), and the middle of the counts.
TICKS, COUNTS = {"old": 3.9, "new": 1.15}, {"old": 5.6, "new": 0.45}
COUNT_HEIGHT = 1.1
FIRST_COUNT = 0.36  # where the second of two counts begins, as a share of the width
COUNTED_TICK, BESIDE_TICK = 0.008, "\u2003"  # the width of the tick beside a count, and the space after it
THICKNESS = 0.72  # of a tick, where 1 is from tick to tick
PAIRED, PALE = palette.rgba(palette.NEUTRAL, 0.4), palette.rgba(palette.NEUTRAL, 0.16)
INK = palette.INK["light"]
LONGEST_START = 70  # letters of a sentence that its tick shows

Spot = tuple[str, float]  # a side, and a place on it from 0 to 1


def ribbons(compared: Comparison, names: tuple[str, str], wide: bool = False) -> go.Figure:
    """A tick per sentence: grey in a pair, ink where it is new, hollow where it has no counterpart.

    names: of the older and the newer text. A solid line joins a pair, a dotted one sentences that are
    only related. Sentences outside the filters are pale. Over and under the ribbons stand the numbers.
    """
    spots = {
        one.reference: (side, (place + 0.5) / len(sentences))
        for side, sentences in (("old", compared.old), ("new", compared.new))
        for place, one in enumerate(sentences)
    }
    joined = [(spots[pair.old.reference], spots[pair.new.reference]) for pair in compared.pairs]
    related = {
        tuple(sorted((spots[one.sentence.reference], spots[other.reference]), reverse=True))
        for one in (*compared.no_counterpart, *compared.new_here)
        for other in one.related
    }
    traces = [
        _lines(sorted(related), 0.6, "dot"),
        _lines(joined, 1.2, "solid"),
        *_counts(compared),
        _ticks(compared, "old"),
        _ticks(compared, "new"),
    ]
    y_axis = {
        "tickvals": [TICKS["old"] + 0.5, TICKS["new"] + 0.5],
        "ticktext": list(names),
        "showgrid": False,
        "range": [-0.15, 6.2],
    }
    x_axis = {"range": [0, 1], "showticklabels": False, "showgrid": False}
    fig = build_figure(traces, WIDE_ROW if wide else ROW, x_axis=x_axis, y_axis=y_axis)
    fig.layout.uniformtext = {"mode": "hide", "minsize": SLIDE_TEXT if wide else TEXT_SIZE}
    return fig


def _lines(ends: Iterable[Sequence[Spot]], width: float, dash: str) -> dict:
    """One trace of lines, each from the lower edge of an old tick to the upper edge of a new one."""
    edges = {"old": TICKS["old"], "new": TICKS["new"] + 1}
    line = {"color": palette.rgba(palette.NEUTRAL, 0.7), "width": width, "dash": dash}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for both in ends for x in (*(place for _, place in both), None)],
        "y": [y for both in ends for y in (*(edges[side] for side, _ in both), None)],
        "line": line,
        "hoverinfo": "skip",
    }


def _ticks(compared: Comparison, side: str) -> dict:
    """The ticks of one text. A mark carries its sentence with its counterparts, or those that are related."""
    sentences = compared.old if side == "old" else compared.new
    alone = compared.no_counterpart if side == "old" else compared.new_here
    of_alone = {one.sentence.reference: one for one in alone}
    partners: dict = {}
    for pair in compared.pairs:
        own, other = (pair.old, pair.new) if side == "old" else (pair.new, pair.old)
        partners.setdefault(own.reference, []).append(other)
    fills, edges, carried = [], [], []
    for one in sentences:
        found = of_alone.get(one.reference)
        fill, edge = _look(side, one, partners, found is not None)
        others = partners.get(one.reference) or (found.related if found else ())
        fills.append(fill)
        edges.append(edge)
        carried.append(_mark(side, one, others, one.reference in partners))
    step = 1 / max(len(sentences), 1)
    return {
        "type": "bar",
        "x": [(place + 0.5) * step for place in range(len(sentences))],
        "y": [1] * len(sentences),
        "base": [TICKS[side]] * len(sentences),
        "width": THICKNESS * step,
        "marker": {"color": fills, "line": {"color": edges, "width": 1}},
        "customdata": carried,
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    }


def _look(side: str, one: Sentence, partners: dict, alone: bool) -> tuple[str, str]:
    """The fill and the edge of a tick."""
    if one.reference in partners:
        return PAIRED, TRANSPARENT
    if not alone:
        return PALE, TRANSPARENT
    return (INK, INK) if side == "new" else (TRANSPARENT, INK)


def _mark(side: str, one: Sentence, others: Sequence[Sentence], paired: bool) -> list[str]:
    """What a tick carries: references, where it stands, what was found, how the sentence begins."""
    references = packed(";".join(str(each.reference) for each in (one, *others)))
    start = textwrap.shorten(one.text.replace("<", ""), LONGEST_START, placeholder=" …")
    return [
        references,
        f"{words.SIDES[side]}, {words.place(one.reference)}",
        words.found(side, len(others), paired),
        start,
    ]


def _counts(compared: Comparison) -> list[dict]:
    """The numbers over and under the ribbons, each with a tick that looks like those it counts.

    A number's place is a bar, so that it can be clicked, but not drawn: its length would be read as a number.
    """
    rows = []
    for side, alone in (("old", compared.no_counterpart), ("new", compared.new_here)):
        paired = [pair.old if side == "old" else pair.new for pair in compared.pairs]
        rows.append((side, True, list(dict.fromkeys(paired))))
        rows.append((side, False, [one.sentence for one in alone]))
    rows = [row for row in rows if row[2]]
    looks = {True: (PAIRED, TRANSPARENT), "old": (TRANSPARENT, INK), "new": (INK, INK)}
    drawn = [looks[paired or side] for side, paired, _ in rows]
    labels = [words.counted(side, paired, len(ones)) for side, paired, ones in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [0 if paired else FIRST_COUNT for _, paired, _ in rows],
        "y": [COUNTS[side] for side, _, _ in rows],
    }
    places = bars | {
        "x": [FIRST_COUNT if paired else 1 - FIRST_COUNT for _, paired, _ in rows],
        "width": COUNT_HEIGHT,
        "marker": {"color": TRANSPARENT},
        "text": [f"{BESIDE_TICK}{label}" for label in labels],
        "textposition": "inside",
        "insidetextanchor": "start",
        "insidetextfont": {"color": INK},
        "customdata": [
            [packed(";".join(str(one.reference) for one in ones)), words.SIDES[side], label]
            for (side, _, ones), label in zip(rows, labels, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}: %{customdata[2]}<extra></extra>",
    }
    ticks = bars | {
        "x": [COUNTED_TICK] * len(rows),
        "width": 0.8 * COUNT_HEIGHT,
        "marker": {
            "color": [fill for fill, _ in drawn],
            "line": {"color": [edge for _, edge in drawn], "width": 1},
        },
        "hoverinfo": "skip",
    }
    return [places, ticks]
