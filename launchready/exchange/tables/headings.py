"""The names that people and products give to columns, best first for each field."""

from __future__ import annotations

import re
from functools import cache

from launchready.exchange.tables.headings_abroad import HEADINGS_ABROAD
from launchready.exchange.understood import TableField

HEADINGS: dict[TableField, str] = {
    "title": """summary, task name, task title, task, tasks, title, name, checklist item, item, item name, items, action
        item, action items, action, actions, activity, activities, activity name, deliverable, deliverables, work item,
        to do, todo, to do item, initiative, initiatives, checklist, check item, check list item, card name, issue,
        subject, requirement, feature, milestone, milestones, story, user story, step, what, criteria, criterion, task
        description, activity description, action description, item description, primary column, primary, descr,
        tasks to complete, launch task, launch activity, entry, question,
        questions, checklist question, check description, test case, test, scenario, issue description, issue title,
        issue summary, problem, problem description, bug, bug description, defect, defect description, test scenario,
        test case name, test case title, test case description, test description, test name, test title, test item,
        use case, feature name, work package""",
    "id": """issue key, key, task id, card id, item id, ticket, ticket id, ticket key, id, unique id, uid, guid, task
        key, task no, task number, task #, task nr, item no, item number, #, no, nr, number, s no, sr no, sl no, sno,
        serial no, ref, ref no, ref id, issue id, row id, row number, row, identifier, code, test case
        id, test id, case id, bug id, defect id, risk id, story id, feature id, req id, requirement id, activity id,
        action
        id, item id auto generated""",
    "status": """status, task status, state, issue status, current status, item status, progress status, completion
        status, pass fail, work status, overall status, status update, stage status, condition, result, rag status, rag,
        health""",
    "category": "status category, status type, state category",
    "resolution": "resolution",
    "completed": """completed at, done, done?, complete, complete?, completed, completed?, is done, is completed, is
        complete, finished, finished?, ticked, tick, check, checked, checkbox, check box, check off, \u2713, \u2714,
        \u2610, \u2611, \u2705, [ ], [x], x, task complete, task completed, done y n, complete y n, completed y n, date
        completed, completed date, completed on, date done, done date, date closed, closed at, resolved, closed,
        completion, due complete, pass?, passed?, pass, passed, date resolved, resolved on, resolution date, closed
        date, date finished, finished on, done on, done date, actual end date, actual end, actual finish date, actual
        finish, actual completion date, ready, ready y n, in place, met, ok, confirmed, implemented, delivered,
        yes no, y n,
        yes no n a, done yes no, completed yes no, complete yes no, compliant""",
    "progress": """% complete, percent complete, pct complete, % done, percent done, pct of task complete, % of task
        complete, percent of task complete, percentage complete, completion %, % completion, progress %, progress,
        percentage, percent, %, complete %, done %, % completed, percent completed, percentage completed""",
    "owner": """task owner, assign, owner, owners, assignee, assignees, assignee name, task assignee, task assignees,
        assigned to, assigned, assign to, responsible, responsible person, person responsible, responsibility, directly
        responsible individual, dri, resp, person, people, owner name, task lead, lead, point person, poc,
        point of contact, who, accountable, resource names, resource name, resources, resource, resourcing, contact,
        owned by, pic, champion, in charge, by whom, delegate, r, team member, members, member, driver""",
    "email": "assignee email, owner email, assigned email, email, e mail",
    "due": """due date, due, date due, due on, due by, due at, due day, deadline, target date, target due date, target
        completion date, target completion, target end date, target finish date, end date, finish date, planned end
        date, planned end, planned finish, planned completion date, estimated completion date, expected completion
        date, est completion date, est end date, estimated end date, expected end date, end, finish, by when, eta,
        target, when, timeline, timing, completion date, date, launch timing, t minus, timeframe, time frame, relative
        due date, week, due week, days before launch, timeline end""",
    "due_set": "due as set",
    "why": "why, blocked because, reason, blocked reason, reason blocked, blocker reason",
    "reviewer": "reviewer, reviewed by, reviewer name",
    "lane": "lane, swimlane, swim lane, pm pmm, pm or pmm",
    "team": """team, department, function, dept, discipline, responsible team, owning team, owner team, role, group
        responsible""",
    "area": """section column, section, area, workstream, work stream, phase, project phase, launch phase, stage,
        category, categories, bucket name, bucket, group, group name, epic, epic name, theme, track, component,
        components,
        component s, module, topic, pillar, heading, list name, list, folder name, folder, task list, tasklist, column,
        milestone name, subcategory,
        sub category, type of task, fix version s, fix version, project name, projects, project,
        section project, area path, project milestone""",
    "parent": """parent, parent task, parent key, parent id, parent issue, parent item, parent name, parent task id,
        parent task name, epic link, parent issue key, parent summary, subtask of, sub task of, parent link""",
    "level": "level, outline level, indent level, indent, hierarchy level, indentation, depth",
    "wbs": "wbs, wbs number, wbs code, wbs no, wbs #, wbs id, outline number, outline, hierarchy",
    "steps": """checklist items, subtasks, sub tasks, subitems, sub items, sub item,
        sub task, steps, checklists, to dos, subtask names,
        action steps, test steps, steps to execute, test step""",
    "steps_done": "completed checklist items, checklist completed, completed steps, completed subtasks",
    "prerequisites": """predecessors, predecessor, prerequisites, prerequisite, dependency, dependencies, depends on,
        dependent on, dependant on, blocked by, blocked by dependencies, waiting on, inward issue link blocks, task
        dependency, task dependencies, depends, requires, dependent task, dependent tasks, after, is blocked by, waits
        for, predecessor task, predecessor tasks, predecessor id, predecessor ids, predecessor task ids,
        dependency ids, depends on ids""",
    "blocks": "blocking, blocking dependencies, blocks, outward issue link blocks, successors, successor, is blocking",
    "gating": """gating, gate, gate?, gating?, launch blocker, launch blocking, blocks launch, launch gate,
        go no go gate, is gate, is gating, blocker, launch critical, must have""",
    "done_when": """done when, acceptance criteria, definition of done, exit criteria, success metric, success criteria,
        success metrics, completion criteria, expected result, expected outcome, acceptance, acceptance evidence, dod,
        measure of success, how to verify, verification, verification method""",
    "notes": """notes, note, description, task content, description content, details, detail, comments, comment, latest
        comment, latest comments, remarks, remark, desc, how, how to, instructions, guidance, additional notes, more
        information, context, task notes, note s, comment s, additional information, body, content""",
    "labels": "labels, label, tags, tag, keywords",
    "link": """link, links, url, evidence, evidence link, evidence url, reference link, document link, doc link,
        attachments, attachment, document, documents, doc, docs, resource link, reference, references, artifact,
        deliverable link, file, files, proof, link to document, supporting documents""",
}
MANY: frozenset[TableField] = frozenset(
    ("id", "email", "parent", "steps", "prerequisites", "blocks", "notes", "labels", "link", "ignore")
)
INSTEAD = frozenset(("project", "project name", "objective", "objectives", "goal", "goals", "event", "phase", "module"))
"""What holds the title of a plan that names owners and days or states, but no tasks."""
DESCRIBES = ("content", "desc")
"""How columns begin that hold the title where no other does."""
_TITLE_INSIDE = re.compile(
    r"(?<!\w)(?:tasks?|items?|activit(?:y|ies)|deliverables?|actions?|milestones?|to ?dos?|checks?|checklist)(?!\w)"
)
_NO_TITLE = re.compile(
    r"(?<!\w)(?:id|date|time|status|type|owner|number|no|count|start|due|by|priority|list|parent)(?!\w)"
)
_DUE_INSIDE = re.compile(r"(?<!\w)(?:due|deadline|finish|end|target|complete by|by when)(?!\w)")
_ASIDE = re.compile(
    r"\((?:s|e?s|utc|if any|optional|clickup|required|y/?n|yes/no|name|dd[/-]mm.{0,8}|mm[/-]dd.{0,8}|yyyy.{0,8})\)"
)
_CUSTOM = re.compile(
    r"(?:custom field|champs? personnalisée?s?|benutzerdefinierte[sn]? feld(?:er)?|campos? personalizados?"
    r"|campo personalizzato|aangepast veld|пользовательское поле)\s*\((.*)\)"
)
_LONGEST = 80


