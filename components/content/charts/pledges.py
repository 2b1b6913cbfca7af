"""Pledges as rows: what for, how much, which years. Different kinds of money are drawn differently, and
never added."""

from collections import defaultdict
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import palette
from components.content.charts.figure import build_figure, line_shape, text_trace
from components.content.text import formatting, measure
from data.queries import Codes, Record, records

UNSTATED = "increase_unstated"  # the basis whose drawing stands for any amount that is not stated
BAR = 16  # px: the thickness of a bar
DOT = 9  # px: the mark of a row without a bar
QUIET = palette.rgba(palette.INK["light"], 0.72)  # of small words
MOST_TICKS = 6


@dataclass(frozen=True)
class Look:
    """How rows are laid out.

    text, numeral, line: px, size of words and of amounts, height of a line. columns: where amount, years
    and caveat begin, as shares of the width; without a column for it, the caveat is below its row.
    what, rule, caveat, rule_caveat: letters on a line of a pledge's title, of a rule's, and of their caveats;
    0 for no caveats.
    """

    text: int
    numeral: int
    line: int
    columns: tuple[float, float, float | None]
    what: int
    rule: int
    caveat: int
    rule_caveat: int

    @property
    def stacked(self) -> bool:
        """Whether a row has its words one below the other."""
        return self.columns[2] is None


PAGE = Look(13, 28, 17, (0.27, 0.46, 0.67), what=33, rule=64, caveat=47, rule_caveat=72)
SLIDE = Look(16, 32, 20, (0.27, 0.46, 0.68), what=42, rule=90, caveat=51, rule_caveat=0)
NARROW = Look(13, 28, 17, (0, 0.54, None), what=40, rule=43, caveat=47, rule_caveat=45)


def amounts(
    table: pd.DataFrame, actors: Codes, bases: Codes, themes: Codes, look: Look = PAGE, scale: bool = False
) -> go.Figure:
    """A row per pledge, under the name of its payer.

    `table` as from `queries.pledges`, the codes as from `queries.codes`. A pledge with an amount, or with an
    increase of unknown size, has a bar over the years of its period; its kind (basis) decides how the bar is
    drawn (palette.BASIS), the theme of its sentence the colour. A rule about money is a quieter row with a
    dot. scale: bars show the amount instead of the years; without an amount there is a dot.
    """
    canvas = _Canvas(look, _Axis.of(table, scale))
    colours = palette.colours(themes)
    canvas.ticks()
    payer = ""
    for row in records(table):
        if row["payer"] != payer:
            payer = row["payer"]
            canvas.head(actors[payer].label)
        if row["rule"]:
            canvas.rule(row, colours[row["theme"]])
        else:
            canvas.pledge(row, bases[row["basis"]].label.lower(), colours[row["theme"]])
    return canvas.figure()


