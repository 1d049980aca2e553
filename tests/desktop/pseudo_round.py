"""A round through the window in the language nobody speaks, as Qt's extraction gives it to a translator.

Prints what was not translated, and what is cut off. Content is marked (`tests.desktop.marked`) and every letter of the
language is marked too, so that a Latin word is one that was never given to translation, or never extracted.
"""

from __future__ import annotations

import itertools
import json
import re
import tempfile
import zoneinfo
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QWidget,
)
from shiboken6 import isValid

from launchready import places
from launchready.desktop import actions, pages
from launchready.desktop.app import make_app
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.languages.pseudo_locale import pseudo
from launchready.desktop.pages.checklist_deeds import NEW_TASK
from launchready.desktop.pages.responsibilities_deeds import NEW_ACTIVITY
from launchready.desktop.pictures import pictured
from launchready.desktop.pictures.drawing import settle
from launchready.desktop.pictures.sample import NOW
from launchready.desktop.runtime.work import Work
from launchready.desktop.theme import Theme
from launchready.desktop.window import Window
from launchready.exchange.understood import STATUSES
from launchready.identity.profile import Profile, save
from launchready.launch.model import Author, Launch
from launchready.launch.readiness import acknowledgement
from launchready.launch.schedule import in_order
from launchready.sample import PM, PMM, Sample
from launchready.session import Session
from launchready.store.file import FileStore
from launchready.store.memory import MemoryStore
from launchready.wording.language import plural, speak
from tests.desktop import marked
from tests.desktop.extraction import Text, extract, texts, translate
from tests.desktop.readable import is_cut, shown

LATIN = "bdfhjklmpqvwxBDFHJKLMPQVWX"
"""The letters that the pseudo-locale leaves as they are."""
OTHER = str.maketrans(LATIN, "ƀđƒħĵķłɱƥɋṽŵẋƁĐƑĦĴĶŁṀƤɊṼŴẊ")
BACK = {marked: ord(plain) for plain, marked in zip(LATIN, OTHER.values(), strict=True)}
PLACE = re.compile(r"(\{[^}]*\}|%n|&\w)")
WORD = re.compile(r"[A-Za-z]{2,}")
SAME = re.compile(
    r"\S*[/\\@]\S*"  # paths, links, time zones, e-mails
    r"|\b[\w.-]+\.(?:launchready|csv|toml)\b|\(\*?\.[\w. *]+\)"  # files and their endings
    r"|\b[A-Z]{1,3}-\d+"  # keys of tasks and claims
    r"|\b[0-9a-f]{6,}\b"  # hashes
    r"|\bLaunchready\b|\bUTC\b|\b[RACI]+\b"
)
"""What is the same in every language."""
STAGES = ((PMM, 6), (PM, 9))
"""Who opens the sample launch, and after how many of its chapters."""
WRITTEN = re.compile(f"{NEW_TASK}|{NEW_ACTIVITY}")
ZONES = {word for zone in zoneinfo.available_timezones() for word in WORD.findall(zone)}
LEFT_OUT = {"close", "toggle_theme", "open_sample", "open_chosen", "reveal_file", "reveal_chosen", "trash_chosen"}
"""Actions that would leave the launch or this process."""


class Unanswered(QTranslator):
    """Installed before the translation, it is asked for what that does not have."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: N803
        del disambiguation, n
        self.asked.add((context, sourceText))
        return None


def spoken(text: Text, n: int) -> str:
    words = pseudo(plural(text.source, n) if n > 0 else text.source)
    return "".join(part if PLACE.fullmatch(part) else part.translate(OTHER) for part in PLACE.split(words))


class Round:
    """Where it has been, and what it found there."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.forgotten: dict[str, set[str]] = {}
        self.cut: dict[str, set[str]] = {}
        self.seen: set[str] = set()
        self.known = {*ZONES}
        self._drawn: list[str] = []
        keys = {QKeySequence(each.shortcut) for each in actions.available()} | {QKeySequence("Ctrl+Return")}
        texts = {key.toString(form) for key in keys for form in QKeySequence.SequenceFormat} - {""}
        texts |= {text.replace("+", " ") for text in texts}
        either = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
        self._keys = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        draw = QPainter.drawText

        def noted(painter: QPainter, *given: Any) -> Any:
            self._drawn += [each for each in given if isinstance(each, str)]
            return draw(painter, *given)

        QPainter.drawText = noted  # type: ignore[method-assign, assignment]

    def look(self, where: str, *, room: bool = False) -> None:
        """Notes what is on the screen now."""
        settle()
        while any(work.is_running() for work in self.window.findChildren(Work)):
            settle()
        settle(5)
        self.seen.add(where)
        for window in QApplication.topLevelWidgets():
            if not window.isVisible() or isinstance(window, QFileDialog | QPrintPreviewDialog):
                continue  # their texts are Qt's own
            for each in (window, *window.findChildren(QWidget)):
                if each.isVisibleTo(window) and each.window() is window:
                    self._read(where, type(each).__name__, set(shown(each)))
        self._read(where, "drawn", set(self._drawn))
        self._drawn.clear()
        for each in self._cut() if room else ():
            self._note(self.cut, where, type(each).__name__, str(each.property("text")).translate(BACK))

    def _cut(self) -> list[QWidget]:
        """What has too little room, and still has when everything lies where it belongs."""
        cut = [each for each in self.window.findChildren(QWidget) if each.isVisibleTo(self.window) and is_cut(each)]
        for _ in range(20):
            if cut:
                settle(5)
                cut = [each for each in cut if isValid(each) and each.isVisibleTo(self.window) and is_cut(each)]
        return cut

    def _read(self, where: str, kind: str, texts: set[str]) -> None:
        for text in texts:
            rest = SAME.sub("", self._keys.sub("", WRITTEN.sub("", text.replace("\u200b", ""))))
            if set(WORD.findall(rest)) - self.known:
                self._note(self.forgotten, where, kind, text)

    def _note(self, found: dict[str, set[str]], where: str, kind: str, text: str) -> None:
        found.setdefault(where, set()).add(f"{where}: {kind}: {text}")

    def _file_dialogs(self, where: str) -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QFileDialog):
                filters = {text for text in each.nameFilters() if text != "All Files (*)"}  # Qt's own
                self._read(where, "QFileDialog", {each.windowTitle(), *filters})

    def act(self, page: str = "") -> None:
        """Does all that can be done on a page, and looks at what opens."""
        for action in actions.available():
            if action.page != page or not action.method or action.id in LEFT_OUT:
                continue
            if actions.is_enabled(action, self.window):
                actions.run(action, self.window)
                self.look(f"{page or 'window'}/{action.id}")
                self._file_dialogs(action.id)
                self.put_away()
                if page:
                    self.window.open_page(page)

    def put_away(self) -> None:
        for each in QApplication.topLevelWidgets():
            if each is not self.window and each.isVisible():
                each.close()
        settle()


