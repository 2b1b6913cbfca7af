"""What all figures share: fonts, notes, margins, and marks that can be clicked."""

import plotly.graph_objects as go

TEXT, SMALL = 13, 12  # px; Plotly's fonts don't follow the page's. Small: five heads on a phone
MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}


def passages_of(point: dict) -> list[str]:
    """The passage ids that a clicked mark carries."""
    return point["customdata"][0].split(";")


def note(fig: go.Figure, text: str, x: object, y: float, size: int = TEXT) -> None:
    """Words in the figure, their lower left corner at (x, y) in the axes' units; size in px."""
    fig.add_annotation(
        text=text,
        x=x,
        y=y,
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
        xshift=2,
        font_size=size,
    )


def finish(fig: go.Figure, row: int, axis: int = 0, **layout: object) -> go.Figure:
    """The figure without what moves or distracts: no legend, grid, zoom or fading.

    Its height follows from the range of the y axis: `row` px a unit, and `axis` px for
    the ticks of an x axis, so that a row is as tall whatever the number of rows.
    """
    low, high = fig.layout.yaxis.range
    fig.update_layout(
        height=round(row * (high - low)) + MARGIN["t"] + MARGIN["b"] + axis,
        margin=MARGIN,
        showlegend=False,
        font_size=TEXT,
        dragmode=False,
        clickmode="event+select",
        hovermode="closest",
        **layout,
    )
    fig.update_yaxes(showgrid=False, zeroline=False, ticks="", fixedrange=True)
    fig.update_xaxes(zeroline=False, fixedrange=True)
    # A selection must not fade the other marks: what was clicked is shown by its passages.
    fig.update_traces(selected_marker_opacity=1, unselected_marker_opacity=1)
    return fig
