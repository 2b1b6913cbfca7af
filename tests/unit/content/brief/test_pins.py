"""A pin is text in a link: what it names comes back as it was, and what names nothing is refused."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from components.content.brief import pins
from components.content.brief.pins import Pin
from components.content.charts.chart_names import NAMES, RENAMED
from data import queries
from data.queries import Selection
from tests.hostile import ANY, TEXT, examples

BARE = ["p02.s1", "commitment:ships", "pledge:fund", "map:world", *(f"chart:{name}" for name in NAMES)]
FILTERED = {
    "chart:balance~trade": Selection(("trade",)),
    "chart:balance~~south": Selection(actors=("south",)),
    "chart:findings~trade.peace~north.south": Selection(("trade", "peace"), ("north", "south")),
    "chart:timeline~~~deadline.past": Selection(kinds=("deadline", "past")),
    "chart:timeline~sport~~past": Selection(("sport",), kinds=("past",)),
    "chart:compare~trade~~~reviewed~sea lanes": Selection(("trade",), reviewed=True, words="sea lanes"),
    "chart:compare~~~~~(sea) lanes": Selection(words="(sea) lanes"),
    "map:world~~north": Selection(actors=("north",)),
    "map:world~trade~south~venue.topic": Selection(("trade",), ("south",), roles=("venue", "topic")),
}
UNKNOWN = {
    "a sentence": "p09.s9",
    "a sentence's code": "trade",
    "a commitment": "commitment:fund",
    "a pledge": "pledge:ships",
    "a chart": "chart:pie",
    "a view": "map:moon",
    "a kind": "figure:ships",
    "a theme": "chart:balance~war",
    "a theme among others": "chart:balance~trade.war",
    "an actor": "chart:balance~~east",
    "an actor as theme": "chart:balance~north",
    "a role": "map:world~~~past",
    "a kind of date": "chart:timeline~~~venue",
    "a choice that its page does not offer": "chart:balance~~~past",
    "a label for a code": "chart:balance~Trade",
    "a code without its end": "chart:balance~trade.",
    "a part too many": "chart:balance~trade~north~~",
    "a comparison of something else": "chart:compare~~~~rule~",
    "a part after the words": "chart:compare~~~~~sea~lanes",
    "parts too many": "map:world~~~~~~~",
    "a filter for a sentence": "p01.s1~trade",
    "a filter for a commitment": "commitment:ships~trade",
    "a filter for a pledge": "pledge:fund~~south",
    "empty text": "",
    "no name": "chart:",
    "no kind": ":balance",
    "marks alone": "~~~",
    "a space": " p01.s1",
    "capitals": "P01.S1",
    "a colon too many": "chart:balance:",
}
HOSTILE = {
    "HTML": "<script>alert(1)</script>",
    "HTML after a name": "chart:balance<img src=x onerror=alert(1)>",
    "HTML as a theme": "chart:balance~<b>trade</b>",
    "10,000 letters": "a" * 10_000,
    "10,000 letters as a name": "chart:" + "a" * 10_000,
    "10,000 parts": "chart:balance" + "~" * 10_000,
    "10,000 codes": "chart:balance~" + "." * 10_000,
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
        "chart": NAMES,
        "map": ds.map_views["view"],
    }
    return [Pin(kind, name) for kind, names in tables.items() for name in names]


# As text and back


@pytest.mark.parametrize("text", [*BARE, *FILTERED])
def test_a_pin_comes_back_as_the_text_it_came_from(tiny, text):
    assert str(pins.parse(text, tiny)) == text


@pytest.mark.parametrize("text", FILTERED)
def test_a_pin_keeps_filter_and_choice_as_codes_in_their_order(tiny, text):
    assert pins.parse(text, tiny).selection == FILTERED[text]


def test_search_words_lose_in_a_pin_what_separates_its_parts(tiny):
    pin = Pin("chart", "compare", Selection(words="~sea~lanes~"))
    assert pins.parse(str(pin), tiny).selection.words == "sea lanes"


def test_a_pin_names_its_kind_unless_it_is_a_sentence(tiny):
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


@pytest.mark.parametrize("name", ["per-year", "windows"])
def test_a_saved_pin_of_a_chart_that_is_gone_shows_what_replaced_it(shipped, name):
    assert str(pins.parse(f"chart:{name}~health", shipped)) == "chart:amounts~health"


def test_every_code_can_stand_in_a_pin(shipped):
    themes, actors, roles, kinds = (
        tuple(queries.codes(shipped, facet)) for facet in ("theme", "actor", "role", "date_kind")
    )
    for pin in (
        Pin("map", pins.first_view(shipped), Selection(themes, actors, roles=roles)),
        Pin("chart", "timeline", Selection(themes, actors, kinds=kinds)),
    ):
        assert pins.parse(str(pin), shipped) == pin


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_the_statement_does_not_hold_is_no_pin(tiny, what):
    assert pins.parse(UNKNOWN[what], tiny) is None


@pytest.mark.parametrize("text", ["p01.s1.", " p01.s1)", "P01.S1", "p01.s1%3E", "CHART%3ABALANCE~trade."])
def test_a_pin_is_read_as_a_tool_has_rewritten_it(tiny, text):
    assert pins.parse(text, tiny) is None
    assert str(pins.read(text, tiny)) in ("p01.s1", "chart:balance~trade")


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_is_no_pin(tiny, what):
    assert pins.parse(HOSTILE[what], tiny) is None


# In a link


def test_unknown_pins_are_dropped_and_the_others_keep_their_order(tiny):
    asked = ["p02.s1", "p09.s9", "chart:balance~trade", "", "chart:balance", "p01.s1"]
    assert pins.kept(asked, tiny) == ["p02.s1", "chart:balance~trade", "chart:balance", "p01.s1"]


@pytest.mark.parametrize(("old", "new"), RENAMED.items())
def test_a_pin_of_a_chart_that_is_gone_shows_what_stands_in_its_place(tiny, old, new):
    assert new in NAMES and old not in NAMES
    assert pins.kept([f"chart:{old}~trade", f"chart:{new}~trade"], tiny) == [f"chart:{new}~trade"]
    assert pins.parse(f"map:{old}", tiny) is None


def test_a_pin_is_kept_once_where_it_came_first(tiny):
    assert pins.kept(["p02.s1", "p01.s1", "p02.s1", "p01.s1"], tiny) == ["p02.s1", "p01.s1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("p01.s1", "passage:p01.s1"), ("chart:balance", "chart:balance~~~"), ("map:world", "map:world~")],
)
def test_a_pin_written_in_two_ways_is_kept_once(tiny, one, other):
    """Two cards of one pin would share a note, and Streamlit refuses two widgets of one key."""
    assert pins.kept([one, other], tiny) == pins.kept([other, one], tiny) == [one]


def test_a_brief_keeps_the_first_pins_up_to_its_limit(shipped):
    asked = list(reversed(shipped.passages["passage_id"]))
    assert pins.kept(["p99.s9", *asked], shipped) == asked[: pins.MOST]
    assert len(asked) > pins.MOST


def test_a_link_with_a_full_brief_of_the_longest_pins_stays_short(shipped):
    """Under a theme, an actor and a choice: with more of each, so many pins may take a longer link."""

    def longest(facet):
        return (max(queries.codes(shipped, facet), key=len),)

    under = Selection(longest("theme"), longest("actor"))
    bare = every_bare_pin(shipped)
    found = bare + [replace(pin, selection=under) for pin in bare if pin.kind in pins.FILTERED]
    found += [
        replace(pin, selection=replace(under, roles=longest("role"))) for pin in bare if pin.kind == "map"
    ]
    kinds = queries.codes(shipped, "date_kind")
    found += [Pin("chart", "timeline", replace(under, kinds=(kind,))) for kind in kinds]
    texts = sorted(map(str, found), key=len, reverse=True)[: pins.MOST]
    assert pins.kept(texts, shipped) == texts
    address = "https://linchpin.example/brief?" + urlencode([("pin", text) for text in texts])
    assert len(texts) == pins.MOST and len(address) < 2000


# Any text


@some.composite
def nearly_pins(draw) -> str:
    """Text in the shape of a pin, whose parts may name nothing."""
    known = {
        "kind": ["passage", "commitment", "pledge", "chart", "map"],
        "name": ["p01.s1", "ships", "fund", "world", *NAMES],
        "code": ["trade", "peace", "north", "venue", "past", "reviewed", "x"],
    }
    kind, name = (draw(some.one_of(some.sampled_from(known[part]), TEXT)) for part in ("kind", "name"))
    code = some.one_of(some.sampled_from(known["code"]), TEXT)
    codes = some.lists(code, max_size=3).map(pins.CODE.join)
    return pins.PART.join([f"{kind}:{name}", *draw(some.lists(codes, max_size=6))])


@given(some.one_of(ANY, nearly_pins()))
@examples(150)
def test_any_text_is_no_pin_or_one_that_reads_back_the_same(tiny, text):
    pin = pins.parse(text, tiny)
    assert pin is None or pins.parse(str(pin), tiny) == pin


@given(some.lists(some.one_of(some.sampled_from(["p01.s1", "pledge:fund"]), nearly_pins()), max_size=60))
@examples(50)
def test_kept_pins_are_valid_unique_and_stay_the_same(tiny, texts):
    kept = pins.kept(texts, tiny)
    assert len(set(kept)) == len(kept) <= pins.MOST and all(pins.parse(text, tiny) for text in kept)
    assert pins.kept(kept, tiny) == kept
