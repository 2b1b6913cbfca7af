"""What a reader's choice leaves of the dataset."""

from data import queries
from data.load.dataset import TABLES
from data.queries import Selection
from tests.unit.data.queries.four_sentences import ids, records


def test_an_empty_selection_is_false_and_leaves_the_dataset_as_it_is(ds):
    assert not Selection()
    assert queries.select(ds, Selection()) is ds


def test_a_theme_keeps_its_sentences_and_all_that_was_read_from_them(ds):
    view = queries.select(ds, Selection(themes=("trade",)))
    assert ids(view.passages) == ["p01.s2", "p02.s1"]
    assert ids(view.commitments, "commitment_id") == ["ships", "harbours", "markets", "tariffs"]
    assert ids(view.pledges, "pledge_id") == ["fund", "rise", "rule"]


def test_a_theme_counts_as_primary_theme_only(ds):
    view = queries.select(ds, Selection(themes=("peace",)))
    assert ids(view.passages) == ["p01.s1"]


def test_themes_widen_each_other(ds):
    view = queries.select(ds, Selection(themes=("peace", "sport")))
    assert ids(view.passages) == ["p01.s1", "p02.s2"]


def test_an_actor_keeps_sentences_where_it_speaks_has_to_act_or_pays(ds):
    view = queries.select(ds, Selection(actors=("south",)))
    # p01.s2: it owes "markets"; p02.s1: it pays "rise"; p02.s2: it acts itself.
    assert ids(view.passages) == ["p01.s2", "p02.s1", "p02.s2"]


def test_an_actor_keeps_only_its_own_commitments_and_pledges(ds):
    view = queries.select(ds, Selection(actors=("south",)))
    assert ids(view.commitments, "commitment_id") == ["markets"]
    assert ids(view.pledges, "pledge_id") == ["rise", "grant"]


def test_actors_widen_each_other(ds):
    view = queries.select(ds, Selection(actors=("north", "both")))
    assert ids(view.passages) == ["p01.s1", "p01.s2", "p02.s1"]
    assert ids(view.pledges, "pledge_id") == ["fund", "rule"]


def test_theme_and_actor_narrow_each_other(ds):
    view = queries.select(ds, Selection(("trade",), ("south",)))
    assert ids(view.passages) == ["p01.s2", "p02.s1"]
    assert ids(view.commitments, "commitment_id") == ["markets"]
    assert ids(view.pledges, "pledge_id") == ["rise"]


def test_what_hangs_on_a_sentence_leaves_with_it(ds):
    view = queries.select(ds, Selection(themes=("sport",)))
    assert records(view.secondary_themes, "theme") == [("peace",)]
    assert ids(view.place_mentions, "place_id") == ["island"]
    assert ids(view.dates, "date_id") == ["race"]
    assert view.body_mentions.empty and view.figures.empty


def test_roles_keep_the_mentions_in_them_and_all_sentences(ds):
    view = queries.with_roles(ds, ["venue"])
    assert records(view.place_mentions, "passage_id", "place_id") == [("p01.s2", "bay"), ("p02.s1", "bay")]
    assert view.passages is ds.passages


def test_no_roles_are_no_restriction(ds):
    assert queries.with_roles(ds, []) is ds


def test_kinds_keep_the_dates_of_them_and_all_sentences(ds):
    view = queries.with_kinds(ds, ["past"])
    assert ids(view.dates, "date_id") == ["race", "first"]
    assert view.passages is ds.passages and view.outcomes is ds.outcomes


def test_kinds_widen_each_other_and_narrow_the_view_they_are_chosen_in(ds):
    assert ids(queries.with_kinds(ds, ["past", "window"]).dates, "date_id") == ["later", "race", "first"]
    view = queries.select(ds, Selection(themes=("trade",)))
    assert ids(queries.with_kinds(view, ["past"]).dates, "date_id") == ["first"]


def test_no_kinds_are_no_restriction_and_kinds_without_a_date_leave_none(ds):
    assert queries.with_kinds(ds, []) is ds
    assert queries.with_kinds(ds, ["deadline"]).dates.empty


def test_what_hangs_on_no_sentence_stays_whole(ds, nothing):
    for name in ("codes", "places", "bodies", "terms", "map_views", "second_coding"):
        assert getattr(nothing, name) is getattr(ds, name)
    assert nothing.statement is ds.statement


def test_a_selection_can_leave_nothing_and_keeps_every_column(ds, nothing):
    for name in ("passages", "commitments", "pledges", "place_mentions", "dates", "figures"):
        assert getattr(nothing, name).empty
    assert all(list(getattr(nothing, name)) == list(getattr(ds, name)) for name in TABLES)


def test_what_followed_stays_with_the_commitment_or_the_pledge_that_it_follows(ds):
    by_south = queries.select(ds, Selection(actors=("south",)))
    assert by_south.outcomes["outcome_id"].tolist() == ["money"]
    by_both = queries.select(ds, Selection(actors=("both",)))
    assert by_both.outcomes["outcome_id"].tolist() == ["both"]
