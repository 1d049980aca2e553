"""The window's tests run without a screen. A Qt warning fails the test that caused it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import NO_QT

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if NO_QT and os.environ.get("LAUNCHREADY_NO_SKIPS") == "1":
    raise pytest.UsageError(f"the window's tests must run, and Qt can't be imported here ({NO_QT})")

if NO_QT:
    collect_ignore_glob = ["test_*.py", "*/test_*.py"]

    def pytest_report_header() -> str:
        return f"tests/desktop is left out: Qt can't be imported here ({NO_QT})"

else:
    if TYPE_CHECKING:
        from PySide6.QtCore import QSettings

        from launchready.desktop.bridge import LaunchBridge
        from launchready.desktop.theme import Theme
        from launchready.desktop.window import Window

    HARMLESS: tuple[str, ...] = (
        "This plugin does not support",  # offscreen can't raise windows or tell the colour scheme
        "propagateSizeHints",  # likewise
    )

    @pytest.fixture(scope="session")
    def qapp_args() -> list[str]:
        from launchready.desktop.app import ARGUMENTS

        return list(ARGUMENTS)

    @pytest.fixture(autouse=True)
    def _no_qt_warnings(qtlog: Any) -> Iterator[None]:
        yield
        bad = [
            record for record in qtlog.records if record.type_name != "QtDebugMsg" and record.type_name != "QtInfoMsg"
        ]
        assert not [record.message for record in bad if not any(known in record.message for known in HARMLESS)]

    @pytest.fixture(autouse=True)
    def _nothing_leaks(qapp: Any) -> Iterator[None]:
        """What a test opened is gone when it ends."""
        from PySide6.QtCore import QCoreApplication, QEvent

        yield
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        left = [type(widget).__name__ for widget in qapp.allWidgets() if widget.parent() is None]
        assert left == []

    @pytest.fixture(autouse=True)
    def _garbage_waits() -> Iterator[None]:
        """As in the window: it is never looked for deep within Qt, nor in a thread."""
        import gc

        from launchready.desktop.runtime.collecting import collect_due

        gc.disable()
        yield
        collect_due()
        gc.enable()

    @pytest.fixture(autouse=True)
    def _own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody's own profile, recent files or log are touched."""
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            monkeypatch.setenv(name, str(tmp_path / name.lower()))

    @pytest.fixture
    def theme(qapp: Any) -> Theme:
        from launchready.desktop.app import make_app
        from launchready.desktop.theme import Choice, Theme

        del qapp
        return Theme(make_app(), Choice.LIGHT)

    @pytest.fixture
    def settings(tmp_path: Path) -> QSettings:
        from PySide6.QtCore import QSettings

        return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    @pytest.fixture
    def bridge(theme: Theme) -> LaunchBridge:
        """The sample launch in memory, open for its PMM lead."""
        from launchready.desktop.pictures.sample import sample_bridge

        del theme
        return sample_bridge()

    @pytest.fixture
    def window(qtbot: Any, theme: Theme, settings: QSettings, bridge: LaunchBridge) -> Window:
        from launchready.desktop.window import Window

        made = Window(theme, settings)
        qtbot.addWidget(made)
        made.resize(1280, 800)
        made.show()
        made.show_bridge(bridge, remember=False)
        qtbot.waitUntil(lambda: bool(made.actions()))  # painted, and what comes after is there
        return made

    @pytest.fixture
    def task_id(bridge: LaunchBridge) -> Callable[[str], str]:
        """The id of the task with that title."""
        return lambda title: next(task.id for task in bridge.launch.tasks.values() if task.title == title)
