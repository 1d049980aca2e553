"""From the very first start to a recorded decision, handed out as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox

from launchready.desktop.signing.lane_card import LaneCard
from launchready.launch.decision import Verdict
from tests.journeys.walks.hand import Hand


def walk(hand: Hand, folder: Path) -> None:
    hand.fill("Name, as your launches have it", "Dana Ruiz")
    hand.press("Return")
    make(hand)
    work(hand)
    for lane in ("PM", "PMM"):
        sign(hand, lane)
    decide(hand)
    hand_out(hand, folder / "atlas.pdf")


def make(hand: Hand) -> None:
    """A launch without a template, led by one person."""
    hand.press("Ctrl+N")
    hand.fill("Name", "Atlas 4.0")
    hand.push("Me: PM lead, who answers for the product")
    hand.click(hand.see(QCheckBox, "One person leads both lanes"))
    template = hand.see(QComboBox, "Template")
    template.setFocus(Qt.FocusReason.TabFocusReason)
    hand.press("End")
    hand.push("Make the launch")
    hand.until(lambda: hand.window.has_launch, "the launch")


def work(hand: Hand) -> None:
    """Two tasks typed in and marked done, one of them reopened and done again by undo."""
    hand.press("Alt+2")
    for title in ("Draft the announcement", "Rehearse the rollback"):
        hand.press("Ctrl+T")
        hand.type(title)
        hand.press("Return")
    tasks = hand.window.bridge.launch.tasks.values()
    assert sorted(task.title for task in tasks) == ["Draft the announcement", "Rehearse the rollback"]
    for keys in ("Space", "Up", "Space", "Space", "Ctrl+Z"):
        hand.press(keys)
    hand.reads("Undone")
    done = {task.title: task.status.value for task in hand.window.bridge.launch.tasks.values()}
    assert done == {"Draft the announcement": "done", "Rehearse the rollback": "done"}


def sign(hand: Hand, lane: str) -> None:
    hand.press("Alt+5")
    hand.until(lambda: card(hand, lane).isVisible(), lane)
    hand.within = card(hand, lane)
    hand.push("Go")
    hand.push(f"Sign as {lane}")
    hand.within = None
    hand.until(lambda: lane.lower() in hand.window.bridge.launch.sign_offs, f"the sign-off of {lane}")


def card(hand: Hand, lane: str) -> LaneCard:
    return next(each for each in hand.window.findChildren(LaneCard) if each.lane == lane.lower())


def decide(hand: Hand) -> None:
    hand.until(lambda: hand.window.bridge.decision.verdict is Verdict.GO, "Go")
    hand.press("Ctrl+Shift+D")
    hand.see(QAbstractButton, "Record the decision")
    hand.push("Record the decision")
    hand.until(lambda: hand.window.bridge.launch.recorded is not None, "the record")


def hand_out(hand: Hand, file: Path) -> None:
    hand.press("Ctrl+E")
    hand.pick("PDF")
    hand.press("Ctrl+A")
    hand.type(str(file))
    hand.press("Return")
    hand.until(file.is_file, str(file))
    assert file.read_bytes().startswith(b"%PDF")
