"""The tasks as CSV, as a spreadsheet and as a reader of CSV see them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchready.exchange import tasks_csv
from launchready.exchange.task_columns import COLUMNS, STATUSES, guarded, unguarded
from launchready.launch.model import Due, Evidence, Status, Step, Task
from launchready.launch.schedule import in_order
from tests.exchange import sample_exports as samples


def _read(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), strict=True))


def test_it_is_rfc_4180_with_a_mark_that_excel_needs() -> None:
    made = tasks_csv.write(samples.decided())
    assert made.startswith(b"\xef\xbb\xbfKey,Title,Lane,")
    assert made.endswith(b"\r\n")
    assert {len(row) for row in csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))} == {len(COLUMNS)}


def test_a_task_in_its_columns() -> None:
    first = Task(id="t0", key="PM-1", title="Legal", lane="pm", position=0)
    task = Task(
        id="t1",
        key="PM-2",
        title="Load test",
        lane="pm",
        position=1,
        area="Quality",
        due=Due(offset=-14, workday=True),
        gating=True,
        status=Status.BLOCKED,
        why="No rig",
        done_when="p95 under 500 ms",
        prerequisites=("t0",),
        steps=(Step(id="s", text="Book"), Step(id="s2", text="Run", done=True)),
        evidence=(
            Evidence(id="e", label="Run 7", link="https://ci.example/7", build="3.0"),
            Evidence(id="f", label="B"),
        ),
        notes="One\nTwo",
    )
    _, row = _read(tasks_csv.write(samples.with_tasks(first, task)))
    assert row | {"Acknowledgement": "", "Covered by": "", "Reviewer": "", "Owner": ""} == row
    assert (row["Key"], row["Title"], row["Lane"], row["Area"]) == ("PM-2", "Load test", "PM", "Quality")
    assert (row["Due"], row["Due as set"]) == ("2026-12-21", "T−14 (workdays)")
    assert (row["Status"], row["Why"], row["Gating"]) == ("Blocked", "No rig", "Yes")
    assert row["Prerequisites"] == "PM-1"
    assert row["Steps"] == "[ ] Book\n[x] Run"
    assert row["Evidence"] == "Run 7 <https://ci.example/7> · build 3.0\nB"
    assert (row["Notes"], row["ID"]) == ("One\nTwo", "t1")


@pytest.mark.parametrize("make", [samples.midway, samples.decided, samples.hostile])
def test_every_task_has_its_row(make: object) -> None:
    export = make()  # type: ignore[operator]
    rows = _read(tasks_csv.write(export))
    assert {row["ID"] for row in rows} == set(export.launch.tasks)
    for row in rows:
        task = export.launch.tasks[row["ID"]]
        assert row["Key"] == task.key
        assert row["Status"] in STATUSES
        assert row["Status"].lower().replace(" ", "-") == task.status.value
        assert (row["Gating"] == "Yes") is task.gating


def test_no_cell_is_a_formula() -> None:
    rows = csv.reader(io.StringIO(tasks_csv.write(samples.hostile()).decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r\n]", cell)]


@given(st.text(alphabet="'=+-@\t\r\na1 "))
def test_a_guard_is_taken_off_as_it_was_put_on(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not re.match(r"[=+\-@\t\r\n]", guarded(text))


_words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FFF), max_size=30)


@given(st.lists(st.tuples(_words, _words, _words), max_size=5))
def test_titles_notes_and_areas_come_back(texts: list[tuple[str, str, str]]) -> None:
    tasks = [
        Task(id=f"{n:03}", key=f"PM-{n}", title=title.strip(), lane="pm", position=n, area="x", notes=notes.strip())
        for n, (title, notes, _) in enumerate(texts)
    ]
    export = samples.with_tasks(*tasks)
    rows = _read(tasks_csv.write(export))
    back = [(unguarded(row["Title"]), unguarded(row["Notes"])) for row in rows]
    assert back == [(task.title, task.notes) for task in in_order(export.launch)]
