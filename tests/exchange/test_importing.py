"""Imported tasks in a launch: added once, updated when their file comes again, never anybody's word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import count

import msgspec
import pytest

from launchready.exchange.checklist import Checklist
from launchready.exchange.export import export_of
from launchready.exchange.importing import Imported, draft_tasks
from launchready.exchange.launch_document.json import write as write_json
from launchready.exchange.launch_in import read_launch
from launchready.exchange.readers import read_content
from launchready.exchange.tasks_csv import write as write_csv
from launchready.exchange.tracker.xlsx import write as write_xlsx
from launchready.exchange.updating import draft_update, has_update
from launchready.launch.drafting import Draft
from launchready.launch.model import Due, Evidence, Launch, Status, Step
from tests.exchange.reading_tables import understood
from tests.launch.builders import PRIYA, a_bare_launch, a_launch, all_done, confirm, make

NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
PLAN = (
    "ID,Task,Owner,Status,Due,Phase,Depends on,Gate,Lane,Notes,Link,Steps\n"
    "A,Brief,Ana,Done,2026-11-01,Plan,,,PM,First,https://x.org/a,One|Two\n"
    "B,Draft,Bo,Blocked,T-14,Plan,A,yes,PMM,,,\n"
)


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"id-{next(numbers)}"


def imported(launch: Launch, checklist: Checklist, file: str = "plan.csv") -> Launch:
    """The launch with the checklist's tasks; every change passes its own check."""
    draft = Draft(launch, ids())
    draft_tasks(draft, checklist, file)
    return make(launch, *draft.changes)


def updated(launch: Launch, checklist: Checklist, file: str = "plan.csv") -> tuple[Launch, Imported]:
    draft = Draft(launch, iter(f"new-{number}" for number in range(999)).__next__)
    told = draft_update(draft, checklist, file)
    return make(launch, *draft.changes), told


def test_every_field_arrives() -> None:
    launch = imported(a_bare_launch(), understood(PLAN).checklist)
    brief, draft = sorted(launch.tasks.values(), key=lambda task: task.title)
    assert (brief.title, brief.lane, brief.area, brief.notes, brief.source) == (
        "Brief",
        "pm",
        "Plan",
        "First",
        "plan.csv#A",
    )
    assert (brief.status, brief.due, brief.gating) == (Status.DONE, Due(date=dt.date(2026, 11, 1)), False)
    assert [(one.label, one.link) for one in brief.evidence] == [("https://x.org/a", "https://x.org/a")]
    assert [step.text for step in brief.steps] == ["One", "Two"]
    assert launch.people[brief.owner].name == "Ana"
    assert (draft.status, draft.why, draft.gating, draft.due) == (Status.BLOCKED, "Blocked", True, Due(offset=-14))
    assert draft.prerequisites == (brief.id,)


def test_tasks_are_advisory_unless_a_column_says_gating() -> None:
    launch = imported(a_bare_launch(), understood("Task,Owner\nBrief,Ana\n").checklist)
    assert not any(task.gating for task in launch.tasks.values())


def test_a_gate_after_launch_is_advisory_and_a_joint_gate_is_not_done_by_a_file() -> None:
    text = "Task,Gate,Due,Lane,Status\nLate,yes,T+3,PM,open\nBoth,yes,T-9,Joint,Done\n"
    launch = imported(a_bare_launch(), understood(text).checklist)
    both, late = sorted(launch.tasks.values(), key=lambda task: task.title)
    assert (late.gating, both.gating, both.status) == (False, True, Status.TODO)


def test_the_same_file_again_offers_an_update_that_changes_nothing() -> None:
    launch = imported(a_bare_launch(), understood(PLAN).checklist)
    again = understood(PLAN, "plan (1).csv").checklist
    assert has_update(launch, again, "plan.csv")
    after, told = updated(launch, again)
    assert (after, len(told.unchanged), told.added, told.updated) == (launch, 2, (), ())


def test_an_update_changes_what_the_file_gives_and_removes_nothing() -> None:
    launch = imported(a_bare_launch(), understood(PLAN).checklist)
    text = "ID,Task,Owner,Status,Steps,Link\nA,Brief v2,,In progress,One|Three,https://x.org/b\nC,New,Cy,open,,\n"
    after, told = updated(launch, understood(text).checklist)
    by_source = {task.source: task for task in after.tasks.values()}
    brief = by_source["plan.csv#A"]
    assert (brief.title, brief.status, after.people[brief.owner].name) == ("Brief v2", Status.IN_PROGRESS, "Ana")
    assert (brief.area, brief.lane, brief.notes) == ("Plan", "pm", "First")
    assert [step.text for step in brief.steps] == ["One", "Two", "Three"]
    assert [one.link for one in brief.evidence] == ["https://x.org/a", "https://x.org/b"]
    assert set(by_source) == {"plan.csv#A", "plan.csv#B", "plan.csv#C"}
    assert (len(told.added), len(told.updated), told.kept) == (1, 1, ())
    assert told.missing == (by_source["plan.csv#B"].key,)


def test_a_part_of_a_product_misses_nothing() -> None:
    text = "Issue key,Summary,Status\nA-1,Brief,To Do\nA-2,Draft,To Do\n"
    launch = imported(a_bare_launch(), understood(text).checklist)
    _, told = updated(launch, understood(text.partition("A-2")[0]).checklist)
    assert (len(told.unchanged), told.missing) == (1, ())