@dataclass(frozen=True)
class _Axis:
    """What a bar's length shows: years from `first` up to `end`, or with `first` 0 US dollars.

    later: whether a column after the last year stands for periods without an end.
    """

    first: float
    end: float
    later: bool = False
    scale: bool = False

    @classmethod
    def of(cls, table: pd.DataFrame, scale: bool) -> "_Axis":
        sums = table[~table["rule"]]
        if scale:
            largest = sums["amount_usd"].max()
            return cls(0, 1 if pd.isna(largest) else float(largest), scale=True)
        years = pd.concat([sums["period_start"], sums["period_end"]]).dropna()
        if years.empty:
            return cls(0, 0)
        later = bool((sums["period_start"].notna() & sums["period_end"].isna()).any())
        return cls(int(years.min()), int(years.max()) + 1 + later, later)

    def share(self, row: Record) -> tuple[float, float] | None:
        """Where the bar of a pledge begins and ends, from 0 to 1; None if it has none."""
        if self.scale:
            return None if pd.isna(row["amount_usd"]) else (0, float(row["amount_usd"]) / self.end)
        if pd.isna(row["period_start"]):
            return None
        end = self.end if pd.isna(row["period_end"]) else int(row["period_end"]) + 1
        return self.at(int(row["period_start"])), self.at(end)

    def at(self, value: float) -> float:
        return (value - self.first) / (self.end - self.first)

    @property
    def ticks(self) -> dict[str, int]:
        """The years at which a label stands; the first in full."""
        if self.scale or not self.end:
            return {}
        years = range(int(self.first), int(self.end) - self.later)
        labels = {str(years[0]): years[0]}
        for year in years[:: 1 + (len(years) - 1) // MOST_TICKS][1:]:
            labels[f"’{year % 100:02d}"] = year
        if not self.later:  # where the last bars end
            labels[f"’{int(self.end) % 100:02d}"] = int(self.end)
        return labels | ({"later": int(self.end) - 1} if self.later else {})


@dataclass
class _Canvas:
    """Rows drawn from the top down. y is in px below the top, x a share of the width."""

    look: Look
    axis: _Axis
    y: float = 0
    words: list = field(default_factory=list)
    quiet: list = field(default_factory=list)
    numerals: list = field(default_factory=list)
    rules: list = field(default_factory=list)  # y of lines over the whole width
    bars: list = field(default_factory=list)  # (start, end, y, style, colour, customdata)
    dots: list = field(default_factory=list)  # (x, y, colour, customdata)
    after_rule: bool = True

    @property
    def years(self) -> tuple[float, float]:
        """Where the axis begins and ends."""
        _, start, caveat = self.look.columns
        return start, 1 if caveat is None else caveat - 0.02

    def x(self, share: float) -> float:
        start, end = self.years
        return start + share * (end - start)

    def ticks(self) -> None:
        caveat_x = self.look.columns[2]
        for label, year in self.axis.ticks.items():
            if caveat_x is not None or year < self.axis.end:  # a narrow figure ends with its axis
                self.quiet.append((label, self.x(self.axis.at(year)), 4))
        if self.axis.ticks and caveat_x is not None:
            self.words.append(("\u2003<b>Bars show years, not amounts.</b>", caveat_x, 4))

    def head(self, name: str) -> None:
        if self.y:
            self.rules.append(self.y)
        self.words.append((f"<b>{name}</b>", 0, self.y + 4))
        self.y += self.look.line + 7

    def pledge(self, row: Record, kind: str, colour: str) -> None:
        self.after_rule = False
        look, line = self.look, self.look.line
        title = _wrapped(row["title"], look.what)
        caveat = _wrapped(row["caveat"], look.caveat)
        amount_x, _, caveat_x = look.columns
        self.words.append((_bold(title), 0, self.y + (0 if look.stacked else 8)))
        if look.stacked:
            self.y += line * _lines(title)
        top = self.y
        if pd.isna(row["amount_usd"]):
            self.words.append(("<b>amount not stated</b>", amount_x, top + 15))
        else:
            self.numerals.append((formatting.money(row["amount_usd"]), amount_x, top))
        self.words.append((kind, amount_x, top + look.numeral + 5))
        self._bar(row, kind, colour, top)
        below = look.numeral + 5 + line
        if caveat_x is None:
            if caveat:
                self.quiet.append((caveat, 0, top + below))
            self.y = top + below + line * _lines(caveat) + 14
        else:
            self.quiet.append((caveat, caveat_x, top + 6))
            self.y = top + max(below, 8 + line * max(_lines(title), _lines(caveat))) + 9

    def _bar(self, row: Record, kind: str, colour: str, top: float) -> None:
        period = formatting.period(row["period_start"], row["period_end"])
        stated = not pd.isna(row["amount_usd"])
        amount: str = formatting.money(row["amount_usd"]) if stated else "amount not stated"
        carried = [row["passage_id"], row["pledge_id"], row["title"], f"{amount}, {kind}, {period}"]
        middle = top + self.look.line + 5 + BAR / 2
        share = self.axis.share(row)
        # With words below bars, the axis soon is out of sight.
        if not self.axis.scale and (self.look.stacked or not share):
            self.quiet.append((period, self.x(share[0]) if share else self.years[0], top + 1))
        if share:
            style = palette.basis(row["basis"] if stated else UNSTATED)
            self.bars.append((self.x(share[0]), self.x(share[1]), middle, style, colour, carried))
        else:
            self.dots.append((self.years[0] + 0.008, middle, colour, carried))

    def rule(self, row: Record, colour: str) -> None:
        look, left = self.look, 0.05 if self.look.stacked else 0.02
        if not self.after_rule:
            self.y += 4
        self.after_rule = True
        title = _wrapped(row["title"], look.rule)
        caveat = _wrapped(row["caveat"], look.rule_caveat) if look.rule_caveat else ""
        carried = [row["passage_id"], row["pledge_id"], row["title"], "a rule or plan, no sum"]
        self.dots.append((0.008, self.y + look.line / 2 + 2, colour, carried))
        self.quiet.append((title, left, self.y))
        lines = _lines(title)
        if look.stacked and caveat:
            self.quiet.append((caveat, left, self.y + look.line * lines))
            lines += _lines(caveat)
        elif caveat:
            self.quiet.append((caveat, look.columns[1], self.y))
            lines = max(lines, _lines(caveat))
        self.y += look.line * lines + (10 if look.stacked else 5)

    def figure(self) -> go.Figure:
        traces = [self._bars(), self._dots()]
        for labels, size, colour in (
            (self.words, self.look.text, palette.INK["light"]),
            (self.quiet, self.look.text, QUIET),
            (self.numerals, self.look.numeral, palette.INK["light"]),
        ):
            if labels:
                trace = text_trace(((text, x, -y) for text, x, y in labels), size)
                font = {"size": size, "color": colour}
                traces.append(trace | {"textposition": "bottom right", "textfont": font})
        fig = build_figure(
            [trace for trace in traces if trace["y"]],
            row_height=1,
            x_axis={"visible": False, "range": [0, 1]},
            y_axis={"visible": False, "range": [-self.y, 0]},
        )
        fig.layout.font.size = self.look.text
        fig.layout.shapes = [*self._rules(), *self._year_lines(), *self._dashes()]
        return fig

    def _bars(self) -> dict:
        """One trace for all bars, each in its colour."""
        styles, colours = [bar[3] for bar in self.bars], [bar[4] for bar in self.bars]
        return {
            "type": "bar",
            "orientation": "h",
            "base": [start for start, *_ in self.bars],
            "x": [end - start for start, end, *_ in self.bars],
            "y": [-bar[2] for bar in self.bars],
            "width": BAR,
            "marker": {
                "color": [
                    palette.rgba(colour, style["opacity"])
                    for colour, style in zip(colours, styles, strict=True)
                ],
                "line": {
                    "color": colours,
                    "width": [2 if style["outline"] == "solid" else 0 for style in styles],
                },
                "pattern": {
                    "shape": [style["hatch"] for style in styles],
                    "fillmode": "overlay",
                    "fgcolor": palette.GROUND["light"],
                    "size": 8,
                },
            },
            "customdata": [bar[5] for bar in self.bars],
            "hovertemplate": "%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
        }

    def _dots(self) -> dict:
        return {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, *_ in self.dots],
            "y": [-dot[1] for dot in self.dots],
            "marker": {
                "symbol": "circle-open",
                "size": DOT,
                "opacity": 1,
                "color": [dot[2] for dot in self.dots],
                "line": {"width": 2, "color": [dot[2] for dot in self.dots]},
            },
            "cliponaxis": False,
            "customdata": [dot[3] for dot in self.dots],
            "hovertemplate": "%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
        }

    def _rules(self) -> list[dict]:
        line = {"color": palette.rgba(palette.NEUTRAL, 0.45), "width": 1}
        return line_shape([(0, -y, 1, -y) for y in self.rules], line)

    def _year_lines(self) -> list[dict]:
        """A thin line where each labelled year begins: down to the last bar or, with words below bars, at
        each bar alone."""
        levels = [bar[2] for bar in self.bars]
        spans = [(0, max(levels, default=0) + BAR)]
        if self.look.stacked:
            spans = [(0, self.look.line), *((y - BAR, y + BAR) for y in levels)]
        years = [self.x(self.axis.at(year)) for year in self.axis.ticks.values()]
        lines = [(x, -top, x, -bottom) for x in years for top, bottom in spans]
        return line_shape(lines, {"color": palette.rgba(palette.NEUTRAL, 0.45), "width": 0.5}, "below")

    def _dashes(self) -> list[dict]:
        """A dashed line above and below each bar whose amount is not stated."""
        lines: dict[str, list] = defaultdict(list)  # by their colour
        for start, end, y, style, colour, _ in self.bars:
            if style["outline"] == "dash":
                lines[colour] += [(start, -level, end, -level) for level in (y - BAR / 2, y + BAR / 2)]
        return [
            shape
            for colour, own in lines.items()
            for shape in line_shape(own, {"color": colour, "width": 2, "dash": "dash"})
        ]


def _wrapped(text: str, letters: int) -> str:
    return "<br>".join(measure.wrapped(text, letters))


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _lines(text: str) -> int:
    return text.count("<br>") + 1 if text else 0
