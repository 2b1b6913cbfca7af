"""Reads the text of a file that a reader brings. Nothing in it is run, nothing is fetched or kept."""

from data.documents.document import LARGEST_TEXT, Document, DocumentError
from data.documents.reading import ENDINGS, read_document, read_pasted

__all__ = ["ENDINGS", "LARGEST_TEXT", "Document", "DocumentError", "read_document", "read_pasted"]
