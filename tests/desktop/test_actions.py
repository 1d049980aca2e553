from __future__ import annotations

from collections import Counter
from typing import Any, get_args

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from launchready.desktop import actions, unavailable
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
from launchready.launch.changes import AnyChange


def test_every_change_class_has_a_window_action() -> None:
    made = {kind for action in actions.available() for kind in action.changes}
    missing = {kind.__name__ for kind in get_args(AnyChange) if kind not in made}
    assert not missing


def test_no_two_actions_share_an_id_or_a_shortcut() -> None:
    found = list(actions.available())
    assert len({action.id for action in found}) == len(found)
    keys = Counter((action.shortcut, action.page if action.in_view else "") for action in found if action.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_shortcut_is_a_key() -> None:
    for action in actions.available():
        if action.shortcut:
            assert not QKeySequence(action.shortcut).isEmpty(), action.id


def test_every_condition_of_an_action_is_told_in_words() -> None:
    assert {action.enabled for action in actions.available() if action.enabled} == set(unavailable.WHY)


def test_without_a_launch_that_is_why(theme: Theme, settings: QSettings, qtbot: Any) -> None:
    window = Window(theme, settings)
    qtbot.addWidget(window)
    for id_ in ("export", "edit_claim", "sign", "go_history"):
        assert not actions.is_enabled(actions.find(id_), window)
        assert unavailable.why_not(actions.find(id_), window) == "no launch is open"


@pytest.mark.parametrize("action", actions.ACTIONS, ids=lambda action: action.id)
def test_every_action_finds_its_method(action: actions.Action, window: Window) -> None:
    target = window.page(action.page) if action.page else window
    assert callable(getattr(target, action.method))
    if action.enabled:
        assert isinstance(getattr(target, action.enabled)(), bool)
