"""A pin is text in a link: what it names comes back as it was, and what names nothing is refused."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from components.content.brief import pins
from components.content.brief.pins import Pin
from components.content.charts.catalogue import EXHIBITS
from data import queries
from data.queries import Selection

BARE = ["p02.s1", "commitment:ships", "pledge:fund", "map:world", *(f"chart:{name}" for name in EXHIBITS)]
FILTERED = {
    "chart:ladder~trade": (Selection(("trade",)), ()),
    "chart:ladder~~south": (Selection((), ("south",)), ()),
    "chart:findings~trade.peace~north.south": (Selection(("trade", "peace"), ("north", "south")), ()),
    "chart:timeline~~~deadline.past": (Selection(), ("deadline", "past")),
    "chart:timeline~sport~~past": (Selection(("sport",)), ("past",)),
    "map:world~~north": (Selection((), ("north",)), ()),
    "map:world~trade~south~venue.topic": (Selection(("trade",), ("south",)), ("venue", "topic")),
}
UNKNOWN = {
    "a sentence": "p09.s9",
    "a sentence's code": "trade",
    "a commitment": "commitment:fund",
    "a pledge": "pledge:ships",
    "a chart": "chart:pie",
    "a view": "map:moon",
    "a kind": "figure:ships",
    "a theme": "chart:ladder~war",
    "a theme among others": "chart:ladder~trade.war",
    "an actor": "chart:ladder~~east",
    "an actor as theme": "chart:ladder~north",
    "a role": "map:world~~~past",
    "a kind of date": "chart:timeline~~~venue",
    "a choice that its page does not offer": "chart:ladder~~~past",
    "a label for a code": "chart:ladder~Trade",
    "a code without its end": "chart:ladder~trade.",
    "a part too many": "chart:ladder~trade~north~~",
    "parts too many": "map:world~~~~~~~",
    "a filter for a sentence": "p01.s1~trade",
    "a filter for a commitment": "commitment:ships~trade",
    "a filter for a pledge": "pledge:fund~~south",
    "empty text": "",
    "no name": "chart:",
    "no kind": ":ladder",
    "marks alone": "~~~",
    "a space": " p01.s1",
    "capitals": "P01.S1",
    "a colon too many": "chart:ladder:",
}
HOSTILE = {
    "HTML": "<script>alert(1)</script>",
    "HTML after a name": "chart:ladder<img src=x onerror=alert(1)>",
    "HTML as a theme": "chart:ladder~<b>trade</b>",
    "10,000 letters": "a" * 10_000,
    "10,000 letters as a name": "chart:" + "a" * 10_000,
    "10,000 parts": "chart:ladder" + "~" * 10_000,
    "10,000 codes": "chart:ladder~" + "." * 10_000,
    "colons and parts": "a:b:c~~~~~",
    "an attribute": "chart:__class__",
    "a path": "map:../../etc/passwd",
    "a formula": "=cmd|' /C calc'!A0",
    "a control character": "p01.s1\x00",
    "a line break": "p01.s1\n",
    "a surrogate": "chart:\ud800",
}


def every_bare_pin(ds):
    tables = {
        "passage": ds.passages["passage_id"],
        "commitment": ds.commitments["commitment_id"],
        "pledge": ds.pledges["pledge_id"],
        "chart": EXHIBITS,
        "map": ds.map_views["view"],
    }
    return [Pin(kind, name) for kind, names in tables.items() for name in names]


def only(*themes):
    return Selection(themes)


# As text and back


@pytest.mark.parametrize("text", [*BARE, *FILTERED])
def test_a_pin_comes_back_as_the_text_it_came_from(tiny, text):
    assert str(pins.parse(text, tiny)) == text


@pytest.mark.parametrize("text", FILTERED)
def test_a_pin_keeps_filter_and_choice_as_codes_in_their_order(tiny, text):
    pin = pins.parse(text, tiny)
    assert (pin.selection, pin.choice) == FILTERED[text]


def test_a_pin_names_its_kind_and_a_sentence_needs_none(tiny):
    kinds = [(pin.kind, pin.name) for text in BARE[:5] if (pin := pins.parse(text, tiny))]
    assert kinds == [
        ("passage", "p02.s1"),
        ("commitment", "ships"),
        ("pledge", "fund"),
        ("map", "world"),
        ("chart", "findings"),
    ]


def test_all_that_a_statement_holds_can_be_pinned(shipped):
    for pin in every_bare_pin(shipped):
        assert pins.parse(str(pin), shipped) == pin


def test_every_code_can_stand_in_a_pin(shipped):
    themes, actors, roles, kinds = (
        tuple(queries.codes(shipped, facet).index) for facet in ("theme", "actor", "role", "date_kind")
    )
    for pin in (
        Pin("map", pins.first_view(shipped), Selection(themes, actors), roles),
        Pin("chart", "timeline", Selection(themes, actors), kinds),
    ):
        assert pins.parse(str(pin), shipped) == pin


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_the_statement_does_not_hold_is_no_pin(tiny, what):
    assert pins.parse(UNKNOWN[what], tiny) is None


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_no_pin(tiny, what):
    assert pins.parse(HOSTILE[what], tiny) is None


# In a link


def test_unknown_pins_are_dropped_and_the_others_keep_their_order(tiny):
    asked = ["p02.s1", "p09.s9", "chart:ladder~trade", "", "chart:ladder", "p01.s1"]
    assert pins.kept(asked, tiny) == ["p02.s1", "chart:ladder~trade", "chart:ladder", "p01.s1"]


def test_a_pin_is_kept_once_where_it_came_first(tiny):
    assert pins.kept(["p02.s1", "p01.s1", "p02.s1", "p01.s1"], tiny) == ["p02.s1", "p01.s1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("p01.s1", "passage:p01.s1"), ("chart:ladder", "chart:ladder~~~"), ("map:world", "map:world~")],
)
def test_a_pin_written_in_two_ways_is_kept_once(tiny, one, other):
    """Two cards of one pin would share a note, and Streamlit refuses two widgets of one key."""
    assert pins.kept([one, other], tiny) == pins.kept([other, one], tiny) == [one]


def test_the_first_pins_are_kept_as_many_as_a_brief_holds(shipped):
    asked = list(reversed(shipped.passages["passage_id"]))
    assert pins.kept(["p99.s9", *asked], shipped) == asked[: pins.MOST]
    assert len(asked) > pins.MOST


def test_a_link_with_as_many_of_the_longest_pins_stays_short(shipped):
    """Under a theme, an actor and a choice: with more of each, so many pins may take a longer link."""

    def longest(facet):
        return (max(queries.codes(shipped, facet).index, key=len),)

    under = Selection(longest("theme"), longest("actor"))
    found = every_bare_pin(shipped)
    found += [replace(pin, selection=under) for pin in found if pin.kind in pins.FILTERED]
    found += [replace(pin, choice=longest("role")) for pin in found if pin.kind == "map"]
    found += [Pin("chart", "timeline", under, (kind,)) for kind in queries.codes(shipped, "date_kind").index]
    texts = sorted(map(str, found), key=len, reverse=True)[: pins.MOST]
    assert pins.kept(texts, shipped) == texts
    address = "https://linchpin.example/brief?" + urlencode([("pin", text) for text in texts])
    assert len(texts) == pins.MOST and len(address) < 2000


# The standard brief


@pytest.fixture(scope="module")
def briefs(shipped):
    """The standard brief of the whole statement and of each theme: selection, view, pins."""
    themes = queries.codes(shipped, "theme").index
    found = []
    for selection in [Selection(), *map(only, themes)]:
        view = queries.select(shipped, selection)
        made = pins.standard(shipped, view, selection)
        found.append((selection, view, [pins.parse(text, shipped) for text in made]))
    assert len(found) == len(themes) + 1 and all(made for _, _, made in found)
    return found


def names(made, kind):
    return [pin.name for pin in made if pin.kind == kind]


def test_all_of_a_standard_brief_fits_into_a_link(briefs, shipped):
    for _, _, made in briefs:
        texts = [str(pin) for pin in made]
        assert pins.kept(texts, shipped) == texts


def test_a_standard_brief_opens_with_the_key_findings_under_its_filter(briefs):
    for selection, _, made in briefs:
        assert made[0] == Pin("chart", "findings", selection)


def test_a_standard_brief_shows_the_map_that_its_page_opens_with_under_its_filter(briefs, shipped):
    for selection, view, made in briefs:
        expected = [Pin("map", pins.first_view(shipped), selection)] if len(view.place_mentions) else []
        assert [pin for pin in made if pin.kind == "map"] == expected


def test_a_standard_brief_has_the_pledges_with_an_amount_and_no_other(briefs):
    for _, view, made in briefs:
        stated = view.pledges.dropna(subset="amount_usd")
        assert names(made, "pledge") == stated["pledge_id"].tolist()
    assert names(briefs[0][2], "pledge")


def test_a_standard_brief_has_one_commitment_of_each_theme_that_holds_any(briefs, shipped):
    order = list(queries.codes(shipped, "theme").index)
    for _, view, made in briefs:
        theme = queries.commitments(view).set_index("commitment_id")["theme"]
        themes = [theme[name] for name in names(made, "commitment")]
        assert themes == [code for code in order if code in set(theme)]


def test_the_commitment_of_a_theme_is_among_its_firmest(briefs, shipped):
    firm = list(queries.codes(shipped, "strength").index)
    for _, view, made in briefs:
        rows = queries.commitments(view).set_index("commitment_id")
        for name in names(made, "commitment"):
            same = rows[rows["theme"] == rows.at[name, "theme"]]
            assert firm.index(rows.at[name, "strength"]) == min(map(firm.index, same["strength"]))


def test_a_standard_brief_of_three_sentences(tiny):
    assert pins.standard(tiny, tiny, Selection()) == [
        "chart:findings", "pledge:fund", "pledge:level", "pledge:gift", "map:world", "commitment:markets",
    ]  # fmt: skip


def test_a_standard_brief_leaves_out_what_the_filter_does(tiny):
    selection = Selection(("trade",), ("south",))
    view = queries.select(tiny, selection)
    bare = replace(view, place_mentions=view.place_mentions.head(0))
    assert pins.standard(tiny, view, selection) == [
        "chart:findings~trade~south",
        "pledge:level",
        "pledge:gift",
        "map:world~trade~south",
        "commitment:ships",
    ]
    assert "map:world~trade~south" not in pins.standard(tiny, bare, selection)


def test_nothing_in_view_makes_no_brief(tiny):
    assert pins.standard(tiny, queries.select(tiny, only("sport")), only("sport")) == []
