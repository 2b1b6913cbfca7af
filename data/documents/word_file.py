"""Reads a Word file (.docx): its paragraphs, lists and headings; no macro, picture or linked file."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from data.documents.archive import check_archive
from data.documents.document import Document, DocumentError, literal

OLD_KIND = b"\xd0\xcf\x11\xe0"  # how a .doc begins, and a .docx with a password
LONGEST_HEADING = 200  # characters of a paragraph that is all bold
BOLD = "./w:rPr/w:b[not(@w:val) or (@w:val!='0' and @w:val!='false')]"
W_P, W_T, W_R = qn("w:p"), qn("w:t"), qn("w:r")
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
# Text that was moved away, and what older programs show in place of a text box: it stands there twice.
LEFT_OUT = {qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def read(content: bytes) -> Document:
    """The text of a Word file. Raises DocumentError if it is none, too large when unpacked, or locked."""
    if content.startswith(OLD_KIND):
        raise DocumentError("This file has a password or is of an old kind: save it as .docx without one.")
    names = check_archive(content, "Word file")
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = list(_blocks(document))
        title = document.core_properties.title or ""
    except Exception as error:  # of zipfile, lxml and python-docx: whatever a broken file makes them raise
        raise DocumentError("This is no Word file that can be read: save it as .docx again.") from error
    macros = any(name.endswith("vbaProject.bin") for name in names)
    notes = ("The file holds macros. They were not run.",) if macros else ()
    return Document(title, "\n\n".join(blocks), notes)


def _blocks(document: WordDocument) -> Iterator[str]:
    """The paragraphs as Markdown, in the order of the file, those in tables and text boxes too."""
    headings = {
        style.style_id
        for style in document.styles
        if (style.name or "").startswith(("Heading", "heading", "Title"))
    }
    for paragraph in document.element.body.iter(W_P):
        text = literal("".join(_text(paragraph))).strip()
        if not text:
            continue
        style = paragraph.style or ""
        if style in headings or (len(text) <= LONGEST_HEADING and _is_bold(paragraph)):
            yield f"**{' '.join(text.split())}**"
        elif paragraph.xpath("./w:pPr/w:numPr") or style.startswith("List"):
            yield f"- {text}"
        else:
            yield text


def _text(paragraph: CT_P) -> Iterator[str]:
    """The words of a paragraph, as if all its tracked changes were accepted; not those of a box in it."""
    for node in paragraph.iter(W_T, *BREAKS):
        inside = []
        for above in node.iterancestors():
            if above.tag == W_P:
                break
            inside.append(above.tag)
        if above is paragraph and LEFT_OUT.isdisjoint(inside):
            yield BREAKS.get(node.tag) or node.text or ""


def _is_bold(paragraph: CT_P) -> bool:
    """Whether every run with words is bold."""
    runs = [run for run in paragraph.iter(W_R) if "".join(run.itertext(W_T)).strip()]
    return bool(runs) and all(run.xpath(BOLD) for run in runs)
