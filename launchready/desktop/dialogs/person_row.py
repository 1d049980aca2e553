"""One who takes part, as a line of the dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from launchready.desktop.widgets.cards import button, row
from launchready.desktop.widgets.fields import LineField
from launchready.desktop.widgets.labels import ElidedLabel
from launchready.launch.model import Launch, Person
from launchready.wording import terms
from launchready.wording.language import tr


def roles(launch: Launch, person: str, tasks: int, reviews: int = 0) -> str:
    """What a person is in this launch, in words; `tasks` they own, and `reviews` of gates wait for their word."""
    found = [tr("{lane} lead").format(lane=terms.lane(lane)) for lane, lead in launch.leads.items() if lead == person]
    if launch.decider == person:
        found.append(tr("decider"))
    found += [
        tr("delegate for {lane}").format(lane=terms.lane(held.lane))
        for held in launch.delegations
        if held.person == person
    ]
    if reviews:
        found.append(tr("reviews %n gate(s)", "", reviews))
    if tasks:
        found.append(tr("%n task(s)", "", tasks))
    return ", ".join(found) or tr("nothing yet")


class PersonRow(QWidget):
    """Name and e-mail, edited where they stand; what the person is here; and out with them."""

    def __init__(self, edit: Callable[[str, str], object], remove: Callable[[], object]) -> None:
        super().__init__()
        self.fields: dict[str, LineField] = {}
        for field, hint in (("name", ""), ("email", tr("E-mail"))):
            typed = self.fields[field] = LineField("", hint)
            typed.committed.connect(lambda value, field=field: edit(field, value))
        self._roles = ElidedLabel("", "secondary")
        self._remove = button("✕", "quiet", remove)
        line = row(*self.fields.values(), self._roles, self._remove, spacing=6)
        for number, stretch in enumerate((3, 4, 3, 0)):
            line.setStretch(number, stretch)
        self.setLayout(line)

    def show_person(self, person: Person, roles: str) -> None:
        """Half-typed text stays."""
        for field, text in (("name", tr("Name: {name}")), ("email", tr("E-mail: {name}"))):
            self.fields[field].setAccessibleName(text.format(name=person.name))
            self.fields[field].show_value(getattr(person, field))
        self._roles.setText(roles)
        remove = tr("Remove {name}").format(name=person.name)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)
