from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from launchready.desktop.widgets.dialogs import FormDialog
from launchready.desktop.window import Window
from launchready.launch.model import Due

Opened = Callable[[str, type[Any]], Any]


def test_several_fields_are_one_entry(window: Window, opened: Opened) -> None:
    form = opened("edit_launch", FormDialog).form
    count = len(window.bridge.session.entries)
    for name, value in (("date", "2026-12-08"), ("go_no_go", "2026-12-04"), ("tier", "2"), ("zone", "Europe/Berlin")):
        form.set_value(name, value)
    form.send()
    launch = window.bridge.launch
    assert form.refusal.text() == ""
    assert len(window.bridge.session.entries) == count + 1
    assert (launch.date, launch.tier, launch.zone) == (dt.date(2026, 12, 8), 2, "Europe/Berlin")
    assert launch.go_no_go == Due(date=dt.date(2026, 12, 4))


def test_what_others_changed_meanwhile_stays(window: Window, opened: Opened) -> None:
    form = opened("edit_launch", FormDialog).form
    window.bridge.make(lambda draft: draft.edit_launch(build="4.0"))
    form.set_value("name", "Atlas 4")
    form.send()
    assert (window.bridge.launch.name, window.bridge.launch.build) == ("Atlas 4", "4.0")


def test_a_refusal_stands_in_the_dialog_and_what_was_typed_stays(window: Window, opened: Opened) -> None:
    form = opened("edit_launch", FormDialog).form
    for name, value, part in (
        ("date", "some day", "is no date"),
        ("go_no_go", "never", "is no go/no-go date"),
        ("go_no_go", "T+2", "would be after the launch"),
        ("zone", "Mars/Olympus", "no time zone"),
        ("time", "9 o'clock", "no time of day"),
        ("name", "", "empty"),
    ):
        before = form.values()[name]
        form.set_value(name, value)
        form.send()
        assert part in form.refusal.text()
        assert form.values()[name] == value
        form.set_value(name, before)
    assert window.bridge.launch.name == "Atlas 3.0"


def test_nothing_typed_writes_nothing(window: Window, opened: Opened) -> None:
    count = len(window.bridge.session.entries)
    opened("edit_launch", FormDialog).form.send()
    assert len(window.bridge.session.entries) == count
