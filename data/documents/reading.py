"""Reads a document by the ending of its name, or pasted text, and checks what came out of it."""

import re
from dataclasses import replace
from pathlib import PurePath

from data.documents import pdf_file, plain_text, web_page, word_file
from data.documents.document import (
    FEWEST_WORDS,
    LARGEST_FILE,
    LARGEST_TEXT,
    LONGEST_SENTENCE,
    Document,
    DocumentError,
    clean,
    size,
)
from data.load.source_text import front_matter_values, split_front_matter
from data.load.splitter import plain, sentences

ENDINGS = (".txt", ".md", ".docx", ".html", ".htm", ".pdf")
MACRO_ENDINGS = (".docm", ".dotm")
# Words that a text in English cannot do without, and how much of it they are at least.
ENGLISH = re.compile(r"the|of|and|to|in|a|for|we|our|with|on|that|is|are", re.IGNORECASE)
LEAST_ENGLISH = 0.08
MOST_SENTENCES = 5_000
LONGEST_TITLE = 300  # characters


def read_document(name: str, content: bytes) -> Document:
    """The text of a file. name: of the file, whose ending says what it is.

    Raises DocumentError if it is of another kind, empty, too large, damaged, or locked.
    """
    path = PurePath(name)
    ending = path.suffix.lower()
    if ending in MACRO_ENDINGS:
        raise DocumentError("A Word file with macros is not opened: save it as .docx.")
    if ending not in ENDINGS:
        raise DocumentError(f"“{path.name[-60:]}” is none of {', '.join(ENDINGS)}.")
    plain_text.check_size(content, LARGEST_FILE, "This file")
    match ending:
        case ".docx":
            document = word_file.read(content)
        case ".pdf":
            document = pdf_file.read(content)
        case ".html" | ".htm":
            document = web_page.read(content)
        case _:
            document = _of_text(plain_text.decode(content), is_markdown=ending == ".md")
    return _checked(document)


def read_pasted(text: str) -> Document:
    """Pasted text. Raises DocumentError if it is empty or too large."""
    content = text.encode("utf-8", "ignore")
    plain_text.check_size(content, LARGEST_TEXT, "This text")
    return _checked(_of_text(plain_text.decode(content), is_markdown=False))


def _of_text(text: str, is_markdown: bool) -> Document:
    """Text with or without front matter. With it, or named .md, it is Markdown already."""
    front_matter, below = split_front_matter(clean(text))
    if not is_markdown and not front_matter:
        return Document("", plain_text.markdown(below))
    values = front_matter_values(front_matter)
    return Document(
        values.get("title", ""),
        below,
        date=values.get("date", ""),
        address=values.get("archived_url") or values.get("source_url", ""),
    )


def _checked(document: Document) -> Document:
    """The document, its text cleaned, with a note if it seems to be in another language.

    Raises DocumentError if it has too few words, or more text or longer sentences than can be shown.
    """
    text = clean(document.text).strip()
    length = len(text.encode())
    if length > LARGEST_TEXT:
        raise DocumentError(f"It has {size(length)} of text; at most {size(LARGEST_TEXT)} can be compared.")
    words = re.findall(r"\w+", plain(text))
    if len(words) < FEWEST_WORDS:
        found = "no words" if not words else "one word" if len(words) == 1 else f"{len(words)} words"
        raise DocumentError(f"The text has {found}: at least a sentence is needed.")
    found_sentences = sentences(text)
    if not found_sentences:
        raise DocumentError("The text has headings and no sentence.")
    if len(found_sentences) > MOST_SENTENCES:
        count = f"{len(found_sentences):,}"
        raise DocumentError(f"The text has {count} sentences; at most {MOST_SENTENCES:,} can be compared.")
    longest = max(found_sentences, key=lambda sentence: len(sentence.text))
    if len(longest.text) > LONGEST_SENTENCE:
        raise DocumentError(
            f"No end was found of the sentence that begins “{longest.text[:40]}”: a full stop, a space and a "
            f"capital letter, or an empty line, within {LONGEST_SENTENCE:,} characters."
        )
    notes = document.notes
    if sum(1 for word in words if ENGLISH.fullmatch(word)) < LEAST_ENGLISH * len(words):
        notes += ("The text does not seem to be English. Topics and links are found in English texts only.",)
    title = " ".join(clean(document.title).split())[:LONGEST_TITLE]
    return replace(document, title=title, text=text, notes=notes)
