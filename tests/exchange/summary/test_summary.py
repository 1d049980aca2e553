"""The readiness summary in its three formats. `LAUNCHREADY_RENEW_GOLDEN=1 pytest …` writes the golden files anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from launchready.exchange.chat.message import message
from launchready.exchange.report.report import Report
from launchready.exchange.summary import html as summary_html
from launchready.exchange.summary import markdown as summary_markdown
from launchready.exchange.summary import pdf as summary_pdf
from launchready.exchange.summary.front import typeset
from launchready.exchange.summary.tasks import gates_section
from launchready.exchange.summary.words import clipped
from launchready.places import resources
from tests.exchange.sample_filled import filled
from tests.exchange.sample_report import FULL, NOW, VARIANTS, exported, hostile
from tests.exchange.summary.poppler import needs_poppler, pages_of, poppler

GOLDEN = Path(__file__).parents[1] / "golden"


def _compare(name: str, made: bytes) -> None:
    path = GOLDEN / name
    if os.environ.get("LAUNCHREADY_RENEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(made)
    assert made.decode() == path.read_text(encoding="utf-8"), f"{name} differs; see the head of this file"


@pytest.mark.parametrize("name", VARIANTS)
def test_markdown_is_the_golden_one(name: str) -> None:
    _compare(f"{name}.md", summary_markdown.write(exported(VARIANTS[name])))


@needs_poppler
def test_no_line_of_page_one_ends_within_a_day(tmp_path: Path) -> None:
    """Where machines read it, or it is copied, a day keeps its plain spaces."""
    page = pages_of(summary_pdf.write(exported(FULL)), tmp_path)[0]
    assert "for Dana Ruiz,\n19 Nov 2026" in page
    assert typeset(FULL).facts[0][1] == "Tue 8\u00a0Dec\u00a02026"
    assert "8\u00a0Dec\u00a02026" in summary_html.write(exported(FULL)).decode()
    assert "8 Dec 2026" in summary_markdown.write(exported(FULL)).decode()
    assert "8 Dec 2026" in message(FULL).when


@pytest.mark.parametrize("name", ["full", "bare"])
def test_html_is_the_golden_one(name: str) -> None:
    _compare(f"{name}.html", summary_html.write(exported(VARIANTS[name])))


@needs_poppler
@pytest.mark.parametrize("name", VARIANTS)
def test_pdf_says_the_golden_words(name: str, tmp_path: Path) -> None:
    text = "\n\n".join(pages_of(summary_pdf.write(exported(VARIANTS[name])), tmp_path))
    _compare(f"{name}.txt", text.encode())


def test_pdf_has_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from tests.exchange.sample_report import FULL, exported; "
        "from launchready.exchange.summary import pdf; "
        "sys.stdout.buffer.write(pdf.write(exported(FULL)))"
    )
    root = Path(__file__).parents[3]
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=root).stdout
    assert other == summary_pdf.write(exported(FULL))


@needs_poppler
def test_pdf_is_tagged_and_dated_by_the_report(tmp_path: Path) -> None:
    info = poppler("pdfinfo", summary_pdf.write(exported(FULL)), tmp_path, "-isodates")
    assert re.search(r"Tagged:\s+yes", info)
    assert re.search(r"Title:\s+Atlas 3.0: readiness summary", info)
    assert re.search(r"CreationDate:\s+2026-11-22T14:30:00", info)


MANY = msgspec.structs.replace(FULL, name="Atlas 3.0 for regulated industries " * 3, reasons=FULL.reasons * 6)


@needs_poppler
@pytest.mark.parametrize("report", [*VARIANTS.values(), MANY, hostile()], ids=[*VARIANTS, "many", "hostile"])
def test_page_one_is_one_page(report: Report, tmp_path: Path) -> None:
    pages = pages_of(summary_pdf.write(exported(report)), tmp_path)
    assert "Joint decision" in pages[0]
    assert "Next checkpoint" in pages[0]
    assert "Annex" in pages[1].split("The decision")[0]
    assert f"Page 1 of {len(pages)}" in pages[0]


@needs_poppler
def test_reasons_that_do_not_fit_are_counted(tmp_path: Path) -> None:
    first = pages_of(summary_pdf.write(exported(MANY)), tmp_path)[0]
    found = re.search(r"and (\d+) more in the annex", first)
    assert found
    listed = first[first.index("What stands in the way") : found.start()]
    shown = sum(listed.count(reason.text) for reason in FULL.reasons)
    assert shown + int(found[1]) == len(MANY.reasons)
    everywhere = summary_markdown.write(exported(MANY)).decode()
    assert everywhere.count("Rollback rehearsed") >= 6


LARGE = msgspec.structs.replace(
    FULL,
    tasks=tuple(
        msgspec.structs.replace(task, key=f"{task.key}.{number}", notes="Kept in full elsewhere")
        for number in range(5)
        for task in FULL.tasks
    ),
)


@needs_poppler
def test_done_tasks_of_a_large_launch_stand_in_short(tmp_path: Path) -> None:
    pdf = summary_pdf.write(exported(LARGE))
    made = re.sub(r"\s+", "", "".join(pages_of(pdf, tmp_path))) + poppler("pdfinfo", pdf, tmp_path, "-url")
    for task in LARGE.tasks:
        said = (task.key, task.title, task.owner, task.due, task.status, *(one.label for one in task.evidence))
        assert [words for words in said if re.sub(r"\s+", "", words) not in made] == []
        assert all(one.link in made for one in task.evidence)
    full = [task for task in LARGE.tasks if task.status != "done"]
    assert len(LARGE.tasks) > 200 > len(FULL.tasks)
    assert made.count("Keptinfullelsewhere") == len(full) < len(LARGE.tasks)
    assert "Tasksthataredonestandinshort" in made
    assert summary_html.write(exported(LARGE)).decode().count("Kept in full elsewhere") == len(LARGE.tasks)


def test_waived_gates_are_counted_apart_from_open_ones() -> None:
    lane = msgspec.structs.replace(FULL.lanes[0], waived=2)
    report = msgspec.structs.replace(FULL, lanes=(lane, *FULL.lanes[1:]))
    gates = sum(task.open_gate for task in FULL.tasks)
    assert gates_section(report).note == f"{gates - 2} gates open · 2 waived."
    assert ", 2 waived, " in next(one.counts for one in message(report).lanes if one.lane == lane.lane)


def test_wide_characters_take_the_room_of_two() -> None:
    assert clipped("日本語のタイトル", 16) == "日本語のタイトル"
    assert clipped("日本語のタイトル", 8) == "日本語…"
    assert clipped("Größe und Gewicht", 17) == "Größe und Gewicht"


def test_open_gates_of_a_large_launch_are_only_counted_where_they_are_reasons() -> None:
    gates = [task for task in FULL.tasks if task.open_gate]
    reasons = tuple(msgspec.structs.replace(FULL.reasons[0], key=task.key) for task in gates)
    told = msgspec.structs.replace(FULL, reasons=reasons)
    short = gates_section(told, short=True)
    assert short.blocks == ()
    assert f"{len(gates)} gates open. They stand among the reasons" in short.note
    assert gates_section(told).blocks
    untold = msgspec.structs.replace(told, reasons=reasons[1:], waivers=())
    assert gates_section(untold, short=True) == gates_section(untold)
    waiver = msgspec.structs.replace(FULL.waivers[0], gate=gates[0].key)
    lane = msgspec.structs.replace(FULL.lanes[0], waived=1)
    waived = msgspec.structs.replace(untold, waivers=(waiver,), lanes=(lane, *FULL.lanes[1:]))
    assert "or the waivers" in gates_section(waived, short=True).note


@pytest.mark.parametrize("writer", [summary_markdown, summary_html], ids=["markdown", "html"])
def test_every_field_is_shown(writer: object) -> None:
    report, markers = filled()
    made = writer.write(exported(report)).decode()  # type: ignore[attr-defined]
    assert [field for marker, field in markers.items() if marker not in made] == []


@needs_poppler
def test_every_field_is_shown_in_the_pdf(tmp_path: Path) -> None:
    report, markers = filled()
    pdf = summary_pdf.write(exported(report))
    made = " ".join(pages_of(pdf, tmp_path)) + poppler("pdfinfo", pdf, tmp_path, "-url")
    assert [field for marker, field in markers.items() if marker not in made] == []


def test_clipped_cuts_at_a_word() -> None:
    assert clipped("one two three", 13) == "one two three"
    assert clipped("one two three", 9) == "one two…"
    assert clipped("a\nb", 9) == "a b"
    assert len(clipped("x" * 50, 9)) == 9


def test_empty_sections_say_so() -> None:
    made = summary_markdown.write(exported(Report(generated_at=NOW))).decode()
    for words in ("No gate is waived.", "There are no conditions.", "No claims are made.", "There are no tasks yet.",
                  "No responsibilities are set down.", "No gate is open.", "Not signed"):  # fmt: skip
        assert words in made


def test_text_has_contrast_in_both_themes() -> None:
    css = (resources() / "summary" / "summary.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in css.split("@media screen")[:2])
    for theme in (light, {**light, **dark}):
        grounds = [theme[name] for name in theme if name == "surface" or name.endswith("soft")]
        assert [
            (theme[ink], ground) for ink in ("text", "muted") for ground in grounds if _low(theme[ink], ground)
        ] == []
        inks = ("accent", "pm", "pmm", "joint", "go", "cond", "no", "wait")
        assert [ink for ink in inks if _low(theme[ink], theme["surface"])] == []


def _low(ink: str, ground: str) -> bool:
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) < 4.5


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
