"""Reads a PDF: the words of its pages, put together to paragraphs; no script, picture or attached file."""

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdf
from pypdf import apply_configuration
from pypdf.errors import DependencyError

from data.documents.document import Document, DocumentError, clean, literal

MOST_PAGES = 200
MOST_SECONDS = 10.0
# Less than pypdf allows by itself: a page of words is never as long.
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 5_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 200,
    "page_tree_maximum_entries": 5_000,
    "page_tree_maximum_page_entries": 5_000,
}
FEWEST_LETTERS = 20  # a page, on average: with fewer it is a picture of a page
LOCKED = "This PDF is locked with a password: save it without one, or paste its text."
SCANNED = (
    "This PDF holds pictures of pages and no text: run a text recognition (OCR) over it, or paste its text."
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
PAGE_NUMBER = re.compile(r"(?:page )?(?:[-–—] ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?(?: ?[-–—])?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:;][”’\"')]*$")
LIST_ITEM = re.compile(r"[-•*–▪●]\s|\d{1,2}[.)]\s")
SHORT_LINE = 0.8  # of the longest lines: what ends there, ends a paragraph
SHORT_HEADING = 0.7

# pypdf reports odd files to the log, with words of them: nothing of a reader's file goes there.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read(content: bytes) -> Document:
    """The text of a PDF. Raises DocumentError if it is locked, without text, broken, or takes too long."""
    with apply_configuration(**LIMITS):
        try:
            pages, title = _pages(content)
        except DocumentError:
            raise
        except DependencyError as error:  # a cipher that needs a further package
            raise DocumentError(LOCKED) from error
        except Exception as error:  # whatever a broken file makes pypdf raise
            raise DocumentError("This is no PDF that can be read: paste its text instead.") from error
    if sum(len(line.strip()) for page in pages for line in page) < FEWEST_LETTERS * len(pages):
        raise DocumentError(SCANNED)
    lines = [line for page in _without_margins(pages) for line in page]
    note = "Paragraphs and headings of a PDF are guessed from the length of its lines."
    return Document(title, "\n\n".join(_paragraphs(lines)), (note,))


def _pages(content: bytes) -> tuple[list[list[str]], str]:
    """The lines of every page, and the title that the file states."""
    stop = time.monotonic() + MOST_SECONDS
    reader = pypdf.PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(f"This PDF has {len(reader.pages):,} pages; at most {MOST_PAGES} can be read.")
    pages = []
    for page in reader.pages:
        text = clean(page.extract_text())
        for ligature, letters in LIGATURES.items():
            text = text.replace(ligature, letters)
        pages.append([" ".join(line.split()) for line in text.split("\n")])
        if time.monotonic() > stop:
            raise DocumentError("This PDF takes too long to read: paste its text instead.")
    title = reader.metadata.title if reader.metadata else None
    return pages, str(title or "")


def _without_margins(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """The pages without page numbers, and without first and last lines that several pages share."""
    edges = Counter(edge for page in pages for edge in {_shape(line) for line in (*page[:2], *page[-2:])})
    for page in pages:
        last = len(page) - 2
        yield [
            line
            for place, line in enumerate(page)
            if not ((place < 2 or place >= last) and (PAGE_NUMBER.fullmatch(line) or edges[_shape(line)] > 2))
        ]


def _shape(line: str) -> str:
    """A line without its digits, by which the heads of pages differ."""
    return re.sub(r"\d+", "", line).strip()


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines put together to paragraphs: one ends at an empty line, at a short line that ends a sentence, and
    before a list item or heading. A short line without an end, below an ended paragraph, is a heading."""
    full = sorted(len(line) for line in lines)[int(len(lines) * 0.9) - 1] if lines else 0
    words = Counter(re.findall(r"\w+", " ".join(lines)))
    paragraph = ""
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        if paragraph and (not line or LIST_ITEM.match(line)):
            yield literal(paragraph)
            paragraph = ""
        if not line:
            continue
        if not paragraph and len(line) < SHORT_HEADING * full and _is_heading(line, following):
            yield f"**{literal(line)}**"
            continue
        paragraph = _joined(paragraph, line, words)
        if len(line) < SHORT_LINE * full and SENTENCE_END.search(line):
            yield literal(paragraph)
            paragraph = ""
    if paragraph:
        yield literal(paragraph)


def _is_heading(line: str, following: str) -> bool:
    """Whether a short line may be a heading: it ends no sentence, and what follows starts one."""
    is_item = LIST_ITEM.match(line) or not line[:1].isalnum()
    return following[:1].isupper() and not is_item and not SENTENCE_END.search(line)


def _joined(paragraph: str, line: str, words: Counter[str]) -> str:
    """A paragraph and its next line. A word that the line's end parts is put together if the text has it."""
    if not paragraph:
        return line
    before, after = re.search(r"(\w+)-$", paragraph), re.match(r"[a-z]+", line)
    if before and after:
        whole = words[before[1] + after[0]] > 0
        return paragraph[:-1] + line if whole else paragraph + line
    return f"{paragraph} {line}"
