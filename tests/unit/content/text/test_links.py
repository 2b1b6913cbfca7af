"""Links as tools rewrite them."""

import time

import pytest

from components.content.text import links

OPTIONS = ["Health", "Région du Sud", "p05.s1", "U.S."]


@pytest.mark.parametrize(
    ("value", "option"),
    [
        *(
            (f"p05.s1{mark}", "p05.s1")
            for mark in (".", ")", ",", ">", "%3E", "%253E", "&gt;", "”", "_", "*)")
        ),
        *((value, "p05.s1") for value in (" p05.s1", "P05.S1", "p05%2Es1", "p05%252Es1", "<p05.s1>")),
        *((value, "Health") for value in ("Health", "health", "HEALTH", "Health ", "Health;")),
        *((value, "Région du Sud") for value in ("région du sud", "Re\u0301gion+du%20Sud")),
        *((value, "U.S.") for value in ("U.S.", "U.S", "u.s.")),
        *((value, None) for value in ("", ".", "p05.s11", "p05", "Healthy", "💥", "!" * 500_000)),
    ],
)
def test_a_value_means_the_option_that_it_was(value, option):
    assert links.match(value, OPTIONS) == option


def test_what_may_mean_two_options_means_none_unless_it_is_one():
    assert links.match("health", ["Health", "HEALTH"]) is None
    assert links.match("HEALTH", ["Health", "HEALTH"]) == "HEALTH"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ({"theme": ["Health"], "q": ["a&b=c %26 d"]}, {"theme": ["Health"], "q": ["a&b=c %26 d"]}),
        ({"Theme": ["Health"], "amp;actor": ["US"]}, {"theme": ["Health"], "actor": ["US"]}),
        ({"?passage": ["p05.s1"]}, {"passage": ["p05.s1"]}),
        ({"theme": ["Health&actor=US"]}, {"theme": ["Health"], "actor": ["US"]}),
        ({"theme": ["Health&amp;theme=Big+Trade"]}, {"theme": ["Health", "Big+Trade"]}),
        ({"theme": ["Health%26theme%3DBig%2BTrade"]}, {"theme": ["Health", "Big Trade"]}),
        ({"theme": ["Health%2526actor%253DUS"]}, {"theme": ["Health"], "actor": ["US"]}),
        ({"theme=Health&actor=US": [""]}, {"theme": ["Health"], "actor": ["US"]}),
        ({"theme%3DHealth%26actor%3DUS": [""]}, {"theme": ["Health"], "actor": ["US"]}),
        ({"q": ["vaccines&theme=Health"]}, {"q": ["vaccines"], "theme": ["Health"]}),
        (
            {"utm_source": ["a"], "fbclid": ["b"], "theme": ["Health"], "gclid": ["c"], "mc_eid": ["d"]},
            {"theme": ["Health"]},
        ),
        ({"theme_": ["Health"], "x": ["1", "2"]}, {"theme": ["Health"], "x": ["1", "2"]}),
        ({"x": ["&theme"], "": ["="]}, {"x": ["&theme"], "": ["="]}),
    ],
)
def test_parameters_are_taken_apart_and_what_tools_add_is_left_out(query, meant):
    assert links.untangled(query) == meant
    assert links.untangled(meant) == meant


def test_a_link_that_is_handed_on_holds_our_parameters_alone():
    query = {"theme": ["Health"], "x": ["1"], "pin": ["p05.s1"]}
    assert links.handed_on(query, without=["pin"]) == {"theme": ["Health"]}


@pytest.mark.parametrize(
    ("path", "page"),
    [
        *((path, ("statement", "")) for path in ("/statement", "/Statement", "/statement.", "/x/STATEMENT)")),
        ("/statement%3Fpassage=p05.s1", ("statement", "passage=p05.s1")),
        ("/statement?passage=p05.s1", ("statement", "passage=p05.s1")),
        *((path, ("", "")) for path in ("", "/", "/x/")),
        *((path, (None, "")) for path in ("/statements", "/_stcore", "/.", "/favicon.png")),
    ],
)
def test_a_path_means_the_page_that_it_was(path, page):
    assert links.page(path, ["overview", "statement"]) == page


def test_hostile_links_take_no_time():
    began = time.process_time()
    for value in ("&" * 100_000, "%25" * 100_000, "&theme=" * 20_000, "e\u0301" * 100_000, "&amp;" * 100_000):
        links.untangled({"theme": [value], value: ["x"]})
        links.match(value, OPTIONS)
    assert time.process_time() - began < 10
