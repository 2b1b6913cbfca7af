"""What a reader's choice leaves of the dataset."""

from dataclasses import replace

from data import queries
from data.load import TABLES
from data.queries import Selection
from tests.unit.data.queries.rows import ids, records


def test_an_empty_selection_is_false_and_leaves_the_dataset_as_it_is(tiny):
    assert not Selection()
    view = queries.select(tiny, Selection())
    assert view.ds is tiny and view.whole is tiny


def test_every_choice_makes_a_selection_true_and_two_of_them_are_shared():
    chosen = Selection(("trade",), ("south",), ("venue",), ("past",))
    assert chosen.shared == Selection(("trade",), ("south",))
    for name in queries.FACETS:
        assert Selection(**{name: ("code",)})


# Themes and actors


def test_a_theme_keeps_its_sentences_and_all_that_was_read_from_them(trade):
    assert ids(trade.ds.passages) == ["p01.s2", "p02.s1"]
    assert ids(trade.ds.commitments, "commitment_id") == ["markets", "tariffs", "ships"]
    assert ids(trade.ds.pledges, "pledge_id") == ["fund", "level", "gift", "rise", "rule"]
    assert records(trade.ds.place_mentions, "place_id", "role") == [("bay", "venue"), ("town", "topic")]
    assert ids(trade.ds.dates, "date_id") == ["first", "last"]
    assert ids(trade.ds.figures, "figure_id") == ["ships"]
    assert trade.ds.body_mentions.empty and trade.ds.secondary_themes.empty


def test_a_theme_counts_as_primary_theme_only(tiny, trade):
    # Trade is the secondary theme of p01.s1.
    assert "p01.s1" not in ids(trade.ds.passages)
    peace = queries.select(tiny, Selection(themes=("peace",)))
    assert ids(peace.ds.passages) == ["p01.s1"]
    assert records(peace.ds.secondary_themes, "theme") == [("trade",)]


def test_themes_widen_each_other(tiny):
    view = queries.select(tiny, Selection(themes=("trade", "peace", "sport")))
    assert ids(view.ds.passages) == ["p01.s1", "p01.s2", "p02.s1"]


def test_an_actor_keeps_sentences_where_it_speaks_has_to_act_or_pays(tiny):
    speaks = replace(tiny, commitments=tiny.commitments.head(0), pledges=tiny.pledges.head(0))
    acts = replace(speaks, commitments=tiny.commitments)
    pays = replace(speaks, pledges=tiny.pledges)
    south = Selection(actors=("south",))
    assert ids(queries.select(speaks, south).ds.passages) == ["p02.s1"]
    assert ids(queries.select(acts, south).ds.passages) == ["p01.s2", "p02.s1"]  # tariffs
    assert ids(queries.select(pays, south).ds.passages) == ["p01.s2", "p02.s1"]  # level


def test_an_actor_keeps_only_its_own_commitments_and_pledges(tiny):
    view = queries.select(tiny, Selection(actors=("south",)))
    assert ids(view.ds.commitments, "commitment_id") == ["tariffs", "ships"]
    assert ids(view.ds.pledges, "pledge_id") == ["level", "gift"]


def test_actors_widen_each_other(tiny):
    view = queries.select(tiny, Selection(actors=("south", "north")))
    assert all(len(getattr(view.ds, name)) == len(getattr(tiny, name)) for name in TABLES)


def test_theme_and_actor_narrow_each_other(tiny):
    view = queries.select(tiny, Selection(("trade",), ("north",)))
    assert ids(view.ds.passages) == ["p01.s2", "p02.s1"]
    assert ids(view.ds.commitments, "commitment_id") == ["markets"]
    assert queries.select(tiny, Selection(("peace",), ("south",))).ds.passages.empty


def test_what_followed_stays_with_the_commitment_or_the_pledge_that_it_follows(tiny):
    by_south = queries.select(tiny, Selection(actors=("south",)))
    assert ids(by_south.ds.outcomes, "outcome_id") == ["sailed"]
    by_north = queries.select(tiny, Selection(actors=("north",)))
    assert ids(by_north.ds.outcomes, "outcome_id") == ["risen"]


# Roles of places and kinds of dates


def test_roles_keep_the_mentions_in_them_and_all_sentences(tiny, whole):
    view = whole.narrowed(roles=["venue"])
    assert records(view.ds.place_mentions, "passage_id", "place_id") == [("p01.s2", "bay")]
    assert view.ds.passages is tiny.passages


def test_kinds_keep_the_dates_of_them_and_all_sentences(tiny, whole):
    view = whole.narrowed(kinds=["past"])
    assert ids(view.ds.dates, "date_id") == ["first"]
    assert view.ds.passages is tiny.passages and view.ds.outcomes is tiny.outcomes


def test_roles_and_kinds_widen_each_other_and_narrow_the_view_they_are_chosen_in(tiny):
    peace = queries.select(tiny, Selection(themes=("peace",)))
    assert len(peace.narrowed(roles=["venue", "topic"]).ds.place_mentions) == 1
    assert peace.narrowed(roles=["venue"]).ds.place_mentions.empty


def test_a_page_s_choice_keeps_the_other_choices(trade):
    both = trade.narrowed(roles=["venue"]).narrowed(kinds=["past"])
    assert both.selection == Selection(("trade",), (), ("venue",), ("past",))
    assert both.narrowed(kinds=[]).selection == Selection(("trade",), (), ("venue",))


def test_no_choice_is_no_restriction_and_a_choice_of_what_is_not_there_leaves_none(whole):
    assert whole.narrowed() is whole
    assert whole.narrowed(roles=[], kinds=[]) is whole
    assert whole.narrowed(kinds=["window"]).ds.dates.empty


# Nothing


def test_what_hangs_on_no_sentence_stays_whole(tiny, nothing):
    for name in ("codes", "places", "bodies", "terms", "map_views", "second_coding"):
        assert getattr(nothing.ds, name) is getattr(tiny, name)
    assert nothing.ds.statement is tiny.statement


def test_a_selection_can_leave_nothing_and_keeps_every_column(tiny, nothing):
    for name in ("passages", "commitments", "pledges", "place_mentions", "dates", "figures", "outcomes"):
        assert getattr(nothing.ds, name).empty
    assert all(list(getattr(nothing.ds, name)) == list(getattr(tiny, name)) for name in TABLES)
