"""Issues of Jira as JSON: a search's answer or one issue."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from launchready.exchange.cells import whole_text
from launchready.exchange.checklist import ChecklistStatus, ChecklistStep, ChecklistTask, ImportRefused, Link
from launchready.exchange.gathering import Gathering, cut_title
from launchready.exchange.ids import unique
from launchready.exchange.json_in import Json, part, parts, records, said, text
from launchready.exchange.references import without_circles
from launchready.exchange.status_words import read_status
from launchready.exchange.tables.rows import MAX_ROWS
from launchready.exchange.tables.task_cells import read_category, read_resolution
from launchready.exchange.understood import Options, Understood

_DEEPEST = 50


def read_search(value: Any, file: str, options: Options) -> Understood:
    """The checklist of a search's issues."""
    gathering = Gathering(file, options)
    issues = [_nested(issue) for issue in records(value)]
    if len(issues) > MAX_ROWS:
        raise ImportRefused("import-too-many-rows", {"file": file, "limit": MAX_ROWS})
    kept = [issue for issue in issues if _is_kept(issue, gathering)]
    if not kept:
        raise ImportRefused("import-no-issues", {"file": file, "issues": len(issues), "left": len(gathering.skipped)})
    names = unique([_key(issue) or text(part(issue, "fields", "summary")) for issue in kept])
    firsts = _firsts(kept)
    keys = {_key(issue) for issue in kept}
    tasks = [
        _Issue(issue, gathering, keys).task(name, tuple(names[first] for first in needs))
        for issue, name, needs in zip(kept, names, firsts, strict=True)
    ]
    if isinstance(value, dict):
        _warn_of_pages(value, len(issues), gathering)
    title = PurePath(file).stem or file
    return gathering.understood(tasks, form="jira", product="jira", title=title, origin="jira")


def _nested(issue: Json) -> Json:
    """The issue with its fields apart, as Jira has them; a script may have put them beside the key, as plain names."""
    if isinstance(issue.get("fields"), dict):
        return issue
    named = {
        name: {"name": said, "displayName": said}
        for name in ("status", "assignee", "resolution")
        if isinstance(said := issue.get(name), str)
    }
    return {**issue, "fields": {**issue, **named}}


def _is_kept(issue: Json, gathering: Gathering) -> bool:
    """An export may leave out the summaries; then the key is all that there is."""
    if _summary(part(issue, "fields")) or _key(issue):
        return True
    gathering.skip(_key(issue) or "an issue", "no-title")
    return False


def _summary(fields: Any) -> str:
    return whole_text(text(part(fields, "summary"))).strip()


def _key(issue: Any) -> str:
    return whole_text(said(part(issue, "key")) or said(part(issue, "id")))


