"""Tables as other products export them."""

from __future__ import annotations

import datetime as dt

from launchready.exchange.checklist import ChecklistDue
from tests.exchange.reading_tables import one, tasks, understood


def test_asana_has_no_status_and_is_done_when_completed() -> None:
    text = (
        "Task ID,Created At,Completed At,Name,Section/Column,Assignee,Assignee Email,Due Date,Tags,Notes,Projects,"
        "Parent task,Blocked By (Dependencies),Blocking (Dependencies)\n"
        "1,2026-01-01,2026-01-09,Brief,(no section),Ana Lee,ana@x.org,2026-01-15,,,P,,,Launch\n"
        "2,2026-01-01,,Draft,Later,,,,,,P,Brief,Brief,\n"
        '3,2026-01-01,,Launch,Later,,,,,,P,,"Brief,Draft",\n'
    )
    brief, draft, launch = tasks(text)
    assert (brief.done, brief.area, brief.owner) == (True, "", "Ana Lee <ana@x.org>")
    assert (draft.status, draft.area, draft.prerequisites) == ("to-do", "Later", ("1",))
    assert launch.prerequisites == ("1", "2")


def test_clickup() -> None:
    task = one(
        'Status,"Task Name","List (ClickUp)","Task assignee(s)","Due Date",Tags,Subtasks\n'
        'Closed,Ship,Launch:Website|Other:List,"[Ana Lee,Bo]",1791021600000,a|b,One|Two\n'
    )
    assert (task.done, task.area, task.owner) == (True, "Website", "Ana Lee")
    assert [step.text for step in task.steps] == ["One", "Two"]
    assert task.due == ChecklistDue(date=dt.date(2026, 10, 3))
    assert task.notes == "Tags: a|b\nOwners: Ana Lee,Bo"


def test_planner() -> None:
    found = understood(
        "Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Due Date,Checklist Items,"
        "Completed Checklist Items\n"
        "x1,Brief,Before,Completed,Medium,Ana;Bo,03/25/2026,One;Two,2/2\n"
        "x2,Draft,Before,In progress,Medium,,,,\n"
        "x3,Ship,After,Not started,Medium,,,,\n"
    )
    brief, draft, ship = found.checklist.tasks
    assert found.product == "planner"
    assert [task.status for task in (brief, draft, ship)] == ["done", "in-progress", "to-do"]
    assert (brief.area, brief.owner, [step.done for step in brief.steps]) == ("Before", "Ana", [True, True])


def test_monday_groups_headers_again_and_subitems() -> None:
    text = (
        "Launch board,,,\n,,,\nBefore,,,\nName,Subitems,Person,Status\nBrief,Outline,Ana,Done\n"
        "Subitems,Name,Owner,Status\n,Outline,Ana,Done\n,Polish,Bo,Stuck\nDraft,,Bo,Working on it\n,,,\n"
        "After,,,\nName,Subitems,Person,Status\nThank,,Ana,Stuck\n"
    )
    found = understood(text)
    assert found.product == "monday"
    assert [(task.title, task.area, task.status) for task in found.checklist.tasks] == [
        ("Brief", "Before", "done"),
        ("Draft", "Before", "in-progress"),
        ("Thank", "After", "blocked"),
    ]
    assert [(step.text, step.done) for step in found.checklist.tasks[0].steps][:2] == [
        ("Outline", True),
        ("Polish", False),
    ]


def test_smartsheet_predecessors_are_rows() -> None:
    found = understood(
        "Task Name,Duration,Start,Finish,Predecessors,% Complete,Status,Assigned To\n"
        'A,2d,,2026-01-05,,100%,,Ana\nB,2d,,2026-01-06,1,50%,,\nC,2d,,,"1FS +2d, 2SS",0,,\n'
    )
    assert found.product == "smartsheet"
    assert [task.status for task in found.checklist.tasks] == ["done", "in-progress", "to-do"]
    assert [task.prerequisites for task in found.checklist.tasks] == [(), ("A",), ("A",)]


def test_jira_trusts_category_then_resolution_then_words() -> None:
    def statuses(columns: str, *rows: str) -> list[str | None]:
        return [task.status for task in tasks("\n".join((columns, *rows)))]

    category = "Summary,Issue key,Status,Resolution,Status Category"
    assert statuses(category, "a,T-1,IN UAT,,Done", "b,T-2,IN UAT,Done,In Progress", "c,T-3,Blocked,,To Do") == [
        "done",
        "in-progress",
        "blocked",
    ]
    assert statuses(
        "Summary,Issue key,Status,Resolution", "a,T-1,Open,Fixed", "b,T-2,Closed,Won't Do", "c,T-3,Closed,"
    ) == [
        "done",
        "not-applicable",
        "done",
    ]
    assert statuses("Summary,Issue key", "a,T-1") == [None]


def test_a_cut_down_jira_export_without_status_is_read() -> None:
    assert one("Issue key,Summary\nT-1,Fix\n").done is False
