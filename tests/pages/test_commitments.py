"""Commitments: what was promised, and how firmly."""


def test_commitments_are_narrowed_by_strength_and_marks(open_page, shipped):
    pledged = shipped.commitments[shipped.commitments["strength"] == "pledged"]
    dated = pledged[pledged["names_date"]]
    assert 0 < len(dated) < len(pledged)
    assert len(
        open_page("commitments", strength="pledged").app.dataframe(key="commitment_rows").value
    ) == len(pledged)
    both = open_page("commitments", strength="pledged", names="date")
    assert len(both.app.dataframe(key="commitment_rows").value) == len(dated)


def test_commitments_are_found_by_their_words(open_page, shipped):
    title = shipped.commitments.iloc[0]["title"]
    found = open_page("commitments", q=title).app.dataframe(key="commitment_rows").value
    assert found["Commitment"].tolist() == [title]


def test_words_that_no_commitment_holds_offer_a_way_back(open_page):
    opened = open_page("commitments", q="zzz", strength="pledged")
    (way_back,) = opened.buttons("^Show all")
    opened.click(way_back)
    assert not opened.notices
    assert opened.app.query_params == {}
