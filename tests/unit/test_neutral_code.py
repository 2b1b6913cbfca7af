"""What no code of ours does, whatever it is about: name the statement, or move."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("components", "pages", "static/scripts", "deploy")
CODE = [
    ROOT / "app.py",
    ROOT / "asgi.py",
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*"))
      if path.suffix in {".py", ".js", ".css"}),
]  # fmt: skip
# Beside the names in places.csv and bodies.csv.
OWN_WORDS = {
    *("ROK", "DPRK", "Korea", "Korean", "Koreas", "Seoul", "Washington", "Biden", "Moon", "Camp David"),
    *("United States", "U.S.", "America", "American", "Mekong", "ASEAN", "Quad", "COVAX", "Leaders’"),
}
MOTION = re.compile(r"transition|animation|@keyframes|smooth|requestAnimationFrame")
# No motion: none, one for readers who have not asked for less, and words that appear after a while.
STILL = {
    "[data-stale=true] { opacity: 1 !important; transition: none !important }",
    ".linchpin-slow [data-stale=true] { transition: opacity 1s ease-in !important }",
    "animation: linchpin-late 0s 10s forwards }",
    "@keyframes linchpin-late { to { opacity: 1 } }",
}


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """`pages/map.py:12: the line`, for every line of our code that holds the pattern."""
    assert {path.suffix for path in CODE} == {".py", ".js", ".css"}
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in CODE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_code_names_the_statement_its_parties_or_its_places(shipped):
    """Another statement's dataset can then be shown. A column called mekong may be named, so case counts."""
    columns = (
        *(shipped.places["name"], shipped.places["short_name"]),
        *(shipped.bodies["name"], shipped.bodies["acronym"]),
    )
    words = OWN_WORDS.union(*columns) - {""}
    assert (
        lines_with(re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words)))) == []
    )


def test_nothing_of_ours_moves():
    """So there is nothing to stop for readers who ask their system for less motion."""
    found = {line.split(": ", 1)[1] for line in lines_with(MOTION)}
    assert {line for line in found if not line.startswith("//")} == STILL
    style = (ROOT / "static" / "scripts" / "page.css").read_text(encoding="utf-8")
    asked = re.findall(r"@media \(prefers-reduced-motion: no-preference\) \{\n(.*?)\n\}", style, re.DOTALL)
    assert [line.strip() for line in asked] == [line for line in STILL if line.startswith(".linchpin-slow")]
