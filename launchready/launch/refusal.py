"""Why something may not be done: a code with arguments. The words are in `launchready.wording`."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from msgspec import Struct

Argument: TypeAlias = "str | int | date | tuple[str, ...] | tuple[Difference, ...]"


class Difference(Struct, frozen=True, kw_only=True):
    """One thing that is no longer as it was seen.

    `worse` tells whether a sign-off that covers it goes stale by it. `label` and `title` name the task or
    claim; both are empty for what belongs to the whole launch.
    """

    code: str
    label: str = ""
    title: str = ""
    was: str = ""
    now: str = ""
    worse: bool = True


class Refusal(Struct, frozen=True):
    """A code of `wording.REFUSALS`, and what its sentence needs."""

    code: str
    args: dict[str, Argument]


class Refused(Exception):  # noqa: N818  a refusal is an answer, not an error
    """A change was not made. `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refuse(code: str, **args: Argument) -> Refusal:
    """A refusal with its arguments by name."""
    return Refusal(code, args)
