"""What holds for every page: opened cold, filtered, empty, from a bad link, over broken data."""

import json

import pytest

from components.content.charts import (
    agreement,
    balance,
    catalogue,
    comparison,
    emphasis,
    pledges,
    ribbon,
    timeline,
    verbs,
    wording,
)
from components.content.charts.catalogue import CHARTS
from components.ui.session import link_memory, loaded_dataset, page_names
from data import queries
from tests.pages import views
from tests.pages.conftest import forget

ELEMENTS = ("markdown", "dataframe", "deck_gl_json_chart", "bidi_component", "table")


def content(opened) -> list[str]:
    """The kinds of element below the title that show something, in order."""
    return [element.type for element in opened.app.main if element.type in ELEMENTS]


# Cold, from a link


def test_a_cold_page_opens_under_one_title(cold, page):
    opened = cold(page)
    assert not opened.app.exception
    assert len(opened.titles) == 1 and opened.titles[0]
    assert not opened.warnings


def test_a_cold_page_has_its_frame_and_content_or_says_that_there_is_none(cold, page, shipped):
    opened = cold(page)
    assert opened.chosen == {"theme": [], "actor": []}
    if views.has_nothing(shipped, page):
        (notice,) = opened.notices
        assert notice.startswith("The statement has no ")
        assert not opened.buttons("^Show all")
    else:
        assert not opened.notices
        assert opened.numbers
        assert len(content(opened)) > 3


def test_a_page_opens_as_a_slide(open_page, page, shipped):
    opened = open_page(page, present="true")
    assert not opened.app.exception
    assert len(opened.titles) == 1 and opened.titles[0]


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("compare", {"old": "us-japan-2022-05"}),
        ("compare", {"old": "us-japan-2022-05", "new": "us-japan-2023-01", "links": "reviewed"}),
        ("compare", {"q": "nuclear", "theme": "Security", "actor": "ROK"}),
        ("wording", {"series": "all"}),
        ("wording", {"series": "us-japan", "actor": "ROK"}),
        ("timeline", {"kind": "past"}),
        ("pledges", {"amount": "scale", "theme": "Health"}),
    ],
)
def test_a_slide_shows_what_its_page_shows(open_page, name, link):
    opened, slide = open_page(name, **link), open_page(name, present="true", **link)
    assert slide.titles == opened.titles
    assert not opened.warnings and not slide.warnings
    assert pictures(slide) == pictures(opened)[:1]
    # No actor is coded in the texts of the corpus, so none is named under their pictures.
    assert not any("actor" in one.value for one in slide.app.markdown)


def pictures(opened) -> list[str]:
    """The names of the figures, in order."""
    drawn = [json.loads(one.proto.json) for one in opened.app.get("bidi_component")]
    return [one["name"] for one in drawn if "specs" in one]


def test_a_page_shows_the_same_alone_as_within_the_frame(open_page, cold, page, monkeypatch):
    alone = cold(page)
    monkeypatch.setattr(page_names, "START", page)
    within = open_page(None)
    assert within.titles == alone.titles
    assert content(within) == content(alone)


def test_a_page_runs_again_as_it_was(open_page, page):
    opened = open_page(page)
    before = content(opened), opened.lead
    opened.app.run()
    assert not opened.app.exception
    assert (content(opened), opened.lead) == before


# Filtered


def test_the_frame_ends_its_run_around_a_page_that_has_nothing_to_show(open_page, monkeypatch):
    ended = []
    monkeypatch.setattr(link_memory, "send_again", lambda: ended.append(True))
    opened = open_page("pledges", theme="Technology", actor="US")
    assert opened.notices and not opened.figures and not opened.app.exception
    assert ended == [True]


def test_the_lead_of_a_page_follows_the_filter(open_page, cold, page, busy_theme, shipped):
    filtered = open_page(page, theme=busy_theme)
    assert filtered.chosen == {"theme": [busy_theme], "actor": []}
    assert filtered.numbers or views.has_nothing(shipped, page)
    assert filtered.lead != cold(page).lead


