"""Words, shapes and cleaning that every format of the readiness summary shares."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import msgspec

from launchready.exchange.carried import plain_line_ends
from launchready.exchange.report.report import (
    ConditionState,
    Lane,
    LaneName,
    Mark,
    Position,
    Reason,
    Report,
    SignOff,
    Support,
    VerdictValue,
    WaiverState,
)
from launchready.launch import lanes
from launchready.wording import terms

LANES: Mapping[LaneName, str] = {cast(LaneName, lane.id): lane.title for lane in lanes.LANES}
POSITIONS: Mapping[Position, str] = {"go": "Go", "conditions": "Go with conditions", "no-go": "No-go"}
VERDICT_MARKS: Mapping[VerdictValue, Mark] = {
    "go": "go",
    "conditions": "conditions",
    "hold": "waiting",
    "not-ready": "waiting",
    "no-go": "no-go",
    "scrubbed": "no-go",
}
STATUS_MARKS: Mapping[str, Mark] = {"done": "done", "in progress": "progress", "blocked": "no-go"}
WAIVER_MARKS: Mapping[WaiverState, Mark] = {
    "asked": "waiting",
    "consented": "conditions",
    "lapsed": "no-go",
    "withdrawn": "waiting",
}
CONDITION_MARKS: Mapping[ConditionState, Mark] = {
    "proposed": "waiting",
    "accepted": "conditions",
    "met": "done",
    "overdue": "no-go",
    "released": "waiting",
    "withdrawn": "waiting",
}
SUPPORT_MARKS: Mapping[Support, Mark] = {"supported": "done", "unsupported": "no-go", "proof cut": "no-go"}
GLYPHS: Mapping[Mark, str] = {
    "go": "●",
    "conditions": "▲",
    "no-go": "■",
    "waiting": "○",
    "done": "✓",
    "progress": "◐",
}

_LONGEST_LINK = 2000
_USUAL_LINK = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/?#&=%+-]*)?")  # nothing to take apart
_SEVERAL_LINES = {"notes", "note", "rationale", "reason", "compensating", "answer", "why", "meaning", "done_when"}
_READ_BY_MACHINES = {"key", "link"}


def cleaned(report: Report) -> Report:
    """The same report without what no page can show: control characters, lone surrogates, direction overrides.

    Line ends stay only in fields that people write paragraphs in.
    """
    return _cleaned(report)


def prose(report: Report) -> Report:
    """The same, for formats that set texts beside each other in a line: one that is read from right to left, wholly
    or in part, keeps to itself, so that the count after an area's name is not drawn into it."""
    return _cleaned(report, apart=True)


T = TypeVar("T", bound=msgspec.Struct)


def _cleaned(part: T, *, apart: bool = False) -> T:
    """The part itself where nothing in it is unclean, which is nearly everywhere."""
    changed = {}
    for field in part.__struct_fields__:
        held = getattr(part, field)
        if held:
            clean = _value(held, field, apart=apart and field not in _READ_BY_MACHINES)
            if clean is not held:
                changed[field] = clean
    return msgspec.structs.replace(part, **changed) if changed else part


def _value(held: Any, field: str, *, apart: bool) -> Any:
    kind = type(held)
    if kind is str:
        text = held if held.isprintable() and held.strip() is held else _text(held, field in _SEVERAL_LINES)
        return terms.apart(text) if apart else text
    if kind is tuple:
        items = tuple([_value(item, field, apart=apart) for item in held])
        return items if any(map(operator.is_not, items, held)) else held
    return _cleaned(held, apart=apart) if isinstance(held, msgspec.Struct) else held


def _text(text: str, several_lines: bool) -> str:
    shown = plain_line_ends(text).replace("\t", " ").strip()
    return shown if several_lines else " ".join(shown.split("\n"))


def safe_link(address: str) -> str:
    """The address if a reader may click on it (http, https or mailto), otherwise an empty string."""
    if len(address) <= _LONGEST_LINK and _USUAL_LINK.fullmatch(address):
        return address
    if len(address) > _LONGEST_LINK or re.search(r"[\s\\<>\"`{}|^]", address) or not address.isprintable():
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return address if parts.netloc else ""
    return address if parts.scheme == "mailto" and parts.path else ""


