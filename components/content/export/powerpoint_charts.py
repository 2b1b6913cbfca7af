"""The charts of the catalogue as PowerPoint charts, which can be edited there.

The spreadsheet behind a chart holds its numbers; nothing in it is added up.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from components.content.brief.cards import Card, ChartCard, MapCard
from components.content.charts import palette
from components.content.charts.ribbon import STUB
from components.content.export.typography import SANS
from components.content.text import comparison, descriptions, formatting
from data import queries
from data.queries import Code, Codes, View

TEXT_SIZE = Pt(14)
SMALL_TEXT = Pt(12)  # for charts of many rows
MANY_ROWS, MOST_LABELS = 10, 40  # from where labels are small; above which there are none
NARROWEST = 0.025  # share of the longest bar that a part needs for its number
ROOM, THICKEST = 330, 48  # points that the rows of a chart share, and that a bar may take of them
# Excel's number formats for US dollars, without and with a decimal. One format cannot drop a ".0".
USD = '[>=1000000000]$0,,," billion";[>=1000000]$0,," million";$#,##0'
USD_EXACT = '[>=1000000000]$0.0,,," billion";[>=1000000]$0.0,," million";$#,##0'
MOST_YEARS = 8  # that stand at an axis
AddChart = Callable[[TYPE, CategoryChartData], GraphicFrame]


def draw(card: Card, add_chart: AddChart) -> GraphicFrame | None:
    """Draw a card's chart by `add_chart`, which puts chart data on a slide; None for a card without one."""
    if card.empty:
        return None
    match card:
        case MapCard():
            return _places(card.view, add_chart)
        case ChartCard() if card.chart.name in _DRAWN:
            return _DRAWN[card.chart.name](card.chart.fit(card.view), add_chart)
    return None


def _ribbon(view: View, add_chart: AddChart) -> GraphicFrame:
    """One column per sentence, one series per theme. Height: level of its strength, or of a stub."""
    table, themes = queries.ribbon(view), view.codes("theme")
    table = table[table["shown"]]
    heights = list(table["strength"].map(queries.levels(view.codes("strength"))).fillna(STUB))
    series = _series_by_code(themes, list(table["theme"]), heights)
    return _bars(
        add_chart, TYPE.COLUMN_STACKED, list(table["passage_id"]), series, themes, labels=False, gap=20
    )


def _balance(view: View, add_chart: AddChart) -> GraphicFrame:
    """Commitments per theme, one series per strength."""
    table, strengths = queries.balance(view), view.codes("strength")
    themes = {code: theme for code, theme in view.codes("theme").items() if code in set(table["theme"])}
    counts = table.set_index(["theme", "strength"])["count"].to_dict()
    series = {code: [counts.get((theme, code)) for theme in themes] for code in strengths}
    names = [theme.label for theme in themes.values()]
    return _bars(add_chart, TYPE.BAR_STACKED, names, series, strengths, shades=True)


def _emphasis(view: View, add_chart: AddChart) -> GraphicFrame:
    table = queries.emphasis(view)
    names = [view.labels("theme")[theme] for theme in table["theme"]]
    dark, pale = palette.shades(2)  # words pale, commitments dark, as on the page
    shares = {
        "words": Code("Share of the words", "", pale, ""),
        "commitments": Code("Share of the commitments", "", dark, ""),
    }
    series = {"words": list(table["share_words"]), "commitments": list(table["share_commitments"])}
    return _bars(add_chart, TYPE.BAR_CLUSTERED, names, series, shares, number="0%", gap=60)


