"""The launch beside a template: what was left out, changed and added, and the way from there to the task."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from launchready.desktop.answers import answered
from launchready.desktop.models.comparison import ADDED, CHANGED, LEFT_OUT, ComparisonModel, Told, in_words, told
from launchready.desktop.pages.keys import OwnKeys
from launchready.desktop.pages.page import Page, Shell
from launchready.desktop.widgets.cards import Card, EmptyState, button, row
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.labels import ElidedLabel, breakable, label, name_unseen
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.plain_table import PlainTable
from launchready.launch.decision import Decision
from launchready.launch.model import Launch
from launchready.templates import Template, TemplateRefused, available, compare, load
from launchready.templates.launching import take_in
from launchready.wording.language import tr

STANDARD = "standard"
WIDTHS, DROPPED = (84, 0, 320), ((2, 560),)
DETAIL = 200


class ComparePage(OwnKeys, Page):
    """`choose(name)` holds the launch beside that template."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._template: Template | None = None
        self._name = ""
        self.chosen = QComboBox()
        self.chosen.setMinimumWidth(220)
        self.chosen.activated.connect(lambda _: self.choose(str(self.chosen.currentData())))
        self.take_all_button = button("", "", self.take_all)
        head = row(ElidedLabel(self.tr("Compare with a template"), "detail"), self.chosen, self.take_all_button)
        head.setStretch(0, 1)
        head.addWidget(button(self.tr("Back"), "", self.shell.go_back))
        self.column.addLayout(head)
        name_unseen(self.chosen, self.tr("Template"))
        self.refusal = RefusalBar()
        self.column.addWidget(self.refusal)
        self.column.addWidget(self._make_table(), 1)
        self.column.addWidget(self._make_detail())

    def _make_table(self) -> Card:
        card = Card(margins=(9, 12, 9, 1), spacing=4)
        self._counts = label("", "secondary", wrap=True)
        self._counts.setContentsMargins(7, 0, 7, 0)
        card.body.addWidget(self._counts)
        self.model = ComparisonModel(self)
        self.table = PlainTable(self.model, self.tr("Tasks that differ from the template"), WIDTHS, DROPPED)
        self.table.opened.connect(lambda _: self.follow())
        self.table.escaped.connect(self.shell.go_back)
        self.table.selected.connect(self._show_detail)
        card.body.addWidget(self.table, 1)
        self._nothing = EmptyState()
        card.body.addWidget(self._nothing, 1)
        return card

    def _make_detail(self) -> Card:
        self._detail = Card(margins=(16, 12, 16, 12))
        self._detail.setMaximumHeight(DETAIL)
        self._title = ElidedLabel("", "heading")
        self.follow_button = button("", "primary", self.follow)
        head = row(self._title, self.follow_button)
        head.setStretch(0, 1)
        self._detail.body.addLayout(head)
        self._fields: QWidget = QFrame()
        self._detail.body.addWidget(self._fields)
        return self._detail

    # -- the page -----------------------------------------------------------------------------------------------

    def show_launch(self, launch: Launch, decision: Decision) -> None:
        del decision
        self.chosen.clear()
        for each in available():
            self.chosen.addItem(_title(each.name), each.name)
        names = [each.name for each in available()]
        wanted = self._name or launch.template
        self.choose(wanted if wanted in names else STANDARD)

    def refresh(self, before: Launch, after: Launch) -> None:
        del before, after
        self._compare()

    def choose(self, name: str) -> None:
        self.refusal.clear()
        self._name = name
        self.chosen.setCurrentIndex(self.chosen.findData(name))
        try:
            self._template = load(name)
        except TemplateRefused as refused:
            self._template = None
            self.refusal.say(answered(refused.code, refused.arguments))
        self._compare()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def own_keys(self) -> dict[str, Callable[[], object]]:
        return {"Esc": self.shell.go_back}

    # -- what differs -------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        template, launch = self._template, self.bridge.launch
        found = compare(launch, template) if template is not None else None
        self.model.show(told(launch, template, found) if template is not None and found is not None else [])
        left, changed, added = (len(self.model.of(what)) for what in (LEFT_OUT, CHANGED, ADDED))
        self._counts.setText(
            " · ".join(
                (
                    tr("%n task(s) as in the template", "", found.same if found else 0),
                    tr("%n left out", "", left),
                    tr("%n changed", "", changed),
                    tr("%n added", "", added),
                )
            )
        )
        self.table.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        if template is not None:
            self._nothing.say(self.tr("Nothing differs"), self.tr("Every task is as this template has it."))
        else:
            self._nothing.say(self.tr("Nothing to compare with"), self.tr("Choose another template."))
        self.take_all_button.setText(tr("Take in all %n left out", "", left))
        self.take_all_button.setAccessibleName(self.take_all_button.text())
        self.take_all_button.setVisible(left > 1)
        self._show_detail()

    def current(self) -> Told | None:
        return self.model.row(self.table.currentIndex().row())

    def _show_detail(self) -> None:
        held = self.current()
        self._detail.setVisible(held is not None)
        if held is None:
            return
        self._title.setText(held.title)
        left = held.what == LEFT_OUT
        self.follow_button.setText(self.tr("Take it into the launch") if left else self.tr("Open the task"))
        self.follow_button.setAccessibleName(self.follow_button.text())
        self._detail.body.removeWidget(self._fields)
        self._fields.hide()
        self._fields.deleteLater()
        self._fields = scrolling(self._told(held))
        self._detail.body.addWidget(self._fields)

    def _told(self, held: Told) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "plain")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        if held.what != CHANGED:
            grid.addWidget(label(self._sentence(held), "secondary", wrap=True), 0, 0)
            grid.setRowStretch(1, 1)
            return inner
        for column, words in enumerate(("", self.tr("In the template"), self.tr("In the launch"))):
            grid.addWidget(label(words, "secondary"), 0, column)
        for number, difference in enumerate(held.differences, 1):
            for column, text in enumerate(in_words(difference)):
                shown = label(breakable(text) or self.tr("(empty)"), "" if column else "secondary", wrap=True)
                grid.addWidget(shown, number, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(held.differences) + 1, 1)
        return inner

    def _sentence(self, held: Told) -> str:
        if held.what == ADDED:
            return self.tr("{key} is not in the template.").format(key=held.remark)
        return self.tr("The template has it ({where}), and the launch has not.").format(where=held.remark)

    # -- from here ----------------------------------------------------------------------------------------------

    def has_current(self) -> bool:
        return self.current() is not None

    def has_left_out(self) -> bool:
        return bool(self.model.of(LEFT_OUT))

    def follow(self) -> None:
        """Opens the chosen task, or takes it into the launch if it was left out."""
        held = self.current()
        if held is not None and held.what == LEFT_OUT:
            self._take((held.id,))
        elif held is not None:
            self.shell.open_task(held.id)

    def take_all(self) -> None:
        """Takes all that was left out into the launch, as one entry."""
        self._take(tuple(held.id for held in self.model.of(LEFT_OUT)))

    def _take(self, ids: tuple[str, ...]) -> None:
        template = self._template
        self.refusal.clear()
        if template is None or not ids:
            return
        if self.bridge.make(lambda draft: take_in(draft, template, ids), self.refusal.say) is not None:
            self.shell.toast_undo(tr("Took in %n task(s) of the template", "", len(ids)))
            self.take_focus()


def _title(name: str) -> str:
    try:
        return load(name).title or name
    except TemplateRefused:
        return name
