"""What every importer yields: a checklist in neutral terms, before anything of it touches a launch."""

import datetime
from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

Lane = Literal["pm", "pmm", "joint"]
ChecklistStatus = Literal["to-do", "in-progress", "blocked", "done", "not-applicable"]


class Link(NamedTuple):
    """Evidence: what it is called and where it lies; only files of our own say more of it."""

    label: str
    link: str = ""
    note: str = ""
    date: datetime.date | None = None
    build: str = ""


class ChecklistDue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When a task is due: days from launch (T-14 is -14) or a fixed date, never both.

    `workday` moves an offset off weekends.
    """

    offset: int | None = None
    date: datetime.date | None = None
    workday: bool = False

    def __post_init__(self) -> None:
        if (self.offset is None) == (self.date is None):
            raise ValueError("a due is either an offset or a date")


class ChecklistStep(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One box below a task's own box, whatever its depth in the file."""

    text: str
    done: bool = False


class ChecklistTask(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One box, row, card or issue; `place` says where it stands, in the reader's terms (`line 12`).

    `id` is what the file or product calls it, so that the same one is found again, and `prerequisites` are such ids.
    `status` and `gating` are None where the file says nothing of them; `lane_said`: the file itself names the lane.
    `asks`: the other lane must acknowledge it.
    """

    title: str
    done: bool = False
    id: str = ""
    status: ChecklistStatus | None = None
    why: str = ""
    gating: bool | None = None
    done_when: str = ""
    prerequisites: tuple[str, ...] = ()
    lane: Lane = "joint"
    lane_said: bool = False
    area: str = ""
    owner: str = ""
    reviewer: str = ""
    asks: bool = False
    due: ChecklistDue | None = None
    notes: str = ""
    steps: tuple[ChecklistStep, ...] = ()
    links: tuple[Link, ...] = ()
    place: str = ""


class ChecklistWarning(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was left out or not understood: a code with its arguments, worded elsewhere."""

    code: str
    arguments: dict[str, str | int] = {}


class ChecklistCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Boxes, not tasks alone: a task and each of its steps are one each."""

    tasks: int
    done: int


class Checklist(msgspec.Struct, frozen=True, kw_only=True):
    """All that was understood of one file; `origin` is the file or product that its tasks' ids belong to.

    `tells` are the fields of a task of which a file of our own always speaks: an empty one was emptied. `plain_spaced`:
    white space is not as it was.
    """

    title: str
    origin: str = ""
    tasks: tuple[ChecklistTask, ...] = ()
    warnings: tuple[ChecklistWarning, ...] = ()
    tells: frozenset[str] = frozenset()
    plain_spaced: bool = False

    @property
    def counts(self) -> ChecklistCounts:
        """How many boxes the file holds and how many are ticked."""
        steps = [step for task in self.tasks for step in task.steps]
        return ChecklistCounts(
            tasks=len(self.tasks) + len(steps),
            done=sum(task.done for task in self.tasks) + sum(step.done for step in steps),
        )


class ImportRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The file gives no checklist; nothing has been changed.

    `arguments` always hold `file`; the wording is found by `code`.
    """

    def __init__(self, code: str, arguments: Mapping[str, str | int]) -> None:
        super().__init__(code, dict(arguments))
        self.code = code
        self.arguments = dict(arguments)
