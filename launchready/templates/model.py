"""What a template holds once it has been read and found sound."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

TIERS = (1, 2, 3)
LANES = ("pm", "pmm", "joint")
OWNER_ROLES = ("pm lead", "pmm lead")
LETTERS = ("R", "A", "C", "I", "AR")
GO_NO_GO = {1: -3, 2: -3, 3: -1}


class Due(NamedTuple):
    """When a task is due in one tier: days are negative before launch; a workday is shifted off weekends."""

    days: int
    gating: bool
    workday: bool


def written_due(days: int) -> str:
    """`T-14`, `T-0`, `T+3`."""
    return f"T+{days}" if days > 0 else f"T-{-days}"


class TemplateTask(msgspec.Struct, frozen=True):
    """A task to be; `tiers` names only the tiers that have it, `prerequisites` are ids in the same template."""

    id: str
    title: str
    done_when: str
    lane: str
    area: str
    owner_role: str
    reviewer: str
    acknowledged: bool
    notes: str
    prerequisites: tuple[str, ...]
    steps: tuple[str, ...]
    tiers: dict[int, Due]


class TemplateActivity(msgspec.Struct, frozen=True):
    """One row of the RACI: a party without a letter has no part in it; "AR" is accountable and responsible."""

    name: str
    letters: dict[str, str]
    input_expected: str
    escalates_to: str


class Template(msgspec.Struct, frozen=True):
    """A checklist for all tiers; `name` is the file's stem, `go_no_go` the days of the decision by tier."""

    name: str
    title: str
    description: str
    tasks: tuple[TemplateTask, ...]
    parties: tuple[str, ...]
    raci: tuple[TemplateActivity, ...]
    go_no_go: dict[int, int]

    def for_tier(self, tier: int) -> tuple[tuple[TemplateTask, Due], ...]:
        """The tasks that the tier has, in the file's order; a prerequisite may lie outside the tier."""
        return tuple((task, task.tiers[tier]) for task in self.tasks if tier in task.tiers)


class TemplateRefused(Exception):  # noqa: N818 - a refusal, in the product's word
    """A template that can't be used: a code and its arguments, worded elsewhere; `file` is always among them.

    `line` is there for every mistake inside a file, `column` too for a mistake of syntax or encoding.
    """

    def __init__(self, code: str, **arguments: str | int | tuple[str, ...]) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments
