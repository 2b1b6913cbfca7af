"""All charts by name, with what each draws and says.

To add a chart, add its name to chart_names.py, its figure to a module of this folder, its table to
text/tables.py, and an entry to CHARTS.
"""

from collections import Counter

import pandas as pd
import plotly.graph_objects as go

from components.content.charts import (
    agreement,
    balance,
    comparison,
    emphasis,
    pledges,
    ribbon,
    timeline,
    verbs,
    wording,
)
from components.content.charts.chart import Chart
from components.content.text import comparison as comparison_words
from components.content.text import descriptions, findings, formatting, tables, wording_findings
from data import queries
from data.queries import View

MOST_DATES = 18  # can be read on one slide
MOST_TOPICS = 18  # likewise


def prepare(view: View) -> None:
    """Draw the charts that pages open with. Their figures are then in the cache; those that a reader chooses
    there are drawn when asked for.
    """
    for chart in CHARTS.values():
        if chart.draw and chart.opening:
            opened = chart.opening(view)
            if not chart.empty(opened):
                chart.spec(opened)
                chart.narrow_spec(opened)
                chart.describe(opened)


def _ribbon(view: View, wide: bool) -> go.Figure:
    return ribbon.ribbon(queries.ribbon(view), view.codes("theme"), view.codes("strength"), wide)


def _balance(view: View, wide: bool) -> go.Figure:
    return balance.balance(
        queries.commitments(view),
        view.codes("theme"),
        view.codes("strength"),
        queries.firm(view.whole),
        wide,
    )


def _emphasis(view: View, wide: bool) -> go.Figure:
    return emphasis.emphasis(queries.emphasis(view), view.codes("theme"))


def _amounts(view: View, look: pledges.Look, scale: bool = False) -> go.Figure:
    rows = queries.sums(view) if scale else queries.pledges(view)
    return pledges.amounts(rows, view.codes("actor"), view.codes("basis"), view.codes("theme"), look, scale)


def _timeline(view: View, wide: bool) -> go.Figure:
    return _dates(view, timeline.SLIDE if wide else timeline.PAGE)


def _dates(view: View, look: timeline.Look) -> go.Figure:
    # Of a view that was made to fit a slide, all dates under its selection.
    in_all = Counter(queries.dates(queries.select(view.whole, view.selection))["lies"])
    day = view.whole.statement.date
    return timeline.timeline(queries.dates(view), view.codes("date_kind"), day, look, in_all=in_all)


def _followed(view: View, wide: bool) -> go.Figure:
    return _outcomes(view, timeline.SLIDE if wide else timeline.PAGE)


def _outcomes(view: View, look: timeline.Look) -> go.Figure:
    rows = queries.outcomes(view)
    rows = rows.assign(label=[descriptions.followed_up(row) for row in queries.records(rows)])
    return timeline.followed(rows, view.codes("relation"), view.whole.statement.date, look)


def _compare(view: View, wide: bool) -> go.Figure:
    compared, pair = queries.compared(view), queries.compared_meetings(view)
    assert compared is not None and pair is not None, "there are no two meetings to compare"
    return comparison.ribbons(compared, comparison_words.tick_names(pair), wide)


def _findings_table(view: View) -> pd.DataFrame:
    rows = findings.key(view) if len(view.ds.passages) else []
    return pd.DataFrame(rows, columns=["Finding", "passage_ids"])


def _money(view: View) -> list[str]:
    return [findings.money(view)[0]]


def _agreement(view: View, wide: bool) -> go.Figure:
    return agreement.agreement(queries.reliability(view.whole), queries.agreement(view.whole), wide)


def _agreement_lines(view: View) -> list[str]:
    return [
        f"**{row['facet'].replace('_', ' ').capitalize()}**: the same code for {row['same']} of "
        f"{formatting.plural(row['sentences'], 'sentence')}."
        for row in queries.records(queries.reliability(view.whole))
    ]


def _wording(view: View, wide: bool) -> go.Figure:
    held = queries.shown_meetings(view)
    names = {meeting.series: view.labels("series")[meeting.series] for meeting in held}
    rows = queries.records(queries.wording(view))
    return wording.wording(rows, queries.shown_topics(view), held, names, wide)


def _moved_most(view: View) -> View:
    """The view with the topics that fit on a slide: those that moved most, or the first ones."""
    topics = wording_findings.topics_by(view, wording_findings.MOVED, MOST_TOPICS)
    return view.narrowed(topics=topics[:MOST_TOPICS])


def _moved_in_the_first_series(view: View) -> View:
    """The view of the first series with the topics that its page shows at first."""
    first = view.narrowed(series=tuple(queries.series(view.whole))[:1], actors=())
    topics = wording_findings.topics_by(first, wording_findings.MOVED, wording_findings.ROWS)
    return first.narrowed(topics=topics)


