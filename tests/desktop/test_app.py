"""Starting the program, as a process of its own where Qt would end this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from launchready.__main__ import wants_window
from launchready.desktop.runtime import display
from launchready.desktop.runtime.faults import FaultReports, where
from launchready.desktop.runtime.instance import Doorbell, raise_other


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "WAYLAND", "QT_"))}
    return subprocess.run(
        [sys.executable, "-m", "launchready", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_one_line_says_so() -> None:
    ended = start()
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "needs a display" in ended.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="X only")
def test_a_display_that_does_not_answer_is_told_from_none() -> None:
    assert "does not answer" in display.problem({"DISPLAY": ":987"}, "linux")


def test_offscreen_needs_no_display() -> None:
    assert display.problem({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["atlas.launchready"], True), (["status"], False), (["--help"], False), (["status", "x"], False)],
)
def test_a_file_or_nothing_opens_the_window(arguments: list[str], window: bool) -> None:
    assert wants_window(arguments) is window


def test_any_file_that_is_there_opens_the_window(tmp_path: Path) -> None:
    file = tmp_path / "launch.json"
    file.touch()
    assert wants_window([str(file)])


def test_the_command_line_does_not_import_qt() -> None:
    code = "import sys, launchready.__main__, launchready.cli.main; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


RING = (
    "import sys; from launchready.desktop.runtime.instance import raise_other; sys.exit(10 + raise_other(sys.argv[1]))"
)
HOLD = """
import os, sys
from PySide6.QtCore import QCoreApplication
from launchready.desktop.runtime.instance import Doorbell
app = QCoreApplication([])
bell = Doorbell()
bell.answer_for(sys.argv[1])
os._exit(0)
"""


def another(code: str, path: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, path])


def test_a_second_start_rings(qtbot: Any, tmp_path: Path) -> None:
    path = str(tmp_path / "atlas.launchready")
    bell = Doorbell()
    bell.answer_for(path)
    with qtbot.waitSignal(bell.rung, timeout=10_000):
        second = another(RING, path)
    assert second.wait(10) == 11
    bell.close()
    assert another(RING, path).wait(10) == 10


def test_nobody_answers_for_a_file_that_is_not_open(tmp_path: Path) -> None:
    assert not raise_other(str(tmp_path / "atlas.launchready"))


def test_a_window_that_ended_without_a_word_holds_no_file(tmp_path: Path) -> None:
    path = str(tmp_path / "atlas.launchready")
    assert another(HOLD, path).wait(10) == 0
    assert not raise_other(path)


def test_a_window_too_busy_to_answer_is_not_waited_for(qtbot: Any, tmp_path: Path) -> None:
    path = str(tmp_path / "atlas.launchready")
    bell = Doorbell()
    bell.answer_for(path)
    with qtbot.assertNotEmitted(bell.rung):
        assert not raise_other(path)  # this thread is the one that would answer
    bell.close()


def test_without_a_folder_to_write_in_nothing_answers(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    (tmp_path / "file").touch()
    monkeypatch.setattr("launchready.places.config_folder", lambda: tmp_path / "file")
    bell = Doorbell()
    bell.answer_for(str(tmp_path / "atlas.launchready"))
    assert not raise_other(str(tmp_path / "atlas.launchready"))
    bell.close()


@pytest.mark.usefixtures("theme")
def test_a_fault_is_reported_calmly_and_logged_without_content() -> None:
    reports = FaultReports()
    with pytest.raises(ValueError, match="plan") as raised:
        raise ValueError("the secret plan")
    assert "secret" not in where(raised.value)
    reports.take(ValueError, raised.value, raised.value.__traceback__)
    report = reports._open
    assert report is not None
    assert "the secret plan" in report.detail.toPlainText()
    report.close()


BREAK = """
import sys
from launchready.desktop import app
from PySide6.QtWidgets import QApplication
from launchready.desktop.files import opening
from launchready.desktop.runtime.faults import Report

def broken(path):
    raise ZeroDivisionError("the secret plan")

def shown(*_):
    QApplication.processEvents()
    return sum(isinstance(each, Report) and each.isVisible() for each in QApplication.topLevelWidgets())

opening.open_file = broken
QApplication.exec = shown
sys.exit(10 + app.run([sys.argv[1]]))
"""


def test_a_fault_on_the_way_to_the_first_paint_is_reported_and_logged(tmp_path: Path) -> None:
    assert another(BREAK, str(tmp_path / "atlas.launchready")).wait(60) == 11
    (log,) = tmp_path.rglob("window.log")
    assert "ZeroDivisionError at" in log.read_text()
    assert "secret" not in log.read_text()


def test_a_start_reads_no_source_of_a_module() -> None:
    """PySide would, for each one that is imported: see `app.import_plainly`."""
    code = (
        "import linecache; from launchready.desktop import app; from launchready.desktop.runtime import display; "
        "display.problem(); app.import_plainly(); "
        "linecache.clearcache(); from launchready.desktop import window; print(len(linecache.cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]
