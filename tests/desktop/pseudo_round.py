"""A round through the pages in the language nobody speaks: prints what was not translated, and what is cut off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

import launchready.wording
from launchready.desktop import pages
from launchready.desktop.app import make_app
from launchready.desktop.pictures import sample_bridge, settle
from launchready.desktop.theme import Theme
from launchready.desktop.widgets.labels import ElidedLabel, LinkButton
from launchready.desktop.window import Window

TRANSLATED = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"[A-Za-z]{2,}")
SLACK = 2


def words(text: str) -> set[str]:
    return set(WORD.findall(text))


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What can be read, and what is read out."""
    for each in root.findChildren(QWidget):
        if not each.isVisibleTo(root):
            continue
        if isinstance(each, QLabel | QAbstractButton):
            yield each, each.text()
        if isinstance(each, QLineEdit):
            yield each, each.placeholderText()
        yield each, each.accessibleName()
        yield each, each.toolTip()


def is_cut(widget: QWidget) -> bool:
    """Whether its text needs more room than it has; what ends in an ellipsis by design has its tool tip."""
    if isinstance(widget, ElidedLabel | LinkButton) or not isinstance(widget, QLabel | QAbstractButton):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK
    return bool(widget.text()) and widget.sizeHint().width() > widget.width() + SLACK


def main() -> None:
    window = Window(Theme(make_app()), QSettings("window.ini", QSettings.Format.IniFormat))
    bridge = sample_bridge()
    window.resize(1280, 800)
    window.show()
    window.show_bridge(bridge, remember=False)
    known = words(msgspec.json.encode([sealed.entry for sealed in bridge.session.entries]).decode())
    known |= words(bridge.session.store.name) | {"Launchready", "PM", "PMM", "Ctrl", "Alt", "Shift"}
    sentences = Path(launchready.wording.__file__).parent.glob("*.py")
    worded = set().union(*(words(path.read_text(encoding="utf-8")) for path in sentences))
    forgotten: dict[str, set[str]] = {}
    unworded: dict[str, set[str]] = {}
    cut: dict[str, set[str]] = {}
    for page in pages.PAGES:
        shown = window.open_page(page.id)
        settle()
        for widget, text in texts(window):
            rest = words(TRANSLATED.sub("", text)) - known
            where = f"{page.id}: {type(widget).__name__}: {text}"
            if rest - worded:
                forgotten.setdefault(page.id, set()).add(where)
            elif rest:
                unworded.setdefault(page.id, set()).add(where)
            if shown is not None and is_cut(widget):
                cut.setdefault(page.id, set()).add(f"{page.id}: {type(widget).__name__}: {widget.property('text')}")
    window.close()
    found = {"forgotten": forgotten, "wording": unworded, "cut": cut}
    print(json.dumps({kind: {page: sorted(each) for page, each in by.items()} for kind, by in found.items()}))


if __name__ == "__main__":
    main()
