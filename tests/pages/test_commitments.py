"""Commitments: what was promised, and how firmly."""

from data import queries
from tests.pages.views import texts


def test_commitments_are_narrowed_by_strength_and_marks(open_page, shipped):
    pledged = shipped.commitments[shipped.commitments["strength"] == "pledged"]
    dated = pledged[pledged["names_date"]]
    assert 0 < len(dated) < len(pledged)
    assert len(
        open_page("commitments", strength="pledged").app.dataframe(key="commitment_rows").value
    ) == len(pledged)
    both = open_page("commitments", strength="pledged", names="date")
    assert len(both.app.dataframe(key="commitment_rows").value) == len(dated)


def test_commitments_are_narrowed_by_what_followed(open_page, shipped):
    relations = queries.relations(queries.select(shipped, queries.Selection()))
    reversed_ = [name for name, codes in relations.items() if queries.REVERSED in codes]
    shown = open_page("commitments", followed="reversed").app.dataframe(key="commitment_rows").value
    assert 0 < len(shown) == len(reversed_) < len(relations)
    assert all("Reversed" in followed for followed in shown["What followed"])
    unknown = open_page("commitments", followed="none").app.dataframe(key="commitment_rows").value
    assert set(unknown["What followed"]) == {""}
    assert len(unknown) == len(shipped.commitments) - len(relations)


def test_commitments_are_found_by_their_words(open_page, shipped):
    title = shipped.commitments.iloc[0]["title"]
    found = open_page("commitments", q=title).app.dataframe(key="commitment_rows").value
    assert found["Commitment"].tolist() == [title]


def test_commitments_are_found_by_another_name(open_page):
    opened = open_page("commitments", q="200 million dollars")
    (line,) = (text.value for text in opened.app.markdown if "Also searched: " in text.value)
    assert "200M" in line
    assert len(opened.app.dataframe(key="commitment_rows").value) == 1


def test_words_that_no_commitment_holds_offer_a_way_back(open_page):
    opened = open_page("commitments", q="zzz", strength="pledged")
    (way_back,) = opened.buttons("^Show all")
    opened.click(way_back)
    assert not opened.notices
    assert opened.app.query_params == {}


def test_a_square_chooses_its_commitment(open_page, shipped):
    opened = open_page("commitments")
    squares = opened.traces("balance")[0]["customdata"]
    place, square = next((n, mark) for n, mark in enumerate(squares) if mark[2].startswith("done"))
    opened.open_mark("balance", 0, place)
    (row,) = shipped.commitments[shipped.commitments["commitment_id"] == square[4]].to_dict("records")
    assert opened.app.query_params["commitment"] == row["commitment_id"]
    assert opened.quotes == texts(shipped, [row["passage_id"]])
    assert row["title"] in [head.value for head in opened.app.header]
    assert opened.drawer is None
    assert row["verb"] in set(opened.app.dataframe(key="commitment_rows").value["Verb"])


def test_an_unknown_commitment_in_a_link_is_named_and_dropped(open_page):
    opened = open_page("commitments", commitment="nonsense")
    (warning,) = opened.warnings
    assert "commitment ` nonsense `" in warning and opened.app.query_params == {}


def test_a_theme_and_strength_of_an_older_link_narrow_the_table(open_page, shipped):
    rows = open_page("commitments", cell="health.pledged").app.dataframe(key="commitment_rows").value
    assert set(rows["Strength"]) == {"2 Pledged"} and set(rows["Theme"]) == {"Health"}
    assert 0 < len(rows) < len(shipped.commitments)
