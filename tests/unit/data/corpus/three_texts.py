"""A corpus of three texts and two meetings, small enough to work out by hand."""

import shutil
from datetime import date
from pathlib import Path

from data.corpus import __main__ as commands
from data.load import FOLDER, Statement
from data.load.parse import Table

FILES = {
    "series.csv": "series,label,order\nn-s,North–South,1\n",
    "statements.csv": (
        "statement_id,meeting_id,series,date,title,short_title,parties,kind,source_url\n"
        "first,one,n-s,2001-02-03,A Statement,Statement,N;S,statement,https://example.org/1\n"
        "second,two,n-s,2002-03-04,Another,Statement,N;S,statement,https://example.org/2\n"
        "annex,two,n-s,2002-03-04,Its annex,Annex,N;S,fact sheet,https://example.org/3\n"
    ),
    "names.csv": "name,party\nNorth,N\nSouth,S\nPresident,\n",
    "cues.csv": "cue,strength,pattern\nstress,firm,\\bstress(?:es)?\\b\npay,loose,\\bpays?\\b\n",
    "topics.csv": (
        "topic,label,theme,definition,pattern,order\n"
        "trade,Trade,trade,What is sold.,\\btrade\\b,2\n"
        "strait,The Strait,peace,The Strait by name.,\\bthe strait\\b,1\n"
    ),
    "topic_mentions.csv": "topic,statement_id,passage_id,quote,checked\n",
    "rejected_mentions.csv": "topic,statement_id,passage_id,quote,reason\n",
    "links.csv": "old_statement,old_passage,new_statement,new_passage,relation,how\n",
    "rejected_links.csv": "old_statement,old_passage,new_statement,new_passage,reason\n",
}
TEXTS = {
    "first": "North and South stress peace and stability in the Strait. Trade, free trade, grows.",
    "second": "**Peace**\n\nPresident North stresses peace and stability in the Strait.\n\nShips sail.",
    "annex": "- Free trade grows.\n- South pays.",
}
# The dataset that codes the first text, as far as its corpus is checked against it.
ADDRESS = "https://example.org/1"
STATEMENT = Statement(
    "A Statement", date(2001, 2, 3), ADDRESS, TEXTS["first"] + "\n\n\\###\n", published_url=ADDRESS
)
CODED = {
    "passages": Table(
        "passages",
        ["passage_id", "section", "text"],
        [
            {"passage_id": "p01.s1", "section": None, "text": TEXTS["first"].partition(" Trade")[0]},
            {"passage_id": "p01.s2", "section": None, "text": "Trade, free trade, grows."},
        ],
    ),
    "codes": Table(
        "codes",
        ["facet", "code"],
        [{"facet": "theme", "code": code} for code in ("peace", "trade")]
        + [{"facet": "strength", "code": code} for code in ("firm", "loose")],
    ),
}


def write_corpus(folder: Path) -> Path:
    """Write the corpus into a new folder, its tables made by the commands."""
    (folder / "texts").mkdir(parents=True)
    shutil.copy(FOLDER / "corpus" / "datapackage.json", folder)
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    for name, text in TEXTS.items():
        write_text(folder, name, text)
    for command in commands.TABLES:
        commands.main([command, str(folder)])
    return folder


def write_text(folder: Path, name: str, text: str) -> None:
    """Write one of the texts."""
    (folder / "texts" / f"{name}.md").write_text(f"---\ntitle: A\n---\n\n{text}\n\n\\###\n", encoding="utf-8")


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace words that stand once in a file."""
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, (name, old, content)
    path.write_text(content.replace(old, new), encoding="utf-8")
