"""Tasks, the agreed checklist, and joint gates confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from launchready.launch.changes import Change, ChecklistAgreed, GateConfirmed, TaskAdded, TaskProgressed, TaskRemoved
from launchready.launch.changes.tasks import Progress
from launchready.launch.coverage import coverage, gate_seen
from launchready.launch.model import Due, Launch, Position, Status, Task
from tests.launch import builders as b


def added(**fields: Any) -> TaskAdded:
    given = {"id": "new", "key": "PM-9", "title": "New", "lane": "pm", "position": 9, **fields}
    return TaskAdded(task=Task(**given))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"id": "load"}, "key-taken"),
        ({"key": "PM-1"}, "key-taken"),
        ({"lane": "legal"}, "lane-unknown"),
        ({"lane": "joint", "asks": True}, "ack-joint"),
        ({"gating": True, "due": Due(offset=1)}, "gate-after-launch"),
        ({"due": Due()}, "due-unclear"),
        ({"due": Due(offset=1, date=b.TODAY)}, "due-unclear"),
        ({"due": Due(offset=-(10**9))}, "date-out-of-range"),
        ({"title": ""}, "text-empty"),
        ({"title": "Two\nlines"}, "text-control"),
        ({"title": "x" * 20_001}, "text-long"),
        ({"notes": "\ud800"}, "text-broken"),
        ({"owner": "gone"}, "person-gone"),
        ({"reviewer": "gone"}, "person-gone"),
        ({"prerequisites": ("new",)}, "prerequisite-circle"),
    ],
)
def test_a_task_is_whole(fields: dict[str, Any], code: str) -> None:
    assert b.refused(b.a_launch(), added(**fields)) == code
    edited = {name: value for name, value in fields.items() if name not in ("id", "key", "prerequisites")}
    if edited:
        assert b.refused(b.a_launch(), b.edit(b.a_launch(), "wiki", **edited)) == code


def test_text_may_have_line_breaks_where_it_is_long() -> None:
    launch = b.make(b.a_launch(), added(notes="One\n\tTwo", done_when="A\nB"))
    assert launch.tasks["new"].notes == "One\n\tTwo"


def test_a_number_is_never_given_twice() -> None:
    launch = b.make(b.a_launch(), added())
    launch = b.make(launch, TaskRemoved(was=launch.tasks["new"]))
    assert launch.next_numbers["PM"] == 10


def test_a_removed_task_comes_back_under_its_key_which_is_then_taken() -> None:
    launch = b.make(b.a_launch(), added())
    launch = b.make(launch, TaskRemoved(was=launch.tasks["new"]))
    assert launch.freed_keys["PM-9"] == "new"
    launch = b.make(launch, added())
    assert not launch.freed_keys
    assert b.refused(launch, added(id="other")) == "key-taken"


def test_no_task_waits_for_itself_or_for_what_is_not_there() -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), "kit", prerequisites=("load",)))
    assert b.refused(launch, b.edit(launch, "load", prerequisites=("kit",))) == "prerequisite-circle"
    assert b.refused(launch, b.edit(launch, "load", prerequisites=("gone",))) == "prerequisite-gone"


def test_a_task_is_edited_from_what_was_seen() -> None:
    launch = b.a_launch()
    seen = b.edit(launch, "load", title="Soak test")
    assert b.refused(b.make(launch, b.edit(launch, "load", title="Else")), seen) == "moved-on"
    removed = TaskRemoved(was=launch.tasks["load"])
    assert b.refused(b.make(launch, b.edit(launch, "load", notes="Else")), removed) == "moved-on"
    after = b.make(launch, removed)
    for change in (seen, removed, b.move_on(launch, "load", Status.DONE)):
        assert b.refused(after, change) == "task-gone"


LOOSENING: dict[str, Callable[[Launch, str], Change]] = {
    "remove": lambda at, task: TaskRemoved(was=at.tasks[task]),
    "make-advisory": lambda at, task: b.edit(at, task, gating=False),
    "move": lambda at, task: b.edit(at, task, lane="joint" if at.tasks[task].lane != "joint" else "pm"),
    "not-applicable": lambda at, task: b.move_on(at, task, Status.NOT_APPLICABLE, "Not sold there"),
}


def agree(launch: Launch, *lanes: str) -> Launch:
    for lane in lanes:
        word = b.word(launch.leads[lane])
        launch = b.make(launch, ChecklistAgreed(lane=lane, covered=coverage(launch, lane), word=word))
    return launch


@pytest.mark.parametrize("action", LOOSENING)
@pytest.mark.parametrize("task", ["load", "kit", "copy"])
def test_a_gate_of_an_agreed_checklist_goes_only_by_waiver(action: str, task: str) -> None:
    make = LOOSENING[action]
    free = agree(b.a_launch(), "pm")
    b.make(free, make(free, task))
    agreed = agree(free, "pmm")
    refusal = b.refusal(agreed, make(agreed, task))
    assert (refusal.code, refusal.args["action"]) == ("gate-agreed", action)
    lane = agreed.tasks[task].lane if task != "copy" else "pm"
    waived = b.make(agreed, b.ask_waiver(agreed, task, lane))
    assert b.refused(waived, make(waived, task)) == "gate-agreed"
    waived = b.make(waived, b.consent(waived, f"w-{task}", b.LEADS[b.OTHER[lane]]))
    b.make(waived, make(waived, task))


def test_the_first_sign_off_agrees_the_checklist() -> None:
    launch = b.make(b.a_launch(), b.sign(b.a_launch(), "pm", Position.NO_GO))
    assert b.refused(launch, TaskRemoved(was=launch.tasks["kit"])) == "gate-agreed"


def test_an_agreed_checklist_still_takes_gates_and_frees_advisory_tasks() -> None:
    launch = agree(b.a_launch(), "pm", "pmm")
    launch = b.make(
        launch, added(gating=True), TaskRemoved(was=launch.tasks["wiki"]), b.edit(launch, "blog", lane="pm")
    )
    assert "new" in launch.tasks
    assert b.refused(launch, TaskRemoved(was=launch.tasks["new"])) == "gate-agreed"


@pytest.mark.parametrize("status", [Status.BLOCKED, Status.NOT_APPLICABLE])
def test_blocked_and_not_applicable_say_why(status: Status) -> None:
    launch = b.a_launch()
    assert b.refused(launch, b.move_on(launch, "load", status, " ")) == "reason-missing"
    assert b.refused(launch, b.move_on(launch, "load", status, "\x07")) == "text-control"
    assert b.make(launch, b.move_on(launch, "load", status, "No lab")).tasks["load"].why == "No lab"


def test_a_status_moves_on_from_what_was_seen() -> None:
    launch = b.a_launch()
    seen = b.move_on(launch, "load", Status.IN_PROGRESS)
    assert b.refused(b.done(launch, "load"), seen) == "moved-on"


@pytest.mark.parametrize("task", ["kit", "blog", "copy"])
def test_no_gate_or_task_is_done_before_its_prerequisites(task: str) -> None:
    launch = b.make(b.a_launch(), b.edit(b.a_launch(), task, prerequisites=("load", "wiki")))
    change = b.confirm(launch, task, "pm") if task == "copy" else b.move_on(launch, task, Status.DONE)
    refusal = b.refusal(launch, change)
    assert (refusal.code, refusal.args["keys"]) == ("prerequisite-open", ("PM-1", "PM-3"))
    launch = b.make(b.waived(launch, "load"), b.move_on(launch, "wiki", Status.NOT_APPLICABLE, "No"))
    b.done(launch, task)


def test_done_needs_no_evidence() -> None:
    assert b.done(b.a_launch(), "load").tasks["load"].evidence == ()


def test_a_joint_gate_is_not_simply_marked_done() -> None:
    launch = b.a_launch()
    refusal = b.refusal(launch, b.move_on(launch, "copy", Status.DONE))
    assert (refusal.code, refusal.args["leads"]) == ("joint-confirm", ("Priya Nair", "Dana Ruiz"))


def test_each_lead_confirms_a_joint_gate_for_their_own_lane_once() -> None:
    launch = b.a_launch()
    gate = gate_seen(launch, launch.tasks["copy"])
    for lane, by in (("pm", b.DANA), ("pm", b.CHEN), ("joint", b.PRIYA), ("nowhere", b.PRIYA)):
        assert b.refused(launch, GateConfirmed(task="copy", lane=lane, gate=gate, word=b.word(by))) == "not-lead"
    launch = b.make(launch, b.confirm(launch, "copy", "pm"))
    assert b.refused(launch, b.confirm(launch, "copy", "pm")) == "already-confirmed"
    assert b.refused(launch, b.confirm(launch, "load", "pm")) == "confirm-not-joint"


def test_a_confirmation_is_of_what_was_seen() -> None:
    launch = b.a_launch()
    seen = b.confirm(launch, "copy", "pm")
    moved = b.make(launch, b.edit(launch, "copy", title="Copy against any build"))
    refusal = b.refusal(moved, seen)
    assert refusal.code == "ground-moved"
    assert [difference.code for difference in refusal.args["differences"]] == ["gate-title"]  # type: ignore[union-attr]


def test_a_reopened_joint_gate_is_confirmed_anew() -> None:
    launch = b.done(b.a_launch(), "copy")
    launch = b.make(launch, b.move_on(launch, "copy", Status.TODO))
    assert launch.tasks["copy"].confirmations == ()
    keeping = TaskProgressed(task="copy", to=Progress(status=Status.DONE), was=Progress())
    assert b.refused(launch, keeping) == "joint-confirm"
    assert b.done(launch, "copy").tasks["copy"].status is Status.DONE
