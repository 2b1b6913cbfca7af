"""Tables in, Plotly figures out. (no streamlit)

Every mark carries the passages behind it: the first entry of its `customdata` is
their ids, `;`-separated, so that a click opens exactly what the mark counted.
Rows have a fixed height in pixels, so bars keep their thickness under any filter.
"""

import datetime
import math

import pandas as pd
import plotly.graph_objects as go

from components import palette, wording

TEXT = 13  # px; Plotly's fonts don't follow the page's
MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}


def fingerprint(table: pd.DataFrame, themes: pd.DataFrame, strengths: pd.DataFrame) -> go.Figure:
    """The statement as one tick a sentence, left to right; a row a theme, height by strength.

    `table` as from `queries.fingerprint`, `themes` and `strengths` as from `queries.codes`.
    A sentence without a commitment is a low stub; one the filter hides is pale.
    """
    row = {code: -rank for rank, code in enumerate(themes.index)}
    step = 0.62 / len(strengths)
    height = {code: 0.82 - rank * step for rank, code in enumerate(strengths.index)} | {"": 0.12}
    colour = palette.colours(themes)
    fig = go.Figure(
        go.Bar(
            x=table["position"],
            y=table["strength"].map(height),
            base=table["theme"].map(row),
            width=0.72,
            marker_color=[
                palette.rgba(colour[theme], 1 if shown else 0.16)
                for theme, shown in zip(table["theme"], table["shown"], strict=True)
            ],
            customdata=[
                [passage, themes.at[theme, "label"], _strength_words(strengths, strength)]
                for passage, theme, strength in zip(
                    table["passage_id"], table["theme"], table["strength"], strict=True
                )
            ],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
        )
    )
    for code, base in row.items():
        fig.add_hline(base, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.4), layer="below")
    _mark_sections(fig, table)
    fig.update_yaxes(
        tickvals=[base + 0.35 for base in row.values()],
        ticktext=list(themes["label"]),
        range=[1 - len(row) - 0.1, 1.55],
    )
    fig.update_xaxes(visible=False, range=[0, len(table) + 1])
    return _finish(fig, 34 * len(row) + 40)


def ladder(
    table: pd.DataFrame, rows: pd.DataFrame, strengths: pd.DataFrame, by: str
) -> go.Figure:
    """Commitments in a grid: a row per code of `by`, a column per strength, firmest left.

    `table` has the columns `by`, strength, count, passage_ids. Rows without a
    commitment are left out; column heads carry the column's total.
    """
    rows = rows[rows.index.isin(table[by])]
    y = {code: -rank for rank, code in enumerate(rows.index)}
    column = {code: rank for rank, code in enumerate(strengths.index)}
    colour = palette.colours(rows)
    unit = 0.74 / table["count"].max()
    fig = go.Figure(
        go.Bar(
            orientation="h",
            x=table["count"] * unit,
            y=table[by].map(y),
            base=table["strength"].map(column),
            width=0.56,
            marker_color=table[by].map(colour),
            text=table["count"],
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [ids, rows.at[code, "label"], strengths.at[strength, "label"].lower(), count, code, strength]
                for ids, code, strength, count in zip(
                    table["passage_ids"], table[by], table["strength"], table["count"], strict=True
                )
            ],
            hovertemplate="%{customdata[1]}, %{customdata[2]}: %{customdata[3]}<extra></extra>",
        )
    )
    totals = table.groupby("strength")["count"].sum()
    for code, left in column.items():
        _note(fig, f"{strengths.at[code, 'label']}<br>{totals.get(code, 0)}", left, 0.62)
        fig.add_vline(left, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.5), layer="below")
    fig.update_yaxes(tickvals=list(y.values()), ticktext=list(rows["label"]), range=[0.5 - len(y), 1.7])
    fig.update_xaxes(visible=False, range=[-0.02, len(column)])
    return _finish(fig, 34 * len(y) + 44)


