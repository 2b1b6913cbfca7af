"""Documents of all kinds as text, and hostile ones as messages."""

import contextlib
import io
import time
import tracemalloc
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from data.documents import DocumentError, read_document, read_pasted
from data.load.splitter import sentences

SENTENCE = "We, the leaders of North and South, agree on the café of “peace”."
HANGUL = "두 정상은 평화를 위해 협력하기로 합의했다. 우리는 함께 한다. 오늘 다시 만났다."


def word(paragraphs=(SENTENCE,), more=None):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if more:
        more(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(content, name, data, method=zipfile.ZIP_DEFLATED):
    """A Word file with one part put in, or in place of one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", method) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return out.getvalue()


def pdf(*pages, password=""):
    """A PDF whose pages have these lines of text."""
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in
         {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}.items()}
    )  # fmt: skip
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        stream = DecodedStreamObject()
        drawn = "".join(f"1 0 0 1 50 {750 - 14 * row} Tm ({line}) Tj\n" for row, line in enumerate(lines))
        stream.set_data(f"BT /F 12 Tf {drawn} ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def said(name, content):
    return [(one.section, one.text) for one in sentences(read_document(name, content).text)]


HTML = f"""<!doctype html><html><head><title>A &amp; B</title><script>var x = "We ran";</script></head><body>
<nav><a href="/">Menu of the site</a></nav><main><h2>Peace</h2><p>{SENTENCE}</p><img src="https://x.org/p.png">
<ul><li>Ships sail.</li><li>5 &lt; 6 *stars*.</li></ul></main><footer>Foot of it</footer></body></html>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", SENTENCE.encode()),
        ("A.TXT", SENTENCE.encode("utf-8-sig")),
        ("a.txt", SENTENCE.encode("cp1252")),
        ("a.txt", SENTENCE.encode("utf-16")),
        ("a.txt", SENTENCE.encode("utf-16-le")),
        ("a.txt", SENTENCE.encode("utf-16-be")),
        ("a.txt", SENTENCE.encode("utf-32")),
        ("a.txt", SENTENCE.replace("ea", "e\u00ada").replace("N", "\u200f\u202bN\u202c").encode()),
        ("a.txt", SENTENCE.replace("é", "e\u0301").replace(" ", "\r\n").encode()),
        ("a.md", f"---\ntitle: A\n---\n\n{SENTENCE}\n".encode()),
        ("a.docx", word()),
        ("a.html", f"<p>{SENTENCE}".encode()),
        ("a.htm", f"<meta charset='windows-1252'><p>{SENTENCE}".encode("cp1252")),
        ("a.html", f"<div><p>We, the leaders<script>x()</script> of{SENTENCE[18:]}</div>".encode()),
        ("a.pdf", pdf([SENTENCE[:28], SENTENCE[29:]])),
    ],
)
def test_every_kind_and_encoding_gives_the_same_sentence(name, content):
    assert said(name, content) == [("", SENTENCE)]


def test_a_page_gives_its_main_words_its_headings_and_its_lists():
    document = read_document("a.html", HTML.encode())
    assert document.title == "A & B"
    assert said("a.html", HTML.encode()) == [
        ("Peace", SENTENCE), ("Peace", "Ships sail."), ("Peace", "5 < 6 *stars*.")
    ]  # fmt: skip
    assert "We ran" not in document.text


def test_an_item_whose_words_are_a_block_of_their_own_is_still_an_item():
    items = "<li><div><p>Ships sail.</p></div></li><li>\n<p><b>Peace</b> lasts.</p></li><li></li>"
    page = f"<p>We agree:</p><ul>{items}</ul><p>So be it.</p>"
    assert read_document("a.html", page.encode()).text.split("\n\n") == [
        "We agree:", "- Ships sail.", "- **Peace** lasts.", "So be it."
    ]  # fmt: skip


def test_a_word_file_gives_headings_lists_tables_and_tracked_insertions():
    def more(document):
        document.add_heading("Peace", 2)
        paragraph = document.add_paragraph("Both sides agree")
        for kind, words in (("ins", " today."), ("del", " never")):
            tag = "t" if kind == "ins" else "delText"
            paragraph._p.append(
                parse_xml(f"<w:{kind} {nsdecls('w')} w:id='1'><w:r><w:{tag} xml:space='preserve'>{words}"
                          f"</w:{tag}></w:r></w:{kind}>")
            )  # fmt: skip
        document.add_paragraph("Ships sail.", "List Bullet")
        document.add_table(1, 1).cell(0, 0).text = "In a table."

    assert said("a.docx", word(more=more)) == [
        ("", SENTENCE),
        *(("Peace", text) for text in ("Both sides agree today.", "Ships sail.", "In a table.")),
    ]


