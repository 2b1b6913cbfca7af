"""A document as text, what is refused, and what all readers of files share."""

import re
import unicodedata
from dataclasses import dataclass

from data.load.files import LONGEST_CELL

LARGEST_FILE = 5_000_000  # bytes: a Word file or PDF with pictures
LARGEST_TEXT = 200_000  # bytes in UTF-8: some fifteen summit statements
LONGEST_SENTENCE = LONGEST_CELL  # characters
FEWEST_WORDS = 5

# Letters that are not seen: soft hyphen, zero-width ones, marks of the direction of writing.
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class DocumentError(ValueError):
    """A file or text that cannot be used. The message says why and what to do, in a sentence or two."""


@dataclass(frozen=True)
class Document:
    """What was read.

    title, date, address: as the file states them, or "". text: Markdown, as the splitter reads it. notes:
    what was left out or is doubtful, each a sentence.
    """

    title: str
    text: str
    notes: tuple[str, ...] = ()
    date: str = ""
    address: str = ""


def clean(text: str) -> str:
    """The text with line ends `\\n`, composed letters (NFC), and without unseen letters and control
    characters."""
    return unicodedata.normalize("NFC", CONTROL.sub("", UNSEEN.sub("", LINE_END.sub("\n", text))))


def literal(text: str) -> str:
    """Text of a file that is no Markdown, so that the splitter reads none of its letters as a mark."""
    return text.replace("<", "\\<").replace("*", "\\*")


def size(count: int) -> str:
    """A number of bytes in words: `9.8 MB`, `12 kB`."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{-(-count // 1000)} kB"
