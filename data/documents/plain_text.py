"""Reads bytes as text, and text as the splitter needs it."""

import re

from data.documents.document import DocumentError, size

# How files of other kinds begin, and what to do with them.
BEGINNINGS = {
    b"PK\x03\x04": "a Word file or zip: name it .docx if it is one",
    b"%PDF": "a PDF: name it .pdf",
    b"\xd0\xcf\x11\xe0": "an old Word file: save it as .docx",
    b"{\\rtf": "a file in RTF: save it as .docx",
}
# Byte order marks; those of UTF-32 before those of UTF-16, which they begin with.
MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
SAVE_AS = "save it as UTF-8 and try again."
NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_ACCENTED = 0.3  # of the characters of a text in Windows-1252
WRAPPED = 200  # characters: a text with a longer line breaks its lines at the end of paragraphs only
LONGEST_HEADING = 100  # characters
SENTENCE_ENDS = re.compile(r"[.!?:;,”\"’)…—–-]\s*$")
LIST_ITEM = re.compile(r"\s*(?:[-•*+>#|]|\d{1,2}[.)])\s")


def decode(content: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16, UTF-32 or Windows-1252. Raises DocumentError for other bytes."""
    for beginning, name in BEGINNINGS.items():
        if content.startswith(beginning):
            raise DocumentError(f"This is no text but {name}.")
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), _guess(content))
    if not encoding.startswith(("utf-16", "utf-32")) and NOT_TEXT.search(content):
        raise DocumentError("This file holds control characters, as programs and pictures do: it is no text.")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(f"These bytes are no text in {encoding}: {SAVE_AS}") from error
    if encoding == "cp1252" and len(re.findall("[^\x00-\x7f]", text)) > MOST_ACCENTED * len(text):
        raise DocumentError(f"The encoding of this text cannot be told: {SAVE_AS}")
    return text


def _guess(content: bytes) -> str:
    """The encoding of bytes without a byte order mark."""
    half = max(len(content) // 2, 1)
    # Of UTF-16, every other byte is zero in a text of Latin letters.
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if content[first::2].count(0) > 0.7 * half and content[1 - first :: 2].count(0) < 0.1 * half:
            return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def markdown(text: str) -> str:
    """Plain or pasted text as the splitter needs it: paragraphs apart, headings bold.

    Pasted from a page, each line is a paragraph: then one line at least is long. A heading is a short line
    that stands alone, ends with no mark, and has a paragraph below it.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    between = "\n\n" if any(len(line) > WRAPPED for line in lines) else "\n"
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", between.join(lines))]
    blocks = [block for block in blocks if block.strip()]
    followed = [*blocks[1:], ""] if blocks else []
    return "\n\n".join(
        f"**{block.strip()}**" if _is_heading(block, after) else block
        for block, after in zip(blocks, followed, strict=True)
    )


def _is_heading(block: str, after: str) -> bool:
    is_short = "\n" not in block and len(block) <= LONGEST_HEADING and block[:1].isalnum()
    says_more = bool(after) and not LIST_ITEM.match(after)
    return (
        is_short and says_more and not (SENTENCE_ENDS.search(block) or LIST_ITEM.match(block) or "*" in block)
    )


def check_size(content: bytes, most: int, what: str) -> None:
    """Raise DocumentError if there are more bytes than `most`, or none. what: `This file`."""
    if not content.strip():
        raise DocumentError(f"{what} is empty.")
    if len(content) > most:
        raise DocumentError(f"{what} has {size(len(content))}; at most {size(most)} can be read.")
