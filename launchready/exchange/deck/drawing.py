"""What the slides of the deck are drawn with: text boxes, cards, badges, bars and tables, in inches and points.

All are real shapes, to be edited and read aloud. Those that only decorate say so; the others have words of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from launchready.exchange.report.report import Mark
from launchready.exchange.summary.text_widths import lines_about
from launchready.exchange.summary.words import GLYPHS
from launchready.exchange.tokens import FONT, roles, tone

if TYPE_CHECKING:
    from pptx.slide import Slide

WIDTH, HEIGHT = 13.333, 7.5
EDGE = 0.6
_ROW, _TALLEST_ROW = 0.42, 0.58
_BESIDE, _ABOVE = 0.08, 0.05  # margins of a cell
_POINTS = 72  # an inch
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Box(NamedTuple):
    """Where something stands on the slide, in inches."""

    left: float
    top: float
    width: float
    height: float


class Run(NamedTuple):
    """Text in one look; `ink` is a colour, `size` in points."""

    text: str
    size: float = 14
    ink: str = ""
    bold: bool = False


Paragraph = Sequence[Run]


def badge_run(mark: Mark, words: str, size: float = 14) -> Run:
    """A shape with its words, in its colour."""
    return Run(f"{GLYPHS[mark]} {words}", size, tone(mark)[0], bold=True)


def text(
    slide: Slide,
    box: Box,
    paragraphs: Iterable[Paragraph],
    *,
    middle: bool = False,
    right: bool = False,
    tabbed: bool = False,
) -> None:
    """A text box that wraps, unless there is no text; `tabbed`, what follows a tab ends at its right edge.

    Its name in the selection pane is its first words.
    """
    lines = [runs for runs in paragraphs if runs]
    words = " ".join(run.text for runs in lines for run in runs).strip()
    if words:
        shape = slide.shapes.add_textbox(*_emu(box))
        _fill_frame(shape.text_frame, lines, middle=middle, right=right)
        if tabbed:
            _tab(shape.text_frame, shape.width)
        shape.name = words[:40].replace("\t", "")


def card(slide: Slide, box: Box, *, ground: str = "", edge: str = "", bar: str = "") -> None:
    """A panel behind other things, with one-pixel edges, or a bar of colour at its left."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Pt

    panel = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(box))
    _paint(panel, ground or roles()["surface"])
    panel.line.color.rgb = _rgb(edge or roles()["line"])
    panel.line.width = Pt(0.75)
    _decorates(panel, "Panel")
    if bar:
        strip = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(Box(box.left, box.top, 0.08, box.height)))
        _paint(strip, bar)
        strip.line.fill.background()
        _decorates(strip, "Edge")


def bar(slide: Slide, box: Box, part: float, ink: str, words: str) -> None:
    """How much of a whole, which `words` say as well."""
    from pptx.enum.shapes import MSO_SHAPE

    for width, colour, name in ((box.width, roles()["line"], "Whole"), (box.width * part, ink, "Part")):
        if width > 0:
            strip = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(box._replace(width=width)))
            _paint(strip, colour)
            strip.line.fill.background()
            strip.name = name
            _described(strip, words)


def badge(slide: Slide, left: float, top: float, mark: Mark, words: str) -> None:
    """A verdict or a sign-off: shape and words on their soft ground."""
    from pptx.enum.shapes import MSO_SHAPE

    box = Box(left, top, 0.42 + 0.093 * len(words), 0.34)
    pill = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_emu(box))
    pill.adjustments[0] = 0.5
    _paint(pill, tone(mark)[1])
    pill.line.fill.background()
    pill.name = words
    _fill_frame(pill.text_frame, [[badge_run(mark, words, 12)]], middle=True, centred=True, wrap=False)


