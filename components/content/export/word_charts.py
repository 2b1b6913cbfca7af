"""Charts in a Word document: those of the presentation, which Word can edit, too.

python-docx has no charts. A chart is drawn on a slide that is thrown away, and its part of the file, with its
workbook, is put into the document.
"""

from typing import cast
from xml.sax.saxutils import quoteattr

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.oxml import parse_xml as parse_pptx
from pptx.oxml.ns import nsdecls as namespaces
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Emu

from components.content.brief.cards import Card
from components.content.export import powerpoint_charts
from components.content.export.handout import plain_lines

TEXT = 0.6  # sizes of letters, as a share of those on a slide
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class Charts:
    """The charts of one document. It keeps the presentation that they are drawn in, and counts them."""

    def __init__(self, document: Docx) -> None:
        self._document = document
        scratch = Presentation()
        self._slides, self._layout = scratch.slides, scratch.slide_layouts[6]
        self._count = 0

    def add(self, card: Card, width: Length, height: Length, style: str) -> bool:
        """Add a paragraph with a card's chart; for a card without one, add nothing and return False."""
        frame = powerpoint_charts.draw(card, self._on_a_slide)
        if frame is None:
            return False
        self._count += 1
        relation = self._document.part.relate_to(self._part(frame), RT.CHART)
        paragraph = self._document.add_paragraph("", style)
        drawing = parse_xml(
            f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}><wp:inline distT='0' distB='0' distL='0' distR='0'>"
            f"<wp:extent cx='{width}' cy='{height}'/><wp:docPr id='{self._count}' "
            f"name={quoteattr(card.heading)} descr={quoteattr(' '.join(plain_lines(card)))}/>"
            f"<a:graphic><a:graphicData uri='{_CHART}'><c:chart xmlns:c='{_CHART}' r:id='{relation}'/>"
            f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        paragraph.add_run()._r.append(drawing)
        return True

    def _on_a_slide(self, kind: TYPE, data: CategoryChartData) -> GraphicFrame:
        shapes = self._slides.add_slide(self._layout).shapes
        # Its place on the slide is of no use.
        return cast("GraphicFrame", shapes.add_chart(kind, *[Emu(0)] * 4, data))

    def _part(self, frame: GraphicFrame) -> Part:
        """The chart as a part of the document, with its workbook."""
        drawn = cast("ChartPart", frame.chart.part)
        package = self._document.part.package
        chart = drawn._element
        for letters in chart.iter(qn("a:defRPr")):
            if size := letters.get("sz"):
                letters.set("sz", str(round(int(size) * TEXT / 50) * 50))
        chart.find(qn("c:chart")).addnext(  # else the chart has a frame
            parse_pptx(f"<c:spPr {namespaces('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
        )
        names = (f"/word/charts/chart{self._count}.xml", f"/word/embeddings/chart{self._count}.xlsx")
        book = Part(PackURI(names[1]), CT.SML_SHEET, drawn.chart_workbook.xlsx_part.blob, package)
        part = Part(PackURI(names[0]), CT.DML_CHART, b"", package)
        chart.find(qn("c:externalData")).set(qn("r:id"), part.relate_to(book, RT.PACKAGE))
        part._blob = serialize_part_xml(chart)
        return part
