"""What readers take away, as bytes or text. (no streamlit)"""

from components.content.export.csv_zip import csv, package
from components.content.export.handout import Handout
from components.content.export.markdown import markdown
from components.content.export.powerpoint import powerpoint
from components.content.export.word import word

__all__ = ["Handout", "csv", "markdown", "package", "powerpoint", "word"]