def table(
    slide: Slide,
    box: Box,
    titles: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[Paragraph]],
    words: str,
) -> int:
    """A table with a header row; `widths` are shares of the box, `words` say what it lists.

    Returns how many of the rows it shows: those that fit in the box.
    """
    from pptx.util import Inches

    shares = [box.width * width / sum(widths) for width in widths]
    rows = rows[: _fitting(rows, shares, box.height - _ROW)]
    high = min(max(box.height / (len(rows) + 1), _ROW), _TALLEST_ROW)
    frame = slide.shapes.add_table(len(rows) + 1, len(titles), *_emu(box._replace(height=high * len(rows) + _ROW)))
    frame.name = words
    _described(frame, words)
    grid = frame.table
    grid.horz_banding = False
    grid.first_row = True
    frame.element.xpath(".//a:tableStyleId")[0].text = _PLAIN_TABLE
    for number, width in enumerate(shares):
        grid.columns[number].width = Inches(width)
    head = [[Run(title, 12, roles()["muted"], bold=True)] for title in titles]
    for number, row in enumerate((head, *rows)):
        grid.rows[number].height = Inches(high if number else _ROW)
        for column_number, paragraph in enumerate(row):
            _fill_cell(grid.cell(number, column_number), paragraph, strong=number == 0)
    return len(rows)


def _fitting(rows: Sequence[Sequence[Paragraph]], widths: Sequence[float], room: float) -> int:
    """How many rows fit, if each is as high as its highest cell, and none lower than two lines."""
    for number, row in enumerate(rows):
        room -= max(_TALLEST_ROW, *map(_height, row, widths))
        if room < 0:
            return number
    return len(rows)


def _height(paragraph: Paragraph, width: float) -> float:
    """Of a cell, in inches, in this type or a somewhat wider one that stands in for it."""
    size = max((run.size for run in paragraph), default=0) / _POINTS
    if not size:
        return 0
    weight = 600 if any(run.bold for run in paragraph) else 400
    lines = lines_about("".join(run.text for run in paragraph), (width - 2 * _BESIDE) / size * 0.95, weight)
    return lines * size * 1.2 + 2 * _ABOVE


def _fill_cell(cell: Any, paragraph: Paragraph, *, strong: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR
    from pptx.oxml import parse_xml
    from pptx.util import Inches

    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Inches(_BESIDE)
    cell.margin_top = cell.margin_bottom = Inches(_ABOVE)
    _fill_frame(cell.text_frame, [paragraph], middle=True, margins=False)
    colour = roles()["line_strong" if strong else "line"].lstrip("#")
    line = (
        '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


def _fill_frame(
    frame: Any,
    paragraphs: Iterable[Paragraph],
    *,
    middle: bool = False,
    right: bool = False,
    centred: bool = False,
    margins: bool = True,
    wrap: bool = True,
) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    frame.word_wrap = wrap
    if margins:
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(0)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
        paragraph.space_after = Pt(4) if margins and not centred else Pt(0)
        for run in runs:
            write_run(paragraph.add_run(), run)


def _tab(frame: Any, at: int) -> None:
    from pptx.oxml import parse_xml

    stop = (
        '<a:tabLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:tab pos="{at}" algn="r"/></a:tabLst>'
    )
    for paragraph in frame.paragraphs:
        paragraph._p.get_or_add_pPr().append(parse_xml(stop))


def write_run(made: Any, run: Run) -> None:
    """Puts text and look into a run of a presentation."""
    from pptx.util import Pt

    made.text = run.text.replace("\n", " ")
    made.font.name = FONT
    made.font.size = Pt(run.size)
    made.font.bold = run.bold
    made.font.color.rgb = _rgb(run.ink or roles()["text"])


def _paint(shape: Any, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)
    for style in shape.element.xpath("./p:style"):  # the theme's shadow and edge
        shape.element.remove(style)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def _emu(box: Box) -> tuple[Any, Any, Any, Any]:
    from pptx.util import Inches

    return Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)


def _described(shape: Any, words: str) -> None:
    shape.element.xpath(".//p:cNvPr")[0].set("descr", words)


def _decorates(shape: Any, name: str) -> None:
    from pptx.oxml import parse_xml

    shape.name = name
    shape.element.xpath(".//p:cNvPr")[0].append(parse_xml(_DECORATIVE))