def _periods(view: View, add_chart: AddChart) -> GraphicFrame | None:
    """Sums of money and their periods in words, and their years as bars, as on the page: on one scale, sums
    of several kinds would be compared. A bar without an end reaches a year past all others; a sum without a
    period has none. None where no sum has a period."""
    table, bases, payers = queries.sums(view), view.labels("basis"), view.labels("actor")
    years = pd.concat([table["period_start"], table["period_end"]]).dropna().astype(float)
    if years.empty:
        return None
    names: list[str] = []
    starts: list[float] = []
    ends: list[float] = []
    for row in queries.records(table):
        amount: str = f"{formatting.money(row['amount_usd'])}, " if pd.notna(row["amount_usd"]) else ""
        period = formatting.period(row["period_start"], row["period_end"])
        words = f"{amount}{formatting.within(bases[row['basis']])}, {period}: "
        names.append(f"{words[:1].upper()}{words[1:]}{row['title']} ({payers[row['payer']]})")
        timed = pd.notna(row["period_start"])
        last: float = years.max() + 1 if pd.isna(row["period_end"]) else float(row["period_end"])
        starts.append(float(row["period_start"]) if timed else years.min())
        ends.append(last + 1 if timed else years.min())
    frame = _spans(add_chart, names, starts, ends)
    axis = frame.chart.value_axis
    axis.major_unit = math.ceil((max(ends) - min(starts)) / MOST_YEARS)
    axis.axis_title.text_frame.text = "Bars show years, not amounts"
    return frame


def _amounts(view: View, add_chart: AddChart) -> GraphicFrame | None:
    """Pledges as bars of their amount, one series per kind of money. A pledge without one has no bar."""
    table, bases = queries.sums(view), view.codes("basis")
    if table.empty:
        return None
    payers = view.labels("actor")
    names: list[str] = []
    amounts: list[float | None] = []
    for row in queries.records(table):
        stated = pd.notna(row["amount_usd"])
        names.append(f"{payers[row['payer']]}: {row['title']}{'' if stated else ' (amount not stated)'}")
        amounts.append(float(row["amount_usd"]) if stated else None)
    series = _series_by_code(bases, list(table["basis"]), amounts)
    number = USD if all(map(_is_round, table["amount_usd"].dropna())) else USD_EXACT
    frame = _bars(add_chart, TYPE.BAR_CLUSTERED, names, series, bases, shades=True, number=number)
    frame.chart.plots[0].overlap = 100  # each row has a bar in one series only
    return frame


def _agreement(view: View, add_chart: AddChart) -> GraphicFrame:
    """Alpha of each facet as a bar; none where it is not defined."""
    table = queries.reliability(view.whole)
    names = [facet.replace("_", " ").capitalize() for facet in table["facet"]]
    alphas = {"alpha": [None if pd.isna(alpha) else float(alpha) for alpha in table["alpha"]]}
    codes = {"alpha": Code("Krippendorff’s alpha", "", palette.shades(1)[0], "")}
    return _bars(add_chart, TYPE.BAR_CLUSTERED, names, alphas, codes, number="0.00")


def _wording(view: View, add_chart: AddChart) -> GraphicFrame:
    """One bar per topic, in parts the number of sentences of each meeting, or of each series of meetings
    where several series are shown."""
    meetings, topics = queries.shown_meetings(view), queries.shown_topics(view)
    labels = view.labels("series")
    several = len({meeting.series for meeting in meetings}) > 1
    part_of = {meeting.meeting_id: meeting.series if several else meeting.meeting_id for meeting in meetings}
    names_of = {
        part_of[meeting.meeting_id]: labels[meeting.series] if several else formatting.day(meeting.end)
        for meeting in meetings
    }
    counts: Counter[tuple[str, str]] = Counter()
    for row in queries.records(queries.wording(view)):
        counts[row["topic"], part_of[row["meeting_id"]]] += row["count"]
    series = {part: [counts.get((topic.topic, part)) for topic in topics] for part in names_of}
    codes = {part: Code(name, "", "", "") for part, name in names_of.items()}
    names = [topic.label for topic in topics]
    return _bars(add_chart, TYPE.BAR_STACKED, names, series, codes, shades=True)


