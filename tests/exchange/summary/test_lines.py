"""Rows whose height is known before typst sets them: it never needs more lines than were counted."""

from __future__ import annotations

import json

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from launchready.exchange.summary.blocks import Cell, Span
from launchready.exchange.summary.lines import Lines
from launchready.exchange.summary.runs import runs
from launchready.exchange.summary.text_widths import widths
from launchready.places import resources

# Cells as the annex sets them in a lean table, and how tall each comes out.
MEASURE = b"""
#import "annex.typ": cap, leading, plain, runs-of
#set text(font: "Inter", size: 8pt, top-edge: cap, hyphenate: false)
#set text(..plain)
#set par(leading: 0.5em, justify: false)
#let (room, cells) = json(bytes(sys.inputs.cells))
#let lines(cell) = (measure(block(width: room * 1pt, runs-of(cell))).height + leading) / (cap + leading)
#context [#metadata(cells.map(lines)) <lines>]
"""


def set_lines(room: float, cells: list[Cell]) -> list[int]:
    """How many lines typst makes of each."""
    inputs = {
        "data": json.dumps({"annex": [], "front": {}, "large": False}),
        "cells": json.dumps([room, [runs(cell) for cell in cells]]),
    }
    options = {"root": str(resources() / "summary"), "font_paths": [str(resources() / "fonts")]}
    compiler = typst.Compiler(MEASURE, sys_inputs=inputs, ignore_system_fonts=True, **options)  # type: ignore[arg-type]
    return [round(lines) for lines in json.loads(compiler.query("<lines>", field="value", one=True))]


def plain(*texts: str) -> Cell:
    return tuple((Span(text),) for text in texts)


def test_words_are_as_wide_as_they_are_set() -> None:
    of = widths(400)
    words = ["Announcement", "T−52", "Żółć", "Готовность", "naïve/façade", "12:30", "“quoted”"]
    rooms = [of[f"{word} {word}"] * 8 for word in words]
    made = [
        set_lines(room + by, [plain(f"{word} {word}")])
        for room, word in zip(rooms, words, strict=True)
        for by in (0.02, -0.02)
    ]
    assert made == [[1], [2]] * len(words)


SAID = [
    plain("Draft announcement 288 & have it checked by its reviewers"),
    (
        (
            Span("Evidence: ", "muted"),
            Span("Load test, at peak", href="https://example.com"),
            Span(" · 18 Nov", "muted"),
        ),
    ),
    (
        (Span("", mark="done"), Span("The partner playbook needs the final price list", "strong")),
        (Span("late", "alert"),),
    ),
    plain("Price list", "Reviewed by all of the partners of the region"),
]


@pytest.mark.parametrize("room", [74, 91, 187])
def test_lines_are_counted_as_they_are_set(room: float) -> None:
    lines = Lines(room)
    assert [lines.of(cell) for cell in SAID] == set_lines(room, SAID)


@pytest.mark.parametrize("text", ["設計の確認", "اختبار", "café\u0301", "🚀", "a\u200bb", "fast\u00adest", "x" * 99])
def test_what_only_a_shaper_can_tell_is_not_counted(text: str) -> None:
    assert Lines(187).of(plain("Known", text)) == 0


SIGNS = "([{)]}!?/:;,.\u2019\u201d\u2018\u201c\u201a\u201e»«\u2039\u203a¡¿\"'—–-…%&·#@\u203d"
BESIDE = [plain(f"aaaa {a} bb{a} {b}cc{b} {a} dd") for a in SIGNS for b in SIGNS]


@pytest.mark.parametrize("room", range(20, 100, 4))
def test_no_sign_takes_more_lines_than_were_counted(room: int) -> None:
    assert _over(room, BESIDE) == []


WORDS = st.text(alphabet="abWil.,:;!?/()[]{}\"'“”’«»—–-…%&·#@§ТяΩé ", max_size=60)
CELL = st.lists(st.tuples(WORDS, st.sampled_from(["plain", "muted", "strong"])), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([45, 74, 187]), st.lists(CELL, min_size=20, max_size=40))
def test_no_text_takes_more_lines_than_were_counted(room: int, drawn: list[list[tuple[str, str]]]) -> None:
    assert _over(room, [(tuple(Span(text, style) for text, style in cell),) for cell in drawn]) == []  # type: ignore[arg-type]


def _over(room: float, cells: list[Cell]) -> list[tuple[Cell, int, int]]:
    """Those that typst sets in more lines than are counted, with both."""
    lines = Lines(room)
    counted = [(cell, count) for cell in cells if (count := lines.of(cell))]
    made = set_lines(room, [cell for cell, _ in counted])
    return [(cell, count, set_) for (cell, count), set_ in zip(counted, made, strict=True) if set_ > count]
