"""The shipped dataset: what the codebook says of it beyond what load() checks in any dataset."""

import json

import pytest

from data.load import FOLDER, TABLES, load
from data.load.source_text import fold

BINDING = ["declaration", "commissive"]


@pytest.fixture(scope="module")
def dataset():
    return load()


@pytest.fixture(scope="module")
def passages(dataset):
    return dataset.passages.set_index("passage_id")


def of_passage(passages, table, column):
    """A column of the passages, for each row of a table that points to them."""
    return table["passage_id"].map(passages[column])


def test_frictionless_accepts_the_package():
    from frictionless import Package

    report = Package.from_descriptor(str(FOLDER / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])


def test_every_table_and_column_is_described():
    descriptor = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        assert resource["title"]
        assert resource["description"]
        assert all(column["description"] for column in resource["schema"]["fields"])


def test_every_file_is_a_described_table():
    assert sorted(path.stem for path in (FOLDER / "tables").iterdir()) == sorted(TABLES)


# The text


def test_the_statement_has_89_sentences_in_21_paragraphs(passages):
    assert len(passages) == 89
    assert passages["paragraph"].drop_duplicates().tolist() == list(range(1, 22))


def test_ids_number_paragraphs_and_their_sentences(passages):
    expected = [f"p{row.paragraph:02d}.s{row.sentence}" for row in passages.itertuples()]
    assert passages.index.tolist() == expected
    for _, sentences in passages.groupby("paragraph")["sentence"]:
        assert sentences.tolist() == list(range(1, len(sentences) + 1))


def test_only_headings_are_left_of_the_statement_when_the_passages_are_taken_out(dataset):
    rest = fold(dataset.statement.text)
    for text in dataset.passages["text"]:
        before, rest = rest.split(text, 1)
        assert before.strip() in {"", *dataset.passages["section"]}
    assert rest.strip() == r"\###"


def test_sections_are_the_opening_and_two_headings(dataset, passages):
    sections = passages["section"].drop_duplicates().tolist()
    assert len(sections) == 3
    assert sections[0] == ""
    assert all(section in fold(dataset.statement.text) for section in sections)


def test_every_quote_is_verbatim(dataset, passages):
    quoted = [getattr(dataset, name) for name in TABLES if "quote" in getattr(dataset, name)]
    assert len(quoted) == 6
    for table in quoted:
        for text, quote in zip(of_passage(passages, table, "text"), table["quote"], strict=True):
            assert quote
            assert quote in text


# Codes


def test_every_code_has_a_label_of_its_own_and_a_definition(dataset):
    codes = dataset.codes
    assert (codes["label"] != "").all()
    assert (codes["definition"] != "").all()
    assert not codes.duplicated(["facet", "label"]).any()
    assert not codes.duplicated(["facet", "order"]).any()


@pytest.mark.parametrize(
    ("facet", "codes"),
    [
        ("theme", "security climate health technology people regional economy values framing"),
        ("speech_act", "declaration commissive directive expressive assertive"),
        ("actor", "us rok both"),
        ("strength", "done pledged committed agreed considered"),
        ("basis", "new total_after_increase acknowledged increase_unstated policy"),
        ("role", "topic beneficiary partner venue setting"),
        ("place_kind", "country area sea city"),
        ("body_kind", "organisation agreement initiative programme policy summit"),
        ("date_kind", "past scheduled deadline window anniversary"),
        ("precision", "day month year decade"),
    ],
)
def test_codes_stand_in_the_order_of_the_codebook(dataset, facet, codes):
    rows = dataset.codes[dataset.codes["facet"] == facet].sort_values("order")
    assert rows["code"].tolist() == codes.split()


def test_labels_that_stand_in_links(dataset):
    codes = dataset.codes.sort_values("order")
    labels = codes.groupby("facet")["label"].agg(" ".join)
    assert labels["theme"] == "Security Climate Health Technology People Region Economy Values Framing"
    assert labels["actor"] == "US ROK Both"


def test_a_secondary_theme_is_never_the_primary_one(dataset, passages):
    secondary = dataset.secondary_themes
    assert (secondary["theme"] != of_passage(passages, secondary, "theme")).all()


def test_the_second_coding_covers_every_sentence(dataset, passages):
    assert dataset.second_coding["passage_id"].tolist() == passages.index.tolist()


# Commitments


def test_a_sentence_holds_commitments_exactly_where_it_binds(dataset, passages):
    binding = passages.index[passages["speech_act"].isin(BINDING)]
    assert set(dataset.commitments["passage_id"]) == set(binding)


def test_only_a_declaration_is_done(dataset, passages):
    declared = of_passage(passages, dataset.commitments, "speech_act") == "declaration"
    assert ((dataset.commitments["strength"] == "done") == declared).all()


def test_a_commitment_that_names_an_amount_stands_where_a_sum_is_pledged(dataset):
    named = dataset.commitments.loc[dataset.commitments["names_amount"], "passage_id"]
    pledged = dataset.pledges.loc[dataset.pledges["amount_usd"].notna(), "passage_id"]
    assert set(named) <= set(pledged)


# Money


def test_the_three_sums_of_the_statement(dataset):
    sums = dataset.pledges.dropna(subset="amount_usd").sort_values("amount_usd", ascending=False)
    columns = ["payer", "basis", "amount_usd", "period_start", "period_end"]
    assert sums[columns].to_numpy().tolist() == [
        ["us", "acknowledged", 4_000_000_000, 2021, 2021],
        ["rok", "total_after_increase", 220_000_000, 2021, 2024],
        ["rok", "new", 200_000_000, 2021, 2025],
    ]


def test_a_pledge_has_no_amount_exactly_where_its_basis_says_so(dataset):
    without_sum = dataset.pledges["basis"].isin(["increase_unstated", "policy"])
    assert (dataset.pledges["amount_usd"].isna() == without_sum).all()


# Places, bodies, figures


def test_every_place_and_every_body_is_mentioned(dataset):
    assert set(dataset.place_mentions["place_id"]) == set(dataset.places["place_id"])
    assert set(dataset.body_mentions["body_id"]) == set(dataset.bodies["body_id"])


def test_members_are_listed_once(dataset):
    for members in dataset.places["members"].str.split(";"):
        assert len(members) == len(set(members))


def test_a_bound_stands_in_its_quote(dataset):
    for figure in dataset.figures.itertuples():
        assert figure.bound.lower() in figure.quote.lower()
