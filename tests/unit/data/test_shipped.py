"""The shipped dataset: what the codebook says of it beyond what load() checks in any dataset."""

import pytest

from data.load import FOLDER, TABLES

BINDING = ["declaration", "commissive"]


@pytest.fixture(scope="module")
def passages(shipped):
    return shipped.passages.set_index("passage_id")


def of_passage(passages, table, column):
    """A column of the passages, for each row of a table that points to them."""
    return table["passage_id"].map(passages[column])


def test_frictionless_accepts_the_package():
    from frictionless import Package

    report = Package.from_descriptor(str(FOLDER / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])


def test_every_table_and_column_is_described(shipped):
    for resource in shipped.descriptor["resources"]:
        assert resource["title"]
        assert resource["description"]
        assert all(column["description"] for column in resource["schema"]["fields"])


def test_every_file_is_a_described_table():
    assert sorted(path.stem for path in (FOLDER / "tables").iterdir()) == sorted(TABLES)


# The text


def test_the_statement_has_89_sentences_in_21_paragraphs(passages):
    assert len(passages) == 89
    assert passages["paragraph"].drop_duplicates().tolist() == list(range(1, 22))


def test_sections_are_the_opening_and_two_headings(passages):
    sections = passages["section"].drop_duplicates().tolist()
    assert len(sections) == 3
    assert sections[0] == ""


# Codes


def test_every_code_has_a_label_of_its_own_and_a_definition(shipped):
    codes = shipped.codes
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
def test_codes_stand_in_the_order_of_the_codebook(shipped, facet, codes):
    rows = shipped.codes[shipped.codes["facet"] == facet].sort_values("order")
    assert rows["code"].tolist() == codes.split()


def test_labels_that_stand_in_links(shipped):
    codes = shipped.codes.sort_values("order")
    labels = codes.groupby("facet")["label"].agg(" ".join)
    assert labels["theme"] == "Security Climate Health Technology People Region Economy Values Framing"
    assert labels["actor"] == "US ROK Both"


def test_a_secondary_theme_is_never_the_primary_one(shipped, passages):
    secondary = shipped.secondary_themes
    assert (secondary["theme"] != of_passage(passages, secondary, "theme")).all()


# Commitments


def test_a_sentence_holds_commitments_exactly_where_it_binds(shipped, passages):
    binding = passages.index[passages["speech_act"].isin(BINDING)]
    assert set(shipped.commitments["passage_id"]) == set(binding)


def test_only_a_declaration_is_done(shipped, passages):
    declared = of_passage(passages, shipped.commitments, "speech_act") == "declaration"
    assert ((shipped.commitments["strength"] == "done") == declared).all()


def test_a_commitment_that_names_an_amount_stands_where_a_sum_is_pledged(shipped):
    named = shipped.commitments.loc[shipped.commitments["names_amount"], "passage_id"]
    pledged = shipped.pledges.loc[shipped.pledges["amount_usd"].notna(), "passage_id"]
    assert set(named) <= set(pledged)


# Money


def test_the_three_sums_of_the_statement(shipped):
    sums = shipped.pledges.dropna(subset="amount_usd").sort_values("amount_usd", ascending=False)
    columns = ["payer", "basis", "amount_usd", "period_start", "period_end"]
    assert sums[columns].to_numpy().tolist() == [
        ["us", "acknowledged", 4_000_000_000, 2021, 2021],
        ["rok", "total_after_increase", 220_000_000, 2021, 2024],
        ["rok", "new", 200_000_000, 2021, 2025],
    ]


def test_a_pledge_has_no_amount_exactly_where_its_basis_says_so(shipped):
    without_sum = shipped.pledges["basis"].isin(["increase_unstated", "policy"])
    assert (shipped.pledges["amount_usd"].isna() == without_sum).all()


# Places, bodies, figures


def test_every_place_and_every_body_is_mentioned(shipped):
    assert set(shipped.place_mentions["place_id"]) == set(shipped.places["place_id"])
    assert set(shipped.body_mentions["body_id"]) == set(shipped.bodies["body_id"])


def test_members_are_listed_once(shipped):
    for members in shipped.places["members"].str.split(";"):
        assert len(members) == len(set(members))


def test_a_bound_stands_in_its_quote(shipped):
    for figure in shipped.figures.itertuples():
        assert figure.bound.lower() in figure.quote.lower()
