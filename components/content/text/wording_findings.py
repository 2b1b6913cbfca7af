"""Findings about the wording of topics: what took whose place, came, went, and changed its words."""

from components.content.text import citations, clause_history, formatting
from components.content.text.findings import Finding
from data import queries
from data.queries import Course, View

MOST_NAMES = 12  # topics that a sentence names
ROWS = 20  # topics that the page shows at first
MOST_CHANGED = 4  # topics whose change of words is told
# What the page can show, by the value in its link.
MOVED, CAME, WENT, ALL = "moved", "came", "went", "all"
CHOICES = {MOVED: "What moved", CAME: "New", WENT: "Gone", ALL: "All topics"}


def chosen_series(view: View) -> str:
    """The only chosen series; "" where several or all are shown."""
    return view.selection.series[0] if len(view.selection.series) == 1 else ""


def topics_by(view: View, choice: str, most: int) -> list[str]:
    """The topics of a view that a choice of CHOICES shows, in order. most: of what moved.

    Of several series, all topics are shown: there is no one meeting to measure from.
    """
    shown = [topic.topic for topic in queries.shown_topics(view)]
    name = chosen_series(view)
    if choice == ALL or not name:
        return shown
    courses = queries.courses(view.whole, name)
    if choice == CAME:
        return [topic for topic in shown if courses[topic].came]
    if choice == WENT:
        return [topic for topic in shown if courses[topic].went]
    said = [topic for topic in shown if courses[topic].first]
    return sorted(said, key=lambda topic: -_moves(view, name, topic))[:most]


def _moves(view: View, name: str, topic: str) -> int:
    """How much a topic moved: a change of place counts most, then coming and going, then changes of words."""
    turned = bool(clause_history.turn(view.whole, topic, name))
    changed = len(clause_history.changes(view.whole, topic, name))
    return 10 * turned + 2 * queries.courses(view.whole, name)[topic].turns + changed


@queries.cached
def title(view: View) -> str:
    """What came and what went of all topics of the view, whichever are drawn, in a few words; "" for several
    series."""
    found = _courses(view.narrowed(topics=()))
    came, went = ([one for one in found if getattr(one, name)] for name in ("came", "went"))
    if not came and not went:
        return ""
    since, until = (citations.when(one) for one in (found[0].since, found[0].until))
    said = sum(one.at(one.since) for one in found)
    new = formatting.plural(len(came), "is new", "are new").replace("0 are", "none is")
    gone = formatting.plural(len(went), "is", "are").replace("0 are", "none is")
    return f"Of {formatting.plural(said, 'topic')} of {since}, {gone} not in {until}; {new}"


def drawn(view: View) -> str:
    """How many of the view's topics are drawn, as a sentence; "" for all."""
    some, whole = len(queries.shown_topics(view)), len(queries.shown_topics(view.narrowed(topics=())))
    return f"{some} of {formatting.plural(whole, 'topic')} are drawn." if some < whole else ""


@queries.cached
def findings(view: View) -> list[Finding]:
    """What took whose place, what came, what went, and what changed its words, with the sentences behind."""
    found = _courses(view)
    if not found:
        return []
    name = chosen_series(view)
    result = [*_turns(view, name, found), *_came_and_went(view, found)]
    changed = sorted(found, key=lambda one: -len(clause_history.changes(view.whole, one.topic, name)))
    for course in changed[:MOST_CHANGED]:
        if words := clause_history.changes(view.whole, course.topic, name):
            label = queries.topics(view.whole)[course.topic].label
            named = "; ".join(words[: clause_history.MOST_CHANGES])
            result.append((f"**{label}:** {named}.", _ids(view, course, *course.meetings)))
    return result


def summary(view: View) -> list[str]:
    """The findings; where there are none, how many sentences name how many topics."""
    rows = queries.wording(view)
    count = formatting.plural(int(rows["count"].sum()), "sentence")
    topics = formatting.plural(rows["topic"].nunique(), "topic")
    meetings = formatting.plural(rows["meeting_id"].nunique(), "meeting")
    return [text for text, _ in findings(view)] or [f"{meetings} name {topics} in {count}."]


def _courses(view: View) -> list[Course]:
    """The courses of the shown topics through the chosen series; none for several series."""
    name = chosen_series(view)
    courses = queries.courses(view.whole, name) if name else {}
    return [courses[topic.topic] for topic in queries.shown_topics(view)] if courses else []


def _turns(view: View, name: str, found: list[Course]) -> list[Finding]:
    """A sentence for each topic that took the place of another."""
    told: dict[str, list[str]] = {}
    for course in found:
        if words := clause_history.turn(view.whole, course.topic, name):
            told.setdefault(words, []).extend(_ids(view, course, *course.meetings))
    return [(f"{words}.", ids) for words, ids in told.items()]


def no_statement(view: View) -> str:
    """After a space, what the last meeting of the series has instead of a statement; "" if it has one."""
    until = next((course.until for course in _courses(view)), None)
    if until is None or until.is_peer:
        return ""
    return f" {citations.when(until)}: {citations.kinds(until)}."


def _came_and_went(view: View, found: list[Course]) -> list[Finding]:
    since, until = found[0].since, found[0].until
    if since == until:
        return []
    then, now = citations.when(since), citations.when(until)
    note = "" if until.is_peer else f" {now} is {citations.kinds(until)}, not a statement."
    result = []
    for verb, meeting, courses in (
        (f"Said in {then}, not in {now}", since, [one for one in found if one.went]),
        (f"New in {now} since {then}", until, [one for one in found if one.came]),
    ):
        if courses:
            ids = [reference for course in courses for reference in _ids(view, course, meeting)]
            result.append((f"**{verb}:** {_named(view, courses)}.{note}", ids))
            note = ""
    return result


def _named(view: View, courses: list[Course]) -> str:
    labels = [queries.topics(view.whole)[course.topic].label for course in courses]
    more = [f"{len(labels) - MOST_NAMES} more"] if len(labels) > MOST_NAMES else []
    return formatting.listed(labels[:MOST_NAMES] + more)


def _ids(view: View, course: Course, *meetings: queries.Meeting) -> list[str]:
    """The references of the sentences that name a topic at these meetings."""
    return [
        str(mention.reference)
        for meeting in meetings
        for mention in queries.mentions(view.whole, course.topic, meeting.meeting_id)
    ]
