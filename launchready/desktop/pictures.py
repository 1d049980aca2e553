"""Pictures of every page, to look at beside the mock-ups: `python -m launchready.desktop.pictures OUT`.

Draws the sample launch in both themes and three sizes, without a screen. With `--contrast` in high contrast too,
with `--scale 2` at 200 %.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from launchready.desktop.bridge import LaunchBridge
    from launchready.desktop.window import Window

SIZES = ((900, 600), (1280, 800), (1920, 1080))
NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--contrast", action="store_true", help="high contrast too")
    parser.add_argument("--scale", default="1", help="as QT_SCALE_FACTOR, such as 2")
    parser.add_argument("--pages", default="", help="only these, separated by commas")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    for path in draw(chosen.out, contrast=chosen.contrast, only=chosen.pages):
        print(path)


def draw(out: Path, *, contrast: bool = False, only: str = "") -> list[Path]:
    """Writes `page-theme-WIDTHxHEIGHT.png` for each; returns the files."""
    from PySide6.QtCore import QSettings

    from launchready.desktop import pages
    from launchready.desktop.app import make_app
    from launchready.desktop.theme import Choice, Theme
    from launchready.desktop.window import Window

    out.mkdir(parents=True, exist_ok=True)
    app = make_app()
    theme = Theme(app, Choice.LIGHT)
    settings = QSettings(str(out / "window.ini"), QSettings.Format.IniFormat)
    settings.clear()
    window = Window(theme, settings)
    window.show()
    window.show_bridge(sample_bridge(), remember=False)
    written = []
    wanted = [page.id for page in pages.PAGES if not only or page.id in only.split(",")]
    looks = [(Choice.LIGHT, False), (Choice.DARK, False)]
    looks += [(Choice.LIGHT, True), (Choice.DARK, True)] if contrast else []
    for (choice, high), size, page in itertools.product(looks, SIZES, wanted):
        theme.choose(choice, high)
        window.resize(*size)
        written.append(_picture(window, page, out, theme.choice.value + ("-contrast" if high else "")))
    window.close()
    (out / "window.ini").unlink(missing_ok=True)
    return written


def _picture(window: Window, page: str, out: Path, look: str) -> Path:
    window.open_page(page)
    settle()
    path = out / f"{page}-{look}-{window.width()}x{window.height()}.png"
    window.grab().save(str(path))
    return path


def settle(times: int = 20) -> None:
    """Lets layouts, timers and paints happen."""
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    for _ in range(times):
        QApplication.processEvents()
        QThread.msleep(2)


def sample_bridge(now: dt.datetime = NOW, new_id: Callable[[], str] | None = None) -> LaunchBridge:
    """The sample launch, in memory, as its PMM lead has it open."""
    from launchready.desktop.bridge import LaunchBridge
    from launchready.launch.model import Author
    from launchready.sample import PMM, Sample
    from launchready.session import Session
    from launchready.store.memory import MemoryStore

    numbers = itertools.count()
    sample = Sample(now, new_id or (lambda: f"{next(numbers):016x}"))
    records = sample.start().store
    for _, _chapter in zip(range(6), sample.chapters(), strict=False):
        pass
    store = MemoryStore(records.read(), name="atlas-3.launchready")
    return LaunchBridge(Session(store, Author(PMM), lambda: now, lambda: f"own-{next(numbers):012x}"))


if __name__ == "__main__":
    main()