def test_a_box_without_a_tick_takes_no_progress_back() -> None:
    launch = imported(a_bare_launch(), understood("- [ ] Brief\n", "plan.md").checklist, "plan.md")
    (task,) = launch.tasks.values()
    started = Draft(launch, ids())
    started.progress(task, Status.IN_PROGRESS)
    after, _ = updated(started.launch, understood("- [ ] Brief\n", "plan.md").checklist, "plan.md")
    assert next(iter(after.tasks.values())).status is Status.IN_PROGRESS
    done, _ = updated(after, understood("- [x] Brief\n", "plan.md").checklist, "plan.md")
    assert next(iter(done.tasks.values())).status is Status.DONE


def test_judgements_on_gates_stay() -> None:
    launch = all_done(a_launch())
    joint = next(task for task in launch.tasks.values() if task.lane == "joint" and task.confirmations)
    checklist = read_launch(launch, "atlas").checklist
    reopened = tuple(msgspec.structs.replace(task, status="to-do", done=False) for task in checklist.tasks)
    after, told = updated(launch, msgspec.structs.replace(checklist, tasks=reopened))
    assert after.tasks[joint.id] == launch.tasks[joint.id]
    assert (joint.key, "status") in told.kept


def test_what_a_rule_refuses_is_kept_and_told() -> None:
    launch = imported(a_bare_launch(), understood("ID,Task,Status\nA,Brief,open\nB,Draft,open\n").checklist)
    text = "ID,Task,Status,Depends on\nA,Brief,open,\nB,Draft,open,A\n"
    waiting, _ = updated(launch, understood(text).checklist)
    after, told = updated(waiting, understood("ID,Task,Status\nB,Draft,Done\n").checklist)
    assert told.kept == (("J-2", "status"),)
    assert after == waiting


def a_full_launch() -> Launch:
    draft = Draft(a_launch(), ids())
    first = next(iter(draft.launch.tasks))
    draft.task(
        '=1+1 "odd", title',
        "joint",
        notes="a\nb",
        due=Due(date=dt.date(2026, 11, 1)),
        status=Status.BLOCKED,
        why="because",
        prerequisites=(first,),
        steps=(Step(id="s1", text="one", done=True), Step(id="s2", text="-two")),
        evidence=(Evidence(id="e1", label="Load test", link="https://x.org/a"), Evidence(id="e2", label="Seen")),
        owner=PRIYA,
    )
    draft.task("On workdays", "pm", due=Due(offset=-10, workday=True), area="Docs", done_when="read")
    return draft.launch


@pytest.mark.parametrize(("file", "write"), [("a.csv", write_csv), ("a.xlsx", write_xlsx), ("a.json", write_json)])
def test_what_was_exported_is_imported_alike(file: str, write: Callable[..., bytes]) -> None:
    launch = a_full_launch()
    found = read_content(write(export_of(launch, (), NOW)), file)
    found.require_answers()

    def compared(checklist: Checklist) -> list[dict[str, object]]:
        tasks = sorted(checklist.tasks, key=lambda task: task.id)
        return [msgspec.structs.asdict(msgspec.structs.replace(task, place="")) for task in tasks]

    assert found.product == "launchready"
    assert compared(found.checklist) == compared(read_launch(launch, "atlas").checklist)
    after, told = updated(launch, found.checklist, file)
    assert (after, told.added, told.updated) == (launch, (), ())


def test_an_edited_export_updates_the_tasks_it_came_from() -> None:
    launch = a_full_launch()
    text = write_csv(export_of(launch, (), NOW)).decode("utf-8-sig").replace("On workdays", "On weekdays")
    after, told = updated(launch, read_content(text.encode(), "a.csv").checklist, "a.csv")
    assert len(told.updated) == 1
    assert "On weekdays" in {task.title for task in after.tasks.values()}


def test_a_day_that_was_edited_in_an_export_counts() -> None:
    launch = a_launch()
    text = write_csv(export_of(launch, (), NOW)).decode("utf-8-sig")
    day = next(cell for cell in text.split("\n")[1].split(",") if cell.startswith("2026-"))
    found = read_content(text.replace(day, "2026-01-02", 1).encode(), "a.csv").checklist
    assert any(task.due and task.due.date == dt.date(2026, 1, 2) for task in found.tasks)


def test_another_launch_brings_its_checklist_but_nobodys_word() -> None:
    launch = imported(
        a_bare_launch(), read_launch(all_done(a_launch()), "other.launchready").checklist, "other.launchready"
    )
    assert len(launch.tasks) == len(a_launch().tasks)
    assert not any(task.confirmations or task.acknowledgement for task in launch.tasks.values())
    assert {task.source.split("#")[0] for task in launch.tasks.values()} == {"launchready"}


def test_confirmations_are_no_part_of_this_test_launch_by_accident() -> None:
    launch = a_launch()
    joint = next(task for task in launch.tasks.values() if task.lane == "joint" and task.gating)
    assert make(launch, confirm(launch, joint.id, "pm")).tasks[joint.id].confirmations


def test_an_owner_with_an_address_is_the_one_of_that_name_who_has_none_here() -> None:
    launch = imported(a_bare_launch(), understood("ID,Task,Owner\nA,Brief,Ana\n").checklist)
    people, drafts = '[{"id": "p", "name": "Ana", "email": "a@x"}]', '[{"id": "x", "title": "Draft", "owner": "p"}]'
    other = f'{{"format": "launchready.launch", "people": {people}, "tasks": {drafts}}}'
    draft = Draft(launch, iter(f"new-{number}" for number in range(9)).__next__)
    draft_tasks(draft, understood(other, "b.json").checklist, "b.json")
    assert len(make(launch, *draft.changes).people) == len(launch.people)
