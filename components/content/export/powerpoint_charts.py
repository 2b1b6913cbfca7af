"""The charts of the catalogue as native charts, which people can edit in PowerPoint.

A chart's spreadsheet holds what was counted; nothing in it is added up.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from components.content.brief.cards import Card, ChartCard, MapCard
from components.content.charts import palette
from components.content.text import formatting
from data import queries
from data.queries import Code, Codes, View

WORDS = Pt(14)
# PowerPoint drops no zeros by itself, so sums that need a decimal have a format of their own.
USD = '[>=1000000000]$0,,," billion";[>=1000000]$0,," million";$#,##0'
USD_EXACT = '[>=1000000000]$0.0,,," billion";[>=1000000]$0.0,," million";$#,##0'
AddChart = Callable[[TYPE, CategoryChartData], GraphicFrame]


def draw(card: Card, add_chart: AddChart) -> GraphicFrame | None:
    """Draw a card's chart with `add_chart`, which puts chart data on a slide; None without a chart."""
    if card.empty:
        return None
    match card:
        case MapCard():
            return _places(card.view, add_chart)
        case ChartCard() if card.chart.name in _DRAWN:
            return _DRAWN[card.chart.name](card.chart.fit(card.view), add_chart)
    return None


def _fingerprint(view: View, add_chart: AddChart) -> GraphicFrame:
    """A column a sentence, a series a theme; as high as its strength is firm, 0.2 for no commitment."""
    table, themes = queries.fingerprint(view), view.codes("theme")
    strengths = view.codes("strength")
    table = table[table["shown"]]
    rank = {code: len(strengths) - index for index, code in enumerate(strengths)}
    heights = table["strength"].map(rank).fillna(0.2)
    series = {
        code: [
            height if theme == code else None for height, theme in zip(heights, table["theme"], strict=True)
        ]
        for code in themes
        if code in set(table["theme"])
    }
    return _bars(
        add_chart, TYPE.COLUMN_STACKED, list(table["passage_id"]), series, themes, labels=False, gap=20
    )


def _ladder(by: str) -> Callable[[View, AddChart], GraphicFrame]:
    def drawn(view: View, add_chart: AddChart) -> GraphicFrame:
        table = queries.ladder(view) if by == "theme" else queries.who_acts(view)
        rows, strengths = view.codes(by), view.codes("strength")
        rows = {code: look for code, look in rows.items() if code in set(table[by])}
        counts = table.set_index([by, "strength"])["count"].to_dict()
        series = {code: [counts.get((row, code)) for row in rows] for code in strengths}
        return _bars(
            add_chart, TYPE.BAR_STACKED, [row.label for row in rows.values()], series, strengths, shades=True
        )

    return drawn


def _emphasis(view: View, add_chart: AddChart) -> GraphicFrame:
    table = queries.emphasis(view)
    names = [view.labels("theme")[theme] for theme in table["theme"]]
    dark, pale = palette.shades(2)  # as on the page: words pale, commitments dark
    kinds = {
        "words": Code("Share of the words", "", pale, ""),
        "commitments": Code("Share of the commitments", "", dark, ""),
    }
    series = {"words": list(table["share_words"]), "commitments": list(table["share_commitments"])}
    return _bars(add_chart, TYPE.BAR_CLUSTERED, names, series, kinds, number="0%", gap=60)


def _amounts(column: str) -> Callable[[View, AddChart], GraphicFrame]:
    def drawn(view: View, add_chart: AddChart) -> GraphicFrame:
        """A series a kind of money, so that unlike sums look unlike; a rise without a figure has no bar."""
        table, bases = queries.sums(view), view.codes("basis")
        payer = table["payer"].map(view.labels("actor"))
        unstated = [
            "" if pd.notna(value) else " (amount not stated)" if pd.isna(usd) else " (no period stated)"
            for value, usd in zip(table[column], table["amount_usd"], strict=True)
        ]
        series = {
            code: [float(value) if one == code and pd.notna(value) else None
                   for one, value in zip(table["basis"], table[column], strict=True)]
            for code in bases
            if code in set(table["basis"])
        }  # fmt: skip
        whole = all(
            f"{usd / 1e6 if usd < 1e9 else usd / 1e9:g}".isdecimal() for usd in table[column].dropna()
        )
        number = USD if whole else USD_EXACT
        names = list(payer + ": " + table["title"] + unstated)
        frame = _bars(add_chart, TYPE.BAR_CLUSTERED, names, series, bases, shades=True, number=number)
        frame.chart.plots[0].overlap = 100  # a row holds one sum; the other kinds are empty there
        return frame

    return drawn


