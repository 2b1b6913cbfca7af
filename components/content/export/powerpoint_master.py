"""The slide master: python-pptx's template with our size, fonts, colours and layouts.

It is made in code, so that a change of it can be read, and so that its colours are the dataset's. All looks
stand in the master and in the layouts: slides inherit them, and another template can replace them.

Lengths are points on a slide of 960 × 540. Placeholders are found by their index.
"""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from components.content.charts import palette
from components.content.export.typography import ARABIC, HANGUL, SANS, SERIF
from data import queries
from data.load.dataset import Dataset

SLIDE = 960, 540
LEFT, WIDTH = 54, 852  # of everything on a slide
TITLE_TOP, TITLE_HEIGHT = 28, 72
LEAD_TOP, LEAD_HEIGHT = 102, 38
BODY_TOP, FOOT_TOP = 144, 500
BODY_HEIGHT = FOOT_TOP - 8 - BODY_TOP
QUOTE_TOP, BAR = 122, 6  # top of a quote, and width of the bar in its theme's colour
QUOTE_LEFT = LEFT + 24
COLUMN, COLUMN_HEIGHT = 408, 366  # of a column on the last slide
MUTED, RULE = 0.68, 0.25  # share of ink in small text and in thin lines

TITLE, TEXT, LEAD, CODES, FACTS, FOOT, NUMBER = 0, 1, 13, 14, 15, 11, 12  # indexes of placeholders
COVER, QUOTE, CHART, LIST, SOURCES = range(5)  # indexes of layouts


class Box(NamedTuple):
    """A placeholder of a layout. kind: its type in the file. number: its index. serif: in the font of titles.
    muted: paler."""

    kind: str
    number: int
    name: str
    left: float
    top: float
    width: float
    height: float
    size: int
    serif: bool = False
    muted: bool = False
    anchor: str = "t"
    align: str = "l"


_TITLE = Box("title", TITLE, "Title", LEFT, TITLE_TOP, WIDTH, TITLE_HEIGHT, 28, serif=True, anchor="b")
_FOOT = Box("ftr", FOOT, "Source", LEFT, FOOT_TOP + 2, WIDTH - 60, 30, 11, muted=True)
_NUMBER = Box("sldNum", NUMBER, "Number", LEFT + WIDTH - 54, FOOT_TOP + 2, 54, 30, 11, muted=True, align="r")
_LEAD = Box("body", LEAD, "Lead", LEFT, LEAD_TOP, WIDTH, LEAD_HEIGHT, 16, muted=True)
_BODY = Box("body", TEXT, "Text", LEFT, BODY_TOP, WIDTH, BODY_HEIGHT, 24, anchor="ctr")
# By layout: index in python-pptx's template, name, and placeholders.
_LAYOUTS = {
    COVER: (
        0,
        "Cover",
        (
            Box("ctrTitle", TITLE, "Title", LEFT, 96, WIDTH, 150, 44, serif=True, anchor="b"),
            Box("subTitle", TEXT, "Statement, filter and day", LEFT, 258, WIDTH, 56, 18, muted=True),
        ),
    ),
    QUOTE: (
        1,
        "Quote",
        (
            _TITLE,
            Box("body", TEXT, "Quote", QUOTE_LEFT, QUOTE_TOP, WIDTH - 24, 240, 28, serif=True, anchor="ctr"),
            Box("body", CODES, "Place and codes", QUOTE_LEFT, 366, WIDTH - 24, 24, 14, muted=True),
            Box("body", FACTS, "What it says", LEFT, 402, WIDTH, 90, 20),
            _FOOT,
            _NUMBER,
        ),
    ),
    CHART: (5, "Chart", (_TITLE, _LEAD, _FOOT, _NUMBER)),
    LIST: (2, "List", (_TITLE, _BODY, _FOOT, _NUMBER)),
    SOURCES: (
        3,
        "Sources",
        (
            _TITLE,
            Box("body", TEXT, "Sources", LEFT, 122, COLUMN, COLUMN_HEIGHT, 16),
            Box(
                "body", FACTS, "How to read the codes", LEFT + WIDTH - COLUMN, 122, COLUMN, COLUMN_HEIGHT, 16
            ),
            _NUMBER,
        ),
    ),
}


