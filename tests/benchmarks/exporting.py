"""What writing 1,000 tasks costs above the least it could: a bare template, a bare workbook, another converter."""

from __future__ import annotations

import compileall
import datetime as dt
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from jinja2 import DictLoader, Environment
from xlsxwriter import Workbook

import launchready
from launchready.exchange.export import Export, export_of
from launchready.exchange.summary.annex import annex
from launchready.exchange.summary.blocks import Table
from launchready.exchange.task_columns import COLUMNS
from launchready.exchange.task_columns import rows as task_rows
from launchready.exchange.writers import WRITERS
from launchready.launch import log
from launchready.launch.changes import LaunchCreated, PersonAdded, TaskAdded
from launchready.launch.lanes import LANES
from launchready.launch.model import Author, Due, Evidence, Launch, Status, Task
from launchready.launch.schedule import in_order
from launchready.sample import Sample
from launchready.store.file import FileStore
from launchready.store.port import Record
from tests.benchmarks.session import ids
from tests.benchmarks.storage import Row, _timed

SIZE = 1_000
AT = dt.datetime(2026, 12, 5, 10, 30, tzinfo=dt.UTC)
_PLAIN = """<!doctype html><title>{{ title }}</title>
{% for table in tables %}<table>
{% for row in table %}<tr>
{%- for cell in row %}<td>
{%- for line in cell %}<div>
{%- for run in line %}<span class="{{ run.style }}">{{ run.text }}</span>{% endfor %}</div>
{%- endfor %}</td>
{%- endfor %}</tr>
{% endfor %}</table>{% endfor %}
"""


def rows() -> list[Row]:
    export = export_of(launch(SIZE), (), AT)
    return [html(export), xlsx(export), *pdf()]


def launch(size: int) -> Launch:
    """The sample launch at its end, with more tasks like its own up to `size`."""
    sample = Sample(AT, ids().__next__)
    session = sample.start()
    for _ in sample.chapters():
        pass
    made = session.launch
    tasks = made.tasks
    people = sorted(made.people)
    for number in range(size - len(tasks)):
        task = _task(number, LANES[number % 3].id, people[number % len(people)])
        tasks = tasks.insert(task.id, task)
    return msgspec.structs.replace(made, tasks=tasks)


def _task(number: int, lane: str, owner: str) -> Task:
    status = (Status.TODO, Status.DONE, Status.IN_PROGRESS, Status.DONE)[number % 4]
    seen = Evidence(id="e", label="Test report", link=f"https://wiki.example.com/atlas/{number}", build="3.0.118")
    return Task(
        id=f"t{number:06}",
        key=f"X-{number + 1}",
        title=f"Draft announcement {number} & have it checked by its reviewers",
        lane=lane,
        position=100_000 + number,
        area=f"Area {number % 12}",
        owner=owner,
        due=Due(offset=-(number % 60) - 4),
        gating=number % 3 == 0,
        status=status,
        done_when="the copy is approved and the page is staged",
        notes="Ask the agency for the second draft." if number % 5 == 0 else "",
        evidence=(seen,) if status is Status.DONE else (),
    )


def paired(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians of both, in turns, so that a slow moment hits both alike. One of each goes before."""
    ours(), floor()
    times = [(_timed(ours), _timed(floor)) for _ in range(rounds)]
    return median(one for one, _ in times), median(other for _, other in times)


def html(export: Export) -> Row:
    """The page against a bare template with as many rows, cells and runs of text."""
    tables = [
        [row for group in block.groups for row in group.rows]
        for section in annex(export.report)
        for block in section.blocks
        if isinstance(block, Table)
    ]
    page = Environment(loader=DictLoader({"page": _PLAIN}), autoescape=True).get_template("page")

    def bare() -> bytes:
        return page.render(title="Atlas", tables=tables).encode()

    ours, floor = paired(lambda: WRITERS["html"].write(export), bare, 11)
    return Row(f"HTML of {SIZE:,} tasks / a bare Jinja2 render", ours, floor, 1.6)


def xlsx(export: Export) -> Row:
    """The tracker against XlsxWriter in memory, one format, with the same cells of the tasks."""
    cells = [[column.value(row) for column in COLUMNS] for row in task_rows(export, export.report)]
    links = [[one.link for one in task.evidence] for task in export.report.tasks]

    def bare() -> bytes:
        out = io.BytesIO()
        with Workbook(out, {"in_memory": True}) as workbook:
            sheet, plain = workbook.add_worksheet(), workbook.add_format({"text_wrap": True})
            day = workbook.add_format({"num_format": "d mmm yyyy"})
            for number, (row, linked) in enumerate(zip(cells, links, strict=True)):
                _bare_row(sheet, number, row, linked, plain, day)
        return out.getvalue()

    ours, floor = paired(lambda: WRITERS["xlsx"].write(export), bare, 9)
    return Row(f"XLSX of {SIZE:,} tasks / XlsxWriter in memory", ours, floor, 1.3)


def _bare_row(sheet: Any, number: int, row: list[Any], links: list[str], plain: Any, day: Any) -> None:
    for column, value in enumerate(row):
        if isinstance(value, dt.date):
            sheet.write_datetime(number, column, value, day)
        elif not value:
            sheet.write_blank(number, column, None, plain)
        elif links and COLUMNS[column].title == "Evidence":
            sheet.write_url(number, column, links[0], plain, value)
        else:
            sheet.write_string(number, column, value, plain)


def pdf(rounds: int = 7) -> list[Row]:
    """`launchready export` to PDF, the whole process, against LibreOffice's conversion of that launch's tracker."""
    office = shutil.which("soffice")
    if office is None:
        return []
    compileall.compile_dir(str(Path(launchready.__file__).parent), quiet=2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "atlas.launchready"
        FileStore.create(str(file), _records(launch(SIZE))).close()
        verb = [sys.executable, "-m", "launchready", "export", str(file), "--now", AT.isoformat(), "--to"]
        subprocess.run([*verb, f"{folder}/tracker.xlsx"], check=True, capture_output=True)
        export = [*verb, f"{folder}/atlas.pdf"]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", name, f"{folder}/tracker.xlsx"]
        ours, floor = paired(
            lambda: subprocess.run(export, check=True, capture_output=True),
            lambda: subprocess.run(convert, check=True, capture_output=True),
            rounds,
        )
    return [Row(f"PDF of {SIZE:,} tasks, whole process / LibreOffice's conversion of their tracker", ours, floor, 0.25)]


def _records(made: Launch) -> list[Record]:
    """A log that gives a launch with these people and tasks: made, and filled in one entry."""
    changes = (
        LaunchCreated(id=made.id, name=made.name, tier=1, date=made.date, go_no_go=made.go_no_go),
        *(PersonAdded(person=person) for person in sorted(made.people.values(), key=lambda one: one.id)),
        *(TaskAdded(task=task) for task in in_order(made)),
    )
    body = log.encode(log.Entry(id="1", at=AT, by=Author("Priya Nair"), changes=changes))
    return [Record(body, log.hash_of(body))]
