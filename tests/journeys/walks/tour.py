"""Brings up one scene after the other, as standard input names them, while somebody else looks at the window.

Each starts from the sample launch as it is; `ready NAME` says that it is there. The walk ends with the input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.scenes import scenes
from tests.desktop.scenes.before import told
from tests.desktop.scenes.unnamed import wait
from tests.desktop.shelves import put
from tests.journeys.walks.hand import Hand
from tests.journeys.walks.samples import sample

CHAPTERS = 6


def prepare(folder: Path) -> list[str]:
    for name in ("Beacon", "Courier"):
        put(name, name)
    return [sample(folder)]


def walk(hand: Hand, folder: Path) -> None:
    known, loop = scenes(), QEventLoop()
    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(loop.quit)
    while True:
        loop.exec()
        name = sys.stdin.readline().strip()
        put_away()
        if not name:
            break
        told(CHAPTERS)(hand.window, folder)
        known[name](hand.window, folder)
        wait(hand.window)
        QTest.qWait(100)
        print(f"ready {name}", flush=True)


def put_away() -> None:
    while (on_top := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        on_top.close()
        QTest.qWait(10)
