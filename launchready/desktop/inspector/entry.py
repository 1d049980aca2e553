"""All of an entry of the log at the right of the history: each of its changes, who, when, its hash, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from launchready.desktop import days
from launchready.desktop.timeline import Timeline, Told
from launchready.desktop.widgets.cards import clear
from launchready.desktop.widgets.drawer import Panel
from launchready.desktop.widgets.labels import breakable, label, rule
from launchready.desktop.widgets.notices import RefusalBar
from launchready.launch.model import Launch
from launchready.wording import history
from launchready.wording.language import tr

MOST = 40
SHORT = 12
"""How many signs of a hash are shown; the command line takes as few."""


def sentences(told: Told, before: Launch) -> Iterator[str]:
    """What each change of an entry did, one by one."""
    for change in told.sealed.entry.changes:
        yield history.sentence(change, before)
        before = change.apply(before)


class EntryPanel(Panel):
    """Shows one entry at a time; the buttons are the page's."""

    def __init__(self, foot: tuple[QWidget, ...], copy: QWidget) -> None:
        super().__init__(tr("Entry"))
        self.words = label("", "detail", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._who = label("", "muted", wrap=True)
        self._state = label("", wrap=True)
        self.refusal = RefusalBar()
        self._heading = label("", "strong")
        self._changes = QVBoxLayout()
        self._changes.setSpacing(6)
        self._hash = label("", "muted")
        self._copy = copy
        self._rule = rule()
        for part in (self.words, self._who, self._state, self.refusal, self._rule, self._heading):
            self.column.addWidget(part)
        self.column.addLayout(self._changes)
        self.column.addWidget(self._hash)
        self.column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.add_foot(*foot)
        self._shown: tuple[Told, bool, bool] | None = None

    def show_entry(self, told: Told | None, line: Timeline, launch: Launch) -> None:
        """Shows an entry of that timeline; `launch` tells the zone of its times."""
        parts: tuple[QWidget, ...] = (self._who, self._hash, self._copy, self._rule)
        for part in parts:
            part.setVisible(told is not None)
        if told is None:
            self._state.hide()
            self._heading.hide()
            self._shown = None
            self.refusal.clear()
            clear(self._changes)
            self.words.setText(tr("Choose an entry with the arrow keys."))
            return
        shown = (told, line.is_undone(told.sealed.hash), line.is_mine(told))
        if shown == self._shown:
            return
        if self._shown is None or told is not self._shown[0]:
            self.refusal.clear()
        self._shown = shown
        entry = told.sealed.entry
        self.words.setText(breakable(told.words))
        at = days.local(launch, entry.at)
        mail = f" <{entry.by.email}>" if entry.by.email else ""
        when = f"{days.day(at.date(), weekday=True, year=True)}, {at:%H:%M:%S}"
        who = breakable(entry.by.name + mail)
        who = tr("{name} (you)").format(name=who) if shown[2] else who
        self._who.setText(f"{who}\n{when}")
        self._state.setText(self._states(told, line, undone=shown[1]))
        self._state.setVisible(bool(self._state.text()))
        self._show_changes(told, line)
        self._hash.setText(tr("Entry {number} · {hash}…").format(number=told.number + 1, hash=told.sealed.hash[:SHORT]))
        self._hash.setToolTip(told.sealed.hash)
        self._hash.setAccessibleDescription(told.sealed.hash)

    def _states(self, told: Told, line: Timeline, *, undone: bool) -> str:
        words = [tr("This was undone.")] if undone else []
        place = line.place(told.sealed.entry.undoes) if told.sealed.entry.undoes else -1
        if place >= 0:
            words.append(tr("This takes back entry {number}.").format(number=place + 1))
        return " ".join(words)

    def _show_changes(self, told: Told, line: Timeline) -> None:
        clear(self._changes)
        found = list(sentences(told, line.before(told.number)))
        self._heading.setText(tr("%n change(s)", "", len(found)))
        self._heading.setVisible(found != [told.words])
        if found == [told.words]:  # it stands above
            return
        for text in found[:MOST]:
            made: QLabel = label(breakable(text), wrap=True)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._changes.addWidget(made)
        if len(found) > MOST:
            self._changes.addWidget(label(tr("and %n more", "", len(found) - MOST), "muted"))
