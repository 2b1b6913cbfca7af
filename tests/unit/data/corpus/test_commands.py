"""What the commands make of three texts, and what they keep of what people wrote."""

import pytest

from data.corpus import __main__ as commands
from data.corpus import links, mentions, passages
from data.corpus.tables import read
from tests.unit.data.corpus.three_texts import change, write_corpus

PEACE = ("first", "p01.s1", "second", "p01.s1", "same_point", "rule")
TRADE = ("first", "p01.s2", "annex", "p01.s1", "same_point", "rule")


@pytest.fixture
def folder(tmp_path):
    return write_corpus(tmp_path / "corpus")


def as_tuples(rows):
    return [tuple(row.values()) for row in rows]


def test_a_passage_is_a_sentence_of_a_text(folder):
    assert as_tuples(passages.make(folder)) == [
        ("first", "p01.s1", "", "North and South stress peace and stability in the Strait.", ""),
        ("first", "p01.s2", "", "Trade, free trade, grows.", ""),
        ("second", "p01.s1", "Peace", "President North stresses peace and stability in the Strait.", ""),
        ("second", "p02.s1", "Peace", "Ships sail.", ""),
        ("annex", "p01.s1", "", "Free trade grows.", ""),
        ("annex", "p02.s1", "", "South pays.", ""),
    ]


def test_a_mention_is_what_a_pattern_matches_whatever_its_case(folder):
    assert as_tuples(mentions.make(folder)) == [
        ("strait", "first", "p01.s1", "the Strait", "false"),
        ("strait", "second", "p01.s1", "the Strait", "false"),
        ("trade", "first", "p01.s2", "Trade", "false"),
        ("trade", "first", "p01.s2", "trade", "false"),
        ("trade", "annex", "p01.s1", "trade", "false"),
    ]


def test_what_a_reader_said_of_a_mention_is_kept(folder):
    change(
        folder,
        "topic_mentions.csv",
        "strait,second,p01.s1,the Strait,false",
        "strait,second,p01.s1,the Strait,true",
    )
    (folder / "rejected_mentions.csv").write_text(
        "topic,statement_id,passage_id,quote,reason\ntrade,first,p01.s2,Trade,A verb\n"
    )
    made = as_tuples(mentions.make(folder))
    assert [row for row in made if row[4] == "true"] == [("strait", "second", "p01.s1", "the Strait", "true")]
    assert [row[3] for row in made if row[0] == "trade"] == ["trade", "trade"]


def test_a_link_goes_to_a_text_of_a_later_meeting(folder):
    assert as_tuples(links.make(folder)) == [PEACE, TRADE]


def test_what_a_reader_said_of_a_link_is_kept(folder):
    unlike = "first,p01.s1,second,p02.s1,related,reviewed"
    (folder / "links.csv").write_text(f"{','.join(links.COLUMNS)}\n{unlike}\n")
    (folder / "rejected_links.csv").write_text(
        "old_statement,old_passage,new_statement,new_passage,reason\nfirst,p01.s2,annex,p01.s1,Other ships\n"
    )
    assert as_tuples(links.make(folder)) == [PEACE, tuple(unlike.split(","))]


def test_texts_of_two_series_are_not_linked(folder):
    change(folder, "statements.csv", "annex,two,n-s", "annex,three,other")
    assert as_tuples(links.make(folder)) == [PEACE]


@pytest.mark.parametrize(
    ("name", "old", "new", "command", "said"),
    [
        ("topics.csv", r"\bthe strait\b", "(strait", "mentions", "the pattern of strait: missing )"),
        ("statements.csv", "annex,two", "addendum,two", "passages", "addendum.md"),
    ],
)
def test_a_command_says_what_is_wrong_with_its_files(folder, capsys, name, old, new, command, said):
    before = {table: read(folder, table) for table, _ in commands.TABLES.values()}
    change(folder, name, old, new)
    with pytest.raises(SystemExit):
        commands.main([command, str(folder)])
    assert said in capsys.readouterr().err
    assert {table: read(folder, table) for table, _ in commands.TABLES.values()} == before