def test_choosing_a_theme_does_what_its_link_does(open_page, page, busy_theme):
    clicked = open_page(page)
    clicked.choose([busy_theme])
    linked = open_page(page, theme=busy_theme)
    assert clicked.lead == linked.lead
    assert content(clicked) == content(linked)


def test_clearing_the_filters_shows_everything_again(open_page, cold, page, busy_theme):
    opened = open_page(page, theme=busy_theme)
    opened.choose()
    assert opened.chosen == {"theme": [], "actor": []}
    assert opened.lead == cold(page).lead


def test_a_page_opens_under_an_actor(open_page, page, shipped):
    labels = list(queries.labels(shipped, "actor").values())
    label = labels[list(page_names.PAGES).index(page) % len(labels)]  # each on every third page
    opened = open_page(page, actor=label)
    assert not opened.app.exception, label
    assert len(opened.titles) == 1, label


def test_pages_open_under_themes_with_the_pictures_that_a_server_has_drawn(open_page, shipped, monkeypatch):
    forget()  # so that nothing is there but what a server prepares
    ds = loaded_dataset.load()
    for themes in [(), *((code,) for code in queries.codes(ds, "theme"))]:
        catalogue.prepare(queries.select(ds, queries.Selection(themes=themes)))
    drawn = []
    build = balance.build_figure  # what every figure is drawn by

    def noted(*parts, **named):
        drawn.append(parts)
        return build(*parts, **named)

    for module in (agreement, balance, comparison, emphasis, pledges, ribbon, timeline, verbs, wording):
        monkeypatch.setattr(module, "build_figure", noted)
    illustrated = {chart.page for chart in CHARTS.values() if chart.draw}
    labels = list(queries.labels(shipped, "theme").values())
    for number, page in enumerate(page_names.PAGES):
        opened = open_page(page)
        assert bool(opened.figures) == (page in illustrated) and not drawn, page
        for label in labels[number % 3 :: 3]:  # each theme on every third page
            opened = open_page(page, theme=label)
            assert not opened.app.exception, (page, label)
            assert len(opened.titles) == 1, (page, label)
            # Compare shows two texts even where a theme leaves none of their sentences, and says so.
            assert not drawn or opened.notices, (page, label)
            drawn.clear()


def test_a_page_opens_under_all_choices_at_once(open_page, cold, page, shipped):
    chosen = {facet: list(queries.labels(shipped, facet).values()) for facet in ("theme", "actor")}
    opened = open_page(page, **chosen)
    assert opened.chosen == chosen
    assert set(opened.numbers) == set(cold(page).numbers)


# Empty


def test_an_empty_page_names_the_filter_that_left_nothing(open_page, coded_page, empty_choice):
    opened = open_page(coded_page, **empty_choice)
    assert not opened.app.exception
    (notice,) = opened.notices
    assert all(label in notice for label in empty_choice.values())


def test_an_empty_page_offers_the_way_back(open_page, cold, coded_page, empty_choice):
    opened = open_page(coded_page, **empty_choice)
    (way_back,) = opened.buttons("^Show all")
    opened.click(way_back)
    assert opened.chosen == {"theme": [], "actor": []}
    assert opened.notices == cold(coded_page).notices
    assert (opened.lead, content(opened)) == (cold(coded_page).lead, content(cold(coded_page)))


# Bad links


def test_a_bad_link_is_named_and_the_page_is_good(open_page, page, busy_theme):
    opened = open_page(page, theme=[busy_theme, "Nonsense"], actor="Nobody")
    assert not opened.app.exception
    (warning,) = opened.warnings
    assert "Nonsense" in warning and "Nobody" in warning and busy_theme not in warning
    good = open_page(page, theme=busy_theme)
    assert opened.chosen == good.chosen
    assert (opened.lead, content(opened)) == (good.lead, content(good))


