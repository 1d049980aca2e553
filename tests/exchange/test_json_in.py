"""Boards and issues as JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistDue, ChecklistTask, Link
from launchready.exchange.understood import Options, Understood
from tests.exchange.reading_tables import warned


def read(value: Any, **options: Any) -> Understood:
    return readers.read_content(json.dumps(value).encode(), "export.json", Options(**options))


def board(**more: Any) -> dict[str, Any]:
    return {
        "name": "Launch",
        "lists": [{"id": "l1", "name": "Website", "pos": 2}, {"id": "l2", "name": "Old", "closed": True, "pos": 1}],
        "cards": [
            {
                "id": "c1",
                "idShort": 1,
                "name": "Page",
                "idList": "l1",
                "idMembers": ["m1", "m9"],
                "dueComplete": True,
                "due": "2026-03-01T09:00:00.000Z",
                "desc": "All of it",
                "attachments": [{"name": "Draft", "url": "https://x.org/d"}],
            },
            {"id": "c2", "idShort": 2, "name": "Gone", "idList": "l1", "closed": True},
            {"id": "c3", "idShort": 3, "name": "Older", "idList": "l2"},
        ],
        "checklists": [
            {
                "id": "k1",
                "idCard": "c1",
                "checkItems": [
                    {"name": "Second", "state": "incomplete", "pos": 2},
                    {"name": "First", "state": "complete", "pos": 1},
                ],
            }
        ],
        "members": [{"id": "m1", "fullName": "Ana Lee"}],
        "actions": [{"data": {"card": {"name": "Ghost"}, "checkItem": {"state": "complete", "name": "Ghost"}}}],
        **more,
    }


def test_trello_joins_checklists_by_card_and_leaves_out_the_archive() -> None:
    found = read(board())
    (task,) = found.checklist.tasks
    assert (task.title, task.done, task.area, task.owner, task.id) == ("Page", True, "Website", "Ana Lee", "c1")
    assert task.due == ChecklistDue(date=dt.date(2026, 3, 1))
    assert [(step.text, step.done) for step in task.steps] == [("First", True), ("Second", False)]
    assert (task.links, task.notes) == ((Link("Draft", "https://x.org/d"),), "All of it")
    assert {(row.place, row.why) for row in found.skipped} == {("card 2", "archived"), ("card 3", "archived")}


def test_trello_lists_that_are_states_tell_the_status() -> None:
    lists = [{"id": name, "name": name} for name in ("To do", "Doing", "Done \U0001f389", "Blocked")]
    cards = [
        {"id": f"c{number}", "name": f"Card {number}", "idList": each["id"], "labels": [{"name": "Web"}]}
        for number, each in enumerate(lists)
    ]
    found = read({"name": "B", "lists": lists, "cards": cards})
    assert [task.status for task in found.checklist.tasks] == ["to-do", "in-progress", "done", "blocked"]
    assert {task.area for task in found.checklist.tasks} == {"Web"}


@pytest.mark.parametrize(
    ("name", "done"), [("Done \u2013 May", True), ("Released v2", True), ("Production", False), ("Closed beta", False)]
)
def test_trello_lists_that_only_sound_done(name: str, done: bool) -> None:
    (task,) = read(
        {"lists": [{"id": "x", "name": name}], "cards": [{"id": "a", "name": "One", "idList": "x"}]}
    ).checklist.tasks
    assert (task.done, task.area) == (done, "" if done else name)


def test_an_old_trello_export_has_no_labels_fields_or_due_complete() -> None:
    old = board()
    del old["members"]
    del old["cards"][0]["dueComplete"]
    assert read(old).checklist.tasks[0].done is False


def issue(key: str, **fields: Any) -> dict[str, Any]:
    return {"key": key, "fields": {"summary": f"Do {key}", **fields}}


def test_jira_by_category_then_resolution_then_name() -> None:
    found = read(
        {
            "issues": [
                issue("T-1", status={"name": "IN UAT", "statusCategory": {"key": "done"}}),
                issue(
                    "T-2",
                    status={"name": "IN UAT", "statusCategory": {"key": "indeterminate"}},
                    resolution={"name": "Done"},
                ),
                issue("T-3", status={"name": "Closed"}, resolution={"name": "Won't Do"}),
                issue("T-4", status={"name": "In Review"}),
                issue("T-5"),
            ]
        }
    )
    assert [task.status for task in found.checklist.tasks] == [
        "done",
        "in-progress",
        "not-applicable",
        "in-progress",
        None,
    ]


def test_jira_fields() -> None:
    prose = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Why"}]}]}
    found = read(
        {
            "total": 9,
            "startAt": 0,
            "issues": [
                issue(
                    "T-1",
                    assignee={"displayName": "Ana", "emailAddress": "a@x.org"},
                    duedate="2026-03-01",
                    labels=["web"],
                    description=prose,
                    parent={"key": "T-0", "fields": {"summary": "Epic"}},
                    subtasks=[
                        {"key": "T-9", "fields": {"summary": "Sub", "status": {"statusCategory": {"key": "done"}}}}
                    ],
                ),
                issue(
                    "T-2",
                    issuelinks=[
                        {"type": {"inward": "is blocked by", "outward": "blocks"}, "inwardIssue": {"key": "T-1"}}
                    ],
                ),
            ],
        }
    )
    first, second = found.checklist.tasks
    assert (first.owner, first.area, first.notes) == ("Ana <a@x.org>", "Epic", "Why\nLabels: web")
    assert (first.due, [step.done for step in first.steps]) == (ChecklistDue(date=dt.date(2026, 3, 1)), [True])
    assert second.prerequisites == ("T-1",)
    assert warned(found) == [
        "export.json: these are 2 of 9 issues, one page of an export. Import the other pages, too."
    ]


def test_one_jira_issue_and_a_bare_list() -> None:
    assert len(read(issue("T-1")).checklist.tasks) == len(read([issue("T-1")]).checklist.tasks) == 1


def github(number: int, **more: Any) -> dict[str, Any]:
    return {
        "number": number,
        "title": f"Issue {number}",
        "state": "open",
        "html_url": f"https://github.com/acme/app/issues/{number}",
        **more,
    }


def titles(value: Any) -> list[str]:
    return [task.title for task in read(value).checklist.tasks]


def test_github_in_all_its_shapes() -> None:
    assert titles([github(1), github(2)]) == ["Issue 1", "Issue 2"]
    assert titles(github(1)) == titles({"items": [github(1)], "total_count": 1}) == ["Issue 1"]
    assert titles({"action": "opened", "issue": github(3), "repository": {}}) == ["Issue 3"]


def test_github_leaves_out_pull_requests() -> None:
    found = read([github(1), github(2, pull_request={"url": "x"})])
    assert [row.why for row in found.skipped] == ["pull-request"]
    assert len(found.checklist.tasks) == 1


def test_github_fields() -> None:
    body = "Text\r\n- [x] one\r\n- [ ] two\r\n\r\nBlocked by #2"
    found = read(
        [
            github(
                1,
                state="closed",
                body=body,
                assignees=[{"login": "ana"}],
                labels=[{"name": "web"}],
                milestone={"title": "Beta", "due_on": "2026-03-01T08:00:00Z"},
            ),
            github(2, state="CLOSED", state_reason="not_planned"),
        ]
    )
    first, second = found.checklist.tasks
    assert (first.done, first.owner, first.area, first.id) == (True, "ana", "Beta", "acme/app#1")
    assert [(step.text, step.done) for step in first.steps] == [("one", True), ("two", False)]
    assert (first.prerequisites, first.due) == (("acme/app#2",), ChecklistDue(date=dt.date(2026, 3, 1)))
    assert second.notes == "Closed as not planned"


def test_a_page_of_many_is_told() -> None:
    assert "one page" in warned(read({"total_count": 80, "items": [github(1)]}))[0]
    assert "may be one page" in warned(read([github(number) for number in range(30)]))[0]


def test_halves_of_characters_are_mended() -> None:
    data = b'[{"title": "a\\ud800b", "state": "open", "number": 1}]'
    (task,) = readers.read_content(data, "x.json").checklist.tasks
    task.title.encode()


def test_a_task_can_be_left_out_by_its_id() -> None:
    found = read([github(1), github(2)], leave=frozenset(("acme/app#1",)))
    assert [task.title for task in found.checklist.tasks] == ["Issue 2"]
    assert [row.why for row in found.skipped] == ["said"]


def test_a_lane_for_an_area() -> None:
    found = read(board(), lanes={"website": "pm"})
    assert found.checklist.tasks[0].lane == "pm"
    assert [(area.area, area.lanes) for area in found.areas] == [("Website", ("pm",))]


def test_tasks_are_the_same_type_everywhere() -> None:
    assert isinstance(read(board()).checklist.tasks[0], ChecklistTask)
