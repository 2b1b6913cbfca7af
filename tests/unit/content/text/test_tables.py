"""Tables as readers see them: words for codes, and the passages of the marks they stand for."""

import re

import pandas as pd
import pytest

from components.content.text import tables
from data import queries
from data.queries import Selection
from tests.unit.content.charts.figure_parts import draw, marks
from tests.unit.content.views import whole

TABLES = {
    "balance": tables.balance,
    "sentences": tables.sentences,
    "emphasis": tables.emphasis,
    "pledges": tables.pledges,
    "places": tables.places,
    "dates": tables.dates,
    "outcomes": tables.outcomes,
    "bodies": tables.bodies,
    "differences": lambda view: tables.differences(view.whole),
}


def rows(table: pd.DataFrame, *columns: str) -> list[tuple]:
    """The rows of a table, of these columns alone."""
    return list(table[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_opens_passages_of_the_statement(shipped, name):
    table, known = TABLES[name](whole(shipped)), set(shipped.passages["passage_id"])
    assert len(table)
    for ids in table["passage_ids"]:
        assert ids and set(ids.split(";")) <= known


@pytest.mark.parametrize("name", TABLES)
def test_readers_see_words_in_place_of_codes(shipped, name):
    codes = {"us", "rok", "both", "regional", "increase_unstated", "total_after_increase", "deadline"}
    assert codes <= set(shipped.codes["code"])
    seen = TABLES[name](whole(shipped)).drop(columns="passage_ids")
    seen = seen.loc[:, ~seen.columns.str.startswith(tables.SORTED_BY)]
    assert not seen.columns.str.contains("_").any()
    assert not codes & set(seen.astype(str).to_numpy().ravel())


def test_a_row_of_the_balance_opens_what_its_square_opens(shipped):
    squares = {(title, ids) for ids, _, _, title, _ in marks(draw("balance", whole(shipped)))}
    assert squares == {*rows(tables.balance(whole(shipped)), "Commitment", "passage_ids")}


def test_the_ribbons_table_lists_what_the_view_keeps(tiny):
    shown = tables.sentences(queries.select(tiny, Selection(themes=("trade",))))
    assert rows(shown, "Sentence", "Firmest commitment") == [("p01.s2", "Done"), ("p02.s1", "Pledged")]
    assert tables.sentences(whole(tiny))["Firmest commitment"].tolist()[0] == "none"


def test_pledges_keep_full_figures_and_empty_cells(tiny):
    shown = tables.pledges(whole(tiny)).set_index("Pledge")
    assert shown.loc["Fund", ["US dollars", "From", "To"]].tolist() == [70_000_000, 2001, 2005]
    assert pd.isna(shown.loc["Rise", "US dollars"]) and "Rule" in shown.index
    assert "Rule" not in set(tables.sums(whole(tiny))["Pledge"])


def test_areas_come_last_in_the_list_of_places(tiny):
    assert rows(tables.places(whole(tiny)), "Place", "Kind", "Mentions") == [
        ("Town", "City", 1),
        ("Bay", "Area", 2),
    ]


def test_an_area_is_indented_below_the_one_that_holds_it(tiny):
    mentions = tiny.place_mentions.assign(place_id=["ocean", "bay", "town"])
    listed = tables.places(whole(tiny, place_mentions=mentions))["Place"]
    assert listed.tolist() == ["Town", "Ocean", "\u2003Bay"]


def test_dates_say_what_is_implied_and_from_where(tiny):
    assert rows(tables.dates(whole(tiny)), "When", "Implied", "Source") == [
        ("2001", "", ""),
        ("from 2003", "Not printed.", "An atlas"),
    ]


def test_emphasis_tells_shares_in_percent(tiny):
    assert rows(tables.emphasis(whole(tiny)), "Theme", "Words", "% of words", "% of commitments") == [
        ("Peace", 3, 30.0, 0.0),
        ("Trade", 7, 70.0, 100.0),
    ]


def test_what_followed_says_when_and_what_it_follows_up(tiny):
    shown = tables.outcomes(whole(tiny))
    assert rows(shown, "When", "Follows up", "Source", "Confidence", "passage_ids") == [
        ("March 2001", "Ships", "News, A paper", "High", "p02.s1"),
        ("5 April 2002", "Rise", "More news, A paper", "Medium", "p02.s1"),
    ]


def test_commitments_say_what_they_name(tiny):
    shown = tables.commitments(tiny, queries.commitments(whole(tiny)))
    assert rows(shown, "Commitment", "Strength", "Actor", "Theme", "Names", "Paragraph") == [
        ("Markets", "Done", "North", "Trade", "amount", 1),
        ("Ships", "Pledged", "South", "Trade", "", 2),
        ("Tariffs", "Considered", "South", "Trade", "amount, date", 1),
    ]


def test_agreement_is_told_in_figures_that_can_be_read_aloud(tiny):
    shown = tables.reliability(tiny).set_index("Facet")
    assert shown.loc["Theme", ["Same code", "Percent"]].tolist() == ["2 of 3", "66.7%"]
    assert shown.loc["Speech act", ["Same code", "Percent"]].tolist() == ["3 of 3", "100.0%"]
    assert not shown.map(lambda cell: "nan" in cell).any(axis=None)


def test_differences_show_both_codes_only_where_they_differ(tiny):
    assert rows(tables.differences(tiny), "Sentence", "Theme", "Actor") == [
        ("p01.s1", "Peace", "North / South"),
        ("p02.s1", "Trade / Peace", "South"),
    ]


# Sorting


@pytest.mark.parametrize("name", TABLES)
def test_times_and_ranks_sort_by_meaning(shipped, name):
    """The texts that a column is sorted by are in the order of time, or of the codebook."""
    view = whole(shipped)
    table = TABLES[name](view)
    hidden = [column for column in table if column.startswith(tables.SORTED_BY)]
    assert {column.removeprefix(tables.SORTED_BY) for column in hidden} == {
        *({"When", "Confidence", "Strength", "Firmest commitment"} & set(table))
    }
    labels = [*view.labels("strength").values(), "none", *view.labels("confidence").values()]
    for column in hidden:
        words = table.sort_values(column)[column.removeprefix(tables.SORTED_BY)].tolist()
        if column.endswith("When"):
            years = [int(re.search(r"\d{4}", text)[0]) for text in words]
            assert years == sorted(years)
        else:
            ranks = [labels.index(word) for word in words]
            assert ranks == sorted(ranks) and len(set(ranks)) > 1


def test_codes_of_the_datasets_own_tables_that_are_ranks_sort_so(shipped):
    table = tables.coded(shipped, "commitments", shipped.commitments)
    first = table.sort_values(f"{tables.SORTED_BY}strength")["strength"].drop_duplicates().tolist()
    assert first == list(queries.codes(shipped, "strength"))
    assert tables.coded(shipped, "terms", shipped.terms).equals(shipped.terms)