def _windows(view: View, add_chart: AddChart) -> GraphicFrame | None:
    table = queries.sums(view).dropna(subset=["period_start", "period_end"])
    if table.empty:
        return None
    rows = queries.records(table)
    names = [f"{row['title']}, {formatting.period(row['period_start'], row['period_end'])}" for row in rows]
    return _spans(
        add_chart,
        names,
        [float(row["period_start"]) for row in rows],
        [float(row["period_end"]) + 1 for row in rows],
    )


def _dates(table: pd.DataFrame, add_chart: AddChart) -> GraphicFrame:
    """`table` as from queries.dates: a bar from start to end in years, long enough to be seen."""
    words = [formatting.dated(row) for row in queries.records(table)]
    starts = [day.year + (day.day_of_year - 1) / 366 for day in table["start"]]
    seen = (max(starts) - min(starts) + 1) / 50
    ends = [
        max(end.year + end.day_of_year / 366, start + seen) if pd.notna(end) else max(starts) + 1
        for start, end in zip(starts, table["end"], strict=True)
    ]
    return _spans(
        add_chart,
        [f"{when}: {label}" for when, label in zip(words, table["label"], strict=True)],
        starts,
        ends,
    )


def _outcomes(view: View, add_chart: AddChart) -> GraphicFrame:
    table = queries.outcomes(view)
    return _dates(table.assign(start=table["date"], end=table["date"], label=table["follows"]), add_chart)


def _places(view: View, add_chart: AddChart) -> GraphicFrame:
    """Mentions of each add_chart, the most mentioned first."""
    table = queries.places(view)
    one = {"mentions": Code("Mentions", "", "", "")}
    return _bars(
        add_chart,
        TYPE.BAR_CLUSTERED,
        list(table["short_name"]),
        {"mentions": list(table["mentions"])},
        one,
        gap=40,
    )


def _spans(add_chart: AddChart, names: Sequence[str], starts: list[float], ends: list[float]) -> GraphicFrame:
    """Bars that float on a scale of years: the first, unseen series carries the second."""
    kinds = {"from": Code("From", "", "", ""), "years": Code("Years", "", "", "")}
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    frame = _bars(add_chart, TYPE.BAR_STACKED, names, {"from": starts, "years": lengths}, kinds, labels=False)
    frame.chart.plots[0].series[0].format.fill.background()
    frame.chart.has_legend = False
    axis = frame.chart.value_axis
    axis.visible, axis.minimum_scale, axis.maximum_scale = True, math.floor(min(starts)), math.ceil(max(ends))
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    axis.tick_labels.font.size = WORDS
    return frame


def _bars(
    add_chart: AddChart,
    kind: TYPE,
    names: Sequence[str],
    series: dict[str, list],
    codes: Codes,
    labels: bool = True,
    shades: bool = False,
    number: str = "0",
    gap: int = 50,
) -> GraphicFrame:
    """Bars of several series, the first category on top, values beside the bars instead of an axis."""
    data = _Data(number_format=number)
    data.categories = list(names)
    for code, values in series.items():
        data.add_series(codes[code].label, values)
    frame = add_chart(kind, data)
    chart, plot = frame.chart, frame.chart.plots[0]
    chart.font.size = WORDS
    chart.has_title, chart.has_legend = False, len(series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.category_axis.reverse_order = kind is not TYPE.COLUMN_STACKED
    chart.category_axis.tick_labels.font.size = WORDS if len(names) < 9 else Pt(11)
    if len(names) > 40:  # more than can be read; they stay in the chart's spreadsheet
        chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    skip = chart.category_axis._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})  # name every row
    chart.category_axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    plot.gap_width = gap
    plot.has_data_labels = labels
    if labels:
        if kind is TYPE.BAR_CLUSTERED:
            plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = number, False
    colours = palette.shades(len(series)) if shades else [palette.colours(codes)[code] for code in series]
    for one, colour in zip(plot.series, colours, strict=True):
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = RGBColor(*palette.channels(colour))
    return frame


class _Data(CategoryChartData):
    """Chart data whose spreadsheet holds words as words: none becomes a formula or a link."""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:  # python-pptx has no setting for it
        return _AsWords(self)


class _AsWords(CategoryWorkbookWriter):
    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        worksheet.strings_to_formulas = worksheet.strings_to_urls = False
        super()._populate_worksheet(workbook, worksheet)


_DRAWN = {
    "fingerprint": _fingerprint,
    "ladder": _ladder("theme"),
    "actors": _ladder("actor"),
    "emphasis": _emphasis,
    "amounts": _amounts("amount_usd"),
    "per-year": _amounts("per_year"),
    "windows": _windows,
    "timeline": lambda view, add_chart: _dates(queries.dates(view), add_chart),
    "followed": _outcomes,
}
