"""One task while its parts are still being found."""

from launchready.exchange.checklist import ChecklistDue, ChecklistStep, ChecklistTask, ChecklistWarning, Lane, Link
from launchready.exchange.dates import DueReading, find_due, read_due
from launchready.exchange.fields import Field, read_lane
from launchready.exchange.lanes import lane_of
from launchready.exchange.markdown.inline import InlineText
from launchready.exchange.reading import find_owners, is_placeholder, read_owners

LONGEST_TITLE = 200


class Draft:
    """Gathers what a file says of one task; whatever has no field of its own is kept in the notes."""

    def __init__(self, *, line: int, done: bool, area: str, lane: Lane | None) -> None:
        self.notes: list[str] = []
        self.warnings: list[ChecklistWarning] = []
        self.depth = 0
        self._line = line
        self._done = done
        self._area = area
        self._lane = lane
        self._title = ""
        self._owner = ""
        self._owners_said = ""
        self._due: ChecklistDue | None = None
        self._steps: list[ChecklistStep] = []
        self._links: list[Link] = []

    def title(self, text: InlineText, *, names_after_dash: bool) -> None:
        """Takes the title, with the owner and the due date that it may name at its ends."""
        due = find_due(text.text)
        self._take_due(due, self._line)
        owners = find_owners(due.rest, emphasised=text.emphasised_end, names_after_dash=names_after_dash)
        self._title = owners.rest.rstrip(" :") or text.text
        self._take_owners(owners.owners, owners.said)
        if len(self._title) > LONGEST_TITLE:
            self.notes.append(self._title)
            self._title = self._title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"
        self.notes.extend(text.more)
        self._keep_besides(text)

    def step(self, text: InlineText, done: bool) -> None:
        """Takes a box below the task's own."""
        self._steps.append(ChecklistStep(text=text.text, done=done))
        self.notes.extend(text.more)
        self._keep_besides(text)

    def note(self, text: InlineText, *, bullet: bool = False) -> None:
        """Takes plain text below the task."""
        lines = [line for line in (text.text, *text.more) if line]
        if lines and bullet:
            lines[0] = "  " * self.depth + "- " + lines[0]
        self.notes.extend(lines)
        self._keep_besides(text)

    def cell(self, field: Field | None, heading: str, text: InlineText, *, line: int | None = None) -> None:
        """Takes a table cell or a labelled line, by the field that its heading names."""
        said = " ".join((text.text, *text.more)).strip()
        self._keep_besides(text)
        if is_placeholder(said):
            return
        lane = read_lane(said) if field == "lane" else None
        if field == "owner" and not self._owner:
            self._take_owners(read_owners(said), f"{heading}: {said}")
        elif field == "due" and self._due is None:
            due = read_due(said)
            self._take_due(due, line or self._line, f"{heading}: {said}")
        elif field == "area" and not self._area:
            self._area = said
        elif lane is not None and self._lane is None:
            self._lane = lane
        elif field == "notes":
            self.notes.extend((text.text, *text.more))
        else:
            self.notes.append(f"{heading}: {said}" if heading else said)

    def finished(self, area_due: ChecklistDue | None) -> ChecklistTask:
        """The task; one without a due date of its own takes that of its area, if the heading gives one."""
        return ChecklistTask(
            title=self._title,
            done=self._done,
            lane=self._lane or lane_of(self._title, self._area, self._owners_said),
            area=self._area,
            owner=self._owner,
            due=self._due or area_due,
            notes="\n".join(dict.fromkeys(note for note in self.notes if note)),
            steps=tuple(self._steps),
            links=tuple(dict.fromkeys(self._links)),
            place=f"line {self._line}",
        )

    def _keep_besides(self, text: InlineText) -> None:
        self.notes.extend(text.aside)
        self._links.extend(text.links)

    def _take_owners(self, owners: tuple[str, ...], said: str) -> None:
        if owners:
            self._owner = owners[0]
            self._owners_said = " / ".join(owners)
            if len(owners) > 1:
                self.notes.append(said)

    def _take_due(self, reading: DueReading, line: int, said: str = "") -> None:
        if reading.due is not None:
            self._due = reading.due
        elif reading.problem:
            self.notes.append(said or reading.said)
            values: dict[str, str | int] = {"line": line, "said": reading.said}
            self.warnings.append(ChecklistWarning(code=f"due-{reading.problem}", arguments=values))