def test_what_is_bad_leaves_the_link(open_page, page, busy_theme):
    opened = open_page(page, theme=["Nonsense", busy_theme], actor="Nobody")
    assert opened.app.query_params == {"theme": busy_theme}


@pytest.mark.parametrize("value", ["", "healthy", "💥", "x" * 5000, "Health;Climate"])
def test_a_value_that_is_no_label_breaks_nothing(open_page, value):
    for name in ("overview", "wording"):  # a page of the coded statement, and one of all texts
        opened = open_page(name, theme=value)
        assert not opened.app.exception
        assert opened.chosen == {"theme": [], "actor": []}
        assert all(len(warning) < 200 for warning in opened.warnings)


def test_a_bad_value_is_named_as_text_not_as_markup(open_page, page):
    opened = open_page(page, theme="[**x**](https://bad.example)<b>`$1$`:red[y]")
    (warning,) = opened.warnings
    code = "`` [**x**](https://bad.example)<b>`$1$`:red… ``"
    assert warning.startswith(f"The link names theme {code}, unknown here.")


def test_unknown_parameters_are_ignored(open_page, page):
    opened = open_page(page, utm_source="mail", subject="Health")
    assert not opened.app.exception and not opened.warnings
    assert opened.chosen == {"theme": [], "actor": []}


# Links that tools have rewritten


@pytest.mark.parametrize(
    "link",
    [
        {"theme": "HEALTH.", "actor": "rok"},
        {"theme": "Health&actor=ROK"},
        {"theme%3DHealth%26actor%3DROK": ""},
        {"Theme": "health", "amp;actor": "ROK%3E", "fbclid": "x"},
    ],
)
def test_a_rewritten_link_means_what_it_meant(open_page, link):
    opened = open_page("commitments", **link)
    assert not opened.warnings and opened.chosen == {"theme": ["Health"], "actor": ["ROK"]}
    assert {"theme": "Health", "actor": "ROK"}.items() <= opened.app.query_params.items()
    opened.choose(theme=["Climate"])
    assert opened.chosen == {"theme": ["Climate"], "actor": []}


# Broken data: the frame refuses it before any page runs. Here once the way in asks for the frame, and once a
# page alone does; that every page does is seen above, where it shows the same alone as within the frame.


def test_broken_data_is_named_by_file_row_column_and_value(open_page, other_data):
    path = other_data / "tables" / "passages.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(number for number, line in enumerate(lines, start=1) if ",security," in line)
    lines[row - 1] = lines[row - 1].replace(",security,", ",secrecy,")
    path.write_text("\n".join(lines), encoding="utf-8")

    for name in (None, "map"):
        opened = open_page(name)
        assert not opened.app.exception
        assert len(opened.titles) == 1
        (problem,) = [code.value for code in opened.app.code]
        assert "\n" not in problem
        assert problem.startswith(f'passages.csv, row {row}, column theme: "secrecy"')
        assert "security" in problem


@pytest.mark.parametrize("name", [None, "brief"])
def test_broken_data_shows_no_page_and_no_filter(open_page, other_data, name):
    (other_data / "statement.md").unlink()
    opened = open_page(name)
    assert [code.value.split(":")[0] for code in opened.app.code] == ["statement.md"]
    assert not opened.app.pills and not opened.app.button


def test_another_statement_is_shown_in_its_own_words(open_page, other_data):
    codes = other_data / "tables" / "codes.csv"
    codes.write_text(
        codes.read_text(encoding="utf-8").replace("\ntheme,health,Health,", "\ntheme,health,Wellbeing,"),
        encoding="utf-8",
    )
    for page in page_names.PAGES:
        opened = open_page(page, theme="Wellbeing")
        assert not opened.app.exception and not opened.warnings, page
        assert opened.chosen["theme"] == ["Wellbeing"], page
