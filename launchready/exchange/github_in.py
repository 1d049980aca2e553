"""Issues of GitHub as JSON: a list, one issue, a search, a webhook's event, or what `gh issue list --json` prints."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from launchready.exchange.cells import whole_text
from launchready.exchange.checklist import ChecklistStatus, ChecklistStep, ChecklistTask, ImportRefused
from launchready.exchange.gathering import Gathering, cut_title
from launchready.exchange.ids import unique
from launchready.exchange.json_in import Json, more_follow, part, records, said, text
from launchready.exchange.products import origin_of
from launchready.exchange.references import without_circles
from launchready.exchange.tables.rows import MAX_ROWS
from launchready.exchange.understood import Options, Understood

_REPOSITORY = re.compile(r"(?:github\.com|/repos)/([\w.-]+/[\w.-]+)(?:/(?:issues|pull)|$)")
_BOX = re.compile(r"^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(\S.*)$", re.M)
_BLOCKED_BY = re.compile(r"(?:blocked by|depends on)[:\s]+#(\d{1,9})", re.I)
_PAGES = (30, 50, 100)
_PULL_REQUEST = re.compile(r"/pull/\d")
_LONGEST_BODY = 20_000


def read_issues(value: Any, file: str, options: Options) -> Understood:
    """The checklist of a repository's issues; pull requests, which GitHub lists among them, are left out."""
    gathering = Gathering(file, options)
    issues = records(value)
    if len(issues) > MAX_ROWS:
        raise ImportRefused("import-too-many-rows", {"file": file, "limit": MAX_ROWS})
    kept = [issue for issue in issues if _is_kept(issue, gathering)]
    if not kept:
        raise ImportRefused("import-no-issues", {"file": file, "issues": len(issues), "left": len(gathering.skipped)})
    names = unique([_name(issue) or text(issue.get("title")) for issue in kept])
    firsts = _firsts(kept)
    tasks = [
        _task(issue, name, tuple(names[first] for first in needs), gathering)
        for issue, name, needs in zip(kept, names, firsts, strict=True)
    ]
    _warn_of_pages(value, len(issues), gathering)
    repositories = {repository for issue in kept if (repository := _repository(issue))}
    origin = "github" if repositories else origin_of(file)
    title = next(iter(repositories)) if len(repositories) == 1 else PurePath(file).stem or file
    return gathering.understood(tasks, form="github", product="github", title=title, origin=origin)


def _is_kept(issue: Json, gathering: Gathering) -> bool:
    title = text(issue.get("title")).strip()
    if _is_pull_request(issue):
        gathering.skip(_place(issue), "pull-request", title)
        return False
    if not title:
        gathering.skip(_place(issue), "no-title")
    return bool(title)


def _is_pull_request(issue: Json) -> bool:
    kind = text(issue.get("__typename")) or text(part(issue, "content", "type"))
    return bool(issue.get("pull_request")) or kind == "PullRequest" or _PULL_REQUEST.search(_address(issue)) is not None


def _task(issue: Json, name: str, needs: tuple[str, ...], gathering: Gathering) -> ChecklistTask:
    title, notes = cut_title(whole_text(text(issue.get("title"))))
    body = whole_text(text(issue.get("body")) or text(part(issue, "content", "body"))).replace("\r\n", "\n")[
        :_LONGEST_BODY
    ]
    labels = [whole_text(_name_of(label)) for label in _list(issue.get("labels"))]
    owners = [_name_of(each) for each in _list(issue.get("assignees")) or [issue.get("assignee")]]
    owners = [owner for owner in owners if owner]
    place = _place(issue)
    status = _status(issue, gathering, place)
    if text(issue.get("state_reason") or issue.get("stateReason")).casefold() == "not_planned":
        notes.append("Closed as not planned")
    milestone = whole_text(text(issue.get("milestone")) or text(part(issue, "milestone", "title")))
    area = milestone if gathering.options.area is None else gathering.options.area
    said_due = text(part(issue, "milestone", "due_on")) or text(part(issue, "milestone", "dueOn"))
    due, unread = gathering.due(said_due, place, "milestone", issue=place) if said_due else (None, "")
    several = f"Owners: {', '.join(owners)}" if len(owners) > 1 else ""
    labelled = f"Labels: {', '.join(label for label in labels if label)}" if any(labels) else ""
    notes.extend(note for note in (_BOX.sub("", body).strip(), labelled, several, unread) if note)
    return ChecklistTask(
        title=title,
        done=status == "done",
        id=name,
        status=status,
        prerequisites=needs,
        lane=gathering.lane(title, area or " ".join(labels), ""),
        area=area,
        owner=whole_text(owners[0]) if owners else "",
        due=due,
        notes="\n".join(notes),
        steps=tuple(ChecklistStep(text=" ".join(box[2].split()), done=box[1] != " ") for box in _BOX.finditer(body)),
        place=place,
    )


def _status(issue: Json, gathering: Gathering, place: str) -> ChecklistStatus:
    """By its state; an item of a project has a status instead."""
    state = text(issue.get("state")) or text(issue.get("status"))
    return gathering.status(state, place, "state") if state else "to-do"


def _name_of(value: Any) -> str:
    """A label or a person, given as an object or by the name alone."""
    return text(value) or text(part(value, "login")) or text(part(value, "name"))


def _list(value: Any) -> list[Any]:
    """A list, be it one that GraphQL wraps."""
    nodes = value.get("nodes") if isinstance(value, dict) else value
    return nodes if isinstance(nodes, list) else []


def _number(issue: Json) -> str:
    return said(issue.get("number")) or said(part(issue, "content", "number"))


def _address(issue: Json) -> str:
    return (text(issue.get("html_url")) or text(issue.get("url")) or text(part(issue, "content", "url")))[:500]


def _place(issue: Json) -> str:
    number = _number(issue)
    return f"issue {number}" if number else "an issue"


def _repository(issue: Json) -> str:
    for address in (_address(issue), text(issue.get("repository_url"))[:500]):
        match = _REPOSITORY.search(address)
        if match:
            return match[1]
    return ""


def _name(issue: Json) -> str:
    number = _number(issue)
    return f"{_repository(issue)}#{number}" if number else said(issue.get("id"))


def _firsts(issues: list[Json]) -> list[list[int]]:
    """What each issue says it is blocked by, among the issues of the same repository."""
    known = {_name(issue): number for number, issue in enumerate(issues)}
    firsts = []
    for number, issue in enumerate(issues):
        repository = _repository(issue)
        found = [
            known.get(f"{repository}#{other}", number)
            for other in _BLOCKED_BY.findall(text(issue.get("body"))[:_LONGEST_BODY])
        ]
        firsts.append(list(dict.fromkeys(first for first in found if first != number)))
    without_circles(firsts)
    return firsts


def _warn_of_pages(value: Any, count: int, gathering: Gathering) -> None:
    """GitHub answers in pages, and nothing in a page tells that there are more, but for a search."""
    total = value.get("total_count") if isinstance(value, dict) else None
    if isinstance(value, dict) and (
        value.get("incomplete_results") is True or (isinstance(total, int) and total > count)
    ):
        gathering.warn("import-partial", count=count, total=total if isinstance(total, int) else count)
    elif more_follow(value) or (isinstance(value, list) and count in _PAGES):
        gathering.warn("import-maybe-partial", count=count)
