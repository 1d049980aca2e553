"""The columns of the checklist: what each shows, says, and gives to be edited."""

from __future__ import annotations

from launchready.desktop import days
from launchready.desktop.models.grouping import Header
from launchready.desktop.models.lines import Line
from launchready.launch.entitlement import name
from launchready.launch.model import Launch, Task
from launchready.wording import terms
from launchready.wording.language import tr

COLUMNS = ("title", "lane", "area", "gating", "owner", "due")
TITLE, LANE, AREA, GATING, OWNER, DUE = range(len(COLUMNS))


def title(column: str) -> str:
    return {
        "title": tr("Title"),
        "lane": tr("Lane"),
        "area": tr("Area"),
        "gating": tr("Gating"),
        "owner": tr("Owner"),
        "due": tr("Due"),
    }[column]


def of_header(header: Header, column: str) -> str:
    """What stands in the row above a group: its title, and how many of it are done."""
    if column == "title":
        return header.title
    return tr("{done} of {total}").format(done=header.done, total=header.total) if column == "due" else ""


def shown(line: Line, task: Task, column: str) -> str:
    """The words of a cell, as they are painted."""
    return {
        "title": line.title,
        "lane": terms.lane(task.lane),
        "area": task.area,
        "gating": line.gate,
        "owner": line.owner,
        "due": line.due,
    }[column]


def spoken(line: Line, task: Task, column: str) -> str:
    """What a screen reader says of a cell other than the first: `Owner: Dana Ruiz`."""
    value = line.gate or tr("advisory") if column == "gating" else shown(line, task, column)
    return f"{title(column)}: {value if value not in ('', '—') else tr('none')}"


def typed(launch: Launch, task: Task, column: str) -> str:
    """The value of a cell as it is typed or chosen."""
    if column == "owner":
        return name(launch, task.owner)
    if column == "due":
        return days.due_as_typed(task.due)
    if column == "gating":
        return "yes" if task.gating else "no"
    return str(getattr(task, column))
