"""Each rule of the codebook, broken in the tiny tables."""

import pytest

from data.load.codebook_rules import check_codebook
from data.load.descriptor import resources_by_name
from data.load.parse import parse_tables
from tests.unit.data.load.breaking import set_cell

# Rules that the tiny tables break as they are.
BROKEN = [
    'commitments.csv, row 2, column strength: "done" - expected another strength: p01.s2 is no declaration',
    'places.csv, row 2, column place_id: "ocean" - expected a row for it in place_mentions.csv, '
    "or no such row",
]


def broken(tiny, grids, *cells):
    """What the rules say after cells were set: (table, row, column, value)."""
    for table, row, column, value in cells:
        set_cell(grids[table], row, column, value)
    tables = parse_tables(grids, resources_by_name(tiny.descriptor), [])
    return [str(problem) for problem in check_codebook(tables)]


def test_the_tiny_tables_keep_the_other_rules(tiny, grids):
    assert broken(tiny, grids) == BROKEN


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            [("codes", 3, "label", "Peace")],
            'codes.csv, row 3, column label: "Peace" - expected another label than the rows above of theme',
        ),
        (
            [("codes", 3, "order", "1")],
            'codes.csv, row 3, column order: "1" - expected another order than the rows above of theme',
        ),
        (
            [("secondary_themes", 2, "theme", "peace")],
            'secondary_themes.csv, row 2, column theme: "peace" - expected another theme than the '
            "primary one",
        ),
        (
            [("commitments", 4, "passage_id", "p01.s1")],
            'commitments.csv, row 4, column passage_id: "p01.s1" - expected a declaration or commissive; '
            "the speech_act of p01.s1 is assertive",
        ),
        (
            [("commitments", 4, "names_amount", "true"), ("pledges", 4, "passage_id", "p01.s1")],
            'commitments.csv, row 4, column names_amount: "true" - expected false, or a row for p02.s1 with '
            "amount_usd in pledges.csv",
        ),
        (
            [("pledges", 2, "amount_usd", "")],
            "pledges.csv, row 2, column amount_usd: empty - expected a sum where the basis is new",
        ),
        (
            [("pledges", 6, "amount_usd", "5")],
            'pledges.csv, row 6, column amount_usd: "5" - expected no sum where the basis is policy',
        ),
        (
            [("body_mentions", 2, "body_id", "")],
            'bodies.csv, row 2, column body_id: "pact" - expected a row for it in body_mentions.csv, '
            "or no such row",
        ),
        (
            [("places", 3, "members", "FJI;FJI")],
            'places.csv, row 3, column members: "FJI;FJI" - expected FJI once',
        ),
        (
            [("figures", 2, "bound", "over")],
            'figures.csv, row 2, column bound: "over" - expected words of the quote: Ships',
        ),
    ],
)
def test_a_broken_rule_names_file_row_column_and_value(tiny, grids, cells, said):
    assert sorted(broken(tiny, grids, *cells)) == sorted([*BROKEN, said])


def test_a_declaration_is_done_and_holds_a_commitment(shipped):
    resources = resources_by_name(shipped.descriptor)
    passages = [["passage_id", "speech_act"], ["p01.s1", "declaration"], ["p01.s2", "declaration"]]
    commitments = [["passage_id", "strength"], ["p01.s1", "agreed"]]
    tables = parse_tables({"passages": passages, "commitments": commitments}, resources, [])
    assert [str(problem) for problem in check_codebook(tables)] == [
        'commitments.csv, row 2, column strength: "agreed" - expected done',
        'passages.csv, row 3, column speech_act: "declaration" - expected another speech act, or a row for '
        "p01.s2 in commitments.csv",
    ]
