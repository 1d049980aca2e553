from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from launchready.desktop.widgets.agreement import AgreementDialog
from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.window import Window
from launchready.launch.changes import DecisionRecorded, SignedOff
from launchready.launch.changes.launch import present_digests
from launchready.launch.model import Author, Status
from launchready.launch.schedule import in_order

Opened = Callable[[str, type[Any]], Any]


def test_records_the_verdict_with_who_was_there(window: Window, opened: Opened) -> None:
    form = opened("record_decision", FormDialog).form
    assert form.values()["present"].splitlines() == ["Priya Nair", "Dana Ruiz", "L. Chen"]
    form.set_value("others", "A. Guest, B. Guest")
    form.set_value("next", "T-1")
    form.set_value("note", "Tight")
    form.send()
    held = window.bridge.launch.recorded
    assert held is not None, form.refusal.text()
    assert (held.verdict, held.rule, held.note) == ("no-go", 3, "Tight")
    assert held.present[-2:] == ("A. Guest", "B. Guest")
    assert held.next_checkpoint == dt.date(2026, 11, 24)
    assert held.digests == present_digests(window.bridge.launch)
    assert held.word.recorded_by == ""


def test_a_decision_recorded_for_another_says_so(window: Window, opened: Opened) -> None:
    form = opened("record_decision", FormDialog).form
    form.set_value("whose", window.bridge.launch.decider)
    form.send()
    held = window.bridge.launch.recorded
    assert held is not None
    assert (held.word.by, held.word.recorded_by) == (window.bridge.launch.decider, "Dana Ruiz")


def test_whose_word_it_is_must_be_chosen_where_it_cannot_be_mine(window: Window, opened: Opened) -> None:
    window.bridge.session.author = Author("M. Okafor")
    form = opened("record_decision", FormDialog).form
    assert form.values()["whose"] == ""
    form.send()
    assert form.refusal.text() == "Whose word: choose one first."
    assert window.bridge.launch.recorded is None
    form.set_value("whose", window.bridge.launch.decider)
    form.send()
    held = window.bridge.launch.recorded
    assert held is not None
    assert (held.word.by, held.word.recorded_by) == (window.bridge.launch.decider, "M. Okafor")


def test_is_refused_with_the_reason_when_the_ground_moved(window: Window, opened: Opened) -> None:
    form = opened("record_decision", FormDialog).form
    form.set_value("note", "Kept")
    gate = next(task for task in in_order(window.bridge.launch, "pm") if task.gating and task.status is Status.DONE)
    window.bridge.make(lambda draft: draft.progress(draft.launch.tasks[gate.id], Status.TODO))
    form.send()
    assert window.bridge.launch.recorded is None
    assert "changed meanwhile" in form.refusal.text()
    assert form.values()["note"] == "Kept"
    assert not [s for s in window.bridge.session.entries if isinstance(s.entry.changes[0], DecisionRecorded)]


def test_a_checkpoint_that_is_no_day_is_said_at_once(window: Window, opened: Opened) -> None:
    form = opened("record_decision", FormDialog).form
    form.set_value("next", "soon")
    form.send()
    assert "“soon” is no date" in form.refusal.text()
    assert window.bridge.launch.recorded is None


def test_calls_off_and_resumes(window: Window, opened: Opened) -> None:
    dialog = opened("call_off", FormDialog)
    dialog.form.send()
    assert "empty" in dialog.form.refusal.text()
    dialog.form.set_value("reason", "The market moved")
    dialog.form.take_focus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.bridge.launch.called_off is not None
    assert window.bridge.decision.verdict.value == "scrubbed"
    form = opened("resume_launch", FormDialog).form
    form.set_value("reason", "It moved back")
    form.send()
    assert window.bridge.launch.called_off is None


def test_agrees_the_checklist_for_each_lane(window: Window, opened: Opened) -> None:
    from launchready.desktop.pictures.sample import sample_bridge
    from launchready.launch.model import Author
    from launchready.session import Session
    from launchready.store.memory import MemoryStore

    first = sample_bridge().session.store.read()[:1]
    numbers = iter(range(1000))
    session = Session(
        MemoryStore(first), Author("Dana Ruiz"), window.bridge.session.clock, lambda: f"id-{next(numbers)}"
    )
    from launchready.desktop.bridge import LaunchBridge

    window.show_bridge(LaunchBridge(session), remember=False)
    for lane, recorded in (("pmm", ""), ("pm", "Dana Ruiz")):
        dialog = opened("agree_checklist", AgreementDialog)
        words = "Record for Priya Nair" if recorded else "Agree as PMM"
        given = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == words)
        QTest.keyClick(given, Qt.Key.Key_Space)
        assert window.bridge.launch.agreed[lane].recorded_by == recorded
        assert dialog.isVisible() is not bool(recorded)
        dialog.close()
    page: Any = window.page("overview")
    assert not page.can_agree()
    assert not any(isinstance(each.entry.changes[0], SignedOff) for each in session.entries)
