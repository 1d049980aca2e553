"""A launch file that can't be opened as it is: what is wrong with it, and what of it can be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from launchready.desktop import days
from launchready.desktop.files.filing import reveal
from launchready.desktop.files.opening import NotOpened, open_whole, whole_of
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, button, row
from launchready.desktop.widgets.flow import flow
from launchready.desktop.widgets.labels import label, rule
from launchready.desktop.widgets.notices import RefusalBar, announce
from launchready.launch import log
from launchready.launch.model import Launch
from launchready.store.port import Record
from launchready.wording.language import tr

WIDTH = 640


class DamagedPage(Page):
    """`show_file` says what is wrong. Nothing here changes the file."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._path = ""
        card = Card(margins=(28, 24, 28, 24), spacing=12)
        card.setMaximumWidth(WIDTH)
        self._title = label("", "detail", wrap=True)
        self._why = label("", wrap=True)
        self._whole_title = label(self.tr("What is whole"), "heading")
        self._whole = label("", wrap=True)
        self.refusal = RefusalBar()
        self.open_button: QPushButton = button(self.tr("Open what is whole"), "primary", self.open_whole)
        reveal = button(self.tr("Show in folder"), "", self.reveal)
        other = button(self.tr("Open another file…"), "", lambda: self.shell.trigger("choose_file"))
        back = button(self.tr("All launches"), "", lambda: self.shell.open_page("library"))
        for each in (self._title, self._why, rule(), self._whole_title, self._whole, self.refusal):
            card.body.addWidget(each)
        card.body.addSpacing(4)
        card.body.addLayout(flow(self.open_button, reveal, other, back))
        self.column.addStretch(1)
        middle = row(1, card, 1)
        middle.setStretch(1, 100)
        self.column.addLayout(middle)
        self.column.addStretch(2)
        card.setMinimumWidth(min(WIDTH, 560))

    def show_file(self, path: str, why: str) -> None:
        self._path = path
        self.refusal.clear()
        self._title.setText(self.tr("{file} can't be opened as it is").format(file=Path(path).name))
        self._why.setText(why)
        records, lines = whole_of(path)
        self.open_button.setVisible(bool(records))
        self._whole.setText(self._said(records, lines) if records else self._nothing())
        announce(self, f"{self._title.text()}. {why}", urgent=True)
        self.take_focus()

    def _nothing(self) -> str:
        return self.tr("Nothing of this file can be read as a launch. A backup, or another's copy, may be whole.")

    def _said(self, records: list[Record], lines: int) -> str:
        sealed = list(log.unseal(records))
        launch = log.fold(Launch(), (each.entry for each in sealed))
        last = sealed[-1].entry
        words = tr("“{name}” as {who} left it on {when}: %n of {lines} entries.", "", len(sealed))
        told = words.format(name=launch.name, when=days.moment(launch, last.at), who=last.by.name, lines=lines)
        end = self.tr("It opens to look at; a copy of it can be worked on. The damaged file stays as it is.")
        return f"{told} {end}"

    def open_whole(self) -> None:
        """Opens the whole part to look at; a copy saved from it is a launch like any."""
        self.refusal.clear()
        try:
            bridge = open_whole(self._path)
        except NotOpened as problem:
            self.refusal.say(str(problem))
            return
        self.shell.show_bridge(bridge, remember=False)

    def reveal(self) -> None:
        reveal(self._path)

    def take_focus(self) -> None:
        target = self.open_button if self.open_button.isVisibleTo(self) else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)
