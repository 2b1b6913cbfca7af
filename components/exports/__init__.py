"""What readers take away, as bytes or text. (no streamlit)"""

from components.exports.files import csv, package
from components.exports.handout import Handout
from components.exports.markdown import markdown
from components.exports.powerpoint import powerpoint
from components.exports.word import word

__all__ = ["Handout", "csv", "markdown", "package", "powerpoint", "word"]