def amounts(
    table: pd.DataFrame, actors: pd.DataFrame, bases: pd.DataFrame, per_year: bool
) -> go.Figure:
    """Pledges as bars in US dollars, or US dollars a year of the stated period.

    `table` as from `queries.sums`. The basis decides how a bar is drawn (palette.BASIS);
    a rise without a figure is a dashed shape with no end and no length to read.
    """
    column = "per_year" if per_year else "amount_usd"
    table = table.sort_values(column, ascending=False, na_position="last", ignore_index=True)
    longest = table[column].max() if table[column].notna().any() else 1.0
    colour = palette.colours(actors)
    fig = go.Figure()
    for place, pledge in table.iterrows():
        stated = pd.notna(pledge[column])
        length = float(pledge[column]) if stated else longest * 0.3
        fig.add_bar(**_money_bar(pledge, -place, length, colour[pledge["payer"]]))
        if not stated:
            _dashed(fig, -place, 0, length, colour[pledge["payer"]])
        value = _value(pledge, per_year) if stated else "Amount not stated"
        who = actors.at[pledge["payer"], "label"]
        _note(
            fig,
            f"<b>{value}</b>  ·  {who}  ·  {bases.at[pledge['basis'], 'label'].lower()}"
            f"<br>{pledge['title']}, {wording.period(pledge['period_start'], pledge['period_end'])}",
            0,
            0.24 - place,
        )
    fig.update_yaxes(visible=False, range=[0.75 - len(table), 0.95])
    fig.update_xaxes(visible=False, range=[0, longest * 1.02])
    return _finish(fig, 84 * len(table) + 16, barmode="overlay")


def windows(table: pd.DataFrame, actors: pd.DataFrame) -> go.Figure:
    """The years each pledge covers, on a calendar axis. Rows without a period are left out."""
    table = table.dropna(subset=["period_start", "period_end"]).reset_index(drop=True)
    starts = pd.to_datetime(table["period_start"].astype(str) + "-01-01")
    ends = pd.to_datetime((table["period_end"] + 1).astype(str) + "-01-01")
    colour = palette.colours(actors)
    fig = go.Figure()
    for place, pledge in table.iterrows():
        length = (ends[place] - starts[place]).total_seconds() * 1000
        fig.add_bar(**_money_bar(pledge, -place, length, colour[pledge["payer"]]), base=[starts[place]])
        if pd.isna(pledge["amount_usd"]):
            _dashed(fig, -place, starts[place], ends[place], colour[pledge["payer"]])
        years = wording.period(pledge["period_start"], pledge["period_end"])
        who = actors.at[pledge["payer"], "label"]
        _note(fig, f"<b>{years}</b>  ·  {who}<br>{pledge['title']}", starts.min(), 0.24 - place)
    fig.update_yaxes(visible=False, range=[0.75 - len(table), 0.95])
    fig.update_xaxes(
        type="date",
        range=[starts.min(), ends.max()],
        dtick="M12",
        tickformat="%Y",
        ticklabelmode="period",
        showgrid=False,
        ticks="outside",
        ticklen=10,
        tickcolor=palette.NEUTRAL,
    )
    return _finish(fig, 84 * len(table) + 46, barmode="overlay")


def timeline(dates: pd.DataFrame, kinds: pd.DataFrame, middle: datetime.date) -> go.Figure:
    """Dates on one rail, a row a date, with `middle` (the day of the statement) marked.

    `dates` as from `queries.dates`. The rail's scale is logarithmic both ways from the
    middle, so that days beside it and decades away from it can both be read.
    """
    here = pd.Timestamp(middle)
    edges = [_rail(day, here) for day in (*dates["start"], *dates["end"].dropna(), here)]
    low, high = min(edges) - 0.15, max(edges) + 0.35
    colour = palette.colours(kinds)
    fig = go.Figure()
    for place, row in dates.iterrows():
        fig.add_hline(-place, line_width=0.5, line_color=palette.rgba(palette.NEUTRAL, 0.35), layer="below")
        start = _rail(row["start"], here)
        end = high if pd.isna(row["end"]) else _rail(row["end"], here)
        fig.add_scatter(**_rail_marks(row, start, end, -place, colour[row["kind"]]))
        when = wording.span(row["start"], row["end"], row["precision"])
        implied = ", implied" if row["implied"] else ""
        _note(fig, f"<b>{when}</b>{implied}  ·  {row['label']}", low, 0.16 - place)
    fig.add_vline(_rail(here, here), line_width=1, line_dash="dot", line_color=palette.NEUTRAL)
    fig.update_yaxes(visible=False, range=[0.6 - len(dates), 0.9])
    ticks = _rail_ticks(dates, here)
    fig.update_xaxes(
        range=[low, high], showgrid=False, side="top", ticks="outside", ticklen=6, tickcolor=palette.NEUTRAL,
        tickvals=[_rail(day, here) for day in ticks.values()], ticktext=list(ticks),
    )
    return _finish(fig, 44 * len(dates) + 60)


def passages_of(point: dict) -> list[str]:
    """The passage ids that a clicked mark carries."""
    return point["customdata"][0].split(";")


