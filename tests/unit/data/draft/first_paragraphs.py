"""Where the statement of May 2022 stands, first five paragraphs, with what a person made of its draft."""

from pathlib import Path

FIRST_PARAGRAPHS = Path(__file__).parents[3] / "fixtures" / "first_paragraphs"
