"""Reads a web page (.html): its words, headings and lists; no script, picture or linked file."""

import re
from collections.abc import Iterator

from lxml import etree, html

from data.documents.document import Document, DocumentError, literal
from data.documents.plain_text import MARKS, decode

LEFT_OUT = {
    *("script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button", "svg"),
    *("iframe", "object", "embed", "select", "textarea", "audio", "video", "canvas", "math"),
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {
    *("p", "div", "section", "article", "main", "header", "blockquote", "pre", "table", "tr", "td", "th"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "address", "hr", "body"),
}
BOLD = {"b", "strong", "u"}
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
ITEM, ITEM_END = "<li>", "</li>"  # no words of a page, whose marks are escaped
DEEPEST = 200  # elements within each other


def read(content: bytes) -> Document:
    """The words of a page: of its <main> or <article>, if it has one. Raises DocumentError if it has none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(_decode(content).encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError("No words were found in this page.") from error
    title = " ".join((page.findtext(".//title") or "").split())
    main = next(
        (found for name in ("main", "article") if len(found := page.findall(f".//{name}")) == 1), [page]
    )
    blocks = re.split(r"\n{2,}", "".join(_pieces(main[0])))
    return Document(title, "\n\n".join(block.strip() for block in blocks if block.strip("* \n-")))


def _decode(content: bytes) -> str:
    """The source of a page, by its byte order mark, or the encoding that it names, or as any text."""
    named = CHARSET.search(content[:4096])
    if named and not content.startswith(tuple(MARKS)):
        try:
            return content.decode(named[1].decode())
        except (LookupError, UnicodeError):
            pass  # it names an encoding that it does not have
    return decode(content)


def _pieces(top: etree._Element) -> Iterator[str]:
    """The words of an element in Markdown, an empty line around every block."""
    waits = False  # for the first words of a list's item: its mark
    for piece in _marked(top):
        if piece in (ITEM, ITEM_END):
            waits = piece == ITEM
            yield "\n\n"
        elif not waits:
            yield piece
        elif piece.strip():
            yield f"- {piece.lstrip()}"
            waits = False


def _marked(top: etree._Element) -> Iterator[str]:
    """As `_pieces`, but with ITEM and ITEM_END where an item of a list begins and ends."""
    depth = bold = 0
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(top, events=("start", "end")):
        name = element.tag
        if event == "start":
            depth += 1
            if depth > DEEPEST:
                raise DocumentError("The elements of this page stand too deep in each other to be read.")
            if skipped is None and name in LEFT_OUT:
                skipped = element
            if skipped is not None:
                continue
            yield ITEM if name == "li" else "\n\n" if name in BLOCKS else "\n" if name == "br" else ""
            if name in BOLD | HEADINGS:
                bold += 1
                yield "**" if bold == 1 else ""
            yield _words(element.text)
            continue
        depth -= 1
        if skipped is None:
            if name in BOLD | HEADINGS:
                bold -= 1
                yield "**" if bold == 0 else ""
            yield ITEM_END if name == "li" else "\n\n" if name in BLOCKS else ""
        elif skipped is element:
            skipped = None
        if skipped is None and element is not top:
            yield _words(element.tail)


def _words(text: str | None) -> str:
    """Words between two tags: white space is one space there."""
    return re.sub(r"\s+", " ", literal(text)) if text else ""
