"""What a change is, and what several changes check alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, Struct

from launchready.launch.model import Launch, Task, Value, Word
from launchready.launch.readiness import is_gate, is_waived
from launchready.launch.refusal import Refusal, refuse

S = TypeVar("S", bound=Struct)
LONGEST = 20_000


class Change(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="change",
    tag=True,
):
    """One thing that happens to a launch. Its class name is its tag in the log, so a class never changes its meaning.

    A change that replaces or removes carries what `was` there, and is refused when that no longer holds.
    """

    def check(self, launch: Launch) -> Refusal | None:
        """Why it may not be made on this launch, or None. Guards appending, never opening."""
        raise NotImplementedError

    def apply(self, launch: Launch) -> Launch:
        """The launch after it. Raises nothing: what it speaks of may be gone in a log that others wrote."""
        raise NotImplementedError

    def says(self, _: Launch, /) -> bool:
        """Whether it holds somebody's word that this launch does not. Only a judgement says it, or taking back."""
        return False

    def inverse(self) -> Change | None:
        """The change that takes it back, or None for what can't be undone."""
        raise NotImplementedError


class Judgement(Change, frozen=True, kw_only=True):
    """A change that is somebody's word. It is never undone, only withdrawn or given anew, visibly."""

    word: Word

    def inverse(self) -> None:
        return None


class Fields(Value, frozen=True, kw_only=True):
    """Base of a set of fields to write: those that are UNSET stay as they are."""

    def given(self) -> dict[str, Any]:
        pairs = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return {name: value for name, value in pairs if value is not UNSET}


def changed(to: Fields, was: Fields, current: Struct, what: str) -> Refusal | None:
    """Refuses an edit whose `was` is not what stands there now, or which names other fields than it had seen."""
    if to.given().keys() != was.given().keys() or not to.given():
        return refuse("edit-incomplete", what=what)
    for name, value in was.given().items():
        if getattr(current, name) != value:
            return refuse("moved-on", what=what, field=name)
    return None


def first(refusals: Iterable[Refusal | None]) -> Refusal | None:
    """The first refusal of several checks, lazily."""
    return next((refusal for refusal in refusals if refusal is not None), None)


def text(value: str, field: str, *, required: bool = False, lines: bool = False) -> Refusal | None:
    """Refuses what can't be kept or shown as text. `lines`: line breaks and tabs are allowed."""
    if required and not value.strip():
        return refuse("text-empty", field=field)
    if len(value) > LONGEST:
        return refuse("text-long", field=field, limit=LONGEST)
    if value.isprintable():  # nearly every text: none of the signs below is
        return None
    allowed = "\n\t" if lines else ""
    if any((ord(sign) < 32 and sign not in allowed) or ord(sign) == 127 for sign in value):
        return refuse("text-control", field=field)
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in value):
        return refuse("text-broken", field=field)
    return None


def replaced(value: S, **fields: Any) -> S:
    return msgspec.structs.replace(value, **fields)


def with_task(launch: Launch, task: str, edit: Callable[[Task], Task]) -> Launch:
    """The launch with one task edited; unchanged where there is no such task."""
    found = launch.tasks.get(task)
    return launch if found is None else replaced(launch, tasks=launch.tasks.insert(task, edit(found)))


def numbered(launch: Launch, key: str) -> Launch:
    """The launch that has given away the key's number."""
    prefix, _, number = key.rpartition("-")
    following = int(number) + 1 if number.isdecimal() else 1
    if following <= launch.next_numbers.get(prefix, 1):
        return launch
    return replaced(launch, next_numbers=launch.next_numbers.insert(prefix, following))


def is_new_key(launch: Launch, key: str) -> bool:
    """Whether the key's number has never been given: then nothing has it, and nobody needs to look."""
    prefix, _, number = key.rpartition("-")
    return number.isdecimal() and int(number) >= launch.next_numbers.get(prefix, 1)


def next_key(launch: Launch, prefix: str) -> str:
    """The next label with that prefix, such as `PM-3`."""
    return f"{prefix}-{launch.next_numbers.get(prefix, 1)}"


def is_agreed(launch: Launch) -> bool:
    """Whether the checklist is agreed: by both leads, or by the first sign-off."""
    from launchready.launch.lanes import SIGNING

    return bool(launch.sign_offs) or all(lane.id in launch.agreed for lane in SIGNING)


def loosening(launch: Launch, task: Task, action: str) -> Refusal | None:
    """Refuses to take a gate of an agreed checklist out of the way without a waiver."""
    if is_agreed(launch) and is_gate(task) and not is_waived(launch, task):
        return refuse("gate-agreed", key=task.key, title=task.title, action=action)
    return None


def inserted(items: tuple[Any, ...], index: int, item: Any) -> tuple[Any, ...]:
    return (*items[:index], item, *items[index:])


def stands_at(items: tuple[Any, ...], index: int, item: Any) -> bool:
    """Whether that item is the one at the index; -1 for the last."""
    return -1 <= index < len(items) and bool(items) and items[index] == item


def fits(items: tuple[Any, ...], index: int) -> bool:
    """Whether an item can be put in at the index; -1 for the end."""
    return -1 <= index <= len(items)


def without(items: tuple[Any, ...], id_: str) -> tuple[Any, ...]:
    return tuple(item for item in items if item.id != id_)


def with_item(items: tuple[Any, ...], item: Any) -> tuple[Any, ...]:
    """The items with the one of the same id replaced."""
    return tuple(item if old.id == item.id else old for old in items)


def index_of(items: tuple[Any, ...], id_: str) -> int:
    """Where the item with that id stands; -1 where it doesn't."""
    return next((index for index, item in enumerate(items) if item.id == id_), -1)