class _Issue:
    def __init__(self, issue: Json, gathering: Gathering, keys: set[str]) -> None:
        fields = issue.get("fields")
        self._fields: Json = fields if isinstance(fields, dict) else {}
        self._gathering = gathering
        self._keys = keys
        self._place = _key(issue) or "an issue"

    def task(self, name: str, needs: tuple[str, ...]) -> ChecklistTask:
        fields = self._fields
        title, notes = cut_title(_summary(fields) or self._place)
        status, why = self._status()
        owner = whole_text(text(part(fields, "assignee", "displayName")) or text(part(fields, "assignee", "name")))
        mail = text(part(fields, "assignee", "emailAddress"))
        area = self._area() if self._gathering.options.area is None else self._gathering.options.area
        said_due = text(fields.get("duedate"))
        due, unread = (
            self._gathering.due(said_due, self._place, "duedate", issue=self._place) if said_due else (None, "")
        )
        labels = [text(label) for label in _list(fields.get("labels")) if text(label)]
        labelled = f"Labels: {', '.join(labels)}" if labels else ""
        resolution = why if status == "done" else ""
        notes.extend(note for note in (_prose(fields.get("description")), labelled, resolution, unread) if note)
        return ChecklistTask(
            title=title,
            done=status == "done",
            id=name,
            status=status,
            why="" if status == "done" else whole_text(why),
            prerequisites=needs,
            lane=self._gathering.lane(title, area, owner),
            area=area,
            owner=f"{owner} <{mail}>" if owner and "@" in mail else owner or mail,
            due=due,
            notes=whole_text("\n".join(notes)),
            steps=self._steps(),
            links=self._links(),
            place=self._place,
        )

    def _status(self) -> tuple[ChecklistStatus | None, str]:
        """By its category, else by its resolution, else by its name; why it is blocked or ended without a result."""
        name = text(part(self._fields, "status", "name")).strip()
        category = text(part(self._fields, "status", "statusCategory", "key"))
        by_category = read_category(category) or read_category(
            text(part(self._fields, "status", "statusCategory", "name"))
        )
        resolution = text(part(self._fields, "resolution", "name"))
        by_resolution = read_resolution(resolution)
        if by_category is None and by_resolution is None:
            status = self._gathering.status(name, self._place, "status", issue=self._place) if name else None
            return status, name if status in ("blocked", "not-applicable") else ""
        known = read_status(name)[1] != "unknown" or name.casefold() in self._gathering.said_statuses
        by_name = self._gathering.status(name, self._place, "status") if name and known else None
        if by_category == "done" or by_category is None:
            ended = by_category or by_resolution
            return ended, resolution if by_resolution == "not-applicable" else ""
        blocked = by_name in ("blocked", "not-applicable")
        return (by_name if blocked else by_category), name if blocked else ""

    def _area(self) -> str:
        parent = text(part(self._fields, "parent", "fields", "summary"))
        component = next((text(each.get("name")) for each in parts(self._fields.get("components"))), "")
        return whole_text(" ".join((parent or component).split()))

    def _steps(self) -> tuple[ChecklistStep, ...]:
        """Subtasks that the file has no issue for."""
        steps = []
        for subtask in parts(self._fields.get("subtasks")):
            name = " ".join(whole_text(text(part(subtask, "fields", "summary"))).split())
            if name and _key(subtask) not in self._keys:
                category = read_category(text(part(subtask, "fields", "status", "statusCategory", "key")))
                status = category or read_status(text(part(subtask, "fields", "status", "name")))[0]
                steps.append(ChecklistStep(text=name, done=status == "done"))
        return tuple(steps)

    def _links(self) -> tuple[Link, ...]:
        found = [
            (text(each.get("filename")), text(each.get("content"))) for each in parts(self._fields.get("attachment"))
        ]
        return tuple(
            Link(whole_text(name), whole_text(url)) for name, url in found if url.startswith(("http://", "https://"))
        )


def _firsts(issues: list[Json]) -> list[list[int]]:
    """What each issue is blocked by, from the links that either side holds."""
    known = {_key(issue): number for number, issue in enumerate(issues)}
    needs: list[dict[int, None]] = [{} for _ in issues]
    for number, issue in enumerate(issues):
        for link in parts(part(issue, "fields", "issuelinks")):
            inward, outward = (
                text(part(link, "type", "inward")).casefold(),
                text(part(link, "type", "outward")).casefold(),
            )
            before = (
                known.get(_key(link.get("inwardIssue"))) if "blocked by" in inward or "depends on" in inward else None
            )
            after = known.get(_key(link.get("outwardIssue"))) if outward == "blocks" else None
            if before is not None and before != number:
                needs[number][before] = None
            if after is not None and after != number:
                needs[after][number] = None
    firsts = [list(each) for each in needs]
    without_circles(firsts)
    return firsts


def _warn_of_pages(value: Json, count: int, gathering: Gathering) -> None:
    total, start = value.get("total"), value.get("startAt", 0)
    if isinstance(total, int) and isinstance(start, int) and total > count:
        gathering.warn("import-partial", count=count, total=total)
    elif value.get("isLast") is False or value.get("nextPageToken"):
        gathering.warn("import-maybe-partial", count=count)


def _prose(value: Any, depth: int = 0) -> str:
    """A description, which newer Jira gives as a tree of paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict) or depth > _DEEPEST:
        return ""
    if isinstance(value.get("text"), str):
        return str(value["text"])
    inner = [_prose(each, depth + 1) for each in parts(value.get("content"))]
    return ("\n" if value.get("type") in ("doc", "bulletList", "orderedList", "listItem") else "").join(inner)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
