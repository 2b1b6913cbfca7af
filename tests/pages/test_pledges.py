"""Pledges: who pays, how much, for what, when."""

from data import queries
from tests.pages.views import texts, whole


def test_amounts_can_be_read_per_year(open_page):
    opened = open_page("pledges")
    assert "a year over" not in opened.spec("amounts")
    opened.app.segmented_control(key="amount").set_value("per-year").run()
    assert "a year over" in opened.spec("per-year")
    assert opened.app.query_params == {"amount": "per-year"}
    assert "a year over" in open_page("pledges", amount="per-year").spec("per-year")


def test_money_without_a_number_is_listed_and_opens_its_sentence(open_page, shipped):
    silent = queries.money_without_number(whole(shipped))
    opened = open_page("pledges")
    assert len(opened.lines("money")) == len(silent) > 1
    for place, pledge in enumerate(silent.to_dict("records")):
        assert pledge["title"] in opened.lines("money")[place][0]
        assert opened.press("money", place).drawer == texts(shipped, [pledge["passage_id"]])
