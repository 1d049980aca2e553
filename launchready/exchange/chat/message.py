"""What a chat message says of a launch, once for plain and for rich text: short enough to be read in passing."""

from __future__ import annotations

import msgspec

from launchready.exchange.report.report import LaneName, Mark, Report
from launchready.exchange.summary.front import Card, Row, front
from launchready.exchange.summary.words import LANES, clipped, counted, in_words, prose, sentence_parts

MOST_BLOCKERS = 5


class Standing(msgspec.Struct, frozen=True):
    """A lane: its counts, and the shape and words of its sign-off."""

    lane: LaneName
    name: str
    counts: str
    mark: Mark
    badge: str


class Blocker(msgspec.Struct, frozen=True):
    mark: Mark
    text: str
    about: str  # lane, owner, due


class Message(msgspec.Struct, frozen=True):
    name: str
    mark: Mark
    verdict: str
    when: str
    why: str
    recorded: str
    lanes: tuple[Standing, ...]
    heading: str
    blockers: tuple[Blocker, ...]
    more: str
    closing: tuple[tuple[str, str], ...]
    as_of: str


def message(report: Report) -> Message:
    """The message of a report that need not be cleaned yet."""
    page = front(prose(report))
    (_, day, clock), (_, to_go, _), (_, meeting, _), (_, build, _), _ = page.facts
    return Message(
        name=page.name,
        mark=page.mark,
        verdict=page.verdict,
        when=sentence_parts(
            f"Launch {sentence_parts(day, clock, between=', ')}",
            to_go,
            f"go/no-go {meeting}",
            f"build {build if report.build else 'not named'}",
        ),
        why=page.why,
        recorded=page.recorded.line if page.recorded else "",
        lanes=tuple(Standing(card.lane, card.name, _counts(card), card.mark, card.badge) for card in page.cards),
        heading=page.heading,
        blockers=tuple(_blocker(row) for row in page.rows[:MOST_BLOCKERS]),
        more=f"and {len(page.rows) - MOST_BLOCKERS} more" if len(page.rows) > MOST_BLOCKERS else "",
        closing=page.closing,
        as_of=in_words(report.generated_at),
    )


def _counts(card: Card) -> str:
    gates = f"{card.done} of {counted(card.total, 'gate')} done" if card.total else "no gates"
    return sentence_parts(gates, card.waived, card.late, between=", ")


def _blocker(row: Row) -> Blocker:
    lane = LANES[row.lane] if row.lane else ""
    return Blocker(row.mark, clipped(f"{row.key} {row.text}", 120), sentence_parts(lane, row.owner, row.due))
