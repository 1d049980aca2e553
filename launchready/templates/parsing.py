"""From the text of a template to a Template, refusing the first mistake with its line."""

from __future__ import annotations

import re
from pathlib import PurePath

from launchready.templates import model
from launchready.templates.model import Due, Template, TemplateActivity, TemplateTask, written_due
from launchready.templates.rules import check_activity, check_ids, check_prerequisites
from launchready.templates.source import Table, nearest, top_table

TEMPLATE_KEYS = ("title", "description", "go_no_go", "parties", "tasks", "raci")
TASK_KEYS = (
    *("id", "title", "done_when", "lane", "area", "owner", "reviewer", "acknowledged", "notes"),
    *("prerequisites", "steps", "tiers", "due", "gating", "workday"),
)
ACTIVITY_KEYS = ("activity", "letters", "input_expected", "escalates_to")
DUE_FORMS = ("T-14", "T-0", "T+7")
TIER_FORMS = ("T-14 gating", "T-14 advisory", "T-14 gating workday", "T+7 advisory")

# A minus sign or dash copied from a document means the same as the hyphen.
_OFFSET = re.compile(r"t\s*([-+\u2212\u2013])\s*(\d{1,3})", re.ASCII | re.IGNORECASE)
_TIER_DUE = re.compile(rf"({_OFFSET.pattern})\s+(gating|advisory)(\s+workday)?", re.ASCII | re.IGNORECASE)


def parse(text: str, file: str) -> Template:
    """The template in this text; `file` names it and stands in refusals (`TemplateRefused`)."""
    top = top_table(text, file)
    top.allow(TEMPLATE_KEYS)
    go_no_go = _go_no_go(top.table("go_no_go"))
    tables = top.tables("tasks")
    if not tables:
        top.refuse("template.empty", "tasks")
    tasks = tuple(_task(table, n, go_no_go) for n, table in enumerate(tables, 1))
    check_ids(tables, tasks)
    check_prerequisites(tables, tasks)
    name = PurePath(file).stem
    parties, raci = _raci(top)
    return Template(name, top.text("title") or name, top.text("description"), tasks, parties, raci, go_no_go)


def _task(table: Table, number: int, go_no_go: dict[int, int]) -> TemplateTask:
    """`number` counts from 1 and makes the id of a task that names none."""
    table.allow(TASK_KEYS)
    title = " ".join(table.text("title").split())
    if not title:
        table.refuse("template.title-missing", "title")
    lane = table.one_of("lane", model.LANES)
    if not lane:
        table.refuse("template.lane-missing", "lane", title=title, allowed=model.LANES)
    return TemplateTask(
        id=table.text("id") or f"task-{number}",
        title=title,
        done_when=table.text("done_when"),
        lane=lane,
        area=table.text("area"),
        owner_role=table.one_of("owner", model.OWNER_ROLES),
        reviewer=table.text("reviewer"),
        acknowledged=table.flag("acknowledged"),
        notes=table.text("notes"),
        prerequisites=table.texts("prerequisites"),
        steps=table.texts("steps"),
        tiers=_dues(table, title, go_no_go),
    )


def _dues(table: Table, title: str, go_no_go: dict[int, int]) -> dict[int, Due]:
    """By tier, from `tiers`, or the same for all of them from `due`, `gating` and `workday`."""
    plain = [key for key in ("due", "gating", "workday") if key in table.values]
    if "tiers" in table.values and plain:
        table.refuse("template.due-twice", plain[0], title=title, key=plain[0])
    if "tiers" in table.values:
        return _tier_dues(table.table("tiers"), title, go_no_go)
    if "due" not in table.values:
        table.refuse("template.due-missing", title=title, allowed=DUE_FORMS)
    days = _offset(table, "due")
    due = Due(days, table.flag("gating"), table.flag("workday"))
    for tier in model.TIERS:
        _check_gate(table, ("due",), tier, due, go_no_go)
    return dict.fromkeys(model.TIERS, due)


def _tier_dues(table: Table, title: str, go_no_go: dict[int, int]) -> dict[int, Due]:
    _check_tiers(table)
    dues = {}
    for key in sorted(table.values):
        written = table.text(key)
        match = _TIER_DUE.fullmatch(written)
        if not match:
            table.refuse("template.bad-due", key, value=written, allowed=TIER_FORMS)
        due = Due(_days(match[2], match[3]), match[4].lower() == "gating", bool(match[5]))
        _check_gate(table, (key,), int(key), due, go_no_go)
        dues[int(key)] = due
    if not dues:
        table.refuse("template.due-missing", title=title, allowed=TIER_FORMS)
    return dues


def _check_tiers(table: Table) -> None:
    allowed = tuple(str(tier) for tier in model.TIERS)
    for key in table.values:
        if key not in allowed:
            table.refuse("template.unknown-tier", key, value=key, nearest=nearest(key, allowed), allowed=allowed)


def _check_gate(table: Table, keys: tuple[str, ...], tier: int, due: Due, go_no_go: dict[int, int]) -> None:
    """A gate is due before launch, and by the go/no-go date: later it could no longer be decided on."""
    if due.gating and due.days > 0:
        table.refuse("template.gate-after-launch", *keys, due=written_due(due.days))
    if due.gating and due.days > go_no_go[tier]:
        go_no_go_due = written_due(go_no_go[tier])
        table.refuse("template.gate-after-go-no-go", *keys, due=written_due(due.days), tier=tier, go_no_go=go_no_go_due)


def _go_no_go(table: Table) -> dict[int, int]:
    """By tier; a tier that isn't named keeps the usual one."""
    _check_tiers(table)
    days = dict(model.GO_NO_GO)
    for key in table.values:
        days[int(key)] = _offset(table, key)
        if days[int(key)] > 0:
            table.refuse("template.go-no-go-after-launch", key, due=written_due(days[int(key)]))
    return days


def _offset(table: Table, key: str) -> int:
    written = table.text(key)
    match = _OFFSET.fullmatch(written)
    if not match:
        table.refuse("template.bad-due", key, value=written, allowed=DUE_FORMS)
    return _days(match[1], match[2])


def _days(sign: str, number: str) -> int:
    return int(number) if sign == "+" else -int(number)


def _raci(top: Table) -> tuple[tuple[str, ...], tuple[TemplateActivity, ...]]:
    parties = top.texts("parties")
    if twice := next((party for n, party in enumerate(parties) if party in parties[:n]), ""):
        top.refuse("template.duplicate-party", "parties", value=twice)
    tables = top.tables("raci")
    activities: list[TemplateActivity] = []
    for table in tables:
        activity = _activity(table)
        check_activity(table, activity, parties, [other.name for other in activities])
        activities.append(activity)
    return parties, tuple(activities)


def _activity(table: Table) -> TemplateActivity:
    table.allow(ACTIVITY_KEYS)
    letters = table.table("letters")
    return TemplateActivity(
        name=" ".join(table.text("activity").split()),
        letters={party: _letter(letters, party) for party in letters.values},
        input_expected=table.text("input_expected"),
        escalates_to=table.text("escalates_to"),
    )


def _letter(letters: Table, party: str) -> str:
    written = letters.text(party).upper()
    letter = "AR" if written == "RA" else written
    if letter not in model.LETTERS:
        letters.refuse("template.unknown-letter", party, party=party, value=written, allowed=model.LETTERS)
    return letter
