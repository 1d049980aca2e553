"""Export, clipboard, print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from launchready.desktop.output.exporting import Exports
from launchready.desktop.output.printing import Preview
from launchready.desktop.runtime import apart
from launchready.desktop.runtime.apart import Progress
from launchready.desktop.window import Window
from launchready.exchange.writers import WRITERS


@pytest.fixture
def exports(window: Window) -> Exports:
    made = window._outgoing()
    assert isinstance(made, Exports)
    return made


@pytest.fixture
def _clipboard() -> Iterator[None]:
    """Qt's offscreen clipboard crashes at exit with what Python put there."""
    yield
    QGuiApplication.clipboard().clear()


def said(window: Window) -> str:
    return window._toast.text() if window._toast else ""


def test_the_menu_offers_every_writer(window: Window, exports: Exports) -> None:
    window.trigger("export")
    assert exports.menu is not None
    texts = [action.text() for action in exports.menu.actions()]
    assert all(any(f"(.{suffix})" in text for text in texts) for suffix in WRITERS)
    exports.menu.close()


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_writes_the_same_bytes_as_the_writer(
    window: Window, exports: Exports, suffix: str, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / f"out.{suffix}"
    exports.write(str(path))
    qtbot.waitUntil(lambda: said(window) == f"Exported {path.name}", timeout=15000)
    assert path.read_bytes() == WRITERS[suffix].write(exports.at())


def test_a_name_without_an_ending_gets_that_of_the_filter(
    window: Window, exports: Exports, tmp_path: Path, qtbot: Any
) -> None:
    exports.write(str(tmp_path / "atlas 3.0"), WRITERS["csv"].pattern)
    qtbot.waitUntil(lambda: said(window) == "Exported atlas 3.0.csv", timeout=5000)


def test_a_place_that_cannot_be_written_is_told(window: Window, exports: Exports, tmp_path: Path, qtbot: Any) -> None:
    exports.write(str(tmp_path / "no" / "such" / "out.md"))
    qtbot.waitUntil(lambda: "can't be written" in window.refusal.text(), timeout=5000)


def test_long_work_shows_that_it_goes_on_and_can_be_cancelled(
    window: Window, exports: Exports, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    going_on = threading.Event()
    monkeypatch.setattr(apart, "PATIENCE", 10)
    monkeypatch.setattr("launchready.exchange.tasks_csv.write", lambda _: going_on.wait(5) and b"late")
    exports.write(str(tmp_path / "out.csv"))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Progress)))
    next(each for each in window.findChildren(Progress) if each.isVisible()).cancel.click()
    going_on.set()
    qtbot.wait(100)
    assert not (tmp_path / "out.csv").exists()
    assert said(window) == ""


@pytest.mark.usefixtures("_clipboard")
def test_the_summary_goes_to_the_clipboard_as_rich_text_and_text(window: Window, qtbot: Any) -> None:
    window.trigger("copy_summary")
    qtbot.waitUntil(lambda: said(window).startswith("Copied"), timeout=5000)
    data: QMimeData = QGuiApplication.clipboard().mimeData()
    assert "<strong>" in data.html()
    assert "Atlas 3.0" in data.text()
    assert bytes(data.data("text/markdown").data()).startswith(b"#")


def test_the_preview_shows_every_page_and_prints_them(window: Window, tmp_path: Path, qtbot: Any) -> None:
    from PySide6.QtPrintSupport import QPrinter

    window.trigger("print_summary")
    qtbot.waitUntil(lambda: window.findChild(Preview) is not None, timeout=10000)
    preview = window.findChild(Preview)
    assert isinstance(preview, Preview)
    pages = preview.sheets.count()
    assert pages > 1
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.print_to(printer)
    qtbot.waitUntil(lambda: "to the printer" in said(window), timeout=15000)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
