"""The speaker notes of the deck: what the slides show, in full and to its end."""

from __future__ import annotations

from collections.abc import Iterator

from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import GLYPHS, LANES, how_signed, reason_mark, sentence_parts, sign_off_words

MOST_LINES = 60  # on a slide's notes; the summary has all


def notes(report: Report) -> tuple[str, ...]:
    """One text a slide, empty where the slide says it all."""
    return ("", "", *(_text(list(lines)) for lines in (_reasons(report), _claims(report), _decision(report))))


def _text(lines: list[str]) -> str:
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], f"and {more} more in the summary"] if more > 0 else lines)


def _reasons(report: Report) -> Iterator[str]:
    for one in report.reasons:
        what = sentence_parts(GLYPHS[reason_mark(one)], one.key, one.text, between=" ")
        yield sentence_parts(what, one.detail, LANES[one.lane] if one.lane else "", one.owner, one.late or one.due)


def _claims(report: Report) -> Iterator[str]:
    for claim in report.claims:
        state = claim.support if claim.state == "in use" else claim.state
        yield sentence_parts(f"{claim.key} “{claim.text}”", state, claim.where)
        yield from (f"    {sentence_parts(one.key, one.text, one.state)}" for one in claim.proof)


def _decision(report: Report) -> Iterator[str]:
    for signed in report.sign_offs:
        mark, words = sign_off_words(signed)
        said = f"“{signed.rationale}”" if signed.rationale else ""
        yield sentence_parts(f"{LANES[signed.lane]}: {GLYPHS[mark]} {words}", how_signed(signed), signed.at, said)
        yield from (f"    {change}" for change in signed.changes)
    for waiver in report.waivers:
        what = sentence_parts("Waiver", waiver.gate, waiver.title, between=" ")
        yield sentence_parts(what, waiver.state, f"until {waiver.expires}", waiver.reason, waiver.compensating)
    for condition in report.conditions:
        what = sentence_parts("Condition", condition.key, condition.text, between=" ")
        yield sentence_parts(what, condition.state, condition.late or f"by {condition.due}", condition.owner)
