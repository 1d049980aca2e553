"""The last slide of the deck: what both lanes say, what the decision depends on, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launchready.exchange.deck.drawing import EDGE, Box, Paragraph, Run, badge, badge_run, card, text
from launchready.exchange.deck.slides import INNER, TOP
from launchready.exchange.report.report import Report, SignOff
from launchready.exchange.summary.front import Front
from launchready.exchange.summary.words import LANES, clipped, how_signed, sentence_parts, sign_off_words
from launchready.exchange.tokens import LANE_ROLES, roles, tone

if TYPE_CHECKING:
    from pptx.slide import Slide

_LEFT, _GAP, _HIGH = 6.2, 0.25, 1.9


def decision(slide: Slide, page: Front, report: Report) -> str:
    """Sign-offs at the left; waivers, conditions and who decides at the right; the decision under both."""
    for number, signed in enumerate(report.sign_offs[:2]):
        _sign_off(slide, signed, Box(EDGE, TOP + number * (_HIGH + 0.2), _LEFT, _HIGH))
    right = Box(EDGE + _LEFT + _GAP, TOP, INNER - _LEFT - _GAP, 2 * _HIGH + 0.2)
    card(slide, right)
    text(slide, Box(right.left + 0.25, right.top + 0.2, right.width - 0.5, right.height - 0.4), _depends(page))
    _decided(slide, page, Box(EDGE, TOP + 2 * _HIGH + 0.4, INNER, 0.95))
    return f"Decision: {_title(page)}"


def _title(page: Front) -> str:
    if page.recorded is None:
        return "none recorded yet"
    return page.recorded.title + (f" recorded, {page.verdict} now" if page.recorded.differs else "")


def _sign_off(slide: Slide, signed: SignOff, box: Box) -> None:
    muted, ink = roles()["muted"], roles()[LANE_ROLES[signed.lane]]
    mark, words = sign_off_words(signed)
    card(slide, box)
    inner, width = box.left + 0.25, box.width - 0.5
    text(slide, Box(inner, box.top + 0.18, 0.8, 0.35), [[Run(LANES[signed.lane], 18, ink, bold=True)]])
    badge(slide, inner + 0.8, box.top + 0.18, mark, words)
    who = clipped(sentence_parts(how_signed(signed), signed.at, between=", "), 84)
    said = f"“{clipped(signed.rationale, 110)}”" if signed.rationale else clipped(signed.meaning, 110)
    lines: list[Paragraph] = [[Run(who, 12, muted)]] if who else []
    lines += [[Run(said, 13)]] if said else []
    if signed.position is not None:  # else the badge says all
        lines += [[Run(clipped(signed.state_words, 96), 12, muted)]]
    text(slide, Box(inner, box.top + 0.64, width, box.height - 0.7), lines)


def _depends(page: Front) -> list[Paragraph]:
    muted = roles()["muted"]
    lines: list[Paragraph] = []
    for panel in page.panels[:2]:
        lines += [[Run("", 6)]] if lines else []
        lines.append([Run(f"{panel.title}: ", 14, bold=True), Run(panel.count, 14)])
        for mark, words, about in panel.items:
            lines.append([badge_run(mark, clipped(words, 58), 12)])
            lines.append([Run(clipped(about, 64), 11, muted)])
        if panel.more:
            lines.append([Run(panel.more, 11, muted)])
    lines.append([Run("", 6)])
    lines += [[Run(f"{term}: ", 13, muted), Run(clipped(value, 100), 13)] for term, value in page.closing]
    return lines


def _decided(slide: Slide, page: Front, box: Box) -> None:
    recorded = page.recorded
    mark = recorded.mark if recorded and not recorded.differs else page.mark
    ink, ground = tone(mark)
    card(slide, box, ground=ground, edge=ground, bar=ink)
    if recorded is None:
        lines = [[badge_run(mark, page.verdict, 18), Run("   as things stand; no decision is recorded yet", 13)]]
    elif recorded.differs:
        lines = [[badge_run(mark, f"{page.verdict} now", 18)], [Run(recorded.sentence, 12)]]
    else:
        title = badge_run(mark, f"{recorded.title} recorded", 18)
        lines = [[title, Run(f"   {recorded.when}", 13)], [Run("The decision stands.", 12)]]
    text(slide, Box(box.left + 0.35, box.top, box.width - 0.6, box.height), lines, middle=True)
