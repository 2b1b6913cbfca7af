"""Tables as readers see them: labels for codes, words for dates, `passage_ids` kept. (no streamlit)"""

import pandas as pd

from components.content.text import formatting
from data import queries
from data.load.dataset import Dataset


def counted(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """A counted table with labels for codes: what a chart's table shows."""
    words = {
        facet.replace("_", " ").capitalize(): table[facet].map(queries.codes(ds, facet)["label"])
        for facet in ("theme", "actor", "strength")
        if facet in table
    }
    return pd.DataFrame(words).assign(Commitments=table["count"], passage_ids=table["passage_ids"])


def sentences(whole: Dataset, view: Dataset) -> pd.DataFrame:
    """The fingerprint's table: the sentences that the view keeps, in reading order."""
    table = queries.fingerprint(whole, view)
    table = table[table["shown"]]
    strength = table["strength"].map(queries.codes(whole, "strength")["label"]).fillna("none")
    texts = whole.passages.set_index("passage_id")["text"]
    return pd.DataFrame(
        {
            "Sentence": table["passage_id"],
            "Theme": table["theme"].map(queries.codes(whole, "theme")["label"]),
            "Firmest commitment": strength,
            "Text": table["passage_id"].map(texts),
            "passage_ids": table["passage_id"],
        }
    )


def pledges(pledges: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Pledges with full figures and their caveat."""
    return pd.DataFrame(
        {
            "Pledge": pledges["title"],
            "Payer": pledges["payer"].map(queries.codes(ds, "actor")["label"]),
            "Kind": pledges["basis"].map(queries.codes(ds, "basis")["label"]),
            "US dollars": pledges["amount_usd"],
            "US dollars a year": pledges["per_year"],
            "From": pledges["period_start"],
            "To": pledges["period_end"],
            "Caveat": pledges["caveat"],
            "passage_ids": pledges["passage_id"],
        }
    )


@queries.remembered
def places(places: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Places with their mentions, roles and main theme in words."""
    role = queries.codes(ds, "role")["label"]
    return pd.DataFrame(
        {
            "Place": places["short_name"],
            "Mentions": places["mentions"],
            "Main theme": places["theme"].map(queries.codes(ds, "theme")["label"]),
            "Role": [
                formatting.listed([role[code].lower() for code in codes.split(";")])
                for codes in places["roles"]
            ],
            "passage_ids": places["passage_ids"],
        }
    )


def dates(dates: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Dates in words, with what is implied and from where."""
    return pd.DataFrame(
        {
            "When": [
                formatting.span(row["start"], row["end"], row["precision"]) for _, row in dates.iterrows()
            ],
            "What": dates["label"],
            "Kind": dates["kind"].map(queries.codes(ds, "date_kind")["label"]),
            "Words": dates["quote"],
            "Implied": dates["note"],
            "Source": dates["source"],
            "passage_ids": dates["passage_id"],
        }
    )


def emphasis(table: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Each theme's words, sentences and commitments, with their shares in percent."""
    return pd.DataFrame(
        {
            "Theme": table["theme"].map(queries.codes(ds, "theme")["label"]),
            "Words": table["words"],
            "% of words": (100 * table["share_words"]).round(1),
            "Sentences": table["sentences"],
            "Commitments": table["commitments"],
            "% of commitments": (100 * table["share_commitments"]).round(1),
            "passage_ids": table["passage_ids"],
        }
    )


def outcomes(outcomes: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """What followed, when, by which document."""
    return pd.DataFrame(
        {
            "When": [
                formatting.span(row["date"], row["date"], row["precision"]) for _, row in outcomes.iterrows()
            ],
            "What followed": outcomes["what"],
            "Follows up": outcomes["follows"],
            "Source": outcomes["source_title"] + ", " + outcomes["source_publisher"],
            "Address": outcomes["source_url"],
            "Confidence": outcomes["confidence"].map(queries.codes(ds, "confidence")["label"]),
            "passage_ids": outcomes["passage_ids"],
        }
    )


@queries.remembered
def reliability(table: pd.DataFrame) -> pd.DataFrame:
    """Agreement per coded facet in figures that can be read aloud."""
    missing = "not defined"
    return pd.DataFrame(
        {
            "Facet": table["facet"].str.replace("_", " ").str.capitalize(),
            "Same code": [
                f"{same} of {all_}" for same, all_ in zip(table["same"], table["sentences"], strict=True)
            ],
            "Percent": [f"{share:.1%}" for share in table["share"]],
            "Krippendorff’s alpha": [missing if pd.isna(a) else f"{a:.3f}" for a in table["alpha"]],
            "95 % interval": [
                missing if pd.isna(low) else f"{low:.3f} to {high:.3f}"
                for low, high in zip(table["low"], table["high"], strict=True)
            ],
        }
    )


def bodies(bodies: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Bodies with their kind, mentions and themes in words."""
    theme = queries.codes(ds, "theme")["label"]
    return pd.DataFrame(
        {
            "Name": bodies["name"],
            "Short": bodies["acronym"],
            "Kind": bodies["kind"].map(queries.codes(ds, "body_kind")["label"]),
            "Mentions": bodies["mentions"],
            "Themes": [
                formatting.listed([theme[code] for code in codes.split(";")]) for codes in bodies["themes"]
            ],
            "passage_ids": bodies["passage_ids"],
        }
    )


@queries.remembered
def differences(both: pd.DataFrame, ds: Dataset) -> pd.DataFrame:
    """Sentences that two passes code differently: the codes of each where they differ."""

    def pair(facet: str) -> list[str]:
        words = queries.codes(ds, facet)["label"]
        return [
            words[one] if one == two else f"{words[one]} / {words[two]}"
            for one, two in zip(both[f"{facet}_1"], both[f"{facet}_2"], strict=True)
        ]

    columns = {
        facet.replace("_", " ").capitalize(): pair(facet) for facet in ("theme", "speech_act", "actor")
    }
    texts = ds.passages.set_index("passage_id")["text"]
    return pd.DataFrame({"Sentence": both["passage_id"], **columns}).assign(
        Text=list(both["passage_id"].map(texts)), passage_ids=both["passage_id"]
    )
