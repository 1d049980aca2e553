"""The tracker, as another reader of workbooks and as LibreOffice see it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from launchready.exchange.export import export_of
from launchready.exchange.task_columns import COLUMNS, rows
from launchready.exchange.tracker import xlsx as tracker_xlsx
from launchready.exchange.tracker.look import lines_in
from launchready.launch.model import Due, Task
from launchready.launch.schedule import due_date
from tests.exchange import sample_exports as samples
from tests.exchange.office import needs_office, pages

SHEETS = ["Summary", "Tasks", "Sign-offs", "Waivers and conditions", "Claims", "RACI", "History"]


def _sheet(made: bytes, name: str) -> list[list[object]]:
    return list(CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_name(name).to_python())


def _part(made: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(made)).read(name).decode()


def _clock(day: int, hour: int, minute: int) -> dt.datetime:
    """As a sheet has it: a day of December 2026 by the clock of the launch's zone, which a sheet can't name."""
    return dt.datetime(2026, 12, day, hour, minute)  # noqa: DTZ001


def test_a_sheet_a_section() -> None:
    made = tracker_xlsx.write(samples.decided())
    assert CalamineWorkbook.from_filelike(io.BytesIO(made)).sheet_names == SHEETS
    without_log = msgspec.structs.replace(samples.decided(), entries=())
    assert "History" not in CalamineWorkbook.from_filelike(io.BytesIO(tracker_xlsx.write(without_log))).sheet_names


@pytest.mark.parametrize("make", [samples.midway, samples.decided, samples.hostile])
def test_the_tasks_are_those_of_the_launch(make: object) -> None:
    export = make()  # type: ignore[operator]
    head, *body = _sheet(tracker_xlsx.write(export), "Tasks")
    assert head == [column.title for column in COLUMNS]
    assert [row[-1] for row in body] == [row.task.id for row in rows(export, export.report)]
    for row in body:
        task = export.launch.tasks[str(row[-1])]
        assert row[0] == task.key
        assert row[5] == (due_date(export.launch, task) or "")  # a day, not a text


def test_moments_and_days_are_such() -> None:
    made = tracker_xlsx.write(samples.decided())
    assert _sheet(made, "Sign-offs")[1][3] == _clock(4, 15, 25)
    assert _sheet(made, "Waivers and conditions")[1][5] == dt.date(2027, 1, 7)
    assert isinstance(_sheet(made, "History")[1][0], dt.datetime)
    early = Task(id="t", key="PM-1", title="Early", lane="pm", position=1, due=Due(date=dt.date(1815, 6, 18)))
    assert _sheet(tracker_xlsx.write(samples.with_tasks(early)), "Tasks")[1][5] == "1815-06-18"


def test_it_can_be_worked_in() -> None:
    tasks = _part(tracker_xlsx.write(samples.decided()), "xl/worksheets/sheet2.xml")
    assert '<pane xSplit="2" ySplit="1" topLeftCell="C2"' in tasks
    assert f'<autoFilter ref="A1:T{len(samples.decided().launch.tasks) + 1}"/>' in tasks
    assert '"To do,In progress,Blocked,Done,Not applicable"' in tasks
    assert tasks.count("<cfRule") == 5 + 3 + 1 + 1 + 1
    assert 'orientation="landscape"' in tasks
    assert 'fitToWidth="1"' in tasks or 'fitToHeight="0"' in tasks


def test_each_sheet_repeats_its_header_on_every_printed_page() -> None:
    made = tracker_xlsx.write(samples.midway())
    titles = re.findall(r'Print_Titles"[^>]*>([^<]*)<', _part(made, "xl/workbook.xml"))
    head = next(row for row, cells in enumerate(_sheet(made, "Summary"), 1) if cells[0] == "Key")
    assert f"Summary!${head}:${head}" in titles
    assert len(titles) == len(SHEETS)


def test_a_row_is_as_high_as_its_wide_characters_need() -> None:
    assert lines_in("日本語のタイトル", 8) > lines_in("Headline", 8) == 1


def test_a_row_is_no_higher_than_its_narrow_characters_need() -> None:
    assert lines_in("interviews and usage findings handed over", 40) == 1
    assert lines_in("problem, scope, metric baselines and targets are written", 40) == 2


def test_what_is_waived_is_not_late() -> None:
    tasks = _part(tracker_xlsx.write(samples.decided()), "xl/worksheets/sheet2.xml")
    (late,) = re.findall(r"AND\(ISNUMBER.*?</formula>", tasks)
    covered = next(number for number, column in enumerate(COLUMNS) if column.title == "Covered by")
    assert f'NOT(ISNUMBER(SEARCH("waive",${chr(ord("A") + covered)}2)))' in late.replace("&quot;", '"')


def test_the_summary_prints_on_one_page_while_it_is_short() -> None:
    assert 'fitToHeight="0"' not in _part(tracker_xlsx.write(samples.midway()), "xl/worksheets/sheet1.xml")
    assert 'fitToHeight="0"' in _part(tracker_xlsx.write(samples.hostile()), "xl/worksheets/sheet1.xml")


def test_no_text_is_a_formula() -> None:
    made = tracker_xlsx.write(samples.hostile())
    archive = zipfile.ZipFile(io.BytesIO(made))
    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not [name for name in sheets if re.search(r"<f[ >]", archive.read(name).decode())]
    assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()
    titles = [row[1] for row in _sheet(made, "Tasks")[1:]]
    assert '=HYPERLINK("http://e.example","x")' in titles


def test_only_safe_links_are_live() -> None:
    made = tracker_xlsx.write(samples.hostile())
    links = re.findall(r'Target="([^"]+)" TargetMode', _part(made, "xl/worksheets/_rels/sheet2.xml.rels"))
    assert links
    assert all(link.startswith(("https://", "mailto:")) for link in links)
    assert not [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if "externalLink" in name]


def test_more_than_a_cell_holds_is_cut() -> None:
    steps = tuple(msgspec.convert({"id": str(n), "text": "w" * 2000}, type=_step()) for n in range(40))
    task = Task(id="t", key="PM-1", title="Long", lane="pm", position=1, steps=steps, area="a" * 40_000)
    row = _sheet(tracker_xlsx.write(samples.with_tasks(task)), "Tasks")[1]
    assert len(str(row[3])) == len(str(row[15])) == 32_767


def _step() -> type:
    from launchready.launch.model import Step

    return Step


def test_days_follow_the_zone_of_the_launch() -> None:
    export = samples.decided()
    launch = msgspec.structs.replace(export.launch, zone="Asia/Tokyo")
    made = tracker_xlsx.write(export_of(launch, export.entries, samples.AT))
    assert _sheet(made, "Sign-offs")[1][3] == _clock(5, 0, 25)


@needs_office
@pytest.mark.parametrize("make", [samples.midway, samples.empty, samples.hostile])
def test_libreoffice_opens_it(make: object, tmp_path: Path) -> None:
    export = make()  # type: ignore[operator]
    printed = pages(tracker_xlsx.write(export), "tracker.xlsx", tmp_path)
    assert export.report.verdict.title in printed[0]
    assert f"Page 1 of {len(printed)}" in printed[0]
    assert not [page for page in printed if "#NAME?" in page or "Err:" in page or "###" in page]
