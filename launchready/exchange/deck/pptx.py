"""The readiness deck: five slides, 16:9, on PowerPoint's own layouts so that anybody can go on from there.

The type is Inter by name, with its family told, so that a machine without it takes another sans serif.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from launchready.exchange.deck import decision, slides
from launchready.exchange.deck.drawing import EDGE, HEIGHT, WIDTH, Box, Run, text, write_run
from launchready.exchange.deck.notes import notes
from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary.front import typeset
from launchready.exchange.summary.words import cleaned, clipped, in_words
from launchready.exchange.tokens import FONT, roles

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

SLIDES = (
    slides.verdict,
    slides.lanes,
    slides.blockers,
    slides.claims,
    decision.decision,
)
TITLE_ONLY = 5
OLDEST = (1980, 1, 1, 0, 0, 0)  # the one time that every archive may hold
_THEME_COLOURS = {
    "dk2": "text",
    "lt2": "background",
    "accent1": "accent",
    "accent2": "pm",
    "accent3": "pmm",
    "accent4": "joint",
    "accent5": "go",
    "accent6": "no_go",
    "hlink": "accent",
    "folHlink": "accent",
}


def write(export: Export) -> bytes:
    """The presentation."""
    from pptx import Presentation

    report = cleaned(export.report)
    page = typeset(report)
    deck = Presentation()
    _widen(deck)
    _described(deck, page.name, export.now)
    layout = deck.slide_layouts[TITLE_ONLY]
    for number, (draw, spoken) in enumerate(zip(SLIDES, notes(report), strict=True), 1):
        slide = deck.slides.add_slide(layout)
        _finish(slide, draw(slide, page, report), report, number)
        if spoken:
            slide.notes_slide.notes_text_frame.text = spoken
    out = io.BytesIO()
    deck.save(out)
    return repeatable(out.getvalue())


def _widen(deck: Deck) -> None:
    """Makes the slides 16:9, and with them the layouts, which the default has for 4:3."""
    from pptx.util import Inches

    width, height = Inches(WIDTH), Inches(HEIGHT)
    share = width / (deck.slide_width or width)
    deck.slide_width, deck.slide_height = width, height
    for place in (deck.slide_master, *deck.slide_layouts):
        for shape in place.shapes:
            if place is deck.slide_master or shape.element.xpath(".//a:xfrm"):
                shape.left, shape.width = round(shape.left * share), round(shape.width * share)


def _described(deck: Deck, name: str, now: dt.datetime) -> None:
    made = now.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = f"{name}: launch readiness"[:255], "Launchready", "Launchready"
    about.created = about.modified = made
    about.revision = 1


def _finish(slide: Slide, title: str, report: Report, number: int) -> None:
    """The title, which is a real one, and the foot of the slide."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    heading: Any = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = (
        Inches(side) for side in (EDGE, 0.45, WIDTH - 2 * EDGE, 0.9)
    )
    frame = heading.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(0)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    shown = clipped(title, 110)
    write_run(frame.paragraphs[0].add_run(), Run(shown, 28 if len(shown) < 56 else 24, bold=True))
    muted = roles()["muted"]
    foot = f"{clipped(report.name, 70) or 'Unnamed launch'} · as of {in_words(report.generated_at)}"
    text(slide, Box(EDGE, 7.02, 10, 0.25), [[Run(foot, 10, muted)]])
    text(slide, Box(WIDTH - EDGE - 2, 7.02, 2, 0.25), [[Run(f"{number} of {len(SLIDES)}", 10, muted)]], right=True)


def repeatable(archive: bytes) -> bytes:
    """The same archive with the theme in our colours and type, and no time of its making in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            content = made.read(entry)
            if entry.filename.startswith("ppt/theme/theme"):
                content = _themed(content.decode()).encode()
            plain = zipfile.ZipInfo(entry.filename, OLDEST)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o644 << 16
            kept.writestr(plain, content)
    return out.getvalue()


def _themed(theme: str) -> str:
    for name, role in _THEME_COLOURS.items():
        colour = roles()[role].lstrip("#").upper()
        theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', theme, flags=re.S)
    latin = f'<a:latin typeface="{FONT}" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
    return re.sub(r"(<a:(?:major|minor)Font>\s*)<a:latin [^>]*/>", rf"\g<1>{latin}", theme)
