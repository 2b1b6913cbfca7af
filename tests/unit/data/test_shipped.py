"""The shipped dataset: what the codebook says of it beyond what load() checks in any dataset."""

import pytest

from data import check
from data.load import FOLDER, TABLES


@pytest.fixture(scope="module")
def passages(shipped):
    return shipped.passages.set_index("passage_id")


def test_frictionless_accepts_the_package():
    from frictionless import Package

    report = Package.from_descriptor(str(FOLDER / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])


def test_nothing_is_left_to_do():
    assert check.left_to_do(FOLDER) == []


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


# Money


def test_the_three_sums_of_the_statement(shipped):
    sums = shipped.pledges.dropna(subset="amount_usd").sort_values("amount_usd", ascending=False)
    columns = ["payer", "basis", "amount_usd", "period_start", "period_end"]
    assert sums[columns].to_numpy().tolist() == [
        ["us", "acknowledged", 4_000_000_000, 2021, 2021],
        ["rok", "total_after_increase", 220_000_000, 2021, 2024],
        ["rok", "new", 200_000_000, 2021, 2025],
    ]