@cache
def _fields() -> dict[str, tuple[TableField, int]]:
    found: dict[str, tuple[TableField, int]] = {}
    for field, headings in (*HEADINGS.items(), *HEADINGS_ABROAD.items()):
        for rank, heading in enumerate(headings.split(",")):
            found.setdefault(" ".join(heading.split()), (field, rank))
    return found


def plain(heading: str) -> str:
    """A heading without case, decoration and Jira's `Custom field (…)`."""
    text = heading.strip()
    if not text or len(text) > _LONGEST:
        return ""
    if " " not in text:
        text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    text = text.casefold()
    custom = _CUSTOM.fullmatch(text)
    text = _ASIDE.sub("", custom[1] if custom else text)
    kept = " ".join(text.split()).strip(" *:")
    if kept in _fields():
        return kept
    return " ".join(re.sub(r"[^\w%#?\u2610-\u2714]+", " ", kept.replace("_", " ")).split())


def field_of(heading: str) -> tuple[TableField, int] | None:
    """The field that a heading names, and how well it does among that field's names (0 is best)."""
    name = plain(heading)
    known = _fields().get(name) or _fields().get(name.rstrip("?").strip())
    return known or (_field_of_all(heading.split("/")) if "/" in heading else None)


def _field_of_all(parts: list[str]) -> tuple[TableField, int] | None:
    """The field that all of several names have: `Task / Deliverable`."""
    known = [_fields().get(plain(part)) for part in parts]
    return known[0] if len({found and found[0] for found in known}) == 1 else None


def may_be_title(heading: str) -> bool:
    """True for an unknown heading that speaks of tasks or items: "Launch action"."""
    name = plain(heading)
    return bool(_TITLE_INSIDE.search(name)) and not _NO_TITLE.search(name)


def may_be_due(heading: str) -> bool:
    """True for an unknown heading that speaks of an end; its values must then be dates."""
    return bool(_DUE_INSIDE.search(plain(heading)))
