"""Settings (Ctrl+,): how it looks, and who I am. Takes effect at once, but for the size; there is nothing to
confirm."""

from __future__ import annotations

import os
from typing import cast

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from launchready.desktop.runtime.settings import CONTRAST, QT_SCALE, SCALE, SCALES, THEME, chosen_scale
from launchready.desktop.theme import Choice, Theme
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.fields import LineField
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.reading_order import Dialog
from launchready.identity import profile


class SettingsDialog(Dialog):
    """Shown with `open()`, never `exec()`. `profile_changed()` tells that I am somebody else now."""

    profile_changed = Signal()

    def __init__(self, parent: QWidget, theme: Theme, settings: QSettings) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._settings = theme, settings
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        column.addLayout(grid)
        self._add_look(grid)
        self._add_profile(grid)
        self._refusal = RefusalBar()
        column.addWidget(self._refusal)
        column.addStretch(1)
        column.addLayout(row(1, button(self.tr("Close"), "primary", self.close)))
        self.setMinimumWidth(440)

    def _add_look(self, grid: QGridLayout) -> None:
        grid.addWidget(label(self.tr("Look"), "heading"), 0, 0, 1, 2)
        self._choice = QComboBox()
        for choice, text in (
            (Choice.SYSTEM, self.tr("As the system")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
        ):
            self._choice.addItem(text, choice.value)
        self._choice.setCurrentIndex(self._choice.findData(self._theme.choice.value))
        self._choice.setAccessibleName(self.tr("Theme"))
        self._choice.currentIndexChanged.connect(self._on_look_changed)
        self._contrast = QCheckBox(self.tr("High contrast"))
        self._contrast.setChecked(self._theme.high_contrast)
        if self._theme.high_contrast and not self._theme.asks_contrast:
            self._contrast.setText(self.tr("High contrast, as the system has it"))
            self._contrast.setEnabled(False)
        self._contrast.toggled.connect(self._on_look_changed)
        theme = label(self.tr("Theme"), "muted")
        theme.setBuddy(self._choice)
        grid.addWidget(theme, 1, 0)
        grid.addWidget(self._choice, 1, 1)
        grid.addWidget(self._contrast, 2, 1)
        self._add_scale(grid)

    def _add_scale(self, grid: QGridLayout) -> None:
        """Qt reads the size once, when the application is made."""
        self._scale = QComboBox()
        for percent in SCALES:
            self._scale.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self._scale.setCurrentIndex(self._scale.findData(chosen_scale(self._settings)))
        self._scale.setAccessibleName(self.tr("Size of text and everything"))
        self._scale.currentIndexChanged.connect(self._on_scale_changed)
        size = label(self.tr("Size of text and everything"), "muted")
        size.setBuddy(self._scale)
        outside = QT_SCALE in os.environ
        self._scale.setEnabled(not outside)
        remark = self.tr("Set by QT_SCALE_FACTOR.") if outside else self.tr("Takes effect at the next start.")
        grid.addWidget(size, 3, 0)
        grid.addWidget(self._scale, 3, 1)
        grid.addWidget(label(remark, "secondary"), 4, 1)

    def _add_profile(self, grid: QGridLayout) -> None:
        grid.addWidget(label(self.tr("Who you are"), "heading"), 5, 0, 1, 2)
        try:
            known = profile.load()
        except profile.ProfileRefused:
            known = None
        self._fields = {}
        for line, (name, text) in enumerate((("name", self.tr("Name")), ("email", self.tr("E-mail"))), 6):
            field = LineField(text)
            field.setProperty("role", "")
            field.show_value(cast(str, getattr(known, name, "")))
            field.committed.connect(self._on_profile_committed)
            self._fields[name] = field
            grid.addWidget(label(text, "muted"), line, 0)
            grid.addWidget(field, line, 1)
        grid.addWidget(label(self.tr("What you did before keeps the name it was done under."), "secondary"), 8, 1)

    def _on_look_changed(self, _: object = None) -> None:
        choice = Choice(self._choice.currentData())
        self._settings.setValue(THEME, choice.value)
        contrast = self._contrast.isChecked() and self._contrast.isEnabled()
        self._settings.setValue(CONTRAST, "true" if contrast else "false")
        self._theme.choose(choice, contrast)

    def _on_scale_changed(self, _: int) -> None:
        self._settings.setValue(SCALE, self._scale.currentData())

    def _on_profile_committed(self, _: str) -> None:
        from launchready.desktop.answers import answered

        self._refusal.clear()
        wanted = profile.Profile(self._fields["name"].text(), self._fields["email"].text())
        try:
            profile.save(wanted)
        except profile.ProfileRefused as refused:
            self._refusal.say(answered(refused.code, refused.arguments))
            return
        for name, field in self._fields.items():
            field.show_value(getattr(wanted, name), anew=True)
        self.profile_changed.emit()
