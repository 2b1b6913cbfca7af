"""Tables as readers see them: words for codes, and the passages of the marks they stand for."""

import pytest

from components.content import charts
from components.content.text import tables
from data import queries


@pytest.fixture(scope="module")
def drawn(shipped):
    """What each kind of table shows of the shipped dataset."""
    whole = queries.agreement(shipped)
    return {
        "counted": tables.counted(queries.ladder(shipped), shipped),
        "sentences": tables.sentences(shipped, shipped),
        "pledges": tables.pledges(queries.sums(shipped), shipped),
        "places": tables.places(queries.places(shipped), shipped),
        "dates": tables.dates(queries.dates(shipped), shipped),
        "bodies": tables.bodies(queries.bodies(shipped), shipped),
        "differences": tables.differences(whole, shipped),
    }


KINDS = ["counted", "sentences", "pledges", "places", "dates", "bodies", "differences"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_opens_passages_of_the_statement(drawn, shipped, kind):
    known = set(shipped.passages["passage_id"])
    assert len(drawn[kind])
    for ids in drawn[kind]["passage_ids"]:
        assert ids and set(ids.split(";")) <= known


@pytest.mark.parametrize("kind", KINDS)
def test_readers_see_words_in_place_of_codes(drawn, kind):
    codes = {"us", "rok", "both", "regional", "increase_unstated", "total_after_increase", "deadline"}
    seen = drawn[kind].drop(columns="passage_ids")
    assert not seen.columns.str.contains("_").any()
    assert not codes & set(seen.astype(str).to_numpy().ravel())


@pytest.mark.parametrize("by", ["theme", "actor"])
def test_the_ladders_table_opens_what_its_marks_open(shipped, by):
    table = queries.ladder(shipped) if by == "theme" else queries.who_acts(shipped)
    codes, strengths = queries.codes(shipped, by), queries.codes(shipped, "strength")
    bar = charts.ladder(table, codes, strengths, by=by).data[0]
    shown = tables.counted(table, shipped)
    marks = {(label, count, ids) for ids, label, _, count, *_ in bar.customdata}
    assert marks == set(
        shown[[by.capitalize(), "Commitments", "passage_ids"]].itertuples(index=False, name=None)
    )


def test_the_fingerprints_table_lists_what_the_view_keeps(tiny):
    view = queries.select(tiny, queries.Selection(themes=("trade",)))
    shown = tables.sentences(tiny, view)
    assert shown["Sentence"].tolist() == ["p01.s2", "p02.s1"]
    assert shown["Firmest commitment"].tolist() == ["Done", "Pledged"]
    assert tables.sentences(tiny, tiny)["Firmest commitment"].tolist()[0] == "none"


def test_pledges_keep_full_figures_and_empty_cells(tiny):
    shown = tables.pledges(queries.sums(tiny), tiny).set_index("Pledge")
    assert shown.loc["Fund", ["US dollars", "US dollars a year", "From", "To"]].tolist() == [
        70_000_000, 14_000_000, 2001, 2005,
    ]  # fmt: skip
    assert shown.loc["Rise", ["US dollars", "US dollars a year"]].isna().all()


def test_places_name_their_roles(tiny):
    shown = tables.places(queries.places(tiny), tiny)
    assert shown[["Place", "Mentions", "Role"]].to_numpy().tolist() == [
        ["Bay", 2, "topic and venue"],
        ["Town", 1, "topic"],
    ]


def test_dates_say_what_is_implied_and_from_where(tiny):
    shown = tables.dates(queries.dates(tiny), tiny)
    assert shown[["When", "Implied", "Source"]].to_numpy().tolist() == [
        ["2001", "", ""],
        ["from 2003", "Not printed.", "An atlas"],
    ]


def test_differences_show_both_codes_only_where_they_differ(tiny):
    shown = tables.differences(queries.differences(tiny), tiny)
    assert shown[["Sentence", "Theme", "Actor"]].to_numpy().tolist() == [
        ["p01.s1", "Peace", "North / South"],
        ["p02.s1", "Trade / Peace", "South"],
    ]
