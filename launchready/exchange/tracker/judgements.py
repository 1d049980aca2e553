"""The sheets of what people said and claimed: sign-offs, waivers and conditions, claims, RACI, history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from launchready.exchange.export import Export
from launchready.exchange.report.report import Report
from launchready.exchange.summary.words import (
    CONDITION_MARKS,
    LANES,
    SUPPORT_MARKS,
    WAIVER_MARKS,
    how_signed,
    sentence_parts,
    sign_off_words,
)
from launchready.exchange.tracker.look import Shown, Value
from launchready.exchange.tracker.sheet import Heading, Sheet
from launchready.launch.lanes import SIGNING
from launchready.launch.model import Word


def sign_offs(export: Export, report: Report) -> Sheet:
    """What each lane said last, and whether it holds."""
    titles = (("Lane", 9), ("Position", 22), ("Who", 26), ("When", 18), ("Rationale", 36), ("Holds", 28))
    rows: list[tuple[Value, ...]] = []
    for lane, shown in zip(SIGNING, report.sign_offs, strict=True):
        held = export.launch.sign_offs.get(lane.id)
        mark, words = sign_off_words(shown)
        rows.append(
            (
                Shown(LANES[shown.lane], lane=shown.lane),
                Shown(words, mark=mark),
                how_signed(shown),
                _moment(export, held.word if held else None),
                shown.rationale,
                shown.state_words,
                "\n".join(shown.changes),
                Shown(shown.digest, style="muted"),
            )
        )
    headings = (*(Heading(*one) for one in titles), Heading("Changed since", 40), Heading("Digest", 22))
    return Sheet("Sign-offs", "pm", headings, rows, "Nobody signs.")


def _moment(export: Export, word: Word | None) -> Value:
    """When it was said, by the launch's clock."""
    return word.at.astimezone(ZoneInfo(export.launch.zone)) if word else ""


def waivers_and_conditions(export: Export, report: Report) -> Sheet:
    """What a launch goes without, and what was promised for it, in one list."""
    headings = (
        Heading("Kind", 11),
        Heading("Key", 9),
        Heading("What", 34),
        Heading("Lane", 9),
        Heading("State", 14),
        Heading("Until or due", 14),
        Heading("Asked by or owner", 20),
        Heading("Covers", 14),
        Heading("Reason", 28),
        Heading("Instead", 28),
        Heading("Consent", 24),
        Heading("Review", 18),
    )
    rows = [*_waivers(export, report), *_conditions(export, report)]
    return Sheet("Waivers and conditions", "conditional", headings, rows, "Nothing is waived, and no condition is set.")


def _waivers(export: Export, report: Report) -> Iterator[tuple[Value, ...]]:
    held = sorted(export.launch.waivers.values(), key=lambda one: (one.asked.at, one.id))
    for waiver, shown in zip(held, report.waivers, strict=True):
        yield (
            "Waiver",
            shown.gate,
            shown.title,
            Shown(LANES[shown.lane], lane=shown.lane),
            Shown(shown.state.capitalize(), mark=WAIVER_MARKS[shown.state]),
            waiver.terms.expires,
            sentence_parts(shown.asked_by, shown.asked_at, between=", "),
            shown.gate,
            shown.reason,
            shown.compensating,
            _consent(shown.consented_by, shown.consented_at, shown.self_accepted),
            sentence_parts(shown.reviewer, shown.reviewer_word, between=" "),
        )


def _conditions(export: Export, report: Report) -> Iterator[tuple[Value, ...]]:
    held = sorted(export.launch.conditions.values(), key=lambda one: (one.position, one.id))
    for condition, shown in zip(held, report.conditions, strict=True):
        yield (
            "Condition",
            shown.key,
            shown.text,
            Shown(LANES[shown.lane], lane=shown.lane),
            Shown(shown.state.capitalize(), mark=CONDITION_MARKS[shown.state]),
            condition.due,
            shown.owner,
            ", ".join(shown.covers),
            "",
            "",
            _consent(shown.accepted_by, shown.accepted_at, shown.self_accepted),
            "",
        )


def _consent(by: str, at: str, alone: bool) -> str:
    return sentence_parts(by, at, "self-accepted" if alone and by else "", between=", ")


def claims(export: Export, report: Report) -> Sheet:
    """Sentences that marketing will say, with their proof."""
    del export
    headings = (
        Heading("Key", 9),
        Heading("Claim", 50),
        Heading("Support", 17),
        Heading("State", 12),
        Heading("Used in", 32),
        Heading("Owner", 20),
        Heading("Proof", 60),
    )
    rows: list[tuple[Value, ...]] = []
    for claim in report.claims:
        counts = claim.state == "in use"
        proof = (
            sentence_parts(
                sentence_parts(one.key, one.text, between=" "), f"<{one.link}>" if one.link else "", one.state
            )
            for one in claim.proof
        )
        support = Shown(claim.support.capitalize(), mark=SUPPORT_MARKS[claim.support]) if counts else ""
        rows.append(
            (claim.key, claim.text, support, claim.state.capitalize(), claim.where, claim.owner, "\n".join(proof))
        )
    return Sheet("Claims", "pmm", headings, rows, "No claims are made.")


def raci(export: Export, report: Report) -> Sheet:
    """Who is responsible, accountable, consulted and informed."""
    del export
    headings = (
        Heading("Activity", 40),
        *(Heading(party, max(8, min(len(party) + 3, 16)), centred=True) for party in report.parties),
        Heading("Input expected", 40),
        Heading("Escalates to", 20),
        Heading("To settle", 30),
    )
    rows: list[tuple[Value, ...]] = [
        (
            Shown(row.name, style="strong"),
            *(Shown(letters, style="strong" if "A" in letters else "") for letters in row.letters),
            row.input_expected,
            row.escalates_to,
            Shown("\n".join(row.breaches), mark="no-go") if row.breaches else "",
        )
        for row in report.activities
    ]
    return Sheet("RACI", "joint", headings, rows, "No responsibilities are set down.")


def past(export: Export, report: Report) -> Sheet:
    """Everything that happened, newest first."""
    del report
    zone = ZoneInfo(export.launch.zone)
    headings = (Heading("When", 18), Heading("Who", 24), Heading("What", 110), Heading("Entry", 16))
    rows: list[tuple[dt.datetime | str | Shown, ...]] = [
        (sealed.entry.at.astimezone(zone), sealed.entry.by.name, words, Shown(sealed.hash[:12], style="muted"))
        for sealed, words in export.told()
    ]
    return Sheet("History", "waiting", headings, rows[::-1], "No history came with this export.")