def _compare(view: View, add_chart: AddChart) -> GraphicFrame | None:
    """The sentences of the two texts as two bars: in pairs, and alone."""
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    if compared is None or pair is None:
        return None
    taken = len({one.old.reference for one in compared.pairs})
    taking, fresh, alone = comparison.numbers(compared)
    names = {"pairs": comparison.KEPT, "alone": comparison.NOT_FOUND, "new": comparison.NEW_HERE}
    series: dict[str, list] = {"pairs": [taken, taking], "alone": [alone, None], "new": [None, fresh]}
    codes = {code: Code(label, "", "", "") for code, label in names.items()}
    return _bars(add_chart, TYPE.BAR_STACKED, comparison.tick_names(pair), series, codes, shades=True)


def _is_round(usd: float) -> bool:
    """Whether an amount is a whole number of billions or, below one billion, of millions."""
    return f"{usd / 1e6 if usd < 1e9 else usd / 1e9:g}".isdecimal()


def _series_by_code(codes: Codes, code_of_row: list[str], values: list) -> dict[str, list]:
    """One series per code that occurs: its own rows' values, None for the rows of other codes."""
    return {
        code: [value if own == code else None for own, value in zip(code_of_row, values, strict=True)]
        for code in codes
        if code in set(code_of_row)
    }


def _dates(table: pd.DataFrame, add_chart: AddChart) -> GraphicFrame:
    """A bar per date from its start to its end, in years. `table` as from `queries.dates`.

    A bar is at least a fiftieth of the axis long, so that it can be seen. Without an end it reaches a year
    past the last start.
    """
    names = [f"{formatting.dated(row)}: {row['label']}" for row in queries.records(table)]
    starts = [day.year + (day.day_of_year - 1) / 366 for day in table["start"]]
    shortest = (max(starts) - min(starts) + 1) / 50
    ends = []
    for start, end in zip(starts, table["end"], strict=True):
        if pd.isna(end):
            ends.append(max(starts) + 1)
        else:
            ends.append(max(end.year + end.day_of_year / 366, start + shortest))
    return _spans(add_chart, names, starts, ends)


def _outcomes(view: View, add_chart: AddChart) -> GraphicFrame:
    table = queries.outcomes(view)
    relations = view.labels("relation")
    labels = [
        f"{relations[row['relation']]}: {descriptions.followed_up(row)}" for row in queries.records(table)
    ]
    return _dates(table.assign(start=table["date"], end=table["date"], label=labels), add_chart)


def _verbs(view: View, add_chart: AddChart) -> GraphicFrame:
    """The number of commitments per word that carries them, the most frequent first."""
    table = queries.verbs(view)
    codes = {"commitments": Code("Commitments", "", palette.shades(1)[0], "")}
    counts = {"commitments": list(table["count"])}
    return _bars(add_chart, TYPE.BAR_CLUSTERED, list(table["verb"]), counts, codes, gap=40)


def _places(view: View, add_chart: AddChart) -> GraphicFrame:
    """The number of mentions per place, the most mentioned first."""
    table = queries.places(view)
    codes = {"mentions": Code("Mentions", "", "", "")}
    return _bars(
        add_chart,
        TYPE.BAR_CLUSTERED,
        list(table["short_name"]),
        {"mentions": list(table["mentions"])},
        codes,
        gap=40,
    )


