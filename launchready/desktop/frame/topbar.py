"""The top bar: which launch, when, the search field, the verdict, export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from launchready.desktop import days
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.widgets.cards import button
from launchready.desktop.widgets.labels import ElidedLabel, Pill, label
from launchready.desktop.widgets.shapes import Shape
from launchready.desktop.widgets.tones import Look, of_decision
from launchready.launch.decision import Decision
from launchready.launch.schedule import go_no_go_date
from launchready.wording import reasons, terms

HEIGHT = 56
SEARCH = (120, 260)
"""The search field's least and greatest width."""


class SearchButton(QPushButton):
    """Looks like a field and opens the palette, where the typing happens."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__(self.tr("Search or run a command"))
        self.setProperty("role", "search")
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(SEARCH[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        self._keys = label("Ctrl K", "keys")
        self._keys.setFixedHeight(19)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(lambda _checked=False: on_click())

    def sizeHint(self) -> QSize:
        return QSize(SEARCH[1], 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(SEARCH[0], 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.setVisible(event.size().width() > 236)
        self.setText(self.tr("Search or run a command") if event.size().width() > 200 else self.tr("Search"))


class VerdictPill(QPushButton):
    """The verdict as a pill; pressing it opens what stands behind it."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._look = Look(Shape.RING, "waiting", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: on_click())

    def show_look(self, look: Look) -> None:
        self._look = look
        self.setText(look.text)
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return Pill.size_of(self._look.text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        Pill.paint_look(self, self._look)


class TopBar(QFrame):
    """Height 56. Shows nothing of a launch until `show_launch`."""

    def __init__(self, search: Callable[[], object], verdict: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Launch"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(14)
        self._name = ElidedLabel("", "title")
        self._left = label("", "strong")
        self._before, self._after = label("", "muted"), ElidedLabel("", "muted")
        dates = QHBoxLayout()
        dates.setSpacing(0)
        for each in (self._before, self._left, self._after):
            dates.addWidget(each)
        self.row.addWidget(self._name)
        self.row.addLayout(dates)
        self.row.addStretch(1)
        self.search = SearchButton(search)
        self.row.addWidget(self.search, 2)
        self.verdict = VerdictPill(verdict)
        self.verdict.hide()
        self.row.addWidget(self.verdict)
        self._details: tuple[str, ...] = ("",)

    def add_export(self, on_click: Callable[[], object]) -> None:
        self.row.addWidget(button(self.tr("Export…"), "", on_click))

    def show_launch(self, bridge: LaunchBridge) -> None:
        launch, today = bridge.launch, bridge.today
        self._name.setText(launch.name)
        self._before.setText(self.tr("Tier {tier}").format(tier=launch.tier) + " · ")
        self._left.setText(terms.offset(-(launch.date - today).days))
        meeting = days.day(go_no_go_date(launch), weekday=True)
        start = days.day(launch.date, weekday=True)
        self._details = tuple(
            " · " + words.format(meeting=meeting, start=start, time=launch.time)
            for words in (
                self.tr("go/no-go {meeting} · launches {start}, {time}"),
                self.tr("go/no-go {meeting} · launches {start}"),
                self.tr("launches {start}"),
            )
        )
        self._after.setToolTip(f"{self._details[0].removeprefix(' · ')} ({launch.zone})")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The name has its room first; of the details, what is left is enough for."""
        self.ensurePolished()
        margins, others = self.row.contentsMargins(), self.search.minimumSizeHint().width()
        widgets = [item.widget() for number in range(self.row.count()) if (item := self.row.itemAt(number))]
        for each in widgets:
            if isinstance(each, QPushButton) and each is not self.search and not each.isHidden():
                others += each.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - others - self.row.spacing() * self.row.count()
        name = self._name.fontMetrics().horizontalAdvance(self._name.text()) + 8
        before = self._before.sizeHint().width() + self._left.sizeHint().width()
        left, metrics = room - name - before, self._after.fontMetrics()
        fitting = (words for words in self._details if metrics.horizontalAdvance(words) + 2 <= left)
        self._after.setText(next(fitting, ""))
        self._name.setMaximumWidth(name)
        left -= self._after.sizeHint().width()
        self.search.setMaximumWidth(max(SEARCH[0], min(SEARCH[1], SEARCH[0] + left)))

    def show_decision(self, decision: Decision) -> None:
        self.verdict.show_look(of_decision(decision))
        self.verdict.setToolTip(reasons.why(decision))
        self.verdict.setAccessibleDescription(reasons.why(decision))
        self.verdict.show()
        self._fit()

    def show_none(self) -> None:
        """No launch is open."""
        for each in (self._name, self._before, self._left, self._after):
            each.setText("")
        self._name.setText("Launchready")
        self._details = ("",)
        self.verdict.hide()