def cell_of(point: dict) -> tuple[str, str]:
    """Row code and strength code of a clicked mark of the ladder."""
    return point["customdata"][4], point["customdata"][5]


def _money_bar(pledge: pd.Series, y: int, length: float, colour: str) -> dict:
    style = palette.BASIS[pledge["basis"]]
    return {
        "orientation": "h",
        "x": [length],
        "y": [y],
        "width": 0.3,
        "marker": {
            "color": palette.rgba(colour, style["opacity"]),
            "line": {"color": colour, "width": 2 if style["outline"] == "solid" else 0},
            "pattern": {"shape": style["hatch"], "fillmode": "overlay", "fgcolor": "white", "size": 8},
        },
        "customdata": [[pledge["passage_id"], pledge["pledge_id"]]],
        "hovertemplate": f"{pledge['title']}<extra></extra>",
    }


def _dashed(fig: go.Figure, y: int, start: object, end: object, colour: str) -> None:
    """Two dashed edges without ends: something is there whose size is not stated."""
    for level in (y - 0.15, y + 0.15):
        fig.add_shape(
            type="line", x0=start, x1=end, y0=level, y1=level,
            line={"color": colour, "width": 2, "dash": "dash"},
        )


def _value(pledge: pd.Series, per_year: bool) -> str:
    if not per_year:
        return wording.money(pledge["amount_usd"])
    years = wording.plural(int(pledge["years"]), "year")
    return f"{wording.money(pledge['per_year'])} a year over {years}"


def _rail(day: pd.Timestamp, middle: pd.Timestamp) -> float:
    """Where a day stands on the rail: 0 in the middle, then the logarithm of its distance in months."""
    months = (day - middle).days / 30.44
    return math.copysign(math.log1p(abs(months)), months)


def _rail_ticks(dates: pd.DataFrame, middle: pd.Timestamp) -> dict[str, pd.Timestamp]:
    """Round years as far as the dates reach, by label, and the middle as its year."""
    first, last = dates["start"].min(), dates["end"].fillna(dates["start"]).max()
    away = [-70, -50, -20, -10, -3, 3, 10, 30]
    years = [round(middle.year + step, -1) if abs(step) > 9 else middle.year + step for step in away]
    inside = [year for year in years if first.year <= year <= last.year]
    return {str(year): pd.Timestamp(year, 1, 1) for year in inside} | {str(middle.year): middle}


def _rail_marks(row: pd.Series, start: float, end: float, y: int, colour: str) -> dict:
    """One trace: a line over the span, and the kind's mark where it counts (a deadline's at its end)."""
    shape = palette.DATE_MARKS.get(row["kind"], "circle")
    at_end = row["kind"] == "deadline"
    return {
        "x": [start, end],
        "y": [y, y],
        "mode": "lines+markers",
        "line": {"color": colour, "width": 4, "dash": "dot" if pd.isna(row["end"]) else "solid"},
        "marker": {
            "symbol": shape, "color": colour, "size": [0, 14] if at_end else [14, 0], "opacity": 1,
        },
        "customdata": [[row["passage_id"], row["date_id"]]] * 2,
        "hovertemplate": f"{row['label']}<extra></extra>",
    }


def _mark_sections(fig: go.Figure, table: pd.DataFrame) -> None:
    firsts = table.drop_duplicates("section")
    for section, position in zip(firsts["section"], firsts["position"], strict=True):
        edge = position - 0.5
        _note(fig, section.split(":")[0] or "Opening", edge, 1.2)
        if position > 1:
            fig.add_vline(edge, line_width=1, line_dash="dot", line_color=palette.NEUTRAL)


def _strength_words(strengths: pd.DataFrame, code: str) -> str:
    return strengths.at[code, "label"].lower() if code else "no commitment"


def _note(fig: go.Figure, text: str, x: object, y: float) -> None:
    fig.add_annotation(
        text=text, x=x, y=y, xanchor="left", yanchor="bottom", align="left",
        showarrow=False, xshift=2, font_size=TEXT,
    )


def _finish(fig: go.Figure, height: int, **layout: object) -> go.Figure:
    fig.update_layout(
        height=height, margin=MARGIN, showlegend=False, font_size=TEXT,
        dragmode=False, clickmode="event+select", hovermode="closest", **layout,
    )
    fig.update_yaxes(showgrid=False, zeroline=False, ticks="", fixedrange=True)
    fig.update_xaxes(zeroline=False, fixedrange=True)
    # A selection must not fade the other marks: what was clicked is shown by its passages.
    fig.update_traces(selected_marker_opacity=1, unselected_marker_opacity=1)
    return fig