def _spans(add_chart: AddChart, names: Sequence[str], starts: list[float], ends: list[float]) -> GraphicFrame:
    """Bars from start to end on an axis of years: a stacked chart whose first series is invisible."""
    codes = {"from": Code("From", "", "", ""), "years": Code("Years", "", "", "")}
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    frame = _bars(add_chart, TYPE.BAR_STACKED, names, {"from": starts, "years": lengths}, codes, labels=False)
    frame.chart.plots[0].series[0].format.fill.background()
    frame.chart.has_legend = False
    axis = frame.chart.value_axis
    axis.visible = True
    axis.minimum_scale, axis.maximum_scale = math.floor(min(starts)), math.ceil(max(ends))
    axis.tick_labels.number_format = "0"
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.font.size = TEXT_SIZE
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
    """A bar chart without a value axis, its first category on top (or left).

    names: of the categories. series: values by code, None for no bar. codes: labels and colours of the
    series. labels: write each value beside its bar. shades: colour the series from dark to light instead.
    number: Excel's format of the values. gap: between bars, in percent of a bar's thickness.
    """
    data = _ChartData(number_format=number)
    data.categories = list(names)
    for code, values in series.items():
        data.add_series(codes[code].label, values)
    frame = add_chart(kind, data)
    chart, plot = frame.chart, frame.chart.plots[0]
    chart.font.size, chart.font.name = TEXT_SIZE, SANS
    chart.font.color.rgb = _rgb(palette.INK["light"])
    chart.has_title = False
    chart.has_legend = len(series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.category_axis.reverse_order = kind is not TYPE.COLUMN_STACKED
    chart.category_axis.tick_labels.font.size = TEXT_SIZE if len(names) < MANY_ROWS else SMALL_TEXT
    if len(names) > MOST_LABELS:  # more than can be read; the spreadsheet has them all
        chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    # Label every row; PowerPoint would leave some out. python-pptx has no property for it.
    axis = chart.category_axis._element
    axis.find(qn("c:noMultiLvlLbl")).addprevious(axis.makeelement(qn("c:tickLblSkip"), {"val": "1"}))
    chart.category_axis.format.line.color.rgb = _rgb(palette.NEUTRAL)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    # Few rows have wide gaps, not thick bars. PowerPoint takes gaps of up to 500 percent.
    plot.gap_width = min(max(gap, round(100 * ROOM / len(names) / THICKEST - 100)), 500)
    plot.has_data_labels = labels
    if labels:
        if kind is TYPE.BAR_CLUSTERED:
            plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.data_labels.number_format = number
        plot.data_labels.number_format_is_linked = False
    longest = max((sum(value or 0 for value in row) for row in zip(*series.values(), strict=True)), default=0)
    least = math.ceil(longest * NARROWEST)
    in_part = f'[<{least}]"";{number}' if least > 1 else number
    colours = palette.shades(len(series)) if shades else [palette.colours(codes)[code] for code in series]
    for drawn_series, colour in zip(plot.series, colours, strict=True):
        drawn_series.format.fill.solid()
        drawn_series.format.fill.fore_color.rgb = _rgb(colour)
        if labels and kind is TYPE.BAR_STACKED:  # its labels stand on the bars
            on_bar = drawn_series.data_labels
            on_bar.show_value = True
            on_bar.number_format, on_bar.number_format_is_linked = in_part, False
            on_bar.font.size = TEXT_SIZE
            on_bar.font.color.rgb = _rgb(_label_colour(colour))
    return frame


def _label_colour(bar: str) -> str:
    """The colour of words on a bar: ink on a light one, the ground's on a dark one."""
    red, green, blue = palette.channels(bar)
    return palette.INK["light"] if 0.3 * red + 0.6 * green + 0.1 * blue > 125 else palette.GROUND["light"]


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*palette.channels(colour))


class _ChartData(CategoryChartData):
    """Chart data whose spreadsheet keeps text as text: `=1+1` does not become a formula, nor an address a
    link."""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:  # python-pptx has no setting for it
        return _TextWriter(self)


class _TextWriter(CategoryWorkbookWriter):
    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        worksheet.strings_to_formulas = worksheet.strings_to_urls = False
        super()._populate_worksheet(workbook, worksheet)


_DRAWN = {
    "ribbon": _ribbon,
    "balance": _balance,
    "emphasis": _emphasis,
    "amounts": _periods,
    "scale": _amounts,
    "timeline": lambda view, add_chart: _dates(queries.dates(view), add_chart),
    "followed": _outcomes,
    "compare": _compare,
    "agreement": _agreement,
    "verbs": _verbs,
    "wording": _wording,
}
