"""Pledges: who pays, how much, for what, when."""

import pytest

from data import queries
from tests.pages.views import whole


def drawn(opened, key, narrow=False) -> list[str]:
    """The pledges that a figure has marks of."""
    return [mark[1] for trace in opened.traces(key, narrow) for mark in trace.get("customdata", [])]


def test_every_pledge_is_drawn_for_wide_and_for_narrow_windows(open_page, shipped):
    opened = open_page("pledges")
    for narrow in (False, True):
        assert sorted(drawn(opened, "amounts", narrow)) == sorted(shipped.pledges["pledge_id"])


def test_amounts_can_be_read_to_scale(open_page, shipped):
    opened = open_page("pledges")
    opened.app.get_by_key("amount").set_value(["scale"]).run()
    assert sorted(drawn(opened, "scale")) == sorted(queries.sums(whole(shipped))["pledge_id"])
    assert opened.app.query_params == {"amount": "scale"}
    assert opened.titles == ["Sums of different kinds on one scale: a longer bar is not a larger promise"]


@pytest.mark.parametrize("value", ["scale", "per-year"])
def test_links_to_sizes_open_them(open_page, value):
    opened = open_page("pledges", amount=value)
    assert "scale" in opened.figures and not opened.warnings


def test_a_theme_of_rules_alone_has_no_switch(open_page, shipped):
    rules = queries.with_passage(shipped, shipped.pledges).groupby("theme")["amount_usd"].count()
    theme = queries.label(shipped, "theme", rules.index[rules == 0][0])
    opened = open_page("pledges", theme=theme, amount="scale")
    assert "amounts" in opened.figures and opened.titles == ["Rules about money, and no sum"]
