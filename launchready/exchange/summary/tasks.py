"""The sections of the annex that list work: open gates, claims with their proof, all tasks with evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from launchready.exchange.report.report import Claim, Evidence, Mark, Report, Task
from launchready.exchange.summary.blocks import (
    Cell,
    Column,
    Group,
    Line,
    Section,
    Span,
    Table,
    cell,
    labelled,
    line,
    linked,
)
from launchready.exchange.summary.words import LANES, STATUS_MARKS, SUPPORT_MARKS, counted, sentence_parts

_KEY = Column("Key", 50)
_IN_SHORT = (
    "Tasks that are done stand in short, with their evidence: the summary as HTML also has when they counted as done, "
    "what came before them, their reviewers, notes and steps."
)
_GATES_IN_SHORT = "They stand among the reasons, the most pressing first, and in full among all tasks."
_WAIVED_IN_SHORT = "They stand among the reasons, the most pressing first, or the waivers, and in full among all tasks."
_OWNER, _DUE, _STATUS = Column("Owner", 84), Column("Due", 72), Column("Status", 96)


def gates_section(report: Report, *, short: bool = False) -> Section:
    """Gates that are not done, by lane; where `short` and each is a reason or waived, only how many they are."""
    gates = [task for task in report.tasks if task.open_gate]
    waived = sum(lane.waived for lane in report.lanes)
    said = sentence_parts(f"{counted(len(gates) - waived, 'gate')} open", f"{waived} waived" if waived else "")
    note = f"{said}." if gates else "No gate is open."
    elsewhere = {reason.key for reason in report.reasons} | {waiver.gate for waiver in report.waivers}
    if short and gates and {task.key for task in gates} <= elsewhere:
        return Section("gates", "Open gates", f"{note} {_WAIVED_IN_SHORT if waived else _GATES_IN_SHORT}")
    columns = (_KEY, Column("Gate"), _OWNER, _DUE, _STATUS)
    groups = tuple(
        Group(LANES[lane], tuple(_gate(task) for task in gates if task.lane == lane))
        for lane in LANES
        if any(task.lane == lane for task in gates)
    )
    return Section("gates", "Open gates", note, (Table(columns, groups),) if gates else ())


def _gate(task: Task) -> tuple[Cell, ...]:
    title = cell(line(task.title, "strong"), *labelled("Done when", task.done_when))
    return (cell(line(task.key, "muted")), title, *_standing(task))


def _standing(task: Task) -> tuple[Cell, Cell, Cell]:
    """Owner, due and status: the columns that open gates and tasks share."""
    return (
        cell(line(task.owner)),
        cell(line(task.due), line(task.offset, "muted"), line(task.late, "alert")),
        cell(
            line(task.status, mark=STATUS_MARKS.get(task.status, "waiting")),
            line(task.why, "muted"),
            line("no evidence" if task.status == "done" and not task.evidence else "", "muted"),
            line(task.acknowledgement, "muted"),
            line(task.covered, mark="conditions") if task.covered else (),
        ),
    )


def claims_section(report: Report) -> Section:
    """Claims, those in use that lack proof first."""
    ranks = {"proof cut": 0, "unsupported": 1, "supported": 2}
    states = {"in use": 0, "draft": 1, "withdrawn": 2}
    claims = sorted(report.claims, key=lambda claim: (states[claim.state], ranks[claim.support]))
    columns = (_KEY, Column("Claim"), Column("Proof", 200), Column("State", 84))
    used = [claim for claim in claims if claim.state == "in use"]
    supported = sum(claim.support == "supported" for claim in used)
    note = f"{supported} of {len(used)} claims in use are supported." if claims else "No claims are made."
    rows = tuple(_claim(claim) for claim in claims)
    return Section("claims", "Claims and proof", note, (Table(columns, (Group("", rows),)),) if claims else ())


def _claim(claim: Claim) -> tuple[Cell, ...]:
    proof: list[Line] = []
    for one in claim.proof:
        shape: Mark = "done" if one.done else "waiting"
        shown = linked(sentence_parts(one.key, one.text, between="  "), one.link)
        state = Span(f"  {one.state}" if one.state else "", "muted")
        proof.append((Span("", mark=shape), *shown, state))
    support = line(claim.support, mark=SUPPORT_MARKS[claim.support]) if claim.state == "in use" else ()
    return (
        cell(line(claim.key, "muted")),
        cell(
            line(f"“{claim.text}”", "strong"),
            *labelled("Used in", claim.where),
            *labelled("Owner", claim.owner),
        ),
        cell(*proof) or cell(line("No proof is named", "muted", mark="waiting")),
        cell(line(claim.state), support),
    )


def tasks_section(report: Report, *, short: bool = False) -> Section:
    """Every task, a table for each lane, areas in the order in which they first stand.

    `short` leaves out what a task that is done no longer needs, for pages that are turned one by one.
    """
    if not report.tasks:
        return Section("tasks", "All tasks", "There are no tasks yet.")
    columns = (_KEY, Column("Task"), _OWNER, _DUE, _STATUS)
    tables = []
    for lane, name in LANES.items():
        tasks = [task for task in report.tasks if task.lane == lane]
        if tasks:
            done = sum(task.status == "done" for task in tasks)
            groups = _by(tasks, lambda task: task.area, _task_in_short if short else _task)
            tables.append(Table(columns, groups, f"{name}: {done} of {counted(len(tasks), 'task')} done"))
    gating = sum(task.gating for task in report.tasks)
    note = f"{counted(len(report.tasks), 'task')}, {gating} of them gates."
    return Section("tasks", "All tasks", f"{note} {_IN_SHORT}" if short else note, tuple(tables))


def _by(
    tasks: Iterable[Task], area: Callable[[Task], str], row: Callable[[Task], tuple[Cell, ...]]
) -> tuple[Group, ...]:
    areas: dict[str, list[tuple[Cell, ...]]] = {}
    for task in tasks:
        areas.setdefault(area(task), []).append(row(task))
    return tuple(Group(name or "No area", tuple(rows)) for name, rows in areas.items())


def _task_in_short(task: Task) -> tuple[Cell, ...]:
    """A done task is its title and its evidence; any other is given in full."""
    if task.status != "done":
        return _task(task)
    return (_keyed(task), cell(line(task.title), *map(_evidence, task.evidence)), *_standing(task))


def _task(task: Task) -> tuple[Cell, ...]:
    return (
        _keyed(task),
        cell(
            line(task.title, "strong"),
            *labelled("Done when", task.done_when),
            *labelled("After", ", ".join(task.prerequisites)),
            *labelled("Reviewer", task.reviewer),
            *map(_evidence, task.evidence),
            *labelled("Notes", task.notes),
            *(line(step.text, mark="done" if step.done else "waiting") for step in task.steps),
        ),
        *_standing(task),
    )


def _keyed(task: Task) -> Cell:
    return cell(line(task.key, "muted"), line("gate" if task.gating else "advisory", "muted"))


def _evidence(one: Evidence) -> Line:
    """`Evidence: Load test, at peak · 18 Nov · build 3.0.118`."""
    about = sentence_parts(one.note, one.date, f"build {one.build}" if one.build else "")
    return (Span("Evidence: ", "muted"), *linked(one.label, one.link), Span(f" · {about}" if about else "", "muted"))