def blank(ds: Dataset) -> Pptx:
    """A presentation without slides, with our master. The colours of its theme are those of the dataset's
    first six themes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = map(Pt, SLIDE)
    layouts = list(deck.slide_layouts)
    ours = [layouts[number] for number, _, _ in _LAYOUTS.values()]
    _set_theme(deck.slide_master.part.part_related_by(RT.THEME), ds)
    _set_master(deck.slide_master)
    for layout, (_, name, boxes) in zip(ours, _LAYOUTS.values(), strict=True):
        _set_layout(layout, name, boxes)
    for layout in layouts:
        if layout not in ours:
            deck.slide_layouts.remove(layout)
    ids = deck.slide_master.element.get_or_add_sldLayoutIdLst()
    by_relation = {element.rId: element for element in list(ids)}
    for layout in ours:  # in the order of the constants
        ids.append(by_relation[deck.slide_master.part.relate_to(layout.part, RT.SLIDE_LAYOUT)])
    return deck


def _set_theme(part: Part, ds: Dataset) -> None:
    """Set the colours and fonts of the document's theme, which everything refers to by name."""
    theme = parse_xml(part.blob)
    theme.set("name", "Linchpin")
    ink, ground = palette.INK["light"], palette.GROUND["light"]
    themes = [*palette.colours(queries.codes(ds, "theme")).values(), *[palette.NEUTRAL] * 6]
    colours = {
        "dk1": ink,
        "lt1": ground,
        "dk2": palette.hexadecimal(palette.mixed(ink, ground, MUTED)),
        "lt2": palette.hexadecimal(palette.mixed(ink, ground, RULE)),
        **{f"accent{number}": colour for number, colour in enumerate(themes[:6], start=1)},
        "hlink": palette.ACCENT,
        "folHlink": palette.ACCENT,
    }
    for name, colour in colours.items():
        slot = next(theme.iter(qn(f"a:{name}")))
        slot.clear()
        slot.append(slot.makeelement(qn("a:srgbClr"), {"val": colour[1:]}))
    for place, font in (("majorFont", SERIF), ("minorFont", SANS)):
        fonts = next(theme.iter(qn(f"a:{place}")))
        fonts.find(qn("a:latin")).set("typeface", font)
        for script, other in (("Hang", HANGUL), ("Arab", ARABIC)):
            (found,) = (one for one in fonts.findall(qn("a:font")) if one.get("script") == script)
            found.set("typeface", other)
    part._blob = serialize_part_xml(theme)


def _set_master(master: SlideMaster) -> None:
    """Set the master's placeholders, the styles of text, and the thin line above the foot."""
    styles = master.element.find(qn("p:txStyles"))  # python-pptx has no property for it
    styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr")).set("algn", "l")
    text = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    text.set("marL", "0")
    text.set("indent", "0")
    text.find(qn("a:spcBef")).find(qn("a:spcPct")).set("val", "0")
    text.replace(text.find(qn("a:buChar")), text.makeelement(qn("a:buNone"), {}))
    # In the master, the placeholders of text and foot have indexes of their own.
    boxes = (_TITLE, _BODY, _FOOT._replace(number=3), _NUMBER._replace(number=4))
    _set_boxes(master.shapes._spTree, boxes)
    x, y, width = Pt(LEFT), Pt(FOOT_TOP), Pt(WIDTH)
    line = parse_xml(
        f"<p:cxnSp {nsdecls('p', 'a')}><p:nvCxnSpPr><p:cNvPr id='99' name='Line'/><p:cNvCxnSpPr/><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr><a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='{width}' cy='0'/></a:xfrm>"
        f"<a:prstGeom prst='line'><a:avLst/></a:prstGeom><a:ln w='9525'><a:solidFill>"
        f"<a:schemeClr val='bg2'/></a:solidFill></a:ln></p:spPr></p:cxnSp>"
    )
    master.shapes._spTree.append(line)


def _set_layout(layout: SlideLayout, name: str, boxes: tuple[Box, ...]) -> None:
    layout.element.cSld.set("name", name)
    if name == "Cover":  # without the line above the foot
        layout.element.set("showMasterSp", "0")
    else:
        layout.element.attrib.pop("type", None)  # it would name the placeholders of python-pptx's layout
    _set_boxes(layout.shapes._spTree, boxes)


def _set_boxes(tree: CT_GroupShape, boxes: tuple[Box, ...]) -> None:
    """Replace all shapes of a master or a layout by placeholders."""
    for shape in tree.findall(qn("p:sp")):
        tree.remove(shape)
    for number, box in enumerate(boxes, start=2):
        tree.append(parse_xml(_placeholder(number, box)))


def _placeholder(number: int, box: Box) -> str:
    """A placeholder as XML. number: the shape's id."""
    x, y, width, height = map(Pt, box[3:7])
    font, colour = ("+mj" if box.serif else "+mn"), ("tx2" if box.muted else "tx1")
    index = "" if box.kind in ("title", "ctrTitle") else f" idx='{box.number}'"
    field = "<a:fld id='{C1FF6DA9-008F-8B48-92A6-B652298478BF}' type='slidenum'><a:rPr lang='en-US'/>"
    words = f"{field}<a:t>‹#›</a:t></a:fld>" if box.kind == "sldNum" else f"<a:r><a:t>{box.name}</a:t></a:r>"
    return (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='{number}' name={quoteattr(box.name)}/><p:cNvSpPr>"
        f"<a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph type='{box.kind}'{index}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
        f"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr>"
        f"<p:txBody><a:bodyPr lIns='0' tIns='0' rIns='0' bIns='0' anchor='{box.anchor}'><a:noAutofit/>"
        f"</a:bodyPr><a:lstStyle><a:lvl1pPr marL='0' indent='0' algn='{box.align}'><a:buNone/>"
        f"<a:defRPr sz='{box.size * 100}'><a:solidFill><a:schemeClr val='{colour}'/></a:solidFill>"
        f"<a:latin typeface='{font}-lt'/><a:ea typeface='{font}-ea'/><a:cs typeface='{font}-cs'/></a:defRPr>"
        f"</a:lvl1pPr></a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )
