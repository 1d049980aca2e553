"""Who takes part: people, the lanes' leads, their delegates, the decider. Every edit counts at once, and undo takes
it back; a delegation is somebody's word, and is removed instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from launchready.desktop import days, dues
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.dialogs.person_row import PersonRow, roles
from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.dialogs import scrolling
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Values
from launchready.desktop.widgets.judging import give, whose
from launchready.desktop.widgets.labels import label
from launchready.desktop.widgets.notices import RefusalBar
from launchready.desktop.widgets.reading_order import Dialog
from launchready.desktop.widgets.rows import RowList
from launchready.launch.changes import (
    DeciderChanged,
    DelegateNamed,
    DelegateRemoved,
    LeadChanged,
    PersonRemoved,
)
from launchready.launch.drafting import Draft
from launchready.launch.entitlement import name
from launchready.launch.lanes import SIGNING
from launchready.launch.maps import values
from launchready.launch.model import Delegation, Person
from launchready.wording import terms
from launchready.wording.language import tr

DECIDER = "decider"


class PeopleDialog(Dialog):
    """Shown with `open()`. Follows what others write while it is open, and keeps what is half typed."""

    def __init__(self, parent: QWidget, bridge: LaunchBridge) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setWindowTitle(tr("People"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 20, 20, 16)
        outer.setSpacing(12)
        self.refusal = RefusalBar()
        outer.addWidget(self.refusal)
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._add_roles()
        self._add_people()
        self._add_delegates()
        self._column.addStretch(1)
        self._area = scrolling(inner)
        outer.addWidget(self._area, 1)
        outer.addLayout(row(1, button(tr("Done"), "primary", self.close)))
        self.setMinimumSize(480, 360)
        bridge.launch_changed.connect(self._on_launch_changed)
        self._fill()

    def sizeHint(self) -> QSize:
        parent = self.parentWidget()
        most = parent.window().height() - 40 if parent is not None else 600
        return QSize(600, min(640, most))

    # -- building -----------------------------------------------------------------------------------------------

    def _add_roles(self) -> None:
        self._column.addWidget(label(tr("Who leads and who decides"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.leads: dict[str, QComboBox] = {}
        lanes = [(lane.id, tr("{lane} lead").format(lane=terms.lane(lane.id))) for lane in SIGNING]
        for line, (id_, text) in enumerate((*lanes, (DECIDER, tr("Decider")))):
            combo = self.leads[id_] = QComboBox()
            combo.setAccessibleName(text)
            combo.activated.connect(lambda _index, id_=id_: self._on_role_chosen(id_))
            shown = label(text, "muted")
            shown.setBuddy(combo)
            grid.addWidget(shown, line, 0)
            grid.addWidget(combo, line, 1)
        self._column.addLayout(grid)
        hint = tr("The decider rules when the leads differ. A change of lead makes that lane's sign-off stale.")
        self._column.addWidget(label(hint, "secondary", wrap=True))

    def _add_people(self) -> None:
        self._column.addSpacing(8)
        add = button(tr("Add a person…"), "", self.add_person)
        self._column.addLayout(row(label(tr("People"), "heading"), 1, add))
        self._people_form = FormPlace()
        self._column.addLayout(self._people_form)
        self.people = RowList()
        self._column.addWidget(self.people)

    def _add_delegates(self) -> None:
        self._column.addSpacing(8)
        add = button(tr("Name a delegate…"), "", self.name_delegate)
        self._column.addLayout(row(label(tr("Delegates"), "heading"), 1, add))
        self._delegates_form = FormPlace()
        self._column.addLayout(self._delegates_form)
        self.delegates = RowList(spacing=4)
        self._column.addWidget(self.delegates)
        self._no_delegates = label(tr("A delegate speaks for a lead from one day to another."), "muted", wrap=True)
        self._column.addWidget(self._no_delegates)

    # -- what is shown ------------------------------------------------------------------------------------------

    def _on_launch_changed(self) -> None:
        self._fill()

    def _fill(self) -> None:
        launch = self.bridge.launch
        people = sorted(launch.people.values(), key=lambda each: (each.name.casefold(), each.email))
        for id_, combo in self.leads.items():
            held = launch.decider if id_ == DECIDER else launch.leads.get(id_, "")
            self._offer(combo, people, held, nobody=id_ == DECIDER or not held)
        owned = Counter(task.owner for task in values(launch.tasks))
        reviewed = Counter(task.reviewer for task in values(launch.tasks) if task.reviewer)
        self.people.show_rows([(each.id, each.id) for each in people], self._person_row)
        for each in people:
            shown = self.people.row(each.id)
            if isinstance(shown, PersonRow):
                shown.show_person(each, roles(launch, each.id, owned[each.id], reviewed[each.id]))
        self.delegates.show_rows([(each.id, each) for each in launch.delegations], self._delegate_row)
        self._no_delegates.setVisible(not launch.delegations)

    def _offer(self, combo: QComboBox, people: list[Person], held: str, *, nobody: bool) -> None:
        launch = self.bridge.launch
        wanted = [("", tr("Nobody"))] if nobody else []
        wanted += [(each.id, name(launch, each.id)) for each in people]
        if [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())] != wanted:
            combo.clear()
            for id_, text in wanted:
                combo.addItem(text, id_)
        combo.setCurrentIndex(max(0, combo.findData(held)))

    def _person_row(self, person: str) -> QWidget:
        return PersonRow(lambda field, value: self._edit(person, field, value), lambda: self._remove(person))

    def _delegate_row(self, held: Delegation) -> QWidget:
        launch = self.bridge.launch
        text = tr("{name} for {lane}, {start} to {end}").format(
            name=name(launch, held.person),
            lane=terms.lane(held.lane),
            start=days.day(held.start),
            end=days.day(held.end, year=True),
        )
        made = QWidget()
        named = tr("End the delegation of {name}").format(name=name(launch, held.person))
        end = button(tr("Remove…"), "quiet", lambda: self.remove_delegate(held.id), named)
        made.setLayout(row(label(text, wrap=True), 1, end))
        return made

    # -- what is done -------------------------------------------------------------------------------------------

    def _make(self, build: Callable[[Draft], object]) -> bool:
        self.refusal.clear()
        made = self.bridge.make(build, self.refusal.say)
        self._fill()
        return made is not None

    def _on_role_chosen(self, id_: str) -> None:
        to = str(self.leads[id_].currentData() or "")

        def build(draft: Draft) -> None:
            launch = draft.launch
            was = launch.decider if id_ == DECIDER else launch.leads.get(id_, "")
            if to == was:
                return
            draft.make(DeciderChanged(to=to, was=was) if id_ == DECIDER else LeadChanged(lane=id_, to=to, was=was))

        self._make(build)

    def _edit(self, person: str, field: str, value: str) -> None:
        def build(draft: Draft) -> None:
            held = draft.launch.people.get(person)
            if held is not None:
                draft.edit_person(held, **{field: value})

        self._make(build)

    def _remove(self, person: str) -> None:
        held = self.bridge.launch.people.get(person)
        if held is not None:
            self._make(lambda draft: draft.make(PersonRemoved(was=held)))

    def _ask(self, place: FormPlace, title: str, asks: tuple[Ask, ...], text: str, submit: Callable[..., bool]) -> None:
        if self.form is not None:
            self.form.close_form()
        place.open_form(InlineForm(title, asks, text, submit))

    @property
    def form(self) -> InlineForm | None:
        """The form that is open here."""
        return self._people_form.form or self._delegates_form.form

    def add_person(self) -> None:
        def submit(values: Values, say: Say) -> bool:
            heard: list[str] = []
            known = len(self.bridge.launch.people)

            def build(draft: Draft) -> None:
                mail = f" <{values['email']}>" if values["email"] else ""
                draft.person(values["name"] + mail)

            if not values["name"]:
                say(tr("The name is empty: give it some text."))
                return False
            self.bridge.make(build, lambda text: heard.append(text))
            if not heard and len(self.bridge.launch.people) == known:
                heard.append(tr("{name} is in this launch already.").format(name=values["name"]))
            for text in heard[:1]:
                say(text)
            return not heard

        asks = (Ask("name", tr("Name")), Ask("email", tr("E-mail"), hint=tr("Tells apart two who share a name")))
        self._ask(self._people_form, tr("Add a person"), asks, tr("Add the person"), submit)

    def name_delegate(self) -> None:
        launch, today = self.bridge.launch, self.bridge.today
        mine = self.bridge.my_lanes()
        lanes = tuple((lane.id, tr("{lane} lead").format(lane=terms.lane(lane.id))) for lane in SIGNING)
        asks = (
            Ask("lane", tr("For the"), (mine or ("",))[0], choices=lanes),
            Ask("who", tr("Who"), names=tuple(name(launch, each) for each in launch.people)),
            Ask("start", tr("From"), days.as_typed(today), "2026-12-01"),
            Ask("end", tr("To"), days.as_typed(max(today, launch.date)), "2026-12-05"),
            *self._delegators(),
        )

        def submit(values: Values, say: Say) -> bool:
            return self._submit_delegate(values, say)

        self._ask(self._delegates_form, tr("Name a delegate"), asks, tr("Name the delegate"), submit)

    def _delegators(self) -> tuple[Ask, ...]:
        launch = self.bridge.launch
        return whose(self.bridge, (*(launch.leads.get(lane.id, "") for lane in SIGNING), launch.decider))

    def _submit_delegate(self, values: Values, say: Say) -> bool:
        if not values["who"]:
            say(tr("Say who speaks for the lead."))
            return False
        try:
            start, end = (dues.parse_day(values[key], self.bridge.launch.date) for key in ("start", "end"))
        except dues.Unclear as unclear:
            say(tr("“{text}” is no date: write it as 2026-12-01 or T-5.").format(text=unclear))
            return False

        def build(draft: Draft) -> None:
            person = draft.person(values["who"])
            word = self.bridge.word(draft.launch, values.get("whose", ""))
            named = DelegateNamed(
                id=draft.new_id(), lane=values["lane"], person=person, start=start, end=end, word=word
            )
            draft.make(named)

        return self.bridge.make(build, say) is not None

    def remove_delegate(self, delegation: str) -> None:
        """A delegation is the lead's or the decider's word, and so is its end."""

        def submit(values: Values, say: Say) -> bool:
            return give(self.bridge, lambda word: DelegateRemoved(delegation=delegation, word=word), values, say)

        asks = self._delegators()
        self._ask(self._delegates_form, tr("End the delegation"), asks, tr("Remove the delegate"), submit)
