"""Every question to the dataset, on four sentences whose answers were worked out by hand."""

import datetime
import io
from dataclasses import replace

import pandas as pd
import pytest

from data import queries
from data.dataset import TABLES, Dataset, Statement
from data.queries import Selection

WHOLE_NUMBERS = ["order", "paragraph", "sentence", "amount_usd", "period_start", "period_end"]
DAYS = ["start", "end", "date"]
YES_OR_NO = ["names_amount", "names_date", "names_mechanism"]

# Codes stand out of order here, so that only `order` can bring them into it.
CODES = """facet,code,label,definition,order,colour,icon
theme,trade,Trade,Goods.,2,#222222,ship
theme,peace,Peace,No war.,1,#111111,dove
theme,sport,Sport,Games.,3,#333333,ball
actor,north,N,It acts.,1,,
actor,south,S,It acts.,2,,
actor,both,Both,They act.,3,,
strength,hoped,Hoped,Words of hope.,2,,
strength,sworn,Sworn,An oath.,1,,
basis,new,New,New money.,1,,
basis,increase_unstated,More,No figure.,2,,
basis,policy,Rule,No sum.,3,,
"""
PASSAGES = """passage_id,paragraph,sentence,section,text,theme,speech_act,actor
p01.s1,1,1,,Peace is a friend’s “gift” (and more). PEACE!,peace,assertive,both
p01.s2,1,2,,Trade brings peace – soon.,trade,commissive,north
p02.s1,2,1,Deeds,Ships will sail.,trade,commissive,both
p02.s2,2,2,Deeds,Games are played.,sport,assertive,south
"""
SECOND_CODING = """passage_id,theme,speech_act,actor
p01.s1,peace,assertive,north
p01.s2,peace,commissive,north
p02.s1,trade,commissive,both
"""
COMMITMENTS = """commitment_id,passage_id,title,actor,strength,\
names_amount,names_date,names_mechanism,quote
ships,p02.s1,Ships,both,hoped,,,,Ships
harbours,p02.s1,Harbours,north,hoped,,yes,,sail
markets,p01.s2,Markets,south,hoped,yes,yes,yes,peace
tariffs,p01.s2,Tariffs,north,sworn,yes,,,Trade
"""
PLEDGES = """pledge_id,passage_id,title,payer,programme,recipient,basis,amount_usd,\
period_start,period_end,caveat,quote
fund,p01.s2,Fund,north,,,new,10,2001,2005,,Trade
rise,p02.s1,Rise,south,,,increase_unstated,,2001,2001,,Ships
rule,p02.s1,Rule,both,,,policy,,,,,sail
grant,p02.s2,Grant,south,,,new,9,,,,Games
"""
PLACES = """place_id,name,short_name,kind,lon,lat,members
ocean,Ocean,Ocean,area,0,0,AAA;BBB;CCC
bay,Bay,Bay,area,1,1,AAA;BBB
island,Island,Island,country,2,2,AAA
town,Town,Town,city,3,3,
moon,Moon,Moon,area,4,4,AAA
"""
PLACE_MENTIONS = """passage_id,place_id,role,quote
p01.s1,bay,topic,Peace
p01.s2,bay,venue,Trade
p02.s1,bay,venue,Ships
p01.s2,ocean,topic,Trade
p01.s1,ocean,topic,Peace
p01.s2,town,topic,Trade
p01.s2,town,topic,peace
p02.s2,island,topic,Games
"""
DATES = """date_id,passage_id,label,start,end,precision,kind,quote,note,source
later,p02.s1,Later,2003-01-01,,year,window,Ships,,
race,p02.s2,Race,2002-01-01,2002-12-31,year,past,Games,Not printed.,An atlas
first,p01.s2,First,2001-01-01,2001-12-31,year,past,soon,,
"""
BODIES = """body_id,name,acronym,kind
pact,Pact,,agreement
bank,Bank,B,organisation
club,Club,,organisation
"""
BODY_MENTIONS = """passage_id,body_id,quote
p01.s1,pact,Peace
p02.s1,pact,Ships
p01.s2,pact,Trade
p01.s2,bank,Trade
"""
TERMS = """term,expansion,explanation,source
GTA,Great Trade Act,An act,-
S.T.,Sea trade,By ship,-
C&D,Cut (and dry),Ready,-
"""
REST = {
    "secondary_themes": "passage_id,theme\np01.s1,trade\np02.s2,peace\n",
    "figures": "figure_id,passage_id,label,value,bound,unit,quote\nships,p02.s1,Ships,3,,ships,Ships\n",
    "outcomes": """outcome_id,commitment_id,pledge_id,date,what
both,ships,fund,2003-01-01,Later
money,,rise,2001-01-01,First
""",
    "map_views": "view,label,lon,lat,zoom,order\nworld,World,0,0,1,1\n",
}