def marked_bridge(by: str, chapters: int) -> LaunchBridge:
    """The sample launch so far told, open for one of its people."""
    number = itertools.count()
    sample = Sample(NOW, lambda: f"{next(number):016x}")
    records = sample.start().store
    sample.tell(chapters)
    store = MemoryStore(marked.records(records.read()), name="atlas-3.launchready")
    return LaunchBridge(Session(store, Author(marked.mark(by)), lambda: NOW, lambda: f"own-{next(number):012x}"))


def fill_home() -> set[str]:
    """Launches, one of them damaged, and a profile, all marked; returns the words of their files' names."""
    pictured.fill()
    save(Profile(marked.mark(PMM), ""))
    folder = places.data_folder()
    (folder / "ember.launchready").unlink()
    for path in sorted(folder.glob("*.launchready")):
        store = FileStore.open(str(path))
        found = marked.records(store.read())
        store.close()
        path.unlink()
        FileStore.create(str(path), found).close()
    damaged = folder / "ember.launchready"
    lines = (folder / "courier.launchready").read_bytes().splitlines(keepends=True)
    damaged.write_bytes(b"".join((*lines[:-2], *(line.replace(b"a", b"#", 3) for line in lines[-2:]))))
    return set(WORD.findall(" ".join(path.stem for path in folder.iterdir())))


def one_of_each(launch: Launch) -> list[str]:
    """Tasks that differ in how they stand."""
    waived = {waiver.task for waiver in launch.waivers.values()}
    kinds = {
        (task.lane, task.status, task.gating, bool(task.evidence), acknowledgement(task), task.id in waived): task.id
        for task in in_order(launch)
    }
    return list(kinds.values())


def go_round(window: Window, files: set[str]) -> Round:
    went = Round(window)
    told = [marked_bridge(by, chapters) for by, chapters in STAGES]
    marked.write_template()
    plan = marked.write_plan(places.data_folder() / "plan.csv") | set(WORD.findall(" ".join(STATUSES)))
    went.known |= files
    window.resize(1280, 800)
    window.show()
    went.look("start")
    for bridge in told:
        window.show_bridge(bridge, remember=False)
        for task in one_of_each(bridge.launch):
            window.open_task(task)
            went.look("inspector", room=True)
        for page in pages.PAGES:
            if page.needs_launch:
                window.open_page(page.id)
                went.look(page.id, room=True)
                went.act(page.id)
    went.act()
    window.open_page("library")
    went.look("library", room=True)
    went.act("library")
    pictured.open_new_launch(window)
    page: Any = window.page("new_launch")
    for field in (page.form.name, page.form.pm, page.form.pmm):
        field.setText(marked.mark(field.text()))
    went.look("new_launch", room=True)
    went.known |= plan
    pictured.open_import(window)
    went.look("import", room=True)
    went.act("import")
    went.known -= plan
    pictured.open_damaged(window)
    went.look("damaged", room=True)
    return went


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        pictured.move_home(Path(home))
        files = fill_home()
        app = make_app()
        QLocale.setDefault(QLocale("ru"))  # whose days and months have no Latin letter
        ts = extract(Path(home) / "pseudo.ts")
        extracted = {text.source for text in texts(ts)}
        unanswered, made = Unanswered(app), QTranslator(app)
        assert made.load(str(translate(ts, spoken)))
        speak(QCoreApplication.translate)
        app.installTranslator(unanswered)
        app.installTranslator(made)
        window = Window(Theme(app), QSettings(f"{home}/window.ini", QSettings.Format.IniFormat))
        went = go_round(window, files)
        window.close()
        QApplication.clipboard().clear()  # without a screen it would outlive Python, and what was copied with it
        missing = {text for context, text in unanswered.asked if text not in extracted and not context.startswith("Q")}
        found = {"forgotten": went.forgotten, "cut": went.cut, "missing": {"": missing}, "seen": {"": went.seen}}
        print(json.dumps({kind: {where: sorted(each) for where, each in by.items()} for kind, by in found.items()}))


if __name__ == "__main__":
    main()
