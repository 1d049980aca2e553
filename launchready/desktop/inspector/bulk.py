"""Several tasks edited together: what is given here goes to all of them, as one change that undo takes back whole."""

from __future__ import annotations

from collections.abc import Callable

from launchready.desktop import dues, edits
from launchready.desktop.bridge import LaunchBridge
from launchready.desktop.models.cell_values import known
from launchready.desktop.widgets.cards import Card, button
from launchready.desktop.widgets.flow import FlowLayout
from launchready.desktop.widgets.forms import Ask, FormPlace, InlineForm, Say, Values
from launchready.desktop.widgets.labels import label, rule
from launchready.desktop.widgets.notices import RefusalBar
from launchready.launch.lanes import LANES
from launchready.launch.model import Status
from launchready.wording import terms
from launchready.wording.language import tr

KEEP = "keep"


class Bulk(Card):
    """What the inspector is while more than one task is selected. `told(text)` hears what was done."""

    def __init__(self, bridge: LaunchBridge, told: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Selected tasks"))
        self.bridge = bridge
        self._told = told
        self._tasks: list[str] = []
        self._title, self._remark = label("", "detail", wrap=True), label("", "muted", wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._remark)
        self._refusal = RefusalBar()
        flow = FlowLayout()
        for text, act in (
            (self.tr("Mark done"), self.mark_done),
            (self.tr("In progress"), lambda: self.set_status(Status.IN_PROGRESS)),
            (self.tr("To do"), lambda: self.set_status(Status.TODO)),
            (self.tr("Blocked…"), lambda: self.ask_why(Status.BLOCKED)),
            (self.tr("Not applicable…"), lambda: self.ask_why(Status.NOT_APPLICABLE)),
            (self.tr("Remove"), self.remove),
        ):
            flow.addWidget(button(text, "", act))
        self.body.addLayout(flow)
        self.body.addWidget(self._refusal)
        self.body.addWidget(rule())
        self._place = FormPlace()
        self.body.addLayout(self._place)
        self.body.addStretch(1)

    def show_tasks(self, tasks: list[str]) -> None:
        changed = tasks != self._tasks
        self._tasks = tasks
        self._title.setText(tr("%n task(s) selected", "", len(tasks)))
        launch = self.bridge.launch
        gates = sum(launch.tasks[task].gating for task in tasks if task in launch.tasks)
        self._remark.setText(tr("%n of them gating", "", gates))
        if changed or self._place.form is None:
            self._refusal.clear()
            self._ask_fields()

    def _ask_fields(self) -> None:
        lanes = ((KEEP, self.tr("As it is")), *((lane.id, terms.lane(lane.id)) for lane in LANES))
        yes_no = ((KEEP, self.tr("As it is")), ("yes", self.tr("Gating")), ("no", self.tr("Advisory")))
        hint = self.tr("as it is")
        asks = (
            Ask("owner", self.tr("Owner"), hint=hint, names=known(self.bridge.launch, "owner")),
            Ask("due", self.tr("Due"), hint=hint),
            Ask("area", self.tr("Area"), hint=hint, names=known(self.bridge.launch, "area")),
            Ask("lane", self.tr("Lane"), KEEP, choices=lanes),
            Ask("gating", self.tr("Gating"), KEEP, choices=yes_no),
        )
        form = InlineForm(self.tr("Edit them together"), asks, self.tr("Change all"), self._change)
        self._place.open_form(form, focus=False)
        form.closed.connect(self._ask_fields)

    def _change(self, values: Values, say: Say) -> bool:
        fields: dict[str, object] = {name: values[name] for name in ("owner", "area") if values[name]}
        if values["due"]:
            try:
                fields["due"] = dues.parse(values["due"], self.bridge.today)
            except dues.Unclear:
                say(dues.unclear(values["due"]))
                return False
        if values["lane"] != KEEP:
            fields["lane"] = values["lane"]
        if values["gating"] != KEEP:
            fields["gating"] = values["gating"] == "yes"
        if not fields:
            say(self.tr("Nothing to change: give an owner, due, area, lane or gating."))
            return False
        made = self.bridge.make(lambda draft: edits.edit(draft, self._tasks, **fields), say)
        if made is not None:
            self._told(tr("Changed %n task(s)", "", len(self._tasks)))
        return made is not None

    def take_focus(self) -> None:
        if self._place.form is not None:
            self._place.form.take_focus()

    def mark_done(self) -> None:
        self._do(lambda draft: edits.mark_done(draft, self._tasks, self.bridge.word))

    def set_status(self, status: Status, why: str = "") -> None:
        self._do(lambda draft: edits.set_status(draft, self._tasks, status, why))

    def remove(self) -> None:
        self._do(lambda draft: edits.remove(draft, self._tasks))

    def _do(self, build: Callable[..., object]) -> None:
        self._refusal.clear()
        count = len(self._tasks)
        if self.bridge.make(build, self._refusal.say) is not None:
            self._told(tr("Changed %n task(s)", "", count))

    def ask_why(self, status: Status) -> None:
        def submit(values: Values, say: Say) -> bool:
            tasks = self._tasks
            made = self.bridge.make(lambda draft: edits.set_status(draft, tasks, status, values["why"]), say)
            if made is not None:
                self._told(tr("Changed %n task(s)", "", len(tasks)))
            return made is not None

        words = self.tr("Mark blocked") if status is Status.BLOCKED else self.tr("Mark not applicable")
        form = InlineForm("", (Ask("why", self.tr("Why"), lines=True),), words, submit)
        self._place.open_form(form)
        form.closed.connect(self._ask_fields)
