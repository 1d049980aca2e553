from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from launchready.desktop.dialogs.settings import SettingsDialog
from launchready.desktop.runtime.settings import SCALES, chosen_scale, scaled
from launchready.desktop.window import Window

STARTED = """
import os
from launchready.desktop.app import make_app
from launchready.desktop.runtime.settings import open_settings, scaled
with scaled(open_settings()):
    app = make_app()
print(app.primaryScreen().devicePixelRatio(), os.environ.get("QT_SCALE_FACTOR"))
"""


@pytest.fixture
def dialog(window: Window, monkeypatch: pytest.MonkeyPatch) -> SettingsDialog:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    window.show_settings()
    (found,) = window.findChildren(SettingsDialog)
    return found


def sizes(dialog: SettingsDialog) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if each.accessibleName().startswith("Size of text"))


def test_the_size_is_kept_for_the_next_start(dialog: SettingsDialog, window: Window) -> None:
    chosen = sizes(dialog)
    assert [chosen.itemText(row) for row in range(chosen.count())] == ["100 %", "125 %", "150 %", "175 %", "200 %"]
    assert chosen.currentText() == "100 %"
    chosen.setCurrentIndex(2)
    assert chosen_scale(window.settings) == 150


def test_a_size_set_outside_goes_first(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    window.show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    assert not sizes(dialog).isEnabled()
    window.settings.setValue("look/scale", 125)
    with scaled(window.settings):
        assert os.environ["QT_SCALE_FACTOR"] == "2"
    assert os.environ["QT_SCALE_FACTOR"] == "2"


@pytest.mark.parametrize("kept", ["", "0", "huge", "110"])
def test_a_size_that_is_none_is_the_plain_one(window: Window, kept: str) -> None:
    window.settings.setValue("look/scale", kept)
    assert chosen_scale(window.settings) == SCALES[0]


@pytest.mark.parametrize(("outside", "shown"), [("", "1.5 None"), ("2", "2.0 2")])
def test_the_application_starts_in_the_size(tmp_path: Path, outside: str, shown: str) -> None:
    chosen = "from launchready.desktop.runtime.settings import SCALE, open_settings as o; o().setValue(SCALE, 150)"
    code = f"{chosen}\n{STARTED}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    scale = {"QT_SCALE_FACTOR": outside} if outside else {}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=kept | own | scale, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.strip() == shown, ended.stderr
