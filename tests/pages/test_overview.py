"""Overview: what the statement is about, and how much of it binds."""

import re

import pytest

from components.content.text import findings
from tests.pages.views import texts, view_of, whole


@pytest.mark.parametrize("filtered", [False, True], ids=["whole", "filtered"])
def test_a_finding_opens_the_drawer_with_exactly_the_passages_it_counted(
    open_page, shipped, busy_theme, filtered
):
    view = view_of(shipped, busy_theme) if filtered else whole(shipped)
    opened = open_page("overview", **({"theme": busy_theme} if filtered else {}))
    expected = [ids for _, ids in findings.key(view) if ids]
    lines = opened.lines("findings")
    assert len([label for _, label in lines if label]) == len(expected) == (4 if filtered else 5)
    assert opened.drawer is None
    for place, ids in enumerate(expected):
        opened.press("findings", place)
        assert opened.drawer == texts(shipped, ids)
        assert int(lines[place][1].split()[0]) == len(opened.drawer)


@pytest.mark.parametrize("place", [5, -1, 1.0, "1", True, None, {}, []], ids=repr)
def test_a_place_that_no_line_has_opens_nothing(open_page, place):
    assert open_page("overview").press("findings", place).drawer is None


def test_a_figure_opens_its_sentence(open_page, shipped):
    opened = open_page("overview")
    assert len(opened.lines("figures")) == len(shipped.figures) > 1
    for place, passage_id in enumerate(shipped.figures["passage_id"]):
        assert opened.press("figures", place).drawer == texts(shipped, [passage_id])


def test_the_drawer_stays_closed_on_the_next_run(open_page):
    opened = open_page("overview")
    opened.press("findings", 0)
    assert opened.drawer
    opened.app.run()
    assert opened.drawer is None


def test_the_overview_counts_what_the_filter_leaves(open_page, shipped, busy_theme):
    view = view_of(shipped, busy_theme)
    lead = open_page("overview", theme=busy_theme).lead
    assert f"[{len(view.ds.passages)} sentences of {len(shipped.passages)}]" in lead
    assert f"[{len(view.ds.commitments)} commitments]" in lead
    assert busy_theme in lead


def test_the_numbers_of_the_lead_link_to_their_pages_under_the_same_filter(open_page, busy_theme):
    lead = open_page("overview", theme=busy_theme, pin="p01.s1").lead
    pages = re.findall(r"\(<https://linchpin.example/(\w+)\?theme=(\w+)&pin=p01.s1>\)", lead)
    assert pages == [
        (page, busy_theme) for page in ("statement", "commitments", "pledges", "map", "timeline")
    ]


def test_the_ribbon_is_drawn_whole_under_any_filter(open_page, shipped, busy_theme):
    _, ticks = open_page("overview", theme=busy_theme).traces("ribbon")
    assert len(ticks["customdata"]) == len(shipped.passages)


@pytest.mark.parametrize("themes", [["Health"], ["Health", "Climate"]])
def test_shares_are_compared_between_themes_and_not_of_one_alone(open_page, themes):
    assert ("emphasis" in open_page("overview", theme=themes).figures) == (len(themes) > 1)


@pytest.mark.parametrize("by", ["emphasis", "actor"])
def test_links_that_chose_a_comparison_open_the_page_with_all_of_them(open_page, by):
    opened = open_page("overview", by=by)
    assert not opened.app.exception and not opened.warnings
    assert opened.figures == ["ribbon", "balance", "emphasis"]
