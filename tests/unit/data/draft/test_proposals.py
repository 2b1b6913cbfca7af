"""What the program proposes of a sentence, each kind on its own."""

from datetime import date

import pytest

from data.draft import acts, cuts, dates_and_sums, shipped_names
from data.draft.files import number_ids, slug
from data.load.splitter import sentences

DAY = date(2022, 5, 21)
PARTIES = acts.Parties({"north": ["North", "NR", "N.R."], "south": ["South"]}, "both")


# Cuts


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (
            "They met Joseph R. Biden.",
            "p01.s1",
            "not cut after an abbreviation: “They met Joseph R. | Biden.”",
        ),
        (
            "We met in the U.S. The talks went on.",
            "p01.s2",
            "cut after an abbreviation: “We met in the U.S.”",
        ),
        ("They end programs.Both urge peace.", "p01.s2", "cut without a space after “They end programs.”"),
        ("**Peace**  \nWe meet.", "p01.s1", "a heading in the paragraph: “Peace”"),
        ("2. We meet.", "p01.s1", "a numbered paragraph: “2.” was left out"),
        ("WASHINGTON, May 21 – We meet.", "p01.s1", "perhaps a dateline: “WASHINGTON, May 21 – We meet.”"),
        ("We meet.\n\nDone", "p02.s1", "no mark at the end, perhaps a heading or a signature: “Done”"),
        ("We meet.\n\n---\n\nWe part.", "", "a rule in line 3 of the text was left out: “---”"),
        ("We meet.\n\n\\###\n", "", "an end mark in line 3 of the text was left out: “\\###”"),
        ("**A**\n\n**B**\n\nWe meet.", "", "two headings in a row; the section below is “A B”"),
    ],
)
def test_a_doubtful_cut_is_listed(text, where, what):
    assert cuts.doubts(text) == [cuts.Doubt(where, what)]


def test_a_plain_text_has_no_doubtful_cut():
    assert cuts.doubts("**Peace**\n\nWe meet. We part.\n\n- Trade grows;\n- Ships sail.") == []


# Speech acts, actors and commitments


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("North announces the termination of its rules.", "declaration"),
        ("We welcome the visit and commit to keep the peace.", "commissive"),
        ("Both leaders reaffirm their commitment to peace.", "commissive"),
        ("Both leaders reaffirm their strong support for trade.", "expressive"),
        ("We call on all states to sign.", "directive"),
        ("We recognize the importance of trade.", "assertive"),
        ("The future of the alliance will be bright.", "assertive"),
    ],
)
def test_the_strongest_cue_word_tells_the_speech_act(text, act):
    assert acts.speech_act(text)[0] == act


@pytest.mark.parametrize(
    ("subject", "actor"),
    [
        ("Both leaders", "both"),
        ("North and South", "both"),
        ("President Ann and President Bo", "both"),
        ("The N.R.", "north"),
        ("President Ann", ""),
    ],
)
def test_the_words_before_the_verb_tell_the_actor(subject, actor):
    assert acts.actor(subject, PARTIES)[0] == actor


def test_each_co_ordinate_verb_is_a_commitment_with_its_own_words():
    text = "Both leaders commit to keep the peace, and agree to meet, including in May."
    assert [(one.cue.strength, quote) for one, quote in acts.commitments(text)] == [
        ("committed", "Both leaders commit to keep the peace"),
        ("agreed", "agree to meet, including in May"),
    ]


def test_a_commitment_that_names_a_body_is_pledged():
    ((cue, quote),) = acts.commitments("We commit to pay the Fund.")
    marks = {"names_amount": "false", "names_date": "false", "names_mechanism": "true"}
    row = acts.commitment_row(cue, quote, marks)
    assert (row["strength"], row["title"], row["verb"]) == ("pledged", "Pay the Fund", "commit")


# Dates, sums, acronyms


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "kind"),
    [
        ("on May 30, 2022", "2022-05-30", "2022-05-30", "day", "scheduled"),
        ("on 1 May 2022", "2022-05-01", "2022-05-01", "day", "past"),
        ("in February 2024", "2024-02-01", "2024-02-29", "month", "scheduled"),
        ("by 2030", "2030-01-01", "2030-12-31", "year", "deadline"),
        ("for 2021-2025", "2021-01-01", "2025-12-31", "year", "window"),
        ("in the 2020s", "2020-01-01", "2029-12-31", "decade", "window"),
        ("this year", "2022-01-01", "2022-12-31", "year", "window"),
        ("the 60th anniversary", "2022-01-01", "2022-12-31", "year", "anniversary"),
    ],
)
def test_a_date_is_read_as_it_is_printed(text, start, end, precision, kind):
    (row,) = dates_and_sums.dates(f"We meet {text}.", DAY)
    assert [row[key] for key in ("start", "end", "precision", "kind")] == [start, end, precision, kind]
    assert row["quote"] in text


@pytest.mark.parametrize("text", ["on February 31, 2022", "2025-2021", "1,999 ships"])
def test_what_no_calendar_has_is_no_date(text):
    assert list(dates_and_sums.dates(text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$4 billion", 4 * 10**9), ("$200M", 2 * 10**8), ("$1,500", 1500), ("$2.5 million", 25 * 10**5)],
)
def test_a_sum_is_read_in_dollars(text, amount):
    (row,) = dates_and_sums.sums(f"In May, we pay {text}, as promised.")
    assert row["amount_usd"] == str(amount)
    assert row["quote"] == f"we pay {text}"


def test_an_acronym_has_the_words_before_its_brackets():
    text = "The Democratic People’s Republic of Korea (DPRK) left the UN in Part II of the Treaty (IPEF)."
    assert dates_and_sums.acronyms(text) == {
        "DPRK": "Democratic People’s Republic of Korea",
        "UN": "",
        "IPEF": "",
    }


# Names


def test_the_longer_of_two_names_counts_and_a_small_letter_is_no_name():
    split = sentences("The South China Sea and China, but no china, and U.S. ships.")
    names = {"sea": ["South China Sea"], "CHN": ["China"], "us": ["US", "U.S."]}
    rows = shipped_names.mentions(split, names, "place_id")
    assert sorted((row["place_id"], row["quote"]) for row in rows) == [
        ("CHN", "China"),
        ("sea", "South China Sea"),
        ("us", "U.S."),
    ]


def test_a_country_of_the_map_becomes_a_place_with_a_point_inside_it():
    mention = {"passage_id": "p01.s1", "place_id": "UKR", "quote": "Ukraine"}
    (row,) = shipped_names.country_rows([mention])
    assert (row["place_id"], row["members"], mention["place_id"]) == ("ukraine", "UKR", "ukraine")
    assert (float(row["lon"]), float(row["lat"])) == pytest.approx((31, 49), abs=1)


def test_ids_are_short_and_differ():
    assert slug("Extended Deterrence Strategy and Consultation Group") == "extended-deterrence-strategy-and"
    rows = [{"id": "a"}, {"id": "a"}]
    number_ids(rows, "id")
    assert [row["id"] for row in rows] == ["a", "a-2"]