def clipped(text: str, limit: int) -> str:
    """One line of at most `limit` characters, wide ones counted twice, cut at a word where one ends near.

    The annex has all of it.
    """
    line = " ".join(text.split())
    if not line.isascii() and len(line) * 2 > limit:
        limit = _characters(line, limit)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    word_end = cut.rfind(" ")
    kept = (cut[:word_end] if word_end > limit * 2 // 3 else cut).rstrip(" ,;:.·–—-") + "…"
    return kept if kept.isascii() else kept + terms.END * (kept.count(terms.ISOLATE) - kept.count(terms.END))


def columns_of(text: str) -> int:
    """How many columns a text takes, if the characters of East Asia take two."""
    return len(text) if text.isascii() else len(text) + sum(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _characters(line: str, columns: int) -> int:
    """How many of its first characters stand in so many columns."""
    for number, character in enumerate(line):
        columns -= 1 + _is_wide(character)
        if columns < 0:
            return number
    return len(line)


def counted(number: int, noun: str) -> str:
    """`1 gate`, `2 gates`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sentence_parts(*parts: str, between: str = " · ") -> str:
    """The parts that are there, joined."""
    return between.join(part for part in parts if part)


def gates_left(lane: Lane) -> str:
    """`2 open · 1 waived`."""
    still = f"{lane.open} open" if lane.open else "None open" if lane.gates_total else "No gates"
    return sentence_parts(still, f"{lane.waived} waived" if lane.waived else "")


def in_words(moment: datetime) -> str:
    """`22 Nov 2026, 14:30 UTC`: the same in every locale, so that the same report gives the same bytes."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    offset = moment.strftime("%z")
    zone = "UTC" if not offset or set(offset[1:]) == {"0"} else f"UTC{offset[:3]}:{offset[3:5]}".replace("-", "−")
    return f"{moment.day} {months[moment.month - 1]} {moment.year}, {moment:%H:%M} {zone}"


def reason_mark(reason: Reason) -> Mark:
    """The shape of a reason: its own, or by the rule it falls under, red once it is late."""
    if reason.mark is not None:
        return reason.mark
    if reason.rule in (1, 2) or (reason.rule == 3 and reason.late):
        return "no-go"
    return "conditions" if reason.rule in (5, 6, 7) else "waiting"


def sign_off_words(sign_off: SignOff | None) -> tuple[Mark, str]:
    """Shape and words of a lane's standing: `▲ Go, stale`. A No-go keeps its square, because it stands stale or not."""
    if sign_off is None or sign_off.position is None or sign_off.state == "missing":
        return "waiting", "Not signed"
    title = POSITIONS[sign_off.position]
    if sign_off.state == "withdrawn":
        return "waiting", "Withdrawn"
    if sign_off.state == "stale":
        return ("no-go" if sign_off.position == "no-go" else "conditions"), f"{title}, stale"
    return sign_off.position, title


def sign_off_of(report: Report, lane: LaneName) -> SignOff | None:
    """The lane's first sign-off in the report, which is its latest."""
    return next((sign_off for sign_off in report.sign_offs if sign_off.lane == lane), None)


def how_signed(sign_off: SignOff) -> str:
    """`Signed by J. Abe for Dana Ruiz`, or `Recorded by … for …`: the two never read alike."""
    if sign_off.position is None:
        return ""
    if sign_off.signed:
        acting = f" for {sign_off.delegate_for}" if sign_off.delegate_for else ""
        return f"Signed by {sign_off.name}{acting}"
    recorder = sign_off.recorded_by or sign_off.name
    spoken_for = sign_off.recorded_for or (sign_off.name if recorder != sign_off.name else "")
    recorded = sentence_parts(f"Recorded by {recorder}", spoken_for, between=" for ")
    return recorded + (f", delegate for {sign_off.delegate_for}" if sign_off.delegate_for else "")
