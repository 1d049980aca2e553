"""The five slides of the readiness deck: verdict, lanes, blockers, claims, decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launchready.exchange.deck.drawing import (
    EDGE,
    WIDTH,
    Box,
    Paragraph,
    Run,
    badge,
    badge_run,
    bar,
    card,
    table,
    text,
)
from launchready.exchange.report.report import Claim, Mark, Report
from launchready.exchange.summary.front import Card, Front, Row, side_by_side
from launchready.exchange.summary.words import GLYPHS, LANES, SUPPORT_MARKS, clipped, counted, sentence_parts
from launchready.exchange.tokens import LANE_ROLES, roles, tone

if TYPE_CHECKING:
    from pptx.slide import Slide

TOP = 1.55  # under the title
INNER = WIDTH - 2 * EDGE
MOST_REASONS = 8
MOST_CLAIMS = 8
_TABLE = Box(EDGE, TOP, INNER, 5.07)
_FACTS = (0.26, 0.14, 0.26, 0.22, 0.12)  # shares of the width: days need more of it than a tier


def verdict(slide: Slide, page: Front, report: Report) -> str:
    """The joint decision, with what a reader has to know of the launch."""
    del report
    ink, ground = tone(page.mark)
    muted = roles()["muted"]
    card(slide, Box(EDGE, TOP, INNER, 2.5), ground=ground, edge=ground, bar=ink)
    said: list[Paragraph] = [
        [Run("Joint decision", 14, muted)],
        [badge_run(page.mark, page.verdict, 40)],
        [Run("", 4)],
        [Run(page.why, 16 if len(page.why) < 200 else 14)],
        [Run(page.rule + page.rule_words, 12, muted)],
    ]
    text(slide, Box(EDGE + 0.35, TOP + 0.2, INNER - 0.7, 2.1), said, middle=True)
    left = EDGE
    for (caption, value, aside), part in zip(page.facts, _FACTS, strict=True):
        wide = (INNER - (len(_FACTS) - 1) * 0.2) * part
        card(slide, Box(left, 4.3, wide, 1.25))
        size = 17 if len(value) <= 16 else 13
        facts = [[Run(caption, 12, muted)], [Run(value, size, bold=True)], [Run(aside, 12, muted)]]
        text(slide, Box(left + 0.18, 4.43, wide - 0.3, 1.05), facts)
        left += wide + 0.2
    checkpoint, _, *put = page.closing  # who decides stands on the last slide
    lines: list[Paragraph] = [[Run(f"{term}: ", 14, muted), Run(value, 14)] for term, value in (*put, checkpoint)]
    if page.recorded is not None:
        recorded = badge_run(page.recorded.mark, f"{page.recorded.title} recorded", 14)
        when = f"  {page.recorded.when}. " if page.recorded.when else "  "
        lines.insert(0, [recorded, Run(when, 14, muted), Run(page.recorded.now, 14, bold=page.recorded.differs)])
    text(slide, Box(EDGE, 5.8, INNER, 1.1), lines)
    return f"{page.name}: {page.verdict}"


def lanes(slide: Slide, page: Front, report: Report) -> str:
    """PM, Joint and PMM side by side."""
    del report
    wide = (INNER - 2 * 0.25) / 3
    for number, one in enumerate(side_by_side(page.cards)):
        _lane(slide, one, EDGE + number * (wide + 0.25), wide)
    done, total = (sum(getattr(one, field) for one in page.cards) for field in ("done", "total"))
    return f"{done} of {counted(total, 'gate')} done" if total else "No gates are set"


def _lane(slide: Slide, one: Card, left: float, wide: float) -> None:
    muted, ink = roles()["muted"], roles()[LANE_ROLES[one.lane]]
    card(slide, Box(left, TOP, wide, 5.15))
    inner, width = left + 0.25, wide - 0.5
    text(
        slide,
        Box(inner, TOP + 0.2, width, 0.4),
        [[Run(one.name, 18, ink, bold=True), Run(f"   {clipped(one.people, 27)}", 13, muted)]],
    )
    badge(slide, inner, TOP + 0.68, one.mark, one.badge)
    text(slide, Box(inner, TOP + 1.1, width, 0.3), [[Run(clipped(one.signed, 46), 11, muted)]])
    counts = [Run(str(one.done), 34, bold=True), Run(f" of {one.total} gates done", 16, muted)]
    text(slide, Box(inner, TOP + 1.4, width, 0.65), [counts])
    words = f"{one.name}: {one.done} of {counted(one.total, 'gate')} done"
    bar(slide, Box(inner, TOP + 2.1, width, 0.08), one.done / one.total if one.total else 0, ink, words)
    late = [Run(f" · {one.late}", 13, roles()["no_go"], bold=True)] if one.late else []
    text(slide, Box(inner, TOP + 2.28, width, 0.3), [[Run(one.note, 13), *late]])
    areas: list[Paragraph] = [
        [Run(clipped(name, 30), 12, ink := muted if done else ""), Run(f"\t{count}", 12, ink, bold=not done)]
        for name, count, done in one.areas
    ]
    text(slide, Box(inner, TOP + 2.72, width, 2.3), areas, tabbed=True)


def blockers(slide: Slide, page: Front, report: Report) -> str:
    """What stands in the way, most pressing first."""
    del report
    if not page.rows:
        _nothing(slide, page.nothing, page.mark)
        return page.heading
    rows = [_blocker(row) for row in page.rows[:MOST_REASONS]]
    words = f"{page.heading}: {page.tally}" if page.tally else page.heading
    titles, widths = ("Key", "What", "Lane", "Owner", "Due"), (1.25, 6.3, 0.8, 2.2, 1.4)
    _more(slide, len(page.rows) - table(slide, _TABLE, titles, widths, rows, words))
    return words


def _blocker(row: Row) -> list[Paragraph]:
    lane = [Run(LANES[row.lane], 13, roles()[LANE_ROLES[row.lane]], bold=True)] if row.lane else []
    due = Run(row.due, 13, roles()["no_go"] if row.late else "", bold=row.late)
    shape = Run(f"{GLYPHS[row.mark]} {row.key}", 12, tone(row.mark)[0], bold=True)
    return [[shape], [Run(clipped(row.text, 110), 13)], lane, [Run(clipped(row.owner, 26), 13)], [due]]


def claims(slide: Slide, page: Front, report: Report) -> str:
    """What marketing will say, and what proves it; those that lack proof come first."""
    del page
    ranks = {"proof cut": 0, "unsupported": 1, "supported": 2}
    used = [claim for claim in report.claims if claim.state == "in use"]
    used.sort(key=lambda claim: ranks[claim.support])
    supported = sum(claim.support == "supported" for claim in used)
    if not used:
        _nothing(slide, "No claims are in use.", "waiting")
        return "Claims"
    title = f"{supported} of {counted(len(used), 'claim')} in use supported"
    rows = [_claim(claim) for claim in used[:MOST_CLAIMS]]
    titles, widths = ("Claim", "Used in", "Proof", "Support"), (4.6, 2.4, 3.3, 1.6)
    _more(slide, len(used) - table(slide, _TABLE, titles, widths, rows, title))
    return title


def _claim(claim: Claim) -> list[Paragraph]:
    muted = roles()["muted"]
    proof = "; ".join(
        f"{GLYPHS['done' if one.done else 'waiting']} {sentence_parts(one.key or one.text, one.state, between=', ')}"
        for one in claim.proof
    )
    return [
        [Run(f"{clipped(claim.key, 12)}  ", 12, muted), Run(f"“{clipped(claim.text, 84)}”", 13, bold=True)],
        [Run(clipped(claim.where, 52), 12, muted)],
        [Run(clipped(proof, 80) or "No proof is named", 12)],
        [badge_run(SUPPORT_MARKS[claim.support], claim.support.capitalize(), 12)],
    ]


def _nothing(slide: Slide, words: str, mark: Mark) -> None:
    ink, ground = tone(mark)
    card(slide, Box(EDGE, TOP, INNER, 1.2), ground=ground, edge=ground, bar=ink)
    text(slide, Box(EDGE + 0.35, TOP, INNER - 0.7, 1.2), [[Run(words, 18)]], middle=True)


def _more(slide: Slide, number: int) -> None:
    if number > 0:
        words = [Run(f"and {number} more in the summary", 12, roles()["muted"])]
        text(slide, Box(EDGE, 6.62, INNER, 0.3), [words])
