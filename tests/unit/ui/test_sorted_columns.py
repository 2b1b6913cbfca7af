"""Words in cells that are sorted by their meaning."""

import pandas as pd

from components.content.text.tables import SORTED_BY
from components.ui.parts.sorted_columns import sorted_columns


def test_a_cell_holds_what_it_is_sorted_by_and_shows_the_words():
    texts = ["2021-05-02", "2020"]
    table = pd.DataFrame({"When": ["2 May 2021", "2020"], "n": [1, 2], f"{SORTED_BY}When": texts})
    shown, settings = sorted_columns(table)
    assert list(shown) == ["When", "n"] and shown["When"].tolist() == texts
    assert settings["When"]["type_config"]["options"] == [
        {"value": "2020", "label": "2020"},
        {"value": "2021-05-02", "label": "2 May 2021"},
    ]
    assert list(table) == ["When", "n", f"{SORTED_BY}When"]


def test_different_words_at_the_same_place_stay_different():
    table = pd.DataFrame({"When": ["the 2020s", "2020–2029"], f"{SORTED_BY}When": ["2020/2029"] * 2})
    shown, settings = sorted_columns(table)
    labels = {option["value"]: option["label"] for option in settings["When"]["type_config"]["options"]}
    assert [labels[text] for text in shown["When"]] == ["the 2020s", "2020–2029"]
