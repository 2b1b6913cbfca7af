"""Who may import whom, what code may name, and how long it may grow."""

import ast
import csv
import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DRAWN_WITHOUT_STREAMLIT = (
    "charts",
    "maps",
    "palette",
    "exports",
    "findings",
    "wording",
    "rows",
    "readings",
    "exhibits",
    "pictures",
    "pins",
    "brief",
)


def python(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


DATA, COMPONENTS, PAGES = python("data"), python("components"), python("pages")
GEO = [path for path in DATA if path.is_relative_to(ROOT / "data" / "geo")]
PURE = [
    path
    for path in COMPONENTS
    if path.relative_to(ROOT / "components").parts[0].removesuffix(".py") in DRAWN_WITHOUT_STREAMLIT
]
CODE = [ROOT / "app.py", ROOT / "asgi.py", *DATA, *COMPONENTS, *PAGES]
SHOWN = [
    ROOT / "app.py",
    *(path for folder in ("components", "pages") for path in (ROOT / folder).rglob("*")
      if path.suffix in {".py", ".js", ".css", ".html"}),
]  # fmt: skip


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def every(paths: list[Path]) -> pytest.MarkDecorator:
    assert paths
    return pytest.mark.parametrize("path", paths, ids=name)


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Dotted names that a file imports, wherever it does: of `from a import b`, `a.b`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def outside(path: Path, allowed: set[str]) -> set[str]:
    """What a file imports beyond the packages allowed."""
    return {one for one in imported(path) if not any(f"{one}.".startswith(f"{ok}.") for ok in allowed)}


def requirements(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {re.split(r"[=<>~!\[ ;]", line)[0] for line in lines if line and line[0] not in "#-"}


# Imports


@every([path for path in DATA if path not in GEO])
def test_data_imports_only_the_standard_library_and_what_reads_and_measures_tables(path):
    allowed = {"pandas", "numpy", "frictionless", "data"}
    assert not outside(path, {*sys.stdlib_module_names, *allowed})


@every(GEO)
def test_what_builds_outlines_imports_only_what_its_requirements_name(path):
    named = requirements(ROOT / "data" / "geo" / "requirements.in")
    assert not outside(path, {*sys.stdlib_module_names, *named, "data"})


@every([path for path in CODE if path not in GEO])
def test_nothing_that_runs_imports_what_only_builds_outlines(path):
    assert not [one for one in imported(path) if f"{one}.".startswith("data.geo.")]


@every([path for path in CODE if path not in GEO])
def test_nothing_that_runs_asks_other_hosts_starts_programs_or_reads_objects_from_text(path):
    modules = {one.split(".")[0] for one in imported(path)} | {one for one in imported(path)}
    assert modules.isdisjoint({
        *("socket", "ssl", "http", "urllib.request", "requests", "urllib3", "httpx", "smtplib", "ftplib"),
        *("subprocess", "multiprocessing", "ctypes", "pickle", "marshal", "shelve", "tempfile"),
    })  # fmt: skip


@every(PURE)
def test_what_makes_figures_tables_and_words_imports_no_streamlit(path):
    pure = {f"components.{module}" for module in DRAWN_WITHOUT_STREAMLIT}
    others = outside(path, {*sys.stdlib_module_names, *pure, "data.queries", "data.dataset"})
    libraries = {one.split(".")[0] for one in others}
    assert libraries <= {"pandas", "plotly", "pydeck", "docx", "pptx"}


@every(COMPONENTS)
def test_components_import_no_page(path):
    assert not [one for one in imported(path) if one.split(".")[0] in {"pages", "app"}]


@every(PAGES)
def test_pages_import_only_streamlit_components_and_queries(path):
    assert not outside(path, {"streamlit", "components", "data.queries"})


def test_the_way_in_imports_the_frame_alone():
    assert set(imported(ROOT / "app.py")) == {"components.frame"}


@every([path for path in [*COMPONENTS, *PAGES] if path.name != "serving.py"])
def test_what_draws_knows_no_server(path):
    assert not {one.split(".")[0] for one in imported(path)} & {"starlette", "uvicorn", "asgi"}


@every([path for path in CODE if path not in GEO])
def test_no_code_reads_the_clock_but_that_which_knows_where_the_reader_is(path):
    called = [ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    clocks = [call for call in called if re.search(r"\b(date(time)?\.(now|today|utcnow)|time\.\w+)$", call)]
    assert clocks == (["datetime.datetime.now"] if path.name == "here.py" else [])


@every(PAGES)
def test_the_first_statement_of_a_page_joins_the_frame(path):
    docstring, *statements = tree(path).body
    first = next(node for node in statements if not isinstance(node, ast.Import | ast.ImportFrom))
    assert ast.unparse(first) == "view = frame.join()"


def test_every_page_stands_in_the_navigation():
    from components.ui.shell import frame

    assert {path.stem for path in PAGES} == set(frame.PAGES)


def test_every_page_but_the_brief_has_a_slide_of_its_own():
    from components.ui.brief import slides
    from components.ui.shell import frame

    assert [name for name in frame.PAGES if name != slides.BRIEF] == list(slides.STANDARD)


# What code may name


def column(file: str, *names: str) -> set[str]:
    with (ROOT / "data" / "tables" / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[name] for row in csv.DictReader(lines) for name in names if row[name]}


OWN_WORDS = {
    *("ROK", "DPRK", "Korea", "Korean", "Koreas", "Seoul", "Washington", "Biden", "Moon", "Camp David"),
    *("United States", "U.S.", "America", "American", "Mekong", "ASEAN", "Quad", "COVAX", "Leaders’"),
    *column("places", "name", "short_name"),
    *column("bodies", "name", "acronym"),
}
# A column called mekong may be named, so case counts.
OWN_WORD = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(OWN_WORDS)))


@every(SHOWN)
def test_no_code_names_the_statement_its_parties_or_its_places(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not [(number, line) for number, line in enumerate(lines, start=1) if OWN_WORD.search(line)]


# Motion


@every([*(ROOT / "components").glob("*.css"), *(ROOT / "components").glob("*.js"), *COMPONENTS])
def test_nothing_of_ours_moves(path):
    """So there is nothing to still for readers who ask their system for less motion."""
    assert not re.search(
        r"transition|animation|@keyframes|smooth|requestAnimationFrame", path.read_text("utf-8")
    )


# Lengths


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@every(PAGES)
def test_a_page_is_shorter_than_80_lines(path):
    assert length(path) < 80


@every(CODE)
def test_a_module_is_shorter_than_250_lines(path):
    assert length(path) < 250