CHARTS = {
    chart.name: chart
    for chart in (
        Chart(
            name="findings",
            page="overview",
            title="Key findings",
            alt="Sentences computed from the data.",
            table=_findings_table,
            summary=lambda view: [text for text, _ in findings.key(view)],
        ),
        Chart(
            name="ribbon",
            page="overview",
            title="The statement as a ribbon: a tick a sentence, taller the firmer it commits",
            alt="Every sentence in reading order, in the colour of its theme, "
            "as high as its firmest commitment is strong.",
            draw=_ribbon,
            legend=lambda view: "A bar is a sentence; a stub holds no commitment.",
            finding=findings.ribbon,
            table=tables.sentences,
            summary=lambda view: [findings.longest_run(view) or findings.binding(view)[0]],
        ),
        Chart(
            name="balance",
            page="commitments",
            title="How firmly, in which field",
            alt="A square a commitment, a row a theme: firm ones left of a middle line, loose ones right.",
            draw=_balance,
            finding=findings.balance,
            legend=lambda view: balance.legend(view.codes("strength"), queries.firm(view.whole)),
            table=tables.balance,
            summary=lambda view: [
                text for text, _ in (findings.firmness(view), *findings.busiest_theme(view))
            ],
        ),
        Chart(
            name="emphasis",
            page="overview",
            link={"by": "emphasis"},
            title="Each theme’s share of the words and of the commitments",
            alt="For each theme its share of the words and its share of the commitments.",
            draw=_emphasis,
            finding=findings.emphasis,
            table=tables.emphasis,
            summary=lambda view: [
                text for text, _ in findings.busiest_theme(view) or [findings.binding(view)]
            ],
        ),
        Chart(
            name="amounts",
            page="pledges",
            title="Who pays, how much, and when",
            alt="One row a pledge, by payer: the amount, and a bar over its years, drawn by kind of money.",
            draw=lambda view, wide: _amounts(view, pledges.SLIDE if wide else pledges.PAGE),
            draw_narrow=lambda view: _amounts(view, pledges.NARROW),
            finding=findings.kinds_of_money,
            table=tables.pledges,
            summary=_money,
        ),
        Chart(
            name="scale",
            page="pledges",
            link={"amount": "scale"},
            opening=None,
            title="Sums of different kinds on one scale: a longer bar is not a larger promise",
            alt="One bar a pledge, its length the US dollar amount, its drawing the kind of money.",
            draw=lambda view, wide: _amounts(view, pledges.SLIDE if wide else pledges.PAGE, scale=True),
            draw_narrow=lambda view: _amounts(view, pledges.NARROW, scale=True),
            table=tables.sums,
            summary=_money,
        ),
        Chart(
            name="timeline",
            page="timeline",
            title="When it happened, happens, or is due",
            alt="Every date the statement names or implies: what is before it, under way, and ahead.",
            draw=_timeline,
            draw_narrow=lambda view: _dates(view, timeline.NARROW),
            finding=findings.due,
            legend=lambda view: "Each grey band of years has a scale of its own.",
            fit=lambda view: queries.nearest_dates(view, MOST_DATES),
            table=tables.dates,
            summary=lambda view: [findings.dates(view)],
        ),
        Chart(
            name="followed",
            page="timeline",
            link={"layer": "after"},
            opening=None,
            title="After the statement: what followed, from other documents",
            alt="Dated events that follow up the statement, from the earliest to the latest, each in a shape "
            "for how it stands to what it follows up.",
            draw=_followed,
            finding=findings.follow_up,
            draw_narrow=lambda view: _outcomes(view, timeline.NARROW),
            fit=lambda view: queries.nearest_outcomes(view, MOST_DATES),
            table=tables.outcomes,
            summary=lambda view: [findings.followed(view)],
            source=lambda ds: (
                "Sources: a document for each event, named in the table and beside the sentence. "
                "That an event follows up a commitment is this dataset’s reading; "
                "where nothing is listed, something may still have happened."
            ),
        ),
        Chart(
            name="agreement",
            page="method",
            filtered=False,
            title="How far two passes of coding agree",
            finding=lambda view: findings.agreement(queries.reliability(view.whole)),
            alt="For each coded facet Krippendorff’s alpha of two codings, with its interval, "
            "and how many sentences got the same code twice.",
            draw=_agreement,
            table=lambda view: tables.differences(view.whole),
            summary=_agreement_lines,
            source=lambda ds: ds.about.passes,
        ),
        Chart(
            name="verbs",
            page="method",
            link={"part": "codebook"},
            title="The words that carry the commitments",
            finding=findings.verbs,
            alt="A bar a word, as long as the number of commitments that it carries.",
            draw=lambda view, wide: verbs.verbs(queries.verbs(view)),
            table=tables.verbs,
            summary=lambda view: [
                f"{findings.verbs(view) or 'No word carries more commitments than the others'}."
            ],
        ),
        Chart(
            name="wording",
            page="wording",
            by_actor=False,
            title="Which topics each meeting names, and in how many sentences",
            finding=wording_findings.title,
            alt="A row a topic, a column a meeting by date, a disc with the number of sentences.",
            draw=_wording,
            fit=_moved_most,
            opening=_moved_in_the_first_series,
            legend=lambda view: " ".join(
                filter(None, [wording_findings.drawn(view), wording.legend(queries.shown_meetings(view))])
            ),
            table=tables.wording,
            summary=wording_findings.summary,
            source=lambda ds: "Source: the texts themselves; topics found by published patterns.",
        ),
        Chart(
            name="compare",
            page="compare",
            by_actor=False,
            title="What one text takes up from another",
            alt="Two ribbons, the older text over the newer one, a tick a sentence: grey in a pair, ink "
            "where it is new, hollow where no counterpart was found. Lines join pairs.",
            draw=_compare,
            finding=comparison_words.heading,
            table=comparison_words.table,
            summary=comparison_words.summary,
            source=comparison_words.source,
        ),
    )
}