def table(text: str) -> pd.DataFrame:
    """CSV as a table with the dtypes that Dataset promises."""
    frame = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    for name in frame.columns.intersection(WHOLE_NUMBERS):
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("Int64")
    for name in frame.columns.intersection(DAYS):
        frame[name] = pd.to_datetime(frame[name].replace("", None))
    for name in frame.columns.intersection(YES_OR_NO):
        frame[name] = frame[name] == "yes"
    return frame


@pytest.fixture(scope="module")
def ds() -> Dataset:
    texts = REST | {
        "codes": CODES,
        "passages": PASSAGES,
        "second_coding": SECOND_CODING,
        "commitments": COMMITMENTS,
        "pledges": PLEDGES,
        "places": PLACES,
        "place_mentions": PLACE_MENTIONS,
        "bodies": BODIES,
        "body_mentions": BODY_MENTIONS,
        "dates": DATES,
        "terms": TERMS,
    }
    statement = Statement("A Statement", datetime.date(2001, 2, 3), "https://example.org", "")
    return Dataset(statement, {}, **{name: table(text) for name, text in texts.items()})


@pytest.fixture(scope="module")
def nothing(ds: Dataset) -> Dataset:
    return queries.select(ds, Selection(("sport",), ("north",)))


def records(table: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def ids(table: pd.DataFrame, column: str = "passage_id") -> list[str]:
    return table[column].tolist()


# Selection


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


# What followed


def test_outcomes_come_earliest_first_with_what_they_follow(ds):
    found = queries.outcomes(ds)
    assert records(found, "outcome_id", "follows", "passage_ids") == [
        ("money", "Rise", "p02.s1"),
        ("both", "Ships", "p01.s2;p02.s1"),
    ]


def test_an_outcome_is_named_after_the_pledge_where_its_commitment_is_hidden(ds):
    by_north = queries.select(ds, Selection(actors=("north",)))
    assert records(queries.outcomes(by_north), "follows", "passage_ids") == [("Fund", "p01.s2")]


def test_a_passage_knows_what_followed_it(ds):
    assert [row["outcome_id"] for row in queries.outcomes_of(ds, "p01.s2")] == ["both"]
    assert queries.outcomes_of(ds, "p01.s1") == []


# Agreement and emphasis


def test_alpha_is_that_of_a_sum_done_by_hand(ds):
    """Themes of three sentences: peace/peace, trade/peace, trade/trade. Of six values three are peace:
    observed disagreement 1/3, expected 2*3*3/(6*5) = 0.6, so alpha is 1 - 5/9."""
    theme = queries.reliability(ds).set_index("facet").loc["theme"]
    assert (theme["sentences"], theme["same"]) == (3, 2)
    assert theme["alpha"] == pytest.approx(1 - (1 / 3) / 0.6)
    assert theme["low"] <= theme["alpha"] <= theme["high"]


def test_full_agreement_is_one_whatever_is_drawn(ds):
    act = queries.reliability(ds).set_index("facet").loc["speech_act"]
    assert (act["share"], act["alpha"], act["low"], act["high"]) == (1, 1, 1, 1)


def test_nothing_can_differ_where_all_have_one_code(ds):
    same = ds.passages.assign(theme="trade")
    one = replace(ds, passages=same, second_coding=ds.second_coding.assign(theme="trade"))
    assert pd.isna(queries.reliability(one).set_index("facet").at["theme", "alpha"])


def test_emphasis_counts_words_and_commitments_by_theme(ds):
    rows = queries.emphasis(ds)
    assert records(rows, "theme", "words", "sentences", "commitments") == [
        ("peace", 8, 1, 0),
        ("trade", 7, 2, 4),
        ("sport", 3, 1, 0),
    ]
    assert rows["share_words"].tolist() == pytest.approx([8 / 18, 7 / 18, 3 / 18])
    assert rows["share_commitments"].tolist() == [0, 1, 0]


def test_emphasis_of_nothing_is_empty(nothing):
    assert queries.emphasis(nothing).empty


# Answers that are kept


def test_the_same_question_is_answered_once_and_another_view_anew(ds):
    assert queries.places(ds) is queries.places(ds)
    view = queries.select(ds, Selection(themes=("trade",)))
    assert queries.select(ds, Selection(themes=("trade",))) is view
    assert queries.places(view) is not queries.places(ds)


def test_equal_tables_are_told_apart(ds):
    copy = replace(ds, passages=ds.passages.copy())
    assert queries.emphasis(copy) is not queries.emphasis(ds)


# Codes and counts


def test_codes_come_in_their_order_with_what_readers_see(ds):
    themes = queries.codes(ds, "theme")
    assert themes.index.tolist() == ["peace", "trade", "sport"]
    assert themes.loc["peace"].tolist() == ["Peace", "No war.", "#111111", "dove"]


def test_a_label_is_looked_up_by_facet_and_code(ds):
    assert queries.label(ds, "actor", "north") == "N"
    with pytest.raises(KeyError):
        queries.label(ds, "theme", "north")


def test_ids_of_a_mark_stand_once_and_in_reading_order():
    assert queries.joined(pd.Series(["p02.s1", "p01.s2", "p02.s1"])) == "p01.s2;p02.s1"


def test_the_tenth_sentence_is_read_after_the_second():
    assert queries.joined(pd.Series(["p01.s10", "p01.s2"])) == "p01.s2;p01.s10"


def test_a_theme_counts_what_choosing_it_would_show(ds):
    counts = queries.theme_counts(ds, Selection(("peace",), ("south",)))
    assert counts.to_dict() == {"peace": 0, "trade": 2, "sport": 1}
    assert counts.index.tolist() == ["peace", "trade", "sport"]


def test_rows_get_theme_and_paragraph_of_their_sentence(ds):
    rows = queries.with_passage(ds.secondary_themes.drop(columns="theme"), ds)
    assert records(rows, "passage_id", "theme", "paragraph") == [
        ("p01.s1", "peace", 1),
        ("p02.s2", "sport", 2),
    ]


# Commitments


def test_the_fingerprint_has_every_sentence_with_its_firmest_commitment(ds):
    view = queries.select(ds, Selection(themes=("trade",)))
    table = queries.fingerprint(ds, view)
    assert records(table, "position", "passage_id", "section", "theme", "strength", "shown") == [
        (1, "p01.s1", "", "peace", "", False),
        (2, "p01.s2", "", "trade", "sworn", True),
        (3, "p02.s1", "Deeds", "trade", "hoped", True),
        (4, "p02.s2", "Deeds", "sport", "", False),
    ]


def test_the_fingerprint_of_an_empty_view_hides_every_sentence(ds, nothing):
    assert not queries.fingerprint(ds, nothing)["shown"].any()


def test_commitments_come_firmest_first_with_how_specific_they_are(ds):
    rows = queries.commitments(ds)
    assert records(rows, "commitment_id", "theme", "paragraph", "specific") == [
        ("tariffs", "trade", 1, 1),
        ("markets", "trade", 1, 3),
        ("ships", "trade", 2, 0),
        ("harbours", "trade", 2, 1),
    ]
    assert list(rows) == [*ds.commitments, "theme", "paragraph", "specific"]


def test_the_ladder_counts_commitments_and_names_their_sentences_once(ds):
    assert sorted(records(queries.ladder(ds), "theme", "strength", "count", "passage_ids")) == [
        ("trade", "hoped", 3, "p01.s2;p02.s1"),
        ("trade", "sworn", 1, "p01.s2"),
    ]


def test_who_acts_counts_by_the_actor_of_the_commitment(ds):
    assert sorted(records(queries.who_acts(ds), "actor", "strength", "count", "passage_ids")) == [
        ("both", "hoped", 1, "p02.s1"),
        ("north", "hoped", 1, "p02.s1"),
        ("north", "sworn", 1, "p01.s2"),
        ("south", "hoped", 1, "p01.s2"),
    ]


# Money


def test_sums_leave_rules_out_and_keep_a_rise_without_a_figure(ds):
    assert ids(queries.sums(ds), "pledge_id") == ["fund", "rise", "grant"]


def test_a_year_of_a_pledge_is_its_amount_over_all_years_of_its_period(ds):
    sums = queries.sums(ds).set_index("pledge_id")
    assert sums.loc["fund", ["years", "per_year", "theme", "paragraph"]].tolist() == [5, 2, "trade", 1]


def test_what_lacks_amount_or_period_has_no_amount_a_year(ds):
    sums = queries.sums(ds).set_index("pledge_id")
    assert pd.isna(sums.at["rise", "per_year"]) and sums.at["rise", "years"] == 1
    assert pd.isna(sums.at["grant", "per_year"]) and pd.isna(sums.at["grant", "years"])


def test_money_without_number_is_every_pledge_without_an_amount(ds):
    rows = queries.money_without_number(ds)
    assert records(rows, "pledge_id", "theme") == [("rise", "trade"), ("rule", "trade")]


# Dates


def test_dates_come_earliest_first_and_say_what_is_implied(ds):
    assert records(queries.dates(ds), "date_id", "implied", "theme") == [
        ("first", False, "trade"),
        ("race", True, "sport"),
        ("later", False, "trade"),
    ]


def test_dates_of_chosen_kinds_only(ds):
    assert ids(queries.dates(queries.with_kinds(ds, ["window"])), "date_id") == ["later"]
    assert queries.dates(queries.with_kinds(ds, ["deadline"])).empty


@pytest.mark.parametrize(
    ("day", "most", "expected"),
    [
        (datetime.date(2001, 6, 1), 3, ["first", "race", "later"]),
        (datetime.date(2001, 6, 1), 9, ["first", "race", "later"]),
        (datetime.date(2001, 6, 1), 2, ["race", "later"]),
        (datetime.date(2001, 6, 1), 1, ["race"]),
        (datetime.date(2002, 1, 1), 1, ["race"]),  # the day itself is not before it
        (datetime.date(2002, 1, 2), 1, ["later"]),
        (datetime.date(2002, 1, 2), 2, ["race", "later"]),
        (datetime.date(2000, 1, 1), 2, ["first", "race"]),
        (datetime.date(2009, 1, 1), 2, ["race", "later"]),
        (datetime.date(2009, 1, 1), 0, []),
    ],
)
def test_the_nearest_dates_come_from_a_day_on_and_else_are_the_last_before_it(ds, day, most, expected):
    # The dates start in 2001, 2002 and 2003, and stand in the table as later, race, first.
    rows = queries.nearest(ds.dates, "start", day, most)
    assert ids(rows, "date_id") == expected
    assert rows.index.tolist() == list(range(len(expected)))


def test_of_what_followed_the_nearest_are_found_by_their_own_day(ds):
    rows = queries.nearest(queries.outcomes(ds), "date", datetime.date(2002, 1, 1), 1)
    assert ids(rows, "outcome_id") == ["both"]


def test_dates_of_one_day_stay_in_the_order_they_came_in():
    days = pd.to_datetime(["2003-01-01", "2002-01-01", "2001-01-01"] * 20)
    rows = pd.DataFrame({"start": days, "place": range(60)})
    found = queries.nearest(rows, "start", datetime.date(2002, 1, 1), 30)
    assert found["place"].tolist() == [*range(1, 60, 3), *range(0, 30, 3)]


def test_nearest_of_no_dates_is_none(nothing):
    assert queries.nearest(nothing.dates, "start", datetime.date(2001, 1, 1), 5).empty


# Places


def test_places_are_those_mentioned_the_most_mentioned_first(ds):
    table = queries.places(ds)
    assert records(table, "place_id", "mentions", "passage_ids") == [
        ("bay", 3, "p01.s1;p01.s2;p02.s1"),
        ("ocean", 2, "p01.s1;p01.s2"),
        ("town", 2, "p01.s2"),
        ("island", 1, "p02.s2"),
    ]
    assert set(ds.places) < set(table)


def test_a_place_takes_the_theme_of_most_of_its_mentions_and_of_the_codebook_on_a_tie(ds):
    themes = queries.places(ds).set_index("place_id")["theme"]
    assert themes["bay"] == "trade"
    assert themes["ocean"] == "peace"


def test_roles_of_a_place_stand_the_most_frequent_first(ds):
    roles = queries.places(ds).set_index("place_id")["roles"]
    assert roles["bay"] == "venue;topic"
    assert roles["town"] == "topic"


@pytest.mark.parametrize(
    ("country", "place"), [("AAA", "island"), ("BBB", "bay"), ("CCC", "ocean"), ("DDD", None)]
)
def test_a_country_belongs_to_the_narrowest_mentioned_place(ds, country, place):
    assert queries.narrowest_place(queries.places(ds), country) == place


def test_a_narrower_place_that_the_view_does_not_mention_does_not_count(ds):
    view = queries.select(ds, Selection(themes=("peace",)))
    assert queries.narrowest_place(queries.places(view), "AAA") == "bay"


def test_no_place_holds_a_country_where_none_is_mentioned(nothing):
    assert queries.narrowest_place(queries.places(nothing), "AAA") is None


# Bodies


def test_bodies_are_those_named_the_most_named_first(ds):
    table = queries.bodies(ds)
    assert records(table, "body_id", "mentions", "themes", "passage_ids") == [
        ("pact", 3, "trade;peace", "p01.s1;p01.s2;p02.s1"),
        ("bank", 1, "trade", "p01.s2"),
    ]
    assert set(ds.bodies) < set(table)


# Empty views


@pytest.mark.parametrize(
    "question",
    [
        queries.ladder,
        queries.who_acts,
        queries.commitments,
        queries.sums,
        queries.money_without_number,
        queries.dates,
        queries.places,
        queries.bodies,
        queries.agreement,
        queries.differences,
    ],
)
def test_a_view_without_sentences_gives_a_table_without_rows_in_the_same_columns(ds, nothing, question):
    empty = question(nothing)
    assert empty.empty
    assert list(empty) == list(question(ds))


# Search


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in queries.hits(text, words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peace", ["Peace", "PEACE"]),
        ("  peace ", ["Peace", "PEACE"]),
        ("friend's", ["friend’s"]),
        ("friend’s", ["friend’s"]),
        ('"gift"', ["“gift”"]),
        ("(and more).", ["(and more)."]),
        (".", ["."]),
        (".*", []),
        ("[a-z]", []),
        ("war", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found_as_typed_but_for_case_and_quotes(words, expected):
    assert found("Peace is a friend’s “gift” (and more). PEACE!", words) == expected


def test_a_hyphen_finds_a_dash():
    assert found("2021–2025 and 2026-2027", "1-2") == ["1–2"]


def test_hits_do_not_overlap():
    assert queries.hits("aaaaa", "aa") == [(0, 2), (2, 4)]


def test_a_letter_that_grows_in_lower_case_moves_no_hit():
    assert found("İ İ peace", "Peace") == ["peace"]


def test_search_keeps_the_sentences_that_hold_the_words_and_counts_them(ds):
    assert records(queries.search(ds.passages, "peace"), "passage_id", "hits") == [
        ("p01.s1", 2),
        ("p01.s2", 1),
    ]


@pytest.mark.parametrize("words", ["", " ", "war", "\\"])
def test_search_for_nothing_or_in_vain_leaves_no_sentence(ds, words):
    table = queries.search(ds.passages, words)
    assert table.empty
    assert list(table) == [*ds.passages, "hits"]


def test_search_in_no_sentence_finds_none(nothing):
    assert queries.search(nothing.passages, "peace").empty


# Terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The GTA holds.", ["GTA"]),
        ("The gta holds.", []),
        ("The GTAs hold.", []),
        ("A great trade act, a sea trade.", ["GTA", "S.T."]),
        ("Under the S.T. and C&D rules.", ["S.T.", "C&D"]),
        ("It is cut (and dry).", ["C&D"]),
        ("Sent.", []),
    ],
)
def test_a_text_calls_for_its_terms_as_written_and_for_expansions_in_any_case(ds, text, terms):
    assert ids(queries.terms_in(ds, text), "term") == terms


def test_a_dataset_without_terms_has_none_to_call_for(ds):
    bare = replace(ds, terms=ds.terms.head(0))
    assert queries.terms_in(bare, "The GTA holds.").empty


# Agreement


def test_both_codings_stand_side_by_side_where_both_exist(ds):
    both = queries.agreement(ds)
    assert records(both, "passage_id", "theme_1", "theme_2", "actor_1", "actor_2") == [
        ("p01.s1", "peace", "peace", "both", "north"),
        ("p01.s2", "trade", "peace", "north", "north"),
        ("p02.s1", "trade", "trade", "both", "both"),
    ]


def test_a_view_compares_its_own_sentences_only(ds):
    view = queries.select(ds, Selection(themes=("trade",)))
    assert ids(queries.agreement(view)) == ["p01.s2", "p02.s1"]


def test_sentences_differ_where_the_codings_do_in_any_facet(ds):
    # p01.s1 in its actor, p01.s2 in its theme.
    assert ids(queries.differences(ds)) == ["p01.s1", "p01.s2"]