def test_pasted_lines_are_paragraphs_and_short_ones_headings():
    long = f"{SENTENCE} " * 4
    for between in ("\n", "\n\n", "\r\n", "\n\n\n"):
        found = sentences(read_pasted(between.join(["Peace", long.strip(), "Trade", long.strip()])).text)
        assert [one.section for one in found] == ["Peace"] * 4 + ["Trade"] * 4
    assert len({one.passage_id[:3] for one in found}) == 2


def test_stars_in_a_pdf_are_stars():
    line = "Trade grew by 5%** in 2021, and by 3%** in 2022."
    assert said("a.pdf", pdf([line])) == [("", line)]


def test_the_lines_of_a_pdf_are_put_together():
    lines = [
        "A Joint Statement",
        "We, the leaders of North and South, agree on coopera-",
        "tion and on peace.",
        "Our cooperation is a long-",
        "term aim of both of our sides and of all our friends.",
        "1",
    ]
    assert said("a.pdf", pdf(lines)) == [
        ("A Joint Statement", "We, the leaders of North and South, agree on cooperation and on peace."),
        (
            "A Joint Statement",
            "Our cooperation is a long-term aim of both of our sides and of all our friends.",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", "\ufeff\u200b\u00ad".encode(), "no words"),
        ("a.txt", b"x" * 10_000_000, "has 10.0 MB; at most 5.0 MB"),
        ("a.txt", f"{SENTENCE} ".encode() * 4000, "at most 200 kB"),
        ("a.txt", bytes(range(256)) * 20, "control characters"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "control characters"),
        ("a.txt", word(), "a Word file or zip"),
        ("a.txt", pdf([SENTENCE]), "name it .pdf"),
        ("a.txt", HANGUL.encode("cp949"), "save it as UTF-8"),
        ("a.txt", b"Peace", "one word"),
        ("a.txt", b"and " * 20_000, "No end was found"),
        ("a.txt", b"Go. " * 20_000, "20,000 sentences"),
        ("a.docm", word(), "macros"),
        ("a.exe", b"MZ", "is none of .txt, .md"),
        ("a.docx", b"PK\x03\x04 no more", "no Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0 locked", "password"),
        ("a.docx", with_part(word(), "word/bomb.xml", b"\0" * 9_000_000), "Unpacked"),
        ("a.docx", with_part(word(), "word/document.xml",
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "external entities"),
        ("a.docx", with_part(word(), "word/document.xml", b"<a>"), "no Word file that can be read"),
        ("a.html", b"<script>alert('We agree on the peace of all')</script>", "no words"),
        ("a.html", b"<div>" * 5000 + SENTENCE.encode(), "too deep"),
        ("a.pdf", pdf([SENTENCE], password="secret"), "password"),
        ("a.pdf", pdf([], []), "pictures of pages"),
        ("a.pdf", b"%PDF-1.7 no more", "no PDF that can be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(name, content, message):
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(DocumentError, match=message):
        read_document(name, content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - start < 5
    assert peak < 150_000_000


def test_what_is_left_out_or_doubtful_is_noted():
    assert read_document("a.docx", with_part(word(), "word/vbaProject.bin", b"x")).notes == (
        "The file holds macros. They were not run.",
    )
    (note,) = read_document("a.txt", HANGUL.encode()).notes
    assert "English" in note


def test_nothing_of_a_document_is_printed_or_logged(capfd, logged):
    for name, content in (
        ("a.pdf", b"%PDF-1.4\n" + pdf([SENTENCE])[9:-60]),
        ("a.html", b"<p " + HTML.encode()),
    ):
        with contextlib.suppress(DocumentError):
            read_document(name, content)
    assert capfd.readouterr() == ("", "")
    assert not logged


@settings(deadline=None)  # the first document of a kind waits for its reader to be imported
@given(st.sampled_from(["a.txt", "a.md", "a.docx", "a.html", "a.pdf"]), st.binary(max_size=200))
def test_any_bytes_are_a_text_or_a_message(name, content):
    with contextlib.suppress(DocumentError):
        assert read_document(name, content).text
