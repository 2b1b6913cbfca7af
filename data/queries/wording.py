"""Which topics of the corpus a view shows, and the table of its picture: topic by meeting."""

import pandas as pd

from data.queries.cache import cached
from data.queries.corpus import Meeting, Topic, meetings, mentions, series, topics
from data.queries.selection import View


def shown_topics(view: View) -> list[Topic]:
    """The topics of the view's themes: those chosen, in their order, or all."""
    known = topics(view.whole)
    chosen = [known[topic] for topic in view.selection.topics] or list(known.values())
    themes = view.selection.themes
    return [topic for topic in chosen if not themes or topic.theme in themes]


def shown_meetings(view: View) -> list[Meeting]:
    """The meetings of the chosen series, or of all, series by series in the order of dates."""
    return [one for name in view.selection.series or series(view.whole) for one in meetings(view.whole, name)]


@cached
def wording(view: View) -> pd.DataFrame:
    """One row per topic and meeting that names it, topic by topic.

    Columns: topic, meeting_id, count (of sentences), passage_ids (references, `;`-separated).
    """
    rows = []
    for topic in shown_topics(view):
        for meeting in shown_meetings(view):
            if named := mentions(view.whole, topic.topic, meeting.meeting_id):
                ids = ";".join(str(mention.reference) for mention in named)
                rows.append((topic.topic, meeting.meeting_id, len(named), ids))
    return pd.DataFrame(rows, columns=["topic", "meeting_id", "count", "passage_ids"])
