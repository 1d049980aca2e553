"""Issues and cards in whatever an answer or a script wraps them in."""

from __future__ import annotations

import json

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ImportRefused
from tests.exchange.reading_tables import warned
from tests.exchange.test_json_in import github, issue, read, titles


def test_answers_that_wrap_their_issues() -> None:
    node = {"number": 1, "title": "One", "state": "CLOSED", "url": "https://github.com/acme/app/issues/1"}
    node |= {"labels": {"nodes": [{"name": "web"}]}, "assignees": {"nodes": [{"login": "ana"}]}}
    for wrapped in (
        {"data": {"repository": {"issues": {"nodes": [node]}}}},
        {"data": {"repository": {"issues": {"edges": [{"node": node}]}}}},
        {"data": {"search": {"nodes": [node]}}},
        {"value": [node], "Count": 1},
        [[node]],
    ):
        (task,) = read(wrapped).checklist.tasks
        assert (task.title, task.done, task.owner, task.notes) == ("One", True, "ana", "Labels: web")
    more = {"data": {"repository": {"issues": {"nodes": [node], "pageInfo": {"hasNextPage": True}}}}}
    assert "may be one page" in warned(read(more))[0]


def test_pages_that_were_put_together_and_a_value_a_line() -> None:
    one, two = json.dumps(github(1)), json.dumps(github(2))
    for text in (f"[{one}][{two}]", f"{one}\n{two}\n", f"[{one}]\n\n[{two}]"):
        found = readers.read_content(text.encode(), "export.json")
        assert [task.title for task in found.checklist.tasks] == ["Issue 1", "Issue 2"]
    with pytest.raises(ImportRefused, match="import-json-broken"):
        readers.read_content(f"[{one}] and more".encode(), "export.json")
    pages = [{"startAt": at, "issues": [issue(f"T-{at}")]} for at in (0, 1)]
    assert titles(pages) == ["Do T-0", "Do T-1"]


def test_github_issues_that_are_yet_to_be_made_have_no_state() -> None:
    drafts = [{"title": "One", "body": "Text", "labels": ["web"], "assignees": ["ana"], "milestone": "Beta"}]
    for value in (drafts, {"issues": drafts}):
        (task,) = read(value).checklist.tasks
        assert (task.title, task.owner, task.area, task.status) == ("One", "ana", "Beta", "to-do")


def test_items_of_a_github_project() -> None:
    content = {"type": "Issue", "number": 4, "url": "https://github.com/acme/app/issues/4", "body": "Text"}
    items = [
        {"id": "a", "title": "One", "status": "Done", "content": content, "labels": ["web"]},
        {"id": "b", "title": "Two", "status": "Todo", "content": {"type": "DraftIssue", "body": ""}, "labels": []},
        {"id": "c", "title": "Three", "status": "Done", "content": {"type": "PullRequest"}, "labels": []},
    ]
    found = read({"items": items, "totalCount": 3})
    assert [(task.title, task.id, task.done) for task in found.checklist.tasks] == [
        ("One", "acme/app#4", True),
        ("Two", "b", False),
    ]
    assert [row.why for row in found.skipped] == ["pull-request"]


def test_jira_issues_that_a_script_made_flat() -> None:
    flat = {"key": "T-1", "summary": "Do it", "status": "Done", "assignee": "Ana", "resolution": None}
    (task,) = read([flat]).checklist.tasks
    assert (task.title, task.done, task.owner, task.id) == ("Do it", True, "Ana", "T-1")


def test_trello_cards_without_their_board() -> None:
    cards = [
        {"id": "a", "name": "One", "idList": "x", "dueComplete": True},
        {"id": "b", "name": "Two", "idList": "x", "closed": True},
    ]
    found = read(cards)
    assert [(task.title, task.done) for task in found.checklist.tasks] == [("One", True)]
    lists = [
        {"id": "x", "name": "Done", "cards": [{"id": "a", "name": "One"}]},
        {"id": "y", "name": "Web", "cards": []},
    ]
    for value in (lists, {"name": "Launch", "lists": lists}):
        (task,) = read(value).checklist.tasks
        assert (task.title, task.status, task.area) == ("One", "done", "")
    assert [row.why for row in found.skipped] == ["archived"]


@pytest.mark.parametrize(
    "value",
    [
        [{"id": 1, "fields": {"Name": "Write docs", "Status": "Done"}}],
        {"value": [{"id": 7, "fields": {"System.Title": "Fix it", "System.State": "Active"}}]},
        [{"key": "title", "fields": {"type": "string"}}],
    ],
)
def test_fields_alone_make_no_issue_of_jira(value: object) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(value)
    assert refused.value.code == "import-json-unknown"


def test_the_key_of_an_issue_of_jira_stands_for_a_summary_that_is_left_out() -> None:
    found = read({"issues": [{"key": "AB-1", "fields": {"status": {"name": "Done"}}}]})
    assert [(task.title, task.status) for task in found.checklist.tasks] == [("AB-1", "done")]
